"""A text as both speeds read it: tokens, slots, sentences; so that neither sees what the other does not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from policycheck.lexicon import BY_CASE, WRITTEN, Entry, Lexicon
from policycheck.patterns import compiled
from policycheck.records import NamedTuple
from policycheck.text import ADDRESSES, NUMBER, SIGN, Tokens, plain_tokens, plain_words, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
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
        words = plain_words(text)
        self.plain = words is not None
        """Whether all tokens are words, numbers and signs."""
        self._tokens = tokenise(text) if words is None else None
        self.filled: list[tuple[int, ...]] = [*map(lexicon.slots_of.__getitem__, words or self.tokens.words)]
        """The slots of each token."""
        self.lexicon = lexicon
        self._abbreviations = abbreviations
        self._sentences: list[int] | None = None
        self._found: Found | None = None
        self._entries: list[Entry] | None = None
        self._hyphens: list[int] | None = None
        self.sketch: Any = None
        """The parse of it that was made without spaCy, where one was: what it holds need not be found again."""
        if not self.plain:
            kinds = self.tokens.kinds
            self.filled = [() if kind in ADDRESSES else own for own, kind in zip(self.filled, kinds)]
        for at, own in enumerate(self.filled):
            if BY_CASE in own:
                self.filled[at] = self._by_case(at, own)

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
            from policycheck.sentences import sentence_starts

            self._sentences = sentence_starts(self.text, self.tokens, self._abbreviations)
        return self._sentences

    @property
    def entries(self) -> list[Entry]:
        """The entries of several words whose words are all somewhere in the text by themselves."""
        if self._entries is None:
            self._entries = _possible(set().union(*self.filled), self.lexicon)
        return self._entries

    @property
    def hyphens(self) -> list[int]:
        """The tokens that are hyphens, in order."""
        if self._hyphens is None:
            words, kinds = self.tokens.words, self.tokens.kinds
            self._hyphens = [at for at, word in enumerate(words) if word in HYPHENS and kinds[at] == SIGN]
        return self._hyphens

    @property
    def found(self) -> Found:
        """Where each slot is filled: ``spans``, in order, by token or by an entry of several words of a list.

        ``waiting`` are entries that may be there once classes such as {money} are found, see ``complete``.
        """
        if self._found is None:
            self._found = _search(self, self.lexicon)
        return self._found

    def anywhere(self) -> set[int]:
        """Slots that may be filled somewhere: never fewer than ``found`` leads to.

        All words of an entry are taken for the entry, wherever they stand; entries that consist of
        classes found beforehand (``lexicon.always_waiting``) are left out.
        """
        found: set[int] = set().union(*self.filled)
        owners = {entry.owner for entry in self.entries} - found
        while not owners.isdisjoint(self.lexicon.nested):
            found |= owners
            owners = {entry.owner for entry in _possible(found, self.lexicon)} - found
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
    following: list[dict[int, list[int]]] = []
    for slot in slots[1:]:
        ends: dict[int, list[int]] = {}
        for start, end in spans[slot]:
            ends.setdefault(start, []).append(end)
        following.append(ends)
    words, kinds = reading.tokens.words, reading.tokens.kinds
    for begin, end in spans[slots[0]]:
        reached = {end}
        for ends in following:
            starts = reached | {
                at + 1 for at in reached if at < len(words) and words[at] in HYPHENS and kinds[at] == SIGN
            }
            reached = {end for start in starts for end in ends.get(start, ())}
            if not reached:
                break
        for end in reached:
            if in_one_sentence(reading.sentences, begin, end):
                yield begin, end


def in_one_sentence(sentences: list[int], begin: int, end: int) -> bool:
    """Whether a stretch of tokens lies within one of the sentences that begin at these tokens."""
    return bisect_right(sentences, begin) == bisect_right(sentences, end - 1)


def _search(reading: Reading, lexicon: Lexicon) -> Found:
    """Every slot's places; entries of several words are tried where their rarest word stands.

    Entries with another list's entry of several words in them need another round.
    """
    places: defaultdict[int, list[TokenSpan]] = defaultdict(list)
    for at, filled in enumerate(reading.filled):
        if filled:
            place = (at, at + 1)
            for slot in filled:
                places[slot].append(place)
    spans = dict(places)
    waiting: dict[Waiting, None] = dict.fromkeys(lexicon.always_waiting)
    first = again = True
    while again:
        again = False
        found: dict[int, set[TokenSpan]] = {}
        for entry in reading.entries if first else _possible(set(spans), lexicon, again=True):
            if entry.waits:
                waiting[entry.owner, entry.slots] = None
            elif entry.nested:
                found.setdefault(entry.owner, set()).update(chains(reading, spans, entry.slots))
            elif first:
                own = _side_by_side(reading, entry, spans[entry.slots[entry.place]])
                if own:
                    found.setdefault(entry.owner, set()).update(own)
        for owner, places_found in found.items():
            if new := places_found.difference(spans.get(owner, ())):
                spans[owner] = sorted({*spans.get(owner, ()), *new})
                again = again or owner in lexicon.nested
        first = False
    return Found(spans, list(waiting))


def _possible(present: set[int], lexicon: Lexicon, *, again: bool = False) -> list[Entry]:
    """The entries whose words are all there, classes found later left out; ``again``: see Lexicon.later."""
    entries = lexicon.later if again else lexicon.entries
    return [
        entry
        for anchor in present & lexicon.anchors
        if not present.isdisjoint(lexicon.seconds[anchor])
        for second in present & lexicon.seconds[anchor]
        for entry in entries(anchor, second)
        if entry.known <= present
    ]


def _side_by_side(reading: Reading, entry: Entry, anchors: list[TokenSpan]) -> list[TokenSpan]:
    """The places of an entry of single words, its rarest at one of the anchors."""
    slots, filled, hyphens = entry.slots, reading.filled, reading.hyphens
    place, size = entry.place, len(slots)
    found: list[TokenSpan] = []
    for at, end in anchors:
        first = at - place
        near = bisect_left(hyphens, first - 1) if hyphens else 0
        if near < len(hyphens) and hyphens[near] <= first + size:
            stop = _reach(reading, end, 1, slots[place + 1 :])
            begin = None if stop is None else _reach(reading, at - 1, -1, slots[:place][::-1])
            if stop is not None and begin is not None:
                found.append((begin + 1, stop))
        # no hyphen to pass over: most places
        elif first >= 0 and first + size <= len(filled):
            for slot, own in zip(slots, filled[first : first + size]):
                if slot not in own:
                    break
            else:
                found.append((first, first + size))
    return [span for span in found if in_one_sentence(reading.sentences, *span)] if found else found


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
