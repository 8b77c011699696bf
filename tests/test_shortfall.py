"""How far a phrase came that does not match: what it lacked, and the words that this is about."""

from __future__ import annotations

import engine
import pytest

from policycheck.authoring.explain import Scene
from policycheck.authoring.whynot import why_not
from policycheck.compiled import Ruleset
from policycheck.model import Draft

WORDS = {
    'firm': {'en': '"our" "office"\n"the" "firm"\n"we"'},
    'scorn': {'en': '"hopeless"\n"a" "joke"'},
    'praise': {'en': '"good"\n"great"'},
}

# phrase, post, reason, what is missing or the two sides, what is there
ROWS = [
    ('{firm} ~ {scorn}', 'We rest.', 'missing', ('{scorn}',), ['We']),
    ('{firm} ~ {scorn}', 'Fine.', 'missing', ('{firm}', '{scorn}'), []),
    ('{firm} ~ ("runs"|{scorn})', 'We rest.', 'missing', ('("runs"|{scorn})',), ['We']),
    ('not {praise}', 'A good day.', 'missing', ('not',), ['good']),
    ('["very"] "good" ~ {firm}', 'The firm.', 'missing', ('"good"',), ['The firm']),
    ('{firm} ~ {scorn}', 'We left, but the tea is hopeless.', 'clause', ('We', 'hopeless'), ['We', 'hopeless']),
    ('{firm} ~~ {scorn}', 'We left. Tea is hopeless.', 'sentence', ('We', 'hopeless'), ['We', 'hopeless']),
    ('{firm} ~~~ {scorn}', 'We left. Oh. Tea is hopeless.', 'neighbours', ('We', 'hopeless'), ['We', 'hopeless']),
    ('{scorn} ~> {firm}', 'We are hopeless.', 'order', ('hopeless', 'We'), ['hopeless', 'We']),
    ('"our" & {firm}', 'Our office.', 'overlap', ('Our', 'Our office'), ['Our', 'Our office']),
    ('"our" "joke"', 'A joke of our own.', 'apart', ('our', 'joke'), ['our', 'joke']),
    ('"we" ...2 "joke"', 'We had a very good joke.', 'gap', ('We', 'joke'), ['We', 'joke']),
    ('"we" ... "joke"', 'A joke for which we fell.', 'order', ('we', 'joke'), ['we', 'joke']),
    ('"we" ... "joke"', 'Here we are. A joke.', 'sentence', ('we', 'joke'), ['we', 'joke']),
    ('^ "buy"', 'They buy two.', 'clause start', ('buy', ''), ['buy']),
    ('not {praise}', 'A good day, and not a dull one.', 'not denied', ('good', 'not'), ['not', 'good']),
    # what stops the inner part stops the whole
    ('{firm} & ("tea" ~ {scorn})', 'We had tea, but it was hopeless.', 'clause', ('tea', 'hopeless'),
     ['We', 'tea', 'hopeless']),
]  # fmt: skip


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    own = {f't/{number}': engine.find('en', row[0]) for number, row in enumerate(ROWS)}
    return engine.ruleset(tmp_path_factory.mktemp('short'), own, WORDS, shipped=engine.QUOTED)


@pytest.mark.parametrize(
    ('number', 'text', 'reason', 'words', 'there'),
    [pytest.param(i, *row[1:], id=f'{row[0]} in {row[1]}') for i, row in enumerate(ROWS)],
)
def test_what_a_phrase_lacks(
    rules: Ruleset, number: int, text: str, reason: str, words: tuple[str, ...], there: list[str]
) -> None:
    found = why_not(Scene(Draft('test', 'test', text, text), rules, {'lang': 'en'}), f't/{number}', 1)
    assert found.reason == 'words'
    (near,) = found.near
    sides = tuple(side.quote if side else '' for side in (near.left, near.right))
    said = near.lacks.missing if near.lacks.reason == 'missing' else sides
    parts = [part.words.quote for part in near.there if part.words]
    assert (near.lacks.reason, said, parts) == (reason, words, there)


def test_a_gap_counts_words_and_no_signs(rules: Ruleset) -> None:
    number = next(i for i, row in enumerate(ROWS) if row[2] == 'gap')
    text = 'We, oh dear, had one joke.'
    scene = Scene(Draft('test', 'test', text, text), rules, {'lang': 'en'})
    lacks = why_not(scene, f't/{number}', 1).near[0].lacks
    assert (lacks.words, lacks.allowed) == (4, 2)
