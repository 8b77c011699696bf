"""The finder ``like``: the sentence that reads like the exemplars of a category."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policycheck.kinds.view import Match, View, tokens_at


def find(view: View, plain: str, phrases: Iterable[int]) -> Iterator[Match]:
    """The match of the category ``plain``, which was looked for before; none where nothing was."""
    found = view.likes.get(plain)
    if found is not None:
        start, end, likeness = found
        yield Match(start, end, tokens_at(view.parse, start, end), likeness.text, likeness=likeness)
