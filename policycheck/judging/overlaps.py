"""Which flags are told, where several speak of the same (words and meaning, rule and rule), and in which order."""

from __future__ import annotations

from bisect import bisect_left

from policycheck.model import NOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from policycheck.model import Flag, Likes, Report

_OF_WORDS = ('find', 'points', 'tokens')


def agreed(flags: Iterable[Flag], likes: Likes) -> list[Flag]:
    """Flags without those of meaning alone where words say the same, which are then told to be agreed upon."""
    flags = list(flags)
    said = {flag.rule.category for flag in flags if flag.finder != 'like'}
    kept: list[Flag] = []
    for flag in flags:
        category = flag.rule.category
        if flag.finder != 'like':
            kept.append(flag._replace(like=likes.found[category][2]) if category in likes.found else flag)
        elif category not in said:
            kept.append(flag)
    return kept


def told_once(flags: list[Flag]) -> list[Flag]:
    """Flags, each with those ``also`` that words led to in the same place and the same category, no graver.

    One with a fix of its own is told by itself.
    """
    kept: list[Flag] = []
    taken: dict[str, list[tuple[int, int, int]]] = {}
    for flag in sorted(flags, key=lambda flag: (-flag.level, flag.span.start - flag.span.end)):
        places = taken.setdefault(flag.rule.category, [])
        start, end = flag.text_span
        at = bisect_left(places, (start, end))
        near = [one for one in places[max(0, at - 1) : at + 1] if one[0] < end and start < one[1]]
        if flag.finder not in _OF_WORDS or flag.fixes:
            kept.append(flag)
        elif near:
            first = near[0][2]
            kept[first] = kept[first]._replace(also=(*kept[first].also, flag))
        else:
            places.insert(at, (start, end, len(kept)))
            kept.append(flag)
    return kept


def followed(first: Report, second: Report) -> Report:
    """The second report of a text, by words and meaning, for those who have read the first, by words alone.

    What meaning took back in between stays, as a note: nothing disappears from under a reader's eyes.
    """
    told = [(flag.rule.category, *flag.text_span) for flag in second.flags]
    gone = [
        flag._replace(level=NOTE, reasons=(*flag.reasons, 'unlike'))
        for flag in first.flags
        if not any(
            category == flag.rule.category and start < flag.text_span.end and flag.text_span.start < end
            for category, start, end in told
        )
    ]
    return second._replace(flags=in_order((*second.flags, *gone))) if gone else second


def in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Flags in the order of their file, the gravest first where two begin together."""
    return tuple(sorted(flags, key=lambda flag: (flag.span.start, -flag.level, flag.span.end, flag.rule.id)))
