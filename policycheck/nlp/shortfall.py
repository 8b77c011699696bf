"""How far a phrase came that does not match: which words are missing, or what keeps them apart."""

from __future__ import annotations

from policycheck.nlp import clauses, match
from policycheck.nlp.match import Hit
from policycheck.nlp.parse import Parse
from policycheck.nlp.slots import NEGATION, Filled, slots_of
from policycheck.records import NamedTuple
from policycheck.words.phrase_tree import Class, ClauseStart, Element, Gap, Not, Relation, Tree, Word, spelled
from policycheck.words.reading import TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_MOST_PAIRS = 200
"""Pairs of words that are looked at for the nearest."""


class Shortfall(NamedTuple):
    """Why a phrase does not match.

    ``reason``: 'missing' (words), 'clause', 'sentence' or 'neighbours' (words are there, but not in
    one clause, sentence or two neighbours), 'order' (in the other order), 'apart' (not side by
    side), 'gap' (``words`` between them, ``allowed`` so many), 'overlap' (one word cannot be both),
    'clause start', 'not denied'. But for 'missing', ``left`` and ``right`` are the words.
    """

    reason: str
    missing: tuple[str, ...] = ()
    there: tuple[Filled, ...] = ()
    left: TokenSpan | None = None
    right: TokenSpan | None = None
    words: int = 0
    allowed: int = 0

    @property
    def distance(self) -> tuple[int, int]:
        """How far from a match: smaller is nearer."""
        return len(self.missing), -len(self.there)


def shortfall(parse: Parse, tree: Tree, compiled: Any) -> Shortfall:
    """Why a phrase without a hit has none; ``compiled`` is the tree that plans.py made of ``tree``."""
    there, missing = _needs(parse, tree, slots_of(tree, compiled))
    if missing:
        return Shortfall('missing', tuple(dict.fromkeys(missing)), tuple(dict.fromkeys(there)))
    return _obstacle(parse, compiled)._replace(there=tuple(dict.fromkeys(there)))


def _needs(parse: Parse, tree: Tree, slots: dict[str, int]) -> tuple[list[Filled], list[str]]:
    """Of what a phrase asks for, what is anywhere in the draft and what is not."""
    if isinstance(tree, Relation):
        there, missing = _needs(parse, tree.left, slots)
        more, fewer = _needs(parse, tree.right, slots)
        return there + more, missing + fewer
    if isinstance(tree, Not):
        there, missing = _needs(parse, tree.operand, slots)
        cues = parse.of('negation')
        return ([(NEGATION, cues[0]), *there], missing) if cues else (there, [NEGATION, *missing])
    return _of_elements(parse, tree.elements, slots)


def _of_elements(
    parse: Parse, elements: Iterable[Element], slots: dict[str, int]
) -> tuple[list[Filled], list[str]]:
    there: list[Filled] = []
    missing: list[str] = []
    for element in elements:
        if isinstance(element, Gap | ClauseStart):
            continue
        if isinstance(element, Word | Class):
            name = spelled(element)
            spans = parse.spans.get(slots[name])
            if spans:
                there.append((name, spans[0]))
            else:
                missing.append(name)
            continue
        best = min(
            (_of_elements(parse, option, slots) for option in element.options),
            key=lambda own: (len(own[1]), -len(own[0])),
        )
        there += best[0]
        if best[1]:
            missing.append(spelled(element))
    return there, missing


def _obstacle(parse: Parse, compiled: Any) -> Shortfall:
    """What keeps the words of a phrase apart that are all somewhere in the draft."""
    kind = compiled[0]
    if kind == 'seq':
        tried = [_in_sequence(parse, at_start, parts) for at_start, parts in compiled[1]]
        return max(filter(None, tried), key=lambda one: one[0], default=(0, Shortfall('missing')))[1]
    if kind == 'not':
        inner = match.find(parse, compiled[1])
        if not inner:
            return _obstacle(parse, compiled[1])
        cue = min(parse.of('negation'), key=lambda span: abs(span[0] - inner[0].start))
        return Shortfall('not denied', left=_span(inner[0]), right=cue)
    sides = [match.find(parse, side) for side in compiled[1:]]
    for side, hits in zip(compiled[1:], sides):
        if not hits:
            return _obstacle(parse, side)
    return _between(parse, kind, *sides)


