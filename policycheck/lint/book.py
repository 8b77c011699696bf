"""The phrases of rules with the numbers that they have once compiled, and where each was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck.compiling.sources import RuleSource, Written, trees
from policycheck.records import NamedTuple
from policycheck.words.phrase_tree import Tree


class Phrase(NamedTuple):
    """One phrase as it was written; ``points`` is 1 where it carries none.

    ``key``: 'find', 'require', 'points', 'adjust' or 'fix'; ``entry``: which of adjust.
    """

    number: int
    rule: str
    key: str
    entry: int
    points: int
    path: str
    line: int
    text: str
    tree: Tree


def phrases(sources: Iterable[RuleSource], lang: str) -> list[Phrase]:
    """The phrases of a language by number: rule by rule, in the order in which compile.py places them.

    Raises InputError at the first that cannot be read.
    """
    placed = (one for source in sources for one in _placed(source, lang))
    return [one._replace(number=number) for number, one in enumerate(placed) if one is not None]


def _placed(source: RuleSource, lang: str) -> Iterator[Phrase | None]:
    """The phrases of a rule in their order, None for each token pattern that has its number among them."""
    own = trees(source, lang)
    for written in own.find:
        yield _phrase(source, 'find', written)
    for written in own.require:
        yield _phrase(source, 'require', written)
    for points, written in own.points:
        yield _phrase(source, 'points', written)._replace(points=points)
    patterns: Mapping[Any, Any] = source.file.tokens
    yield from [None] * len(patterns.get(lang, ()))
    for entry, block in enumerate(own.adjust):
        for written in block:
            yield _phrase(source, 'adjust', written)._replace(entry=entry)
    for written, _ in own.fix:
        yield _phrase(source, 'fix', written)


def _phrase(source: RuleSource, key: str, written: Written) -> Phrase:
    return Phrase(0, source.id, key, 0, 1, source.path, written.line, written.text, written.tree)
