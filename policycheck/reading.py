"""A text as both speeds read it: tokens, slots, sentences; so that neither sees what the other does not."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from policycheck.lexicon import Lexicon
from policycheck.sentences import sentence_starts
from policycheck.text import EMAIL, SIGN, URL, Tokens, tokenise

TokenSpan = tuple[int, int]
"""A stretch of tokens, the end not included."""

HYPHENS = frozenset('-\u2010\u2011')


class Reading(NamedTuple):
    """``sentences``: indices of the tokens that begin one; ``spans``: where each slot is filled, in order."""

    text: str
    tokens: Tokens
    sentences: list[int]
    spans: dict[int, list[TokenSpan]]


def read(text: str, lexicon: Lexicon, abbreviations: Container[str]) -> Reading:
    """The reading of a normalised text."""
    tokens = tokenise(text)
    slots_of = lexicon.slots
    cased = lexicon.cased
    spans: dict[int, list[TokenSpan]] = {}
    filled: list[tuple[int, ...]] = []
    for at, (word, kind) in enumerate(zip(tokens.words, tokens.kinds)):
        own = () if kind == URL or kind == EMAIL else slots_of(word)
        if own and cased and not cased.keys().isdisjoint(own):
            written = text[tokens.starts[at] : tokens.ends[at]]
            own = tuple(slot for slot in own if slot not in cased or written in cased[slot])
        filled.append(own)
        for slot in own:
            if slot in spans:
                spans[slot].append((at, at + 1))
            else:
                spans[slot] = [(at, at + 1)]
    _add_entries(tokens, lexicon, spans, filled)
    return Reading(text, tokens, sentence_starts(text, tokens, abbreviations), spans)


def _add_entries(
    tokens: Tokens, lexicon: Lexicon, spans: dict[int, list[TokenSpan]], filled: list[tuple[int, ...]]
) -> None:
    """Adds the spans of lists' entries of several words, each tried where its rarest word stands."""
    found: dict[tuple[int, TokenSpan], None] = {}
    for anchor in list(spans):
        for owner, place, slots in lexicon.entries(anchor):
            if all(slot in spans for slot in slots):
                for start, end in spans[anchor]:
                    stop = _reach(tokens, filled, end, 1, slots[place + 1 :])
                    begin = _reach(tokens, filled, start - 1, -1, slots[:place][::-1])
                    if stop is not None and begin is not None:
                        found[owner, (begin + 1, stop)] = None
    for owner, span in found:
        spans.setdefault(owner, []).append(span)
    for owner in {owner for owner, _ in found}:
        spans[owner].sort()


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
