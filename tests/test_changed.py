"""What git says has changed: files and posts in them, in real repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.git import contents

RULES = {'a/mild': engine.find('en', '"awful winter"')}


def git(*words: str) -> None:
    subprocess.run(['git', '-c', 'commit.gpgsign=false', *words], check=True, capture_output=True)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit of old posts, some of them with flags."""
    for name in list(os.environ):
        if name.startswith('GIT_'):
            monkeypatch.delenv(name)
    for name, value in {'NAME': 'Kari Berg', 'EMAIL': 'kari@nordlys.example'}.items():
        monkeypatch.setenv(f'GIT_AUTHOR_{name}', value)
        monkeypatch.setenv(f'GIT_COMMITTER_{name}', value)
    monkeypatch.setenv('GIT_CONFIG_GLOBAL', os.devnull)
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    home = tmp_path / 'repo'
    engine.pack(home / 'rules', RULES, shipped=engine.QUOTED)
    (home / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (home / 'posts').mkdir()
    (home / 'posts/old.md').write_text('An awful winter, old.\n' + 'Much more text.\n' * 9)
    (home / 'posts/rows.jsonl').write_text(rows('awful winter one', 'fine two', 'awful winter three'))
    monkeypatch.chdir(home)
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-q', '-m', 'first')
    return home


def rows(*texts: str) -> str:
    return ''.join(json.dumps({'text': text}) + '\n' for text in texts)


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str]]:
    """Name of the file and first words of each post that reached the engine."""
    capsys.readouterr()
    main(['check', *words, '--format', 'jsonl'])
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    return [(os.path.basename(row['path']), row['id']) for row in lines]


def test_nothing_has_changed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, '--staged') == found(capsys, '--diff', 'HEAD') == []
    assert main(['check', '--staged']) == 0


def test_rows_that_are_new_or_rewritten(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # a row before the others, one rewritten, two in another order
    (home / 'posts/rows.jsonl').write_text(rows('new', 'awful winter three', 'awful winter one', 'finer two'))
    assert found(capsys, '--diff', 'HEAD') == [('rows.jsonl', '1'), ('rows.jsonl', '4')]
    assert found(capsys, '--staged') == []
    git('add', '.')
    assert found(capsys, '--staged') == [('rows.jsonl', '1'), ('rows.jsonl', '4')]


def test__what_is_staged_counts_and_not_what_lies_beside_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / 'posts/new.md').write_text('An awful winter, staged.\n')
    git('add', '.')
    (home / 'posts/new.md').write_text('Fine.\n')
    assert main(['check', '--staged']) == 1
    assert 'awful winter, staged' in capsys.readouterr().out


@pytest.mark.parametrize('named', ['.', 'posts', 'posts/deep', 'posts/deep/new.md'])
def test__what_is_staged_counts_where_its_file_has_gone(
    home: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    (home / 'posts/deep').mkdir()
    (home / 'posts/deep/new.md').write_text('An awful winter.\n')
    git('add', '.')
    shutil.rmtree(home / 'posts/deep')
    assert found(capsys, '--staged', named) == [('new.md', 'posts/deep/new.md')]
    assert found(capsys, '--staged', 'rules') == []


def test__renamed_files_are_followed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git('mv', 'posts/old.md', 'posts/øld name.md')
    assert found(capsys, '--staged') == []
    Path('posts/øld name.md').write_text('Rewritten.\n' + 'Much more text.\n' * 9)
    git('add', '.')
    assert [name for name, _ in found(capsys, '--staged')] == ['øld name.md']


def test__diff_looks_at_what_the_branch_did(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git('switch', '-q', '-c', 'mine')
    (home / 'posts/mine.md').write_text('Mine.\n')
    git('add', '.')
    git('commit', '-q', '-m', 'mine')
    git('switch', '-q', 'main')
    (home / 'posts/old.md').write_text('Theirs.\n')
    git('commit', '-q', '-a', '-m', 'theirs')
    git('switch', '-q', 'mine')
    (home / 'posts/not-added.txt').write_text('New here.\n')
    assert [name for name, _ in found(capsys, '--diff', 'main')] == ['mine.md', 'not-added.txt']
    assert [name for name, _ in found(capsys, 'posts/mine.md', '--diff', 'main')] == ['mine.md']


def test__a_waiver_that_changes_brings_its_post(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / 'posts/policycheck.keep.yaml').write_text(
        'keep:\n  - {file: rows.jsonl, rule: a/mild, words: gone, reason: the words of a customer}\n'
    )
    git('add', '.')
    assert found(capsys, '--staged') == [('policycheck.keep.yaml', 'posts/policycheck.keep.yaml')]


@pytest.mark.parametrize(
    ('words', 'said'),
    [
        (
            ('--diff', 'nowhere'),
            "--diff: git knows no commit 'nowhere' here; in a shallow clone, fetch it first",
        ),
        (('--diff', 'HEAD', '--staged'), '--staged and --diff: choose one'),
    ],
)
def test__what_cannot_be_compared(
    home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert main(['check', '.', *words]) == 2
    assert capsys.readouterr().err == f'{said}\n'


def test__outside_a_repository_it_says_so(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(['check', '--staged', '--policy', str(home / 'policycheck.yaml')]) == 2
    assert capsys.readouterr().err == (
        '--staged asks git what has changed, and this folder is in no git repository; '
        'leave the option out, or run git init\n'
    )


@pytest.mark.parametrize('option', [['--staged'], ['--diff', 'main']])
def test__what_lies_in_another_repository_is_told(
    home: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    other = home.parent / 'other.md'
    other.write_text('An awful winter.\n')
    assert main(['check', *option, '--policy', 'policycheck.yaml', '../other.md']) == 2
    assert capsys.readouterr().err == (
        '../other.md: this is not in the repository of the folder you are in; go there to ask git\n'
    )


def test_the_contents_that_git_has(home: Path) -> None:
    odd = 'posts/blå bær 7.md', 'posts/two\nlines.md', 'posts/empty.md'
    for name in odd:
        Path(name).write_text('' if 'empty' in name else f'{name} 1 blob 5\n')
    git('add', '.')
    asked = [*(f':{name}' for name in odd), ':gone 12', 'HEAD:posts', 'HEAD:posts/rows.jsonl', f':{odd[0]}']
    text = [Path(name).read_bytes() for name in odd]
    rows_ = Path('posts/rows.jsonl').read_bytes()
    assert contents('.', asked) == [*text, None, None, rows_, text[0]]
    assert contents('.', []) == []


def test__before_the_first_commit_everything_is_new(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git('update-ref', '-d', 'HEAD')
    assert [name for name, _ in found(capsys, 'posts', '--staged')] == ['old.md', *['rows.jsonl'] * 3]
