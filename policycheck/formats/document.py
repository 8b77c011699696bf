"""Reports for programs, all in one JSON document: the lines of jsonl and the totals."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from policycheck.errors import InputError
from policycheck.formats.jsonl import LineWriter
from policycheck.formats.options import Counts, Options, Tally, Written

VERSION = 1
"""Goes up when a name or a meaning changes, not when a name is added."""


def write(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write ``{"version", "reports", "totals", "complete", "meaning"}``, each report as it comes."""
    tally = Tally(options)
    lines = LineWriter(options)
    out.write(f'{{"version":{VERSION},"reports":[')
    separator = '\n'
    for report in tally.counted(reports):
        if not isinstance(report, InputError):
            out.write(separator + lines.line(report))
            separator = ',\n'
    counts = tally.counts()
    totals = {'drafts': counts.total, **counts._asdict()}
    known = {'totals': totals, 'complete': tally.whole, **options.meaning.known}
    ends = json.dumps(known, separators=(',', ':'))
    out.write(f'\n],{ends[1:]}\n')
    return counts
