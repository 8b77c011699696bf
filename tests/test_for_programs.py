"""`--format json` of the commands for rule writers: the whole document, for programs."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import engine
import pytest

from policycheck.cli import main

CHEAP = """
category: tone
title: {en: Cheap, nb: Billig}
level: advice
why: {en: Readers doubt it., nb: Leserne tviler.}
advice: {en: Say the price., nb: Si prisen.}
languages: [en, nb]
ask: prices
precedents: [P1]
find:
  en: |
    {low}
  nb: |
    "billig"
adjust: [{has: {en: '"says"', nb: '"sier"'}, in: sentence, level: 'off'}]
examples:
  en: {flags: ["So [[dirtcheap]]."], passes: [{text: So warm., account: official}]}
  nb: {flags: ["Så [[billig]]."], passes: [Så varm.]}
"""
LOW = 'about: "Low prices."\nen: |\n  "dirtcheap"\n  "next to nothing"\n'
POLICY = """
organisation: {name: Nordvik, products: [Varme]}
packs: [./base]
contacts: {prices: {who: sales, at: sales@nordvik.example}}
rules: {tone/cheap: {level: note, reason: we are cheap}}
"""
CASES = 'P1: {organisation: Eksempel AS, year: 2019, lesson: {en: A fine., nb: En bot.}, url: "https://example.org/p1"}\n'


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, starter: Path
) -> Callable[..., tuple[int, Any]]:
    """Runs a command in an office with one rule; exit code and document."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv('XDG_CACHE_HOME', str(starter))
    pack = engine.pack(tmp_path / 'base', {'tone/cheap': ''}, {}, engine.QUOTED)
    for name, text in {'tone/cheap.yaml': CHEAP, 'words/low.yaml': LOW, 'precedents.yaml': CASES}.items():
        (pack / name).write_text(text, 'utf-8')
    (tmp_path / 'policycheck.yaml').write_text(POLICY, 'utf-8')

    def told(*words: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main([*words, '--format', 'json'])
        return code, json.loads(capsys.readouterr().out)

    return told


SHOWN = {
    'version': 1,
    'id': 'tone/cheap',
    'category': 'tone',
    'level': 'note',
    'rights': False,
    'opinion': False,
    'locked': False,
    'languages': ['en', 'nb'],
    'title': {'en': 'Cheap', 'nb': 'Billig'},
    'path': 'base/tone/cheap.yaml',
    'reason': 'we are cheap',
    'words': {},
    'contact': {'who': 'sales', 'at': 'sales@nordvik.example', 'out_of_hours': None},
    'cases': [
        {
            'id': 'P1',
            'organisation': 'Eksempel AS',
            'year': '2019',
            'lesson': {'en': 'A fine.', 'nb': 'En bot.'},
            'url': 'https://example.org/p1',
        }
    ],
    'rule': {
        'category': 'tone',
        'title': {'en': 'Cheap', 'nb': 'Billig'},
        'level': 'advice',
        'why': {'en': 'Readers doubt it.', 'nb': 'Leserne tviler.'},
        'advice': {'en': 'Say the price.', 'nb': 'Si prisen.'},
        'ask': 'prices',
        'precedents': ['P1'],
        'find': {'nb': '"billig"\n'},
        'adjust': [{'level': 'off', 'has': {'nb': '"sier"'}, 'in': 'sentence'}],
        'examples': {'nb': {'flags': [{'text': 'Så [[billig]].'}], 'passes': [{'text': 'Så varm.'}]}},
        'languages': ['en', 'nb'],
    },
}


def test_show(run: Callable[..., tuple[int, Any]], tmp_path: Path) -> None:
    code, found = run('rules', 'show', 'tone/cheap', '--lang', 'nb')
    assert (code, {**found, 'path': str(Path(found['path']).relative_to(tmp_path))}) == (0, SHOWN)
    whole = run('rules', 'show', 'tone/cheap')[1]['rule']
    assert whole['find'] == {'en': '{low}\n', 'nb': '"billig"\n'}
    assert whole['examples']['en']['passes'] == [{'text': 'So warm.', 'account': 'official'}]


def test_forms(run: Callable[..., tuple[int, Any]]) -> None:
    assert run('rules', 'forms', '{low} ~ ({product}|{money}|dog)', '--lang', 'en') == (
        0,
        {
            'version': 1,
            'phrase': '{low} ~ ({product}|{money}|dog)',
            'lang': 'en',
            'parts': [
                {
                    'written': '{low}',
                    'entries': 2,
                    'forms': ['dirtcheap'],
                    'phrases': ['"next" "to" "nothing"'],
                    'names': [],
                },
                {'written': '{product}', 'entries': 0, 'forms': [], 'phrases': [], 'names': ['Varme']},
                {'written': '{money}'},
                {'written': 'dog', 'forms': ['dog', 'dogged', 'dogging', 'dogs']},
            ],
        },
    )
    slots, patterns = (
        run('rules', 'forms', '"a" ...2 "b"', '--lang', 'en', '--patterns')[1][key]
        for key in ('slots', 'patterns')
    )
    (a, b), (sequence,) = sorted(slots), patterns

    def pattern(slot: str) -> list[dict[str, Any]]:
        first, more = ({'_': {'slots': {'INTERSECTS': [sign * int(slot)]}}} for sign in (1, -1))
        return [first, {**more, 'OP': '*'}]

    assert slots == {a: 'a', b: 'b'}
    assert sequence == {'at_start': False, 'parts': [pattern(a), 2, pattern(b)]}


def test_verify_is_check_and_test_in_one(run: Callable[..., tuple[int, Any]]) -> None:
    rule, words = 'base/tone/cheap.yaml', 'base/words/low.yaml'
    code, found = run('rules', 'verify', rule, words)
    assert (code, found) == (
        0,
        {
            'version': 1,
            'check': [run('rules', 'check', one)[1] for one in (rule, words)],
            'test': run('rules', 'test', rule)[1],
        },
    )
    assert found['test']['totals'] == {'examples': 4, 'rules': 1, 'held': 4, 'failed': 0}
    Path(rule).write_text(CHEAP.replace('"billig"', '"rimelig"'), 'utf-8')
    code, found = run('rules', 'verify', rule)
    assert (code, found['test']['totals']['failed']) == (1, 1)
    assert run('rules', 'verify', words)[1]['test'] is None


def test_new_asks_on_the_other_stream(
    run: Callable[..., tuple[int, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, 'stdin', io.StringIO('en\n\n\nDear\n"dear"\n'))
    written = {'version': 1, 'id': 'tone/dear', 'path': 'own/tone/dear.yaml', 'pack': './own'}
    assert run('rules', 'new', 'tone/dear', '--folder', 'own') == (0, written)
    assert 'en: "Dear"' in Path('own/tone/dear.yaml').read_text('utf-8')


def test_parse(run: Callable[..., tuple[int, Any]]) -> None:
    Path('a.txt').write_text('Not dirtcheap.', 'utf-8')
    Path('b.txt').write_text('', 'utf-8')
    draft = {'id': 'a.txt', 'path': 'a.txt', 'lang': 'en', 'lang_from': 'option', 'unscreened': None}
    tokens = [('Not', 'word', ['negation']), ('dirtcheap', 'word', ['low']), ('.', 'end', [])]
    sentence = {
        'tokens': [
            {'text': text, 'kind': kind, 'classes': classes, 'clause': 1} for text, kind, classes in tokens
        ],
        'marks': [{'mark': 'negated', 'cue': 'Not', 'words': 'dirtcheap.'}],
    }
    assert run('parse', 'a.txt', '--lang', 'en') == (
        0,
        {'version': 1, 'drafts': [{**draft, 'sentences': [sentence]}]},
    )
    (nothing,) = run('parse', 'b.txt', '--lang', 'en')[1]['drafts']
    assert (nothing['unscreened'], nothing['sentences']) == ('empty', [])
