"""Scalars of YAML as they are written: where each character of a value stands in its file."""

from __future__ import annotations

import re

from policycheck.model import Placed, Places

_PROPERTIES = re.compile(r'(?:[&!]\S*[ \t\r\n]+)+')
_BREAK = re.compile(r'\r\n?|\n')
_FOLD = re.compile(r'[ \t]*(?:\r\n?|\n)[ \t]*')
_GOES_ON = re.compile(r'\\(?:\r\n?|\n)[ \t]*')
_ESCAPE = re.compile(r'\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|x..|u.{4}|U.{8}|.)', re.DOTALL)
_FIRST_INK = re.compile(r'^( *)[^ \r\n]', re.MULTILINE)

_NAMES = {'"': 'yaml double', "'": 'yaml single', '|': 'yaml literal', '>': 'yaml folded'}


class _Table:
    """Places as they are found, one a character."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)


def placed(source: str, start: int, end: int, value: str, style: str | None) -> Placed | None:
    """Where the characters of a scalar stand, from the marks, value and style that the parser gives it.

    None where value and text do not go together for certain.
    """
    properties = _PROPERTIES.match(source, start, end)
    start = properties.end() if properties else start
    table = _Table()
    if style in ('|', '>'):
        indent = _block(source, start, end, value, table)
        if indent is None:
            return None
        escape = f'yaml literal {indent}' if style == '|' else 'yaml folded'
    else:
        if style in ('"', "'"):
            start, end = start + 1, end - 1
        if not _flow(source, start, end, value, style, table):
            return None
        escape = _NAMES.get(style or '', 'yaml plain')
    return Placed(Places(table.starts, table.ends), escape)


def _flow(source: str, at: int, end: int, value: str, style: str | None, table: _Table) -> bool:
    """Adds the places of a scalar without indentation of its own; False where they are not sure."""
    i = 0
    while at < end:
        went_on = _GOES_ON.match(source, at, end) if style == '"' else None
        fold = _FOLD.match(source, at, end)
        if went_on or fold:
            first = went_on or fold
            assert first is not None
            begin, at = at, first.end()
            # a line break is a space, each further one is itself; after a backslash the first is nothing
            count = 0
            while more := _FOLD.match(source, at, end):
                table.add(begin, more.end())
                begin = at = more.end()
                count += 1
            if count:
                if value[i : i + count] != '\n' * count:
                    return False
                i += count
            elif not went_on:
                if value[i : i + 1] != ' ':
                    return False
                table.add(begin, at)
                i += 1
            continue
        if i >= len(value):
            return False
        escape = _ESCAPE.match(source, at, end) if style == '"' else None
        step = escape.end() - at if escape else 2 if style == "'" and source.startswith("''", at) else 1
        if not escape and source[at] != value[i]:
            return False
        table.add(at, at + step)
        at += step
        i += 1
    return i == len(value)


def _block(source: str, start: int, end: int, value: str, table: _Table) -> int | None:
    """Adds the places of a scalar after ``|`` or ``>``; its indentation, None where they are not sure."""
    head = _BREAK.search(source, start, end)
    own, valued = (head and _FIRST_INK.search(source, head.end(), end)), _FIRST_INK.search(value)
    if head is None or own is None or valued is None:
        return None
    indent = len(own[1]) - len(valued[1])
    if indent < 0:
        return None
    line = re.compile(f' {{0,{indent}}}')
    at = _skip(line, source, head.end(), end)
    i = 0
    while i < len(value):
        broken = _BREAK.match(source, at, end)
        if broken is None:
            if at >= end or source[at] != value[i]:
                return None
            table.add(at, at + 1)
            at += 1
            i += 1
            continue
        pieces = []
        while broken:
            after = _skip(line, source, broken.end(), end)
            pieces.append((at, after))
            at = after
            broken = _BREAK.match(source, at, end)
        if value[i] == ' ' and len(pieces) == 1:
            table.add(*pieces[0])
            i += 1
            continue
        count = len(value) - i - len(value[i:].lstrip('\n'))
        if not 0 < count <= len(pieces):
            return None
        # folding takes the first break away
        first = len(pieces) - count if i + count < len(value) else 0
        table.add(pieces[0][0], pieces[first][1])
        for piece in pieces[first + 1 : first + count]:
            table.add(*piece)
        i += count
    return indent


def _skip(blank: re.Pattern[str], source: str, at: int, end: int) -> int:
    found = blank.match(source, at, end)
    return found.end() if found else at
