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
from policycheck.readers.seen_keys import is_seen
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


def posts(document: Any, named: Columns | None) -> list[Any]:
    """The objects of a document that may be posts: those of its list, or itself and the first list of such in it.

    Where none has a text, the first list of objects in it, or itself; ``named`` are the keys of what is which.
    """
    if isinstance(document, list):
        return [one for one in document if isinstance(one, dict)]
    if not isinstance(document, dict):
        return []
    lists = [
        value
        for value in document.values()
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
    ]
    key = _text_key(document, named)
    if key is not None:
        # what else it holds are pictures and the like, or posts such as itself
        return [document, *next((held for held in lists if any(_has(one, key) for one in held)), [])]
    texts = (held for held in lists if any(_text_key(one, named) is not None for one in held))
    return next(texts, None) or next(iter(lists), [document])


def _text_key(post: Mapping[str, Any], named: Columns | None) -> str | None:
    """The key under which an object has the text of a post; None where it has none."""
    keys = list(post)
    try:
        key: str = keys[columns(keys, named and named.of(keys), '')['text']]
    except InputError:
        return None
    return key if _has(post, key) else None


def _has(post: Mapping[str, Any], key: str) -> bool:
    text = post.get(key)
    return isinstance(text, Text) and bool(text.strip())


def read(found: list[Any], document: Document, named: Columns | None) -> Iterator[Draft | InputError]:
    """A draft for each object that has a text, in their order; the id is its own, else its number.

    An error stands for an object that says something of itself that makes no sense, and for the document where no
    object has a key that is named.
    """
    if found and named is not None and named.strict:
        every = list(dict.fromkeys(str(key) for post in found for key in post))
        try:
            columns(every, named, document.path)
        except InputError as err:
            yield err
            return
    for number, post in enumerate(found, 1):
        try:
            one = draft(post, document, number, named)
        except InputError as err:
            yield err
            continue
        if one is not None:
            yield one


def draft(post: Mapping[str, Any], document: Document, number: int, named: Columns | None) -> Draft | None:
    """The draft of an object, the ``number`` of its document; None where it has no text.

    Raises InputError where the key of the text is named and not there, or it says what makes no sense of itself.
    """
    path, keys = document.path, list(post)
    try:
        places = columns(keys, named and named.of(keys), path)
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
    seen = [text, *(one for one in said if isinstance(one, Text) and one.strip())]
    # by place: what stands in two roles is one text
    pieces = {one.start: (str(one), document.placed(one)) for one in seen}
    for one in _below(post, keys[places['text']]):
        if isinstance(one, Text) and one.strip():
            try:
                pieces[one.start] = str(one), document.placed(one)
            except InputError:
                # what an alias names is read where it stands
                continue
    starts = sorted(pieces)
    whole, table, heads = joined([pieces[at] for at in starts], starts.index(text.start))
    escape = pieces[text.start][1].escape
    return Draft(name, path, document.source, whole, 'none', table, settings, escape, heads=heads)


def _below(post: Mapping[str, Any], text: str) -> Iterator[Any]:
    """What readers see of the lists and maps in a post, as of pictures; not of posts in it with a ``text``."""
    # what an alias names stands in several places, an outer one of its own among them
    known = {id(post)}
    left = [one for one in post.values() if isinstance(one, list | dict)]
    yield from _listed(post)
    while left:
        one = left.pop()
        if id(one) in known or (isinstance(one, dict) and _has(one, text)):
            continue
        known.add(id(one))
        if isinstance(one, dict):
            yield from (value for key, value in one.items() if is_seen(str(key)))
            yield from _listed(one)
        left += (
            value
            for value in (one.values() if isinstance(one, dict) else one)
            if isinstance(value, list | dict)
        )


def _listed(one: Mapping[str, Any]) -> Iterator[Any]:
    """What stands in the lists of keys that readers see, as ``{"alt": ["...", "..."]}``."""
    for key, value in one.items():
        if isinstance(value, list) and is_seen(str(key)):
            yield from value
