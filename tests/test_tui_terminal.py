"""The installed program in a real terminal (tmux): start, write, fix, resize, finish, quit, and a crash."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from screens import SAMPLE

pytestmark = pytest.mark.skipif(shutil.which('tmux') is None, reason='there is no tmux here')


class Terminal:
    """A shell in tmux, 80 columns wide, whose user has finished the first run."""

    def __init__(self, folder: Path, socket: str) -> None:
        self._tmux = ['tmux', '-L', socket, '-f', '/dev/null']
        settings = folder / 'config' / 'policycheck' / 'settings.yaml'
        settings.parent.mkdir(parents=True)
        settings.write_text('first_run: false\nlanguage: en\n', 'utf-8')
        environment = {
            'XDG_CONFIG_HOME': folder / 'config', 'XDG_STATE_HOME': folder / 'state', 'PS1': 'ready> ',
            'XDG_CACHE_HOME': folder / 'cache', 'LC_ALL': 'C.UTF-8', 'TERM': 'xterm-256color',
        }  # fmt: skip
        told = [f'{name}={value}' for name, value in environment.items()]
        self.tmux('new-session', '-d', '-s', 'pc', '-x', '80', '-y', '24', '-c', str(folder),
                  'env', *told, 'COLUMNS=80', 'HISTFILE=', 'bash', '--norc')  # fmt: skip
        self.wait(lambda: 'ready>' in self.shown())

    def tmux(self, *words: str) -> str:
        """What tmux answers."""
        return subprocess.run([*self._tmux, *words], capture_output=True, text=True, check=False).stdout

    def keys(self, *keys: str) -> None:
        """Presses keys, by tmux's names or as text."""
        for key in keys:
            self.tmux('send-keys', '-t', 'pc', key)

    def shown(self) -> str:
        """What is on the screen."""
        return self.tmux('capture-pane', '-t', 'pc', '-p')

    def wait(self, holds: Callable[[], bool], seconds: float = 40.0) -> None:
        """Waits until something holds; fails with the screen where it never does."""
        until = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < until, self.shown()
            time.sleep(0.05)

    def sees(self, words: str) -> None:
        """Waits until words are on the screen."""
        self.wait(lambda: words in self.shown())


@pytest.fixture
def terminal(tmp_path: Path, app_policy: Path) -> Iterator[Terminal]:
    """A terminal in a folder with the small rules."""
    shutil.copytree(app_policy.parent / 'rules', tmp_path / 'rules')
    shutil.copy(app_policy, tmp_path)
    # a server of its own: the one before may still be closing
    found = Terminal(tmp_path, f'policycheck-test-{os.getpid()}-{tmp_path.name}')
    yield found
    found.tmux('kill-server')


def test_a_whole_visit(terminal: Terminal, tmp_path: Path) -> None:
    terminal.keys(f'{sys.executable} -m policycheck', 'Enter')
    terminal.sees('Write or paste your draft here.')
    terminal.keys(SAMPLE.splitlines()[0], 'Space')
    terminal.sees('REASON 1')
    terminal.keys('F8')
    terminal.sees('1 of 2')
    terminal.keys('F4')
    terminal.sees('We use the clueless one.')
    terminal.tmux('resize-window', '-t', 'pc', '-x', '140', '-y', '40')
    terminal.sees('nothing leaves this computer')
    terminal.tmux('resize-window', '-t', 'pc', '-x', '60', '-y', '18')
    terminal.wait(lambda: 'F1 Help' in terminal.shown() and 'nothing leaves' not in terminal.shown())
    terminal.keys('F9')
    terminal.sees('Before you publish')
    terminal.keys('a quotation', 'Enter')
    terminal.sees('Copied.')
    terminal.keys('C-q')
    terminal.sees('ready>')
    terminal.keys('stty -a | grep -o " echo "; echo the $((1+1))nd line', 'Enter')
    terminal.sees('the 2nd line')
    assert '\n echo' in terminal.shown()
    # a clean end leaves no copy of the text
    assert not list((tmp_path / 'state').rglob('draft-*.json'))


def test_a_rule_is_opened_in_the_users_editor_and_read_again(terminal: Terminal, tmp_path: Path) -> None:
    editor = tmp_path / 'editor.sh'
    editor.write_text(
        '#!/bin/sh\nprintf "the editor has %s\\n" "$(basename "$1")"\nread -r line\n'
        'sed -i "s/\\"wow\\"/\\"gosh\\"/" "$1"\n',
        'utf-8',
    )
    editor.chmod(0o755)
    terminal.keys(f'VISUAL={editor} {sys.executable} -m policycheck', 'Enter')
    terminal.sees('Write or paste your draft here.')
    terminal.keys('Oh gosh all is well', 'F5')
    terminal.sees('t/loud')
    terminal.keys('e')
    terminal.sees('the editor has loud.yaml')
    terminal.keys('Enter')
    terminal.sees('t/loud')
    terminal.keys('F2')
    terminal.sees('NOTE 1')
    terminal.keys('C-q')
    terminal.sees('Leave without it')
    terminal.keys('Tab', 'Tab', 'Enter')
    terminal.sees('ready>')


def test_a_crash_loses_no_draft(terminal: Terminal, tmp_path: Path) -> None:
    terminal.keys(f'{sys.executable} -m policycheck & echo $! > pid; fg', 'Enter')
    terminal.sees('Write or paste your draft here.')
    terminal.keys('My precious words')
    terminal.wait(lambda: bool(list((tmp_path / 'state').rglob('draft-*.json'))))
    (pid,) = (tmp_path / 'pid').read_text().split()
    os.kill(int(pid), 9)
    terminal.keys('', 'Enter')
    time.sleep(0.3)
    terminal.keys('reset', 'Enter')
    terminal.keys(f'clear; {sys.executable} -m policycheck', 'Enter')
    terminal.sees('Your last draft is back.')
    assert 'My precious words' in terminal.shown()
    terminal.keys('C-q')
    terminal.sees('Leave without it')
    terminal.keys('Tab', 'Tab', 'Enter')
    terminal.sees('ready>')
    assert not list((tmp_path / 'state').rglob('draft-*.json'))


def test_it_ends_when_its_terminal_is_gone(app_policy: Path, tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    environment = {
        **os.environ, 'XDG_CACHE_HOME': str(tmp_path / 'cache'), 'XDG_CONFIG_HOME': str(tmp_path / 'config'),
        'XDG_STATE_HOME': str(tmp_path / 'state'), 'TERM': 'xterm-256color', 'LC_ALL': 'C.UTF-8',
    }  # fmt: skip
    # in the session of the test, so that no signal tells it that the terminal was closed
    app = subprocess.Popen(
        [sys.executable, '-m', 'policycheck'],
        cwd=app_policy.parent, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b''
    while b'\x1b[?1049h' not in shown:
        shown += os.read(ours, 10_000)
    os.close(ours)
    assert app.wait(60) == -signal.SIGHUP
