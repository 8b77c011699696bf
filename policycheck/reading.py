"""A text as both speeds read it: tokens, slots, sentences; so that neither sees what the other does not."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from policycheck.lexicon import BY_CASE, WRITTEN, Lexicon
from policycheck.sentences import sentence_starts
from policycheck.text import ADDRESSES, SIGN, Tokens, tokenise

TokenSpan = tuple[int, int]
"""A stretch of tokens, the end not included."""

HYPHENS = frozenset('-\u2010\u2011')

Waiting = tuple[int, tuple[int, ...]]
"""The slot of a list, and the slots of one of its entries."""


class Reading(NamedTuple):
    """``sentences``: indices of the tokens that begin one; ``spans``: where each slot is filled, in order.

    ``waiting``: entries that may be there once classes such as {money} are found; see ``complete``.
    """

    text: str
    tokens: Tokens
    sentences: list[int]
    spans: dict[int, list[TokenSpan]]
    waiting: list[Waiting]


def read(text: str, lexicon: Lexicon, abbreviations: Container[str]) -> Reading:
    """The reading of a normalised text."""
    tokens = tokenise(text)
    slots_of = lexicon.slots
    spans: dict[int, list[TokenSpan]] = {}
    filled: list[tuple[int, ...]] = []
    for at, (word, kind) in enumerate(zip(tokens.words, tokens.kinds)):
        own = () if kind in ADDRESSES else slots_of(word)
        if BY_CASE in own:
            written = text[tokens.starts[at] : tokens.ends[at]].lstrip('#')
            own = tuple({*own, *slots_of(WRITTEN + written)} - {BY_CASE})
        filled.append(own)
        for slot in own:
            if slot in spans:
                spans[slot].append((at, at + 1))
            else:
                spans[slot] = [(at, at + 1)]
    reading = Reading(text, tokens, sentence_starts(text, tokens, abbreviations), spans, [])
    _add_entries(reading, lexicon, filled)
    return reading


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


def _add_entries(reading: Reading, lexicon: Lexicon, filled: list[tuple[int, ...]]) -> None:
    """Adds the spans of lists' entries of several words, each tried where its rarest word stands.

    Entries with another list's entry of several words in them need another round.
    """
    spans, sentences = reading.spans, reading.sentences
    nested = lexicon.nested
    waiting: dict[Waiting, None] = {(one.owner, one.slots): None for one in lexicon.entries(0)}
    again = True
    first = True
    while again:
        found: dict[tuple[int, TokenSpan], None] = {}
        present = set(spans)
        for anchor in list(spans):
            for owner, place, slots, known, waits, nests in lexicon.entries(anchor):
                if not known <= present:
                    continue
                if waits:
                    waiting[owner, slots] = None
                elif nests:
                    for span in chains(reading, spans, slots):
                        found[owner, span] = None
                elif first:
                    for start, end in spans[anchor]:
                        stop = _reach(reading.tokens, filled, end, 1, slots[place + 1 :])
                        begin = _reach(reading.tokens, filled, start - 1, -1, slots[:place][::-1])
                        if stop is None or begin is None:
                            continue
                        if in_one_sentence(sentences, begin + 1, stop):
                            found[owner, (begin + 1, stop)] = None
        by_owner: dict[int, set[TokenSpan]] = {}
        for owner, span in found:
            by_owner.setdefault(owner, set()).add(span)
        again = False
        for owner, own in by_owner.items():
            before = spans.get(owner, [])
            joined = own.union(before)
            if len(joined) > len(before):
                spans[owner] = sorted(joined)
                again = again or owner in nested
        first = False
    reading.waiting.extend(waiting)


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
