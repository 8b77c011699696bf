"""Which phrases could match a draft, by the slots of its words alone: the standard library's share.

What is found here is never less than what the phrases match; most posts hold nothing and are done.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable
from typing import Any, NamedTuple

from policycheck.reading import Reading, Waiting
from policycheck.text import EMOJI, END, HASHTAG, MENTION, NUMBER, URL, WORD

(
    MONEY,
    PERCENT,
    NUMBER_SLOT,
    DATE,
    TIME,
    AGE,
    NAME,
    URL_SLOT,
    MENTION_SLOT,
    HASHTAG_SLOT,
    EMOJI_SLOT,
    CAPS,
    EXCLAIM,
) = range(1, 14)
"""Slots of the found classes, in the order of vocabulary.FOUND."""

_BY_KIND = {
    NUMBER: (MONEY, PERCENT, NUMBER_SLOT, DATE, TIME, AGE),
    URL: (URL_SLOT,),
    MENTION: (MENTION_SLOT,),
    HASHTAG: (HASHTAG_SLOT,),
    EMOJI: (EMOJI_SLOT,),
}


class Group(NamedTuple):
    """The phrases of one finder of one rule: it may fire where their points reach ``needs``."""

    rule: int
    finder: str
    needs: int


class Row(NamedTuple):
    """One way in which a phrase may be present: all slots in one sentence, with ``scope`` in one post."""

    phrase: int
    group: int
    points: int
    scope: int
    slots: frozenset[int]


class Plan:
    """What the phrases of one language need, as plans.py wrote it down."""

    __slots__ = ('_numbers', '_rows', 'anchors', 'found', 'groups')

    def __init__(self, plain: dict[str, Any], numbers: memoryview) -> None:
        self._numbers = numbers
        self._rows: dict[int, list[Row]] = {}
        self.anchors = {slot for slot, at in enumerate(numbers[1 : numbers[0] + 1]) if at}
        """The slots that have rows."""
        self.groups: list[Group] = [Group(*group) for group in plain['groups']]
        self.found: dict[str, int | None] = plain['found']
        """Slots of the lists from which classes are found without a number in figures."""

    def rows(self, anchor: int) -> list[Row]:
        """The rows whose rarest slot is this; made when a draft first holds it, most never do."""
        found = self._rows.get(anchor)
        if found is None:
            found = self._rows[anchor] = []
            numbers = self._numbers
            at = numbers[anchor + 1]
            for _ in range(numbers[at]):
                phrase, group, points, scope, size = numbers[at + 1 : at + 6]
                found.append(Row(phrase, group, points, scope, frozenset(numbers[at + 6 : at + 6 + size])))
                at += 5 + size
        return found


def candidates(reading: Reading, plan: Plan, idle: Container[int]) -> dict[int, set[int]]:
    """The phrases that may match, by group; only groups whose points may suffice.

    ``idle`` holds the rules that do not apply to the draft.
    """
    if not reading.filled:
        return {}
    everywhere = _anywhere(reading, plan)
    rows = [
        row
        for slot in plan.anchors & everywhere
        for row in plan.rows(slot)
        if row.slots <= everywhere and plan.groups[row.group].rule not in idle
    ]
    # most drafts end here; only the others are looked at sentence by sentence
    if not rows or not _enough(rows, plan):
        return {}
    by_sentence = _present(reading, plan)
    return _enough([row for row in rows if row.scope or any(map(row.slots.issubset, by_sentence))], plan)


def everything(plan: Plan, idle: Container[int]) -> dict[int, set[int]]:
    """All phrases by group, as if each might match: what ``candidates`` is measured against."""
    groups: dict[int, set[int]] = {}
    for anchor in plan.anchors:
        for row in plan.rows(anchor):
            if plan.groups[row.group].rule not in idle:
                groups.setdefault(row.group, set()).add(row.phrase)
    return groups


def _anywhere(reading: Reading, plan: Plan) -> set[int]:
    """The slots of the whole text; found classes wherever they may be."""
    found = {0, *reading.anywhere()}
    for kind in _BY_KIND.keys() & reading.kinds():
        found.update(_BY_KIND[kind])
    if not reading.text.islower():
        found.update((NAME, CAPS))
    if '!' in reading.text:
        found.add(EXCLAIM)
    _add_by_words(plan, found)
    if reading.lexicon.always_waiting:
        _add_waiting(reading.lexicon.always_waiting, [found])
    return found


def _present(reading: Reading, plan: Plan) -> list[set[int]]:
    """The slots of each sentence; found classes wherever they may be."""
    text = reading.text
    starts, ends, words, kinds = reading.tokens
    sentences = reading.sentences
    present: list[set[int]] = []
    for begin, stop in zip(sentences, [*sentences[1:], len(words)]):
        own = {0}.union(*reading.filled[begin:stop])
        for i in range(begin, stop):
            kind = kinds[i]
            if kind == WORD:
                if not text[starts[i]].islower():
                    own.add(NAME)
                    if ends[i] - starts[i] > 1 and text[starts[i] : ends[i]].isupper():
                        own.add(CAPS)
            elif kind in _BY_KIND:
                own.update(_BY_KIND[kind])
            elif kind == END and '!' in words[i]:
                own.add(EXCLAIM)
        present.append(own)
    for owner, spans in reading.found.entries.items():
        for start, _ in spans:
            present[bisect_right(sentences, start) - 1].add(owner)
    for own in present:
        _add_by_words(plan, own)
    if reading.found.waiting:
        _add_waiting(reading.found.waiting, present)
    return present


def _add_by_words(plan: Plan, present: set[int]) -> None:
    """Adds the classes that words make without a figure: three weeks, in May."""
    for name, listed in plan.found.items():
        if listed and listed in present:
            present.update(_BY_KIND[NUMBER] if name == 'number_word' else (DATE,))


def _add_waiting(waiting: list[Waiting], present: list[set[int]]) -> None:
    """Adds the lists whose entries with a found class may stand in a sentence, wherever all their parts do."""
    everywhere = set().union(*present)
    more = True
    while more:
        more = False
        for owner, slots in waiting:
            if everywhere.issuperset(slots):
                for own in present:
                    if owner not in own and own.issuperset(slots):
                        own.add(owner)
                        everywhere.add(owner)
                        more = True


def _enough(rows: Iterable[Row], plan: Plan) -> dict[int, set[int]]:
    """The phrases of the rows by group, of the groups whose points suffice if all of them match."""
    groups: dict[int, set[int]] = {}
    points: dict[int, int] = {}
    for row in rows:
        phrases = groups.setdefault(row.group, set())
        if row.phrase not in phrases:
            phrases.add(row.phrase)
            points[row.group] = points.get(row.group, 0) + row.points
    return {group: phrases for group, phrases in groups.items() if points[group] >= plan.groups[group].needs}
