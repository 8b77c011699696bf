"""Plain mode: question by question, no boxes, exit codes, and when it comes by itself."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from screens import SAMPLE
from started import begun, started

from policycheck.model import LANGUAGES

pytestmark = pytest.mark.usefixtures('own_folders')


def plain(policy: Path, text: str, *words: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, output and complaints of plain mode, told the text on standard input."""
    own = {'XDG_CACHE_HOME': str(policy.parent / 'plain-cache'), 'PYTHONUTF8': '1', **environment}
    code, out, err = started(words, policy.parent, {**os.environ, **own}, text.encode())
    return code, out.decode('utf-8'), err.decode('utf-8')


def test_a_text_from_a_pipe_is_told_flag_by_flag(app_policy: Path) -> None:
    code, out, err = plain(app_policy, SAMPLE, 'plain', '--screen-language', 'en')
    assert (code, err) == (1, '')
    assert [line for line in out.splitlines() if line[:1].isdigit()] == [
        '1 of 4. RIGHTS, line 3: Said.. (t/pay)',
        '2 of 4. TIP, line 1: Said.. (t/plainer)',
        '3 of 4. REASON, line 1: Said.. (t/scorn)',
        '4 of 4. STOP, line 3: Said.. (t/secret)',
    ]
    assert not any(0x2500 <= ord(sign) < 0x2600 or 0x2800 <= ord(sign) < 0x2900 for sign in out)


def test_a_file_is_fixed_kept_and_saved(app_policy: Path, tmp_path: Path) -> None:
    path = tmp_path / 'post.md'
    path.write_text('We utilize the clueless one.\n', 'utf-8')
    said = 'fix\nkeep\na quotation\n'
    code, out, _ = plain(
        app_policy, said, 'plain', str(path), '--policy', str(app_policy), '--screen-language', 'en'
    )
    assert code == 0
    assert 'Clear: nothing is left open.' in out
    assert path.read_text('utf-8') == (
        '---\npolicycheck:\n  keep:\n    - {rule: "t/scorn", words: "clueless", reason: "a quotation"}\n---\n'
        'We use the clueless one.\n'
    )


def test_the_app_falls_back_to_plain_mode_and_says_why(app_policy: Path) -> None:
    code, out, _ = plain(app_policy, 'All is well.', 'open', '--screen-language', 'en')
    assert code == 0
    assert out.splitlines()[0] == 'Plain mode, because this is no terminal.'
    assert out.splitlines()[-1] == 'Clear: nothing is left open.'


def test_a_wrong_setting_is_one_line(app_policy: Path) -> None:
    from policycheck.tui import settings

    os.makedirs(os.path.dirname(settings.path()), exist_ok=True)
    Path(settings.path()).write_text('theme: drak\n', 'utf-8')
    code, _, err = plain(app_policy, '', 'plain')
    assert code == 2
    assert (
        err == f"{settings.path()}:1: theme is one of dark, light, contrast, not 'drak'; did you mean dark?\n"
    )


def in_terminal(
    policy: Path, answers: list[tuple[str, str]], *, stderr: Path | None = None, **environment: str
) -> tuple[int | None, str]:
    """Exit code and all that a terminal is sent; each answer is given once its question is there."""
    ours, theirs = pty.openpty()
    own = {**os.environ, 'XDG_CACHE_HOME': str(policy.parent / 'plain-cache'), **environment}
    words, terminal = ['open', '--screen-language', 'en'], os.ttyname(theirs)
    ended: Callable[[], int | None]
    if 'LC_ALL' in environment:
        # a locale counts where Python starts
        ended = subprocess.Popen(
            [sys.executable, '-m', 'policycheck', *words],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=policy.parent, env=own,
        ).poll  # fmt: skip
    else:
        run = begun(words, policy.parent, own, [terminal, terminal, str(stderr or terminal)])
        ended = lambda: run.exitcode  # noqa: E731
    got, left, until = b'', list(answers), time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.1)[0]:
            got += os.read(ours, 65536)
        elif ended() is not None:
            break
        if left and left[0][0].encode() in got:
            os.write(ours, left.pop(0)[1].encode())
    os.close(ours)
    os.close(theirs)
    return ended(), got.decode('utf-8', 'replace').replace('\r\n', '\n')


WRITTEN = [('Nothing leaves this computer.', 'Så clueless.\n.\n'), ('next, keep or done? ', 'keep\n'),
           ('At least 8 characters: ', 'a quotation\n')]  # fmt: skip


@pytest.mark.parametrize(
    ('environment', 'why'),
    [
        ({'TERM': 'dumb'}, 'Plain mode, because this terminal can only show lines.'),
        ({'TERM': ''}, None),
        (
            {'TERM': 'xterm', 'PYTHONIOENCODING': 'latin-1'},
            'Plain mode, because this terminal is not set to UTF-8.',
        ),
        (
            {'TERM': 'xterm', 'LC_ALL': 'C', 'PYTHONUTF8': '0', 'PYTHONIOENCODING': ''},
            'Plain mode, because this terminal is not set to UTF-8.',
        ),
        ({'TERM': 'xterm', 'POLICYCHECK_PLAIN': '1'}, None),
    ],
    ids=['dumb', 'no terminal type', 'latin-1', 'locale C', 'wanted'],
)
def test_a_terminal_that_cannot_show_a_screen_gets_questions(
    app_policy: Path, environment: dict[str, str], why: str | None
) -> None:
    code, told = in_terminal(app_policy, WRITTEN, **environment)
    assert code == 0
    assert 'Clear: nothing is left open.' in told
    assert '\x1b' not in told
    assert why is None or told.startswith(why)


def test_messages_that_go_elsewhere_leave_no_blank_screen(app_policy: Path, tmp_path: Path) -> None:
    code, told = in_terminal(app_policy, WRITTEN, stderr=tmp_path / 'messages', TERM='xterm')
    assert (code, told.splitlines()[0]) == (0, 'Plain mode, because this is no terminal.')


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('encoding', ['utf-8', 'latin-1', 'ascii'])
def test_it_speaks_each_language_in_any_encoding(app_policy: Path, language: str, encoding: str) -> None:
    own = {'XDG_CACHE_HOME': str(app_policy.parent / 'plain-cache'), 'PYTHONIOENCODING': encoding}
    words = ['plain', '--policy', str(app_policy), '--screen-language', language]
    said = f'{SAMPLE}Så fint.'.encode()
    code, told, err = started(words, app_policy.parent, {**os.environ, **own}, said)
    assert (code, err) == (1, b'')
    out = told.decode(encoding)
    assert 'clueless' in out
    assert not any(0x2500 <= ord(sign) < 0x2600 or 0x2800 <= ord(sign) < 0x2900 for sign in out)


@pytest.mark.parametrize('language', LANGUAGES)
def test_first_letters_tell_the_answers_apart(language: str) -> None:
    from policycheck.tui.look import Look

    look = Look(language)
    words = [look.say(f'plain.word_{name}') for name in ('next', 'fix', 'keep', 'done')]
    assert len({word[0] for word in words}) == len(words)
    assert all(word in look.say('plain.ask_fix') for word in words)
    assert words[1] not in look.say('plain.ask')
