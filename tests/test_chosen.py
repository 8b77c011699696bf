"""Which rules a run has: what takes the place of what, and who may lower what."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest

from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.errors import InputError

TEXT = 'An awful, terrible day with my boss.'
BASE = {
    't/bad': engine.find('en', '"awful"'),
    't/kept': engine.find('en', '"boss"', 'locked: true'),
    't/pay': engine.find('en', '"day"', 'notice: rights\nlocked: true'),
}
WHY = 'overrides: we say it otherwise'
BY = 'overrides: {reason: we say it otherwise, by: Kari Lie}'


@pytest.fixture
def folder(tmp_path: Path, forms: Path) -> Path:
    engine.keep_forms(forms, tmp_path / 'cache')
    engine.pack(tmp_path / 'base', BASE)
    return tmp_path


def loaded(folder: Path, rules: dict[str, str], changes: str = '', extra: str | None = None) -> Ruleset:
    """The rules of the base pack, of a pack of one's own on top of it, and of the policy's changes."""
    for name, text in rules.items():
        path = folder / 'own' / f'{name}.yaml'
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, 'utf-8')
    (folder / 'own').mkdir(exist_ok=True)
    policy = folder / 'policycheck.yaml'
    policy.write_text(f'packs: [./base, ./own]\nrules:\n{changes}', 'utf-8')
    files = [str(folder / extra)] if extra else []
    return load(str(policy), files, cache=str(folder / 'cache'), quiet=True)


def found(rules: Ruleset) -> list[tuple[str, str]]:
    report = engine.report(rules, TEXT)
    return sorted((flag.rule.id, flag.quote) for flag in (*report.flags, *report.rights))


@pytest.mark.parametrize(
    ('rules', 'changes', 'expected'),
    [
        pytest.param({}, '', [('t/bad', 'awful'), ('t/kept', 'boss'), ('t/pay', 'day')], id='as they are'),
        pytest.param(
            {'o/more': engine.find('en', '"my"')},
            '',
            [('o/more', 'my'), ('t/bad', 'awful'), ('t/kept', 'boss'), ('t/pay', 'day')],
            id='one more',
        ),
        pytest.param(
            {'t/bad': engine.find('en', '"terrible"', WHY)},
            '',
            [('t/bad', 'terrible'), ('t/kept', 'boss'), ('t/pay', 'day')],
            id='in the place of another',
        ),
        pytest.param(
            {'t/kept': engine.find('en', '"terrible"', BY)},
            '',
            [('t/bad', 'awful'), ('t/kept', 'terrible'), ('t/pay', 'day')],
            id='in the place of a locked one, with a name',
        ),
        pytest.param(
            {},
            '  t/bad: {level: "off", reason: nobody says it}\n',
            [('t/kept', 'boss'), ('t/pay', 'day')],
            id='switched off',
        ),
        pytest.param(
            {},
            '  t/kept: {level: "off", reason: nobody says it, by: Kari Lie}\n',
            [('t/bad', 'awful'), ('t/pay', 'day')],
            id='a locked one, switched off with a name',
        ),
        pytest.param(
            {},
            '  t/kept: {level: stop, reason: it has gone wrong}\n',
            [('t/bad', 'awful'), ('t/kept', 'boss'), ('t/pay', 'day')],
            id='a locked one, raised',
        ),
    ],
)
def test_rules_of_a_run(
    folder: Path, rules: dict[str, str], changes: str, expected: list[tuple[str, str]]
) -> None:
    assert found(loaded(folder, rules, changes)) == expected


@pytest.mark.parametrize(
    ('rules', 'changes', 'expected'),
    [
        pytest.param(
            {'t/bad': engine.find('en', '"terrible"')},
            '',
            "own/t/bad.yaml:1: 't/bad' is the id of another rule (base/t/bad.yaml); write overrides: and the reason "
            'to take its place, give the file another name, or name the packs in the other order',
            id='without a reason',
        ),
        pytest.param(
            {'t/bed': engine.find('en', '"terrible"', WHY)},
            '',
            "own/t/bed.yaml:8: 't/bed' overrides nothing: there is no such rule in the packs before this one"
            '; did you mean t/bad?',
            id='nothing to override',
        ),
        pytest.param(
            {'t/kept': engine.find('en', '"terrible"', WHY)},
            '',
            "own/t/kept.yaml:8: 't/kept' is locked; nothing takes its place without by: and a name: "
            'overrides: {reason: ..., by: ...}',
            id='a locked one without a name',
        ),
        pytest.param(
            {'t/bad': engine.find('en', '"terrible"', 'overrides: xxxxxxxxx')},
            '',
            "own/t/bad.yaml:8: 'xxxxxxxxx' is no reason; write one that a colleague understands",
            id='no reason',
        ),
        pytest.param(
            {},
            '  t/bad: {level: note, reason: as agreed}\n  t/kept: {level: note, reason: as agreed}\n',
            "policycheck.yaml:4: rules: 't/kept' is locked; it cannot be lowered without by: and a name",
            id='a locked one, lowered',
        ),
        pytest.param(
            {},
            '  t/pay: {level: "off", reason: as agreed}\n',
            "policycheck.yaml:3: rules: 't/pay' is locked; it cannot be lowered without by: and a name",
            id='a locked notice, switched off',
        ),
        pytest.param(
            {},
            '  t/pay: {level: warn, reason: as agreed}\n',
            "policycheck.yaml:3: rules: 't/pay' is a notice of rights; it has no level but off",
            id='a notice with a level',
        ),
        pytest.param(
            {},
            '  t/bed: {level: warn, reason: as agreed}\n',
            "policycheck.yaml:3: rules: there is no rule 't/bed'; did you mean t/bad?",
            id='a rule that does not exist',
        ),
    ],
)
def test_what_is_refused(folder: Path, rules: dict[str, str], changes: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        loaded(folder, rules, changes)
    assert str(caught.value).replace(f'{folder}/', '') == expected


CHEAP = {'cheap': {'en': '"cheap"\n"low"\n{free}'}, 'free': {'en': '"free"'}, 'other': {'en': '"other"'}}


@pytest.mark.parametrize(
    ('lists', 'expected'),
    [
        pytest.param({'cheap': '"dear"'}, '', id='more words'),
        pytest.param({'other': '-other'}, '', id='a list that it does not ask for'),
        pytest.param({'cheap': '-cheap'}, "cheap.yaml:4: '-cheap' takes words from {cheap}", id='one word less'),
        pytest.param({'free': '"gratis"\n-free'}, "free.yaml:5: '-free' takes words from {free}", id='inside'),
        pytest.param(
            {'cheap': '{mine}', 'mine': '"x"\n-low'}, "mine.yaml:5: '-low' takes words from {mine}", id='in one'
        ),
    ],
)  # fmt: skip
def test_lists_of_locked_rules_lose_nothing(folder: Path, lists: dict[str, str], expected: str) -> None:
    engine.pack(folder / 'base', {**BASE, 't/price': engine.find('en', '{cheap}', 'locked: true')}, CHEAP)
    said = {'reason': 'nobody here says so'}
    engine.pack(folder / 'own', {}, {name: {'en': text, **said} for name, text in lists.items()})
    if not expected:
        assert len(found(loaded(folder, {}))) == 3
        return
    with pytest.raises(InputError) as caught:
        loaded(folder, {})
    assert str(caught.value).replace(f'{folder}/own/words/', '') == (
        f"{expected}, which the locked rule 't/price' asks for; take it out, or put a rule in the place of that one: "
        'overrides: {reason: ..., by: ...}'
    )


def test_a_list_may_only_take_words_out(folder: Path) -> None:
    engine.pack(
        folder / 'base', {'t/bad': engine.find('en', '{bad}')}, {'bad': {'en': '"awful"\n"terrible"'}}
    )
    for name in ('kept', 'pay'):
        (folder / f'base/t/{name}.yaml').unlink()
    engine.pack(folder / 'own', {}, {'bad': {'en': '-awful', 'reason': 'it is the name of a dish'}})
    assert found(loaded(folder, {})) == [('t/bad', 'terrible')]
    engine.pack(folder / 'own', {}, {'bad': {'en': '-awful'}})
    with pytest.raises(InputError) as caught:
        loaded(folder, {})
    assert str(caught.value).replace(f'{folder}/', '') == (
        "own/words/bad.yaml:3: '-awful' takes a word from another pack's list; add reason: and why, for those who "
        'ask later'
    )


OFFER = """
{cheap} ~ offer
promise
"""
CLEARED = """
locked: true
adjust:
  - {has: {en: "{remedy}"}, level: off}
  - {has: {en: "{remedy} ~ {worse}"}, raise: 1}
  - {if: [reported, past], lower: 1}
  - {has: {label: ad}, in: first_line, level: off}
