"""policycheck check: drafts in, flags out."""

from __future__ import annotations

import os
import sys
from functools import partial
from types import SimpleNamespace

from policycheck.commands import options as shared
from policycheck.commands.check_run import Run, Written
from policycheck.commands.options import Option
from policycheck.errors import InputError
from policycheck.formats import FORMATS, meaning_line, writer
from policycheck.formats.options import Counts, Cut, Options
from policycheck.model import CHANNELS, LANGUAGES, LEVELS
from policycheck.readers import drafts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    _Mapping = Mapping[str, Any]
else:
    _Mapping = object

_EXAMPLES = """examples:
  policycheck check post.md
  policycheck check content/ --channel linkedin --account official
  cat post.txt | policycheck check - --lang nb
  policycheck check posts.jsonl --format jsonl > flags.jsonl
  policycheck check --staged                 only what the next commit changes
  policycheck check content/ --diff origin/main
exit codes:
  0 nothing at or above the level of --fail-on    1 something is
  2 something could not be read, or is wrong      3 a language is not ours, with --require-language
  130 interrupted: what was found until then is told"""

_MOST_JOBS = 64


def run(words: list[str]) -> int:
    """Checks the drafts that the arguments name; 0, 1, 2 or 3 as README.md lists the exit codes."""
    given = _arguments(words)
    outputs = _outputs(given.output)
    first = given.paths[0]
    policy = shared.policy(given.policy, None if first == drafts.STDIN else first)
    remember = not (given.no_cache or given.rules)
    run_ = Run(
        policy,
        given.rules or [],
        _settings(given),
        remember=remember,
        meaning=not given.no_meaning,
        reading=given,
        jobs=_jobs(given.jobs),
        told=shared.reading_told(given.screen_language),
    )
    plain = run_.ruleset.policy
    globs = plain.get('files') or {}
    out = sys.stdout
    options = Options(
        screen_language=shared.screen_language(given.screen_language, plain.get('screen_language')),
        colour=shared.colour(out),
        encoding=shared.encoding(out),
        level=LEVELS.index(given.level),
        fail_on=LEVELS.index(given.fail_on or plain.get('fail_on') or 'warn'),
        width=shared.width(out),
        precedents=_Later(run_, 'precedents'),
        contacts=plain.get('contacts') or {},
        reporting=tuple(plain.get('reporting') or ()),
        notices=_Later(run_, 'rights'),
        meaning=meaning_line.standing(run_.ruleset, wanted=not given.no_meaning),
    )
    run_.language = options.screen_language
    root = os.path.dirname(os.path.abspath(policy)) if policy else os.getcwd()
    include, exclude = tuple(globs.get('include') or ()), tuple(globs.get('exclude') or ())
    if drafts.STDIN in given.paths and sys.stdin is not None and sys.stdin.isatty():
        shared.warn(_say('notice.stdin', run_.language))
    files: Iterable[Any] = drafts.walk(given.paths, include, exclude, root, forced=given.force_exclude)
    if given.staged or given.diff:
        from policycheck.repository import changed

        belongs = partial(drafts.belongs, paths=given.paths, include=include, exclude=exclude, root=root)
        files = changed.staged(files, belongs) if given.staged else changed.since(given.diff, files)
    if outputs:
        from policycheck.commands.outputs import apart

        files = apart(files, outputs)
    reports: Iterable[Written] = run_.reports(files)
    known = _baseline(given, root)
    if known:
        from policycheck.repository import baseline

        listed = list(reports)
        whole = not (given.staged or given.diff or run_.interrupt.asked)
        folder = os.path.dirname(os.path.abspath(known))
        found = baseline.matched(
            listed, baseline.read(known), folder, whole=whole, senses=run_.senses, paths=given.paths
        )
        reports = found.reports
        stale = sum(found.stale.values())
        if stale and whole:
            shared.warn(_say('baseline.gone', options.screen_language, path=known, count=stale))
    told = _to_its_end(reports, run_)
    if outputs:
        from policycheck.commands.outputs import written

        counts = written(told, given.format, outputs, options, run_.progress.beside(out))
    else:
        counts = writer(given.format)(told, run_.progress.beside(out), options)
    run_.progress.clear()
    _remember(run_, given, counts, options)
    line = meaning_line.line(options.screen_language, options.meaning)
    if line and given.format == 'text' and sys.stderr.isatty():
        shared.warn(f'policycheck: {line}')
    if run_.interrupt.asked:
        return 130
    if not counts.total and not (given.staged or given.diff or given.force_exclude):
        shared.warn(f'{given.paths[0]}: {_no_drafts(given.paths[0], run_.language)}')
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
    '--map': Option(shared.MAP, metavar='COLUMNS'),
    '--split': Option(shared.SPLIT, metavar='LINE'),
    '--output': Option('one more format, into a file', repeated=True, metavar='FORMAT=FILE'),
    '--level': Option('show flags from this level on', LEVELS[1:], 'note'),
    '--fail-on': Option('exit with 1 from this level on (default: warn)', LEVELS[1:]),
    '--screen-language': Option('language of titles and advice', LANGUAGES),
    '--staged': Option('only posts that differ from the last commit, as they are staged in git', switch=True),
    '--diff': Option('only posts that differ from this branch or commit', metavar='REF'),
    '--baseline': Option('known findings (else: policycheck.baseline.json beside the policy)'),
    '--force-exclude': Option('leave out named files too that the policy leaves out', switch=True),
    '--no-cache': Option('check every file, also those that have not changed', switch=True),
    '--jobs': Option('processes that share a long run (as many as pay)', metavar='N'),
    '--no-meaning': Option('go by words alone, also where a model is installed', switch=True),
    '--require-language': Option('exit with 3 when a language is not ours or unsure', switch=True),
}


