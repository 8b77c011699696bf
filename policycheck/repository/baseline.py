"""Findings that were there before: a file of fingerprints, by the file each was found in, without text or lines."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from policycheck.errors import InputError
from policycheck.machine import within
from policycheck.model import LEVELS, Flag, Kept, Report
from policycheck.records import NamedTuple
from policycheck.repository import fingerprint

NAME = 'policycheck.baseline.json'
REASON = 'was there when the baseline was made'
_FORMAT = 1
_SENSED = 'meaning'

ANY = len(LEVELS)
"""The level of an entry in a file that holds no levels: no finding is graver."""


class Entry(NamedTuple):
    """What a finding is known by."""

    path: str
    """With slashes, from the baseline's folder."""
    fingerprint: str
    rule: str
    level: int
    """The level it had; where it is graver it is known no longer."""
    sensed: bool = False
    """Whether only meaning found it: where no model is asked nobody knows whether it has gone."""


Known = Counter[Entry]
"""How often each finding is known."""

Finding = tuple[Flag, Entry]
"""A flag, and the entry that would make it known."""


class Matched(NamedTuple):
    """Reports without what the baseline knows, and what of it was not found."""

    reports: list[Report | InputError]
    stale: Known
    """Not found in the files that were read whole."""
    unknown: Known
    """Not found, in files of which something could not be read: nobody knows whether it has gone."""


def read(path: str) -> Known:
    """What a baseline knows. Raises InputError for a file that is none of ours."""
    try:
        with open(path, encoding='utf-8') as file:
            plain = json.load(file)
        known: Known = Counter()
        if plain['version'] != _FORMAT or plain['fingerprints'] != fingerprint.VERSION:
            raise InputError(
                'the baseline is of another version; make it anew: policycheck baseline create --force', path
            )
        for name, rows in plain['known'].items():
            for found, rule, count, *more in rows:
                known[Entry(str(name), str(found), str(rule), *_more(*more))] += int(count)
    except FileNotFoundError as err:
        raise InputError('there is no such baseline; policycheck baseline create writes one', path) from err
    except OSError as err:
        raise InputError(f'the baseline cannot be read: {err.strerror or err}', path) from err
    except (ValueError, KeyError, TypeError, AttributeError) as err:
        raise InputError(
            'this is no baseline of policycheck, or not a whole one; take it from git again, or make it anew: '
            'policycheck baseline create --force',
            path,
        ) from err
    return known


def content(known: Known) -> bytes:
    """The file of a baseline; the same findings give the same bytes, one a line."""
    rows: dict[str, list[Any]] = {}
    for (name, found, rule, level, sensed), count in sorted(known.items()):
        if count > 0:
            named = [] if level == ANY else [LEVELS[level], *[_SENSED] * sensed]
            rows.setdefault(name, []).append([found, rule, count, *named])
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
            known.update(entry for _, entry in _findings(report, folder))
    return known


def unread(reports: Iterable[Report | InputError], known: Known, folder: str) -> Known:
    """The entries of files of which something could not be read."""
    paths = {report.path for report in reports if isinstance(report, InputError) and report.path}
    return Counter(
        {
            entry: count
            for entry, count in known.items()
            if count > 0 and any(within(os.path.join(folder, entry.path), one) for one in paths)
        }
    )


def matched(
    reports: list[Report | InputError],
    known: Known,
    folder: str,
    *,
    whole: bool = True,
    senses: bool = True,
    paths: Iterable[str] | None = None,
) -> Matched:
    """The reports, what the baseline knows moved from ``flags`` to ``kept``.

    A finding counts as known as often as it was written down: in the file it was found in, and in
    another one only where that file has gone or was read and no longer has it. One more is new, and
    so is one that is graver than it was. Of a file of which something could not be read nothing has gone.
    ``whole`` False: not every post of these files is among the reports; ``senses`` False: they were not read for
    meaning, and what only meaning had found has not gone.
    ``paths`` are the files and folders that were asked about, None for all: only of what was read
    or would lie in them is anything ``stale``.
    """
    left = known.copy()
    taken: set[int] = set()
    read_ = [report for report in reports if not isinstance(report, InputError)]
    seen = {_name(report.draft.path, folder) for report in read_}
    found = [finding for report in read_ for finding in _findings(report, folder)]
    open_ = _met(found, left, left, lambda entry: entry[:3], taken)
    unknown = unread(reports, left, folder)
    free = [
        entry
        for entry, count in left.items()
        if count > 0
        and entry not in unknown
        and ((whole and entry.path in seen) or not os.path.lexists(os.path.join(folder, entry.path)))
    ]
    _met(open_, free, left, lambda entry: entry[1:3], taken)
    asked = None if paths is None else tuple(paths)
    stale: Known = Counter(
        {
            entry: left[entry]
            for entry in free
            # what has gone from elsewhere may have moved to a file that nobody has looked at
            if left[entry] > 0
            and (senses or not entry.sensed)
            and (asked is None or entry.path in seen or _lies_in(entry.path, folder, asked))
        }
    )
    return Matched([_without(report, taken) for report in reports], stale, unknown)


def _met(
    findings: list[Finding],
    entries: Iterable[Entry],
    left: Known,
    same: Callable[[Entry], tuple[str, ...]],
    taken: set[int],
) -> list[Finding]:
    """The findings for which no entry is ``left`` that is the ``same``.

    Those that are known go into ``taken``. One that is graver than its entry is new, and yet uses it
    up: it has not gone.
    """
    alike: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        alike.setdefault(same(entry), []).append(entry)
    # what is known first: of two that are alike the graver one must not take the entry of the other
    for known in (True, False):
        rest = []
        for flag, here in findings:
            fitting = [
                entry
                for entry in alike.get(same(here), ())
                if left[entry] > 0 and (entry.level >= flag.level) is known
            ]
            if not fitting:
                rest.append((flag, here))
                continue
            left[min(fitting, key=lambda entry: entry.level)] -= 1
            if known:
                taken.add(id(flag))
        findings = rest
    return findings


def _without(report: Report | InputError, taken: set[int]) -> Report | InputError:
    if isinstance(report, InputError) or not any(id(flag) in taken for flag in report.flags):
        return report
    old = tuple(Kept(flag, REASON, 'baseline') for flag in report.flags if id(flag) in taken)
    flags = tuple(flag for flag in report.flags if id(flag) not in taken)
    return report._replace(flags=flags, kept=(*report.kept, *old))


def _findings(report: Report, folder: str) -> Iterable[Finding]:
    """The flags that a baseline may know; one on a waiver is always told."""
    flags = [flag for flag in report.flags if flag.finder != 'waiver']
    name = _name(report.draft.path, folder)
    for flag, found in fingerprint.fingerprints(report.draft, flags):
        yield flag, Entry(name, found, flag.rule.id, flag.level, flag.finder == 'like')


def _more(level: str | None = None, how: str | None = None) -> tuple[int, bool]:
    if how not in (None, _SENSED):
        raise ValueError(how)
    return ANY if level is None else LEVELS.index(level), how is not None


def _lies_in(name: str, folder: str, paths: tuple[str, ...]) -> bool:
    return any(within(os.path.join(folder, name), one) for one in paths)


def _name(path: str, folder: str) -> str:
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, '/')
