"""GitLab's Code Quality report: a JSON array in the format of Code Climate, as far as GitLab reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from policycheck.errors import InputError
from policycheck.formats.jsonl import safe
from policycheck.formats.located import EVERYTHING, located, slashed
from policycheck.formats.messages import say
from policycheck.formats.options import Counts, Options, Tally, Written

_SEVERITIES = {'stop': 'blocker', 'warn': 'major', 'advice': 'minor', 'note': 'info', 'rights': 'info'}


def write(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write the array: an object a finding; what was kept is left out, and so is what cannot be read."""
    tally = Tally(options)
    rows = []
    for report in tally.counted(reports):
        if isinstance(report, InputError):
            continue
        for row in located(report, options):
            if row.kept is None:
                rows.append(
                    {
                        'description': f'{row.title}: {row.message}',
                        'check_name': row.rule,
                        'fingerprint': row.fingerprint,
                        'severity': _SEVERITIES[row.level],
                        'location': {
                            'path': slashed(row.path),
                            'lines': {'begin': row.line, 'end': row.end_line},
                        },
                    }
                )
    if not tally.whole:
        # without a row of its own what is missing would pass for mended
        rows.append(
            {
                'description': say('interrupted', options.screen_language),
                'check_name': 'policycheck/interrupted',
                'fingerprint': '0' * 32,
                'severity': 'major',
                'location': {'path': EVERYTHING, 'lines': {'begin': 1, 'end': 1}},
            }
        )
    out.write(safe(json.dumps(rows, ensure_ascii=False, indent=1), options.unicode) + '\n')
    return tally.counts()
