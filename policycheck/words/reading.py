"""A text as both speeds read it: tokens, slots, sentences; so that neither sees what the other does not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain

from policycheck.patterns import compiled
from policycheck.records import NamedTuple
from policycheck.text import ADDRESSES, NUMBER, SIGN, Tokens, plain_tokens, plain_words, tokenise
from policycheck.words.lexicon import BY_CASE, WRITTEN, Entry, Lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from typing import Any

TokenSpan = tuple[int, int]
"""A stretch of tokens, the end not included."""

HYPHENS = frozenset('-\u2010\u2011')

_DIGIT = r'\d'

Waiting = tuple[int, tuple[int, ...]]
"""The slot of a list, and the slots of one of its entries."""


class Found(NamedTuple):
    """Where slots are filled, and the entries that wait."""

    spans: dict[int, list[TokenSpan]]
    waiting: list[Waiting]


class Reading:
    """A normalised text in one language: what both speeds know of it, each thing found when it is asked for."""

    def __init__(self, text: str, lexicon: Lexicon, abbreviations: Container[str]) -> None:
        self.text = text
        plain = plain_words(text)
        self.plain = plain is not None
        """Whether all tokens are words, numbers and signs."""
        self._tokens = tokenise(text) if plain is None else None
        self._words = self.tokens.words if plain is None else plain
        self.filled: list[tuple[int, ...]] = [*map(lexicon.slots_of.__getitem__, self._words)]
        """The slots of each token."""
        self.lexicon = lexicon
        self._abbreviations = abbreviations
        self._sentences: list[int] | None = None
        self._found: Found | None = None
        self._runs: dict[int, list[TokenSpan]] | None = None
        self._hyphens: list[int] | None = None
        self._sides: dict[tuple[int, int], tuple[list[TokenSpan], dict[int, list[int]]]] = {}
        self.expected: Container[int] | None = None
        """The classes found beforehand that may be in it, where the fast path has asked; others need no search."""
        self.sketch: Any = None
        """The parse of it that was made without spaCy, where one was: what it holds need not be found again."""
        if not self.plain:
            kinds = self.tokens.kinds
            self.filled = [() if kind in ADDRESSES else own for own, kind in zip(self.filled, kinds)]
        self.present: set[int] = set().union(*self.filled)
        """The slots that words fill."""
        if BY_CASE in self.present:
            for at, own in enumerate(self.filled):
                if BY_CASE in own:
                    self.filled[at] = self._by_case(at, own)
            self.present = set().union(*self.filled)

    def _by_case(self, at: int, own: tuple[int, ...]) -> tuple[int, ...]:
        tokens = self.tokens
        written = self.text[tokens.starts[at] : tokens.ends[at]].lstrip('#')
        return tuple({*own, *self.lexicon.slots_of[WRITTEN + written]} - {BY_CASE})

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        if self._tokens is None:
            self._tokens = plain_tokens(self.text)
        return self._tokens

    def kinds(self) -> set[int]:
        """The kinds of tokens that there may be, words and signs left out."""
        if not self.plain:
            return set(self.tokens.kinds)
        return {NUMBER} if compiled(_DIGIT).search(self.text) else set()

    @property
    def sentences(self) -> list[int]:
        """Indices of the tokens that begin a sentence."""
        if self._sentences is None:
            # of most texts nobody asks it
            from policycheck.words.sentences import sentence_starts

            self._sentences = sentence_starts(self.text, self.tokens, self._abbreviations)
        return self._sentences

    @property
    def runs(self) -> dict[int, list[TokenSpan]]:
        """By list: where the words of an entry of single words stand side by side, sentences aside."""
        if self._runs is None:
            self._runs = _runs(self)
        return self._runs

    @property
    def hyphens(self) -> list[int]:
        """The tokens that are hyphens, in order."""
        if self._hyphens is None:
            words = () if HYPHENS.isdisjoint(self._words) else self._words
            self._hyphens = [at for at, word in enumerate(words) if word in HYPHENS]
        return self._hyphens

    @property
    def found(self) -> Found:
        """Where each slot is filled: ``spans``, in order, by token or by an entry of several words of a list.

        ``waiting`` are entries that may be there once classes such as {money} are found, see ``complete``.
        """
        if self._found is None:
            self._found = _search(self, self.lexicon)
        return self._found

    def sides(self, slot: int, spans: list[TokenSpan], side: int) -> dict[int, list[int]]:
        """Of a slot's spans by one side (0: where they begin, 1: where they end) the other; kept for the same list."""
        known = self._sides.get((slot, side))
        if known is None or known[0] is not spans:
            known = self._sides[slot, side] = spans, {}
            for span in spans:
                known[1].setdefault(span[side], []).append(span[1 - side])
        return known[1]

    def let_go(self) -> None:
        """Parts it from its sketch: each holds the other, and both would stay until the collector comes round."""
        if self.sketch is not None:
            self.sketch.doc = None
            self.sketch = None

    def anywhere(self) -> set[int]:
        """Slots that may be filled somewhere: never fewer than ``found`` leads to.

        All words of a loose entry are taken for the entry, wherever they stand; entries that consist of
        classes found beforehand (``lexicon.always_waiting``) are left out.
        """
        found = self.present.union(self.runs)
        owners = {entry.owner for entry in self.lexicon.loose(found)} - found
        while not owners.isdisjoint(self.lexicon.nested):
            found |= owners
            owners = {entry.owner for entry in self.lexicon.loose(found)} - found
        return found | owners


def read(text: str, lexicon: Lexicon, abbreviations: Container[str]) -> Reading:
    """The reading of a normalised text."""
    return Reading(text, lexicon, abbreviations)


