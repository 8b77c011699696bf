"""Classes that no list holds, and their spans in a parse; persons, capitals and kinds of tokens among them."""

from __future__ import annotations

from policycheck.nlp import dates, figures
from policycheck.nlp.parse import Parse
from policycheck.text import EMOJI, END, HASHTAG, MENTION, URL, WORD
from policycheck.words.lexicon import FOUND
from policycheck.words.reading import TokenSpan, complete, in_one_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NO_PERSON = ('organisation', 'employer', 'product', 'competitor', 'month', 'weekday', 'title_word')


def fill(parse: Parse) -> None:
    """Adds the spans of these classes to those of the lists, and tells each token which spans hold it."""
    spans, expected = parse.spans, parse.reading.expected
    sentences = parse.reading.sentences
    for name, finder in _FINDERS.items():
        slot = FOUND.index(name) + 1
        if expected is not None and slot not in expected:
            continue
        own_spans = [span for span in finder(parse) if in_one_sentence(sentences, *span)]
        if own_spans:
            spans[slot] = sorted(own_spans)
    if parse.reading.found.waiting:
        complete(parse.reading, spans)


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
    'number': figures.numbers,
    'money': figures.money,
    'percent': figures.percent,
    'date': dates.days,
    'time': dates.times,
    'age': figures.ages,
    'name': _names,
    'caps': _capitals,
    'exclaim': _exclaims,
    'url': _of_kind(URL),
    'mention': _of_kind(MENTION),
    'hashtag': _of_kind(HASHTAG),
    'emoji': _of_kind(EMOJI),
}
