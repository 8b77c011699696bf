"""A small set of rules for the app, the app itself without its terminal, and what its screen shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import engine
from textual.pilot import Pilot

from policycheck.tui.app import PolicycheckApp
from policycheck.tui.checking import Checker
from policycheck.tui.look import Look
from policycheck.tui.post import Desk, Post
from policycheck.tui.recovery import Recovery
from policycheck.tui.settings import Settings

POLICY = """
organisation: {name: Acme}
languages: [en]
packs: [./rules]
contacts: {default: {who: Press desk, at: press@acme.example, out_of_hours: "+47 22"}}
"""

SAMPLE = 'We utilize the clueless one.\n\nProject Heron is late. My salary is low.\n'
"""One flag of each level: TIP, REASON, STOP, RIGHTS."""


def rules() -> dict[str, str]:
    """One rule a level, with ids that say which."""
    return {
        't/secret': engine.find('en', '"project" "heron"', 'level: stop'),
        't/scorn': engine.find('en', '"clueless"', 'level: warn'),
        't/plainer': engine.find('en', '"utilize"', 'level: advice\nfix: {en: {\'"utilize"\': use}}'),
        't/loud': engine.find('en', '"wow"', 'level: note'),
        't/pay': engine.find('en', '"my" "salary"', 'notice: rights'),
    }


def home(folder: Path) -> Path:
    """The policy file of a folder with these rules."""
    engine.pack(folder / 'rules', rules(), {}, engine.QUOTED)
    (folder / 'policycheck.yaml').write_text(POLICY, 'utf-8')
    return folder / 'policycheck.yaml'


def desk(policy: Path, post: Post | str = '', language: str = 'en', **values: Any) -> Desk:
    """A desk with rules that are compiled once for all tests."""
    settings = Settings(first_run=False, cursor_blink=False)._replace(**values)
    own = Post(text=post) if isinstance(post, str) else post
    return Desk(
        Look(language, settings.glyphs),
        settings,
        Checker(str(policy), cache=str(policy.parent / 'cache')),
        own,
    )


@asynccontextmanager
async def running(
    own: Desk, size: tuple[int, int] = (80, 24), recovery: Recovery | None = None
) -> AsyncIterator[tuple[PolicycheckApp, Pilot[str]]]:
    """The app, with the text that is on the desk checked."""
    app = PolicycheckApp(own, recovery or Recovery(False))
    async with app.run_test(size=size, notifications=True) as pilot:
        await checked(app, pilot)
        yield app, pilot


async def checked(app: PolicycheckApp, pilot: Pilot[str]) -> None:
    """Waits until the text as it is now is checked, and drawn."""
    for _ in range(400):
        screen = app.checking
        if screen.is_mounted and screen.fresh and (screen.report is not None or screen.problem is not None):
            break
        await pilot.pause(0.02)
    await pilot.pause()


def shown(app: PolicycheckApp) -> str:
    """What is on the screen, as lines."""
    console = app.console
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size)
    assert console is not None
    return '\n'.join(strip.text.rstrip()[:width] for strip in lines[:height])


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    """Runs a scenario to its end."""
    asyncio.run(scenario())  # type: ignore[arg-type]
