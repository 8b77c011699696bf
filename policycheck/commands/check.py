"""policycheck check: drafts in, flags out."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from policycheck import drafts
from policycheck.artefact import DamagedError
from policycheck.check import check
from policycheck.commands import options as shared
from policycheck.commands.options import Option
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.formats import FORMATS, writer
from policycheck.formats.options import Options
from policycheck.load import load
from policycheck.model import CHANNELS, LANGUAGES, LEVELS, Report

_EXAMPLES = """examples:
  policycheck check post.md
  policycheck check content/ --channel linkedin --account official
  cat post.txt | policycheck check - --lang nb
  policycheck check posts.jsonl --format jsonl > flags.jsonl
exit codes:
  0 nothing at or above the level of --fail-on    1 something is
  2 something could not be read, or is wrong      3 a language is not ours, with --require-language"""


def run(words: list[str]) -> int:
    """Checks the drafts that the arguments name; 0, 1, 2 or 3 as README.md lists the exit codes."""
    given = _arguments(words)
    outputs = _outputs(given.output)
    first = given.paths[0]
    policy = shared.policy(given.policy, None if first == drafts.STDIN else first)
    run_ = _Run(policy, given.rules or [], _settings(given))
    plain = run_.ruleset.policy
    files = plain.get('files') or {}
    out = sys.stdout
    options = Options(
        screen_language=shared.screen_language(given.screen_language, plain.get('screen_language')),
        colour=shared.colour(out),
        unicode=shared.unicode(out),
        level=LEVELS.index(given.level),
        fail_on=LEVELS.index(given.fail_on or plain.get('fail_on') or 'warn'),
        width=shared.width(out),
        precedents=_Later(run_, 'precedents'),
        contacts=plain.get('contacts') or {},
        reporting=tuple(plain.get('reporting') or ()),
        notices=_Later(run_, 'rights'),
    )
    root = os.path.dirname(os.path.abspath(policy)) if policy else os.getcwd()
    include, exclude = tuple(files.get('include') or ()), tuple(files.get('exclude') or ())
    if drafts.STDIN in given.paths and sys.stdin.isatty():
        shared.warn('policycheck: write or paste the post; Ctrl-D on a line of its own ends it')
    reports = run_.reports(drafts.walk(given.paths, include, exclude, root))
    if outputs:
        from policycheck.commands.outputs import written

        counts = written(reports, given.format, outputs, options)
    else:
        counts = writer(given.format)(reports, out, options)
    run_.progress.clear()
    if not counts.total:
        endings = ', '.join(drafts.READERS)
        shared.warn(f'{given.paths[0]}: no drafts here; in a folder, files that end in {endings} are read')
    if counts.unreadable:
        return 2
    if counts.failing:
        return 1
    return 3 if given.require_language and run_.unsure else 0


_OPTIONS = {
    '--lang': Option('language of the drafts (else: found out)', LANGUAGES),
    '--channel': Option('where they are published', CHANNELS),
    '--account': Option('whose account', ('personal', 'official')),
    '--reply': Option('they answer somebody', switch=True),
    '--policy': Option('policycheck.yaml (else: looked for upwards from the draft)'),
    '--rules': Option('one more rule file, to try it', repeated=True),
    '--format': Option('how findings are written (text)', tuple(FORMATS), 'text'),
    '--output': Option('FORMAT=FILE: one more format, into a file', repeated=True),
    '--level': Option('show flags from this level on', LEVELS[1:], 'note'),
    '--fail-on': Option('exit with 1 from this level on (default: warn)', LEVELS[1:]),
    '--screen-language': Option('language of titles and advice', LANGUAGES),
    '--require-language': Option('exit with 3 when a language is not ours or unsure', switch=True),
}


def _arguments(words: list[str]) -> SimpleNamespace:
    given = shared.quick(words, _OPTIONS)
    if given is None:
        parser = shared.parser(
            'check', 'Check drafts before they are published. Nothing leaves this computer.', _EXAMPLES
        )
        parser.add_argument(
            'paths', nargs='+', metavar='PATH', help='a file, a folder, or - for standard input'
        )
        given = shared.parsed(words, parser, _OPTIONS)
    return SimpleNamespace(**given)


def _outputs(given: list[str] | None) -> list[tuple[str, str]]:
    if not given:
        return []
    from policycheck.commands.outputs import files

    return files(given)


def _settings(given: Any) -> dict[str, Any]:
    return {name: getattr(given, name) for name in ('lang', 'channel', 'account', 'reply')}


class _Later(Mapping[str, Any]):
    """A table of the compiled rules that is first read when a flag quotes it."""

    def __init__(self, run_: _Run, name: str) -> None:
        self._run = run_
        self._name = name

    def _table(self) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self._run.ruleset.reference[self._name]
        return table

    def __getitem__(self, key: str) -> Any:
        return self._table()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())


class _Run:
    """The rules of a run, and what has been seen of its drafts."""

    def __init__(self, policy: str | None, rules: list[str], given: Mapping[str, Any]) -> None:
        self._policy = policy
        self._rules = rules
        self._given = given
        self.ruleset: Ruleset = load(policy, rules)
        self.unsure = False
        self.progress = _Progress()

    def reports(self, files: Iterator[str | InputError]) -> Iterator[Report | InputError]:
        """The report of every draft, in order; an error, told on standard error, for what is unreadable."""
        for path in files:
            for draft in (path,) if isinstance(path, InputError) else drafts.load(path):
                self.progress.step()
                if isinstance(draft, InputError):
                    self.progress.clear()
                    shared.warn(str(draft))
                    yield draft
                    continue
                report = self._check(draft)
                if report.unscreened == 'language' or (report.screened and not report.lang_sure):
                    self.unsure = True
                yield report

    def _check(self, draft: Any) -> Report:
        try:
            return check(draft, self.ruleset, self._given)
        except DamagedError:
            self.ruleset = load(self._policy, self._rules, fresh=True)
            return check(draft, self.ruleset, self._given)


class _Progress:
    """A counter on standard error, where that is a terminal, results are not, and the run is long."""

    _FIRST_AFTER = 1.0
    _EVERY = 0.2

    def __init__(self) -> None:
        self._on = sys.stderr.isatty() and not sys.stdout.isatty()
        self._count = 0
        self._next = time.monotonic() + self._FIRST_AFTER
        self._shown = False

    def step(self) -> None:
        """Counts a draft."""
        self._count += 1
        if self._on and time.monotonic() >= self._next:
            sys.stderr.write(f'\rpolicycheck: {self._count} drafts ...')
            sys.stderr.flush()
            self._shown = True
            self._next = time.monotonic() + self._EVERY

    def clear(self) -> None:
        """Takes the counter off the screen."""
        if self._shown:
            sys.stderr.write('\r\x1b[K')
            self._shown = False
