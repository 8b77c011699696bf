# ruff: noqa: E501  messages stand on one line, as they are shown
"""Token patterns: what a pipeline without a model knows is taken, every slip is told in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import engine
import pytest

from policycheck.cli import main
from policycheck.errors import InputError
from policycheck.kinds.tokens import refuse
from policycheck.nlp import pipeline
from policycheck.schema import rulefile

RULE = """\
category: slogans_jargon
title: {en: Slogan}
level: note
why: {en: It says nothing.}
advice: {en: Say what it is.}
languages: [en]
examples: {en: {flags: [buy], passes: [y]}}
tokens:
  en:
    - %s
"""
NO_MODEL = 'needs a trained model, and none is loaded; write LOWER, SHAPE or the like'


@pytest.mark.parametrize(
    ('pattern', 'expected'),
    [
        pytest.param('[{LOWR: buy}]', "unknown key 'LOWR'; did you mean LOWER?", id='slip'),
        pytest.param('[{lower: buy}]', "unknown key 'lower'; did you mean LOWER?", id='small letters'),
        pytest.param('[{COLOUR: red}]', "unknown key 'COLOUR'; write LOWER, ORTH, SHAPE, IS_UPPER or the like", id='no such thing'),
        pytest.param('[{LOWER: buy, OP: "x"}]', "unknown value of 'OP': 'x'; one of !, ?, +, *, {n}, {n,m}, {n,}, {,m}", id='operator'),
        pytest.param('[{LOWER: buy, OP: "{3,2}"}]', "'OP': '{3,2}' does not count up to 100 at most; write {2,3}", id='counts down'),
        pytest.param('[{LOWER: buy, OP: "{9999}"}]', "'OP': '{9999}' does not count up to 100 at most; write {2,3}", id='too often'),
        pytest.param('[{LOWER: {IN: buy}}]', "'IN': expected a list such as [one, two], not a text", id='text for a list'),
        pytest.param('[{LOWER: {IN: [buy, [now]]}}]', "'IN': expected a text, not a list; write {IN: [one, two]}", id='list in a list'),
        pytest.param('[{LOWER: {INN: [buy]}}]', "unknown key 'INN'; did you mean IN?", id='condition'),
        pytest.param('[{LOWER: {"=": buy}}]', "unknown key '='; write one of REGEX, FUZZY, IN, NOT_IN, IS_SUBSET, IS_SUPERSET, INTERSECTS", id='no such condition'),
        pytest.param('[{LOWER: {REGEX: {ANY: [buy]}}}]', "'REGEX': expected a text, or a list under IN or NOT_IN", id='condition of a condition'),
        pytest.param('[{LOWER: {}}]', "'LOWER' is empty; write what it must be", id='no condition'),
        pytest.param('[{LOWER: [buy]}]', "'LOWER': expected a text, not a list; write {IN: [one, two]}", id='list for a text'),
        pytest.param('[{LOWER: }]', "'LOWER': expected a text, not nothing", id='nothing for a text'),
        pytest.param('[{LENGTH: long}]', "'LENGTH': expected a whole number, not 'long'", id='no number'),
        pytest.param('[{LENGTH: {">=": [3]}}]', "'>=': expected a whole number, not a list", id='list for a number'),
        pytest.param('[{IS_PUNCT: perhaps}]', "'IS_PUNCT': expected true or false", id='no yes or no'),
        pytest.param('[]', "'tokens.en' is empty; write at least 1", id='no token'),
        pytest.param('{LOWER: buy}', "'tokens.en': expected a list such as [one, two], not keys", id='a token for a pattern'),
        pytest.param('[buy]', "'tokens.en': expected keys such as 'name: value', not a text", id='text for a token'),
        pytest.param('[{POS: VERB}]', f"'POS' {NO_MODEL}", id='part of speech'),
        pytest.param('[{LEMMA: buy}]', f"'LEMMA' {NO_MODEL}", id='lemma'),
        pytest.param('[{DEP: x}]', f"'DEP' {NO_MODEL}", id='dependency'),
        pytest.param('[{_: {foo: bar}}]', "'_' needs extensions of spaCy, and there are none; write LOWER, SHAPE or the like", id='extension'),
    ],
)  # fmt: skip
def test_every_slip_is_told_in_one_line(pattern: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        rulefile.load('a.yaml', (RULE % pattern).encode())
    assert str(caught.value) == f'a.yaml:10: {expected}'


def test_an_empty_list_of_patterns_is_told() -> None:
    with pytest.raises(InputError) as caught:
        rulefile.load('a.yaml', RULE.replace('\n    - %s', ' []').encode())
    assert str(caught.value) == "a.yaml:9: 'tokens.en' is empty; write at least 1"


def test_the_line_is_that_of_the_condition() -> None:
    with pytest.raises(InputError) as caught:
        rulefile.load('a.yaml', (RULE % '- LOWER: buy\n      - LOWER:\n          IN: now').encode())
    assert str(caught.value) == "a.yaml:12: 'IN': expected a list such as [one, two], not a text"


@pytest.mark.parametrize(
    ('pattern', 'expected'),
    [
        ('[{ORTH: Buy, TEXT: Buy, LOWER: buy, NORM: buy, SHAPE: Xxx}]', [{'ORTH': 'Buy', 'TEXT': 'Buy', 'LOWER': 'buy', 'NORM': 'buy', 'SHAPE': 'Xxx'}]),
        ('[{LENGTH: 3}, {LENGTH: {">=": 2, "<": 4}}, {LENGTH: {IN: [2, 3]}}]', [{'LENGTH': 3}, {'LENGTH': {'>=': 2, '<': 4}}, {'LENGTH': {'IN': [2, 3]}}]),
        ('[{IS_UPPER: true, LIKE_URL: false, SPACY: true}, {}]', [{'IS_UPPER': True, 'LIKE_URL': False, 'SPACY': True}, {}]),
        ('[{LOWER: {NOT_IN: [buy]}}, {LOWER: {FUZZY1: buy}}, {LOWER: {REGEX: {IN: [b+, c+]}}}]', [{'LOWER': {'NOT_IN': ['buy']}}, {'LOWER': {'FUZZY1': 'buy'}}, {'LOWER': {'REGEX': {'IN': ['b+', 'c+']}}}]),
        *((f'[{{LOWER: buy, OP: "{op}"}}]', [{'LOWER': 'buy', 'OP': op}]) for op in ('!', '?', '+', '*', '{2}', '{1,2}', '{2,}', '{,2}')),
    ],
)  # fmt: skip
def test_what_is_taken_spacy_takes(pattern: str, expected: list[dict[str, Any]]) -> None:
    rule, _ = rulefile.load('a.yaml', (RULE % pattern).encode())
    refuse(expected)
    pipeline.matcher('en', [expected])
    assert rule.tokens == {'en': (tuple(expected),)}


@pytest.mark.parametrize(
    ('regex', 'expected'),
    [
        pytest.param('"("', "'REGEX': cannot read the pattern at column 1: missing ), unterminated subpattern", id='unreadable'),
        pytest.param('(a+)+$', "'REGEX': an open repeat stands inside another; bound the outer one, as in {1,8}", id='explodes'),
        pytest.param('{NOT_IN: [b, (a+)+$]}', "'REGEX': an open repeat stands inside another; bound the outer one, as in {1,8}", id='one of several'),
    ],
)  # fmt: skip
def test_regular_expressions_are_as_safe_as_those_of_regex(
    tmp_path: Path,
    regex: str,
    expected: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv('LC_ALL', 'en')
    monkeypatch.chdir(tmp_path)
    rule = RULE % f'[{{LOWER: {{REGEX: {regex}}}}}]'
    folder = engine.pack(tmp_path / 'rules', {'t/r': rule}, shipped=engine.QUOTED)
    with pytest.raises(InputError) as caught:
        engine.artefact(folder, 'packs: [.]\n')
    assert str(caught.value) == f'{folder}/t/r.yaml:10: {expected}'
    assert (
        main(['rules', 'check', str(folder / 't/r.yaml'), '--policy', str(folder / 'policycheck.yaml')]) == 1
    )
    assert capsys.readouterr().out.splitlines()[0].endswith(f't/r.yaml:10: {expected}')
