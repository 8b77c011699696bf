"""Fixes to a text: which can be made together, and the text with them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policycheck.escapes import written
from policycheck.model import Draft, Fix, Flag, Span

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
            if (unsafe or fix.safe) and not any(_clash(fix.span, other.span) for other in kept):
                kept.append(fix)
    return sorted(kept, key=lambda fix: fix.span)


_MARKUP = frozenset('*_`[]<>~')


def tears(draft: Draft, place: Span) -> bool:
    """Whether a fix to a place of the draft's text might take half of some markup along."""
    if draft.markup == 'markdown':
        return not _MARKUP.isdisjoint(draft.text[place.start : place.end])
    if draft.escape != 'html' or draft.places is None:
        return False
    span = draft.places.span(*place)
    return '<' in draft.source[span.start : span.end]


_BEFORE = re.compile('(,?)([ \\t]*)$')
_STARTS = re.compile('(^|[.!?…:\\n\\r])[ \\t]*$')
_AFTER = re.compile('(,?)([ \\t]*)')
_REACH = 20
"""Characters before a deletion that are looked at: more blanks than anybody leaves."""


def edit(text: str, place: Span, new: str) -> Edit:
    """What to put where, so that a text reads ``new`` for the words of a place, with a capital where they had one.

    Words that go take a blank beside them along: at the start of a sentence a comma that follows
    as well, and the next letter becomes a capital; elsewhere a comma that would stand before
    another sign.
    """
    start, end = place
    capital = text[start : start + 1].isupper()
    if new:
        return place, new[:1].upper() + new[1:] if capital else new
    before, after = text[max(0, start - _REACH) : start], _AFTER.match(text, end)
    assert after is not None
    if _STARTS.search(before):
        end = after.end()
        if capital and text[end : end + 1].islower():
            return Span(start, end + 1), text[end].upper()
        return Span(start, end), ''
    left = _BEFORE.search(before)
    sign = text[end : end + 1]
    if left is None or not left[2]:
        return (Span(start, end + 1) if sign == ' ' else place), ''
    if not sign or sign.isspace() or sign in ',.!?;:':
        comma = left[1] if sign and sign in ',.!?;:' else ''
        return Span(start - len(left[2]) - len(comma), end), ''
    return place, ''


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


def _clash(one: Span, other: Span) -> bool:
    if one.start == one.end or other.start == other.end:
        # an insertion inside what is replaced, or a second one in its place
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
