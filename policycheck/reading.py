"""A text as both speeds read it: tokens, slots, sentences; so that neither sees what the other does not."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping

from policycheck.lexicon import BY_CASE, WRITTEN, Entry, Lexicon
from policycheck.patterns import compiled
from policycheck.sentences import sentence_starts
from policycheck.text import ADDRESSES, NUMBER, SIGN, Tokens, plain_words, tokenise

TokenSpan = tuple[int, int]
"""A stretch of tokens, the end not included."""

HYPHENS = frozenset('-\u2010\u2011')

_DIGIT = r'\d'

Waiting = tuple[int, tuple[int, ...]]
"""The slot of a list, and the slots of one of its entries."""


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
        self._entries: tuple[dict[int, set[TokenSpan]], list[Waiting]] | None = None
        self._spans: dict[int, list[TokenSpan]] | None = None
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
            self._tokens = tokenise(self.text)
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
            self._sentences = sentence_starts(self.text, self.tokens, self._abbreviations)
        return self._sentences

    @property
    def entries(self) -> dict[int, set[TokenSpan]]:
        """Where lists' entries of several words stand, by the slot of the list."""
        return self._known_entries()[0]

    @property
    def waiting(self) -> list[Waiting]:
        """Entries that may be there once classes such as {money} are found; see ``complete``."""
        return self._known_entries()[1]

    def _known_entries(self) -> tuple[dict[int, set[TokenSpan]], list[Waiting]]:
        if self._entries is None:
            self._entries = _entries(self, self.lexicon)
        return self._entries

    @property
    def spans(self) -> dict[int, list[TokenSpan]]:
        """Where each slot is filled, in order."""
        if self._spans is None:
            self._spans = _spans(self.filled, self.entries)
        return self._spans

    def anywhere(self) -> set[int]:
        """Slots that may be filled somewhere: never fewer than ``spans`` and ``waiting`` lead to.

        All words of an entry are taken for the entry, wherever they stand; entries that consist of
        classes found beforehand (``lexicon.always_waiting``) are left out.
        """
        found: set[int] = set().union(*self.filled)
        new = True
        while new:
            owners = {entry.owner for entry in _possible(found, self.lexicon)} - found
            new = not owners.isdisjoint(self.lexicon.nested)
            found |= owners
        return found


def read(text: str, lexicon: Lexicon, abbreviations: Container[str]) -> Reading:
    """The reading of a normalised text."""
    return Reading(text, lexicon, abbreviations)


def _spans(
    filled: list[tuple[int, ...]], entries: Mapping[int, set[TokenSpan]]
) -> dict[int, list[TokenSpan]]:
    spans: dict[int, list[TokenSpan]] = {}
    for at, own in enumerate(filled):
        for slot in own:
            spans.setdefault(slot, []).append((at, at + 1))
    for owner, found in entries.items():
        spans[owner] = sorted({*spans.get(owner, ()), *found})
    return spans


def complete(reading: Reading, spans: dict[int, list[TokenSpan]]) -> None:
    """Adds to ``spans``, which hold the classes found beforehand, the entries that waited for them."""
    more = True
    while more:
        more = False
        for owner, slots in reading.waiting:
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


def _entries(reading: Reading, lexicon: Lexicon) -> tuple[dict[int, set[TokenSpan]], list[Waiting]]:
    """Where lists' entries of several words stand, each tried where its rarest word does; and those that wait.

    Entries with another list's entry of several words in them need another round.
    """
    found: dict[int, set[TokenSpan]] = {}
    waiting: dict[Waiting, None] = dict.fromkeys(lexicon.always_waiting)
    present: set[int] = set().union(*reading.filled)
    first = again = True
    while again:
        again = False
        spans = None
        for entry in _possible(present, lexicon):
            if entry.waits:
                waiting[entry.owner, entry.slots] = None
                continue
            if entry.nested:
                spans = spans or _spans(reading.filled, found)
                places = set(chains(reading, spans, entry.slots))
            else:
                places = set(_places(reading, entry)) if first else set()
            if places - found.get(entry.owner, set()):
                found.setdefault(entry.owner, set()).update(places)
                present.add(entry.owner)
                again = again or entry.owner in lexicon.nested
        first = False
    return found, list(waiting)


def _possible(present: set[int], lexicon: Lexicon) -> list[Entry]:
    """The entries whose words are all there, classes found later left out."""
    return [
        entry
        for anchor in present & lexicon.anchors
        if not present.isdisjoint(lexicon.seconds[anchor])
        for second in present & lexicon.seconds[anchor]
        for entry in lexicon.entries(anchor, second)
        if entry.known <= present
    ]


def _places(reading: Reading, entry: Entry) -> Iterator[TokenSpan]:
    filled = reading.filled
    after, before = entry.slots[entry.place + 1 :], entry.slots[: entry.place][::-1]
    anchor = entry.slots[entry.place]
    for at, own in enumerate(filled):
        if anchor in own:
            stop = _reach(reading.tokens, filled, at + 1, 1, after)
            if stop is not None:
                begin = _reach(reading.tokens, filled, at - 1, -1, before)
                if begin is not None and in_one_sentence(reading.sentences, begin + 1, stop):
                    yield begin + 1, stop


def _reach(
    tokens: Tokens, filled: list[tuple[int, ...]], token: int, step: int, slots: tuple[int, ...]
) -> int | None:
    """The token after the last of these slots, side by side from ``token`` on in one direction; None if not there."""
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