def _baseline(given: Any, root: str) -> str | None:
    """The file of known findings: the option, else the one beside the policy; None where there is none."""
    if given.baseline:
        return str(given.baseline)
    path = os.path.join(root, 'policycheck.baseline.json')
    return path if os.path.isfile(path) else None


def _to_its_end(reports: Iterable[Written], run_: Run) -> Iterator[Written | Cut]:
    """The reports, and after them that the run was cut short, where it was."""
    yield from reports
    if run_.interrupt.asked:
        yield Cut.INTERRUPTED


def _remember(run_: Run, given: Any, counts: Counts, options: Options) -> None:
    """Notes what a later run may say at once: verdicts, and the sentences about what is clean."""
    book = run_.book
    if book is None:
        return
    if given.format == 'text' and not run_.interrupt.asked:
        from policycheck.formats import text
        from policycheck.repository import recall

        facts = recall.told_in(given.screen_language)
        said = meaning_line.line(options.screen_language, options.meaning)
        if book.find(book.about('meaning', *facts)) is None:
            book.add(book.about('meaning', *facts), said)
        for key, report in run_.clean:
            book.add(book.about('alone', *facts, key), '\0'.join(text.alone(report, options)))
        whole = book.about('closing', *facts, counts.total)
        if counts.clean == counts.total > 1 and book.find(whole) is None:
            book.add(whole, text.closing(counts, options))
    book.write()


def _arguments(words: list[str]) -> SimpleNamespace:
    given = shared.quick(words, _OPTIONS)
    if given is None:
        parser = shared.parser(
            'check', 'Check drafts before they are published. Nothing leaves this computer.', _EXAMPLES
        )
        parser.add_argument(
            'paths', nargs='*', metavar='PATH', help='a file, a folder, or - for standard input'
        )
        given = shared.parsed(words, parser, _OPTIONS)
        if not given['paths'] and not (given['staged'] or given['diff']):
            parser.error('the following arguments are required: PATH')
    if given['staged'] and given['diff']:
        raise InputError('--staged and --diff: choose one')
    given['paths'] = given['paths'] or ['.']
    return SimpleNamespace(**given)


def _no_drafts(path: str, language: str) -> str:
    if os.path.isdir(path):
        return _say('notice.no_drafts.folder', language, endings=', '.join(drafts.IN_FOLDERS))
    return _say('notice.no_drafts.file', language)


def _say(key: str, language: str, **values: object) -> str:
    # a run without complaints needs no words for them
    from policycheck.commands.wording import say

    return say(key, language, **values)


def _jobs(given: str | None) -> int | None:
    if given is None:
        return None
    if not given.isdecimal() or not 1 <= int(given) <= _MOST_JOBS:
        raise InputError(f"--jobs is a number from 1 to {_MOST_JOBS}, not '{given}'")
    return int(given)


def _outputs(given: list[str] | None) -> list[tuple[str, str]]:
    if not given:
        return []
    from policycheck.commands.outputs import files

    return files(given)


def _settings(given: Any) -> dict[str, Any]:
    return {name: getattr(given, name) for name in ('lang', 'channel', 'account', 'reply')}


class _Later(_Mapping):
    """A table of the compiled rules that is first read when a flag quotes it, and asked whatever this is asked."""

    def __init__(self, run_: Run, name: str) -> None:
        self._run = run_
        self._name = name

    def _table(self) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self._run.ruleset.reference[self._name]
        return table

    def __getattr__(self, name: str) -> Any:
        if name.startswith('_'):
            # what is not there before __init__, where it is copied
            raise AttributeError(name)
        return getattr(self._table(), name)

    def __getitem__(self, key: str) -> Any:
        return self._table()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())
