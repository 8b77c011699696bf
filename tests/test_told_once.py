"""What several rules of a category say of the same words is told once, and nothing of it is lost."""

from __future__ import annotations

import engine
import pytest

from policycheck.artefact import Artefact
from policycheck.authoring.examples import outcomes
from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.judging.overlaps import followed
from policycheck.model import Draft, Report
from policycheck.repository import remembered


def scorn(phrase: str, more: str = '') -> str:
    return engine.find('en', phrase, more).replace('category: test', 'category: scorn')


RULES = {
    't/gravest': scorn('"clueless" "boss"', 'level: warn'),
    't/lighter': scorn('"my" "clueless"', 'level: advice'),
    't/lightest': scorn('"boss"', 'level: note'),
    't/mended': scorn('"boss"', 'level: note\nfix: {en: {\'"boss"\': manager}}'),
    't/pattern': engine.rule("level: note\nregex: {any: 'less boss'}", ['en']).replace(
        'category: test', 'category: scorn'
    ),
    't/other': engine.find('en', '"clueless" "boss"', 'level: note'),
}


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    folder = engine.pack(tmp_path_factory.mktemp('once'), RULES, {}, engine.QUOTED)
    return Ruleset(Artefact(engine.artefact(folder)))


def told(report: Report) -> list[tuple[str, str, list[str]]]:
    return [(flag.rule.id, flag.quote, [one.rule.id for one in flag.also]) for flag in report.flags]


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        (
            'Oh my clueless boss.',
            [
                ('t/gravest', 'clueless boss', ['t/lighter', 't/lightest']),
                ('t/other', 'clueless boss', []),
                ('t/pattern', 'less boss', []),
                ('t/mended', 'boss', []),
            ],
        ),
        (
            'The boss met the clueless boss.',
            [
                ('t/lightest', 'boss', []),
                ('t/mended', 'boss', []),
                ('t/gravest', 'clueless boss', ['t/lightest']),
                ('t/other', 'clueless boss', []),
                ('t/pattern', 'less boss', []),
                ('t/mended', 'boss', []),
            ],
        ),
        ('My clueless friend.', [('t/lighter', 'My clueless', [])]),
    ],
    ids=['one place', 'two places', 'alone'],
)
def test_the_gravest_speaks_for_its_category(
    rules: Ruleset, text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    report = engine.report(rules, text)
    found = told(report)
    assert sorted(found) == sorted(expected)
    assert len(report.fired) == sum(1 + len(also) for _, _, also in expected)


@pytest.mark.parametrize(
    ('first', 'second', 'expected'),
    [
        ('My clueless friend.', 'My clueless friend.', [('t/lighter', 2, ())]),
        ('My clueless friend.', 'My lovely friend.', [('t/lighter', 1, ('unlike',))]),
        ('My clueless friend.', 'My new boss here.', [('t/lightest', 1, ()), ('t/mended', 1, ())]),
    ],
    ids=['the same', 'taken back', 'told by another rule'],
)
def test_what_meaning_takes_back_stays_as_a_note(
    rules: Ruleset, first: str, second: str, expected: list[tuple[str, int, tuple[str, ...]]]
) -> None:
    found = followed(engine.report(rules, first), engine.report(rules, second))
    assert [(flag.rule.id, flag.level, flag.reasons) for flag in found.flags] == expected


def test_an_example_of_a_rule_that_is_told_with_another_holds(rules: Ruleset) -> None:
    examples = {'en': {'flags': ['Oh my clueless [[boss]].'], 'passes': ['My friend.']}}
    assert all(one.holds for one in outcomes('t/lightest', examples, rules))


def test_a_remembered_report_is_the_same(rules: Ruleset) -> None:
    text = 'Oh my clueless boss.'
    report = check(Draft('d', 'd', text, text), rules, {'lang': 'en'})
    kept = remembered.written([report], rules)
    assert kept is not None
    assert remembered.read(kept, [report.draft], lambda: {rule.id: rule for rule in rules.rules}) == [report]
