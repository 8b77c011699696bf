"""The finder ``points``: evidence that adds up within a sentence or the post."""

from __future__ import annotations

from policycheck.kinds.view import Match, Side, View
from policycheck.nlp.match import Hit, words_between
from policycheck.nlp.match import find as find_hits
from policycheck.nlp.parse import Parse
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any


class Line(NamedTuple):
    """A line of points that matches: what it gives or takes, where, and its number among the phrases."""

    points: int
    hit: Hit
    phrase: int


def find(view: View, plain: Mapping[str, Any], phrases: Iterable[int]) -> Iterator[Match]:
    """One match where the points of the lines that match reach what is needed.

    The match is the place of the heaviest line with words; the others are related to it, with their points.
    """
    for unit, found in evidence(view, plain, phrases):
        if sum(line.points for line in found) < plain['needs']:
            continue
        heaviest = found[0].hit
        start, end = view.parse.characters(heaviest.start, heaviest.end)
        yield Match(
            start,
            end,
            heaviest.parts,
            f'points {unit}',
            tuple(
                Side(*view.parse.characters(line.hit.start, line.hit.end), line.points) for line in found[1:]
            ),
        )


def evidence(
    view: View, plain: Mapping[str, Any], phrases: Iterable[int]
) -> Iterator[tuple[int, list[Line]]]:
    """By sentence, or 0 for the post, the lines that match, the heaviest first.

    Of those that give points, signs and emoji come after all words, and of equals a single small word comes
    last, since they tell a reader little; then the first in the text comes first.
    Each line counts once in a sentence or post. Lines that take points away are tried always: the
    fast path knows only those that give some.
    """
    lines: Mapping[str, int] = plain['lines'].get(view.parse.grammar.lang, {})
    given = set(phrases)
    by_unit: dict[int, list[Line]] = {}
    for written, points in lines.items():
        phrase = int(written)
        if points > 0 and phrase not in given:
            continue
        seen: set[int] = set()
        for hit in find_hits(view.parse, view.trees[phrase], ('phrase', phrase)):
            unit = view.parse.sentence_of[hit.start] if plain['within'] == 'sentence' else 0
            if unit not in seen:
                seen.add(unit)
                by_unit.setdefault(unit, []).append(Line(points, hit, phrase))
    for unit in sorted(by_unit):
        yield unit, sorted(by_unit[unit], key=lambda line: _rank(view.parse, line))


def _rank(parse: Parse, line: Line) -> tuple[bool, bool, int, bool, int]:
    start, end = line.hit.start, line.hit.end
    words = words_between(parse, start, end)
    begin, stop = parse.characters(start, end)
    return line.points <= 0, words == 0, -line.points, words == 1 and stop - begin <= _SMALL, start


_SMALL = 3
"""Letters of a word that tells little by itself: we, vi, me."""
