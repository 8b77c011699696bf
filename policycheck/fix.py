"""Fixes to a text: which can be made together, and the text with them."""

from __future__ import annotations

from collections.abc import Iterable

from policycheck.model import Fix, Flag


def together(flags: Iterable[Flag], *, unsafe: bool = False) -> list[Fix]:
    """The fixes of these flags that can be made at once, in the order of the text.

    Where two take the same stretch the graver flag's stands, then the one that comes first; the
    same edit asked for twice is made once. Without ``unsafe`` only those that cannot change the
    meaning of the post.
    """
    kept: list[Fix] = []
    for flag in sorted(flags, key=lambda flag: (-flag.level, flag.span)):
        for fix in flag.fixes:
            if (unsafe or fix.safe) and not any(_clash(fix, other) for other in kept):
                kept.append(fix)
    return sorted(kept, key=lambda fix: fix.span)


def applied(source: str, fixes: Iterable[Fix]) -> str:
    """The source with these fixes made, none of which may overlap; all else stays letter for letter."""
    pieces: list[str] = []
    at = 0
    for fix in sorted(fixes, key=lambda fix: fix.span):
        pieces += (source[at : fix.span.start], fix.text)
        at = fix.span.end
    return ''.join((*pieces, source[at:]))


def _clash(one: Fix, other: Fix) -> bool:
    if one.span.start == one.span.end or other.span.start == other.span.end:
        # an insertion inside what is replaced, or a second one in its place
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.start < other.span.end and other.span.start < one.span.end