def complete(reading: Reading, spans: dict[int, list[TokenSpan]]) -> None:
    """Adds to ``spans``, which hold the classes found beforehand, the entries that waited for them."""
    more = True
    while more:
        more = False
        for owner, slots in reading.found.waiting:
            if not all(map(spans.__contains__, slots)):
                continue
            new = set(chains(reading, spans, slots)).difference(spans.get(owner, ()))
            if new:
                spans[owner] = sorted({*spans.get(owner, ()), *new})
                more = True


def chains(
    reading: Reading, spans: Mapping[int, list[TokenSpan]], slots: tuple[int, ...]
) -> Iterator[TokenSpan]:
    """The stretches of one sentence in which these slots stand side by side, hyphens passed over."""
    if any(slot not in spans for slot in slots):
        return
    kinds = reading.tokens.kinds
    begins: Mapping[int, Iterable[int]] = reading.sides(slots[0], spans[slots[0]], 1)
    for slot in slots[1:]:
        ends = reading.sides(slot, spans[slot], 0)
        steps = [(end, end) for end in begins.keys() & ends.keys()]
        steps += [
            (at, at + 1) for at in reading.hyphens if at in begins and at + 1 in ends and kinds[at] == SIGN
        ]
        further: dict[int, set[int]] = {}
        for end, start in steps:
            for stop in ends[start]:
                further.setdefault(stop, set()).update(begins[end])
        if not further:
            return
        begins = further
    for end, starts in begins.items():
        for start in starts:
            if in_one_sentence(reading.sentences, start, end):
                yield start, end


def in_one_sentence(sentences: list[int], begin: int, end: int) -> bool:
    """Whether a stretch of tokens lies within one of the sentences that begin at these tokens."""
    return bisect_right(sentences, begin) == bisect_right(sentences, end - 1)


def _search(reading: Reading, lexicon: Lexicon) -> Found:
    """Every slot's places; loose entries are tried until they lead to no more."""
    places: defaultdict[int, list[TokenSpan]] = defaultdict(list)
    for at, filled in enumerate(reading.filled):
        if filled:
            place = (at, at + 1)
            for slot in filled:
                places[slot].append(place)
    spans = dict(places)
    for owner, runs in reading.runs.items():
        if whole := [span for span in runs if in_one_sentence(reading.sentences, *span)]:
            spans[owner] = sorted({*spans.get(owner, ()), *whole})
    waiting: dict[Waiting, None] = dict.fromkeys(lexicon.always_waiting)
    tried: dict[Waiting, list[int]] = {}
    again = True
    while again:
        again = False
        for entry in lexicon.loose(set(spans)):
            name = entry.owner, entry.slots
            if entry.waits:
                waiting[name] = None
                continue
            counts = [len(spans[slot]) for slot in entry.slots]
            if tried.get(name) == counts:
                continue
            tried[name] = counts
            if new := set(chains(reading, spans, entry.slots)).difference(spans.get(entry.owner, ())):
                spans[entry.owner] = sorted({*spans.get(entry.owner, ()), *new})
                again = True
    return Found(spans, list(waiting))


def _runs(reading: Reading) -> dict[int, list[TokenSpan]]:
    """Where the words of entries of single words stand side by side; tried where the rarest has its neighbour."""
    lexicon, filled = reading.lexicon, reading.filled
    following, leading = [*filled[1:], ()], [(), *filled[:-1]]
    for at in reading.hyphens:
        if 0 < at < len(filled) - 1:
            following[at - 1] += filled[at + 1]
            leading[at + 1] += filled[at - 1]
    tried = [
        (at, told[slot])
        for at, beside in enumerate(map(lexicon.beside.__getitem__, filled))
        if beside is not None
        for told, others in ((beside.after, following[at]), (beside.before, leading[at]))
        if not told.keys().isdisjoint(others)
        for slot in told.keys() & others
    ]
    found: dict[int, list[TokenSpan]] = {}
    everywhere = reading.present.issuperset
    for at, places in tried:
        for entry in chain.from_iterable(map(lexicon.entries.__getitem__, places)):
            if everywhere(entry.slots):
                span = _side_by_side(reading, entry, at)
                if span is not None:
                    found.setdefault(entry.owner, []).append(span)
    return found


def _side_by_side(reading: Reading, entry: Entry, at: int) -> TokenSpan | None:
    """The place of an entry of single words whose rarest is the token ``at``; None where it does not stand there."""
    slots, filled, hyphens = entry.slots, reading.filled, reading.hyphens
    place, size = entry.place, len(slots)
    first = at - place
    near = bisect_left(hyphens, first - 1) if hyphens else 0
    if near < len(hyphens) and hyphens[near] <= first + size:
        stop = _reach(reading, at + 1, 1, slots[place + 1 :])
        begin = None if stop is None else _reach(reading, at - 1, -1, slots[:place][::-1])
        return None if stop is None or begin is None else (begin + 1, stop)
    # no hyphen to pass over: most places
    if first < 0 or first + size > len(filled):
        return None
    for slot, own in zip(slots, filled[first : first + size]):
        if slot not in own:
            return None
    return first, first + size


def _reach(reading: Reading, token: int, step: int, slots: tuple[int, ...]) -> int | None:
    """The token after the last of these slots, side by side from ``token`` on in one direction; None if not there."""
    filled, tokens = reading.filled, reading.tokens
    count = len(filled)
    for slot in slots:
        if not 0 <= token < count:
            return None
        if slot not in filled[token]:
            if not (tokens.words[token] in HYPHENS and tokens.kinds[token] == SIGN):
                return None
            token += step
            if not 0 <= token < count or slot not in filled[token]:
                return None
        token += step
    return token
