"""Takes the pictures of the README from the app itself: python docs/pictures.py writes docs/pictures/*.svg."""

from __future__ import annotations

import asyncio
from pathlib import Path

from policycheck.tui.app import PolicycheckApp
from policycheck.tui.checking import Checker
from policycheck.tui.look import Look
from policycheck.tui.post import Desk, Post
from policycheck.tui.recovery import Recovery
from policycheck.tui.samples import SAMPLES
from policycheck.tui.settings import Settings

HERE = Path(__file__).parent
POLICY = HERE.parent / 'examples' / 'policycheck.yaml'

PICTURES = {
    'check': ('en', 'dark', (80, 24), ['f8', 'f8', 'f8']),
    'check-wide': ('en', 'light', (120, 34), ['f8', 'f8', 'f8', 'f8']),
    'gate': ('en', 'dark', (80, 24), ['f9']),
    'rules': ('en', 'dark', (100, 28), ['f5', 'down', 'down']),
    'norsk': ('nb', 'contrast', (80, 24), ['f8', 'f8', 'f8']),
}
"""By name: language, theme, size, keys."""


async def picture(name: str) -> None:
    """Writes one picture."""
    language, theme, size, keys = PICTURES[name]
    settings = Settings(first_run=False, cursor_blink=False, theme=theme)
    desk = Desk(Look(language), settings, Checker(str(POLICY)), Post(text=SAMPLES[language]))
    app = PolicycheckApp(desk, Recovery(False))
    async with app.run_test(size=size) as pilot:
        while not (app.checking.is_mounted and app.checking.report is not None and app.checking.fresh):
            await pilot.pause(0.05)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        await pilot.pause(2 if name == 'rules' else 0.3)
        app.save_screenshot(f'{name}.svg', str(HERE / 'pictures'))


def main() -> None:
    """Writes all of them."""
    (HERE / 'pictures').mkdir(exist_ok=True)
    for name in PICTURES:
        asyncio.run(picture(name))


if __name__ == '__main__':
    main()
