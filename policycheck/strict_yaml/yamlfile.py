"""Strict YAML with the place of every value: scalars stay the text that stands in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from policycheck.errors import InputError
from policycheck.records import NamedTuple
from policycheck.strict_yaml.yamlsyntax import QUOTE_IT, explain
from policycheck.strict_yaml.yamltext import LIMIT, UNPRINTABLE, decode, read, split_lines

if TYPE_CHECKING:
    from pydantic import BaseModel

    Model = TypeVar('Model', bound=BaseModel)

__all__ = ['LIMIT', 'Line', 'Located', 'Place', 'parse', 'read', 'validate', 'wrong']

Value = dict[str, Any] | list[Any] | str | None

DEEPEST = 20
"""Levels of nesting; libyaml slows down with the square of the depth."""

MOST_VALUES = 100_000
"""Keys and values of one file: keeps a file of the largest size within a second."""

_CUT = re.compile(r'[ \t]+#\w')
"""A hashtag after an unquoted text, which YAML takes for a comment."""

_Loader: Any = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)


class Place(NamedTuple):
    """Where a value stands: lines from 1, columns from 0, in code points."""

    line: int
    """Line of its key, of its '- ', or of itself where it has neither."""
    text_line: int
    """Line of the first line of its text: the one after | for a block."""
    column: int
    """Characters before the text on that line: the indentation of a block."""


class Line(NamedTuple):
    """One line of a block, with its place in the file: line from 1, column of its first character from 0."""

    text: str
    line: int
    column: int


class Located:
    """What a YAML file holds, and where each part of it stands."""

    __slots__ = ('_joined', '_places', 'value')

    def __init__(
        self,
        value: dict[str, Any],
        places: dict[tuple[str | int, ...], Place],
        joined: frozenset[tuple[str | int, ...]] = frozenset(),
    ) -> None:
        self.value = value
        self._places = places
        self._joined = joined

    def without(self, key: str) -> Located:
        """The same file as if a key at its top were not there."""
        return Located(
            {name: value for name, value in self.value.items() if name != key}, self._places, self._joined
        )

    def place(self, *keys: str | int) -> Place:
        """The place of the value at a path of keys and list indices, or of its nearest known parent.

        >>> parse(b'a:\\n  b: [x]\\n', 'a.yaml').place('a', 'b')
        Place(line=2, text_line=2, column=5)
        """
        while keys and keys not in self._places:
            keys = keys[:-1]
        return self._places[keys]

    def line(self, *keys: str | int) -> int:
        """Line, from 1, of the key, the list item or the nearest known parent."""
        return self.place(*keys).line

    def text_line(self, *keys: str | int) -> int:
        """Line, from 1, where the first line of the text stands: for a block the one after |."""
        return self.place(*keys).text_line

    def column(self, *keys: str | int) -> int:
        """Characters that stand before the text on its line: for a block its indentation."""
        return self.place(*keys).column

    def runs_together(self, *keys: str | int) -> bool:
        """Whether the text stands on several lines of the file and YAML makes one of them, as after >."""
        return keys in self._joined

    def lines(self, *keys: str | int) -> list[Line]:
        """The lines of the text at a path, stripped, without the empty ones and the comments ('# ...').

        >>> parse(b'en: |\\n  # people\\n  boss\\n   chief\\n', 'a.yaml').lines('en')
        [Line(text='boss', line=3, column=2), Line(text='chief', line=4, column=3)]
        """
        text: Any = self.value
        for key in keys:
            text = text[key]
        place = self.place(*keys)
        return [
            Line(own, place.text_line + index, place.column + line.index(own))
            for index, line in enumerate(text.split('\n'))
            if (own := line.strip()) and own != '#' and own[:2] != '# '
        ]


def parse(data: bytes, path: str, *, limit: int = LIMIT) -> Located:
    """The mapping that a YAML file holds; every scalar is text, a value that is not there is None.

    Raises InputError, with the line, for anything that is not UTF-8, is larger than ``limit``
    bytes, is broken, or uses what only a program needs: anchors, aliases, tags, several documents.
    """
    text = decode(data, path, limit=limit)
    lines = split_lines(text)
    builder = _Builder(path, lines)
    loader = _Loader(text.encode())
    try:
        while loader.check_event():
            builder.take(loader.get_event())
    except yaml.MarkedYAMLError as err:
        sentence, line = explain(err, lines, builder.quote)
        raise InputError(sentence, path, line) from err
    except yaml.YAMLError as err:
        raise InputError('this is not valid YAML; look at indentation, quotes and colons', path) from err
    finally:
        loader.dispose()
    if not isinstance(builder.top, dict):
        raise InputError(_not_keys(builder.top), path, 1)
    return Located(builder.top, builder.places, frozenset(builder.joined))


def validate(model: type[Model], located: Located, path: str) -> Model:
    """The file's content as an instance of a pydantic model; text becomes numbers, dates, yes or no by field.

    Raises one InputError for the first thing wrong in the order of the file; what is missing comes last.
    """
    from pydantic import ValidationError

    from policycheck.strict_yaml.fields import first_fault

    try:
        return model.model_validate(located.value)
    except ValidationError as err:
        keys, sentence = first_fault(err, model, located)
        raise InputError(sentence, path, located.line(*keys)) from err


def wrong(model: type[BaseModel], located: Located, path: str) -> list[InputError]:
    """Everything for which ``validate`` refuses the file's content, in the order in which it would."""
    from pydantic import ValidationError

    from policycheck.strict_yaml.fields import all_faults

    try:
        model.model_validate(located.value)
    except ValidationError as err:
        return [
            InputError(sentence, path, located.line(*keys))
            for keys, sentence in all_faults(err, model, located)
        ]
    return []


