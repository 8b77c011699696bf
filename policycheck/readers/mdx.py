"""MDX: what of it is code (imports, exports, expressions, comments between braces) and not Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policycheck.model import Draft
from policycheck.text import blanks

_FENCE = re.compile(r'[ \t>]*(`{3,}|~{3,})')
_CODE = re.compile(
    r'import[ \t]+(?:["\'{*]|[\w$]+[ \t]*(?:,|[ \t]from\b))'
    r'|export[ \t]+(?:default|const|let|var|function|async|class|type|interface|\{|\*)'
)
_LINE_GOES_ON = re.compile(r'[ \t]*\S')
_LINE = re.compile(r'[^\r\n]*(?:\r\n?|\n|\Z)')
_OPENS, _CLOSES = '{([', '})]'
# a string, a template, a remark, a bracket; an apostrophe in a word and an address are none
_SIGN = re.compile(
    r'"(?:[^"\\\r\n]|\\.)*"|(?<!\w)\'(?:[^\'\\\r\n]|\\.)*\'|`(?:[^`\\]|\\.)*(?:`|\Z)|/\*.*?(?:\*/|\Z)|(?<!:)//[^\r\n]*'
    r'|[{}()\[\]]',
    re.DOTALL,
)
_BRACE = re.compile(r'(`+)|\\.|\{', re.DOTALL)
_WORDS = re.compile(r'\{[ \t]*(?:"([^"\\\r\n]*)"|\'([^\'\\\r\n]*)\'|`([^`"\'\\$\r\n]*)`)[ \t]*\}')
"""An expression that is nothing but a text."""
_NOTHING = '\u200b'
"""A sign that nobody sees: text.normalise leaves it out."""
_LONGEST = 20_000
"""Signs after which a bracket that is still open never ends: no code in a post is that long."""
_MOST_OPEN = 50
"""Braces without an end after which no more are looked for: the work would grow with their square."""


def read(draft: Draft) -> Draft:
    """A draft that was read as Markdown, without the code in it."""
    return draft._replace(text=without_code(draft.text, draft.heads[-1].span.end if draft.heads else 0))


def without_code(text: str, start: int) -> str:
    """A text as long as the one given, blank where MDX has code from ``start`` on; code that is shown stays.

    A brace that nothing closes, and a paragraph that only begins with the word import or export, stay too. Of an
    expression in the place of an attribute's value quotation marks are left, with the words of one that is a text:
    the tag has to stay one.
    """
    pieces = [text[:start]]
    at = start
    for begin, end in _hidden(text, start):
        blank = blanks(text[begin:end])
        if text[begin - 1 : begin + 1] == '={':
            words = _WORDS.fullmatch(text, begin, end)
            blank = _quoted(words) if words else f'"{blank[1:-1]}"'
        elif _LINE_GOES_ON.match(text, end) and not text.startswith('{...', begin):
            # with blanks alone before it the rest of the line would be code; what spreads stands in a tag
            first = max(blank.rfind('\n'), blank.rfind('\r')) + 1
            blank = f'{blank[:first]}{_NOTHING}{blank[first + 1 :]}'
        pieces += (text[at:begin], blank)
        at = end
    return ''.join((*pieces, text[at:]))


def _quoted(words: re.Match[str]) -> str:
    """An expression that is a text, as the value of an attribute is written; no longer and no shorter."""
    group = words.lastindex or 1
    mark = '"\'"'[group - 1]
    return f'{mark}{words[group]}{mark}'.rjust(words.end(group) + 1 - words.start()).ljust(len(words[0]))


def _hidden(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The stretches of code, in order."""
    fence, fresh, at = '', True, start
    unclosed = 0  # braces without an end
    while at < len(text):
        line = _LINE.match(text, at)
        assert line is not None
        end = line.end()
        mark = _FENCE.match(text, at, end)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not text[mark.end() : end].strip():
            fence = ''
        elif not fence and fresh and _CODE.match(text, at):
            stop, ended = _statement(text, at, at + (_LONGEST if unclosed < _MOST_OPEN else 0))
            unclosed += not ended
            yield at, stop
            at = stop
            continue
        elif not fence:
            opened = _brace(text, at, end)
            while opened >= 0 and unclosed < _MOST_OPEN:
                stop = _closed(text, opened)
                if stop < 0:
                    unclosed += 1
                    opened = _brace(text, opened + 1, end)
                    continue
                yield opened, stop
                line = _LINE.match(text, stop)
                assert line is not None
                end = line.end()
                opened = _brace(text, stop, end)
        fresh = not line[0].strip()
        at = end


def _brace(text: str, at: int, end: int) -> int:
    """The first brace of a stretch that opens an expression, -1 for none: not in code, nor after a backslash."""
    while found := _BRACE.search(text, at, end):
        if found[0] == '{':
            return found.start()
        at = found.end()
        if found[1]:
            closing = re.compile(rf'(?<!`){found[1]}(?!`)').search(text, at, end)
            at = closing.end() if closing else at
    return -1


def _closed(text: str, at: int) -> int:
    """Where the brackets end that open at a place, -1 where they do not."""
    depth = 0
    for sign in _SIGN.finditer(text, at, min(len(text), at + _LONGEST)):
        depth += (sign[0] == '{') - (sign[0] == '}')
        if depth <= 0:
            return sign.end()
    return -1


def _statement(text: str, at: int, reach: int) -> tuple[int, bool]:
    """Where imports and exports end: at the first empty line outside brackets, and True.

    Where these are open as far as ``reach``: at the first empty line, and False.
    """
    depth, empty, stop = 0, -1, min(len(text), reach)
    while at < stop or (empty < 0 and at < len(text)):
        line = _LINE.match(text, at)
        assert line is not None
        if not line[0].strip():
            if depth <= 0:
                return at, True
            empty = at if empty < 0 else empty
        for sign in _SIGN.finditer(text, at, line.end()):
            depth += (sign[0] in _OPENS) - (sign[0] in _CLOSES)
        at = line.end()
    return (empty, False) if empty >= 0 else (at, depth <= 0)
