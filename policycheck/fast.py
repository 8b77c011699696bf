"""Which phrases could match a draft, by the slots of its words alone: the standard library's share.

What is found here is never less than what the phrases match; most posts hold nothing and are done.
"""

from collections.abc import Container
from typing import Any, NamedTuple

from policycheck.reading import Entry, Reading
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


class Plan:
    """What the phrases of one language need, as plans.py wrote it down."""

    __slots__ = ('anchors', 'found', 'groups', 'phrases', 'rows')

    def __init__(self, plain: dict[str, Any]) -> None:
        self.rows: list[tuple[int, int, frozenset[int]]] = [
            (phrase, scope, frozenset(slots)) for phrase, scope, slots in plain['rows']
        ]
        self.anchors: dict[int, list[int]] = {}
        for i, anchor in enumerate(plain['anchors']):
            self.anchors.setdefault(anchor, []).append(i)
        self.phrases: list[tuple[int, int]] = [(group, points) for group, points in plain['phrases']]
        self.groups: list[Group] = [Group(*group) for group in plain['groups']]
        self.found: dict[str, int | None] = plain['found']
        """Slots of the lists from which classes are found without a number in figures."""


class Group(NamedTuple):
    """The phrases of one finder of one rule: it may fire where their points reach ``needs``."""

    rule: int
    finder: str
    needs: int


def candidates(reading: Reading, plan: Plan, idle: Container[int]) -> dict[int, set[int]]:
    """The phrases that may match, by group; only groups whose points may suffice.

    ``idle`` holds the rules that do not apply to the draft.
    """
    sentences = reading.sentences
    if not sentences:
        return {}
    by_sentence = _present(reading, plan)
    everywhere = set().union(*by_sentence)
    hits: set[int] = set()
    for slot in plan.anchors.keys() & everywhere:
        for row in plan.anchors[slot]:
            phrase, scope, needed = plan.rows[row]
            if (
                phrase not in hits
                and needed <= everywhere
                and (scope or any(needed <= present for present in by_sentence))
                and plan.groups[plan.phrases[phrase][0]].rule not in idle
            ):
                hits.add(phrase)
    return _enough(hits, plan) if hits else {}


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
            if text[starts[i]].isupper():
                present[sentence_of[i]].add(NAME)
                if ends[i] - starts[i] > 1 and text[starts[i] + 1].isupper():
                    present[sentence_of[i]].add(CAPS)
        elif kind == END and '!' in words[i]:
            present[sentence_of[i]].add(EXCLAIM)
    for name, listed in plan.found.items():
        for start, _ in spans.get(listed or 0, ()):
            present[sentence_of[start]].update(_BY_KIND[NUMBER] if name == 'number_word' else (DATE,))
    if waiting:
        _add_waiting(waiting, present)
    return present


def _add_waiting(waiting: list[Entry], present: list[set[int]]) -> None:
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


def _enough(hits: set[int], plan: Plan) -> dict[int, set[int]]:
    groups: dict[int, set[int]] = {}
    points: dict[int, int] = {}
    for phrase in hits:
        group, own = plan.phrases[phrase]
        groups.setdefault(group, set()).add(phrase)
        points[group] = points.get(group, 0) + max(own, 0)
    return {group: phrases for group, phrases in groups.items() if points[group] >= plan.groups[group].needs}
