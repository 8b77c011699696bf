"""The check screen, driven by keys and mouse: flags that follow, fixes, keeping, the gate."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import SAMPLE, checked, desk, run, running, shown
from textual.widgets import Button, Input

from policycheck.tui import gate
from policycheck.tui.checking import Answer

pytestmark = pytest.mark.usefixtures('own_folders')


def test_flags_stand_under_the_words_and_in_the_list_rights_first(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, _):
            found = [(item.flag.rule.id, SAMPLE[item.start : item.end]) for item in app.checking.items]
            assert found == [
                ('t/pay', 'My salary'),
                ('t/plainer', 'utilize'),
                ('t/scorn', 'clueless'),
                ('t/secret', 'Project Heron'),
            ]
            assert app.checking.standing().state == gate.STOPPED
            assert all(word in shown(app) for word in ('RIGHTS', 'TIP', 'REASON', 'STOPPED'))

    run(scenario)


def test_a_flag_comes_while_writing_and_goes_when_its_word_is_touched(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy)) as (app, pilot):
            await pilot.press(*'Wow', 'space')
            await checked(app, pilot)
            assert [item.flag.rule.id for item in app.checking.items] == ['t/loud']
            await pilot.press('home', 'right', 'delete')
            assert app.checking.items == []

    run(scenario)


def test_a_flag_on_the_word_that_is_being_written_waits(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy)) as (app, pilot):
            await pilot.press(*'so', 'space', *'clueless')
            await checked(app, pilot)
            assert app.checking.items == []
            # the gate knows all the same
            assert app.checking.standing().state == gate.REASONS
            await pilot.pause(1.2)
            assert [item.flag.rule.id for item in app.checking.items] == ['t/scorn']

    run(scenario)


def test_a_fix_is_one_key_and_one_undo(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, pilot):
            await pilot.press('f8', 'f8', 'f4')
            assert app.checking.area.text == SAMPLE.replace('utilize', 'use')
            await pilot.press('ctrl+z')
            assert app.checking.area.text == SAMPLE
            await checked(app, pilot)
            assert len(app.checking.items) == 4

    run(scenario)


def test_f8_and_f7_visit_all_flags_in_order_and_go_round(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, pilot):
            seen = []
            for key in ('f8', 'f8', 'f8', 'f8', 'f8', 'f7', 'f7'):
                await pilot.press(key)
                item = app.checking.current
                assert item is not None
                assert app.checking.area.offset_at(app.checking.area.cursor_location) == item.start
                assert app.checking.flag_list.highlighted == app.checking.items.index(item)
                seen.append(item.flag.rule.id.split('/')[1])
            assert seen == ['pay', 'plainer', 'scorn', 'secret', 'pay', 'secret', 'scorn']

    run(scenario)


def test_a_click_on_a_span_speaks_of_it_also_on_wrapped_and_scrolled_lines(app_policy: Path) -> None:
    text = 'word ' * 40 + 'clueless end.\n' * 1 + 'line\n' * 30 + 'Project Heron.\n'

    async def scenario() -> None:
        async with running(desk(app_policy, text)) as (app, pilot):
            area = app.checking.area
            for item in app.checking.items:
                area.go_to(item)
                await pilot.pause()
                at = area.cursor_screen_offset - area.region.offset
                area.move_cursor((0, 0))
                area.scroll_cursor_visible(animate=False)
                area.go_to(item)
                await pilot.pause()
                await pilot.click(area, offset=(at.x + 1, at.y))
                assert app.checking.current == item

    run(scenario)


def test_an_answer_to_an_older_text_is_never_drawn(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, pilot):
            screen = app.checking
            old = Answer(screen.area.revision, screen.report, None, 0.0)
            await pilot.press('x')
            await checked(app, pilot)
            now = screen.report
            screen.got(old)
            assert screen.report is now
            assert [item.start for item in screen.items] == [item.flag.span.start for item in screen.items]

    run(scenario)


def test_a_failure_of_the_engine_is_never_clear(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'All is well.')) as (app, pilot):
            screen = app.checking
            assert screen.standing().state == gate.CLEAR
            screen.got(Answer(screen.area.revision, None, 'RuntimeError', 0.0))
            assert screen.standing().state == gate.FAILED
            await pilot.press('f9')
            await pilot.pause(0.2)
            assert "CAN'T CHECK" in shown(app)

    run(scenario)


def test_keeping_a_place_asks_for_a_reason_and_ends_when_its_sentence_changes(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'He is clueless. All else is fine.')) as (app, pilot):
            await pilot.press('f8', 'f6', 'k')
            await pilot.press(*'short', 'enter')
            assert isinstance(app.screen.focused, Input)
            await pilot.press(*' but true', 'enter')
            assert app.checking.standing().state == gate.CLEAR
            app.checking.area.focus()
            await pilot.press('ctrl+end', *' More')
            await checked(app, pilot)
            assert app.checking.standing().state == gate.CLEAR
            await pilot.press('ctrl+home', *'So ')
            await checked(app, pilot)
            assert app.checking.standing().state == gate.REASONS

    run(scenario)


def test_the_gate_opens_with_reasons_and_an_edit_closes_it_again(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, pilot):
            await pilot.press('f9')
            await pilot.pause(0.2)
            assert app.screen.query_one('#done', Button).disabled
            await pilot.press(*'agreed with Kari', 'enter', *'agreed with Kari', 'enter')
            await pilot.pause(0.3)
            assert app.clipboard == SAMPLE
            assert app.desk.post.finished == SAMPLE
            await pilot.press('x')
            assert app.desk.post.finished != app.desk.post.text

    run(scenario)


def test_an_official_account_asks_for_a_second_reader_and_says_whom_to_reach(app_policy: Path) -> None:
    own = desk(app_policy, 'Project Heron is late.')
    own.post.given = {'account': 'official'}

    async def scenario() -> None:
        async with running(own) as (app, pilot):
            await pilot.press('f9')
            await pilot.pause(0.2)
            assert 'press@acme.example' in shown(app)
            assert '+47 22' in shown(app)
            await pilot.press(*'released today', 'enter')
            assert app.clipboard == ''
            await pilot.press(*'Kari', 'enter')
            await pilot.pause(0.3)
            assert app.clipboard == 'Project Heron is late.'
            assert [(one.reason, one.by) for one in app.desk.post.keeps] == [('released today', 'Kari')]

    run(scenario)


@pytest.mark.parametrize(
    ('keys', 'focused'),
    [(['f6'], 'flags'), (['f6', 'f6'], 'told'), (['f6', 'f6', 'f6'], 'draft'), (['shift+tab'], 'told')],
)
def test_panes_change_from_inside_the_editor(app_policy: Path, keys: list[str], focused: str) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, pilot):
            await pilot.press(*keys)
            assert app.focused is not None
            assert app.focused.id == focused

    run(scenario)


def test_ctrl_a_takes_all_and_writing_replaces_it(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE)) as (app, pilot):
            await pilot.press('ctrl+a', 'x')
            assert app.checking.area.text == 'x'

    run(scenario)


def test_quitting_asks_only_where_text_is_nowhere_else(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'Mine.')) as (app, pilot):
            await pilot.press('ctrl+q')
            await pilot.pause(0.2)
            assert 'Keep writing' in shown(app)
            await pilot.press('enter')
            assert app.is_running
            await pilot.press('f9')
            await pilot.pause(0.3)
            await pilot.press('ctrl+q')
            await pilot.pause(0.2)
            assert app.return_code == 0

    run(scenario)


def test_the_clipboard_of_the_terminal_is_used_when_there_is_no_other(
    app_policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyperclip

    def none(text: str) -> None:
        raise pyperclip.PyperclipException('no clipboard here')

    monkeypatch.setattr(pyperclip, 'copy', none)

    async def scenario() -> None:
        async with running(desk(app_policy, 'All is well.')) as (app, pilot):
            written: list[str] = []
            assert app._driver is not None
            monkeypatch.setattr(app._driver, 'write', written.append)
            await pilot.press('f9')
            await pilot.pause(0.2)
            assert any(one.startswith('\x1b]52;c;') for one in written)

    run(scenario)
