"""Pictures of the screens, compared with those that were looked at: at most twelve.

``pytest tests/test_tui_snapshots.py --snapshot-update -n0`` takes them anew; look at them before you keep them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from screens import SAMPLE, checked, desk
from textual.pilot import Pilot

from policycheck.tui.app import PolicycheckApp
from policycheck.tui.recovery import Recovery

pytestmark = pytest.mark.usefixtures('own_folders')

SCREENS: dict[str, tuple[str, dict[str, Any], tuple[int, int], list[str]]] = {
    'check': ('en', {}, (80, 24), ['f8', 'f8', 'f8']),
    'check wide': ('en', {}, (140, 40), ['f8', 'f8', 'f8', 'f8']),
    'gate': ('en', {}, (80, 24), ['f9']),
    'keep': ('en', {}, (80, 24), ['f8', 'f8', 'f8', 'f6', 'k']),
    'help': ('en', {}, (80, 24), ['f1']),
    'first run': ('en', {'first_run': True}, (80, 24), []),
    'norsk': ('nb', {}, (80, 24), ['f8', 'f8']),
    'suomi': ('fi', {}, (80, 24), ['f8', 'f8']),
    'light': ('sv', {'theme': 'light'}, (100, 30), ['f8', 'f8']),
    'contrast': ('en', {'theme': 'contrast'}, (80, 24), ['f8', 'f8', 'f8']),
    'rules': ('nb', {}, (100, 28), ['f5', 'down', 'down']),
    'ascii': ('en', {'glyphs': 'ascii'}, (80, 24), ['f8', 'f8']),
}


@pytest.mark.parametrize('name', SCREENS)
def test_a_screen_looks_as_it_did(name: str, app_policy: Path, snap_compare: Callable[..., bool]) -> None:
    language, values, size, keys = SCREENS[name]
    app = PolicycheckApp(desk(app_policy, SAMPLE, language, **values), Recovery(False))

    async def before(pilot: Pilot[Any]) -> None:
        await checked(app, pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(1 if name == 'rules' else 0.2)

    run: Callable[[Pilot[Any]], Awaitable[None]] = before
    assert snap_compare(app, terminal_size=size, run_before=run)
