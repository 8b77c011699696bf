# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""`policycheck eval` as rule writers use it: figures in their language, and labels that no rule has."""

from __future__ import annotations

import json
import re
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
    'en': 'no rule is of the category tests, which some posts are labelled with (did you mean test?): it is never found\n',
    'nb': 'ingen regel har kategorien tests, som noen innlegg er merket med (mente du test?): den blir aldri funnet\n',
    'sv': 'ingen regel har kategorin tests, som några inlägg är märkta med (menade du test?): den hittas aldrig\n',
    'fi': 'millään säännöllä ei ole luokkaa tests, jolla julkaisuja on merkitty (tarkoititko test?): sitä ei löydy koskaan\n',
}
TABLE = {
    'en': """\
5 posts, 0 of them not screened

Found, by category and language (worst first)
                                    en      all   95 %
  tests                            0/1      0/1   (0-79 %)
  test                             1/1      1/1   (21-100 %)
  all in en                        1/2   50 % (9-91 %)

Right among the flagged, by category: 1/4  25 % (5-70 %)
  test                             1/4

Near misses flagged: 1/1  100 % (21-100 %)
  test                             1/1

Clean posts flagged at TIP or above: 1/2  50 % (9-91 %)
  en                               1/2

Flags per 1,000 clean posts: REASON 500.0

Found by: find 1
""",
    'nb': """\
5 innlegg, 0 av dem ikke sjekket

Funnet, etter kategori og språk (dårligst først)
                                    en     alle   95 %
  tests                            0/1      0/1   (0-79 %)
  test                             1/1      1/1   (21-100 %)
  alle (en)                        1/2   50 % (9-91 %)

Riktige blant merknadene, etter kategori: 1/4  25 % (5-70 %)
  test                             1/4

Harmløse, men lignende, som fikk merknad: 1/1  100 % (21-100 %)
  test                             1/1

Harmløse innlegg som fikk TIPS eller mer: 1/2  50 % (9-91 %)
  en                               1/2

Merknader per 1000 harmløse innlegg: BEGRUNN 500,0

Funnet av: find 1
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


def test_figures_that_got_worse(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / 'then.json').write_text(
        json.dumps({'near_misses': {'test': [0, 1]}, 'recall': {'x en': [1, 1]}})
    )
    assert main(['eval', 'posts.jsonl', '--screen-language', 'sv', '--gate', 'then.json']) == 1
    assert capsys.readouterr().err == NO_RULE['sv'] + (
        'sämre: recall x en: inte längre bland inläggen\nsämre: near misses test: 1,000, var 0,000\n'
    )


@pytest.mark.parametrize(
    ('row', 'wrong'),
    [
        ({'near_miss_of': ['test']}, 'near_miss_of is one word in quotes'),
        ({'lang': {'a': 1}}, 'lang is one word in quotes'),
        (
            {'labels': {'test': 'maybe'}},
            'labels is a list of categories or an object of category and true or false',
        ),
    ],
)
def test_a_row_that_is_none_is_told_by_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: dict[str, object], wrong: str
) -> None:
    posts = tmp_path / 'posts.jsonl'
    posts.write_text(f'{json.dumps(POSTS[0])}\n{json.dumps({"text": "A day.", **row})}\n', 'utf-8')
    engine.pack(tmp_path / 'rules', {'a/mild': engine.find('en', '"awful"')}, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    assert main(['eval', str(posts), '--policy', str(tmp_path / 'policycheck.yaml')]) == 2
    assert capsys.readouterr().err.endswith(f'posts.jsonl:2: {wrong}\n')
