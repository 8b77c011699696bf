"""Which phrases could match a draft, by the slots of its words alone: the standard library's share.

What is found here is never less than what the phrases match; most posts hold nothing and are done.
"""

from __future__ import annotations

from itertools import chain

from policycheck.memory import Memory
from policycheck.patterns import compiled
from policycheck.records import NamedTuple
from policycheck.text import EMOJI, HASHTAG, MENTION, NUMBER, URL
from policycheck.words.lexicon import Anchors
from policycheck.words.reading import Reading, Waiting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping
    from typing import Any

    from policycheck.nlp.parse import Grammar

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
"""Slots of the found classes, in the order of lexicon.FOUND."""

_BY_KIND = {
    NUMBER: (NUMBER_SLOT, DATE, TIME, AGE),
    URL: (URL_SLOT,),
    MENTION: (MENTION_SLOT,),
    HASHTAG: (HASHTAG_SLOT,),
    EMOJI: (EMOJI_SLOT,),
}

_PRICE = r'[,:][-\u2010-\u2014]'
"""Stands behind an amount of money without a currency: 500,-"""

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ](?:[*\u0300-\u036f]|['#$]*[^\W_a-zß-öø-ÿ])"
"""Begins a word in capitals: two signs of which neither is a small letter of Latin-1."""

_MOST_ROWS = 50_000
"""Slots whose rows are kept at hand: more than there are in any language."""

LONG = 4000
"""Tokens of a text in which phrases are not tried before the pipeline does."""


_ONCE: Mapping[int, int] = {}

Possible = tuple[dict[str, dict[int, set[int]]], list[int]]
"""By language, the phrases that may match by group; and the tests that may find something."""


class Group(NamedTuple):
    """The phrases of one finder of one rule: it may fire where their points reach ``needs``."""

    rule: int
    finder: str
    needs: int
    apart: bool
    """Whether the points of each sentence are added up by themselves."""


class Row(NamedTuple):
    """One way in which a phrase may be present: all slots in the post."""

    phrase: int
    group: int
    points: int
    slots: tuple[int, ...]
    often: Mapping[int, int]
    """How often each of them has to be there, where one has to more than once."""


class Rows(NamedTuple):
    """The rows of a rarest slot: those of this slot alone, the others by the slot that is the next rarest."""

    alone: list[Row]
    others: dict[int, list[Row]]


class Plan:
    """What the phrases of one language need, as plans.py wrote it down."""

    __slots__ = ('_numbers', 'anchors', 'found', 'grammar', 'groups', 'rows', 'trees')

    def __init__(
        self,
        plain: dict[str, Any],
        numbers: memoryview,
        trees: Mapping[int, Any],
        grammar: Callable[[], Grammar],
    ) -> None:
        self._numbers = numbers
        self.trees = trees
        """The phrases by number, as plans.py wrote them."""
        self.grammar = grammar
        self.rows = Memory(self._read_rows, _MOST_ROWS)
        """The rows whose rarest slot is this; made when a draft first holds it, most never do."""
        self.anchors = Anchors(numbers)
        """The slots that have rows."""
        self.groups: list[Group] = [*map(Group._make, plain['groups'])]
        self.found: dict[str, int | None] = plain['found']
        """Slots of the lists from which classes are found without a number in figures."""

    def _read_rows(self, anchor: int) -> Rows:
        found = Rows([], {})
        numbers = self._numbers
        at = numbers[anchor + 1]
        for _ in range(numbers[at]):
            phrase, group, points, size = numbers[at + 1 : at + 5]
            slots = tuple(numbers[at + 5 : at + 5 + size])
            often = _ONCE if len(set(slots)) == size else {slot: slots.count(slot) for slot in slots}
            row = Row(phrase, group, points, slots, often)
            second = next((slot for slot in slots if slot != anchor), None)
            (found.alone if second is None else found.others.setdefault(second, [])).append(row)
            at += 4 + size
        return found

    def possible(self, present: set[int]) -> Iterator[Row]:
        """The rows whose slots are all among these."""
        holds = present.issuperset
        for alone, others in map(self.rows.__getitem__, self.anchors & present):
            yield from alone
            if not others.keys().isdisjoint(present):
                for second in others.keys() & present:
                    for row in others[second]:
                        if holds(row.slots):
                            yield row


def candidates(reading: Reading, plan: Plan, idle: Container[int]) -> dict[int, set[int]]:
    """The phrases that may match, by group; only groups whose points may suffice.

    ``idle`` holds the rules that do not apply to the draft.
    """
    if not reading.filled:
        return {}
    reading.expected = everywhere = _anywhere(reading, plan)
    rows = [*plan.possible(everywhere)]
    groups = _enough(rows, plan, idle)
    # most drafts end here; a long text holds something anyhow
    if not groups or len(reading.filled) > LONG:
        return groups
    spans, late = reading.found.spans, everywhere & reading.lexicon.open
    present = {0, *spans, *late}
    rows = [
        row
        for row in rows
        if row.group in groups
        and present.issuperset(row.slots)
        and all(slot in late or len(spans[slot]) >= times for slot, times in row.often.items())
    ]
    groups = _enough(rows, plan, idle)
    if not groups:
        return {}
    return _standing(groups, {row.phrase: row.points for row in rows}, reading, plan)


def everything(plan: Plan, idle: Container[int]) -> dict[int, set[int]]:
    """All phrases by group, as if each might match: what ``candidates`` is measured against."""
    groups: dict[int, set[int]] = {}
    for alone, others in map(plan.rows.__getitem__, plan.anchors):
        for row in chain(alone, *others.values()):
            if plan.groups[row.group].rule not in idle:
                groups.setdefault(row.group, set()).add(row.phrase)
    return groups


def _anywhere(reading: Reading, plan: Plan) -> set[int]:
    """The slots of the whole text; found classes wherever they may be."""
    text = reading.text
    found = reading.anywhere()
    found.add(0)
    words = {name for name, slot in plan.found.items() if slot in found}
    for kind in _BY_KIND.keys() & reading.kinds():
        found.update(_BY_KIND[kind])
    if not text.islower():
        found.add(NAME)
        if compiled(_CAPITALS).search(text):
            found.add(CAPS)
    if '!' in text:
        found.add(EXCLAIM)
    # what words make without a figure: three weeks, on Monday
    if 'number_word' in words:
        found.update((NUMBER_SLOT, AGE))
    if 'weekday' in words:
        found.add(DATE)
    if NUMBER_SLOT in found:
        if 'currency' in words or compiled(_PRICE).search(text):
            found.add(MONEY)
        if 'percent_word' in words or '%' in text:
            found.add(PERCENT)
    if reading.lexicon.always_waiting:
        _add_waiting(reading.lexicon.always_waiting, found)
    return found


def _add_waiting(waiting: list[Waiting], present: set[int]) -> None:
    """Adds the lists whose entries with a found class may stand in a text, wherever all their parts do."""
    while new := {owner for owner, slots in waiting if owner not in present and present.issuperset(slots)}:
        present |= new


def _enough(rows: Iterable[Row], plan: Plan, idle: Container[int]) -> dict[int, set[int]]:
    """The phrases of the rows by group, of the groups whose points suffice if all of them match."""
    points: dict[int, dict[int, int]] = {}
    for phrase, group, worth, *_ in rows:
        points.setdefault(group, {})[phrase] = worth
    return {
        group: {*own}
        for group, own in points.items()
        if sum(own.values()) >= plan.groups[group].needs and plan.groups[group].rule not in idle
    }


def _standing(
    groups: dict[int, set[int]], points: Mapping[int, int], reading: Reading, plan: Plan
) -> dict[int, set[int]]:
    """Of the groups the phrases that match in a sketch of the text, where their points still suffice."""
    # most drafts get by without these
    from policycheck.nlp.match import find
    from policycheck.nlp.sketch import sketch

    parse = sketch(reading, plan.grammar())
    found: dict[int, set[int]] = {}
    for number, phrases in groups.items():
        group = plan.groups[number]
        if group.finder == 'tokens':
            # only spaCy reads its patterns
            found[number] = phrases
            continue
        sums: dict[int, int] = {}
        for phrase in phrases:
            hits = find(parse, plan.trees[phrase], ('phrase', phrase))
            if hits:
                found.setdefault(number, set()).add(phrase)
            for unit in {parse.sentence_of[hit.start] if group.apart else 0 for hit in hits}:
                sums[unit] = sums.get(unit, 0) + points[phrase]
        if max(sums.values(), default=0) < group.needs:
            found.pop(number, None)
    return found
