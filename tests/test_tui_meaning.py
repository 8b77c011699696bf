"""Meaning in the app: words answer first, what meaning adds follows, and typing never waits for it."""

from __future__ import annotations

import asyncio
import queue
import time
from pathlib import Path

import engine
import pytest
import screens
import sense
from screens import shown

from policycheck.model import Draft
from policycheck.tui import checking
from policycheck.tui.app import PolicycheckApp
from policycheck.tui.checking import Answer, Checker
from policycheck.tui.pause import Pause

RULES = {
    't/loud': engine.rule('level: advice\nlike: loud', ['en']).replace('category: test', 'category: loud'),
    't/scorn': engine.find('en', '"clueless"', 'level: warn'),
    't/rota': engine.rule('notice: rights\nlike: rota', ['en']).replace('category: test', 'category: rota'),
}
BOTH = 'The clueless one.\n\nBuy the bargain, order.\n'
SAID = 'Our overtime, our rota, the boss, payroll.'
ROTA = """
about: Own hours and pay
en:
  flags:
    porter:
      - |
        the boss, the rota, the overtime
      - |
        payroll forgot my shift again
      - |
        overtime at the depot, ask the union
      - |
        a manager, a rota, no payroll
    cook:
      - |
        my boss and my overtime
      - |
        shift after shift, says the union
      - |
        a meeting of the union on the rota
      - |
        overtime, payroll, boss
"""


@pytest.fixture(scope='module')
def policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp('felt')
    sense.pack(folder / 'rules', RULES, {'loud': sense.LOUD, 'rota': ROTA, 'ordinary': sense.ORDINARY})
    (folder / 'policycheck.yaml').write_text(f'{screens.POLICY}embedder: ./rules/model\n', 'utf-8')
    return folder / 'policycheck.yaml'


def fired(answer: Answer) -> list[str]:
    assert answer.report is not None
    return [flag.rule.id for flag in answer.report.flags]


def test_words_answer_first_and_meaning_follows(policy: Path) -> None:
    told: queue.Queue[object] = queue.Queue()
    checker = Checker(str(policy), cache=str(policy.parent / 'cache'))
    checker.deliver = told.put
    checker.start()
    told.get(timeout=30)

    def ask(text: str, revision: int) -> None:
        checker.ask(Draft('d', 'd', text, text), {'lang': 'en'}, revision)

    def answer() -> Answer:
        found = told.get(timeout=30)
        assert isinstance(found, Answer)
        return found

    ask(BOTH, 1)
    assert fired(answer()) == ['t/scorn']
    assert fired(answer()) == ['t/scorn', 't/loud']
    # who types on hears of words alone until they stop
    for revision in range(2, 6):
        ask(BOTH + 'x' * revision, revision)
        first = answer()
        assert (first.revision, fired(first)) == (revision, ['t/scorn'])
    last = answer()
    assert (last.revision, fired(last)) == (5, ['t/scorn', 't/loud'])
    # where meaning adds nothing there is no second answer
    ask('Soup and tea.', 6)
    assert fired(answer()) == []
    time.sleep(1)
    assert told.empty()


def lines_of(app: PolicycheckApp, pane: str) -> list[tuple[int, str]]:
    """The lines of a pane that are on the screen, and where; without its scroll bar."""
    widget = app.checking.query_one(pane)
    seen = app.checking.find_widget(widget).visible_region
    region = widget.scrollable_content_region.intersection(seen)
    lines = shown(app).split('\n')
    found = [(y, lines[y][region.x : region.right].rstrip()) for y in range(region.y, region.bottom)]
    return [(y, line) for y, line in found if line]


@pytest.mark.parametrize(
    ('text', 'size', 'scrolled', 'added'),
    [
        (BOTH, (80, 24), 0, ['t/loud']),
        ('The clueless one.\n\n' * 6 + SAID, (80, 24), 2, ['t/rota']),
        (SAID + '\n\nThe clueless one.', (60, 18), 0, ['t/rota']),
        (SAID + '\n\nThe clueless one.', (120, 40), 0, ['t/rota']),
    ],
    ids=[
        'a tip',
        'a list that was scrolled',
        'a notice before what words found',
        'the same in a wide window',
    ],
)
def test_what_meaning_adds_moves_nothing_that_is_shown(
    policy: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    size: tuple[int, int],
    scrolled: int,
    added: list[str],
) -> None:
    # time to look at the screen before meaning speaks
    monkeypatch.setattr(checking, '_LEFT_ALONE', 3.0)

    async def scenario() -> None:
        async with screens.running(screens.desk(policy, text), size) as (app, pilot):
            screen, listed = app.checking, app.checking.flag_list
            first = [item.place for item in screen.items]
            assert [rule for rule, *_ in first if rule in ('t/rota', 't/loud')] == []
            listed.scroll_to(y=scrolled, animate=False)
            await pilot.pause(0.1)
            before, why = lines_of(app, '#flags'), lines_of(app, '#told')
            spoken_of = screen.current
            assert spoken_of is not None
            assert listed.scroll_offset.y == scrolled
            for _ in range(300):
                if len(screen.items) > len(first):
                    break
                await pilot.pause(0.02)
            await pilot.pause(0.1)
            places = [item.place for item in screen.items]
            assert places[: len(first)] == first
            assert [rule for rule, *_ in places[len(first) :]] == added
            assert lines_of(app, '#flags')[: len(before)] == before
            assert lines_of(app, '#told')[: len(why)] == why
            assert screen.current is not None
            assert (screen.current.place, listed.highlighted) == (spoken_of.place, 0)
            assert listed.scroll_offset.y == scrolled

    asyncio.run(scenario())


def test_a_pause_is_of_the_newest_thing_and_begins_anew_with_it() -> None:
    done: queue.Queue[tuple[int, float]] = queue.Queue()
    pause: Pause[int] = Pause(lambda thing: done.put((thing, time.monotonic())), 0.2)
    for thing in range(5):
        pause.wait_for(thing)
        time.sleep(0.02)
    last = time.monotonic() - 0.02
    thing, at = done.get(timeout=5)
    assert thing == 4
    assert at - last >= 0.19
    pause.wait_for(7)
    pause.drop()
    time.sleep(0.5)
    assert done.empty()
