"""Whether files are as they were: the sizes and times of all that a run is made from, as one text.

Loads nothing: see recall.
"""

from __future__ import annotations

import os

from policycheck.machine import SHIPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def signature(paths: Iterable[str]) -> str:
    """A text that changes when a file among ``paths`` or below them is changed, added or taken away.

    Of the rules that an installed policycheck has it tells the time of the folder alone.
    """
    parts: list[str] = []
    for path in paths:
        parts.append(path)
        try:
            _sign(path, parts)
        except OSError:
            parts.append('missing')
    return '\n'.join(parts)


def _sign(path: str, parts: list[str], depth: int = 0) -> None:
    if path == SHIPPED or not os.path.isdir(path):
        status = os.stat(path)
        parts.append(f'{status.st_size} {status.st_mtime_ns}')
        return
    with os.scandir(path) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.name.endswith(('.yaml', '.yml', 'heads.json')):
                status = entry.stat()
                parts.append(f'{entry.name} {status.st_size} {status.st_mtime_ns}')
            elif depth < 2 and '.' not in entry.name and entry.is_dir():
                parts.append(entry.name)
                _sign(entry.path, parts, depth + 1)
