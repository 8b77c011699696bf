"""Where the titles of Markdown's links and pictures stand: behind the target, and in definitions of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_OPENERS = '"\'('
_LABEL = re.compile(r' {0,3}\[(?:[^\\\]]|\\.)*\]:', re.DOTALL)
_CLOSERS = {'"': '"', "'": "'", ')': '('}
TITLES = tuple(f'title {opener}' for opener in _OPENERS)
"""How titles are written: escapes of escapes.py."""


def in_target(state: Any, label: tuple[int, int], used: set[str]) -> Iterator[tuple[int, int, str]]:
    """The title of a link that the parser's ``state`` has read up to its position: begin, end and escape.

    ``label`` is the stretch of its label. One whose target is defined elsewhere is noted in ``used``.
    """
    start, end = label
    source, stop, helpers = state.src, state.pos, state.md.helpers
    if stop > end + 1 and source[end + 1] == '(':
        inner = source[end + 2 : stop - 1]
        if any(opener in inner for opener in _OPENERS):
            at = _after_blanks(source, end + 2, stop)
            at = _after_blanks(source, helpers.parseLinkDestination(source, at, stop).pos or at, stop)
            title = helpers.parseLinkTitle(source, at, stop)
            if title.ok and title.pos - at > 2:
                yield at + 1, title.pos - 1, f'title {source[at]}'
    elif 'references' in state.env:
        other = source[end + 2 : stop - 1] if stop > end + 1 else ''
        # in one case and spacing, as the parser keeps the labels of definitions
        used.add(' '.join((other or source[start:end]).split()).lower().upper())


def defined(
    references: Mapping[str, Any], used: set[str], source: str, starts: Sequence[int], helpers: Any
) -> Iterator[tuple[int, int, str]]:
    """The titles of the definitions that are used, in no order.

    One of several lines in a quote or an item is left out: its lines have margins.

    ``helpers`` are those of the parser.
    """
    for label in used:
        found = references.get(label)
        if not found or not found['title']:
            continue
        first, last = found['map']
        stop = starts[last] if last < len(starts) else len(source)
        stop = starts[first] + len(source[starts[first] : stop].rstrip())
        opener = _CLOSERS.get(source[stop - 1], '')
        line = source.rfind('\n', starts[first], stop) + 1 or starts[first]
        at = source.rfind(opener, line, stop - 1) if opener else -1
        while at >= 0:
            title = helpers.parseLinkTitle(source, at, stop)
            if title.ok and title.pos == stop and title.str == found['title']:
                yield at + 1, stop - 1, f'title {opener}'
                break
            at = source.rfind(opener, line, at)
        else:
            name = _LABEL.match(source, starts[first], stop)
            at = _after_blanks(source, name.end(), stop) if name else stop
            at = _after_blanks(source, helpers.parseLinkDestination(source, at, stop).pos or at, stop)
            title = helpers.parseLinkTitle(source, at, stop)
            # the parser takes blanks at the beginnings of lines away
            if title.ok and title.pos == stop and title.str.split() == found['title'].split():
                yield at + 1, stop - 1, f'title {source[at]}'


def _after_blanks(source: str, at: int, stop: int) -> int:
    while at < stop and source[at] in ' \t\n':
        at += 1
    return at
