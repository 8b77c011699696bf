"""Findings as a table: CSV for spreadsheets, and a summary in Markdown for a pull request or a mail."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from policycheck.errors import InputError
from policycheck.formats.excerpt import visible
from policycheck.formats.located import Located, shown
from policycheck.formats.messages import not_shown, say
from policycheck.formats.names import NAMES
from policycheck.formats.options import Counts, Options, Tally, Written

_COLUMNS = ('path', 'draft', 'line', 'column', 'level', 'rule', 'title', 'quote', 'message', 'kept')
# a spreadsheet takes what begins so for a formula (OWASP, CSV injection)
_FORMULA = '=+-@\t\r'
_MARKDOWN = r'([\\`*_{}\[\]<>#|!~$@])'
_MOST_ROWS = 200
"""Rows of a summary; GitHub shows no more than 65,536 characters of a comment."""


def comma_separated(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write a row a finding, those that were kept too, with their reason."""
    tally = Tally(options)
    table = csv.writer(out, lineterminator='\n')
    table.writerow(_COLUMNS)
    for report in tally.counted(reports):
        if not isinstance(report, InputError):
            for row in shown(report, options):
                cells = (row.path, row.draft, row.line, row.column, row.level, row.rule, row.title)
                table.writerow(map(_cell, (*cells, row.quote, row.message, row.kept or '')))
    if not tally.whole:
        said = visible(say('interrupted', options.screen_language), options.encoding)
        table.writerow(said if name == 'message' else '' for name in _COLUMNS)
    return tally.counts()


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text[:1] in _FORMULA and text[:1] else text


def markdown(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write the counts, how many of each level, and a table of the findings that count."""
    tally = Tally(options)
    rows: list[Located] = []
    for report in tally.counted(reports):
        if not isinstance(report, InputError):
            rows.extend(row for row in shown(report, options) if row.kept is None)
    counts = tally.counts()
    language = options.screen_language

    def put(line: str) -> None:
        out.write(visible(line, options.encoding) + '\n')

    out.write('## policycheck\n\n')
    put(say('closing', language, total=counts.total, **counts._asdict()))
    if tally.hidden:
        put(not_shown(tally.hidden, options.level, language))
    if not tally.whole:
        out.write('\n')
        put(f'**{say("interrupted", language)}**')
    if rows:
        levels = Counter(row.level for row in rows)
        named = {level: NAMES[f'level.{level}'][language] for level in levels}
        out.write('\n')
        put(', '.join(f'{named[level]} {levels[level]}' for level in named))
        out.write('\n| | | |\n|---|---|---|\n')
        for row in rows[:_MOST_ROWS]:
            place = _plain(f'{row.path}:{row.line}')
            said = f'**{_plain(row.title)}** {_plain(row.message)}'
            put(f'| {named[row.level]} | {place}<br>"{_plain(row.quote)}" | {said} |')
        if len(rows) > _MOST_ROWS:
            out.write(f'\n+ {len(rows) - _MOST_ROWS}\n')
    return counts


def _plain(text: str) -> str:
    """A text that Markdown shows as it stands, on one line."""
    return re.sub(_MARKDOWN, r'\\\1', ' '.join(text.split()))
