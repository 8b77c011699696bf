"""Which figures and words are a day of the calendar or an hour of the day."""

from __future__ import annotations

from policycheck.nlp.parse import Parse
from policycheck.patterns import compiled
from policycheck.text import NUMBER
from policycheck.words.reading import TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK = r'(?:[01]?\d|2[0-3])[.:][0-5]\d'
_DAY_MONTH = r'(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?:[./](?:\d{2}|\d{4}))?'
_DAY = r'0?[1-9]|[12]\d|3[01]'
_MONTH = r'0?[1-9]|1[0-2]'
_YEAR = r'(?:19|20)\d\d'
_ORDINAL = frozenset(('st', 'nd', 'rd', 'th', 'e', 'a'))
_FRACTIONS = frozenset((('1', '2'), ('1', '3'), ('2', '3'), ('1', '4'), ('3', '4'), ('1', '5'), ('1', '10')))
"""Shares that are written far more often than the days they could be."""
_BEFORE_DAY = frozenset(
    ('on', 'by', 'until', 'till', 'from', 'den', 'til', 'fra', 'frå', 'till', 'från', 'senast', 'senest', 'dato')
)  # fmt: skip
_VERSION = frozenset(
    ('version', 'versions', 'versjon', 'versjonen', 'versionen', 'versio', 'version', 'versiota', 'versiossa',
     'versioon', 'release', 'v', 'ver', 'utgave', 'utgåva', 'python', 'chapter', 'section', 'kapittel', 'kapitel',
     'luku', 'punkt', '§')
)  # fmt: skip
"""Words before figures with a full stop that count editions or parts of a text."""
_CLOCK_WORDS = frozenset(('kl', 'klo', 'klokka', 'klokken', 'klockan', 'kello', 'at'))
_AFTER_CLOCK = frozenset(('am', 'pm', "o'clock"))


def days(parse: Parse) -> Iterator[TokenSpan]:
    """Days of the week, and days of a month in words or figures, with the year that follows them."""
    words, kinds = parse.tokens.words, parse.tokens.kinds
    yield from parse.of('weekday')
    for start, end in parse.of('month'):
        day = _day_before(parse, start)
        if day is not None:
            yield day, _with_year(parse, end)
        elif end < parse.count and kinds[end] == NUMBER:
            # November 21st; marraskuun 21. päivä
            stop = end + 1
            if stop < parse.count and words[stop] in _ORDINAL and _touches(parse, stop):
                stop += 1
            elif stop + 1 < parse.count and words[stop] == '.' and words[stop + 1].startswith('päivä'):
                stop += 2
            yield start, _with_year(parse, stop)
    for i, word in enumerate(words):
        if kinds[i] == NUMBER:
            last = _in_figures(parse, i, word)
            if last is not None:
                yield i, last


def _day_before(parse: Parse, month: int) -> int | None:
    """The number of the day before a month: 21, 21., 21st, 21st of, and the Swedish 3:e."""
    words = parse.tokens.words
    before = month - 1
    if before >= 0 and words[before] in ('.', 'of'):
        before -= 1
    if before >= 0 and words[before] in _ORDINAL:
        before -= 1
        if before >= 0 and words[before] == ':':
            before -= 1
    return before if before >= 0 and parse.tokens.kinds[before] == NUMBER else None


def _with_year(parse: Parse, end: int) -> int:
    """``end``, or where the year ends that follows it, a comma passed over."""
    words = parse.tokens.words
    at = end + 1 if end < parse.count and words[end] == ',' else end
    return at + 1 if at < parse.count and compiled(_YEAR).fullmatch(words[at]) else end


def _in_figures(parse: Parse, i: int, word: str) -> int | None:
    """Where the day ends that begins with this number, or None: 24.12., 24/12, 21/11/2026, 2026-11-21."""
    words = parse.tokens.words
    if compiled(_DAY_MONTH).fullmatch(word):
        clock = len(word) == 5 and compiled(_CLOCK).fullmatch(word) and word[3:] > '12'
        edition = i > 0 and words[i - 1] in _VERSION
        return None if clock or edition else i + 1
    if i + 2 >= parse.count:
        return None
    sign, second = words[i + 1], words[i + 2]
    if sign not in ('/', '-'):
        return None
    third = words[i + 4] if i + 4 < parse.count else ''
    whole = words[i + 3 : i + 4] == [sign] and all(_touches(parse, at) for at in range(i + 1, i + 5) if third)
    if compiled(_YEAR).fullmatch(word):
        iso = sign == '-' and whole and compiled(_MONTH).fullmatch(second) and compiled(_DAY).fullmatch(third)
        return i + 5 if iso else None
    if not (compiled(_DAY).fullmatch(word) and compiled(_DAY).fullmatch(second)):
        return None
    european = compiled(_MONTH).fullmatch(second) is not None
    # 21/11/2026, and 21/11-2026 as Norway and Sweden write it
    mixed = european and sign == '/' and words[i + 3 : i + 4] == ['-']
    if compiled(_YEAR).fullmatch(third) and (
        mixed or (whole and (european or compiled(_MONTH).fullmatch(word)))
    ):
        return i + 5
    share = (word, second) in _FRACTIONS and not (i and words[i - 1] in _BEFORE_DAY)
    return i + 3 if sign == '/' and european and not share else None


def _touches(parse: Parse, at: int) -> bool:
    return parse.tokens.starts[at] == parse.tokens.ends[at - 1]


def times(parse: Parse) -> Iterator[TokenSpan]:
    """Hours: 10.30, kl. 9, 5 pm."""
    words = parse.tokens.words
    for i, kind in enumerate(parse.tokens.kinds):
        if kind != NUMBER:
            continue
        before = i - 2 if i > 1 and words[i - 1] == '.' else i - 1
        if before >= 0 and words[before] in _CLOCK_WORDS and len(words[i]) <= 5:
            yield before, i + 1
        elif i + 1 < parse.count and words[i + 1] in _AFTER_CLOCK:
            yield i, i + 2
        elif compiled(_CLOCK).fullmatch(words[i]) and not (i and words[i - 1] in _VERSION):
            yield i, i + 1
