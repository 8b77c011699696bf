"""What words found is lowered where the post reads unlike the posts that show it: by a model, or by words alone."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest
import sense

from policycheck.artefact import Artefact
from policycheck.authoring.explain import Scene
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.model import LEVELS, Draft
from policycheck.schema.packs import HEADS

LIKE = engine.rule('level: stop\nlike: loud', ['en']).replace('category: test', 'category: loud')
RULES = {
    't/loud': LIKE,
    't/parcel': engine.find('en', '"parcel"', 'level: warn\nadjust:\n  - {unlike: loud, level: note}'),
    't/letter': engine.find('en', '"letter"', 'level: note\nadjust:\n  - {unlike: loud, level: off}'),
}
SHOWS = 'buy it, order it, a deal, a bargain'
HARMLESS = 'soup, tea and bread by the window in the rain, and more tea'


@pytest.fixture(scope='module', params=['a model', 'words'])
def rules(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Ruleset:
    found = sense.ruleset(tmp_path_factory.mktemp('unlike'), RULES)
    if request.param == 'words':
        found.sense = None
    return found


def told(rules: Ruleset, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    flags = engine.report(rules, text).flags
    return [(flag.rule.id, LEVELS[flag.level], flag.reasons) for flag in flags if flag.finder == 'find']


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        (f'a parcel: {SHOWS}', [('t/parcel', 'warn', ())]),
        (f'a parcel, {HARMLESS}', [('t/parcel', 'note', ('unlike',))]),
        (f'a letter: {SHOWS}', [('t/letter', 'note', ())]),
        (f'a letter, {HARMLESS}', []),
        # so short a post says what it says
        ('a parcel, soup, tea and bread', [('t/parcel', 'warn', ())]),
        # of so long a post only the beginning is read for meaning
        (f'a parcel, {HARMLESS}' + ', soup' * 400, [('t/parcel', 'warn', ())]),
    ],
    ids=['like it', 'unlike it', 'a note like it', 'a note unlike it', 'a short post', 'a long post'],
)
def test_levels(rules: Ruleset, text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert told(rules, text) == expected


def test_rules_of_which_nothing_was_learned_keep_their_level(tmp_path: Path) -> None:
    sense.pack(tmp_path, {'t/parcel': RULES['t/parcel']})
    (tmp_path / HEADS).unlink()
    rules = Ruleset(Artefact(engine.artefact(tmp_path)))
    assert told(rules, f'a parcel, {HARMLESS}') == [('t/parcel', 'warn', ())]


def test_a_category_without_example_posts_is_refused(tmp_path: Path) -> None:
    sense.pack(tmp_path, {'t/parcel': RULES['t/parcel'].replace('unlike: loud', 'unlike: lout')})
    with pytest.raises(InputError) as caught:
        engine.artefact(tmp_path)
    complaint = "there are no example posts 'lout' in exemplars/; did you mean loud?"
    assert str(caught.value) == f'{tmp_path}/t/parcel.yaml:9: {complaint}'


def test_explain_says_so(rules: Ruleset) -> None:
    text = f'a parcel, {HARMLESS}'
    scene = Scene(Draft('x', 'x', text, text), rules, {'lang': 'en'})
    (fate,) = scene.fates(scene.numbers['t/parcel'])
    assert [(LEVELS[step.before], LEVELS[step.after], step.held[0].reason) for step in fate.steps] == [
        ('warn', 'note', 'unlike')
    ]
