"""A flag's fix as one edit of the text: what it takes out and what it puts in."""

from __future__ import annotations

from policycheck.fix import applied, together
from policycheck.model import Span
from policycheck.records import NamedTuple
from policycheck.tui.follow import Item


class Edit(NamedTuple):
    """Put ``text`` in the place of a stretch of the text as it is now."""

    start: int
    end: int
    text: str


def edit(item: Item, text: str, *, fresh: bool) -> Edit | None:
    """The fixes of a flag as one edit; None where there are none that fit the text.

    ``fresh``: the flag is of this very text. Else only fixes within its own words are safe to use,
    since nothing else of the text is known to be where it was.
    """
    span = item.flag.span
    if item.start < 0:
        # front matter is not in the editor
        return None
    fixes = together([item.flag], unsafe=True)
    if not fixes:
        return None
    inside = all(span.start <= fix.span.start and fix.span.end <= span.end for fix in fixes)
    if not fresh and not inside:
        return None
    shift = item.start - span.start
    start, end = fixes[0].span.start + shift, fixes[-1].span.end + shift
    if start < 0:
        return None
    changes = [
        (Span(one.span.start + shift - start, one.span.end + shift - start), one.text) for one in fixes
    ]
    return Edit(start, end, applied(text[start:end], changes))
