"""Channel, account, reply and language: chosen on the screen, checked again at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import checked, desk, run, running, shown
from textual.widgets import Select

pytestmark = pytest.mark.usefixtures('own_folders')


def test_what_is_chosen_counts_and_what_is_left_alone_is_not_stated(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'x ' * 200)) as (app, pilot):
            await pilot.press('ctrl+l')
            app.screen.query_one('#channel', Select).value = 'x'
            app.screen.query_one('#account', Select).value = 'official'
            await pilot.click('#ok')
            await checked(app, pilot)
            assert app.desk.post.given == {'channel': 'x', 'account': 'official'}
            told = shown(app)
            assert 'X · official' in told
            # each channel counts by itself, and says so in words
            assert '399 of 280: 119 too many' in told

    run(scenario)


def test_the_rules_are_read_again_when_they_change_and_kept_when_they_are_wrong(tmp_path: Path) -> None:
    import screens

    policy = screens.home(tmp_path)
    path = tmp_path / 'rules' / 't' / 'scorn.yaml'

    async def scenario() -> None:
        async with running(desk(policy, 'So clueless and hopeless.')) as (app, pilot):
            good = path.read_text('utf-8')
            path.write_text(good.replace('level: warn', 'levle: warn'), 'utf-8')
            app.desk.checker.read_again()
            for _ in range(200):
                await pilot.pause(0.02)
                if app.desk.checker.problem:
                    break
            await pilot.pause(0.1)
            assert 'levle' in shown(app)
            # where its lines end depends on how long the path is
            told = [line.partition('▌')[2].strip('─╯│ ') for line in shown(app).split('\n')]
            assert 'The old rules are still in use.' in ' '.join(told)
            assert [item.flag.quote for item in app.checking.items] == ['clueless']
            path.write_text(good.replace('"clueless"', '"hopeless"'), 'utf-8')
            app.desk.checker.read_again()
            for _ in range(300):
                await pilot.pause(0.02)
                if [item.flag.quote for item in app.checking.items] == ['hopeless']:
                    break
            assert [item.flag.quote for item in app.checking.items] == ['hopeless']

    run(scenario)


def test_the_rules_screen_runs_examples_and_tries_a_sentence(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'Hello.'), size=(100, 40)) as (app, pilot):
            await pilot.press('f5')
            await pilot.pause(0.5)
            assert 'Has to be flagged: 1 of 1 ✔' in shown(app)
            await pilot.press('slash', *'scorn', 'enter', 'down')
            assert 't/scorn' in shown(app)
            app.screen.query_one('#try').focus()
            await pilot.press(*'so clueless')
            await pilot.pause(0.5)
            assert 'Flagged: “clueless”.' in shown(app)
            await pilot.press('f2')
            assert app.screen is app.checking

    run(scenario)


def test_the_first_run_speaks_the_chosen_language_and_leaves_a_draft(app_policy: Path) -> None:
    own = desk(app_policy, first_run=True)

    async def scenario() -> None:
        async with running(own) as (app, pilot):
            await pilot.press('down', 'enter')
            assert 'Hvilke regler' in shown(app)
            await pilot.press('enter', 'enter')
            await pilot.pause(0.2)
            assert app.return_value == 'restart'

    run(scenario)
    assert own.look.language == 'nb'
    assert own.post.text.startswith('For en dag')
    assert not own.settings.first_run


def test_esc_skips_all_of_the_first_run(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, first_run=True)) as (app, pilot):
            await pilot.press('escape')
            await pilot.pause(0.1)
            assert not app.desk.settings.first_run
            assert app.screen is app.checking

    run(scenario)


@pytest.mark.parametrize(('keys', 'words'), [
    (['f1'], 'Words that deserve a second look'),
    (['f6', 'f1'], 'one line each'),
    (['f6', 'f6', 'f1'], 'what happened to others'),
    (['f5', 'f1'], 'The rules that read along'),
])  # fmt: skip
def test_help_is_for_the_pane_that_has_the_focus(app_policy: Path, keys: list[str], words: str) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'So clueless.')) as (app, pilot):
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.1)
            assert words in ' '.join(shown(app).replace('│', ' ').split())

    run(scenario)
