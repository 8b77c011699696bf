"""Several processes: the same report as one process makes, what they learn, Ctrl-C and one that dies."""

from __future__ import annotations

import argparse
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import engine
import pytest
from started import started

from policycheck.check import SlowError
from policycheck.cli import main
from policycheck.commands import jobs
from policycheck.commands.check_run import Run
from policycheck.errors import InputError
from policycheck.model import Report

MANY = jobs.MANY + 100


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    engine.pack(tmp_path / 'rules', {'a/mild': engine.find('en', '"awful winter"')}, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'posts').mkdir()
    for number in range(MANY):
        words = 'An awful winter' if number % 3 else 'A fine winter'
        (tmp_path / f'posts/{number:03}.md').write_text(f'---\ntitle: Winter\n---\n{words}, {number}.\n')
    (tmp_path / 'posts/007.md').write_bytes(b'\xff awful winter')
    rows = [json.dumps({'text': 'An \u00e5wful awful winter.'}), 'no row', json.dumps({'text': 'Fine.'})]
    (tmp_path / 'posts/008.jsonl').write_text('\n'.join(rows))
    (tmp_path / 'posts/policycheck.keep.yaml').write_text(
        'keep:\n  - {file: 001.md, rule: a/mild, words: An awful winter, reason: said by a customer}\n'
        '  - {file: 000.md, rule: a/mild, words: An awful winter, reason: said by a customer}\n'
    )
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.setenv('LANG', 'en_GB.UTF-8')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def rows(home: Path) -> Path:
    """A file with many posts, one row of which cannot be read."""
    lines = [json.dumps({'text': f'An awful \u00e5 {number} and an awful winter.'}) for number in range(700)]
    lines[650] = 'no row'
    (home / 'posts.jsonl').write_text('\n'.join(lines))
    return home


@pytest.mark.parametrize('words', [(), ('--format', 'json'), ('--format', 'html')], ids=' '.join)
def test_the_report_is_that_of_one_process(
    home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    alone = main(['check', 'posts', '--no-cache', '--jobs', '1', *words]), capsys.readouterr()
    assert alone[0] == 2
    assert (main(['check', 'posts', '--no-cache', '--jobs', '2', *words]), capsys.readouterr()) == alone
    # and what they learn is known afterwards
    assert (main(['check', 'posts', '--jobs', '3', *words]), capsys.readouterr()) == alone
    assert (main(['check', 'posts', *words]), capsys.readouterr()) == alone


@pytest.mark.parametrize('remembered', [(), ('--no-cache',)], ids=['verdicts', 'no verdicts'])
def test_the_posts_of_one_file_are_shared_too(
    rows: Path, capsys: pytest.CaptureFixture[str], remembered: tuple[str, ...]
) -> None:
    words = ['check', 'posts.jsonl', '--format', 'jsonl', *remembered]
    assert main([*words, '--jobs', '1']) == 2
    alone = capsys.readouterr()
    assert alone.out.count('"a/mild"') == 699
    assert (main([*words, '--jobs', '3']), capsys.readouterr()) == (2, alone)


def test_a_long_run_is_shared_without_being_told(rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ['check', 'posts', 'posts.jsonl']
    assert main([*words, '--jobs', '1', '--no-cache']) == 2
    alone = capsys.readouterr()
    # without what this process has loaded, since that would not be copied
    shared = subprocess.run([sys.executable, '-m', 'policycheck', *words], capture_output=True, text=True)
    assert (shared.returncode, shared.stdout, shared.stderr) == (2, *alone)


@pytest.mark.parametrize('name', ['002.md', '004.md', '008.jsonl'])
def test_a_file_is_left_to_the_process_that_has_spacy(home: Path, name: str) -> None:
    reading = argparse.Namespace(map=None, split=None)
    run = Run('policycheck.yaml', [], {}, reading=reading, remember=True)
    run.slow = False
    with pytest.raises(SlowError):
        list(run.part(f'posts/{name}'))
    (report,) = run.part('posts/000.md')
    assert isinstance(report, Report)
    run.slow = True
    assert any(one.flags for one in run.part(f'posts/{name}') if isinstance(one, Report))


def test_verdicts_of_all_processes_are_written_down(home: Path) -> None:
    started(['check', 'posts', '--jobs', '2'], home, os.environ)
    (log,) = (home / 'cache/policycheck/verdicts').iterdir()
    keys = [line.split(b' ')[0] for line in log.read_bytes().splitlines() if line]
    # a file that could be read has a report, and clean ones have that they are
    assert log.read_bytes().count(b'[["en",null,') >= MANY - 1
    assert sorted(keys) == sorted(set(keys))


_AT_THE_TWENTIETH = """
import multiprocessing, os, signal
from policycheck.commands import progress
os.setsid()
step, seen = progress.Progress.step, []
def counted(self, path):
    seen.append(1)
    if len(seen) == 20:
        {}
    step(self, path)
progress.Progress.step = counted
"""


def _at_the_twentieth(home: Path, act: str, path: str) -> tuple[int, str, str]:
    words = ['check', '--jobs', '2', '--format', 'jsonl', path]
    code, out, err = started(words, home, os.environ, first=_AT_THE_TWENTIETH.format(act))
    return code, out.decode(), err.decode()


# two of the first twenty files are no posts
@pytest.mark.parametrize(('path', 'count'), [('posts', 18), ('posts.jsonl', 20)], ids=['files', 'rows'])
def test_ctrl_c_leaves_what_was_found(rows: Path, path: str, count: int) -> None:
    code, out, err = _at_the_twentieth(rows, 'os.killpg(0, signal.SIGINT)', path)
    assert code == 130
    assert err.splitlines()[-1].startswith('interrupted: ')
    *found, end = map(json.loads, out.splitlines())
    assert all(row['path'].startswith(path) for row in found)
    assert (len(found), end) == (count, {'complete': False})


def test_what_a_process_that_dies_leaves_is_done_by_the_first(
    rows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    killed = _at_the_twentieth(
        rows, '[one.kill() for one in multiprocessing.active_children()]', 'posts.jsonl'
    )
    assert main(['check', 'posts.jsonl', '--format', 'jsonl', '--jobs', '1', '--no-cache']) == 2
    alone = capsys.readouterr()
    assert killed == (2, *alone)


@pytest.mark.parametrize('number', ['0', '65', 'two', '-1'])
def test_what_is_no_number_is_refused(home: Path, capsys: pytest.CaptureFixture[str], number: str) -> None:
    assert main(['check', 'posts', f'--jobs={number}']) == 2
    assert capsys.readouterr().err == f"--jobs is a number from 1 to 64, not '{number}'\n"


def test_errors_cross_processes_whole() -> None:
    error = pickle.loads(pickle.dumps(InputError('wrong', 'a.md', 3)))
    assert (str(error), error.message, error.path, error.line) == ('a.md:3: wrong', 'wrong', 'a.md', 3)
