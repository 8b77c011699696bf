"""What a finder is shown of a draft, and what it gives back."""

from __future__ import annotations

from policycheck.counts.channels import Channel
from policycheck.model import Likeness, Likes, Texts
from policycheck.nlp.parse import Parse
from policycheck.records import NamedTuple
from policycheck.words.reading import TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class View(NamedTuple):
    """A parse and what the finders ask beside it.

    ``text`` is the draft's text as it is counted: visible, before it was normalised;
    ``trees`` are the phrases of the language, by number.
    """

    parse: Parse
    text: str
    trees: Mapping[int, Any]
    channel: Channel
    jurisdictions: tuple[str, ...]
    organisation: str
    labels: dict[str, Any]
    begins: int = 0
    """Where the post begins in the text of the parse: after its titles."""
    likes: Likes = Likes()
    """What meaning says of the text."""
    languages: tuple[str, ...] = ()
    """All that the draft is read in, the likelier one first; none: that of the parse alone."""


class Edit(NamedTuple):
    """Put ``text`` in the place of a stretch of the normalised text."""

    start: int
    end: int
    text: str


class Side(NamedTuple):
    """Another stretch of the normalised text that a match rests on, with its points where it has some."""

    start: int
    end: int
    points: int | None = None


class Match(NamedTuple):
    """A place in the normalised text that a finder found."""

    start: int
    end: int
    parts: tuple[TokenSpan, ...] = ()
    """The tokens that matched; marks are asked of them."""
    marker: str = ''
    """What tells this match from another of the rule, for ``at_least``."""
    related: tuple[Side, ...] = ()
    edits: tuple[Edit, ...] = ()
    counted: bool = False
    """True where the offsets are those of ``View.text``."""
    likeness: Likeness | None = None
    why: Texts | None = None
    advice: Texts | None = None
    """What is told of this match in place of the rule's own texts."""


def tokens_at(parse: Parse, start: int, end: int) -> tuple[TokenSpan, ...]:
    """The tokens that a stretch of the normalised text covers, as one span; none where it covers none."""
    from bisect import bisect_left, bisect_right

    first = bisect_right(parse.tokens.ends, start)
    last = bisect_left(parse.tokens.starts, end)
    return ((first, last),) if first < last else ()
