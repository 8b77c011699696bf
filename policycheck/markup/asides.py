"""What readers are told beside a text: titles of links, alt texts in tags, captions in shortcodes; their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policycheck.markup.references import Written
from policycheck.model import Places, Span
from policycheck.records import NamedTuple
from policycheck.text import Normal, normalise


class Aside(NamedTuple):
    """A text beside another: as readers see it, and where each of its signs begins and ends in that.

    ``span`` is the place of all of it, ``escape`` how it is written there: one of escapes.py.
    """

    text: str
    starts: list[int]
    ends: list[int]
    span: Span
    escape: str


class Value(NamedTuple):
    """The value of an attribute: its name in small letters, where it stands, the sign around it ('' for none)."""

    name: str
    start: int
    end: int
    quote: str


_ATTRIBUTE = re.compile(
    r'([^\s"\'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|(?![{"\'])([^\s"\'=<>`]+)|\{[^{}]*\}))?'
)
_NAME = re.compile(r'</?[^\s<>/]*')
_TOLD = ('alt', 'title', 'aria-label')
_QUOTED = r'(?:"([^"\\]*)"|\'([^\'\\]*)\'|`([^`]*)`)'
_OF_TEMPLATE = re.compile(
    # by name; else what comes after the picture
    rf'(?<![\w.-])(?:alt|title|caption|summary)\s*=\s*{_QUOTED}'
    r'|^\{(?:%-?|\{[<%])\s*(?:image|img|picture|figure|photo)\w*\s+'
    rf'(?:"[^"]*"|\'[^\']*\'|`[^`]*`|[^\s"\'`=,]+)\s*(?:,|\s)\s*{_QUOTED}'
)
_TEMPLATES = ('{{<', '{{%', '{%')


def values(tag: str) -> Iterator[Value]:
    """The attributes of a tag of HTML that have a text for value, in order."""
    opening = _NAME.match(tag)
    for found in _ATTRIBUTE.finditer(tag, opening.end() if opening else 0):
        group = found.lastindex or 1
        if group > 1:
            yield Value(found[1].lower(), *found.span(group), ('"', "'", '')[group - 2])


def in_tag(tag: str, at: int) -> Iterator[tuple[int, int, str]]:
    """What a tag tells its readers, by the names of _TOLD: begin, end and escape; it stands at ``at``."""
    if '=' in tag and tag[1:2].isalpha():
        for value in values(tag):
            if value.name in _TOLD:
                yield at + value.start, at + value.end, f'attribute {value.quote}'


def in_template(written: str, at: int) -> Iterator[tuple[int, int, str]]:
    """The same of a shortcode, which has a ``caption`` too."""
    if written.startswith(_TEMPLATES) and '/*' not in written[:5]:
        for found in _OF_TEMPLATE.finditer(written):
            group = found.lastindex or 1
            begin, end = found.span(group)
            yield at + begin, at + end, f'template {written[begin - 1]}'


def aside(
    content: str, begin: int, end: int, escape: str, signs: Sequence[Written], places: Sequence[int]
) -> Aside | None:
    """The aside in a stretch of a content; None for a blank one.

    ``signs`` are those of the content that stand for others, ``places`` where each of its characters
    is, -1 for none.
    """
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = begin
    for first, last, meant in (*signs, Written(end, end, '')):
        if first < at or last > end:
            continue
        for here in range(at, first):
            place = places[here]
            # a line end has no place where lines have a margin
            text.append(content[here] if place >= 0 else ' ')
            starts.append(place if place >= 0 else ends[-1] if ends else places[begin])
            ends.append(place + 1 if place >= 0 else starts[-1])
        text += meant
        starts += [places[first]] * len(meant) if meant else []
        ends += [places[last - 1] + 1] * len(meant)
        at = last
    said = ''.join(text)
    return Aside(said, starts, ends, Span(starts[0], ends[-1]), escape) if said.strip() else None


def joined(normal: Normal, asides: Sequence[Aside]) -> Normal:
    """A normalised text with its asides after it, each a paragraph: no sentence runs from one to another."""
    pieces = [normal.text]
    size = len(normal.text)
    starts = list(normal.places.starts if normal.places is not None else range(size))
    ends = list(normal.places.ends if normal.places is not None else range(1, size + 1))
    for one in asides:
        own = normalise(one.text)
        table = own.places
        pieces += ('\n\n', own.text)
        starts += [one.span.start] * 2
        ends += [one.span.start] * 2
        starts += one.starts if table is None else [one.starts[at] for at in table.starts]
        ends += one.ends if table is None else [one.ends[at - 1] for at in table.ends]
    return Normal(''.join(pieces), Places(starts, ends))
