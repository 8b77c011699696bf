"""JSON: a list of posts, or an object that holds one, and where each character of a post stands in the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from policycheck.errors import InputError
from policycheck.lines import Lines
from policycheck.model import Draft, Placed
from policycheck.readers import objects
from policycheck.readers.columns import Columns
from policycheck.readers.json_places import literal_places
from policycheck.readers.objects import Text
from policycheck.text import whole

_STRING = json.JSONDecoder()


def read(path: str, source: str, named: Columns | None = None) -> Iterator[Draft | InputError]:
    """A draft for each object that has a text, in their order.

    Which objects of the document these are: ``objects.posts``.
    ``named`` says which key is what, {'text': 'body'}. An error stands for a document that is no
    JSON and for an object that says something of itself that makes no sense.
    """
    lines = Lines(source)
    start = 1 if source.startswith('\ufeff') else 0
    try:
        found = _Reader(source).document(start)
    except (ValueError, RecursionError) as err:
        at = getattr(err, 'pos', 0)
        yield InputError('not JSON; correct it or give it another ending', path, lines.place(at)[0])
        return

    def where(text: Text) -> Placed:
        return Placed(literal_places(source, text.start, text.end), 'json')

    yield from objects.read(objects.posts(found, named), objects.Document(path, source, lines, where), named)


def row(path: str, source: str, begin: int, lines: Lines, named: Columns | None) -> Draft | None:
    """The draft of the object that begins at ``begin``, a row of JSON Lines; None where it has no text.

    Raises InputError where a key that is named is not there, or it says something of itself that makes no sense.
    """
    post = _Reader(source).at(begin)

    def where(text: Text) -> Placed:
        return Placed(literal_places(source, text.start, text.end), 'json')

    line = lines.place(begin)[0]
    try:
        return objects.draft(post, objects.Document(path, source, lines, where), line, named)
    except InputError as err:
        raise InputError(err.message, path, line) from err


class _Reader:
    """The values of a document, strings with their places."""

    def __init__(self, source: str) -> None:
        self._source = source

    def document(self, at: int) -> Any:
        """The value that the document is; raises ValueError for one that is no JSON."""
        value, at = self._value(self._blank(at), 0)
        if self._blank(at) != len(self._source):
            raise json.JSONDecodeError('more than one value', self._source, at)
        return value

    def at(self, start: int) -> Any:
        """The value that begins there, whatever comes after it; raises ValueError for one that is no JSON."""
        return self._value(self._blank(start), 0)[0]

    def _value(self, at: int, depth: int) -> tuple[Any, int]:
        if depth > 200:
            raise json.JSONDecodeError('nested too deep', self._source, at)
        sign = self._source[at : at + 1]
        if sign == '{':
            return self._object(at, depth)
        if sign == '[':
            return self._list(at, depth)
        value, end = _STRING.raw_decode(self._source, at)
        if isinstance(value, str):
            found = Text(whole(value))
            found.start, found.end = at + 1, end - 1
            return found, end
        return value, end

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        at = self._blank(at + 1)
        while self._source[at : at + 1] != '}':
            key, at = _STRING.raw_decode(self._source, at)
            at = self._blank(at)
            if not isinstance(key, str) or self._source[at : at + 1] != ':':
                raise json.JSONDecodeError('a key and a colon are wanted', self._source, at)
            found[key], at = self._value(self._blank(at + 1), depth + 1)
            at = self._next(at, '}')
        return found, at + 1

    def _list(self, at: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        at = self._blank(at + 1)
        while self._source[at : at + 1] != ']':
            value, at = self._value(at, depth + 1)
            found.append(value)
            at = self._next(at, ']')
        return found, at + 1

    def _next(self, at: int, closing: str) -> int:
        """The offset of the next member or of the sign that closes."""
        at = self._blank(at)
        if self._source[at : at + 1] == ',':
            at = self._blank(at + 1)
            if self._source[at : at + 1] != closing:
                return at
        if self._source[at : at + 1] != closing:
            raise json.JSONDecodeError(f', or {closing} is wanted', self._source, at)
        return at

    def _blank(self, at: int) -> int:
        while self._source[at : at + 1] in (' ', '\t', '\n', '\r'):
            at += 1
        return at
