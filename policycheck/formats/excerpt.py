"""Lines of a draft on a terminal: what a character looks like there and how many columns it takes."""

from __future__ import annotations

import re
import unicodedata

from policycheck.lines import Lines
from policycheck.model import Span
from policycheck.records import NamedTuple

_TAB = ' ' * 4
_MOST_LINES = 3
"""Lines shown of a flag that goes over many."""

# Patterns as text: most runs meet none of this, and compiling them costs more than the rest of the page.
_CONTROL = '[\x00-\x1f\x7f]'
# C1 controls, and what turns, hides or ends the text around it; joiners are left, emoji need them.
_UNSEEN = (
    '[\x80-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb'
    '\ud800-\udfff\U000e0000-\U000e007f]'
)
_NOT_ASCII = '[^\x00-\x7f]'
_JOINER = '\u200d'
_EMOJI_STYLE = '\ufe0f'
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_ASCII = {
    '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '\u2018': "'", '\u2019': "'",
    '\u2013': '-', '—': '-', '\u2212': '-', '…': '...', '→': '->', '·': '-', '•': '*',
    '§': 'S.', '€': 'EUR', '£': 'GBP', 'ß': 'ss', '\u0131': 'i',
    'æ': 'ae', 'Æ': 'Ae', 'ø': 'o', 'Ø': 'O', 'œ': 'oe', 'Œ': 'Oe', 'þ': 'th', 'Þ': 'Th',
    'đ': 'd', 'Đ': 'D', 'ð': 'd', 'Ð': 'D', 'ł': 'l', 'Ł': 'L', 'ŋ': 'n', 'Ŋ': 'N', 'ŧ': 't', 'Ŧ': 'T',
}  # fmt: skip


class Row(NamedTuple):
    """A line as it is shown, and the stretch of it (in columns) that is underlined."""

    text: str
    indent: int
    carets: int

    @property
    def under(self) -> str:
        """The line below it, with a caret under each column of the stretch."""
        return ' ' * self.indent + '^' * self.carets


def visible(text: str, encoding: str = 'utf-8') -> str:
    """A text that a terminal shows and does not obey.

    Control characters become symbols (``^[`` outside UTF-8), signs that cannot be seen their code
    point, and what the encoding lacks something like it in ASCII. Raises LookupError for an encoding
    that does not exist.

    >>> visible('a\\x1b[1m')
    'a␛[1m'
    >>> visible('«blåbær» → 1 €', 'latin-1')
    '«blåbær» -> 1 EUR'
    """
    if encoding == 'utf-8':
        if text.isprintable():
            return text
        return re.sub(_UNSEEN, _code_point, re.sub(_CONTROL, _picture, text))
    if not text.isprintable():
        text = re.sub(_UNSEEN, _code_point, re.sub(_CONTROL, _caret, text))
    if _holds(encoding, text):
        return text
    return re.sub(
        _NOT_ASCII, lambda found: found[0] if _holds(encoding, found[0]) else _in_ascii(found[0]), text
    )


def shortened(text: str, longest: int = 140) -> str:
    """A text on one line, cut after a word where it is longer than so many characters.

    >>> shortened('one two\\nthree four', 12)
    'one two ...'
    """
    line = ' '.join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(' ', 1)[0] + ' ...'


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, combining ones none.

    >>> columns('日本'), columns('e\\u0301'), columns('👩‍💻')
    (4, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(map(_cell, text, ' ' + text[:-1]))


def rows(text: str, span: Span, lines: Lines, width: int, encoding: str) -> list[Row]:
    """The lines that a stretch of a text stands on, cut around it to a width in columns.

    ``lines`` are those of the text. Of more than three lines the first three come back.
    """
    first = lines.place(span.start)[0]
    last = lines.place(max(span.start, span.end - 1))[0]
    found = []
    for line in range(first, min(last, first + _MOST_LINES - 1) + 1):
        whole = lines.span(line)
        start = min(max(span.start, whole.start), whole.end)
        end = max(min(span.end, whole.end), start)
        if start < end or first == last:
            found.append(_row(text, whole, Span(start, end), width, encoding))
    return found


def _row(text: str, line: Span, span: Span, width: int, encoding: str) -> Row:
    dots = visible('…', encoding)
    # no character is narrower than a column for long: what lies further away than this is cut anyhow
    before = _shown(text[max(line.start, span.start - 2 * width) : span.start], encoding)
    words = _shown(text[span.start : min(span.end, span.start + 2 * width)], encoding)
    after = _shown(text[span.end : min(line.end, span.end + 2 * width)], encoding)
    words = _head(words, width, dots)
    room = width - columns(words)
    left = min(columns(before), max(room // 2, room - columns(after)))
    before = _tail(before, left, dots)
    after = _head(after, room - columns(before), dots)
    return Row(before + words + after, columns(before), max(columns(words), 1))


def _shown(text: str, encoding: str) -> str:
    return visible(text.replace('\t', _TAB), encoding)


def _head(text: str, width: int, dots: str) -> str:
    """As much of the beginning of a text as a width holds."""
    if columns(text) <= width:
        return text
    taken = 0
    for at, (sign, before) in enumerate(zip(text, ' ' + text, strict=False)):
        taken += _cell(sign, before)
        if taken > width - len(dots):
            return text[:at] + dots if width >= len(dots) else ''
    return text


def _tail(text: str, width: int, dots: str) -> str:
    """As much of the end of a text as a width holds."""
    if columns(text) <= width:
        return text
    at = len(text)
    left = width - len(dots)
    while at and left >= (cell := _cell(text[at - 1], text[at - 2] if at > 1 else ' ')):
        left -= cell
        at -= 1
    # a character must not be cut off from what combines with it
    while at < len(text) and not _cell(text[at], text[at - 1]):
        at += 1
    return dots + text[at:] if width >= len(dots) else ''


def _cell(sign: str, before: str) -> int:
    """Columns that a character adds after the one before it, as terminals that know emoji count."""
    if sign < '\u0300':
        return 1
    if sign == _EMOJI_STYLE:
        return int(_cell(before, ' ') == 1)
    if before == _JOINER or (ord(sign) in _SKIN_TONES and _cell(before, ' ') == 2):
        return 0
    if unicodedata.category(sign) in ('Mn', 'Me', 'Cf'):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in 'WF' else 1


def _picture(found: re.Match[str]) -> str:
    return '␡' if found[0] == '\x7f' else chr(0x2400 + ord(found[0]))


def _caret(found: re.Match[str]) -> str:
    return '^' + chr(ord(found[0]) ^ 0x40)


def _code_point(found: re.Match[str]) -> str:
    return f'<U+{ord(found[0]):04X}>'


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _in_ascii(sign: str) -> str:
    plain = _ASCII.get(sign)
    if plain is None:
        plain = ''.join(filter(str.isascii, unicodedata.normalize('NFKD', sign)))
    return plain or ('' if unicodedata.category(sign)[0] == 'M' else '?')
