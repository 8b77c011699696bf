"""Flags that follow a text through any edits: each covers its own words or is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screens import desk, run, running

from policycheck.model import NOTE, Flag, Rule, Span
from policycheck.tui.app import Told
from policycheck.tui.checking import Answer
from policycheck.tui.fixing import edit
from policycheck.tui.follow import Item, held_back, rebased

RULE = Rule('t/x', 'c', {}, {}, {}, {}, NOTE, False, False, None, (), (), '', False, None)
SIGNS = st.text(st.sampled_from('ab å é👩‍💻\r\n\t.'), max_size=6)


def item(start: int, end: int, text: str) -> Item:
    """A flag on a stretch of a text."""
    return Item(
        Flag(RULE, NOTE, 'find', Span(start, end), text[start:end], Span(start, end), (), (), ()), start, end
    )


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('ab å\n👩‍💻'), min_size=1, max_size=60), st.data())
def test_a_flag_covers_its_own_words_after_any_edits(text: str, data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    items = [item(start, min(start + 3, len(text)), text) for start in starts]
    for _ in range(12):
        first = data.draw(st.integers(0, len(text)))
        last = data.draw(st.integers(first, min(first + 4, len(text))))
        new = text[:first] + data.draw(SIGNS) + text[last:]
        items = rebased(items, text, new)
        text = new
        assert all(text[one.start : one.end] == one.flag.quote for one in items)


def test_an_edit_elsewhere_loses_no_flag() -> None:
    text = 'one clueless two'
    items = [item(4, 12, text)]
    before = rebased(items, text, 'X' + text)
    assert [(one.start, one.end) for one in before] == [(5, 13)]
    assert rebased(before, 'X' + text, 'X' + text + 'Y') == before


@pytest.mark.parametrize('text', ['å clueless\r\nProject Heron 👩‍💻 clueless', 'tab\tclueless\n\n\nclueless'])
def test_flags_follow_the_editor_through_undo_redo_paste_and_load(app_policy: Path, text: str) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, text)) as (app, pilot):
            area = app.checking.area

            def right() -> bool:
                return all(area.text[one.start : one.end] == one.flag.quote for one in area.items)

            assert area.items
            for act in (
                lambda: area.insert('æ 👍\n', (0, 0)),
                lambda: area.delete((0, 0), (0, 1)),
                area.undo,
                area.undo,
                area.redo,
                lambda: area.replace('clueless\nclueless', (0, 0), (0, 3)),
                lambda: area.load_text('something clueless'),
            ):
                act()
                assert right()
            await pilot.pause()

    run(scenario)


@pytest.mark.parametrize('pane', ['#flags', '#draft', '#why', '#status-left'])
def test_an_answer_that_comes_while_the_app_closes_is_for_nobody(app_policy: Path, pane: str) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'he is clueless')) as (app, pilot):
            answer = Answer(app.checking.area.revision, app.checking.report, None, 0.0)
            await app.checking.query(pane).remove()
            # what Textual draws of it meanwhile is not what is tried here
            await pilot.pause()
            app.post_message(Told(answer))
            await pilot.pause()

    run(scenario)


def test_what_is_new_on_the_word_being_written_is_held_back() -> None:
    text = 'he is clueless'
    found = [item(6, 14, text)]
    assert held_back(found, [], (6, 14), 14) == ([], found)
    assert held_back(found, found, (6, 14), 14) == (found, [])
    assert held_back(found, [], (15, 15), 15) == (found, [])


def test_no_fix_outside_its_own_words_is_used_once_the_text_has_changed() -> None:
    from policycheck.model import Fix

    text = 'buy now'
    flag = item(4, 7, text).flag._replace(fixes=(Fix(Span(0, 0), 'Ad: ', False),))
    assert edit(Item(flag, 4, 7), text, fresh=True) == (0, 0, 'Ad: ')
    assert edit(Item(flag, 5, 8), ' ' + text, fresh=False) is None
