"""Folders to files: which of the files below a folder are drafts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from policycheck.errors import InputError

SKIPPED = frozenset(('node_modules', 'vendor', 'venv', '__pycache__', 'site-packages'))
"""Folders that hold other people's text. Whatever begins with a dot is passed over as well."""


OWN = ('policycheck.yaml', 'policycheck.yml', 'policycheck.keep.yaml', 'policycheck.baseline.json')
"""Our own files, which are no drafts whatever their endings."""


class _Globs(NamedTuple):
    include: re.Pattern[str] | None
    exclude: re.Pattern[str] | None
    endings: tuple[str, ...]


def drafts_below(
    folder: str,
    endings: tuple[str, ...],
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    root: str = '.',
) -> Iterator[str | InputError]:
    """Files below a folder with one of the endings, sorted by their parts.

    The globs are relative to ``root``; a folder that ``exclude`` matches is left out with all it
    holds. Hidden files, SKIPPED and links are passed over: what a link leads to inside the folder
    comes under its own name. A folder that cannot be opened gives an error.
    """
    globs = _Globs(_any(include), _any(exclude), endings)
    relative = os.path.relpath(os.path.abspath(folder), os.path.abspath(root)).replace(os.sep, '/')
    yield from _below(os.path.normpath(folder), '' if relative == '.' else f'{relative}/', globs)


def matches(
    path: str, endings: tuple[str, ...], include: tuple[str, ...], exclude: tuple[str, ...], root: str
) -> bool:
    """Whether a file would be found below ``root`` by ``drafts_below`` with these endings and globs."""
    globs = _Globs(_any(include), _any(exclude), endings)
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(root)).replace(os.sep, '/')
    parts = relative.split('/')
    folders = ['/'.join(parts[:count]) for count in range(1, len(parts) + 1)]
    return (
        relative.lower().endswith(endings)
        and parts[-1] not in OWN
        and not any(part.startswith('.') and part != '..' for part in parts)
        and SKIPPED.isdisjoint(parts[:-1])
        and not (globs.exclude and any(map(globs.exclude.fullmatch, folders)))
        and (globs.include is None or globs.include.fullmatch(relative) is not None)
    )


def _below(folder: str, prefix: str, globs: _Globs) -> Iterator[str | InputError]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as err:
        yield InputError(f'the folder cannot be opened: {err.strerror or err}', folder)
        return
    for entry in entries:
        relative = prefix + entry.name
        if (
            entry.name.startswith('.')
            or entry.name in OWN
            or (globs.exclude and globs.exclude.fullmatch(relative))
        ):
            continue
        path = entry.name if folder == '.' else os.path.join(folder, entry.name)
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in SKIPPED:
                yield from _below(path, f'{relative}/', globs)
        elif (
            entry.is_file(follow_symlinks=False)
            and entry.name.lower().endswith(globs.endings)
            and (globs.include is None or globs.include.fullmatch(relative))
        ):
            yield path


def _any(globs: tuple[str, ...]) -> re.Pattern[str] | None:
    """What matches whenever one of the globs does; None where there are none."""
    return re.compile('|'.join(map(_pattern, globs))) if globs else None


def _pattern(glob: str) -> str:
    """A glob as a regular expression: ``**`` crosses folders, ``*`` and ``?`` do not.

    A glob that ends in ``/`` means the folder and all that it holds.
    """
    folder = glob.endswith('/')
    parts = []
    for part in glob.removeprefix('./').strip('/').split('/'):
        parts.append('(?:[^/]+/)*' if part == '**' else _part(part) + '/')
    if parts[-1] == '(?:[^/]+/)*':
        return ''.join(parts) + '[^/]+'
    return ''.join(parts)[:-1] + ('(?:/.*)?' if folder else '')


def _part(part: str) -> str:
    written = ''
    for piece in re.findall(r'\*+|\?|\[[!^]?\]?[^]/]*\]|.', part):
        if piece[0] == '*':
            written += '[^/]*'
        elif piece == '?':
            written += '[^/]'
        elif len(piece) > 1:
            inside = piece[1:-1].replace('\\', r'\\').replace('[', r'\[')
            written += '[' + ('^' + inside[1:] if inside[0] in '!^' else inside) + ']'
        else:
            written += re.escape(piece)
    return written
