# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""`policycheck eval` as rule writers use it: figures in their language, and labels that no rule has."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import engine
import pytest

from policycheck.cli import main

POSTS = [
    {'text': 'An awful day.', 'labels': ['tests']},
    {'text': 'An awful boss.', 'labels': {'test': True}},
    {'text': 'A fine day.', 'labels': []},
    {'text': 'An awful lot of sun.', 'labels': [], 'near_miss_of': 'test'},
    {'text': 'Awful to be so happy.', 'labels': []},
]
NO_RULE = {
    'en': 'posts.jsonl:1: no rule is of the category tests (did you mean test?): correct it, or write a rule that finds it\n',
    'nb': 'posts.jsonl:1: ingen regel har kategorien tests (mente du test?): rett den, eller skriv en regel som finner den\n',
    'sv': 'posts.jsonl:1: ingen regel har kategorin tests (menade du test?): rätta den, eller skriv en regel som hittar den\n',
    'fi': 'posts.jsonl:1: millään säännöllä ei ole luokkaa tests (tarkoititko test?): korjaa se tai kirjoita sääntö, joka löytää sen\n',
}
TABLE = {
    'en': """\
5 posts, 0 of them not screened

Found, by category and language (worst first)
                                    en      all   95 %
  tests                            0/1      0/1   (0-79 %)
  test                             1/1      1/1   (21-100 %)
  all in en                        1/2   50 % (9-91 %)
  by level
    REASON                         1/2   50 % (9-91 %)
  by finder
    find                           1/2   50 % (9-91 %)

Right among the flagged: 1/4  25 % (5-70 %)
  by category
    test                           1/4   25 % (5-70 %)
  by language
    en                             1/4   25 % (5-70 %)
  by level
    REASON                         1/4   25 % (5-70 %)
  by finder
    find                           1/4   25 % (5-70 %)

Near misses flagged: 1/1  100 % (21-100 %)
  by category
    test                           1/1   100 % (21-100 %)
  by language
    en                             1/1   100 % (21-100 %)
  by level
    REASON                         1/1   100 % (21-100 %)
  by finder
    find                           1/1   100 % (21-100 %)

Clean posts flagged at TIP or above: 1/2  50 % (9-91 %)
  en                               1/2   50 % (9-91 %)

Flags per 1,000 clean posts:
  by category
    test                         500.0
  by language
    en                           500.0
  by level
    REASON                       500.0
  by finder
    find                         500.0
""",
    'nb': """\
5 innlegg, 0 av dem ikke sjekket

Funnet, etter kategori og språk (dårligst først)
                                    en     alle   95 %
  tests                            0/1      0/1   (0-79 %)
  test                             1/1      1/1   (21-100 %)
  alle (en)                        1/2   50 % (9-91 %)
  etter nivå
    BEGRUNN                        1/2   50 % (9-91 %)
  etter finnemåte
    find                           1/2   50 % (9-91 %)

Riktige blant merknadene: 1/4  25 % (5-70 %)
  etter kategori
    test                           1/4   25 % (5-70 %)
  etter språk
    en                             1/4   25 % (5-70 %)
  etter nivå
    BEGRUNN                        1/4   25 % (5-70 %)
  etter finnemåte
    find                           1/4   25 % (5-70 %)

Harmløse, men lignende, som fikk merknad: 1/1  100 % (21-100 %)
  etter kategori
    test                           1/1   100 % (21-100 %)
  etter språk
    en                             1/1   100 % (21-100 %)
  etter nivå
    BEGRUNN                        1/1   100 % (21-100 %)
  etter finnemåte
    find                           1/1   100 % (21-100 %)

Harmløse innlegg som fikk TIPS eller mer: 1/2  50 % (9-91 %)
  en                               1/2   50 % (9-91 %)

Merknader per 1000 harmløse innlegg:
  etter kategori
    test                         500,0
  etter språk
    en                           500,0
  etter nivå
    BEGRUNN                      500,0
  etter finnemåte
    find                         500,0
""",
}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forms: Path) -> Path:
    engine.pack(tmp_path / 'rules', {'t/bad': engine.find('en', '"awful"')}, {}, engine.QUOTED)
    rule = tmp_path / 'rules/t/bad.yaml'
    rule.write_text(re.sub('category: .*', 'category: test', rule.read_text('utf-8')), 'utf-8')
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'posts.jsonl').write_text(
        ''.join(json.dumps({'lang': 'en', **post}) + '\n' for post in POSTS), 'utf-8'
    )
    monkeypatch.setenv('XDG_CACHE_HOME', str(forms))
    monkeypatch.setenv('LC_ALL', 'C')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize('language', NO_RULE)
