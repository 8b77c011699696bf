"""Trees of phrases to what the two speeds run on: slots in order, and rows of slots that must be there."""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from policycheck.artefact import as_plain
from policycheck.records import NamedTuple
from policycheck.words.phrase_tree import (
    Class,
    ClauseStart,
    Gap,
    Not,
    Relation,
    Sequence,
    Tree,
    Word,
    variants,
)
from policycheck.words.vocabulary import Vocabulary

ALWAYS = 0
"""The slot that every sentence holds: the anchor of patterns that name no word."""

_MOST_ROWS = 96

Plain = list[object]
"""A tree as JSON holds it: ['seq', [[at_start, [slots, gap, slots, ...]], ...]], ['not', tree],
[sign, left, right]."""


Row = tuple[int, ...]
"""One way in which a phrase may be present: all these slots in one post, the slot that the fewest posts hold
first; one that stands in it twice fills two places."""


class _Way(NamedTuple):
    """How often a phrase needs which slots: all in all, and in the words that a relation around it keeps apart."""

    all: Counter[int]
    parts: Counter[int]


def plain(tree: Tree, words: Vocabulary) -> Plain:
    """The tree with slots for words and classes; raises UnknownClassError, ValueError."""
    if isinstance(tree, Relation):
        return [tree.sign, plain(tree.left, words), plain(tree.right, words)]
    if isinstance(tree, Not):
        return ['not', plain(tree.operand, words)]
    return ['seq', [_parts(elements, words) for elements in variants(tree.elements) if elements]]


def _parts(elements: tuple[object, ...], words: Vocabulary) -> Plain:
    at_start = False
    parts: list[object] = [[]]
    for element in elements:
        if isinstance(element, ClauseStart):
            at_start = True
        elif isinstance(element, Gap):
            if parts[-1]:
                parts += [element.words, []]
        elif isinstance(element, Word | Class):
            parts[-1].append(words.element(element))  # type: ignore[attr-defined]
    if not parts[-1]:
        # an optional word after a gap was left out
        parts = parts[:-2]
    return [at_start, parts]


def rows(tree: Tree, words: Vocabulary) -> list[Row]:
    """Every way in which the phrase may be present; the fast path looks for no more than this.

    Never fewer posts than the phrase matches: where the ways are too many, slots are left out.
    """
    if isinstance(tree, Sequence):
        ways = (_slots(elements, words) for elements in variants(tree.elements))
        return list(dict.fromkeys(_rarest_first(slots, words) for slots in ways if slots))
    return list(dict.fromkeys(_rarest_first(way.all.elements(), words) for way in _ways(tree, words)))


def _ways(tree: Tree, words: Vocabulary) -> list[_Way]:
    if isinstance(tree, Not):
        # the negation may be one of the operand's own words
        negation = Counter((words.class_slot('negation'),))
        return [_Way(way.all | negation, way.parts | negation) for way in _ways(tree.operand, words)]
    if isinstance(tree, Relation):
        left, right = _ways(tree.left, words), _ways(tree.right, words)
        for kept in (2, 1):
            if len(left) * len(right) > _MOST_ROWS:
                left, right = _shortened(left, kept, words), _shortened(right, kept, words)
        if len(left) * len(right) > _MOST_ROWS:
            # all that is known of the other side is that it is somewhere
            nothing = [_Way(Counter(), Counter())]
            left, right = (left, nothing) if len(left) <= len(right) else (nothing, right)
        return _apart([_beside(one, two, tree.sign) for one in left for two in right])
    found = [Counter(_slots(elements, words)) for elements in variants(tree.elements)]
    return _apart([_Way(slots, slots) for slots in found if slots])


def _slots(elements: Iterable[object], words: Vocabulary) -> list[int]:
    return [words.element(one) for one in elements if isinstance(one, Word | Class)]


def _beside(left: _Way, right: _Way, sign: str) -> _Way:
    """Both: no word is part of the one and of the other, as match.find has it."""
    both = left.parts + right.parts
    # of & and ~~~ the right side alone is what is found
    return _Way(left.all | right.all | both, right.parts if sign in ('&', '~~~') else both)


