"""Fixes to a text: which can be made together, and the text with them."""

from __future__ import annotations

from collections.abc import Iterable

from policycheck.model import Draft, Fix, Flag, Span
from policycheck.readers.escapes import written

Edit = tuple[Span, str]
"""A stretch of a file and what stands there afterwards."""


def together(flags: Iterable[Flag], *, unsafe: bool = False) -> list[Fix]:
    """The fixes of these flags that can be made at once, in the order of the text.

    Where two take the same stretch the graver flag's stands, then the one that comes first; the
    same edit asked for twice is made once. Without ``unsafe`` only those that cannot change the
    meaning of the post.
    """
    kept: list[Fix] = []
    for flag in sorted(flags, key=lambda flag: (-flag.level, flag.span)):
        for fix in flag.fixes:
            if (unsafe or fix.safe) and not any(touch(fix.span, other.span) for other in kept):
                kept.append(fix)
    return sorted(kept, key=lambda fix: fix.span)


def edits(draft: Draft, fixes: Iterable[Fix]) -> list[Edit]:
    """The fixes as they are written in the draft's file; one that cannot stand there is left out."""
    line_end = '\r\n' if '\r\n' in draft.source else '\n'
    found = ((fix.span, written(fix.text, _escape(draft, fix.span), line_end)) for fix in fixes)
    return [(span, text) for span, text in found if text is not None]


def _escape(draft: Draft, span: Span) -> str:
    """How a text is written in a place of a draft's file: as its title is, or as the post."""
    inside = (one for one in draft.heads if one.source.start <= span.start and span.end <= one.source.end)
    head = next(inside, None)
    return head.escape if head else draft.escape


def applied(source: str, changes: Iterable[Edit]) -> str:
    """The source with these edits made, none of which may overlap; all else stays letter for letter."""
    pieces: list[str] = []
    at = 0
    for span, text in sorted(changes):
        pieces += (source[at : span.start], text)
        at = span.end
    return ''.join((*pieces, source[at:]))


def touch(one: Span, other: Span) -> bool:
    """Whether what is put in one place has to do with the other: they share signs, or it stands beside."""
    if one.start == one.end or other.start == other.end:
        # an insertion inside what is replaced, or a second one in its place
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