class _Builder:
    """Builds the tree from the parser's events, one at a time, so that depth costs no recursion."""

    # events are Any: the stubs call their marks optional, the parser always sets them
    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.top: Value = None
        self.places: dict[tuple[str | int, ...], Place] = {(): Place(1, 1, 0)}
        self.joined: set[tuple[str | int, ...]] = set()
        self.quote: tuple[int, int] | None = None
        """Rows, from 0, of the last quoted text that goes over several."""
        self.stack: list[tuple[dict[str, Any] | list[Any], tuple[str | int, ...]]] = []
        self.key: tuple[str, int] | None = None
        self.documents = 0
        self.values = 0

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_signs(event)
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_signs(event)
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(f"a text cannot begin with '*' unquoted; {QUOTE_IT}", event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse("only one document is read; remove the line '---'", event)

    def _refuse(self, sentence: str, event: Any, line: int | None = None) -> None:
        mark = event.start_mark
        raise InputError(sentence, self.path, line or min(mark.line + 1, len(self.lines)))

    def _check_signs(self, event: Any) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self._refuse(f'more than {MOST_VALUES:,} values; split the file', event)
        if event.anchor is not None:
            self._refuse(f"a text cannot begin with '&' unquoted; {QUOTE_IT}", event)
        if getattr(event, 'tag', None) is not None:
            self._refuse(f"a text cannot begin with '!' unquoted; {QUOTE_IT}", event)

    def _scalar(self, event: Any) -> None:
        if event.style == '"' and UNPRINTABLE.search(event.value):
            self._refuse('an escape in this text stands for a control character; leave it out', event)
        last = event.end_mark
        over = last.line > event.start_mark.line
        if over and event.style in ('"', "'"):
            self.quote = (event.start_mark.line, last.line)
        if not event.style and last.line < len(self.lines) and _CUT.match(self.lines[last.line], last.column):
            self._refuse(
                "what stands from ' #' on would be left out, as a comment; put the text in quotes, "
                'or a space after # in a comment',
                event,
                last.line + 1,
            )
        in_mapping = bool(self.stack) and isinstance(self.stack[-1][0], dict)
        if in_mapping and self.key is None:
            self._take_key(event)
            return
        keys = self._put(event.value if event.value or event.style else None, event, self._text_place(event))
        if over and event.style != '|':
            self.joined.add(keys)

    def _take_key(self, event: Any) -> None:
        mapping, keys = self.stack[-1]
        line = event.start_mark.line + 1
        if not event.value.strip():
            self._refuse("the key before ':' is missing; write key: value", event, line)
        if event.value in mapping:
            first = self.places[(*keys, event.value)].line
            self._refuse(f"duplicate key '{event.value}'; it stands in line {first} already", event, line)
        self.key = (event.value, line)

    def _open(self, event: Any) -> None:
        if len(self.stack) == DEEPEST:
            self._refuse(f'nested deeper than {DEEPEST} levels; {QUOTE_IT}', event)
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key is None:
            self._refuse(f'a key must be plain text, not a list or more keys; {QUOTE_IT}', event)
        opened: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        keys = self._put(opened, event, (event.start_mark.line + 1, event.start_mark.column))
        self.stack.append((opened, keys))

    def _put(self, value: Value, event: Any, text_place: tuple[int, int]) -> tuple[str | int, ...]:
        """Hangs a value into the collection that is open; returns its path."""
        line = event.start_mark.line + 1
        if not self.stack:
            self.top = value
            return ()
        parent, keys = self.stack[-1]
        at: str | int
        if isinstance(parent, dict):
            assert self.key is not None
            at, line = self.key
            parent[at] = value
            self.key = None
        else:
            at = len(parent)
            parent.append(value)
        self.places[(*keys, at)] = Place(line, *text_place)
        return (*keys, at)

    def _text_place(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        if event.style not in ('|', '>'):
            return mark.line + 1, mark.column + (1 if event.style else 0)
        # the text begins on the line after the sign, whatever the sign is followed by
        for index, line in enumerate(event.value.split('\n')):
            row = mark.line + 1 + index
            if line.strip() and row < len(self.lines):
                shown = self.lines[row]
                own = len(line) - len(line.lstrip(' '))
                return mark.line + 2, len(shown) - len(shown.lstrip(' ')) - own
        return mark.line + 2, 0


def _not_keys(top: Value) -> str:
    if top is None:
        return "the file is empty; write keys such as 'name: value'"
    found = 'a list' if isinstance(top, list) else 'a text'
    return f"expected keys such as 'name: value' at the top of the file, not {found}"