def _shortened(ways: list[_Way], kept: int, words: Vocabulary) -> list[_Way]:
    """Fewer ways that hold wherever these do: of each its so many rarest slots."""
    found = []
    for way in ways:
        rarest = _rarest_first(way.all, words)[:kept]
        found.append(_Way(*(Counter({slot: own[slot] for slot in rarest if own[slot]}) for own in way)))
    return _apart(found)


def _apart(ways: list[_Way]) -> list[_Way]:
    """The ways, each once."""
    return list({tuple(frozenset(own.items()) for own in way): way for way in ways}.values())


def _rarest_first(slots: Iterable[int], words: Vocabulary) -> Row:
    return tuple(sorted(slots, key=lambda slot: (words.weights[slot], slot)))


class PlanWriter:
    """The phrases of one language: their trees, and the rows by which the fast path finds them."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.trees: list[Any] = []
        self.written: list[tuple[object, ...]] = []
        """Of each tree the line in its file, from 1, and the phrase as it stands there; the file, if not the rule's."""
        self.sought: list[tuple[int, Tree]] = []
        """The phrases that draw attention to a post, by number; their rows are made once all slots are weighed."""
        self.always: list[int] = []
        """The phrases that every post may hold."""
        self.phrases: list[tuple[int, int]] = []
        self.groups: list[tuple[int, str, int, bool]] = []

    def group(self, rule: int, finder: str, needs: int, apart: bool = False) -> int:
        """A new group of phrases, by its number; ``apart`` where each sentence has points of its own."""
        self.groups.append((rule, finder, needs, apart))
        return len(self.groups) - 1

    def tree(self, tree: Tree, written: tuple[object, ...]) -> int:
        """A phrase that is only looked for where another one was found, by its number."""
        self.trees.append(plain(tree, self.words))
        self.written.append(written)
        self.phrases.append((-1, 0))
        return len(self.trees) - 1

    def phrase(self, group: int, points: int, tree: Tree, written: tuple[object, ...]) -> int:
        """A phrase of a group, by its number; one that takes points away needs no rows."""
        number = self.tree(tree, written)
        self.phrases[number] = (group, points)
        if points > 0:
            self.sought.append((number, tree))
        return number

    def pattern(self, group: int, pattern: list[dict[str, Any]], line: int) -> None:
        """A spaCy token pattern of a group; every draft may hold it, for all the rows know."""
        self.trees.append(['tokens', pattern])
        self.written.append((line, json.dumps(pattern, ensure_ascii=False)))
        self.phrases.append((group, 1))
        self.always.append(len(self.trees) - 1)

    def numbers(self) -> bytes:
        """The rows by their rarest slot, as fast.Plan reads them.

        First the number of slots and, for each, where its rows are told, 0 for none; there stands
        their number, then for each the phrase, group, points, how many slots, the slots, rarest first.
        """
        by_anchor: dict[int, list[int]] = {}
        counts: dict[int, int] = {}
        of_phrases = [(phrase, row) for phrase, tree in self.sought for row in rows(tree, self.words)]
        for phrase, row in [*of_phrases, *((phrase, (ALWAYS,)) for phrase in self.always)]:
            slot = row[0]
            counts[slot] = counts.get(slot, 0) + 1
            own = (phrase, *self.phrases[phrase], len(row), *row)
            by_anchor.setdefault(slot, []).extend(own)
        most = max(by_anchor, default=-1) + 1
        numbers = [most, *([0] * most)]
        for slot in sorted(by_anchor):
            numbers[slot + 1] = len(numbers)
            numbers += (counts[slot], *by_anchor[slot])
        return struct.pack(f'<{len(numbers)}I', *numbers)

    def lines(self) -> tuple[bytes, bytes]:
        """The trees as sections hold them, one after the other; and where each begins, with the end of the last."""
        written = [*map(as_plain, self.trees)]
        starts = [*accumulate(map(len, written), initial=0)]
        return b''.join(written), struct.pack(f'<{len(starts)}I', *starts)

    def plain(self) -> dict[str, Any]:
        """The rest of the plan, as JSON holds it."""
        return {
            'groups': self.groups,
            'found': {
                name: self.words.slot_of.get(('class', name))
                for name in ('number_word', 'weekday', 'currency', 'percent_word')
            },
        }
