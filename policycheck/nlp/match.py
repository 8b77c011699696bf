"""Where a phrase matches in a parse: runs of slots by spaCy's Matcher, relations between them by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from policycheck.nlp import clauses, marks
from policycheck.nlp.parse import Parse
from policycheck.records import NamedTuple
from policycheck.words.reading import TokenSpan, chains

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_REACH = 2
"""Tokens between the first of two words side by side and the end of the second: a hyphen may be there."""
_MOST_FOLLOWING = 8
_MOST_HITS = 2000
"""Hits of one phrase in one draft that are looked at; more say nothing new."""


class Hit(NamedTuple):
    """A stretch of tokens that a phrase matches; ``parts`` are the words that matched, in order."""

    start: int
    end: int
    parts: tuple[TokenSpan, ...]
    related: tuple[TokenSpan, ...] = ()


def find(parse: Parse, tree: Any, key: object = None) -> list[Hit]:
    """The hits of a phrase (a tree of plans.py) in the order of the text, no two of the same stretch.

    ``key`` names the phrase: hits are kept in the parse under it.
    """
    if key is not None and key in parse.hits:
        kept: list[Hit] = parse.hits[key]
        return kept
    found = _find(parse, tree)
    if len(found) > 1:
        by_place: dict[TokenSpan, Hit] = {}
        for hit in found:
            by_place.setdefault((hit.start, hit.end), hit)
        found = [by_place[place] for place in sorted(by_place)][:_MOST_HITS]
    if key is not None:
        parse.hits[key] = found
    return found


def find_near(parse: Parse, tree: Any, key: object, parts: Iterable[TokenSpan]) -> Iterator[Hit]:
    """The hits of a phrase that begin in a sentence where one of the parts begins, in the order of the text."""
    by_sentence: dict[int, list[Hit]] | None = parse.hits.get(('by sentence', key))
    if by_sentence is None:
        by_sentence = parse.hits['by sentence', key] = {}
        for hit in find(parse, tree, key):
            by_sentence.setdefault(parse.sentence_of[hit.start], []).append(hit)
    for sentence in sorted({parse.sentence_of[start] for start, _ in parts}):
        yield from by_sentence.get(sentence, ())


def _find(parse: Parse, tree: Any) -> list[Hit]:
    kind = tree[0]
    if kind == 'seq':
        # most phrases begin with a word that is nowhere in the draft
        spans = parse.spans
        return [
            hit
            for at_start, parts in tree[1]
            if parts[0][0] in spans
            for hit in _sequence(parse, at_start, parts)
        ]
    if kind == 'not':
        found = []
        for hit in find(parse, tree[1]):
            cue = marks.is_negated(parse, hit.parts)
            if cue is not None:
                parts = tuple(sorted((cue, *hit.parts)))
                found.append(Hit(min(cue[0], hit.start), max(cue[1], hit.end), parts, hit.related))
        return found
    left = find(parse, tree[1])
    right = find(parse, tree[2]) if left else []
    if not right:
        return []
    if kind in ('~', '~>', '~~'):
        unit = parse.sentence_of if kind == '~~' else parse.clause_of
        return _together(left, right, unit, kind == '~>')
    return _apart(parse, left, right, kind)


def _together(left: list[Hit], right: list[Hit], unit: list[int], ordered: bool) -> list[Hit]:
    """Each right hit with the nearest left one of its unit, and each left with the nearest right."""
    by_unit: dict[int, list[Hit]] = {}
    for hit in left:
        by_unit.setdefault(unit[hit.start], []).append(hit)
    found = []
    for hit in right:
        near = by_unit.get(unit[hit.start])
        if near is None:
            continue
        at = bisect_left(near, hit)
        for other in (*reversed(near[max(0, at - 3) : at]), *near[at : at + 3]):
            if _disjoint(other, hit) and (not ordered or other.end <= hit.start):
                found.append(_joined(other, hit))
                break
    return found


def _disjoint(one: Hit, two: Hit) -> bool:
    """Whether no word is part of both; one may stand in a gap of the other: ``ikke ... sjefen ... flink``."""
    if one.end <= two.start or two.end <= one.start:
        return True
    return all(a[1] <= b[0] or b[1] <= a[0] for a in one.parts for b in two.parts)


def _joined(one: Hit, two: Hit) -> Hit:
    return Hit(
        min(one.start, two.start),
        max(one.end, two.end),
        tuple(sorted({*one.parts, *two.parts})),
        one.related + two.related,
    )


def _apart(parse: Parse, left: list[Hit], right: list[Hit], kind: str) -> list[Hit]:
    """The right hits beside which a left one stands: anywhere, or at most a sentence away."""
    found = []
    places = [hit.start for hit in left] if kind == '&' else [parse.sentence_of[hit.start] for hit in left]
    for hit in right:
        if kind == '&':
            at = bisect_left(places, hit.start)
            near = [*reversed(left[max(0, at - _REACH) : at]), *left[at : at + _REACH]]
        else:
            own = parse.sentence_of[hit.start]
            near = left[bisect_left(places, own - 1) : bisect_right(places, own + 1)][: 2 * _REACH]
        other = next((one for one in near if _disjoint(one, hit)), None)
        if other is not None:
            found.append(Hit(hit.start, hit.end, hit.parts, ((other.start, other.end), *hit.related)))
    return found


def _sequence(parse: Parse, at_start: bool, parts: list[Any]) -> list[Hit]:
    runs = parts[::2]
    gaps = parts[1::2]
    spans = parse.spans
    for run in runs:
        for slot in run:
            if slot not in spans:
                return []
    hits = [Hit(start, end, ((start, end),)) for start, end in side_by_side(parse, runs[0])]
    if at_start:
        hits = [hit for hit in hits if clauses.at_clause_start(parse, hit.start)]
    for run, gap in zip(runs[1:], gaps, strict=True):
        if not hits:
            return []
        following = side_by_side(parse, run)
        hits = [joined for hit in hits for joined in after_gap(parse, hit, following, gap)]
    nearest: dict[int, Hit] = {}
    for hit in hits:
        if hit.start not in nearest or hit.end < nearest[hit.start].end:
            nearest[hit.start] = hit
    return hits if len(runs) == 1 else list(nearest.values())


def after_gap(parse: Parse, hit: Hit, following: list[TokenSpan], gap: int) -> Iterator[Hit]:
    """The hit with each of the spans that follow it in its sentence, the gap not too wide."""
    at = bisect_left(following, (hit.end, 0))
    for start, end in following[at : at + _MOST_FOLLOWING]:
        if (
            words_between(parse, hit.end, start) > gap
            or parse.sentence_of[start] != parse.sentence_of[hit.start]
        ):
            return
        yield Hit(hit.start, end, (*hit.parts, (start, end)), hit.related)


def words_between(parse: Parse, start: int, end: int) -> int:
    """The words of a stretch as a gap counts them: without signs and emoji."""
    before = parse.words_before
    return before[end] - before[start] if start < end else 0


def side_by_side(parse: Parse, run: list[int]) -> list[TokenSpan]:
    """Where slots stand side by side: by their spans where some are of several words, else by the Matcher."""
    if len(run) == 1:
        return parse.spans[run[0]]
    key = ('run', *run)
    if key in parse.hits:
        kept: list[TokenSpan] = parse.hits[key]
        return kept
    if parse.doc is not None and parse.grammar.long.isdisjoint(run):
        found = _matched(parse, run)
    else:
        # there is no document in a sketch; and to the Matcher, the first word of an entry of two would be the entry
        found = set(chains(parse.reading, parse.spans, tuple(run)))
    ordered = sorted(found)
    parse.hits[key] = ordered
    return ordered


def _matched(parse: Parse, run: list[int]) -> set[TokenSpan]:
    found: set[TokenSpan] = set()
    rarest = min(range(len(run)), key=lambda i: len(parse.spans[run[i]]))
    looked_at: set[TokenSpan] = set()
    parse.lay_out(run)
    for start, end in parse.spans[run[rarest]]:
        sentence_start, sentence_end = parse.sentence(start)
        window = (
            max(sentence_start, start - _REACH * rarest),
            min(sentence_end, end + _REACH * (len(run) - rarest)),
        )
        if window in looked_at:
            continue
        looked_at.add(window)
        piece = parse.doc[window[0] : window[1]]
        for _, begin, stop in _matcher(parse.grammar.lang, tuple(run))(piece):
            found.add((window[0] + begin, window[0] + stop))
    return found


@cache
def _matcher(lang: str, run: tuple[int, ...]) -> Any:
    # spaCy is imported for a document only
    from policycheck.nlp import pipeline

    return pipeline.matcher(lang, [token_pattern(run)])


def token_pattern(run: tuple[int, ...]) -> list[dict[str, Any]]:
    """spaCy's token pattern of slots side by side: a span of each, a hyphen allowed between two."""
    pattern: list[dict[str, Any]] = []
    for i, slot in enumerate(run):
        if i:
            pattern.append({'ORTH': {'IN': ['-', '\u2010', '\u2011']}, 'OP': '?'})
        pattern.append({'_': {'slots': {'INTERSECTS': [slot]}}})
        pattern.append({'_': {'slots': {'INTERSECTS': [-slot]}}, 'OP': '*'})
    return pattern