"""


@pytest.mark.parametrize(
    ('lists', 'data', 'expected'),
    [
        pytest.param({'cheap': 'low'}, {}, None, id='more words to find'),
        pytest.param({'worse': 'grim'}, {}, None, id='more words that raise it'),
        pytest.param(
            {'remedy': 'refund'}, {}, "words/remedy.yaml:3: 'refund' adds to {remedy}, and with it", id='clears it'
        ),
        pytest.param({'past': '"now"'}, {}, 'words/past.yaml:3: \'"now"\' adds to {past}, and with it', id='a mark'),
        pytest.param({'condition': '"now"'}, {}, None, id='a mark that it does not look at'),
        pytest.param(
            {'clause_break': '"and"'},
            {},
            'words/clause_break.yaml:3: \'"and"\' adds to {clause_break}, and with it',
            id='an end of clauses',
        ),
        pytest.param(
            {},
            {'forms': 'leave_out:\n  en: |\n    promise promised\n'},
            "forms.yaml:3: 'promise promised' changes forms, and with it",
            id='a form less to find',
        ),
        pytest.param({}, {'forms': 'add:\n  en: |\n    promise promisd\n'}, None, id='a form more to find'),
        pytest.param(
            {},
            {'forms': 'add:\n  en: |\n    sorry sry\n'},
            "forms.yaml:3: 'sorry sry' changes forms, and with it",
            id='a form more that clears it',
        ),
        pytest.param(
            {},
            {'labels': 'ad:\n  en: {insert: "Ad:", accepted: [Hello]}\n'},
            "labels.yaml:1: the label 'ad' is another here than",
            id='a label that clears it',
        ),
    ],
)  # fmt: skip
def test_nothing_of_later_packs_weakens_a_locked_rule(
    folder: Path, lists: dict[str, str], data: dict[str, str], expected: str | None
) -> None:
    rules = {'t/offer': engine.find('en', OFFER, CLEARED)}
    words = {'cheap': {'en': 'cheap'}, 'remedy': {'en': 'sorry'}, 'worse': {'en': 'worse'}}
    engine.pack(folder / 'base', rules, words, engine.MARKS)
    engine.pack(folder / 'own', {}, {name: {'en': text} for name, text in lists.items()})
    (folder / 'own/labels.yaml').unlink()
    for name, text in data.items():
        (folder / f'own/{name}.yaml').write_text(text, 'utf-8')
    if expected is None:
        loaded(folder, {})
        return
    with pytest.raises(InputError) as caught:
        loaded(folder, {})
    told = str(caught.value).replace(f'{folder}/own/', '')
    assert told.startswith(f'{expected} the locked rule')
    assert told.endswith('or put a rule in the place of that one: overrides: {reason: ..., by: ...}')


def test_a_single_file_is_called_after_its_name(folder: Path) -> None:
    (folder / 't').mkdir()
    (folder / 't/bad.yaml').write_text(engine.find('en', '"terrible"'), 'utf-8')
    assert found(loaded(folder, {}, extra='t/bad.yaml'))[:2] == [('bad', 'terrible'), ('t/bad', 'awful')]


def test_a_single_file_of_a_pack_counts_once(folder: Path) -> None:
    assert [name for name, _ in found(loaded(folder, {}, extra='base/t/bad.yaml'))] == [
        't/bad',
        't/kept',
        't/pay',
    ]


def test_a_single_file_that_overrides_is_tried_where_it_will_stand(folder: Path) -> None:
    (folder / 't').mkdir()
    (folder / 't/bad.yaml').write_text(engine.find('en', '"terrible"', WHY), 'utf-8')
    assert found(loaded(folder, {}, extra='t/bad.yaml'))[:2] == [('t/bad', 'terrible'), ('t/kept', 'boss')]


def case(name: str, organisation: str) -> str:
    """An entry of precedents.yaml."""
    return f"{name}: {{organisation: {organisation}, year: '2024', lesson: {{en: A fine.}}}}\n"


def test_entries_of_data_files_add_up(folder: Path) -> None:
    (folder / 'base/precedents.yaml').write_text(case('P1', 'One') + case('P2', 'Two'))
    (folder / 'own').mkdir()
    (folder / 'own/precedents.yaml').write_text(case('P2', 'Own') + case('P3', 'Three'))
    precedents = loaded(folder, {}).reference['precedents']
    assert {name: own['organisation'] for name, own in precedents.items()} == {
        'P1': 'One', 'P2': 'Own', 'P3': 'Three',
    }  # fmt: skip
