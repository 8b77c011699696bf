"""Rules by themselves: they find what they find among all, and what is wrong is told as of all."""

from __future__ import annotations

import os
from pathlib import Path

import engine
import pytest

from policycheck.compiled import Ruleset
from policycheck.compiling.alone import alone
from policycheck.compiling.load import load
from policycheck.compiling.sources import RuleSource
from policycheck.errors import InputError
from policycheck.schema.packs import read_pack

RULES = {
    't/bad': engine.find('en', '{people} ~ {bad}', 'opinion: true\nlevel: stop'),
    't/pay': engine.find('en', '"my" "pay"', 'notice: rights'),
    't/far': engine.find('en', '{far}'),
    't/other': engine.find('en', '"awful"'),
}
WORDS = {
    'people': {'en': '"boss"\n{chiefs}'},
    'chiefs': {'en': '"head" "of" {unit}'},
    'unit': {'en': '"sales"'},
    'bad': {'en': '"awful"'},
    'far': {'en': '"mars"'},
}
POSTS = (
    'The head of sales is awful.',
    'My pay is low and the boss is awful.',
    'Mars is far.',
    'All is well.',
)


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A policy that changes one of its rules."""
    engine.pack(tmp_path / 'rules', RULES, WORDS, engine.QUOTED)
    path = tmp_path / 'policycheck.yaml'
    path.write_text(
        'packs: [./rules]\nrules:\n  t/other: {level: note, reason: as agreed}\n'
        '  t/far: {level: advice, reason: as agreed}\n',
        'utf-8',
    )
    return path


def loaded(policy: Path, *names: str) -> Ruleset:
    """The rules of these names by themselves, all where none is named; nothing is kept before."""
    only = [RuleSource(name, str(policy.parent / f'rules/{name}.yaml')) for name in names]
    return load(str(policy), cache=str(policy.parent / f'cache-{len(names)}'), quiet=True, only=only)


@pytest.mark.parametrize('account', ['personal', 'official'])
@pytest.mark.parametrize('name', ['t/bad', 't/far', 't/other', 't/pay'])
def test_a_rule_by_itself_finds_what_it_finds_among_all(policy: Path, name: str, account: str) -> None:
    def told(rules: Ruleset) -> list[object]:
        found = [engine.flags(rules, name, text, account=account) for text in POSTS]
        return [(flag.quote, flag.level, flag.reasons) for flags in found for flag in flags]

    own, among = loaded(policy, name), loaded(policy)
    assert told(own) == told(among) != []
    assert {rule.id for rule in own.rules} == {name, *(('t/pay',) if name == 't/bad' else ())}


def test_what_is_kept_is_all_rules_and_is_used(policy: Path) -> None:
    cache = policy.parent / 'cache-1'
    loaded(policy, 't/far')
    assert not list(cache.glob('*.ref'))
    load(str(policy), cache=str(cache), quiet=True)
    assert len(loaded(policy, 't/far').rules) == len(RULES)


def test_only_the_lists_that_are_asked_for_come_along(policy: Path) -> None:
    root = policy.parent / 'rules'
    (root / 'more.yaml').write_text('', 'utf-8')
    packs, beside = alone(
        [read_pack(str(root))], {'t/bad': str(root / 't/bad.yaml'), 'more': str(root / 'more.yaml')}
    )
    names = {os.path.basename(path).removesuffix('.yaml') for path in packs[0].words}
    assert names - {*engine.QUOTED} == {'people', 'chiefs', 'unit', 'bad'}
    assert (len(packs[0].rules), beside) == (1, [str(root / 'more.yaml')])


@pytest.mark.parametrize(
    ('name', 'old', 'new', 'told'),
    [
        (
            'rules/t/other.yaml',
            '"awful"',
            '{fra}',
            "column 5: there is no class or word list 'fra'; did you mean far?",
        ),
        ('policycheck.yaml', 't/far', 't/fra', "rules: there is no rule 't/fra'; did you mean t/far?"),
    ],
    ids=['the nearest list of all', 'a rule that the policy names'],
)
def test_what_is_wrong_is_told_as_of_all(policy: Path, name: str, old: str, new: str, told: str) -> None:
    path = policy.parent / name
    path.write_text(path.read_text('utf-8').replace(old, new), 'utf-8')
    with pytest.raises(InputError) as caught:
        loaded(policy, 't/other')
    assert caught.value.message == told
