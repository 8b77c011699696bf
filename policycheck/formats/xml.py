"""Reports in XML: JUnit, a test case a draft; and Checkstyle, a file element a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from policycheck.errors import InputError
from policycheck.formats.excerpt import visible
from policycheck.formats.located import EVERYTHING, Located, shown, shown_path
from policycheck.formats.messages import say
from policycheck.formats.options import Counts, Options, Tally, Written
from policycheck.model import LEVELS, Report

_SEVERITIES = {'stop': 'error', 'warn': 'warning', 'advice': 'info', 'note': 'info', 'rights': 'info'}
# what XML 1.0 cannot hold, not even escaped (section 2.2)
_NO_XML = '[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def junit(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write one suite: a draft fails with flags at or above ``fail_on``, one not screened is skipped."""
    options = _declared(options)
    tally = Tally(options)
    cases = [_case(report, options) for report in tally.counted(reports)]
    counts = tally.counts()
    cut = 0 if tally.whole else 1
    if cut:
        said = say('interrupted', options.screen_language)
        cases.append(_failed('policycheck', 'interrupted', said, options))
    out.write(_HEAD)
    out.write(
        f'<testsuites><testsuite name="policycheck" tests="{counts.total + cut}" failures="{counts.failing}" '
        f'errors="{counts.unreadable + cut}" skipped="{counts.not_screened}">\n'
    )
    out.writelines(cases)
    out.write('</testsuite></testsuites>\n')
    return counts


def checkstyle(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write the errors of each file; what was kept is left out."""
    options = _declared(options)
    tally = Tally(options)
    out.write(f'{_HEAD}<checkstyle version="8.0">\n')
    for path, own in groupby(tally.counted(reports), key=_path):
        out.write(f'<file name={_attribute(shown_path(path, options))}>\n')
        for report in own:
            if isinstance(report, InputError):
                out.write(_wrong(report.message, report.line or 1, options))
                continue
            out.writelines(_error(row) for row in shown(report, options) if row.kept is None)
        out.write('</file>\n')
    if not tally.whole:
        said = _wrong(say('interrupted', options.screen_language), 1, options)
        out.write(f'<file name="{EVERYTHING}">\n{said}</file>\n')
    out.write('</checkstyle>\n')
    return tally.counts()


def _declared(options: Options) -> Options:
    """The options with ASCII where the file would not be in UTF-8, as its first line says."""
    return options if options.unicode else options._replace(encoding='ascii')


def _path(report: Report | InputError) -> str:
    return (report.path or '') if isinstance(report, InputError) else report.draft.path


def _wrong(message: str, line: int, options: Options) -> str:
    said = _attribute(visible(message, options.encoding))
    return f'<error line="{line}" severity="error" message={said}/>\n'


def _error(row: Located) -> str:
    said = f'"{row.quote}" {row.title}: {row.message}'
    return (
        f'<error line="{row.line}" column="{row.column}" severity="{_SEVERITIES[row.level]}" '
        f'message={_attribute(said)} source={_attribute(f"policycheck.{row.rule}")}/>\n'
    )


def _failed(path: str, name: str, message: str, options: Options) -> str:
    path, message = shown_path(path, options), visible(message, options.encoding)
    inside = f'<error message={_attribute(message)}/>'
    return f'<testcase classname={_attribute(path)} name="{name}">{inside}</testcase>\n'


def _case(report: Report | InputError, options: Options) -> str:
    if isinstance(report, InputError):
        return _failed(report.path or '', 'reading', report.message, options)
    draft = report.draft
    name = draft.id if draft.id != draft.path else 'post'
    path, name = shown_path(draft.path, options), visible(name, options.encoding)
    head = f'<testcase classname={_attribute(path)} name={_attribute(name)}>'
    if not report.screened:
        return f'{head}<skipped message="not screened"/></testcase>\n'
    rows = [row for row in shown(report, options) if row.kept is None]
    lines = [
        f'{row.path}:{row.line}:{row.column} {row.level} {row.title} [{row.rule}] "{row.quote}"'
        for row in rows
    ]
    told = _text('\n'.join(lines))
    if report.level >= options.fail_on:
        worst = _attribute(f'{LEVELS[report.level]}: {len(report.flags)}')
        return f'{head}<failure type="policycheck" message={worst}>{told}</failure></testcase>\n'
    return f'{head}<system-out>{told}</system-out></testcase>\n' if rows else f'{head}</testcase>\n'


def _text(text: str) -> str:
    return escape(re.sub(_NO_XML, '?', text))


def _attribute(text: str) -> str:
    return quoteattr(re.sub(_NO_XML, '?', text), {'\n': '&#10;', '\r': '&#13;', '\t': '&#9;'})
