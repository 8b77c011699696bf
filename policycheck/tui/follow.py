"""Places of flags that follow a text while it is edited: what was touched goes, the rest moves along."""

from __future__ import annotations

from collections.abc import Iterable

from policycheck.model import Flag, Report
from policycheck.records import NamedTuple
from policycheck.tui.look import RIGHTS


class Item(NamedTuple):
    """A flag as the screens show it: its place in the text as that is now, in code points."""

    flag: Flag
    start: int
    end: int
    reason: str | None = None
    """Why a waiver beside the text keeps it; None where none does."""

    @property
    def level(self) -> int:
        """Its level, RIGHTS for a notice of rights."""
        return RIGHTS if self.flag.rule.rights else self.flag.level

    @property
    def place(self) -> tuple[str, int, int]:
        """Rule and place: what tells it from others."""
        return self.flag.rule.id, self.start, self.end

    def words(self, text: str) -> str:
        """Its words in the text as that is now; those before the text, in front matter, as they were found."""
        return text[self.start : self.end] if self.start >= 0 else self.flag.quote


def items_of(report: Report, text: str) -> list[Item]:
    """What a report tells, those too that a waiver keeps, at their places in the text that its file ends with.

    What stands before the text, in front matter, begins below 0.
    """
    head = len(report.draft.source) - len(text)
    told = [(flag, None) for flag in (*report.rights, *report.flags)]
    kept = [(one.flag, one.reason) for one in report.kept]
    return [Item(flag, flag.span.start - head, flag.span.end - head, why) for flag, why in (*told, *kept)]


def in_order(items: Iterable[Item]) -> list[Item]:
    """Items as people read them: notices of rights, then by place, the gravest rule first where two begin together.

    Those of meaning alone come last, in the same order: it answers after the words, when these are being
    read. What it makes of their levels moves none of them either.
    """

    def place(item: Item) -> tuple[bool, bool, int, int, int]:
        rule = item.flag.rule
        return item.flag.finder == 'like', not rule.rights, item.start, -rule.level, item.end

    return sorted(items, key=place)


def again(items: Iterable[Item], item: Item) -> Item | None:
    """An item among those of a later check: the same flag, else the nearest of its rule with its words."""
    like = [
        one for one in items if one.flag.rule.id == item.flag.rule.id and one.flag.quote == item.flag.quote
    ]
    return min(like, key=lambda one: (one.flag is not item.flag, abs(one.start - item.start)), default=None)


def held_back(
    found: list[Item], shown: list[Item], word: tuple[int, int], cursor: int
) -> tuple[list[Item], list[Item]]:
    """What is shown at once, and what waits: new flags on the word that is being written.

    Meaning, which speaks of whole sentences, was asked when nobody wrote any longer.
    """
    first, last = word
    known = {(item.flag.rule.id, item.start) for item in shown}
    held = [
        item
        for item in found
        if first < last
        and item.flag.finder != 'like'
        and item.start < cursor <= item.end
        and item.end > first
        and (item.flag.rule.id, item.start) not in known
    ]
    return [item for item in found if item not in held], held


def rebased(items: Iterable[Item], old: str, new: str) -> list[Item]:
    """The items of a text after it became another one; an item whose own words were touched is gone.

    The change is taken to be one stretch: what lies between the common beginning and end.
    """
    head = _common(old, new)
    tail = min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    shift = len(new) - len(old)
    first, last = head, len(old) - tail
    return [
        item if item.end <= first else item._replace(start=item.start + shift, end=item.end + shift)
        for item in items
        if item.end <= first or item.start >= last
    ]


def _common(one: str, two: str) -> int:
    """Length of the common beginning of two texts, found by halving."""
    low, high = 0, min(len(one), len(two))
    if one[:high] == two[:high]:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
