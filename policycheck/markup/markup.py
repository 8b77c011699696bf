"""Markdown to the text its readers see, and where each letter of it stands."""

from __future__ import annotations

import re

from policycheck.model import Places
from policycheck.patterns import compiled
from policycheck.records import NamedTuple
from policycheck.text import PARAGRAPH, Normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycheck.markup.asides import Aside
    from policycheck.markup.references import Written

_HIDDEN = b'\0+'
_NO_SPACE = r'\S'


class Blanked(NamedTuple):
    """A Markdown text with spaces for all that readers of the published post do not see in it.

    ``text`` is as long as the text given, its white space unmoved, PARAGRAPH before each cell of a
    table; markdown.seen says what is seen.
    Escapes and character references stand in it as they are written: ``written`` says what they mean.
    ``asides`` are what readers are told beside it: blank in it.
    """

    text: str
    written: list[Written]
    asides: list[Aside]


def blank(text: str) -> Blanked:
    """What readers of a published Markdown text see."""
    from policycheck.markup.markdown import seen

    pieces = []
    at = 0
    shown, written, asides, cells = seen(text)
    for match in re.finditer(_HIDDEN, shown):
        begin, end = match.span()
        pieces.append(text[at:begin])
        pieces.append(compiled(_NO_SPACE).sub(' ', text[begin:end]))
        at = end
    pieces.append(text[at:])
    if cells:
        signs = list(''.join(pieces))
        for at in cells:
            signs[at] = PARAGRAPH
        pieces = signs
    return Blanked(''.join(pieces), written, asides)


# What quick leaves to blank: escapes, references, tags, code, templates, tables, control characters;
_UNSURE = '[\\\\<`{|\t\0\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]|&(?=#|[a-zA-Z][a-zA-Z0-9]{1,31};)'
# pictures, footnotes, struck-through text, reference links and definitions;
_UNSURE_PAIRS = ('![', '[^', '~~', '][', ']:')
# underscores that are not inside a word; rules and underlines; blocks in blocks but for nested quotes.
_UNSURE_UNDERSCORE = r'(?<!\w)_|_(?!\w)'
_RULE = r'[ >]*(?:[-_*+=] *)+$'
_BLOCK = r'( {0,3})(?:(#{1,6}) +(?=\S)|([-+*]) {1,3}(?=\S)|(\d{1,9})[.)] {1,3}(?=\S)|(>) ?(?=\S|$))'
_ODD_BLOCK = r' *(?:(?:[-+*]|#{1,6}|\d{1,9}[.)])(?:\s|$)|>)'
_BLOCK_AGAIN = r'[-_*+=][-_*+= ]*$|(?:[-+*>]|#{1,6}|\d{1,9}[.)])(?: |$)|>'
_LINK = r'\[([^\[\]\n]+)\]\(((?:https?://|mailto:|/|#)?[^\s()<>"\'*\[\]:]+)\)'
_EMPHASIS = r'(?m)(?:(?<=[\s("])|^)(\*{1,2})(?=[^\W_])([^*\n\[\]]*[^\s*\[\]])\1(?=[\s.,:;!?)"]|$)'


def visible(text: str, blanked: str, written: Sequence[Written] = ()) -> Normal:
    """What of a text is counted, and the table back.

    That is what was not blanked, with the signs that ``written`` stretches stand for, without white space
    at its ends.
    """
    end = len(blanked.rstrip())
    start = end - len(blanked[:end].lstrip())
    if text == blanked and not start and not written:
        return Normal(blanked[:end], None)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for begin, stop, meant in (*written, (end, end, '')):
        kept = [place for place in range(at, begin) if text[place] == blanked[place]]
        signs += [blanked[place] for place in kept]
        signs += meant
        starts += kept
        starts += [begin] * len(meant)
        ends += [place + 1 for place in kept]
        ends += [stop] * len(meant)
        at = stop
    return Normal(''.join(signs), Places(starts, ends))


def quick(text: str) -> str | None:
    """What ``blank`` makes of an ordinary post, without the parser; None for what is not ordinary.

    Ordinary: paragraphs, headings, lists, quotes, bold and italic text within a line, inline links.
    """
    if compiled(_UNSURE).search(text) or any(pair in text for pair in _UNSURE_PAIRS):
        return None
    if '_' in text and compiled(_UNSURE_UNDERSCORE).search(text):
        return None
    lines = text.split('\n')
    in_list = after_text = False
    for i, line in enumerate(lines):
        if line[:1].isalpha():
            after_text = True
            continue
        if not line.strip(' '):
            in_list = after_text = False
            continue
        if line.startswith('    ') or compiled(_RULE).match(line):
            return None
        block = compiled(_BLOCK).match(line)
        if block is None:
            if compiled(_ODD_BLOCK).match(line):
                return None
            after_text = True
            continue
        indent, heading, bullet, number, _ = block.groups()
        rest = line[block.end() :]
        if rest[:1] == ' ' or compiled(_BLOCK_AGAIN).match(rest) or (heading and rest.rstrip(' ')[-1] == '#'):
            return None
        if number is not None and number != '1' and after_text and (indent or not in_list):
            return None
        lines[i] = indent + (number or '').ljust(block.end() - len(indent)) + rest
        in_list = bool(bullet or number) or (in_list and not heading)
        after_text = not heading
    text = '\n'.join(lines)
    if '[' in text or ']' in text:
        text = compiled(_LINK).sub(_label, text)
        if '[' in text or ']' in text:
            return None
    if '*' in text:
        text = compiled(_EMPHASIS).sub(_inner, text)
        if '*' in text:
            return None
    return text


def _label(match: re.Match[str]) -> str:
    label, _ = match.groups()
    return f' {label}'.ljust(match.end() - match.start())


def _inner(match: re.Match[str]) -> str:
    marks, inner = match.groups()
    return f'{" " * len(marks)}{inner}{" " * len(marks)}'
