"""The table of finders: a new one is a module here and a line in KINDS (in might.py too if it reads text)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from policycheck.kinds import detect, find, like, limit, points, regex, require, tokens
from policycheck.kinds.view import Match, View, tokens_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

Finder = Callable[[View, Any, Iterable[int]], Iterator[Match]]
"""What a finder is shown, what its rule says of it, the phrases that may match; to its matches."""


def _detect(view: View, plain: list[str], phrases: Iterable[int]) -> Iterator[Match]:
    for found in detect.find(view.parse.text, plain, view.parse.grammar.lang, view.jurisdictions):
        yield Match(found.start, found.end, tokens_at(view.parse, found.start, found.end), found.name)


def _regex(view: View, plain: Mapping[str, list[list[Any]]], phrases: Iterable[int]) -> Iterator[Match]:
    for lang in ('any', view.parse.grammar.lang):
        for pattern, _, _, *ready in plain.get(lang, ()):
            for start, end in regex.find(regex.opened(regex.Ready(pattern, *ready)), view.parse.text):
                if start < end:
                    yield Match(start, end, tokens_at(view.parse, start, end), pattern)


KINDS: dict[str, Finder] = {
    'find': find.find,
    'points': points.find,
    'tokens': tokens.find,
    'require': require.find,
    'regex': _regex,
    'detect': _detect,
    'limit': limit.find,
    'like': like.find,
}
