"""Markdown to the text its readers see, letter for letter in the same places."""

from __future__ import annotations

import re

from policycheck.model import Places
from policycheck.text import Normal

# Patterns are kept as text and compiled by `re` when a draft first asks for them.
_HIDDEN = b'\0+'
_NO_SPACE = r'\S'


def blank(text: str) -> str:
    """The same text with spaces for all that readers of the published post do not see.

    As long as the text given, its white space unmoved; markdown.seen says what is seen.
    """
    from policycheck.markdown import seen

    pieces = []
    at = 0
    for match in re.finditer(_HIDDEN, seen(text)):
        begin, end = match.span()
        pieces.append(text[at:begin])
        pieces.append(re.sub(_NO_SPACE, ' ', text[begin:end]))
        at = end
    pieces.append(text[at:])
    return ''.join(pieces)


# What quick leaves to blank: escapes, entities, tags, code, templates, tables, control characters;
_UNSURE = '[\\\\&<`{|\t\0\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]'
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


def visible(text: str, blanked: str) -> Normal:
    """What of a text is counted: what was not blanked, no white space at its ends; and the table back."""
    end = len(blanked.rstrip())
    start = end - len(blanked[:end].lstrip())
    if text == blanked and not start:
        return Normal(blanked[:end], None)
    kept = [at for at in range(start, end) if text[at] == blanked[at]]
    return Normal(''.join([blanked[at] for at in kept]), Places(kept, [at + 1 for at in kept]))


def quick(text: str) -> str | None:
    """What ``blank`` makes of an ordinary post, without the parser; None for what is not ordinary.

    Ordinary: paragraphs, headings, lists, quotes, bold and italic text within a line, inline links.
    """
    if re.search(_UNSURE, text) or any(pair in text for pair in _UNSURE_PAIRS):
        return None
    if '_' in text and re.search(_UNSURE_UNDERSCORE, text):
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
        if line.startswith('    ') or re.match(_RULE, line):
            return None
        block = re.match(_BLOCK, line)
        if block is None:
            if re.match(_ODD_BLOCK, line):
                return None
            after_text = True
            continue
        indent, heading, bullet, number, _ = block.groups()
        rest = line[block.end() :]
        if rest[:1] == ' ' or re.match(_BLOCK_AGAIN, rest) or (heading and rest.rstrip(' ')[-1] == '#'):
            return None
        if number is not None and number != '1' and after_text and (indent or not in_list):
            return None
        lines[i] = indent + (number or '').ljust(block.end() - len(indent)) + rest
        in_list = bool(bullet or number) or (in_list and not heading)
        after_text = not heading
    text = '\n'.join(lines)
    if '[' in text or ']' in text:
        text = re.sub(_LINK, _label, text)
        if '[' in text or ']' in text:
            return None
    if '*' in text:
        text = re.sub(_EMPHASIS, _inner, text)
        if '*' in text:
            return None
    return text


def _label(match: re.Match[str]) -> str:
    label, _ = match.groups()
    return f' {label}'.ljust(match.end() - match.start())


def _inner(match: re.Match[str]) -> str:
    marks, inner = match.groups()
    return f'{" " * len(marks)}{inner}{" " * len(marks)}'
