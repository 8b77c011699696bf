"""What is chosen in dialogs and the palette: files by name, another draft, a theme; and what rights do not do."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import checked, desk, run, running, shown
from textual.widgets import Button

from policycheck.model import LANGUAGES
from policycheck.tui import commands, files, gate, record, settings
from policycheck.tui.app import PolicycheckApp
from policycheck.tui.recovery import Recovery

pytestmark = pytest.mark.usefixtures('own_folders')


def test_saving_under_another_name_goes_on_with_that_file(
    app_policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / 'old.md').write_text('All is well.\n', 'utf-8')

    async def scenario() -> None:
        async with running(desk(app_policy, files.open_post('old.md'))) as (app, pilot):
            assert 'Draft · old.md' in shown(app)
            app.run_worker(commands.save_as(app))
            await pilot.pause(0.2)
            assert str(tmp_path)[:20] in shown(app)
            await pilot.press('ctrl+a', *'new.md', 'enter')
            await pilot.pause(0.2)
            assert 'Draft · new.md' in shown(app)
            assert 'Saved: new.md.' in shown(app)
            await pilot.press('ctrl+end', 'x')
            app.run_worker(commands.save(app))
            await pilot.pause(0.2)

    run(scenario)
    assert (tmp_path / 'old.md').read_text('utf-8') == 'All is well.\n'
    assert (tmp_path / 'new.md').read_text('utf-8') == 'All is well.\nx'


@pytest.mark.parametrize(('button', 'text'), [('stay', 'Mine.'), ('go', 'Theirs.\n')])
def test_another_draft_is_opened_only_after_a_question(
    app_policy: Path, tmp_path: Path, button: str, text: str
) -> None:
    (tmp_path / 'theirs.md').write_text('Theirs.\n', 'utf-8')

    async def scenario() -> None:
        async with running(desk(app_policy, 'Mine.')) as (app, pilot):
            await pilot.press('ctrl+o')
            await pilot.pause(0.2)
            assert 'Another draft?' in shown(app)
            app.screen.query_one(f'#{button}', Button).press()
            await pilot.pause(0.2)
            if button == 'go':
                await pilot.press(*str(tmp_path / 'theirs.md'), 'enter')
                await checked(app, pilot)
            assert app.checking.area.text == text

    run(scenario)


def test_a_theme_is_chosen_at_once_and_written_down(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'Mine.')) as (app, pilot):
            app.run_worker(commands.choose_theme(app))
            await pilot.pause(0.2)
            await pilot.press('down', 'enter')
            await pilot.pause(0.2)
            assert app.theme == 'pc-light'
            assert settings.load(settings.path()).theme == 'light'

    run(scenario)


@pytest.mark.parametrize('language', LANGUAGES)
def test_no_two_entries_of_the_palette_are_called_the_same(app_policy: Path, language: str) -> None:
    app = PolicycheckApp(desk(app_policy, language=language), Recovery(False))
    titles = [entry.title for entry in commands.palette(app)]
    assert sorted(set(titles)) == sorted(titles)


def test_rights_neither_block_nor_are_recorded(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'My salary is low.', record=True)) as (app, pilot):
            assert app.checking.standing().state == gate.CLEAR
            await pilot.press('f9')
            await pilot.pause(0.3)
            assert app.clipboard == 'My salary is low.'

    run(scenario)
    assert 't/pay' not in Path(record.path()).read_text('utf-8')
