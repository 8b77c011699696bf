"""Plain mode: question by question, no boxes, exit codes, and when it comes by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from screens import SAMPLE

pytestmark = pytest.mark.usefixtures('own_folders')


def plain(policy: Path, text: str, *words: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, output and complaints of plain mode, told the text on standard input."""
    ran = subprocess.run(
        [sys.executable, '-m', 'policycheck', *words], input=text, capture_output=True, text=True, encoding='utf-8',
        cwd=policy.parent, timeout=60,
        env={**os.environ, 'XDG_CACHE_HOME': str(policy.parent / 'plain-cache'), 'PYTHONUTF8': '1', **environment},
    )  # fmt: skip
    return ran.returncode, ran.stdout, ran.stderr


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
