"""The finder ``like``: the sentence that reads like the exemplars of a category."""

from __future__ import annotations

from policycheck.kinds.view import Match, View, tokens_at
from policycheck.nlp.parse import Parse
from policycheck.text import END, SIGN
from policycheck.words.reading import TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def find(view: View, plain: str, phrases: Iterable[int]) -> Iterator[Match]:
    """The match of the category ``plain``, which was looked for before; none where nothing was."""
    found = view.likes.found.get(plain)
    if found is not None:
        start, end, likeness = found
        parts = tuple(_said(view.parse, span) for span in tokens_at(view.parse, start, end))
        yield Match(start, end, parts, likeness.text, likeness=likeness)


def _said(parse: Parse, span: TokenSpan) -> TokenSpan:
    """The words of a sentence that marks are asked of: without signs around it; a quotation that is most of it."""
    start, end = span
    kinds = parse.tokens.kinds
    while start < end - 1 and kinds[start] in (SIGN, END):
        start += 1
    while start < end - 1 and kinds[end - 1] in (SIGN, END):
        end -= 1
    for scope in parse.marks.get('quoted', ()):
        first, last = max(start, scope.start), min(end, scope.end)
        if 2 * (last - first) > end - start:
            return first, last
    return start, end
