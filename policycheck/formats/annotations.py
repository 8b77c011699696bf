"""Workflow commands of GitHub Actions: one line a finding, which GitHub shows beside the changed line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from policycheck.errors import InputError
from policycheck.formats.excerpt import visible
from policycheck.formats.located import shown, shown_path
from policycheck.formats.messages import say
from policycheck.formats.options import Counts, Options, Tally, Written

_COMMANDS = {'stop': 'error', 'warn': 'warning', 'advice': 'notice', 'note': 'notice', 'rights': 'notice'}


def write(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write ``::error file=...,line=...::message`` and the like; what was kept is left out."""
    tally = Tally(options)
    for report in tally.counted(reports):
        if isinstance(report, InputError):
            path, message = shown_path(report.path or '', options), visible(report.message, options.encoding)
            out.write(
                f'::error file={_property(path)},line={report.line or 1},title=policycheck::{_text(message)}\n'
            )
            continue
        for row in shown(report, options):
            if row.kept is None:
                # GitHub shows a column only for a finding within one line
                columns = f',col={row.column},endColumn={row.end_column}' if row.line == row.end_line else ''
                said = f'"{row.quote}" {row.message}'
                out.write(
                    f'::{_COMMANDS[row.level]} file={_property(row.path)},line={row.line},'
                    f'endLine={row.end_line}{columns},title={_property(f"{row.title} [{row.rule}]")}'
                    f'::{_text(said)}\n'
                )
    if not tally.whole:
        said = visible(say('interrupted', options.screen_language), options.encoding)
        # it is about no file, and GitHub takes a command without one
        out.write(f'::error title=policycheck::{_text(said)}\n')
    return tally.counts()


def _text(text: str) -> str:
    """The escapes of @actions/core: a line end would begin another command."""
    return text.replace('%', '%25').replace('\r', '%0D').replace('\n', '%0A')


def _property(text: str) -> str:
    return _text(text).replace(':', '%3A').replace(',', '%2C')
