"""One fix in a text: what has to go or change along with its words, and where it would tear markup."""

from __future__ import annotations

import re

from policycheck.counts.lengths import ends_in_address
from policycheck.model import Draft, Span

_MARKUP = frozenset('*_`[]<>~')


def tears(draft: Draft, place: Span) -> bool:
    """Whether a fix to a place of the draft's text might take half of some markup along, or of an address."""
    if ends_in_address(draft.text, place.start):
        return True
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


def edit(text: str, place: Span, new: str) -> tuple[Span, str]:
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
