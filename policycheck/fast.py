"""Which phrases could match a draft, by the slots of its words alone: the standard library's share.

What is found here is never less than what the phrases match; most posts hold nothing and are done.
"""

from collections.abc import Container
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
    sentences = reading.sentences
    if not sentences:
        return {}
    by_sentence = _present(reading, plan)
    everywhere = set().union(*by_sentence)
    hits: dict[int, Row] = {}
    for slot in plan.anchors & everywhere:
        for row in plan.rows(slot):
            if (
                row.phrase not in hits
                and row.slots <= everywhere
                and (row.scope or any(row.slots <= present for present in by_sentence))
                and plan.groups[row.group].rule not in idle
            ):
                hits[row.phrase] = row
    return _enough(hits, plan) if hits else {}


def everything(plan: Plan, idle: Container[int]) -> dict[int, set[int]]:
    """All phrases by group, as if each might match: what ``candidates`` is measured against."""
    groups: dict[int, set[int]] = {}
    for anchor in plan.anchors:
        for row in plan.rows(anchor):
            if plan.groups[row.group].rule not in idle:
                groups.setdefault(row.group, set()).add(row.phrase)
    return groups


def _present(reading: Reading, plan: Plan) -> list[set[int]]:
    """The slots of each sentence; found classes wherever they may be."""
    text, (starts, ends, words, kinds), sentences, spans, waiting = reading
    count = len(words)
    sentence_of: list[int] = []
    bounds = [*sentences[1:], count]
    for i, end in enumerate(bounds):
        sentence_of.extend([i] * (end - len(sentence_of)))
    present: list[set[int]] = [{0} for _ in sentences]
    for slot, own in spans.items():
        for start, _ in own:
            present[sentence_of[start]].add(slot)
    for i, kind in enumerate(kinds):
        if kind in _BY_KIND:
            present[sentence_of[i]].update(_BY_KIND[kind])
        elif kind == WORD:
            if not text[starts[i]].islower():
                present[sentence_of[i]].add(NAME)
                if ends[i] - starts[i] > 1 and text[starts[i] : ends[i]].isupper():
                    present[sentence_of[i]].add(CAPS)
        elif kind == END and '!' in words[i]:
            present[sentence_of[i]].add(EXCLAIM)
    for name, listed in plan.found.items():
        for start, _ in spans.get(listed or 0, ()):
            present[sentence_of[start]].update(_BY_KIND[NUMBER] if name == 'number_word' else (DATE,))
    if waiting:
        _add_waiting(waiting, present)
    return present


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


def _enough(hits: dict[int, Row], plan: Plan) -> dict[int, set[int]]:
    groups: dict[int, set[int]] = {}
    points: dict[int, int] = {}
    for phrase, row in hits.items():
        groups.setdefault(row.group, set()).add(phrase)
        points[row.group] = points.get(row.group, 0) + row.points
    return {group: phrases for group, phrases in groups.items() if points[group] >= plan.groups[group].needs}
