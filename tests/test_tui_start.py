"""What the start of the app does not pay for, and that it ends at once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from screens import SAMPLE, checked, desk, run, running


def test_nothing_slow_is_imported_before_the_first_paint() -> None:
    code = (
        'import sys\nimport policycheck.tui.start, policycheck.tui.app\n'
        "print(*(one for one in ('spacy', 'numpy', 'pydantic', 'pyperclip', 'markdown_it') if one in sys.modules))"
    )
    ran = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, check=True)
    assert ran.stdout == '\n'


@pytest.mark.usefixtures('own_folders')
def test_leaving_does_not_wait_for_a_check(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, pilot):
            await checked(app, pilot)
            app.checking.area.load_text('clueless words. ' * 5_000)
            app.checking.ask()
            began = time.perf_counter()
            app.exit()
        assert time.perf_counter() - began < 0.5

    run(scenario)
