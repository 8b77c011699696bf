"""TOML as the nodes that YAML is read into: keys and values with their places in the text."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

from policycheck.model import Placed, Places

_BLANK = re.compile(r'(?:[ \t\r\n]+|#[^\r\n]*)*')
_SPACE = re.compile(r'[ \t]*')
_KEY = re.compile(r'"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\'|[A-Za-z0-9_-]+')
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"(?!")|""(?!"))?|\'\'\'.*?\'\'\'(?:\'(?!\')|\'\'(?!\'))?'
    r'|"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\'',
    re.DOTALL,
)
_BREAK = re.compile(r'\r\n|\n')
_NOTHING = re.compile(r'\\[ \t]*\r?\n[ \t\r\n]*')
_ESCAPE = re.compile(r'\\(?:u.{4}|U.{8}|.)', re.DOTALL)
_BARE = re.compile(r'[^,\]}#\r\n]+')


class FaultError(Exception):
    """Text that is no TOML: what is wrong, and the line from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def compose(text: str) -> yaml.MappingNode:
    """The tables of a text; a string's ``style`` is its quotation mark, other values are as written.

    A table that is opened in several places begins where it was opened last. Raises FaultError.
    """
    try:
        # line ends within strings count, those between values do not
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as err:
        place = re.search(r' \(at line (\d+).*\)', str(err))
        message = str(err)[: place.start()] if place else 'nested too deeply'
        raise FaultError(message, int(place[1]) if place else text.count('\n') + 1) from err
    return _Reader(text).document()


def placed(source: str, start: int, end: int, node: yaml.ScalarNode) -> Placed | None:
    """Where the characters of a string stand between these offsets; None where that is not sure."""
    if not node.style:
        return None
    start, end = start + len(node.style), end - len(node.style)
    if len(node.style) == 3:
        # a line break after the opening marks is no part of the string
        first = _BREAK.match(source, start, end)
        start = first.end() if first else start
    starts: list[int] = []
    ends: list[int] = []
    at = start
    while at < end:
        nothing = _NOTHING.match(source, at, end) if node.style == '"""' else None
        if nothing:
            at = nothing.end()
            continue
        one = (_ESCAPE.match(source, at, end) if node.style[0] == '"' else None) or _BREAK.match(
            source, at, end
        )
        step = one.end() - at if one else 1
        starts.append(at)
        ends.append(at + step)
        at += step
    if len(starts) != len(node.value):
        return None
    return Placed(Places(starts, ends), 'toml basic' if node.style[0] == '"' else 'toml literal')


class _Reader:
    """Reads a text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def document(self) -> yaml.MappingNode:
        root = yaml.MappingNode('', [], self._mark(0), self._mark(len(self._text)))
        table, opened, last = root, [root], ''
        while self._skip(_BLANK) < len(self._text):
            begin = self._at
            if self._text[begin] == '[':
                many = self._text.startswith('[[', begin)
                self._at += 1 + many
                path = self._path()
                self._at += 1 + many
                table, opened = self._table(root, path, begin, many)
            else:
                path = self._path()
                self._at = self._skip(_SPACE) + 1
                self._skip(_SPACE)
                value = self._value()
                holder, above = self._table(table, path[:-1], begin, False)
                holder.value.append((path[-1], value))
                opened = [*opened, *above]
            top = str(path[0].value) if table is root or self._text[begin] == '[' else last
            for node in opened:
                node.end_mark = self._mark(self._at)
            if top != last:
                for key, _ in root.value:
                    if key.value == top:
                        key.start_mark = self._mark(begin)
            last = top
        return root

    def _table(
        self, node: yaml.MappingNode, path: list[yaml.ScalarNode], begin: int, many: bool
    ) -> tuple[yaml.MappingNode, list[Any]]:
        """The table under a path, made where there is none; and all that it stands in."""
        above: list[Any] = [node]
        for depth, key in enumerate(path):
            again = many and depth == len(path) - 1
            found = next((value for known, value in node.value if known.value == key.value), None)
            if found is None:
                made = yaml.MappingNode('', [], self._mark(begin), self._mark(begin))
                found = yaml.SequenceNode('', [made], made.start_mark, made.end_mark) if again else made
                key.start_mark = self._mark(begin)
                node.value.append((key, found))
            elif again:
                found.value.append(yaml.MappingNode('', [], self._mark(begin), self._mark(begin)))
            above.append(found)
            if isinstance(found, yaml.SequenceNode):
                found = found.value[-1]
                above.append(found)
            node = found
        return node, above

    def _path(self) -> list[yaml.ScalarNode]:
        path = []
        while True:
            begin = self._skip(_SPACE)
            found = _KEY.match(self._text, begin)
            assert found is not None
            self._at = found.end()
            name = tomllib.loads(f'key = {found[0]}')['key'] if found[0][0] in '"\'' else found[0]
            path.append(yaml.ScalarNode('', name, self._mark(begin), self._mark(self._at)))
            if self._text[self._skip(_SPACE) : self._at + 1] != '.':
                return path
            self._at += 1

    def _value(self) -> yaml.Node:
        begin = self._at
        sign = self._text[begin]
        if sign in '"\'':
            found = _STRING.match(self._text, begin)
            assert found is not None
            self._at = found.end()
            style = sign * 3 if found[0].startswith(sign * 3) else sign
            value = tomllib.loads(f'key = {found[0]}')['key']
            return yaml.ScalarNode('', value, self._mark(begin), self._mark(self._at), style)
        if sign == '[':
            items: list[Any] = []
            self._at += 1
            while self._text[self._skip(_BLANK)] != ']':
                items.append(self._value())
                self._comma()
            self._at += 1
            return yaml.SequenceNode('', items, self._mark(begin), self._mark(self._at), flow_style=True)
        if sign == '{':
            table = yaml.MappingNode('', [], self._mark(begin), self._mark(begin))
            self._at += 1
            while self._text[self._skip(_BLANK)] != '}':
                start = self._at
                path = self._path()
                self._at = self._skip(_SPACE) + 1
                self._skip(_SPACE)
                value = self._value()
                self._table(table, path[:-1], start, False)[0].value.append((path[-1], value))
                self._comma()
            self._at += 1
            table.end_mark = self._mark(self._at)
            return table
        found = _BARE.match(self._text, begin)
        assert found is not None
        plain = found[0].rstrip()
        self._at = begin + len(plain)
        return yaml.ScalarNode('', plain, self._mark(begin), self._mark(self._at))

    def _comma(self) -> None:
        if self._text[self._skip(_BLANK)] == ',':
            self._at += 1

    def _skip(self, blank: re.Pattern[str]) -> int:
        found = blank.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at

    def _mark(self, at: int) -> yaml.Mark:
        return yaml.Mark('', at, self._text.count('\n', 0, at), 0, None, at)
