"""Many files: what cannot be read is told and the rest goes on; Ctrl-C leaves a report that says it is not whole."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from pathlib import Path
from typing import NamedTuple

import engine
import pytest
from started import started

from policycheck.commands.progress import Progress
from policycheck.compiling.workers import pool


@pytest.fixture
def home(tmp_path: Path) -> Path:
    engine.pack(tmp_path / 'rules', {'a/mild': engine.find('en', '"awful winter"')}, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'posts').mkdir()
    for number in range(8):
        (tmp_path / f'posts/{number}.txt').write_text(f'An awful winter, number {number}.\n')
    return tmp_path


CTRL_C = """
import os, signal
from policycheck.readers import drafts
read, seen = drafts.read, []
def counted(*given):
    seen.append(1)
    len(seen) == {at} and os.kill(os.getpid(), signal.SIGINT)
    return read(*given)
drafts.read = counted
"""
"""Ctrl-C comes while the post of this number is read: it is the last one."""

AT_THE_FOURTH = CTRL_C.format(at=4)


class Done(NamedTuple):
    """What became of a run."""

    returncode: int
    stdout: str
    stderr: str


def run(home: Path, *words: str, first: str = '') -> Done:
    environment = {**os.environ, 'XDG_CACHE_HOME': str(home / 'cache'), 'LANG': 'en_GB.UTF-8'}
    code, out, err = started(words, home, environment, first=first)
    return Done(code, out.decode(), err.decode())


SAID = 'interrupted: the files after this were not looked at, the report is not whole\n'


def test_ctrl_c_leaves_what_was_found(home: Path) -> None:
    done = run(home, 'check', 'posts', first=AT_THE_FOURTH)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr == SAID
    assert done.stdout.count('a/mild') == 4
    assert done.stdout.splitlines()[-2:] == [
        '4 in all: 4 flagged, 0 clean, 0 not screened, 0 unreadable.',
        'Interrupted: the report is not whole, the rest of the files were not looked at.',
    ]


@pytest.mark.parametrize('jobs', ['1', '2'])
def test_ctrl_c_during_the_first_post_leaves_a_whole_document(home: Path, jobs: str) -> None:
    for number in range(8, 200):
        (home / f'posts/{number}.txt').write_text('An awful winter.\n')
    done = run(home, 'check', 'posts', '--format', 'json', '--jobs', jobs, first=CTRL_C.format(at=1))
    document = json.loads(done.stdout)
    assert (done.returncode, document['totals']['drafts'], document['complete']) == (130, 1, False)


def test_ctrl_c_leaves_whole_documents_that_say_so(home: Path) -> None:
    outputs = ('--output', 'json=report.json', '--output', 'junit=report.xml')
    done = run(home, 'check', 'posts', '--format', 'sarif', *outputs, first=AT_THE_FOURTH)
    (only,) = json.loads(done.stdout)['runs']
    assert (done.returncode, len(only['results'])) == (130, 4)
    assert [one['executionSuccessful'] for one in only['invocations']] == [False]
    document = json.loads((home / 'report.json').read_text())
    assert (document['totals']['unreadable'], document['complete']) == (0, False)
    assert 'name="interrupted"><error ' in (home / 'report.xml').read_text()


def test_ctrl_c_is_told_with_a_baseline_too(home: Path) -> None:
    assert run(home, 'baseline', 'create').returncode == 0
    done = run(home, 'check', 'posts', '--no-cache', first=AT_THE_FOURTH)
    assert (done.returncode, done.stderr) == (130, SAID)
    assert done.stdout.splitlines() == [
        '4 in all: 0 flagged, 4 clean, 0 not screened, 0 unreadable.',
        'Interrupted: the report is not whole, the rest of the files were not looked at.',
    ]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(home: Path) -> None:
    (home / 'posts/2.txt').write_bytes(b'\x00\x01\x02binary')
    (home / 'posts/3.txt').write_bytes('An awful winter.'.encode('utf-16'))
    (home / 'posts/4.txt').write_bytes(b'\xff awful winter')
    done = run(home, 'check', 'posts')
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        'posts/2.txt:1: this is no text: it has a NUL byte; give a text file',
        'posts/3.txt: this is UTF-16; save the file as UTF-8',
        'posts/4.txt:1: byte 0xFF is not UTF-8; save the file as UTF-8',
    ]
    assert done.stdout.splitlines()[-1] == '8 in all: 5 flagged, 0 clean, 0 not screened, 3 unreadable.'


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ('shared', 'expected'),
    [(True, '\rpolicycheck: 2 drafts ...\r\x1b[Ka flag\nanother\n\rpolicycheck: 3 drafts ...\r\x1b[K'),
     (False, '\rpolicycheck: 2 drafts ...\rpolicycheck: 3 drafts ...\r\x1b[K')],
    ids=['results on the same terminal', 'results in a file'],
)  # fmt: skip
def test_a_counter_makes_way_for_results(
    monkeypatch: pytest.MonkeyPatch, shared: bool, expected: str
) -> None:
    monkeypatch.setattr(Progress, '_FIRST_AFTER', 0.0)
    monkeypatch.setattr(Progress, '_EVERY', 0.0)
    monkeypatch.setattr('sys.stderr', Terminal())
    results = sys.stderr if shared else io.StringIO()
    progress = Progress()
    out = progress.beside(results)
    progress.step()
    progress.step()
    out.write('a flag\n')
    out.writelines(['another\n'])
    progress.step()
    progress.clear()
    assert sys.stderr.getvalue() == expected


def test_a_bar_says_how_many_of_the_files_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Progress, '_FIRST_AFTER', 0.0)
    monkeypatch.setattr(Progress, '_EVERY', 0.0)
    monkeypatch.setattr('sys.stderr', Terminal())
    progress = Progress()
    progress.files = 4
    for path in ('a.md', 'b.csv', 'b.csv', 'c.md', 'd.md'):
        progress.step(path)
    assert sys.stderr.getvalue().split('\r')[1:] == [
        'policycheck: 2 drafts ... [#####...............] 25%',
        'policycheck: 3 drafts ... [#####...............] 25%',
        'policycheck: 4 drafts ... [##########..........] 50%',
        'policycheck: 5 drafts ... [###############.....] 75%',
    ]


def test_ctrl_c_while_processes_end_is_not_heard() -> None:
    def interrupted(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with pool(1) as others:
        end, others.shutdown = others.shutdown, interrupted  # type: ignore[method-assign]
    end()
    assert signal.getsignal(signal.SIGINT) is before
