"""The gate's truth table, and what counts as a reason."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from policycheck.check import check
from policycheck.compiling.load import load
from policycheck.model import Draft, Report
from policycheck.tui import gate
from policycheck.tui.follow import Item
from policycheck.tui.keeps import Kept, good_reason, keep, kept, sentence

WORDS = {'stop': 'Project Heron.', 'warn': 'So clueless.', 'advice': 'We utilize it.', 'rights': 'My salary.'}


@pytest.fixture(scope='module')
def ruleset(app_policy: Path):  # type: ignore[no-untyped-def]
    return load(str(app_policy), cache=str(app_policy.parent / 'cache'), quiet=True)


def reported(ruleset, text: str, account: str) -> tuple[Report, list[Item]]:  # type: ignore[no-untyped-def]
    report = check(Draft('d', 'd', text, text), ruleset, {'account': account, 'lang': 'en'})
    return report, [Item(flag, *flag.span) for flag in (*report.rights, *report.flags)]


@pytest.mark.parametrize('account', ['personal', 'official'])
@pytest.mark.parametrize('kind', list(product((False, True), repeat=4)), ids=str)
@pytest.mark.parametrize('said', ['nothing', 'reasons', 'reasons and reader'])
def test_truth_table(ruleset, kind: tuple[bool, ...], said: str, account: str) -> None:  # type: ignore[no-untyped-def]
    text = '\n\n'.join(words for words, there in zip(WORDS.values(), kind, strict=True) if there)
    report, items = reported(ruleset, text, account)
    keeps: list[Kept] = []
    if said != 'nothing':
        by = 'Kari' if 'reader' in said else ''
        keeps = [keep(one.flag, text, one.start, one.end, 'agreed with the desk', by) for one in items]
    now = gate.standing(text, report, items, keeps, fresh=True)
    stop, warn = kind[0], kind[1]
    open_stop = stop and (said == 'nothing' or (account == 'official' and said == 'reasons'))
    open_warn = warn and said == 'nothing'
    expected = (
        gate.EMPTY if not text else gate.STOPPED if open_stop else gate.REASONS if open_warn else gate.CLEAR
    )
    assert now.state == expected
    # what is a right neither blocks nor asks for a reason
    assert all(not one.flag.rule.rights for one in now.open)


def test_only_a_check_of_this_very_text_is_clear(ruleset) -> None:  # type: ignore[no-untyped-def]
    report, items = reported(ruleset, 'All is well.', 'personal')
    assert gate.standing('All is well.', report, items, (), fresh=True).state == gate.CLEAR
    assert gate.standing('All is well.', report, items, (), fresh=False).state == gate.CHECKING
    assert gate.standing('All is well.', None, (), (), fresh=True).state == gate.CHECKING
    assert gate.standing('All is well.', None, (), (), fresh=False, loading=True).state == gate.LOADING
    assert gate.standing('All is well.', report, items, (), fresh=True, problem='x').state == gate.FAILED


def test_a_text_in_another_language_is_not_clear(ruleset) -> None:  # type: ignore[no-untyped-def]
    text = 'Das ist ein ganz normaler Satz über das Wetter und die Arbeit im Garten von gestern.'
    report = check(Draft('d', 'd', text, text), ruleset, {'lang': 'de'})
    assert gate.standing(text, report, (), (), fresh=True).state == gate.UNSCREENED


@pytest.mark.parametrize(
    ('text', 'good'),
    [
        ('agreed with Kari', True),
        ('short', False),
        ('        ', False),
        ('aaaaaaaaaaaa', False),
        ('abababababab', False),
        ('sovittu näin', True),
    ],
)
def test_what_is_a_reason(text: str, good: bool) -> None:
    assert good_reason(text) is good


def test_a_kept_place_is_bound_to_its_words_and_sentence(ruleset) -> None:  # type: ignore[no-untyped-def]
    text = 'One. He is clueless. Two.'
    _, items = reported(ruleset, text, 'personal')
    own = [keep(items[0].flag, text, items[0].start, items[0].end, 'a quotation')]
    assert kept(own, items[0].flag, text, items[0].start, items[0].end) is own[0]
    other = 'One more. He is so clueless. Two.'
    _, items = reported(ruleset, other, 'personal')
    assert kept(own, items[0].flag, other, items[0].start, items[0].end) is None
    assert sentence(other, items[0].start, items[0].end) == 'He is so clueless.'


def test_a_waiver_of_a_file_ends_with_its_day(ruleset) -> None:  # type: ignore[no-untyped-def]
    text = 'He is clueless.'
    _, items = reported(ruleset, text, 'personal')
    stated = Kept('t/scorn', 'clueless', '', 'a quotation', '', '2020-01-01')
    assert kept([stated], items[0].flag, text, items[0].start, items[0].end) is None
    later = stated._replace(until='2999-01-01')
    assert kept([later], items[0].flag, text, items[0].start, items[0].end) == later
