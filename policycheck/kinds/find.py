"""The finder ``find``: phrases, any of which flags."""

from __future__ import annotations

from policycheck.kinds.view import Match, Side, View
from policycheck.nlp.match import Hit
from policycheck.nlp.match import find as find_hits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def find(view: View, plain: object, phrases: Iterable[int]) -> Iterator[Match]:
    """The matches of the phrases with these numbers."""
    for phrase in sorted(phrases):
        for hit in find_hits(view.parse, view.trees[phrase], ('phrase', phrase)):
            yield match_of(view, hit, f'phrase {phrase}')


def match_of(view: View, hit: Hit, marker: str) -> Match:
    """A hit of tokens as a match of characters."""
    start, end = view.parse.characters(hit.start, hit.end)
    related = tuple(Side(*view.parse.characters(*span)) for span in hit.related)
    return Match(start, end, hit.parts, marker, related)
