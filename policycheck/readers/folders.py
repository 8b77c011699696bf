"""Folders to files: which of the files below a folder are drafts."""

from __future__ import annotations

import os
import re

from policycheck.errors import InputError
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SKIPPED = frozenset(('node_modules', 'vendor', 'venv', '__pycache__', 'site-packages'))
"""Folders that hold other people's text. Whatever begins with a dot is passed over as well."""


OWN = ('policycheck.yaml', 'policycheck.yml', 'policycheck.keep.yaml', 'policycheck.baseline.json')
"""Our own files, which are no drafts whatever their endings."""


_IGNORE = '.gitignore'


class _Globs(NamedTuple):
    include: re.Pattern[str] | None
    exclude: re.Pattern[str] | None
    endings: tuple[str, ...]


class _Ignored(NamedTuple):
    """A line of a file in which git is told what to ignore.

    ``base`` is how long the path of the folder is that it is about; ``what`` the end of a path, or a pattern for
    all of it below that folder; ``again`` takes back what a line before it said.
    """

    base: int
    what: str | re.Pattern[str]
    again: bool
    folders: bool

    def matches(self, path: str) -> bool:
        """Whether it is about a path, which begins with that of its folder."""
        if isinstance(self.what, str):
            return path.endswith(self.what)
        return self.what.fullmatch(path, self.base + 1) is not None


def drafts_below(
    folder: str,
    endings: tuple[str, ...],
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    root: str = '.',
) -> Iterator[str | InputError]:
    """Files below a folder with one of the endings, sorted by their parts.

    The globs are relative to ``root``; a folder that ``exclude`` matches is left out with all it
    holds. Hidden files, SKIPPED, links and what git ignores are passed over: what a link leads to inside
    the folder comes under its own name. A folder that cannot be opened gives an error.
    """
    globs = _Globs(_any(include), _any(exclude), endings)
    relative = os.path.relpath(os.path.abspath(folder), os.path.abspath(root)).replace(os.sep, '/')
    ignored = _above(os.path.abspath(folder))
    yield from _below(os.path.normpath(folder), '' if relative == '.' else f'{relative}/', globs, ignored)


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


def _below(
    folder: str, prefix: str, globs: _Globs, ignored: list[_Ignored] | None
) -> Iterator[str | InputError]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as err:
        yield InputError(f'the folder cannot be opened: {err.strerror or err}', folder)
        return
    here = os.path.abspath(folder).replace(os.sep, '/').rstrip('/')
    if ignored is not None and any(entry.name == _IGNORE for entry in entries):
        ignored = _lines(os.path.join(folder, _IGNORE), here) + ignored
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
            if entry.name not in SKIPPED and not _is_ignored(f'{here}/{entry.name}', ignored, folder=True):
                yield from _below(path, f'{relative}/', globs, ignored)
        elif (
            entry.is_file(follow_symlinks=False)
            and entry.name.lower().endswith(globs.endings)
            and (globs.include is None or globs.include.fullmatch(relative))
            and not _is_ignored(f'{here}/{entry.name}', ignored, folder=False)
        ):
            yield path


def _above(folder: str) -> list[_Ignored] | None:
    """What git is told to ignore by files above a folder, what counts first before the rest; None outside git."""
    found: list[_Ignored] = []
    while not os.path.lexists(os.path.join(folder, '.git')):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
        found += _lines(os.path.join(folder, _IGNORE), folder.replace(os.sep, '/').rstrip('/'))
    return found + _lines(
        os.path.join(folder, '.git', 'info', 'exclude'), folder.replace(os.sep, '/').rstrip('/')
    )


def _lines(path: str, folder: str) -> list[_Ignored]:
    """The lines of a file of patterns about a folder (gitignore(5)), the last one first."""
    try:
        with open(path, encoding='utf-8', errors='replace') as file:
            written = file.read().splitlines()
    except OSError:
        return []
    found: list[_Ignored] = []
    for line in written:
        again = line.startswith('!')
        glob = line[again:].rstrip()
        if not glob.strip('/') or glob.startswith('#'):
            continue
        name = glob.rstrip('/').removeprefix('\\')
        end = name[1:] if name.startswith('*') else f'/{name}'
        plain = '/' not in name and not any(sign in end for sign in '*?[\\')
        # only what is no name and no ending takes a pattern, which is slow to compile
        what = end if plain else re.compile(_pattern(name if '/' in name else f'**/{name}'))
        found.append(_Ignored(len(folder), what, again, glob.endswith('/')))
    return found[::-1]


def _is_ignored(path: str, ignored: list[_Ignored] | None, *, folder: bool) -> bool:
    for line in ignored or ():
        if (folder or not line.folders) and line.matches(path):
            return not line.again
    return False


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
