"""Which words fill which part of a phrase: every sign of the phrase language, with the words that it found."""

from __future__ import annotations

import engine
import pytest

from policycheck.authoring.explain import Scene
from policycheck.compiled import Ruleset
from policycheck.model import Draft

WORDS = {
    'firm': {'en': '"our" "office"\n"the" "firm"\n"we"'},
    'scorn': {'en': '"hopeless"\n"a" "joke"'},
    'praise': {'en': '"good"\n"great"'},
}

ROWS = [
    ('{firm} ~ {scorn}', 'Our office is a joke.', [('{firm}', 'Our office'), ('{scorn}', 'a joke')]),
    # either order, told in the order of the text
    ('{firm} ~ {scorn}', 'Hopeless, our office.', [('{scorn}', 'Hopeless'), ('{firm}', 'our office')]),
    ('("hate"|"loathe") "my" ... "job"', 'I loathe my old job.',
     [('"loathe"', 'loathe'), ('"my"', 'my'), ('"job"', 'job')]),
    ('["really"] "hate" "this"', 'They hate this.', [('"hate"', 'hate'), ('"this"', 'this')]),
    ('"half" "price"', 'Now at half-price.', [('"half"', 'half'), ('"price"', 'price')]),
    ('{firm} {number}', 'The firm 12 500 times.', [('{firm}', 'The firm'), ('{number}', '12 500')]),
    ('not {praise}', 'It was never great.', [('not', 'never'), ('{praise}', 'great')]),
    ('{firm} ~ not {praise}', 'We are not good.', [('{firm}', 'We'), ('not', 'not'), ('{praise}', 'good')]),
    # what stands elsewhere is told too
    ('{firm} & {scorn}', 'The firm is here. It rains. What a joke!', [('{firm}', 'The firm'), ('{scorn}', 'a joke')]),
    ('({firm} ~ {scorn}) & "again"', 'We are a joke. Oh. Say it again.',
     [('{firm}', 'We'), ('{scorn}', 'a joke'), ('"again"', 'again')]),
    ('^ "buy"', 'Hurry, buy two.', [('"buy"', 'buy')]),
    ('=Falcon', 'We call it Falcon.', [('=Falcon', 'Falcon')]),
    ('super*', 'A superoffer.', [('super*', 'superoffer')]),
]  # fmt: skip


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    own = {f't/{number}': engine.find('en', phrase) for number, (phrase, *_) in enumerate(ROWS)}
    return engine.ruleset(tmp_path_factory.mktemp('slots'), own, WORDS, shipped=engine.QUOTED)


@pytest.mark.parametrize(
    ('number', 'text', 'expected'), [pytest.param(i, *row[1:], id=row[0]) for i, row in enumerate(ROWS)]
)
def test_words_that_fill_a_phrase(
    rules: Ruleset, number: int, text: str, expected: list[tuple[str, str]]
) -> None:
    scene = Scene(Draft('test', 'test', text, text), rules, {'lang': 'en'})
    (flag,) = (flag for flag in scene.report.flags if flag.rule.id == f't/{number}')
    (line,) = scene.why(flag).lines
    assert line.text == ROWS[number][0]
    assert [(part.name, part.words.quote) for part in line.filled if part.words] == expected
