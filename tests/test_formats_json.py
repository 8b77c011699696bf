from __future__ import annotations

import json
from importlib import resources

import jsonschema
import pytest
from samples import DANISH, MIXED, POLICY, SECRET, deal, flag, paid_too_little, post, report, written

from policycheck.errors import InputError
from policycheck.formats.options import Counts, Cut, Options
from policycheck.model import NOTE, WARN
from policycheck.readers import drafts


def lines(reports, options=POLICY):
    told, counts = written('jsonl', reports, options)
    return [json.loads(line) for line in told.splitlines()], counts


CONTEXT_JSON = {
    'account': {'value': 'official', 'origin': 'front matter'},
    'channel': {'value': 'linkedin', 'origin': 'policy'},
    'reply': {'value': False, 'origin': 'default'},
    'paid': {'value': False, 'origin': 'default'},
    'jurisdictions': {'value': ['NO'], 'origin': 'language'},
    'sector': {'value': 'energy', 'origin': 'policy'},
    'listed': {'value': True, 'origin': 'policy'},
    'public_body': {'value': False, 'origin': 'default'},
    'date': {'value': '2026-11-21', 'origin': 'today'},
    'silent_period': {'value': False, 'origin': 'policy'},
    'sales_channel': {'value': None, 'origin': 'policy'},
}
CLEAN_JSON = {
    'id': 'post.txt',
    'path': 'post.txt',
    'lang': 'en',
    'lang_sure': True,
    'screened': True,
    'verdict': 'clean',
    'counts': {'stop': 0, 'warn': 0, 'advice': 0, 'note': 0},
    'rights': [],
    'flags': [],
    'kept': [],
    'also': None,
    'lang_origin': 'detected',
    'note': None,
    'unscreened': None,
    'meaning': 'off',
    'context': CONTEXT_JSON,
}
DEAL_JSON = {
    'rule': 'secrets/deal',
    'category': 'confidential_info',
    'level': 'stop',
    'finder': 'find',
    'start': 19,
    'end': 33,
    'line': 2,
    'column': 9,
    'quote': 'buy Havvind AS',
    'related': [
        {'start': 0, 'end': 5, 'line': 1, 'column': 1, 'quote': 'Hello', 'points': 2},
        {'start': 6, 'end': 9, 'line': 1, 'column': 7, 'quote': 'all', 'points': None},
    ],
    'title': 'A deal nobody knows of yet (nb)',
    'why': 'It can move the share price. (nb)',
    'advice': 'Wait for the press release. (nb)',
    'fixes': [
        {'start': 19, 'end': 33, 'text': 'have news', 'safe': False},
        {'start': 33, 'end': 43, 'text': '', 'safe': True},
        {'start': 0, 'end': 0, 'text': 'Ad: ', 'safe': True},
    ],
    'precedents': [
        {
            'id': 'P7',
            'organisation': 'Eksempelbanken',
            'year': 2019,
            'lesson': 'En bot.',
            'url': 'https://example.org/p7',
        }
    ],
    'text_start': 19,
    'text_end': 33,
    'reasons': ['silent_period', 'account', 'their own'],
    'ask': {'topic': 'communications', 'who': 'Kari', 'at': 'kari@example.org', 'out_of_hours': '+47 000'},
    'like': None,
    'also': [],
    'sources': [{'title': 'Market rules', 'url': 'https://example.org/rules'}],
}


def test_jsonl_of_a_flagged_draft():
    found, counts = lines([deal()], POLICY._replace(screen_language='nb'))
    assert found == [
        CLEAN_JSON
        | {'id': 'a.txt', 'path': 'a.txt', 'verdict': 'stop', 'flags': [DEAL_JSON]}
        | {'counts': {'stop': 1, 'warn': 0, 'advice': 0, 'note': 0}}
    ]
    assert list(found[0]) == list(CLEAN_JSON)
    assert list(found[0]['flags'][0]) == list(DEAL_JSON)
    assert counts == Counts(flagged=1, failing=1)


def test_jsonl_of_drafts_that_are_clean_unread_or_not_screened():
    danish = report(post('Hej', 'd.txt'), also='nb', lang_sure=False, **DANISH)
    reports = [report(post('Hi')), InputError('gone', 'x.txt'), danish, report(post('Ho', 'ø "2".txt'))]
    found, counts = lines(reports)
    assert found == [
        CLEAN_JSON,
        CLEAN_JSON
        | {'id': 'd.txt', 'path': 'd.txt', 'lang': 'da', 'lang_sure': False, 'also': 'nb'}
        | {'screened': False, 'verdict': 'not screened', 'unscreened': 'language'},
        CLEAN_JSON | {'id': 'ø "2".txt', 'path': 'ø "2".txt'},
    ]
    assert counts == Counts(clean=2, not_screened=1, unreadable=1)


def test_jsonl_hides_what_is_below_the_level_and_counts_it():
    draft = post('buy now')
    low, high = flag(SECRET, draft, 'buy', level=NOTE), flag(SECRET, draft, 'now', level=WARN)
    (found,), counts = lines([report(draft, low, high)], POLICY._replace(level=WARN))
    assert [entry['quote'] for entry in found['flags']] == ['now']
    assert (found['verdict'], found['counts']) == ('warn', {'stop': 0, 'warn': 1, 'advice': 0, 'note': 1})
    assert counts == Counts(flagged=1, failing=1)


def test_rights_are_apart_from_flags():
    (found,), _ = lines([paid_too_little()])
    assert [(entry['rule'], entry['level'], entry['quote']) for entry in found['rights']] == [
        ('rights/pay', 'rights', 'My pay'),
        ('rights/pay', 'rights', 'Our pay'),
    ]
    assert [entry['rule'] for entry in found['flags']] == ['secrets/deal']


def test_json_is_one_document():
    told, counts = written('json', [report(post('Hi')), InputError('gone', 'x.txt'), deal()])
    assert json.loads(told) == {
        'version': 1,
        'reports': lines([report(post('Hi')), deal()])[0],
        'totals': {
            'drafts': 3,
            'flagged': 1,
            'clean': 1,
            'not_screened': 0,
            'unreadable': 1,
            'failing': 1,
        },
        'complete': True,
        'meaning': 'off',
    }
    assert counts == Counts(flagged=1, clean=1, unreadable=1, failing=1)
    assert json.loads(written('json', [])[0])['reports'] == []


def test_lines_keep_to_the_published_schema():
    schema = json.loads(
        resources.files('policycheck.formats').joinpath('report.schema.json').read_text('utf-8')
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    nameless = flag(SECRET, MIXED, 'buy')
    found, _ = lines([deal(), paid_too_little(), report(post('Hi')), report(post('Hej'), **DANISH)])
    found += lines([report(MIXED, nameless)], Options())[0]
    cut = [deal(), Cut.INTERRUPTED]
    for line in (*found, *lines(cut)[0], *(json.loads(written('json', one)[0]) for one in ([], cut))):
        validator.validate(line)
    for wrong in ({}, {'complete': True}, {'reports': [], 'complete': True}):
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(wrong)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**found[0], 'score': 73})


def test_a_row_has_its_place_in_the_file_and_in_the_post():
    _, draft = drafts.read('a.jsonl', b'{"text": "x"}\n{"text": "S\\u00e5!\\nWe \\"buy\\" now"}')
    (line,), _ = lines([report(draft, flag(SECRET, draft, '"buy"'))])
    names = ('start', 'end', 'line', 'column', 'quote', 'text_start', 'text_end')
    assert [line['flags'][0][name] for name in names] == [37, 44, 2, 24, r'\"buy\"', 7, 12]
