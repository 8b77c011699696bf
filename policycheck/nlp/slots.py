"""Which words of a draft fill which part of a phrase that matches."""

from __future__ import annotations

from typing import Any

from policycheck.nlp import marks, match
from policycheck.nlp.match import Hit
from policycheck.nlp.parse import Parse
from policycheck.words.phrase_tree import Class, Not, Relation, Tree, Word, spelled, variants
from policycheck.words.reading import TokenSpan

Filled = tuple[str, TokenSpan]
"""A word or class of a phrase as it is written there, and where it was found."""

NEGATION = 'not'
"""What a negation is called that the phrase asks for."""


def slots_of(tree: Tree, compiled: Any) -> dict[str, int]:
    """The slots of the words and classes of a phrase, by how each is written in it.

    ``compiled`` is the tree that plans.py made of ``tree``.
    """
    if isinstance(tree, Relation):
        return {**slots_of(tree.left, compiled[1]), **slots_of(tree.right, compiled[2])}
    if isinstance(tree, Not):
        return slots_of(tree.operand, compiled[1])
    found: dict[str, int] = {}
    written = (elements for elements in variants(tree.elements) if elements)
    for elements, (_, parts) in zip(written, compiled[1], strict=True):
        names = [spelled(one) for one in elements if isinstance(one, Word | Class)]
        found.update(zip(names, (slot for run in parts[::2] for slot in run), strict=True))
    return found


def filled(parse: Parse, tree: Tree, compiled: Any, hit: Hit) -> list[Filled]:
    """The words and classes of a phrase with the words that filled them, in the order of the text.

    ``hit`` is one of the hits of ``compiled``.
    """
    names = {slot: name for name, slot in slots_of(tree, compiled).items()}
    found = dict.fromkeys(_filled(parse, compiled, hit))
    return sorted(
        ((NEGATION if slot is None else names[slot], span) for slot, span in found), key=lambda one: one[1]
    )


def _filled(parse: Parse, compiled: Any, hit: Hit) -> list[tuple[int | None, TokenSpan]]:
    kind = compiled[0]
    if kind == 'seq':
        for _, parts in compiled[1]:
            runs = parts[::2]
            if len(runs) == len(hit.parts) and all(
                parse.spans.keys() >= set(run) and part in match.side_by_side(parse, run)
                for run, part in zip(runs, hit.parts)
            ):
                return [one for run, part in zip(runs, hit.parts) for one in _split(parse, run, *part)]
        return []
    if kind == 'not':
        for inner in match.find(parse, compiled[1]):
            cue = marks.is_negated(parse, inner.parts)
            if cue is not None and {cue, *inner.parts} == set(hit.parts):
                return [(None, cue), *_filled(parse, compiled[1], inner)]
        return []
    for right in match.find(parse, compiled[2]):
        for left in match.find(parse, compiled[1]):
            if _made(kind, left, right, hit):
                return [*_filled(parse, compiled[1], left), *_filled(parse, compiled[2], right)]
    return []


def _made(kind: str, left: Hit, right: Hit, hit: Hit) -> bool:
    """Whether a relation of this kind made the hit of these two."""
    if kind in ('&', '~~~'):
        same = (right.start, right.end, right.parts) == (hit.start, hit.end, hit.parts)
        return same and (left.start, left.end) == hit.related[0]
    related = sorted(left.related + right.related)
    return {*left.parts, *right.parts} == set(hit.parts) and related == sorted(hit.related)


def _split(parse: Parse, run: list[int], start: int, end: int) -> list[tuple[int | None, TokenSpan]]:
    """The slots of a run, side by side from ``start`` to ``end``, with the tokens of each."""
    return _chained(parse, run, start, end) or [(run[0], (start, end))]


def _chained(parse: Parse, run: list[int], start: int, end: int) -> list[tuple[int | None, TokenSpan]] | None:
    if not run:
        return [] if start == end else None
    for begin, stop in parse.spans.get(run[0], ()):
        if begin in (start, parse.after_hyphen(start)) and stop <= end:
            rest = _chained(parse, run[1:], stop, end)
            if rest is not None:
                return [(run[0], (begin, stop)), *rest]
    return None
