"""YAML: posts in lists and mappings, and where each character of a post stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from policycheck.errors import InputError
from policycheck.lines import Lines
from policycheck.model import Draft, Placed
from policycheck.readers import objects
from policycheck.readers.columns import Columns
from policycheck.readers.objects import Text
from policycheck.strict_yaml.yaml_places import placed
from policycheck.strict_yaml.yamlsyntax import explain
from policycheck.strict_yaml.yamltext import split_lines

_DEEPEST = 1000
"""Levels of nesting: libyaml slows down with the square of the depth."""
_LOADER: Any = getattr(yaml, 'CBaseLoader', yaml.BaseLoader)
# they end a line for YAML and for no editor, so that lines and folding would not agree
_ODD_BREAKS = re.compile('[\x85\u2028\u2029]')
_REFERENCE = '*'
_NOTHING = ('', '~', 'null', 'Null', 'NULL')


def read(path: str, source: str, named: Columns | None = None) -> Iterator[Draft | InputError]:
    """A draft for each mapping that has a text, and for each text of a list, in their order.

    The posts are those of each document (``---`` between them): its list, the first list of
    mappings in it (``posts``), or the mapping itself. ``named`` says which key is what. An error
    stands for a file that is no YAML and for a mapping that says something of itself that makes no
    sense.
    """
    lines = Lines(source)
    start = 1 if source.startswith('\ufeff') else 0
    odd = _ODD_BREAKS.search(source)
    if odd:
        name = f'U+{ord(odd[0]):04X}'
        yield InputError(f'{name} ends a line for YAML only; replace it', path, lines.place(odd.start())[0])
        return

    def where(text: Text) -> Placed:
        line = lines.place(text.start)[0]
        if text.style == _REFERENCE:
            # the same words would be two posts in one place
            raise InputError('a post cannot be a reference (*name); write its words out', path, line)
        found = placed(source, text.start, text.end, str(text), text.style)
        if found is None:
            raise InputError(
                'the places of this text cannot be told; write it in a block after |', path, line
            )
        return found

    document = objects.Document(path, source, lines, where)
    try:
        found = _posts(_Builder(start, path, lines).documents(source[start:]), named)
    except InputError as err:
        yield err
        return
    except yaml.MarkedYAMLError as err:
        sentence, line = explain(err, split_lines(source[start:]))
        yield InputError(sentence, path, line)
        return
    except yaml.YAMLError as err:
        at = getattr(err, 'position', 0)
        yield InputError('no YAML; correct it or give it another ending', path, lines.place(at)[0])
        return
    yield from objects.read(found, document, named)


def _posts(documents: list[Any], named: Columns | None) -> list[Any]:
    found: list[Any] = []
    for document in documents:
        held = document.get('posts') if isinstance(document, dict) else document
        if isinstance(held, list):
            # a list may mix texts and mappings
            found += ({'text': one} if isinstance(one, Text) else one for one in held)
        else:
            found += objects.posts(document, named)
    return [one for one in found if isinstance(one, dict)]


class _Builder:
    """Documents made from the parser's events, without recursion."""

    def __init__(self, start: int, path: str, lines: Lines) -> None:
        self._start = start
        self._path = path
        self._lines = lines
        self._anchors: dict[str, Any] = {}

    def documents(self, text: str) -> list[Any]:
        """What each document holds: lists, mappings, Text, None for nothing."""
        found: list[Any] = []
        # a list or mapping that is open, and the key that waits for its value
        open_: list[tuple[Any, list[Any]]] = [(found, [])]
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self._add(open_[-1], self._scalar(event), event)
            elif isinstance(event, yaml.AliasEvent):
                self._add(open_[-1], self._alias(event), None)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                if len(open_) > _DEEPEST:
                    mark = event.start_mark
                    line = mark.line + 1 if mark is not None else None
                    raise InputError(f'nested deeper than {_DEEPEST} levels', self._path, line)
                made: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                self._add(open_[-1], made, event)
                open_.append((made, []))
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                open_.pop()
        return found

    def _add(self, to: tuple[Any, list[Any]], value: Any, event: Any) -> None:
        holder, key = to
        if event is not None and event.anchor:
            self._anchors[event.anchor] = value
        if isinstance(holder, list):
            holder.append(value)
        elif not key:
            key.append(str(value) if isinstance(value, Text) else '')
        else:
            holder[key.pop()] = value

    def _scalar(self, event: Any) -> Text | None:
        style = event.style or None
        if style is None and event.value in _NOTHING:
            return None
        text = Text(event.value)
        text.start = self._start + event.start_mark.index
        text.end = self._start + event.end_mark.index
        text.style = style
        return text

    def _alias(self, event: Any) -> Text | None:
        line = self._lines.place(self._start + event.start_mark.index)[0]
        if event.anchor not in self._anchors:
            raise InputError(f'*{event.anchor} refers to nothing before it', self._path, line)
        value = self._anchors[event.anchor]
        if not isinstance(value, Text):
            return None
        again = Text(value)
        again.start = self._start + event.start_mark.index
        again.end = self._start + event.end_mark.index
        again.style = _REFERENCE
        return again
