"""Posts that are objects of a document: which objects are posts, and what each says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from policycheck.errors import InputError
from policycheck.lines import Lines
from policycheck.model import Draft, Placed, Setting
from policycheck.readers.columns import Columns, columns, meant
from policycheck.readers.draft_settings import BESIDE, NAMES, setting
from policycheck.readers.headed import joined
from policycheck.records import NamedTuple

ORIGIN = 'object'


class Text(str):
    """A text of a document that knows where it stands, with what it was written in, and how."""

    __slots__ = ('end', 'start', 'style')
    start: int
    end: int
    style: str | None


class Document(NamedTuple):
    """The file that the objects stand in. ``placed``: places and escape of a text; it may raise InputError."""

    path: str
    source: str
    lines: Lines
    placed: Callable[[Text], Placed]


def posts(document: Any) -> list[Any]:
    """The objects of a document that may be posts: its list, the first list of objects in it, or itself."""
    if isinstance(document, list):
        return [one for one in document if isinstance(one, dict)]
    if not isinstance(document, dict):
        return []
    for value in document.values():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            return list(value)
    return [document]


def read(found: list[Any], document: Document, named: Columns | None) -> Iterator[Draft | InputError]:
    """A draft for each object that has a text, in their order; the id is its own, else its number.

    An error stands for an object that says something of itself that makes no sense.
    """
    for number, post in enumerate(found, 1):
        try:
            draft = _draft(post, document, number, named)
        except InputError as err:
            yield err
            continue
        if draft is not None:
            yield draft


def _draft(post: Mapping[str, Any], document: Document, number: int, named: Columns | None) -> Draft | None:
    path, keys = document.path, list(post)
    try:
        places = columns(keys, named, path)
    except InputError:
        if named is None or not named.strict:
            return None
        raise
    text = post[keys[places['text']]]
    if named is not None and named.strict and isinstance(text, list | dict):
        raise InputError(f"'{keys[places['text']]}' of post {number} is not one text", path)
    if not isinstance(text, Text) or not text.strip():
        return None
    line = document.lines.place(text.start)[0]
    settings: dict[str, Setting] = {}
    name = str(number)
    for key, at in places.items():
        value = post[keys[at]]
        if key == 'id' and value not in (None, ''):
            name = str(value)
        elif key in NAMES:
            plain = meant(key, str(value)) if isinstance(value, Text) or key == 'scheduled' else value
            if one := setting(key, plain, ORIGIN, path, line):
                settings[key] = one
    said = (post[keys[at]] for key, at in places.items() if key in BESIDE)
    seen = [text, *(one for one in said if isinstance(one, Text) and one.strip() and one is not text)]
    seen.sort(key=lambda one: one.start)
    pieces = [(str(one), document.placed(one)) for one in seen]
    at = next(number for number, one in enumerate(seen) if one is text)
    whole, table, heads = joined(pieces, at)
    return Draft(
        name, path, document.source, whole, 'none', table, settings, pieces[at][1].escape, heads=heads
    )
