"""`policycheck rules test --coverage`: phrases, patterns, entries of adjust and languages without an example."""

from __future__ import annotations

import json
from pathlib import Path

import engine
import pytest

from policycheck.cli import main

RULE = """\
category: test
title: {en: Said, nb: Sagt}
why: {en: Said., nb: Sagt.}
advice: {en: Said., nb: Sagt.}
level: warn
opinion: true
languages: [en, nb]
find:
  en: |
    "boss" ~ "awful"
    "boss" ~ "late"
  nb: |
    "sjef"
points:
  needs: 2
  within: sentence
  en: |
    2 "chief" ~ "gone"
    1 "again"
    -1 "sorry"
    -1 "never"
regex:
  any: |
    zzz\\d
    yyy\\d
adjust:
  - {if: question, level: off}
  - {account: official, raise: 1}
  - {has: {en: '"old"', nb: '"gammel"'}, in: post, lower: 1}
  - {has: {en: '"dear"'}, in: post, level: off}
  - {has: {en: '"my"'}, in: post, opinion: false}
fix: {en: {'"awful"': bad, '"late"': slow}}
examples:
  en:
    flags:
      - "My [[boss is awful]]."
      - {text: "Our old [[boss is awful]].", level: advice}
      - "The [[chief is gone]]."
      - "See [[zzz1]]."
    passes: ["Sorry, nothing.", "Is the boss awful?", "Dear boss, the traffic was awful."]
    fixes: {"My [[boss is awful]].": "My boss is bad."}
  nb:
    flags: ["Hei [[zzz2]]."]
    passes: ["Hei."]
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forms: Path) -> Path:
    """A folder with a policy and one rule."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv('LC_ALL', 'en')
    monkeypatch.setenv('XDG_CACHE_HOME', str(forms))
    engine.pack(tmp_path / 'rules', {'t/r': RULE}, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('organisation: {name: Nordvik}\npacks: [./rules]\n', 'utf-8')
    return tmp_path


UNTRIED = """\
rules/t/r.yaml:11: no example is flagged by “"boss" ~ "late"”
rules/t/r.yaml:13: no example is flagged by “"sjef"”
rules/t/r.yaml:19: no example is flagged by “"again"”
rules/t/r.yaml:21: no example holds “"never"”, which takes points away
rules/t/r.yaml:25: no example is flagged by “yyy\\d”
rules/t/r.yaml:27: no example in nb is changed by this line of adjust
rules/t/r.yaml:28: no example is changed by this line of adjust
rules/t/r.yaml:29: no example in nb is changed by this line of adjust
rules/t/r.yaml:32: no example under fixes puts in “"late"”
Phrases: 11; tried by an example: 5. Lines of adjust: 5; tried: 4.
"""


def test_coverage_is_told_after_the_examples(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['rules', 'test', '--coverage']) == 0
    assert capsys.readouterr().out == f'Rules: 1. Examples: 10; 10 hold, 0 fail.\n\n{UNTRIED}'


def test_coverage_as_json(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['rules', 'test', '--coverage', '--format', 'json']) == 0
    coverage = json.loads(capsys.readouterr().out)['coverage']
    assert [(one['line'], one['kind']) for one in coverage['untried']] == [
        (11, 'phrase'), (13, 'phrase'), (19, 'phrase'), (21, 'minus'), (25, 'phrase'),
        (27, 'adjust_lang'), (28, 'adjust'), (29, 'adjust_lang'), (32, 'fix'),
    ]  # fmt: skip
    assert (coverage['phrases'], coverage['tried'], coverage['adjust'], coverage['adjusted']) == (11, 5, 5, 4)


def test_a_language_that_flags_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = office / 'rules/t/r.yaml'
    path.write_text(path.read_text('utf-8').replace('Hei [[zzz2]].', '[[Hei]] dere.'), 'utf-8')
    assert main(['rules', 'test', '--coverage']) == 1
    assert 'rules/t/r.yaml:42: the examples in nb flag nothing\n' in capsys.readouterr().out


def test_several_rules_are_told_in_a_table(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mail = engine.rule('detect: [email, iban]', ['en']).replace('["x"]', '["at [[a@example.com]]"]')
    (office / 'rules/t/mail.yaml').write_text(mail, 'utf-8')
    assert main(['rules', 'test', '--coverage']) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == 'rules/t/mail.yaml:8: no example is flagged by “iban”'
    assert lines[-6:] == [
        '',
        '        phrases  lines of adjust',
        't/mail      1/2              0/0',
        't/r        5/11              4/5',
        '',
        'Phrases: 13; tried by an example: 6. Lines of adjust: 5; tried: 4.',
    ]
