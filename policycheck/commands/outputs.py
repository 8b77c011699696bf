"""Where reports go: one format on standard output, any number of others in files beside it."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from policycheck.errors import InputError
from policycheck.formats import FORMATS, writer
from policycheck.formats.options import Counts, Options, Written
from policycheck.replace import put
from policycheck.strict_yaml.fields import suggestion

File = TypeVar('File')


def files(outputs: Iterable[str]) -> list[tuple[str, str]]:
    """Format and path of each FORMAT=FILE; raises InputError for one that cannot be."""
    found = [_output(output) for output in outputs]
    seen: set[str] = set()
    for _, path in found:
        if path in seen and _is_file(path):
            raise InputError('--output: two reports cannot go into one file', path)
        seen.add(path)
    return found


def apart(drafts: Iterable[File], outputs: list[tuple[str, str]]) -> Iterator[File]:
    """The drafts as they come; raises InputError for one whose file a report would take the place of."""
    taken = {path for _, path in outputs}
    for draft in drafts:
        path = draft if isinstance(draft, str) else getattr(draft, 'path', None)
        if isinstance(path, str) and os.path.realpath(path) in taken:
            raise InputError('--output: this file is checked as a draft; write the report elsewhere', path)
        yield draft


def written(
    reports: Iterable[Written], name: str, outputs: list[tuple[str, str]], options: Options, out: TextIO
) -> Counts:
    """How many drafts came out how, once their reports are written.

    ``name`` is the format on standard output, which is ``out``. A file is there in whole or not at all. Raises
    InputError for one that cannot be written.
    """
    kept: list[Written] = []

    def noted() -> Iterable[Written]:
        for report in reports:
            kept.append(report)
            yield report

    counts = writer(name)(noted(), out, options)
    for other, path in outputs:
        page = io.StringIO()
        writer(other)(iter(kept), page, options._replace(colour=False, encoding='utf-8', width=80))
        try:
            _write(path, page.getvalue().encode('utf-8', 'replace'))
        except OSError as err:
            raise InputError(f'--output cannot be written: {err.strerror or err}', path) from err
    return counts


def _output(output: str) -> tuple[str, str]:
    name, equals, path = output.partition('=')
    if not equals or not path:
        raise InputError(f"--output wants FORMAT=FILE, as in sarif=report.sarif, not '{output}'")
    if path == '-':
        raise InputError(f'--output writes files; on standard output it is --format {name}')
    if name not in FORMATS:
        raise InputError(f"--output: there is no format '{name}'{suggestion(name, FORMATS)}")
    if os.path.isdir(path):
        raise InputError('--output wants a file, and this is a folder', path)
    place = os.path.abspath(path)
    return name, os.path.realpath(place) if _is_file(place) else place


def _is_file(path: str) -> bool:
    """Whether a path is, or may become, a file that can be replaced: no pipe, terminal or /dev/stdout."""
    return not path.startswith('/dev/') and (not os.path.exists(path) or os.path.isfile(path))


def _write(path: str, content: bytes) -> None:
    """Puts a report in its place, with the permissions that any new file gets here or the old one had."""
    if not _is_file(path):
        # a pipe, a terminal, /dev/null
        with open(path, 'wb') as stream:
            stream.write(content)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.exists(path):
        mode = stat.S_IMODE(os.stat(path).st_mode)
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    put(path, content, mode)
