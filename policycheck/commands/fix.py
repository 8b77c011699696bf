"""policycheck fix: makes the changes that flags offer, in the files."""

from __future__ import annotations

import difflib
import io
import os
import sys
from collections.abc import Callable
from typing import Any

from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.compiling.load import load
from policycheck.errors import InputError
from policycheck.formats.excerpt import rows
from policycheck.formats.quotes import words
from policycheck.lines import Lines
from policycheck.model import Draft, Report
from policycheck.readers import drafts
from policycheck.repair import Made, Repaired, repaired
from policycheck.replace import replace
from policycheck.repository.sidecar_report import checked
from policycheck.waivers import sidecar

_EXAMPLES = """examples:
  policycheck fix content/ --diff            show what would change, change nothing
  policycheck fix post.md                    make the changes that cannot alter the meaning
  policycheck fix post.md --unsafe --interactive
exit codes:
  0 done, or nothing to do    1 with --diff: something would change    2 a file could not be read or written"""

_INDENT = ' ' * 4
# the first letters of the answers in all four languages: a reader may mix them up
_YES = ('a', 'y', 'j', 'k')
_NO = ('n', 'e', 'q')


def run(words: list[str]) -> int:
    """Makes or shows the changes; 0, 1 or 2 as the help says."""
    parser = shared.parser(
        'fix', 'Make the changes that flags offer. Files are replaced in whole.', _EXAMPLES
    )
    parser.add_argument('paths', nargs='+', metavar='PATH', help='a file or a folder')
    parser.add_argument('--diff', action='store_true', help='show the changes, write nothing')
    parser.add_argument('--unsafe', action='store_true', help='also those that may alter what is said')
    parser.add_argument('--interactive', action='store_true', help='ask about each change')
    shared.add_context(parser)
    shared.add_reading(parser)
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    if drafts.STDIN in given.paths:
        raise InputError('policycheck fix works on files; give a path')
    policy = shared.policy(given.policy, given.paths[0])
    ruleset = load(policy, told=shared.reading_told(given.screen_language))
    language = shared.screen_language(given.screen_language, ruleset.policy.get('screen_language'))
    files = ruleset.policy.get('files') or {}
    root = os.path.dirname(os.path.abspath(policy)) if policy else os.getcwd()
    globs = tuple(files.get('include') or ()), tuple(files.get('exclude') or ())

    layout = shared.layout(given, ruleset.policy)

    def report(draft: Draft) -> Report:
        return checked(draft, ruleset, shared.settings(given), layout)

    run_ = _Run(given, language, report, layout)
    for path in sidecar.and_waivers(drafts.walk(given.paths, *globs, root)):
        run_.file(path)
    return run_.end()


def _put_difference(line: str) -> None:
    """Writes a line of a difference: for people as a terminal shows it, else byte for byte, to be applied."""
    if sys.stdout.isatty():
        page.put(line.rstrip('\r\n'))
    else:
        sys.stdout.write(line if line.endswith('\n') else f'{line}\n\\ No newline at end of file\n')


class _Run:
    """The files of a run, one after the other."""

    def __init__(
        self, given: Any, language: str, report: Callable[[Draft], Report], layout: drafts.Layout
    ) -> None:
        self._given = given
        self._language = language
        self._report = report
        self._layout = layout
        self._made = 0
        self._unread = False
        self._more = False
        self._answer: str | None = None

    def file(self, path: str | InputError) -> None:
        """Makes the changes in a file, or shows them."""
        if isinstance(path, InputError):
            self._warn(path)
            return
        try:
            if os.path.exists(path) and not os.path.isfile(path):
                # to open a pipe would wait for somebody who writes to it
                raise InputError('this is no file that can be replaced; give a plain file', path)
            with open(path, 'rb') as file:
                content = file.read(drafts.MAX_BYTES + 1)
            ask = self._ask if self._given.interactive else None
            done = repaired(
                path, content, self._report, layout=self._layout, unsafe=self._given.unsafe, ask=ask
            )
            if done.made and not self._given.diff:
                replace(path, content, done.content)
        except InputError as err:
            self._warn(err)
        except OSError as err:
            self._warn(InputError(f'cannot be read: {err.strerror or err}', path))
        else:
            self._tell(path, content, done)

    def end(self) -> int:
        """The exit code, after the last line."""
        # untrue of a file that could not be read or written, and of changes that were declined
        if not self._made and not self._unread and self._answer is None:
            page.wrap(say('fix.none', self._language))
        if self._more and not self._given.unsafe:
            page.wrap(say('fix.unsafe', self._language))
        if self._unread:
            return 2
        return 1 if self._given.diff and self._made else 0

    def _tell(self, path: str, content: bytes, done: Repaired) -> None:
        self._made += len(done.made)
        self._more = self._more or done.others > 0
        if self._given.diff and done.made:
            # lines as patch and git know them, each with its end
            before, after = (
                list(io.StringIO(data.decode(), newline='\n')) for data in (content, done.content)
            )
            for line in difflib.unified_diff(before, after, path, path):
                _put_difference(line)
        elif done.made:
            page.put(say('fix.file', self._language, path=path, count=len(done.made)))
            for one in done.made:
                page.put(f'  {self._said(one)}')
        if done.refused:
            page.put(say('fix.refused', self._language, path=path, count=done.refused))

    def _said(self, one: Made) -> str:
        source, span = one.report.draft.source, one.fix.span
        line, column = Lines(source).place(span.start)
        old, new = words(one.report.draft, span), one.fix.text
        return say('fix.made', self._language, line=line, column=column, old=old, new=new, rule=one.rule)

    def _ask(self, one: Made) -> bool:
        if self._answer in ('a', 'q'):
            return self._answer == 'a'
        page.put(f'{one.report.draft.path}:{self._said(one)}')
        source = one.report.draft.source
        room = shared.width(sys.stdout) - len(_INDENT)
        for row in rows(source, one.fix.span, Lines(source), room, shared.encoding(sys.stdout)):
            page.put(_INDENT + row.text)
            page.put(_INDENT + row.under)
        self._answer = None
        while self._answer not in (*_YES, *_NO):
            sys.stdout.write(page.shown(say('fix.ask', self._language)))
            sys.stdout.flush()
            line = sys.stdin.readline()
            if not line:
                page.put()
            # the end of input is no consent
            self._answer = (line or 'q').strip().lower()[:1]
        return self._answer in _YES

    def _warn(self, error: InputError) -> None:
        shared.complain(error, self._language)
        self._unread = True
