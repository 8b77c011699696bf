"""Files to drafts: the table of readers, and what a file has to be before one of them sees it.

A reader is imported when the first file asks for it.
"""

from __future__ import annotations

import os
import sys

from policycheck.errors import InputError
from policycheck.machine import holds_waivers, keeps, within
from policycheck.model import Draft
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from policycheck.model import Head, Places
    from policycheck.readers.columns import Columns


class Layout(NamedTuple):
    """How posts stand in files, where the user says so.

    ``columns``: what is which column of a table or key of an object; None: they are known by their
    names. ``between``: the line between the posts of a text; None: a text is one post.
    """

    columns: Columns | None = None
    between: str | None = None


PLAIN = Layout()

STDIN = '-'
STDIN_NAME = '<stdin>'

MAX_BYTES = 10_000_000
"""A post is far shorter; anything larger was named by mistake."""

_BYTE_ORDER_MARK = '\ufeff'


def load(path: str, layout: Layout = PLAIN) -> Iterator[Draft | InputError]:
    """The drafts of a file, or of standard input where the path is ``-``.

    An error stands in the place of what could not be read; nothing is raised.
    """
    try:
        content = _content(path)
    except OSError as err:
        yield InputError(f'cannot be read: {err.strerror or err}', _name(path))
        return
    yield from read(path, content, layout)


def read(path: str, data: bytes, layout: Layout = PLAIN) -> Iterator[Draft | InputError]:
    """The drafts in the bytes of a file, by the ending of its name; plain text where it has none of ours.

    An error stands in the place of what could not be read, and the other rows of the file go on.
    """
    name = _name(path)
    reader = READERS.get(os.path.splitext(path)[1].lower(), _plain)
    try:
        source = _decoded(name, data)
    except InputError as err:
        yield err
        return
    place = None if path == STDIN or holds_waivers(path) else keeps(path)
    for one in reader(name, source, layout.columns):
        for draft in _separate(one, layout.between if reader in _TEXTS else None):
            yield draft if place is None or isinstance(draft, InputError) else _with_waivers(draft, place)


def _separate(draft: Draft | InputError, between: str | None) -> Iterable[Draft | InputError]:
    if between is None or isinstance(draft, InputError) or between not in draft.text:
        return (draft,)
    from policycheck.readers import threads
    from policycheck.screened import has

    return threads.posts(draft, between, has)


def _with_waivers(draft: Draft, place: str) -> Draft:
    from policycheck.waivers import sidecar

    try:
        return sidecar.with_waivers(draft, place)
    except InputError:
        # told of by who reads the file of waivers for its own sake; until then it keeps nothing
        return draft


def walk(
    paths: list[str],
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    root: str = '.',
    *,
    forced: bool | None = False,
) -> Iterator[str | InputError]:
    """The files to read: those that are named, and the drafts in the folders that are named.

    Paths keep their order, the files of a folder are sorted, none comes twice. A named file is
    always taken. In folders only endings in IN_FOLDERS are (with ``include`` all of READERS), and
    only what ``include`` (when there is any) and not ``exclude`` matches: globs relative to ``root``,
    the folder of the policy; with ``forced`` this holds for named files too. An error stands in the
    place of a path that is missing or cannot be opened.
    """
    seen = set()
    for path in paths:
        for found in _named(path, include, exclude, root):
            key = found if isinstance(found, InputError) else os.path.abspath(found)
            if forced and found == path and not _wanted(path, include, exclude, root):
                continue
            if key not in seen:
                seen.add(key)
                yield found


def belongs(
    path: str, paths: list[str], include: tuple[str, ...], exclude: tuple[str, ...], root: str
) -> bool:
    """Whether ``walk`` of these paths would come by a file, were it there."""
    named = any(os.path.abspath(one) == os.path.abspath(path) for one in paths)
    return named or (any(within(path, one) for one in paths) and _wanted(path, include, exclude, root))


def _wanted(path: str, include: tuple[str, ...], exclude: tuple[str, ...], root: str) -> bool:
    from policycheck.readers.folders import matches

    return holds_waivers(path) or matches(path, _endings(include), include, exclude, root)


