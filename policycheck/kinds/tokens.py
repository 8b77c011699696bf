"""The finder ``tokens``: spaCy Matcher patterns, for the expert."""

from __future__ import annotations

import json
from functools import cache

from policycheck.kinds import regex
from policycheck.kinds.view import Match, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any


def refuse(pattern: Iterable[dict[str, Any]]) -> None:
    """Raises ValueError, in words, for a pattern with a regular expression that cannot be read or could explode."""
    # every finder is at hand where drafts are checked; what reads rule files is not
    from policycheck.schema.token_patterns import regexes

    for one in regexes(pattern):
        try:
            regex.prepare(one)
        except ValueError as err:
            raise ValueError(f"'REGEX': {err}") from err


def find(view: View, plain: object, phrases: Iterable[int]) -> Iterator[Match]:
    """The matches of the patterns with these numbers, longest first where they overlap."""
    for phrase in sorted(phrases):
        pattern = json.dumps(view.trees[phrase][1], sort_keys=True)
        for _, start, end in sorted(
            _matcher(view.parse.grammar.lang, pattern)(view.parse.doc), key=lambda m: m[1]
        ):
            yield Match(*view.parse.characters(start, end), ((start, end),), f'tokens {phrase}')


@cache
def _matcher(lang: str, pattern: str) -> Any:
    # spaCy is imported for these patterns alone
    from policycheck.nlp import pipeline

    return pipeline.matcher(lang, [json.loads(pattern)])
