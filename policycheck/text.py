"""What is a character and what is a word: normalising and the one tokeniser of both speeds."""

from __future__ import annotations

import re

from policycheck.model import Places
from policycheck.patterns import compiled
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Signs that hide in words, fold to a plainer sign, or stand for a letter in another shape.
_ODD = (
    '[\u00a0\u00ad\u00b4\u0060\u02bc\u1680\u180e\u2000-\u200f\u2018-\u201b\u202a-\u202f\u2032\u205f'
    '\u2060-\u2064\u2066-\u206f\u2126\u212a\u212b\u3000\ufeff\uff01-\uff5e\U0001d400-\U0001d7ff\u24b6-\u24e9'
    '\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]'
)
_APOSTROPHES = dict.fromkeys('\u00b4\u0060\u02bc\u2018\u2019\u201b\u2032', "'")
_SPACES = dict.fromkeys(
    '\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    ' ',
)
_SQUARED = {chr(first + i): chr(65 + i) for first in (0x1F130, 0x1F150, 0x1F170) for i in range(26)}
_CLUSTER = '[^\u0300-\u036f][\u0300-\u036f]+'
_INK = r'[^\r\n]'


PARAGRAPH = '\u2029'
"""Ends a sentence whatever follows, as an empty line does."""


class Normal(NamedTuple):
    """A normalised text and, unless it is the text itself, where each character comes from."""

    text: str
    places: Places | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the given text that a stretch of the normalised one stands for."""
        if self.places is None:
            return start, end
        first, last = self.places.span(start, end)
        # a stretch that ends in another part of the text than it begins in
        return min(first, last), max(first, last)


def whole(text: str) -> str:
    """A text of signs: the halves of a surrogate pair as the sign that they are, one without the other as U+FFFD.

    >>> whole('a\\ud83d\\ude00\\ud83db') == 'a😀\\ufffdb'
    True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'replace')
    return text


def blanks(text: str) -> str:
    """Blanks in the place of a text, as many as it has signs; line ends stay.

    >>> blanks('a b\\r\\nc')
    '   \\r\\n '
    """
    return compiled(_INK).sub(' ', text)


def normalise(text: str, written: Sequence[tuple[int, int, str]] = ()) -> Normal:
    """A text with one spelling for what looks alike, and the table back.

    NFC letters, plain apostrophes and spaces, plain letters for fancy ones; soft hyphens,
    zero-width signs and bidirectional marks are left out, a joiner only where it joins no emoji.
    ``written`` are stretches of the text that stand for other signs.
    """
    if written:
        meant, starts, ends = _edited(text, written)
        normal = normalise(meant)
        if normal.places is not None:
            starts, ends = _through(normal.places.starts, normal.places.ends, starts, ends)
        return Normal(normal.text, Places(starts, ends))
    if (text.isascii() and '`' not in text) or compiled(_PLAIN_TEXT).fullmatch(text):
        return Normal(text, None)
    # slow to load for the many texts that are plain
    import unicodedata

    if not compiled(_ODD).search(text) and unicodedata.is_normalized('NFC', text):
        return Normal(text, None)
    edits = [
        (match.start(), match.end(), _plain(text, match.start())) for match in compiled(_ODD).finditer(text)
    ]
    plain, starts, ends = _edited(text, edits)
    if not unicodedata.is_normalized('NFC', plain):
        # letters are composed only now: a hidden sign may have stood between a letter and its accent
        composed = [
            (match.start(), match.end(), unicodedata.normalize('NFC', match.group()))
            for match in compiled(_CLUSTER).finditer(plain)
        ]
        plain, firsts, lasts = _edited(plain, composed)
        starts, ends = _through(firsts, lasts, starts, ends)
    return Normal(plain, Places(starts, ends))


