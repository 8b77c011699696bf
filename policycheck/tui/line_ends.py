"""Line ends of a file: one kind while a text is edited, each line's own again where the file is written."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

_MANY = 1_000
"""Lines from which on the nearest match is looked for quickly rather than best."""


def one_kind(text: str) -> str:
    """A text as the editor holds it: all lines end as the editor takes the text to be written.

    >>> one_kind('a\\r\\nb\\nc')
    'a\\r\\nb\\r\\nc'
    """
    return _kind(text).join(_lines(text))


def restored(text: str, before: str) -> str:
    """A text with the line ends that ``before``, as it stood in the file, has at the lines that are still there.

    Lines that are new end as most lines of ``before`` do.

    >>> restored('a\\r\\nnew\\r\\nc', 'a\\r\\nb\\nc')
    'a\\r\\nnew\\nc'
    """
    new, old = _lines(text), _lines(before)
    ends = _ends(before, len(old))
    usual = next(iter(Counter(filter(None, ends)).most_common(1)), (_kind(text), 0))[0]
    came_from = dict(_pairs(new, old))
    own = [ends[came_from[at]] or usual if at in came_from else usual for at in range(len(new))]
    # behind the last line stands nothing, or an end that the editor does not know as one
    own[-1] = ends[-1] if came_from.get(len(new) - 1) == len(old) - 1 else ''
    return ''.join(line + end for line, end in zip(new, own, strict=True))


def _pairs(new: list[str], old: list[str]) -> list[tuple[int, int]]:
    """Lines of a text and the lines of the one before that they are, or have come from."""
    least = min(len(new), len(old))
    head = 0
    while head < least and new[head] == old[head]:
        head += 1
    tail = 0
    while tail < least - head and new[-1 - tail] == old[-1 - tail]:
        tail += 1
    found = [(at, at) for at in range(head)]
    found += [(len(new) - at, len(old) - at) for at in range(1, tail + 1)]
    left, there = new[head : len(new) - tail], old[head : len(old) - tail]
    same = SequenceMatcher(None, there, left, autojunk=len(left) + len(there) > _MANY)
    for kind, from_old, to_old, from_new, to_new in same.get_opcodes():
        if kind in ('equal', 'replace'):
            # from the end: a line that was divided has its end behind its last part
            size = min(to_old - from_old, to_new - from_new)
            found += [(head + to_new - at, head + to_old - at) for at in range(1, size + 1)]
    return found


def _lines(text: str) -> list[str]:
    """The lines as the editor divides them, without their ends."""
    return text.splitlines() + ([''] if not text or text.endswith(('\n', '\r')) else [])


def _ends(text: str, lines: int) -> list[str]:
    """The end of each line, '' where there is none."""
    whole = text.splitlines(keepends=True)
    bare = text.splitlines()
    ends = [line[len(alone) :] for line, alone in zip(whole, bare, strict=True)]
    return ends + [''] * (lines - len(ends))


def _kind(text: str) -> str:
    return next((end for end in ('\r\n', '\n', '\r') if end in text), '\n')