def _between(parse: Parse, kind: str, left: list[Hit], right: list[Hit]) -> Shortfall:
    unit = parse.clause_of if kind in ('~', '~>') else parse.sentence_of
    pairs = sorted(_pairs(left, right), key=lambda pair: _distance(*pair))
    one, two = pairs[0]
    reason = {'~': 'clause', '~>': 'clause', '~~': 'sentence', '~~~': 'neighbours', '&': 'overlap'}[kind]
    for first, second in pairs:
        if unit[first.start] == unit[second.start] and kind in ('~', '~>', '~~'):
            one, two = first, second
            overlap = first.start < second.end and second.start < first.end
            reason = 'overlap' if overlap else 'order'
            if not overlap:
                break
    return Shortfall(reason, left=_span(one), right=_span(two))


def _pairs(left: list[Hit], right: list[Hit]) -> Iterator[tuple[Hit, Hit]]:
    most = int(_MOST_PAIRS**0.5)
    for one in left[:most]:
        for two in right[:most]:
            yield one, two


def _distance(one: Hit, two: Hit) -> int:
    return max(two.start - one.end, one.start - two.end)


def _in_sequence(parse: Parse, at_start: bool, parts: list[Any]) -> tuple[int, Shortfall] | None:
    """How many runs of a sequence were found, and what kept the next from following; None without its words."""
    runs, gaps = parts[::2], parts[1::2]
    if any(slot not in parse.spans for run in runs for slot in run):
        return None
    for run in runs:
        if not match.side_by_side(parse, run):
            one, two = min(
                ((a, b) for a in parse.spans[run[0]] for b in parse.spans[run[-1]] if a != b),
                key=lambda pair: abs(pair[1][0] - pair[0][1]),
                default=(parse.spans[run[0]][0], parse.spans[run[-1]][0]),
            )
            return 0, Shortfall('apart', left=one, right=two)
    hits = [Hit(start, end, ((start, end),)) for start, end in match.side_by_side(parse, runs[0])]
    opening = [hit for hit in hits if not at_start or clauses.at_clause_start(parse, hit.start)]
    if not opening:
        return 1, Shortfall('clause start', left=_span(hits[0]))
    hits = opening
    for placed, (run, gap) in enumerate(zip(runs[1:], gaps, strict=True), 2):
        following = match.side_by_side(parse, run)
        reached = [joined for hit in hits for joined in match.after_gap(parse, hit, following, gap)]
        if not reached:
            return placed, _too_far(parse, hits, following, gap)
        hits = reached
    return None


def _too_far(parse: Parse, hits: list[Hit], following: list[TokenSpan], gap: int) -> Shortfall:
    pairs = [(hit, span) for hit in hits[:_MOST_PAIRS] for span in following[:_MOST_PAIRS]]
    after = [
        (match.words_between(parse, hit.end, span[0]), hit, span)
        for hit, span in pairs
        if span[0] >= hit.end and parse.sentence_of[span[0]] == parse.sentence_of[hit.start]
    ]
    if after:
        words, hit, span = min(after, key=lambda one: one[0])
        return Shortfall('gap', left=_span(hit), right=span, words=words, allowed=gap)
    hit, span = min(pairs, key=lambda pair: abs(pair[1][0] - pair[0].end))
    same = parse.sentence_of[span[0]] == parse.sentence_of[hit.start]
    return Shortfall('order' if same else 'sentence', left=_span(hit), right=span)


def _span(hit: Hit) -> TokenSpan:
    return hit.start, hit.end
