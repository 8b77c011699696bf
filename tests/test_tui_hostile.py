"""Texts that would like to be obeyed: shown as text, they run nothing and crash nothing, on every screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import checked, desk, run, running, shown

from policycheck.tui import commands
from policycheck.tui.post import Post

pytestmark = pytest.mark.usefixtures('own_folders')

TEXTS = {
    'markup': '[/b] clueless [bold red]x[/] [',
    'action': '[@click=app.quit]clueless here[/] utilize [@click="app.bell"]x[/]',
    'link': '[link=http://evil.example]clueless[/link] https://evil.example/?q=clueless',
    'escapes': 'clueless \x1b[2J\x1b]52;c;aGFjaw==\x07 \x9b31m end\x00 of it',
    'right to left': 'clueless \u202e drow \u202c שלום مرحبا utilize',
    'a long word': 'clueless ' + 'x' * 10_000,
    'signs': 'clueless \ufeff\u200b\u2028 e\u0301 👩‍💻 🇳🇴 \t\t \x0b \x0c utilize',
    'braces': '{clueless} {0} {words} %s $x',
}


VISITS = [
    # what is short comes first: fields of one line are given the beginning
    ('markup', 'braces'),
    ('action', 'link'),
    ('escapes', 'right to left'),
    ('signs', 'a long word'),
]


@pytest.mark.parametrize('names', VISITS, ids=' and '.join)
def test_it_is_shown_as_text_everywhere(app_policy: Path, names: tuple[str, ...]) -> None:
    text = ' '.join(TEXTS[name] for name in names)
    quoted = f'He said: {text}\n\n' + text

    async def scenario() -> None:
        own = desk(app_policy, Post(text=quoted, path=f'{text[:20].encode("ascii", "ignore").decode()}.md'))
        async with running(own) as (app, pilot):
            written: list[str] = []
            assert app._driver is not None
            write = app._driver.write
            app._driver.write = lambda data: (written.append(data), write(data))[1]  # type: ignore[method-assign]
            for key in ('f8', 'f8', 'f8', 'f6', 'e', 'escape', 'w', 'k', 'escape', 'f9'):
                await pilot.press(key)
                await pilot.pause(0.05)
                assert app.is_running
                assert '\x1b' not in shown(app)
                assert '\x9b' not in shown(app)
                assert '\x00' not in shown(app)
            await pilot.press('escape', 'ctrl+l')
            await pilot.press('escape')
            await pilot.press('f5')
            await pilot.pause(0.2)
            app.screen.query_one('#try').value = text.replace('\n', ' ')[:400]  # type: ignore[attr-defined]
            await pilot.pause(0.4)
            assert '\x1b' not in shown(app)
            await pilot.press('f2', 'ctrl+p')
            app.screen.query_one('Input').value = text[:200]  # type: ignore[attr-defined]
            await pilot.pause(0.2)
            await pilot.press('escape')
            for ask in (commands.save_as, commands.open_file):
                app.desk.post.written = app.desk.post.text
                app.run_worker(ask(app))
                await pilot.pause(0.1)
                app.screen.query_one('Input').value = f'/nowhere/{text[:200]}'  # type: ignore[attr-defined]
                await pilot.press('enter')
                await pilot.pause(0.1)
                assert not set('\x1b\x9b\x00') & set(shown(app))
            assert app.return_code is None

    run(scenario)


def test_a_click_on_markup_in_the_text_runs_nothing(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, TEXTS['action'])) as (app, pilot):
            for target in ('#draft', '#flags', '#told-text'):
                for x in (2, 12, 20):
                    await pilot.click(target, offset=(x, 1))
            await pilot.pause(0.1)
            assert app.is_running
            assert app.return_code is None

    run(scenario)


def test_a_large_paste_is_taken(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy)) as (app, pilot):
            from textual.events import Paste

            app.checking.area.post_message(Paste('Nothing to see here, just words. \n' * 6_000))
            await pilot.pause(0.5)
            await checked(app, pilot)
            assert len(app.checking.area.text) > 200_000
            await pilot.press('x')
            assert app.is_running

    run(scenario)


def test_rules_may_hold_markup_too(tmp_path: Path) -> None:
    import engine
    import screens

    bad = '[/b] [@click=app.quit]x[/] \\x1b'
    rule = engine.find('en', '"clueless"').replace('"Said."', f"'{bad[:40]}'")
    engine.pack(tmp_path / 'rules', {'t/bad': rule}, {}, engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text(screens.POLICY.replace('Press desk', "'[/b] desk'"), 'utf-8')

    async def scenario() -> None:
        async with running(desk(tmp_path / 'policycheck.yaml', 'So clueless.')) as (app, pilot):
            assert '[/b]' in shown(app)
            for key in ('f8', 'f6', 'e', 'escape', 'a', 'f5'):
                await pilot.press(key)
                await pilot.pause(0.1)
            assert '[/b]' in shown(app)
            assert app.is_running

    run(scenario)
