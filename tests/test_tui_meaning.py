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

from policycheck.model import Draft
from policycheck.tui.checking import Answer, Checker
from policycheck.tui.pause import Pause

RULES = {
    't/loud': engine.rule('level: advice\nlike: loud', ['en']).replace('category: test', 'category: loud'),
    't/scorn': engine.find('en', '"clueless"', 'level: warn'),
}
BOTH = 'The clueless one.\n\nBuy the bargain, order.\n'


@pytest.fixture(scope='module')
def policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp('felt')
    sense.pack(folder / 'rules', RULES)
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


def test_what_meaning_adds_moves_nothing_that_is_shown(policy: Path) -> None:
    async def scenario() -> None:
        async with screens.running(screens.desk(policy, BOTH)) as (app, pilot):
            screen = app.checking
            shown = screen.current
            assert shown is not None
            assert [item.flag.rule.id for item in screen.items] == ['t/scorn']
            for _ in range(200):
                if len(screen.items) > 1:
                    break
                await pilot.pause(0.02)
            assert [item.flag.rule.id for item in screen.items] == ['t/scorn', 't/loud']
            assert screen.current is not None
            assert screen.current.place == shown.place

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
