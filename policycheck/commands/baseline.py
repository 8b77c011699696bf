"""policycheck baseline: what was there before is written down once, and can only become less."""

from __future__ import annotations

import os
from collections import Counter
from operator import attrgetter
from typing import Any

from policycheck.artefact import write_file
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.check_run import Run, Written
from policycheck.commands.wording import say
from policycheck.errors import InputError
from policycheck.model import LEVELS
from policycheck.readers import drafts
from policycheck.repository import baseline

_EXAMPLES = """examples:
  policycheck baseline create content/     write down what is found today
  policycheck baseline check               what is new, and what of it has gone
  policycheck baseline prune               take out what has gone; nothing is ever added
exit codes:
  0 done, nothing new, nothing gone    1 check: something is new or has gone
  2 a file could not be read or written; what is known of it stays as it is"""


def run(words: list[str]) -> int:
    """Writes, compares, shortens or shows the file of known findings; 0, 1 or 2 as the help says."""
    parser = shared.parser(
        'baseline', 'Findings that were there before, by fingerprint: no text, no lines.', _EXAMPLES
    )
    parser.add_argument('action', choices=('create', 'check', 'prune', 'show'), help='what to do')
    parser.add_argument(
        'paths',
        nargs='*',
        default=[],
        metavar='PATH',
        help='files and folders (else: the folder of the policy)',
    )
    parser.add_argument('--baseline', metavar='FILE', help=f'else {baseline.NAME} beside the policy')
    parser.add_argument('--force', action='store_true', help='create: accept what is new as well')
    shared.add_context(parser)
    shared.add_reading(parser)
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    policy = shared.policy(given.policy, given.paths[0] if given.paths else None)
    root = os.path.dirname(os.path.abspath(policy)) if policy else os.getcwd()
    path = given.baseline or os.path.relpath(os.path.join(root, baseline.NAME))
    if given.action == 'show':
        return _show(path, shared.screen_language(given.screen_language))
    own = os.path.relpath(root)
    reports, run_ = _reports(given, policy, root, given.paths or [own])
    language = run_.language
    if run_.interrupt.asked:
        return 130
    code = {'create': _create, 'check': _check, 'prune': _prune}[given.action](
        given, path, reports, run_, language
    )
    return 2 if any(isinstance(report, InputError) for report in reports) else code


def _reports(given: Any, policy: str | None, root: str, paths: list[str]) -> tuple[list[Written], Run]:
    told = shared.reading_told(given.screen_language)
    run_ = Run(policy, [], shared.settings(given), remember=True, reading=given, told=told)
    run_.language = shared.screen_language(given.screen_language, run_.ruleset.policy.get('screen_language'))
    globs = run_.ruleset.policy.get('files') or {}
    include, exclude = tuple(globs.get('include') or ()), tuple(globs.get('exclude') or ())
    reports = list(run_.reports(drafts.walk(paths, include, exclude, root)))
    run_.progress.clear()
    if run_.book:
        run_.book.write()
    return reports, run_


def _create(given: Any, path: str, reports: list[Written], run_: Run, language: str) -> int:
    if os.path.lexists(path) and not given.force:
        raise InputError(
            'there is a baseline already; policycheck baseline prune shortens it, --force writes it anew',
            path,
        )
    known, left = baseline.of(reports, _folder(path)), Counter[baseline.Entry]()
    if os.path.exists(path) and any(isinstance(report, InputError) for report in reports):
        # what could not be read has not gone
        left = baseline.matched(reports, baseline.read(path), _folder(path)).unknown
    _write(path, known + left)
    page.put(say('baseline.written', language, path=path, count=sum(known.values())))
    _unknown(left, language)
    return 0


def _check(given: Any, path: str, reports: list[Written], run_: Run, language: str) -> int:
    found = baseline.matched(
        reports, baseline.read(path), _folder(path), senses=run_.senses, paths=given.paths or None
    )
    new = 0
    for report in found.reports:
        if isinstance(report, InputError):
            continue
        for flag in report.flags:
            new += 1
            page.put(f'{report.draft.path}: {LEVELS[flag.level]} {flag.rule.id}: {flag.quote}')
    _gone(found.stale)
    gone = sum(found.stale.values())
    whole = [report for report in found.reports if not isinstance(report, InputError)]
    kept = sum(one.how == 'baseline' for report in whole for one in report.kept)
    page.put(say('baseline.state', language, new=new, known=kept, gone=gone))
    _unknown(found.unknown, language)
    return 1 if new or gone else 0


def _prune(given: Any, path: str, reports: list[Written], run_: Run, language: str) -> int:
    known = baseline.read(path)
    found = baseline.matched(reports, known, _folder(path), senses=run_.senses, paths=given.paths or None)
    if found.stale:
        _write(path, known - found.stale)
    _gone(found.stale)
    gone = sum(found.stale.values())
    page.put(say('baseline.pruned', language, path=path, gone=gone, left=sum((known - found.stale).values())))
    _unknown(found.unknown, language)
    return 0


def _show(path: str, language: str) -> int:
    known = baseline.read(path)
    for title, by in (('baseline.rules', attrgetter('rule')), ('baseline.files', attrgetter('path'))):
        counts: Counter[str] = Counter()
        for entry, count in known.items():
            counts[by(entry)] += count
        page.put(say(title, language))
        for name, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
            page.put(f'{count:6}  {name}')
    return 0


def _gone(stale: baseline.Known) -> None:
    for entry, count in sorted(stale.items()):
        page.put(f'{entry.path}: - {entry.rule}' + (f' ({count})' if count > 1 else ''))


def _unknown(left: baseline.Known, language: str) -> None:
    if left:
        files = ', '.join(sorted({entry.path for entry in left}))
        page.put(say('baseline.unknown', language, count=sum(left.values()), files=files))


def _folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))


def _write(path: str, known: baseline.Known) -> None:
    try:
        write_file(os.path.abspath(path), baseline.content(known))
        os.chmod(path, 0o644)
    except OSError as err:
        raise InputError(f'cannot be written: {err.strerror or err}', path) from err
