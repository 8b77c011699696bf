"""Classes that begin with a figure: numbers, money, shares and ages."""

from __future__ import annotations

from policycheck.nlp.parse import Parse
from policycheck.patterns import compiled
from policycheck.text import NUMBER, WORD
from policycheck.words.reading import TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_THOUSANDS = r'\d{1,3}'
_PRICE_DASHES = frozenset('-\u2010\u2011\u2012\u2013\u2014')
_AFTER_PRICE = frozenset('.,;:!?)\u2026"\u201d\u00bb')
_SHORT_UNITS = frozenset(('kr', 'eur', 'mill', 'mrd', 'md', 'milj', 'mn', 'mio', 'tkr'))
"""Units of money that may carry the full stop of an abbreviation."""
_YEARS = r'1[01]\d|[1-9]?\d'
_AGED = frozenset(('aged', 'age', 'alderen', 'åldern', 'iältään'))
_BIRTHDAY = frozenset(
    ('turned', 'turning', 'turns', 'fylte', 'fyller', 'fylt', 'fyllde', 'fyllt', 'täytti', 'täyttää', 'täyttänyt')
)  # fmt: skip
_AFTER_BIRTHDAY = frozenset(
    ('today', 'yesterday', 'tomorrow', 'last', 'this', 'in', 'on', 'and', 'i', 'på', 'og', 'och', 'år',
     'vuotta', 'eilen', 'tänään', 'huomenna', 'ja', 'viime')
)  # fmt: skip
_SPANS_OF_TIME = frozenset(
    ('years', 'year', 'months', 'month', 'weeks', 'week', 'days', 'day', 'hours', 'hour')
)


def numbers(parse: Parse) -> Iterator[TokenSpan]:
    """Figures, with their thousands set off by spaces, and number words."""
    kinds, words, ends, starts = (
        parse.tokens.kinds,
        parse.tokens.words,
        parse.tokens.ends,
        parse.tokens.starts,
    )
    i = 0
    while i < parse.count:
        if kinds[i] != NUMBER:
            i += 1
            continue
        end = i + 1
        if compiled(_THOUSANDS).fullmatch(words[i]):
            # 12 500: groups of three after a space, as the Nordic countries write it
            while (
                end < parse.count
                and kinds[end] == NUMBER
                and len(words[end].split(',')[0]) == 3
                and starts[end] == ends[end - 1] + 1
            ):
                end += 1
        yield i, end
        i = end
    yield from parse.of('number_word')


def _number_spans(parse: Parse) -> list[TokenSpan]:
    return sorted(numbers(parse))


def _beside(parse: Parse, first: list[TokenSpan], second: list[TokenSpan]) -> Iterator[tuple[int, int, int]]:
    """Stretches of a span of ``first`` and one of ``second`` side by side, either one before.

    Where the span of ``first`` begins, then where the stretch begins and ends.
    """
    begins = dict(second)
    stops = {end: start for start, end in second}
    for start, end in first:
        after = begins.get(end) or begins.get(parse.after_hyphen(end))
        before = stops.get(start)
        if after is not None or before is not None:
            yield start, (start if before is None else before), (end if after is None else after)


def money(parse: Parse) -> Iterator[TokenSpan]:
    """Amounts beside a currency, and those that a dash in the place of cents shows to be prices: ``500,-``."""
    currency = parse.of('currency')
    dashes = not _PRICE_DASHES.isdisjoint(parse.tokens.words)
    if not currency and not dashes:
        return
    amounts: list[TokenSpan] = []
    prices: list[TokenSpan] = []
    # '2 million kroner': the amount and its unit may be of several words
    for start, end in _joined(_number_spans(parse)):
        if dashes and _ends_as_price(parse, end):
            amounts.append((start, end + 2))
            prices.append(amounts[-1])
        else:
            amounts.append((start, end))
    units = _units(parse, currency)
    found = {start: (begin, end) for start, begin, end in _beside(parse, amounts, units)}
    stops = {end for _, end in amounts}
    # 'kr. 500', but not 'it is 20 kr. 500 people came'
    dotted = {end + 1: start for start, end in units if start not in stops and _abbreviated(parse, end)}
    for start, end in amounts:
        if start in dotted:
            found[start] = (dotted[start], max(end, found.get(start, (start, end))[1]))
    for price in prices:
        found.setdefault(price[0], price)
    yield from found.values()


def _units(parse: Parse, currency: list[TokenSpan]) -> list[TokenSpan]:
    """Units of money, those of several words as one: ``million dollars``, ``mrd. kroner``."""
    units: list[TokenSpan] = []
    for start, end in _joined(currency):
        if units and units[-1][1] + 1 == start and _abbreviated(parse, units[-1][1]):
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return units


def _ends_as_price(parse: Parse, end: int) -> bool:
    """Whether ``,-`` or ``:-`` follows the number that ends before ``end`` without a space, and no more."""
    words, starts, ends = parse.tokens.words, parse.tokens.starts, parse.tokens.ends
    last = end + 1
    if last >= parse.count or words[end] not in (',', ':') or words[last] not in _PRICE_DASHES:
        return False
    if starts[end] != ends[end - 1] or starts[last] != ends[end]:
        return False
    if last + 1 == parse.count or starts[last + 1] > ends[last]:
        return True
    # 3:-) is a face
    return words[last + 1][0] in _AFTER_PRICE and not (words[end] == ':' and words[last + 1] == ')')


def _abbreviated(parse: Parse, end: int) -> bool:
    """Whether a short unit ends before ``end`` and its full stop stands there."""
    words, starts, ends = parse.tokens.words, parse.tokens.starts, parse.tokens.ends
    return (
        end < parse.count
        and words[end] == '.'
        and words[end - 1] in _SHORT_UNITS
        and starts[end] == ends[end - 1]
    )


def _joined(spans: list[TokenSpan]) -> list[TokenSpan]:
    joined: list[TokenSpan] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def percent(parse: Parse) -> Iterator[TokenSpan]:
    """Numbers beside a sign or word of shares."""
    signs = [(i, i + 1) for i, word in enumerate(parse.tokens.words) if word == '%'] + parse.of(
        'percent_word'
    )
    if signs:
        for _, start, end in _beside(parse, _number_spans(parse), sorted(signs)):
            yield start, end


def ages(parse: Parse) -> Iterator[TokenSpan]:
    """Numbers before a word of age, ``42 years old``, or behind one, ``aged 42``."""
    words, kinds = parse.tokens.words, parse.tokens.kinds
    after = dict(sorted(parse.of('age_word')))
    leading = _AGED | _BIRTHDAY
    if not after and leading.isdisjoint(words):
        return
    for start, end in _number_spans(parse):
        stop = after.get(end) or after.get(parse.after_hyphen(end))
        cue = words[start - 1] if start else ''
        if cue in leading and end == start + 1 and compiled(_YEARS).fullmatch(words[start]) and stop is None:
            following = words[end] if end < parse.count else ''
            if cue in _AGED:
                # cheese and whisky are aged 12 months
                if following not in _SPANS_OF_TIME:
                    yield start - 1, end
            elif not following or kinds[end] != WORD or following in _AFTER_BIRTHDAY:
                yield start - 1, end
        elif stop is not None:
            yield start, stop