def _endings(include: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(READERS) if include else IN_FOLDERS


def _named(
    path: str, include: tuple[str, ...], exclude: tuple[str, ...], root: str
) -> Iterator[str | InputError]:
    if path != STDIN and os.path.isdir(path):
        from policycheck.readers.folders import drafts_below

        yield from drafts_below(path, _endings(include), include, exclude, root)
    elif path == STDIN or _may_be_there(path):
        yield path
    else:
        yield InputError('there is no such file or folder', path)


def _may_be_there(path: str) -> bool:
    try:
        os.lstat(path)
    except PermissionError:
        # nobody may look: so says who tries to read it
        return True
    except (OSError, ValueError):
        return False
    return True


def _plain(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    if not source.startswith(_BYTE_ORDER_MARK):
        yield Draft(path, path, source, source)
        return
    from policycheck.readers.headed import after_mark

    yield Draft(path, path, source, source[1:], places=after_mark(source))


def _markdown(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    from policycheck.readers import front_matter

    marked = source.startswith(_BYTE_ORDER_MARK)
    try:
        said = front_matter.read(source, int(marked), path)
    except InputError as err:
        yield err
        return
    settings, waivers = (said.settings, said.waivers) if said else ({}, ())
    text = source[marked:]
    places: Places | None = None
    heads: tuple[Head, ...] = ()
    if said or marked:
        from policycheck.readers.headed import after_mark, headed

        text, places, heads = headed(source, int(marked), said) if said else (text, after_mark(source), ())
    yield Draft(path, path, source, text, 'markdown', places, settings, waivers=waivers, heads=heads)


def _mdx(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    from policycheck.readers import mdx

    for one in _markdown(path, source, columns):
        yield one if isinstance(one, InputError) else mdx.read(one)


def _json_lines(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    from policycheck.readers import json_lines

    return json_lines.read(path, source, columns)


def _table(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    from policycheck.readers import csv_rows

    return csv_rows.read(path, source, columns)


def _json(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    from policycheck.readers import json_posts

    return json_posts.read(path, source, columns)


def _html(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    from policycheck.readers import html_text

    return html_text.read(path, source)


def _yaml(path: str, source: str, columns: Columns | None) -> Iterator[Draft | InputError]:
    if holds_waivers(path):
        return _plain(path, source, columns)
    from policycheck.readers import yaml_posts

    return yaml_posts.read(path, source, columns)


READERS: dict[str, Callable[[str, str, Columns | None], Iterator[Draft | InputError]]] = {
    '.txt': _plain,
    '.text': _plain,
    '.md': _markdown,
    '.markdown': _markdown,
    '.mdx': _mdx,
    '.jsonl': _json_lines,
    '.ndjson': _json_lines,
    '.csv': _table,
    '.tsv': _table,
    '.json': _json,
    '.yaml': _yaml,
    '.yml': _yaml,
    '.html': _html,
    '.htm': _html,
}
"""The reader of each kind of file, by the ending of its name: path, decoded text and columns to drafts."""


_TEXTS = (_plain, _markdown, _mdx)
"""The readers whose files may hold several posts, with a line between them."""

IN_FOLDERS = tuple(ending for ending in READERS if ending not in ('.json', '.yaml', '.yml', '.html', '.htm'))
"""Endings of the files that are read where only their folder is named: the others are more often something else."""


def _name(path: str) -> str:
    return STDIN_NAME if path == STDIN else path


def _content(path: str) -> bytes:
    """One byte more than is allowed at most, so that the excess is noticed without being read."""
    if path == STDIN:
        if sys.stdin is None:
            raise OSError('it is closed')
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with open(path, 'rb') as file:
        return file.read(MAX_BYTES + 1)


def _decoded(path: str, data: bytes) -> str:
    """The text of a file in UTF-8, a byte order mark included.

    Raises InputError for what is no text, in another encoding or too large.
    """
    if len(data) > MAX_BYTES:
        raise InputError('larger than 10 MB; give the posts in smaller files', path)
    if b'\0' in data or data[:1] in (b'\xff', b'\xfe'):
        from policycheck.readers.utf16 import wide_encoding

        encoding = wide_encoding(data)
        if encoding:
            raise InputError(f'this is {encoding}; save the file as UTF-8', path)
    if b'\0' in data:
        line = _line(data, data.index(b'\0'))
        raise InputError('this is no text: it has a NUL byte; give a text file', path, line)
    try:
        return data.decode()
    except UnicodeDecodeError as err:
        message = f'byte 0x{data[err.start]:02X} is not UTF-8; save the file as UTF-8'
        raise InputError(message, path, _line(data, err.start)) from err


def _line(data: bytes, offset: int) -> int:
    """The line (from 1) of a byte that is no part of a line end."""
    before = data[:offset]
    return before.count(b'\r') + before.count(b'\n') - before.count(b'\r\n') + 1
