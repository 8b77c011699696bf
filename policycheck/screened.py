"""A draft's text as it is screened and as limits count it; whether words stand in it, as people read it."""

from __future__ import annotations

import re
from bisect import bisect_left

from policycheck.model import Draft, Span
from policycheck.records import NamedTuple
from policycheck.text import Normal, blanks, normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policycheck.markup.asides import Aside
    from policycheck.markup.references import Written


class Screened(NamedTuple):
    """A draft's text as it is screened: normalised, with its titles and asides; and as limits count it, without.

    ``asides`` are what Markdown and HTML tell beside the text, in order.
    """

    normal: Normal
    counted: Normal
    asides: list[Aside]


def screened_of(draft: Draft) -> Screened:
    """A draft's text as it is screened and as limits count it."""
    post, written, asides = without_markup(draft)
    text = post
    for head in draft.heads:
        start, end = head.span
        text = text[:start] + draft.text[start:end] + text[end:]
    normal = normalise(text, written)
    if asides:
        from policycheck.markup.asides import joined

        normal = joined(normal, asides)
    return Screened(normal, _counted(draft.text, post, written), asides)


def _counted(text: str, post: str, written: Sequence[Written]) -> Normal:
    if post is text and not written and not text[:1].isspace():
        return Normal(text.rstrip(), None)
    from policycheck.markup.markup import visible

    return visible(text, post, written)


def without_markup(draft: Draft) -> tuple[str, list[Written], list[Aside]]:
    """The post of a draft, as long as the text, titles and markup blanked in place.

    With it what of it means other signs, and what is told beside it.
    """
    text = draft.text
    for head in draft.heads:
        start, end = head.span
        text = text[:start] + blanks(text[start:end]) + text[end:]
    if draft.apart:
        return _without(text, draft.apart)
    if draft.markup != 'markdown':
        return text, [], []
    from policycheck.markup.markup import blank, quick

    plain = quick(text)
    return blank(text) if plain is None else (plain, [], [])


def _without(text: str, apart: Iterable[tuple[Span, Span]]) -> tuple[str, list[Written], list[Aside]]:
    # a slow import for a text with nothing beside it
    from policycheck.markup.asides import Aside

    asides: list[Aside] = []
    pieces: list[str] = []
    at = 0
    for span, (first, last) in apart:
        start, end = span
        asides.append(
            Aside(text[start:end], [*range(start, end)], [*range(start + 1, end + 1)], span, 'none')
        )
        pieces += (text[at:first], ' ' * (last - first))
        at = last
    return ''.join((*pieces, text[at:])), [], asides


def places_of(words: str, draft: Draft, normal: Normal | None = None) -> Iterator[Span]:
    """Where words stand in a draft's text: as it has them, as its file does, as they read; blanks count as one.

    ``normal`` is the text as it is screened, where that is known already.
    """
    pattern = _pattern(words)
    yield from (Span(*found.span()) for found in pattern.finditer(draft.text))
    if draft.places is not None and draft.text:
        # escapes, references and quotation marks of the file stand for other signs
        starts, ends = draft.places.starts, draft.places.ends
        for found in pattern.finditer(draft.source, starts[0], ends[-1]):
            place = Span(bisect_left(starts, found.start()), bisect_left(starts, found.end()))
            # front matter is no part of the post
            if not draft.text[slice(*place)].isspace():
                yield place
    if normal is None:
        normal = screened_of(draft).normal
    if normal.text != draft.text:
        for found in _pattern(normalise(words).text).finditer(normal.text):
            yield Span(*normal.span(*found.span()))


def has(draft: Draft, words: str) -> bool:
    """Whether words stand in a draft's text, as they are written or as they read."""
    return any(True for _ in places_of(words, draft))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r'\s+'.join(map(re.escape, words.split())) or r'(?!)')
