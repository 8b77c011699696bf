"""A post with something beside it (a mark, titles of front matter, of a row): its text, and where the post begins."""

from __future__ import annotations

from bisect import bisect_left

from policycheck.model import Draft, Head, Placed, Places, Span
from policycheck.text import Normal, blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycheck.readers.front_matter import FrontMatter


def after_mark(source: str) -> Places:
    """Places of a text that leaves out the byte order mark before it."""
    # a range answers all that a list is asked for here, at no cost
    starts, ends = range(1, len(source)), range(2, len(source) + 1)
    return Places(starts, ends)  # type: ignore[arg-type]


def headed(source: str, start: int, said: FrontMatter) -> tuple[str, Places | None, tuple[Head, ...]]:
    """The text of a file with front matter: blank, but for what readers see of it; its places and heads."""
    pieces: list[str] = []
    heads: list[Head] = []
    places = after_mark(source) if start else None
    # a stretch of the text for each stretch of the file; only escapes make them differ
    stretches: list[tuple[range | list[int], range | list[int]]] = []
    at, length = start, 0
    for value, (table, escape) in said.heads:
        begin, end = table.starts[0], table.ends[-1]
        blank = blanks(source[at:begin])
        pieces += (blank, value)
        stretches += ((range(at, begin), range(at + 1, begin + 1)), (table.starts, table.ends))
        length += len(blank)
        heads.append(Head(Span(length, length + len(value)), Span(begin, end), escape))
        length += len(value)
        at = end
    pieces += (blanks(source[at : said.end]), source[said.end :])
    if length != at - start:
        stretches.append((range(at, len(source)), range(at + 1, len(source) + 1)))
        places = Places(
            [one for starts, _ in stretches for one in starts], [one for _, ends in stretches for one in ends]
        )
    return ''.join(pieces), places, tuple(heads)


def joined(pieces: Sequence[tuple[str, Placed]], post: int) -> tuple[str, Places, tuple[Head, ...]]:
    """The text of a row or object: the post and what readers see beside it, an empty line between; places and heads.

    The pieces are in the order of the file; ``post`` is the number of that which is the post.
    """
    if len(pieces) == 1:
        return pieces[0][0], pieces[0][1].places, ()
    text = ''
    starts: list[int] = []
    ends: list[int] = []
    heads: list[Head] = []
    for number, (piece, (table, escape)) in enumerate(pieces):
        if text:
            text += '\n\n'
            starts += [ends[-1]] * 2
            ends += [ends[-1]] * 2
        if number != post:
            span = Span(len(text), len(text) + len(piece))
            heads.append(Head(span, Span(table.starts[0], table.ends[-1]), escape))
        text += piece
        starts += table.starts
        ends += table.ends
    return text, Places(starts, ends), tuple(heads)


def post_begins(draft: Draft, normal: Normal) -> int:
    """Where the post begins in the normalised text of a draft, after its titles."""
    end = _post(draft)
    return end if normal.places is None else bisect_left(normal.places.starts, end)


def as_read(text: str, draft: Draft, place: Span, escape: str | None = None) -> str | None:
    """A text as it has to stand in a place of a draft's text, so that readers see it as it is; None where it cannot.

    ``escape`` is how it is written in that place, where that is not as in the text around.
    """
    # a slow import for a file that is only read
    from policycheck.readers.escapes import written

    if escape is not None:
        return written(text, escape)
    of_markdown = draft.markup == 'markdown' and place.start >= _post(draft)
    return (of_markdown and written(text, 'markdown')) or text


def _post(draft: Draft) -> int:
    end = 0
    for head in draft.heads:
        # what stands beside a post may come after it
        if draft.text[end : head.span.start].strip():
            break
        end = head.span.end
    return end