def _through(
    firsts: list[int], lasts: list[int], starts: list[int], ends: list[int]
) -> tuple[list[int], list[int]]:
    """Beginnings and ends in a text as those in the older one that it was made from."""
    return [starts[i] for i in firsts], [ends[i - 1] for i in lasts]


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> tuple[str, list[int], list[int]]:
    """The text with each stretch replaced, and where every character of it begins and ends in the old one."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, plain in edits:
        pieces += (text[at:start], plain)
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        starts.extend([start] * len(plain))
        ends.extend([end] * len(plain))
        at = end
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return ''.join(pieces), starts, ends


def _plain(text: str, at: int) -> str:
    sign = text[at]
    if sign in _APOSTROPHES:
        return "'"
    if sign in _SPACES:
        return ' '
    if sign in _SQUARED:
        return _SQUARED[sign]
    import unicodedata

    if sign == '\u200d':
        before = text[at - 1 : at]
        if before != sign and compiled(_ODD).match(before):
            before = _plain(text, at - 1)[-1:]
        # emoji are symbols, their skin tones modifiers (Unicode categories So, Sk)
        return sign if before == '\ufe0f' or (before and unicodedata.category(before) in ('So', 'Sk')) else ''
    plain = unicodedata.normalize('NFKC', sign)
    # NFKC of a sign without a plain form is itself: the invisible ones
    return plain if plain != sign else ''


URL, EMAIL, WORD, NUMBER, HASHTAG, MENTION, EMOJI, END, SIGN = range(1, 10)
"""Kinds of tokens. END: signs that may end a sentence; SIGN: any other sign."""
ADDRESSES = frozenset((URL, EMAIL))
"""Kinds whose words are no words of a language."""

_EMOJI = (
    '[\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55'
    '\U0001f000-\U0001faff]'
)
_AFTER = '[\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*'
_ADDRESS = (
    r'((?i:https?://|www\.)[^\s<>"\u201d\u00bb]{1,2000}'
    r'|(?:[^\W_][\w-]{0,62}+\.){1,4}(?i:com|org|net|info|eu|io|no|se|fi|dk|uk|de|app|dev|example)(?![\w@-])'
    r'(?:/[^\s<>"\u201d\u00bb]{0,2000})?)'
    r'|([\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63})+)'
)
_NO_ADDRESS = '((?!))|((?!))'
_REST = (
    # a masked word, f***: one to three letters and signs for the rest
    r'|([^\W\d_]{1,3}(?:\*{2,}[^\W\d_]{0,8}|[*#$][^\W\d_]{1,6})(?![\w*])'
    r"|[^\W\d_][^\W_]*(?:'[^\W_]+|[\u0300-\u036f][^\W_]*)*)"
    r'|(\d+(?:[.,:]\d+)*)'
    r'|(#\w[\w\u0300-\u036f]*)'
    r'|(@\w+(?:[.-]\w+)*(?:@[\w-]+(?:\.[\w-]+)+)?)'
    rf'|([\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_EMOJI}{_AFTER}(?:\u200d{_EMOJI}{_AFTER})*)'
    r'|([.!?\u2026]+)'
    r"|('(?i:s|re|ve|ll|d|m)\b|[^\s])"
)
_WITH_ADDRESSES = _ADDRESS + _REST
_WITHOUT = _NO_ADDRESS + _REST
# begins with its rare sign, which is found faster than the letters before it
_MAY_HOLD_ADDRESS = r'[:.@](?:(?<=:)//|(?<=[wW]{3}\.)|(?<=\w[.@])\w)'
_CONTRACTION = r"(?:n't|'(?:s|re|ve|ll|d|m))$"
_MASKS = {ord(sign): '*' for sign in '#$'}
_TRAILING = '.,:;!?)]}\'"'


class Tokens(NamedTuple):
    """The tokens of a normalised text, as four lists of the same length.

    ``words`` is how a token is looked up: lower case, hashtags without their sign, emoji without
    skin tones and variation marks, words that are masked with asterisks alone (sh#t is sh*t).
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    kinds: list[int]


# What most posts consist of: Latin letters, figures, ordinary signs; what else has rules of its own.
_PLAIN_TEXT = (
    r'[ \t\n\r\f\v\u2028\u2029a-zA-Z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u012f\u0131-\u017f'
    r'.,!?:;()\[\]"\'%&+=/<>\u20ac\u00a7\u00ab\u00bb\u2010-\u2014\u201c-\u201e\u2022\u2026-]*'
)
_FULL_STOP_INSIDE = r'\.[^\W\d_]'
_PLAIN_TOKEN = r"[^\W\d_][^\W_]*(?:'[^\W_]+)*|\d+(?:[.,:]\d+)*|[.!?\u2026]+|'(?:s|re|ve|ll|d|m)\b|\S"


def plain_words(text: str) -> list[str] | None:
    """The words of ``tokenise``, found several times faster, or None for a text that is not plain.

    A plain text has words, numbers and signs alone: no addresses, @names, hashtags, emoji.
    """
    if '://' in text or not compiled(_PLAIN_TEXT).fullmatch(text) or compiled(_FULL_STOP_INSIDE).search(text):
        return None
    words = compiled(_PLAIN_TOKEN).findall(text.lower())
    if "'" not in text:
        return words
    whole, words = words, []
    for word in whole:
        cut = compiled(_CONTRACTION).search(word) if "'" in word and word[0] != "'" else None
        if cut is not None and cut.start():
            words += (word[: cut.start()], cut.group())
        else:
            words.append(word)
    return words


def plain_tokens(text: str) -> Tokens:
    """What ``tokenise`` finds in a plain text, one that ``plain_words`` has an answer for, in half the time."""
    found: list[tuple[int, int, str, int]] = []
    # plain letters are as long as their small ones
    for match in compiled(_PLAIN_TOKEN).finditer(text.lower()):
        word, start, end = match.group(), match.start(), match.end()
        sign = word[0]
        kind = WORD if sign.isalpha() else NUMBER if sign.isdigit() else END if sign in '.!?\u2026' else SIGN
        cut = compiled(_CONTRACTION).search(word) if kind == WORD and "'" in word else None
        if cut is not None and cut.start():
            found.append((start, start + cut.start(), word[: cut.start()], WORD))
            start, word = start + cut.start(), cut.group()
        found.append((start, end, word, kind))
    return Tokens(*map(list, zip(*found))) if found else Tokens([], [], [], [])


def tokenise(text: str) -> Tokens:
    """The tokens of a normalised text: words, numbers, hashtags, mentions, addresses, emoji, signs.

    Contractions are split as in ``do`` + ``n't``; a hyphen is a token of its own.
    """
    pattern = _WITH_ADDRESSES if compiled(_MAY_HOLD_ADDRESS).search(text) else _WITHOUT
    found: list[tuple[int, int, str, int]] = []
    for match in compiled(pattern).finditer(text):
        raw, kind, (start, end) = match[0], match.lastindex or SIGN, match.span()
        word = raw.lower()
        if not word.isalpha():
            size, other = _two(raw, kind)
            if size:
                found.append((start, start + size, raw[:size].lower(), kind))
                start, word, kind = start + size, raw[size:].lower(), other
            else:
                word = _looked_up(word, kind)
        found.append((start, end, word, kind))
    return Tokens(*map(list, zip(*found))) if found else Tokens([], [], [], [])


def _two(raw: str, kind: int) -> tuple[int, int]:
    """Of what is two tokens the size of the first and the kind of the second; 0 for what is one."""
    if kind == WORD and "'" in raw:
        # in the word as it stands: a small letter may be longer than its capital (İ)
        cut = compiled(_CONTRACTION, re.IGNORECASE).search(raw)
        return (cut.start() if cut is not None else 0), WORD
    if kind in ADDRESSES:
        kept = len(raw.rstrip(_TRAILING))
        if kept < len(raw):
            return kept, END if raw[kept] in '.!?' else SIGN
    return 0, kind


def _looked_up(word: str, kind: int) -> str:
    """A token in small letters, of which not all signs are letters, as Tokens says that it is looked up."""
    if kind == WORD:
        masked = "'" not in word and ('*' in word or '#' in word or '$' in word)
        return word[0] + word[1:].translate(_MASKS) if masked else word
    if kind == HASHTAG:
        return word[1:]
    return compiled(_DRESS).sub('', word) if kind == EMOJI else word


_DRESS = '[\ufe0f\U0001f3fb-\U0001f3ff]'
