"""A match of a rule as a flag: its places in the draft and in the file, and its fixes as they are written there."""

from __future__ import annotations

from policycheck.judging.reword import edit, tears
from policycheck.kinds.view import Match, View
from policycheck.model import Draft, Fix, Flag, Related, Rule, Span
from policycheck.nlp import match
from policycheck.readers.headed import as_read
from policycheck.records import NamedTuple
from policycheck.text import Normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from policycheck.markup.asides import Aside


_OPENING = 20
"""Signs in which a brace and blanks before a text between braces stand."""


class Found(NamedTuple):
    """A match of a rule, with the language and finder that found it."""

    number: int
    finder: str
    match: Match
    view: View

    @property
    def lang(self) -> str:
        """The language whose phrases matched."""
        return self.view.parse.grammar.lang


class Texts(NamedTuple):
    """A draft and its text as finders read it (``normal``) and as limits count it: how places become others.

    ``asides`` are what is told beside the text.
    """

    draft: Draft
    normal: Normal
    counted: Normal
    asides: Sequence[Aside] = ()

    def flag(self, rule: Rule, one: Found, judging: Mapping[str, Any]) -> Flag:
        """The flag of a match, at the rule's own level."""
        in_text = self.in_text(one.match, one.match.start, one.match.end)
        span = self.in_source(in_text)
        sides = [(side, self.in_source(self.in_text(one.match, *side[:2]))) for side in one.match.related]
        edits = [(self.in_text(one.match, edit.start, edit.end), edit.text) for edit in one.match.edits]
        edits += self.replacements(one, judging, in_text)
        why, advice = one.match.why or rule.why, one.match.advice or rule.advice
        return Flag(
            rule=rule._replace(why=why, advice=advice),
            level=rule.level,
            finder=one.finder,
            span=span,
            quote=self.draft.source[span.start : span.end],
            text_span=in_text,
            related=self._related((place, side.points) for side, place in sides),
            fixes=tuple(
                Fix(self.in_source(place), written, bool(judging.get('safe')))
                for place, text in edits
                if (written := self.as_read(text, place)) is not None and not tears(self.draft, place)
            ),
            reasons=(),
            like=one.match.likeness,
        )

    def _related(self, sides: Iterable[tuple[Span, int | None]]) -> tuple[Related, ...]:
        """Each place once, with the sum of its points where there are any."""
        found: dict[Span, int | None] = {}
        for place, points in sides:
            before = found.get(place)
            found[place] = points if before is None else before + (points or 0)
        source = self.draft.source
        return tuple(
            Related(place, source[place.start : place.end], points) for place, points in found.items()
        )

    def replacements(
        self, one: Found, judging: Mapping[str, Any], within: Span
    ) -> Iterator[tuple[Span, str]]:
        """The rule's own fixes for words in a place of the draft's text, with a capital where the words had one."""
        parse = one.view.parse
        for tree, text in (judging.get('fix') or {}).get(parse.grammar.lang, ()):
            key, found = ('phrase', tree), one.view.trees[tree]
            parts = one.match.parts
            for hit in match.find_near(parse, found, key, parts) if parts else match.find(parse, found, key):
                start, end = parse.characters(hit.start, hit.end)
                place = Span(*self.normal.span(start, end))
                if within.start <= place.start and place.end <= within.end:
                    yield self.edit(place, text)

    def edit(self, place: Span, text: str) -> tuple[Span, str]:
        """What to put where for the words of a place: what is told beside the text is a text of its own."""
        beside = self.beside(place)
        if beside is None:
            return edit(self.draft.text, place, text)
        at = beside.span.start
        own = self.draft.text[at : beside.span.end]
        span, text = edit(own, Span(place.start - at, place.end - at), text)
        return Span(span.start + at, span.end + at), text

    def beside(self, place: Span) -> Aside | None:
        """The text beside the text that holds a place, if one does."""
        own = (one for one in self.asides if one.span.start <= place.start and place.end <= one.span.end)
        return next(own, None)

    def as_read(self, text: str, place: Span) -> str | None:
        """A text as it has to stand in a place of the draft's text; None where it cannot."""
        beside = self.beside(place)
        return as_read(text, self.draft, place, self._escape(beside) if beside else None)

    def _escape(self, beside: Aside) -> str:
        """How a text beside the text is written: between the braces of MDX it is JavaScript, not HTML."""
        begins = self.in_source(beside.span).start
        # before the quotation mark
        opening = self.draft.source[max(0, begins - _OPENING) : max(0, begins - 1)]
        return 'template "' if opening.rstrip(' \t').endswith('{') else beside.escape

    def in_text(self, found: Match, start: int, end: int) -> Span:
        """A place of the text that a match was found in, in the draft's text."""
        return Span(*(self.counted if found.counted else self.normal).span(start, end))

    def in_source(self, place: Span) -> Span:
        """A place of the draft's text in its file."""
        return place if self.draft.places is None else self.draft.places.span(place.start, place.end)
