"""Findings that were there before: a file of fingerprints, by the file each was found in, without text or lines."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from policycheck import fingerprint
from policycheck.errors import InputError
from policycheck.model import Flag, Kept, Report

NAME = 'policycheck.baseline.json'
REASON = 'was there when the baseline was made'
_FORMAT = 1

Known = Counter[tuple[str, str, str]]
"""How often a finding is known: by path (with slashes, from the baseline's folder), fingerprint and rule."""


class Matched(NamedTuple):
    """Reports without what the baseline knows, and what of it was not found in the files that were read."""

    reports: list[Report | InputError]
    stale: Known


def read(path: str) -> Known:
    """What a baseline knows. Raises InputError for a file that is none of ours."""
    try:
        with open(path, encoding='utf-8') as file:
            plain = json.load(file)
        known: Known = Counter()
        if plain['version'] != _FORMAT or plain['fingerprints'] != fingerprint.VERSION:
            raise InputError(
                'the baseline is of another version; make it anew: policycheck baseline create', path
            )
        for name, rows in plain['known'].items():
            for found, rule, count in rows:
                known[str(name), str(found), str(rule)] += int(count)
    except OSError as err:
        raise InputError(f'the baseline cannot be read: {err.strerror or err}', path) from err
    except (ValueError, KeyError, TypeError, AttributeError) as err:
        raise InputError('this is no baseline of policycheck, or not a whole one', path) from err
    return known


def content(known: Known) -> bytes:
    """The file of a baseline; the same findings give the same bytes, one a line."""
    rows: dict[str, list[Any]] = {}
    for (name, found, rule), count in sorted(known.items()):
        if count > 0:
            rows.setdefault(name, []).append([found, rule, count])
    listed = ',\n'.join(
        f'    {json.dumps(name)}: [\n' + ',\n'.join(f'      {json.dumps(row)}' for row in own) + '\n    ]'
        for name, own in rows.items()
    )
    body = f'{{\n{listed}\n  }}' if listed else '{}'
    return (
        f'{{\n  "version": {_FORMAT},\n  "fingerprints": {fingerprint.VERSION},\n  "known": {body}\n}}\n'
    ).encode()


def of(reports: Iterable[Report | InputError], folder: str) -> Known:
    """What a baseline has to know for these reports to be without findings."""
    known: Known = Counter()
    for report in reports:
        if not isinstance(report, InputError):
            known.update(key for _, key in _findings(report, folder))
    return known


def matched(reports: list[Report | InputError], known: Known, folder: str, *, whole: bool = True) -> Matched:
    """The reports, what the baseline knows moved from ``flags`` to ``kept``.

    A finding counts as known as often as it was written down: in the file it was found in, and in
    another one only where that file has gone or was read and no longer has it. One more is new.
    ``whole`` False: not every post of these files is among the reports.
    """
    left = known.copy()
    taken: set[int] = set()
    open_: list[tuple[Flag, tuple[str, str, str]]] = []
    seen: set[str] = set()
    for report in reports:
        if isinstance(report, InputError):
            continue
        seen.add(_name(report.draft.path, folder))
        for flag, key in _findings(report, folder):
            if left[key] > 0:
                left[key] -= 1
                taken.add(id(flag))
            else:
                open_.append((flag, key))
    elsewhere: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for key, count in left.items():
        if count > 0 and ((whole and key[0] in seen) or not os.path.lexists(os.path.join(folder, key[0]))):
            elsewhere.setdefault(key[1:], []).append(key)
    for flag, key in open_:
        for other in elsewhere.get(key[1:], ()):
            if left[other] > 0:
                left[other] -= 1
                taken.add(id(flag))
                break
    stale: Known = Counter({key: left[key] for own in elsewhere.values() for key in own if left[key] > 0})
    return Matched([_without(report, taken) for report in reports], stale)


def _without(report: Report | InputError, taken: set[int]) -> Report | InputError:
    if isinstance(report, InputError) or not any(id(flag) in taken for flag in report.flags):
        return report
    old = tuple(Kept(flag, REASON, 'baseline') for flag in report.flags if id(flag) in taken)
    flags = tuple(flag for flag in report.flags if id(flag) not in taken)
    return report._replace(flags=flags, kept=(*report.kept, *old))


def _findings(report: Report, folder: str) -> Iterable[tuple[Flag, tuple[str, str, str]]]:
    """The flags that a baseline may know; one on a waiver is always told."""
    flags = [flag for flag in report.flags if flag.finder != 'waiver']
    name = _name(report.draft.path, folder)
    for flag, found in fingerprint.fingerprints(report.draft, flags):
        yield flag, (name, found, flag.rule.id)


def _name(path: str, folder: str) -> str:
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, '/')
