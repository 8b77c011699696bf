"""What stands at places of a draft's file, as people read it: escapes are those of the file."""

from __future__ import annotations

from bisect import bisect_left

from policycheck.model import Draft, Flag, Span


def words(draft: Draft, span: Span) -> str:
    """What the post says at a place of its file; the file's own letters where the post has none there."""
    if draft.places is None:
        return draft.source[span.start : span.end]
    first, end = bisect_left(draft.places.starts, span.start), bisect_left(draft.places.starts, span.end)
    return draft.text[first:end] or draft.source[span.start : span.end]


def others(flag: Flag, draft: Draft) -> list[tuple[str, int | None]]:
    """The other words that a flag rests on, in its order, each once with the sum of its points.

    None in the place of points where it has none.
    """
    found: dict[str, int | None] = {}
    for one in flag.related:
        said = ' '.join(words(draft, one.span).split())
        points = found.get(said)
        found[said] = one.points if points is None else points + (one.points or 0)
    return list(found.items())
