"""Classes that no list holds: money, dates, ages, names and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from policycheck.nlp.parse import Parse
from policycheck.reading import TokenSpan, complete, in_one_sentence
from policycheck.text import EMOJI, END, HASHTAG, MENTION, NUMBER, URL, WORD
from policycheck.vocabulary import FOUND

_CLOCK = re.compile(r'(?:[01]?\d|2[0-3])[.:][0-5]\d')
_DAY_MONTH = re.compile(r'(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?:[./](?:\d{2}|\d{4}))?')
_DAY = re.compile(r'0?[1-9]|[12]\d|3[01]')
_MONTH = re.compile(r'0?[1-9]|1[0-2]')
_YEAR = re.compile(r'(?:19|20)\d\d')
_THOUSANDS = re.compile(r'\d{1,3}')
_NO_PERSON = ('organisation', 'employer', 'product', 'competitor', 'month', 'weekday', 'title_word')
_CLOCK_WORDS = frozenset(('kl', 'klo', 'klokka', 'klokken', 'klockan', 'kello', 'at'))
_AFTER_CLOCK = frozenset(('am', 'pm', "o'clock"))


def fill(parse: Parse) -> None:
    """Adds the spans of these classes to those of the lists, and tells each token which spans hold it."""
    spans = parse.spans
    sentences = parse.reading.sentences
    for name, finder in _FINDERS.items():
        own_spans = [span for span in finder(parse) if in_one_sentence(sentences, *span)]
        if own_spans:
            spans[FOUND.index(name) + 1] = sorted(own_spans)
    if parse.reading.found.waiting:
        complete(parse.reading, spans)


def _numbers(parse: Parse) -> Iterator[TokenSpan]:
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
        if _THOUSANDS.fullmatch(words[i]):
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
    return sorted(_numbers(parse))


def _beside(parse: Parse, first: list[TokenSpan], second: list[TokenSpan]) -> Iterator[TokenSpan]:
    """Stretches of a span of ``first`` and one of ``second`` side by side, either one before."""
    begins = dict(second)
    stops = {end: start for start, end in second}
    for start, end in first:
        after = begins.get(end) or begins.get(parse.after_hyphen(end))
        before = stops.get(start)
        if after is not None or before is not None:
            yield (start if before is None else before), (end if after is None else after)


def _money(parse: Parse) -> Iterator[TokenSpan]:
    currency = parse.of('currency')
    if currency:
        numbers = _number_spans(parse)
        # '2 million kroner': the amount and its unit may be of several words
        yield from _beside(parse, _joined(numbers), _joined(currency))


def _joined(spans: list[TokenSpan]) -> list[TokenSpan]:
    joined: list[TokenSpan] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _percent(parse: Parse) -> Iterator[TokenSpan]:
    signs = [(i, i + 1) for i, word in enumerate(parse.tokens.words) if word == '%'] + parse.of(
        'percent_word'
    )
    if signs:
        yield from _beside(parse, _number_spans(parse), sorted(signs))


def _dates(parse: Parse) -> Iterator[TokenSpan]:
    words, kinds = parse.tokens.words, parse.tokens.kinds
    yield from parse.of('weekday')
    for start, end in parse.of('month'):
        before = start - 1
        if before >= 0 and words[before] in ('.', 'of'):
            before -= 1
        if before >= 0 and words[before] in ('st', 'nd', 'rd', 'th', 'of'):
            before -= 1
        if before >= 0 and kinds[before] == NUMBER:
            yield before, end
        elif end < parse.count and kinds[end] == NUMBER:
            yield start, end + 1
    for i, word in enumerate(words):
        if kinds[i] != NUMBER:
            continue
        if _DAY_MONTH.fullmatch(word) and not (len(word) == 5 and _CLOCK.fullmatch(word) and word[3:] > '12'):
            yield i, i + 1
        elif _YEAR.fullmatch(word) and i + 4 < parse.count and words[i + 1] == '-' and words[i + 3] == '-':
            yield i, i + 5
        elif (
            i + 2 < parse.count
            and words[i + 1] == '/'
            and _DAY.fullmatch(word)
            and _MONTH.fullmatch(words[i + 2])
        ):
            yield i, i + 3


def _times(parse: Parse) -> Iterator[TokenSpan]:
    words = parse.tokens.words
    for i, kind in enumerate(parse.tokens.kinds):
        if kind != NUMBER:
            continue
        before = i - 2 if i > 1 and words[i - 1] == '.' else i - 1
        if before >= 0 and words[before] in _CLOCK_WORDS and len(words[i]) <= 5:
            yield before, i + 1
        elif i + 1 < parse.count and words[i + 1] in _AFTER_CLOCK:
            yield i, i + 2
        elif _CLOCK.fullmatch(words[i]):
            yield i, i + 1


def _ages(parse: Parse) -> Iterator[TokenSpan]:
    age_words = parse.of('age_word')
    if age_words:
        for start, end in _number_spans(parse):
            for begin, stop in age_words:
                if begin in (end, parse.after_hyphen(end)):
                    yield start, stop


def _names(parse: Parse) -> Iterator[TokenSpan]:
    """Persons: a given name or a title with the capitalised words after it, or two capitalised words in a row."""
    no_person = {token for name in _NO_PERSON for start, end in parse.of(name) for token in range(start, end)}
    given = {start for start, _ in parse.of('given_name')}
    titles = {end: start for start, end in parse.of('title_word')}
    first_of = set(parse.reading.sentences)
    i = 0
    while i < parse.count:
        end = i
        while end < parse.count and end - i < 4 and end not in no_person and _capitalised(parse, end):
            end += 1
        if end == i:
            i += 1
            continue
        if i in titles or (titles.get(i - 1) is not None and parse.tokens.words[i - 1] == '.'):
            yield titles.get(i, titles.get(i - 1, i)), end
        elif i in given:
            yield i, end
        elif i + 1 in given and i in first_of and end - i > 1:
            yield i + 1, end
        elif end - i in (2, 3) and i not in first_of:
            yield i, end
        i = end


def _capitalised(parse: Parse, token: int) -> bool:
    start, end = parse.tokens.starts[token], parse.tokens.ends[token]
    return (
        parse.tokens.kinds[token] == WORD
        and end - start > 1
        and parse.text[start].isupper()
        and parse.text[start + 1].islower()
    )


def _capitals(parse: Parse) -> Iterator[TokenSpan]:
    kinds, starts, ends, text = parse.tokens.kinds, parse.tokens.starts, parse.tokens.ends, parse.text
    i = 0
    while i < parse.count:
        end = i
        while (
            end < parse.count
            and kinds[end] == WORD
            and ends[end] - starts[end] > 1
            and text[starts[end] : ends[end]].isupper()
        ):
            end += 1
        if end > i:
            yield i, end
        i = max(end, i + 1)


def _of_kind(kind: int) -> Callable[[Parse], Iterator[TokenSpan]]:
    def spans(parse: Parse) -> Iterator[TokenSpan]:
        return ((i, i + 1) for i, own in enumerate(parse.tokens.kinds) if own == kind)

    return spans


def _exclaims(parse: Parse) -> Iterator[TokenSpan]:
    return (
        (i, i + 1)
        for i, kind in enumerate(parse.tokens.kinds)
        if kind == END and '!' in parse.tokens.words[i]
    )


_FINDERS: dict[str, Callable[[Parse], Iterator[TokenSpan]]] = {
    'number': _numbers,
    'money': _money,
    'percent': _percent,
    'date': _dates,
    'time': _times,
    'age': _ages,
    'name': _names,
    'caps': _capitals,
    'exclaim': _exclaims,
    'url': _of_kind(URL),
    'mention': _of_kind(MENTION),
    'hashtag': _of_kind(HASHTAG),
    'emoji': _of_kind(EMOJI),
}
