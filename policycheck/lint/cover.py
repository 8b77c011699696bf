"""When one phrase flags wherever another does: a comparison of trees, without any draft."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from policycheck.lint.slots import Slots

_LOOSER = {'~>': 0, '~': 1, '~~': 2, '~~~': 3, '&': 4}
"""How far apart the two sides of a relation may stand: each allows what those before it allow."""

_APART = ('~~~', '&')
"""Relations whose flag stands on the right side alone."""

_MOST = 400
"""Ways of laying one sequence over another that are tried."""

Run = tuple[list[int], list[int], bool]
"""Slots in order, how many words may stand before each (0 for the first), whether it opens a clause."""


def covers(wide: Any, narrow: Any, slots: Slots) -> bool:
    """Whether ``wide``, a tree as plans.plain gives it, flags in every place in which ``narrow`` does.

    True is certain but for clause borders inside a gap; False may be wrong for phrases that say the same
    in different shapes.
    """
    if narrow[0] == 'not':
        return covers(wide, narrow[1], slots) or (wide[0] == 'not' and covers(wide[1], narrow[1], slots))
    if narrow[0] == 'seq':
        if wide[0] == 'seq':
            return all(next(_laid(wide[1], own, slots), None) is not None for own in narrow[1])
        return (
            wide[0] != 'not' and wide[0] not in _APART and all(_splits(wide, own, slots) for own in narrow[1])
        )
    sign, left, right = narrow
    if sign in _APART:
        # the flag stands on the right side: a phrase that finds the left one flags another place
        both = wide[0] in _APART and _LOOSER[wide[0]] >= _LOOSER[sign]
        return (both and covers(wide[1], left, slots) and covers(wide[2], right, slots)) or covers(
            wide, right, slots
        )
    if wide[0] in _APART or wide[0] in ('seq', 'not') or _LOOSER[wide[0]] < _LOOSER[sign]:
        return covers(wide, left, slots) or covers(wide, right, slots)
    both = covers(wide[1], left, slots) and covers(wide[2], right, slots)
    if not both and wide[0] != '~>':
        both = covers(wide[1], right, slots) and covers(wide[2], left, slots)
    return both or covers(wide, left, slots) or covers(wide, right, slots)


def _run(variant: list[Any]) -> Run:
    at_start, parts = variant
    slots: list[int] = []
    before: list[int] = []
    for number, part in enumerate(parts):
        if number % 2:
            continue
        for place, slot in enumerate(part):
            slots.append(slot)
            before.append(parts[number - 1] if number and not place else 0)
    return slots, before, bool(at_start)


def _laid(variants: list[Any], narrow: list[Any], slots: Slots) -> Iterator[tuple[int, ...]]:
    """The places in a narrow sequence at which the slots of a wide one can always be found."""
    own, before, opens = _run(narrow)
    for variant in variants:
        wide, gaps, at_start = _run(variant)
        if len(wide) > len(own) or (at_start and not opens):
            continue
        starts = range(1) if at_start else range(len(own))
        for start in starts:
            yield from _following(wide, gaps, own, before, (start,), slots)


def _following(
    wide: list[int], gaps: list[int], own: list[int], before: list[int], at: tuple[int, ...], slots: Slots
) -> Iterator[tuple[int, ...]]:
    if not slots.covers(wide[len(at) - 1], own[at[-1]]):
        return
    if len(at) == len(wide):
        yield at
        return
    between = 0
    for place in range(at[-1] + 1, len(own)):
        between += before[place]
        if between > gaps[len(at)]:
            return
        yield from _following(wide, gaps, own, before, (*at, place), slots)
        between += slots.words(own[place])


def _splits(wide: Any, narrow: list[Any], slots: Slots) -> bool:
    """Whether both sides of a relation are always found in one sequence, none over the other."""
    if wide[0] in ('~', '~>') and any(_run(narrow)[1]):
        # a gap may hold the end of a clause
        return False
    if wide[1][0] != 'seq' or wide[2][0] != 'seq':
        return False
    left = list(_laid(wide[1][1], narrow, slots))[:_MOST]
    right = list(_laid(wide[2][1], narrow, slots))[:_MOST]
    return any(
        one[-1] < two[0] if wide[0] == '~>' else not set(one) & set(two) for one, two in product(left, right)
    )
