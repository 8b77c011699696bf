"""Where reports go: one format on standard output, any number of others in files beside it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable

from policycheck.artefact import write_file
from policycheck.errors import InputError
from policycheck.fields import suggestion
from policycheck.formats import FORMATS, writer
from policycheck.formats.options import Counts, Options, Written


def files(outputs: Iterable[str]) -> list[tuple[str, str]]:
    """Format and path of each FORMAT=FILE; raises InputError for one that cannot be."""
    return [_output(output) for output in outputs]


def written(
    reports: Iterable[Written], name: str, outputs: list[tuple[str, str]], options: Options
) -> Counts:
    """How many drafts came out how, once their reports are written.

    ``name`` is the format on standard output. A file is there in whole or not at all. Raises
    InputError for one that cannot be written.
    """
    kept: list[Written] = []

    def noted() -> Iterable[Written]:
        for report in reports:
            kept.append(report)
            yield report

    counts = writer(name)(noted(), sys.stdout, options)
    for other, path in outputs:
        page = io.StringIO()
        writer(other)(iter(kept), page, options._replace(colour=False, unicode=True, width=80))
        try:
            write_file(path, page.getvalue().encode('utf-8', 'replace'))
        except OSError as err:
            raise InputError(f'--output cannot be written: {err.strerror or err}', path) from err
    return counts


def _output(output: str) -> tuple[str, str]:
    name, equals, path = output.partition('=')
    if not equals or not path:
        raise InputError(f"--output wants FORMAT=FILE, as in sarif=report.sarif, not '{output}'")
    if name not in FORMATS:
        raise InputError(f"--output: there is no format '{name}'{suggestion(name, FORMATS)}")
    if os.path.isdir(path):
        raise InputError('--output wants a file, and this is a folder', path)
    return name, os.path.abspath(path)