def test_figures_in_the_readers_language(
    office: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert main(['eval', 'posts.jsonl', '--screen-language', language]) == 0
    printed = capsys.readouterr()
    assert printed.err == NO_RULE[language]
    assert printed.out == TABLE.get(language, printed.out)


RECORD = {
    'recall': {'test en': [1, 1], 'tests en': [0, 1]},
    'recall_by_language': {'en': [1, 2]},
    'precision': {'test': [1, 4]},
    'precision_by_finder': {'find': [1, 4]},
    'near_misses': {'test': [1, 1]},
    'near_misses_by_finder': {'find': [1, 1]},
    'clean_flagged': {'en': [1, 2]},
    'flags_on_clean': {'warn': 1},
    'flags_on_clean_by_category': {'test': 1},
}
WORSE = {
    'as it was': ({}, []),
    'less is found': (
        {'recall': {'test en': [1, 1], 'tests en': [1, 1]}},
        ['recall tests en: 0.000 (0/1), recorded 1.000 (1/1)', 'recall all: 0.500 (1/2), recorded 1.000 (2/2)'],
    ),
    'posts have gone': (
        {'recall': {'test en': [1, 1], 'tests en': [0, 1], 'x en': [0, 1]}},
        ['recall x en: no longer among the posts'],
    ),
    'less of it is right': (
        {'precision': {'test': [2, 4]}, 'precision_by_finder': {'find': [2, 4]}},
        [
            'precision test: 0.250 (1/4), recorded 0.500 (2/4)',
            'precision all: 0.250 (1/4), recorded 0.500 (2/4)',
            'precision by finder find: 0.250 (1/4), recorded 0.500 (2/4)',
        ],
    ),
    'a category is flagged that was not': (
        {'precision': {'other': [1, 2]}},
        ['precision all: 0.250 (1/4), recorded 0.500 (1/2)'],
    ),
    'near misses are flagged': (
        {'near_misses': {'test': [0, 1]}, 'near_misses_by_finder': {}},
        [
            'near misses test: 1.000 (1/1), recorded 0.000 (0/1)',
            'near misses all: 1.000 (1/1), recorded 0.000 (0/1)',
            'near misses by finder find: 1.000 (1/1), recorded 0',
        ],
    ),
    'clean posts are flagged': (
        {'clean_flagged': {'en': [0, 2]}},
        [
            'clean flagged en: 0.500 (1/2), recorded 0.000 (0/2)',
            'clean flagged all: 0.500 (1/2), recorded 0.000 (0/2)',
        ],
    ),
    'more flags on clean posts': (
        {'clean_flagged': {'en': [2, 4]}, 'flags_on_clean': {'note': 1}},
        [
            'flags on clean by category test: 500.0, recorded 250.0',
            'flags on clean warn: 500.0, recorded 0',
        ],
    ),
    'all is better': (
        {
            'recall': {'test en': [0, 1], 'tests en': [0, 1]},
            'precision': {'test': [1, 5]},
            'clean_flagged': {'en': [2, 2]},
            'flags_on_clean': {'warn': 2, 'stop': 1},
        },
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize('case', WORSE)
def test_the_gate_names_each_figure_that_got_worse(
    office: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    changed, expected = WORSE[case]
    (office / 'then.json').write_text(json.dumps({**RECORD, **changed}))
    assert main(['eval', 'posts.jsonl', '--gate', 'then.json']) == bool(expected)
    lines = [f'worse: {line}\n' for line in expected]
    assert capsys.readouterr().err == NO_RULE['en'] + ''.join(lines)


def test_figures_are_their_own_record(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['eval', 'posts.jsonl', '--format', 'json']) == 0
    (office / 'then.json').write_text(capsys.readouterr().out)
    assert main(['eval', 'posts.jsonl', '--gate', 'then.json']) == 0
    assert main(['eval', 'posts.jsonl', '--screen-language', 'sv', '--gate', 'then.json']) == 0


PAGE = (engine.ROOT / 'docs/measuring.md').read_text('utf-8')
BLOCK = re.compile(r'^```(\w+)(?: (\S+))?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
OF_THE_PAGE = {
    'style/hashtags': ('accessibility_style', '"lake" ...30 "fun"'),
    'claims/superlatives': ('superlatives_guarantees', '"cheapest"'),
    'selling/urgency': ('urgency_scarcity', '"hurry" "," "only" "today"'),
}


def test_the_page_tells_what_is_printed(
    tmp_path: Path, forms: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(forms))
    monkeypatch.chdir(tmp_path)
    rules = {
        name: engine.find('en', phrase).replace('category: test', f'category: {category}')
        for name, (category, phrase) in OF_THE_PAGE.items()
    }
    engine.pack(tmp_path / 'rules', rules, {}, engine.QUOTED)
    told = ''
    for kind, name, content in (match.groups() for match in BLOCK.finditer(PAGE)):
        if kind == 'sh':
            for line in content.splitlines():
                command, _, target = line.removeprefix('policycheck ').partition(' > ')
                main(command.split())
                printed = capsys.readouterr()
                told = printed.out + printed.err
                if target:
                    Path(target).write_text(printed.out, 'utf-8')
        elif kind == 'text':
            assert [line for line in content.splitlines() if line not in told] == [], told
        else:
            # the small rules stand for those that come along
            small = 'packs: [./rules]\n' if name == 'policycheck.yaml' else ''
            Path(name).write_text(content + small, 'utf-8')


@pytest.mark.parametrize(
    ('record', 'told'),
    [
        (None, 'there are no figures yet; write those of now into it: --format json > FILE'),
        ('{', 'no JSON of an earlier run; make one with --format json'),
        ('[]', 'this holds no figures of an earlier run; make some with --format json'),
        (
            '{"recall": {"test en": "1/2"}}',
            "recall test en: no figure of an earlier run, but '1/2'; make the file anew with --format json",
        ),
    ],
)
def test_a_record_that_is_none(
    office: Path, capsys: pytest.CaptureFixture[str], record: str | None, told: str
) -> None:
    if record is not None:
        (office / 'then.json').write_text(record)
    assert main(['eval', 'posts.jsonl', '--gate', 'then.json']) == 2
    assert capsys.readouterr() == ('', f'then.json: {told}\n')


def test_standard_input_and_one_post(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys, 'stdin', io.TextIOWrapper(io.BytesIO(b'{"text": "A fine day.", "labels": []}\n'))
    )
    assert main(['eval', '-']) == 0
    assert (
        capsys.readouterr().out
        == """\
1 post, 0 not screened

Clean posts flagged at TIP or above: 0/1  0 % (0-79 %)

Flags per 1,000 clean posts: none
"""
    )


@pytest.mark.parametrize(
    ('row', 'wrong'),
    [
        ({'near_miss_of': ['test']}, 'near_miss_of is one word in quotes'),
        ({'lang': {'a': 1}}, 'lang has to be text'),
        ({'lang': 'english'}, "lang is a code such as en, nb, sv or fi, not 'english'"),
        ({'channel': 'linkdin'}, "there is no channel 'linkdin'; did you mean linkedin?"),
        ({'account': 'mine'}, "account is personal or official, not 'mine'"),
        (
            {'labels': {'test': 'maybe'}},
            'labels is a list of categories or an object of category and true or false',
        ),
    ],
)
def test_a_row_that_is_none_is_told_by_its_line(
    office: Path, capsys: pytest.CaptureFixture[str], row: dict[str, object], wrong: str
) -> None:
    posts = office / 'posts.jsonl'
    posts.write_text(f'{json.dumps(POSTS[0])}\n{json.dumps({"text": "A day.", **row})}\n', 'utf-8')
    assert main(['eval', 'posts.jsonl']) == 2
    assert capsys.readouterr().err == f'posts.jsonl:2: {wrong}\n'


def test_a_file_without_posts(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / 'none.jsonl').write_text('\n')
    assert main(['eval', 'posts.jsonl', 'none.jsonl']) == 2
    told = 'none.jsonl: there is no post in it; write one a line: {"text": "...", "labels": [...]}\n'
    assert capsys.readouterr().err == told
