"""What fix says and asks: what it changed, what it could not read or write, and each change by itself."""

from __future__ import annotations

import io
import os
import subprocess
from pathlib import Path

import engine
import pytest

from policycheck.cli import main

RULES = {
    'a/boss': engine.find('en', '"bossy"', 'fix: {en: {\'"bossy"\': busy}}\nsafe: true'),
    'a/row': engine.rule(
        'level: note\nlimit: {measure: exclaim_run, at_most: 1}\nfix: {en: {\'"!!"\': "!"}}\nsafe: true'
    ),
}
THREE = 'My bossy boss, bossy and bossy.\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    engine.pack(tmp_path / 'rules', RULES, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'post.txt').write_text(THREE)
    (tmp_path / 'fine.txt').write_text('A calm day.\n')
    (tmp_path / 'locked.txt').write_text(THREE)
    (tmp_path / 'locked.txt').chmod(0o444)
    if hasattr(os, 'mkfifo'):
        os.mkfifo(tmp_path / 'pipe.txt')
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.setenv('LANG', 'en_GB.UTF-8')
    monkeypatch.chdir(tmp_path)
    return tmp_path


LOCKED = 'locked.txt: the file is read-only; nothing was changed\n'
MISSING = 'gone.txt: there is no such file or folder\n'
NOTHING = 'Nothing to change. Other flags need a person: policycheck check\n'
CHANGED = (
    'post.txt: 3 changed\n  1:4: “bossy” → “busy”  [a/boss]\n'
    '  1:16: “bossy” → “busy”  [a/boss]\n  1:26: “bossy” → “busy”  [a/boss]\n'
)
SAID = {
    'changed': (['post.txt'], 0, CHANGED, ''),
    'nothing to do': (['fine.txt'], 0, NOTHING, ''),
    'read-only': (['locked.txt'], 2, '', LOCKED),
    'missing': (['gone.txt'], 2, '', MISSING),
    'a pipe': (['pipe.txt'], 2, '', 'pipe.txt: this is no file that can be replaced; give a plain file\n'),
    'one without a fault, one that is read-only': (['fine.txt', 'locked.txt'], 2, '', LOCKED),
    'one changed, one missing': (['post.txt', 'gone.txt'], 2, CHANGED, MISSING),
}


@pytest.mark.parametrize(('paths', 'code', 'out', 'err'), SAID.values(), ids=SAID)
def test_what_is_said(
    home: Path, capsys: pytest.CaptureFixture[str], paths: list[str], code: int, out: str, err: str
) -> None:
    assert (main(['fix', *paths]), *capsys.readouterr()) == (code, out, err)


def test_a_difference_can_be_applied(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = b'\xef\xbb\xbftext\tn  \r\nA bossy boss.\t1  \r\nA\x0b bossy boss.\t2'
    (home / 'a.tsv').write_bytes(old)
    assert main(['fix', 'a.tsv', '--diff']) == 1
    patch = capsys.readouterr().out.encode()
    subprocess.run(['git', 'apply', '-p0', '-'], input=patch, cwd=home, check=True)
    assert (home / 'a.tsv').read_bytes() == old.replace(b'bossy', b'busy')


ASK = 'Make this change? y yes, n no, a all from here, q stop: '
FIRST = (
    'post.txt:1:4: “bossy” → “busy”  [a/boss]\n'
    '    My bossy boss, bossy and bossy.\n       ^^^^^\n'
)  # fmt: skip
SECOND = (
    'post.txt:1:16: “bossy” → “busy”  [a/boss]\n'
    '    My bossy boss, bossy and bossy.\n                   ^^^^^\n'
)
THIRD = (
    'post.txt:1:26: “bossy” → “busy”  [a/boss]\n'
    '    My bossy boss, bossy and bossy.\n                             ^^^^^\n'
)
ASKED = {
    'the second of three': ('n\ny\nn\n', [FIRST, SECOND, THIRD], 'My bossy boss, busy and bossy.\n'),
    'all from the second on': ('no\nall\n', [FIRST, SECOND], 'My bossy boss, busy and busy.\n'),
    'stop after the first': ('Yes\nq\n', [FIRST, SECOND], 'My busy boss, bossy and bossy.\n'),
    'in other languages': ('j\nk\ne\n', [FIRST, SECOND, THIRD], 'My busy boss, busy and bossy.\n'),
    'what is no answer is asked again': ('x\n\ny\nq\n', [FIRST, '', '', SECOND], 'My busy boss, bossy and bossy.\n'),
    'the end of input': ('y\n', [FIRST, SECOND], 'My busy boss, bossy and bossy.\n'),
    'no input at all': ('', [FIRST], THREE),
}  # fmt: skip


@pytest.mark.parametrize(('answers', 'questions', 'after'), ASKED.values(), ids=ASKED)
def test_each_change_is_asked_about(
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    questions: list[str],
    after: str,
) -> None:
    monkeypatch.setattr('sys.stdin', io.StringIO(answers))
    assert main(['fix', 'post.txt', '--interactive']) == 0
    told, err = capsys.readouterr()
    asked, _, end = told.rpartition(ASK)
    assert asked + ASK == ''.join(question + ASK for question in questions)
    assert (end.strip() == '') == (after == THREE)
    assert (Path('post.txt').read_text(), err) == (after, '')


def test_what_a_limit_flags_next_is_asked_about_too(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / 'post.txt').write_text('We do!! You do!! They do!!\n')
    monkeypatch.setattr('sys.stdin', io.StringIO('y\nn\n'))
    assert main(['fix', 'post.txt', '--interactive']) == 0
    assert capsys.readouterr() == (
        f'post.txt:1:6: “!!” → “!”  [a/row]\n    We do!! You do!! They do!!\n         ^^\n{ASK}'
        f'post.txt:1:14: “!!” → “!”  [a/row]\n    We do! You do!! They do!!\n                 ^^\n{ASK}'
        'post.txt: 1 changed\n  1:6: “!!” → “!”  [a/row]\n',
        '',
    )
    assert Path('post.txt').read_text() == 'We do! You do!! They do!!\n'


def test_a_long_line_is_cut_around_the_words(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / 'post.txt').write_text(f'{"We had a calm day. " * 10}My boss is bossy.{" It was fine." * 10}\n')
    monkeypatch.setattr('sys.stdin', io.StringIO('q\n'))
    main(['fix', 'post.txt', '--interactive'])
    head, line, carets = capsys.readouterr().out.splitlines()[:3]
    assert head == 'post.txt:1:202: “bossy” → “busy”  [a/boss]'
    assert (len(line) <= 80, line[4], line[-1]) == (True, '…', '…')
    assert line[carets.index('^') : len(carets)] == 'bossy'
