"""The rules screen: examples that run, a sentence to try, the user's editor, tips that are turned off."""

from __future__ import annotations

import shutil
from pathlib import Path

import engine
import pytest
import screens
from screens import desk, run, running, shown
from textual.pilot import Pilot
from textual.widgets import Input, Static, Tree

from policycheck.model import LANGUAGES
from policycheck.tui import rule_story, settings
from policycheck.tui.app import PolicycheckApp
from policycheck.tui.look import Look
from policycheck.tui.press import width
from policycheck.tui.rules_screen import RulesScreen

pytestmark = pytest.mark.usefixtures('own_folders')


async def until(app: PolicycheckApp, pilot: Pilot[str], words: str) -> None:
    """Waits until words are on the screen; fails with the screen where they never are."""
    for _ in range(300):
        if words in ' '.join(shown(app).replace('│', ' ').split()):
            return
        await pilot.pause(0.02)
    raise AssertionError(shown(app))


def wrong_example(folder: Path) -> Path:
    """The small rules, one of them with an example that does not hold."""
    policy = screens.home(folder)
    path = folder / 'rules' / 't' / 'scorn.yaml'
    path.write_text(path.read_text('utf-8').replace('"passes": ["y"]', '"passes": ["so clueless"]'), 'utf-8')
    return policy


@pytest.mark.parametrize('key', ['t', 'T'])
def test_all_examples_are_run_and_those_that_fail_are_named(tmp_path: Path, key: str) -> None:
    policy = wrong_example(tmp_path)

    async def scenario() -> None:
        async with running(desk(policy, 'Hello.'), size=(100, 30)) as (app, pilot):
            await pilot.press('f5')
            await pilot.pause(0.2)
            await pilot.press(key)
            await until(app, pilot, 'Examples of 5 of 5 rules run; rules that fail: 1. t/scorn')

    run(scenario)


def test_a_sentence_is_tried_with_the_rule_and_with_the_others(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'Hello.'), size=(100, 30)) as (app, pilot):
            await pilot.press('f5', 'slash', *'scorn', 'enter')
            await until(app, pilot, 't/scorn')
            app.screen.query_one('#try').focus()
            await pilot.press(*'so clueless')
            await until(app, pilot, 'Flagged: “clueless”.')
            app.screen.query_one('#try', Input).value = 'we utilize it'
            await until(app, pilot, 'This rule finds nothing here (English). Other rules flag it: t/plainer.')
            app.screen.query_one('#try', Input).value = ''
            await pilot.pause(0.4)
            assert str(app.screen.query_one('#tried', Static).content) == ''

    run(scenario)


def test_a_search_tells_of_the_first_rule_it_finds(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'Hello.'), size=(100, 30)) as (app, pilot):
            await pilot.press('f5')
            await until(app, pilot, 't/loud')
            await pilot.press('slash', *'secret')
            await until(app, pilot, 't/secret')
            await pilot.press('ctrl+a', 'delete')
            await pilot.press(*'no such rule')
            await pilot.pause(0.2)
            assert isinstance(app.screen, RulesScreen)
            assert list(app.screen.query_one('#tree', Tree).root.children) == []

    run(scenario)


def test_where_no_editor_can_be_opened_the_file_is_named(
    app_policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the headless screen cannot be left to another program; test_tui_terminal opens a real editor
    monkeypatch.setenv('VISUAL', 'no-such-editor')

    async def scenario() -> None:
        async with running(desk(app_policy, 'Hello.'), size=(120, 30)) as (app, pilot):
            await pilot.press('f5')
            await until(app, pilot, 't/loud')
            await pilot.press('e')
            await until(app, pilot, 'No editor could be opened. The file is')
            assert 'loud.yaml' in shown(app)

    run(scenario)


def test_a_tip_is_turned_off_from_the_palette_and_on_again_here(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'We utilize it. So clueless.')) as (app, pilot):
            await pilot.press('f8')
            turn_off = next(
                one for one in app.get_system_commands(app.screen) if one.title == 'Turn this tip off for me'
            )
            turn_off.callback()
            await pilot.pause()
            assert [item.flag.rule.id for item in app.checking.items] == ['t/scorn']
            assert settings.load(settings.path()).off == ('t/plainer',)
            turn_off.callback()
            await until(app, pilot, 'Only a TIP or a NOTE can be turned off.')
            await pilot.press('f5', 'slash', *'plainer', 'enter')
            await until(app, pilot, 'Turned off for you. O turns it on.')
            await pilot.press('o', 'f2')
            await pilot.pause(0.2)
            assert len(app.checking.items) == 2
            assert settings.load(settings.path()).off == ()

    run(scenario)


@pytest.mark.parametrize('language', LANGUAGES)
def test_its_keys_fit_80_columns_and_its_topics_have_names(app_policy: Path, language: str) -> None:
    assert sum(map(width, RulesScreen(desk(app_policy, language=language)).keys())) <= 81
    look = Look(language)
    folders = [
        one.name
        for one in engine.SHIPPED.iterdir()
        if any(one.glob('*.yaml')) and one.name not in ('words', 'exemplars')
    ]
    named = {name: rule_story.topic(name, look) for name in folders}
    assert [name for name, said in named.items() if said == name and name != 'ordinary'] == []
    assert rule_story.topic('ours', look) == 'ours'


def test_rules_that_another_program_takes_away_are_told_and_kept(tmp_path: Path) -> None:
    policy = screens.home(tmp_path)

    async def scenario() -> None:
        async with running(desk(policy, 'So clueless.'), size=(240, 30)) as (app, pilot):
            await pilot.press('f5')
            await until(app, pilot, 't/loud')
            shutil.rmtree(tmp_path / 'rules')
            await pilot.press('r')
            await until(app, pilot, 'there is no folder')
            await pilot.press('f2')
            assert [item.flag.quote for item in app.checking.items] == ['clueless']

    run(scenario)
