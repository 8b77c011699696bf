# ruff: noqa: E501  messages stand on one line, as they are shown
"""Rule files and word lists: a whole rule is read, and every slip is told in one line."""

from __future__ import annotations

import datetime
import json

import jsonschema
import pytest

from policycheck.errors import InputError
from policycheck.schema import rulefile

RULE = """\
category: employer_criticism
title: {en: Criticism of your employer, nb: Kritikk av egen arbeidsgiver}
short: {en: Own employer, nb: Egen arbeidsgiver}
level: advice
opinion: yes
why: {en: It may spread., nb: Det kan spre seg.}
advice: {en: Say what happened., nb: Si hva som skjedde.}
ask: communications
precedents: [P24]
sources: [{title: A guide, url: "https://example.org/guide"}]
checked: 2026-11-21
languages: [en, nb]
find:
  en: |
    # people
    {employer} ~ {contempt}
  nb: |
    {employer} ~ {contempt}
points:
  needs: 3
  within: sentence
  en: |
    3 {employer} ~ {contempt}
    -2 {remedy}
require: {when: {en: "{gift}"}, label: ad, within: first_line}
tokens: {en: [[{LOWER: buy}, {IS_DIGIT: true, LENGTH: {">=": 3}}]]}
limit: {measure: hashtags, at_most: 3}
adjust:
  - {if: [quoted, question], level: off}
  - {if: past, lower: 1}
  - {account: official, raise: 1}
  - {has: {en: "{remedy}"}, in: sentence, lower: 1}
fix: {en: {so-called leadership: leadership, so-called: ""}}
forms: {nb: {kritisere: [kritiserte]}}
applies: {accounts: [personal, official], channels: linkedin, replies: no}
examples:
  en:
    flags:
      - "[[My boss is a clown]] and everybody knows it."
      - {text: "Our boss is [[a clown]]", account: official, reply: true}
    passes: ["My old boss was a clown."]
    fixes: {"Our [[so-called leadership]] met.": "Our leadership met."}
  nb:
    flags: ["[[Sjefen min er en klovn]]."]
    passes: ["Klovnen min er en sjef."]
"""


def test_a_whole_rule_is_read() -> None:
    rule, located = rulefile.load('a.yaml', RULE.encode())
    assert rule.opinion is True
    assert rule.checked == datetime.date(2026, 11, 21)
    assert rule.languages == ('en', 'nb')
    assert rule.tokens['en'][0][1] == {'IS_DIGIT': True, 'LENGTH': {'>=': 3}}
    assert rule.fix == {'en': {'so-called leadership': 'leadership', 'so-called': ''}}
    assert [(entry.level, entry.lower, entry.raise_, entry.if_) for entry in rule.adjust] == [
        ('off', None, None, ('quoted', 'question')),
        (None, 1, None, ('past',)),
        (None, None, 1, ()),
        (None, 1, None, ()),
    ]
    assert rule.applies.channels == ('linkedin',)
    assert rule.applies.replies is False
    assert [(example.text, example.account) for example in rule.examples['en'].flags] == [
        ('[[My boss is a clown]] and everybody knows it.', None),
        ('Our boss is [[a clown]]', 'official'),
    ]
    assert [line.text for line in located.lines('find', 'en')] == ['{employer} ~ {contempt}']


LANGUAGE = 'write it, or list languages without it'


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        pytest.param('category: emp', 'categry: emp', "a.yaml:1: unknown key 'categry'; did you mean category?", id='slip'),
        pytest.param('level: advice', 'severity: advice', "a.yaml:4: unknown key 'severity'; did you mean level?", id='habit'),
        pytest.param('level: advice', 'level: wran', "a.yaml:4: unknown value of 'level': 'wran'; did you mean warn?", id='level slip'),
        pytest.param('level: advice', 'level: error', "a.yaml:4: unknown value of 'level': 'error'; did you mean stop?", id='level of others'),
        pytest.param('level: advice', 'level: purple', "a.yaml:4: unknown value of 'level': 'purple'; one of note, advice, warn, stop", id='no level'),
        pytest.param('level: advice', 'level: [advice]', "a.yaml:4: 'level': expected one of note, advice, warn, stop, not a list", id='list for a word'),
        pytest.param('level: advice', 'level:', 'a.yaml:1: write exactly one of level (note, advice, warn, stop) and notice: rights', id='nothing for a word'),
        pytest.param('level: advice\n', '', 'a.yaml:1: write exactly one of level (note, advice, warn, stop) and notice: rights', id='no level at all'),
        pytest.param('level: advice', 'level: advice\nnotice: rights', 'a.yaml:1: write exactly one of level (note, advice, warn, stop) and notice: rights', id='fault and right'),
        pytest.param('opinion: yes', 'opinion: perhaps', "a.yaml:5: 'opinion': expected true or false, not 'perhaps'", id='no yes or no'),
        pytest.param('why: {en: It may spread., nb: Det kan spre seg.}\n', '', "a.yaml:1: missing key 'why'; add why: {en: ..., nb: ..., sv: ..., fi: ...}", id='no why'),
        pytest.param(', nb: Det kan spre seg.}', '}', f"a.yaml:6: 'why' lacks nb; {LANGUAGE}", id='a language lacks'),
        pytest.param('languages: [en, nb]\n', '', f"a.yaml:2: 'title' lacks sv, fi; {LANGUAGE}", id='two languages lack'),
        pytest.param('languages: [en, nb]', 'languages: [en, no]', "a.yaml:12: unknown value of 'languages': 'no'; did you mean nb?", id='no is nb'),
        pytest.param('languages: [en, nb]', 'languages: []', "a.yaml:12: 'languages' is empty; write at least 1", id='no languages'),
        pytest.param('languages: [en, nb]', 'languages: en', "a.yaml:12: 'languages': expected a list such as [one, two], not a text", id='text for a list'),
        pytest.param('nb: Kritikk', 'no: Kritikk', "a.yaml:2: unknown key 'no'; did you mean nb?", id='language key'),
        pytest.param('en: Criticism of', 'en: ' + 'Very ' * 8 + 'much of', "a.yaml:2: 'title.en' has 61 characters; at most 45", id='long title'),
        pytest.param('en: Own employer', 'en: ' + 'x' * 27, "a.yaml:3: 'short.en' has 27 characters; at most 26", id='long short title'),
        pytest.param('{en: It may spread.,', '{en: "",', "a.yaml:6: 'why.en' is empty; write a text or leave the key out", id='empty text'),
        pytest.param('{en: It may spread.,', '{en: [[It]],', "a.yaml:6: 'why.en': expected a text, not a list; lines stand after | without '- '; a text that begins with [ needs quotes", id='brackets for a text'),
        pytest.param('"[[My boss is a clown]] and everybody knows it."', 'Remember: it is [[a clown]].', 'a.yaml:39: a text with \': \' in it needs quotes; write all of it in quotes, "...", or in a block after |', id='a colon in an example'),
        pytest.param('why: {en: It may spread., nb: Det kan spre seg.}', 'why: It may spread', "a.yaml:6: 'why': expected keys such as 'name: value', not a text", id='text for keys'),
        pytest.param('[P24]', '[P24]\nlike: [a, b]', "a.yaml:10: 'like': expected one word such as hard_sell, not a list", id='a list for a name'),
        pytest.param('[P24]', '[see P24]', "a.yaml:9: 'precedents': 'see P24' does not have the form P24", id='precedent'),
        pytest.param('https://', 'ftp://', "a.yaml:10: 'url': 'ftp://example.org/guide' does not have the form https://example.org/page", id='address'),
        pytest.param('2026-11-21', '21.11.2026', "a.yaml:11: 'checked': expected a date such as 2027-03-01, not '21.11.2026'", id='date'),
        pytest.param('2026-11-21', '2026-02-30', "a.yaml:11: 'checked': the calendar has no 2026-02-30", id='no such day'),
        pytest.param('2026-11-21', '20261121', "a.yaml:11: 'checked': expected a date such as 2027-03-01, not '20261121'", id='a date is no number'),
        pytest.param('checked: 2026-11-21\n', '', "a.yaml:10: missing key 'checked'; add checked: the day a person last read the sources", id='unread sources'),
        pytest.param('    3 {employer} ~ {contempt}', '    {employer}', "a.yaml:23: '{employer}' has no points; write a number first: 2 {employer}", id='line without points'),
        pytest.param('    3 {employer} ~ {contempt}', '    2', 'a.yaml:23: a phrase has to follow the number: 2 {employer} ~ {contempt}', id='points without a phrase'),
        pytest.param('needs: 3', 'needs: three', "a.yaml:20: 'points.needs': expected a whole number, not 'three'", id='no number'),
        pytest.param('needs: 3', 'needs: 0', "a.yaml:20: 'points.needs' is 0; at least 1", id='too small'),
        pytest.param('  within: sentence\n', '', "a.yaml:19: missing key 'within'; add within: sentence", id='points where'),
        pytest.param('within: first_line}', 'within: firstline}', "a.yaml:25: unknown value of 'require.within': 'firstline'; did you mean first_line?", id='where the label stands'),
        pytest.param('[quoted, question], level: off', '[quoted, qestion], level: off', "a.yaml:29: unknown value of 'if': 'qestion'; did you mean question?", id='mark'),
        pytest.param('{if: past, lower: 1}', '{if: past, lower: 1, level: off}', 'a.yaml:30: write exactly one of level, lower, raise and opinion in an entry of adjust', id='two effects'),
        pytest.param('{if: past, lower: 1}', '{if: past}', 'a.yaml:30: write exactly one of level, lower, raise and opinion in an entry of adjust', id='no effect'),
        pytest.param('{if: past, lower: 1}', '{lower: 1}', 'a.yaml:30: an entry of adjust needs a condition; write if: quoted, account: official or the like', id='no condition'),
        pytest.param('{if: past, lower: 1}', '{if: past, in: post, lower: 1}', "a.yaml:30: 'in' says where has must stand; add has: {en: ...}", id='in without has'),
        pytest.param('{if: past, lower: 1}', '{iff: past, lower: 1}', "a.yaml:30: unknown key 'iff'; did you mean if?", id='key in a list'),
        pytest.param('channels: linkedin', 'channels: twitter', "a.yaml:35: unknown value of 'applies.channels': 'twitter'; did you mean x?", id='channel'),
        pytest.param('account: official, reply', 'account: offical, reply', "a.yaml:40: unknown value of 'account': 'offical'; did you mean official?", id='example context'),
        pytest.param('clown]] and', 'clown and', 'a.yaml:39: [[ and ]] do not match in this example; write [[the words]] with both signs', id='open span'),
        pytest.param('passes: ["My old', 'passes: ["My [[old]]', 'a.yaml:41: a post that passes has no [[ ]]; it belongs under flags', id='span in a near miss'),
        pytest.param('    passes: ["My old boss was a clown."]\n', '', """a.yaml:37: missing key 'passes'; add passes: ["A post that is fine."]""", id='no near misses'),
        pytest.param('passes: ["My old boss was a clown."]', 'passes:', "a.yaml:41: 'examples.en.passes' is empty; write at least 1", id='empty near misses'),
        pytest.param('ask: communications', 'lik: x', "a.yaml:8: unknown key 'lik'; did you mean like?", id='a slip of like'),
        pytest.param('[[{LOWER: buy}, {IS_DIGIT: true, LENGTH: {">=": 3}}]]', '[[{LENGTH: {">=": x}}]]', "a.yaml:26: '>=': expected a whole number, not 'x'", id='token number'),
    ],
)  # fmt: skip
def test_every_slip_is_told_in_one_line(old: str, new: str, expected: str) -> None:
    assert RULE.count(old) == 1 or old.startswith('level: advice')
    with pytest.raises(InputError) as caught:
        rulefile.load('a.yaml', RULE.replace(old, new, 1).encode())
    assert str(caught.value) == expected


SMALL = """\
category: slogans_jargon
title: {en: Slogan}
notice: rights
why: {en: It says nothing.}
languages: [en]
examples: {en: {flags: [x], passes: [y]}}
"""


@pytest.mark.parametrize(
    ('more', 'expected'),
    [
        pytest.param('', 'a.yaml:1: the rule finds nothing; add one of find, tokens, regex, detect, limit, points, require, like', id='no finder'),
        pytest.param('find: {nb: synergi}', f'a.yaml:1: nothing is looked for in en; {LANGUAGE}', id='finder of another language'),
        pytest.param('detect: [mail]', "a.yaml:7: unknown value of 'detect': 'mail'; did you mean email?", id='detector'),
        pytest.param('detect: [email]\nat_least: 2', "a.yaml:8: 'at_least' counts phrases of find, and there are none", id='at_least without find'),
        pytest.param('detect: [email]\nsafe: true', "a.yaml:8: 'safe' speaks of fix, and there is none", id='safe without fix'),
        pytest.param('points: {needs: 3, within: post}', 'a.yaml:7: points without lines; add en: |, nb: |, sv: | or fi: | and one line each', id='points without lines'),
        pytest.param('regex: {all: x}', "a.yaml:7: unknown key 'all'; one of any, en, nb, sv, fi", id='regex language'),
        pytest.param('limit: {at_most: 3}', "a.yaml:7: missing key 'measure'; add measure: hashtags", id='limit of what'),
        pytest.param('limit: {measure: emoji}', "a.yaml:7: no channel has a number for 'emoji'; add at_most: and a number", id='limit without a number'),
        pytest.param('limit:\n  measure: lix', "a.yaml:8: no channel has a number for 'lix'; add at_most: and a number", id='limit in lines without a number'),
        pytest.param('find:\n  en: |\nlocked: true', "a.yaml:8: 'find.en' is empty; write a text or leave the key out", id='empty block'),
        pytest.param('detect:\n  - email\n  - email: x', "a.yaml:9: 'detect': expected one of email, phone, iban, fodselsnummer, personnummer, hetu, cpr, card, secret_key, not keys", id='keys in a list of words'),
    ],
)  # fmt: skip
def test_finders_and_what_goes_with_them(more: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        rulefile.load('a.yaml', f'{SMALL}{more}\n'.encode())
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    'more', ['detect: [email]', 'limit: {measure: length}', 'regex: {any: x+}', 'find: {en: win win}']
)
def test_a_notice_of_rights_needs_no_advice(more: str) -> None:
    rule, _ = rulefile.load('a.yaml', f'{SMALL}{more}\n'.encode())
    assert (rule.level, rule.notice, rule.advice) == (None, 'rights', {})


@pytest.mark.parametrize(
    ('source', 'expected'),
    [
        ('about: x\n', 'w.yaml:1: the list has no words; add en: |, nb: |, sv: | or fi: | and one word a line'),
        ('en: |\n  boss\n', "w.yaml:1: missing key 'about'; add about: words for the employer"),
        ('about: x\nen: |\n  # boss\n', "w.yaml:2: 'en' has no words; write one a line, or remove the key"),
        ('about: x\nen: |\n  boss\n  - chief\n', "w.yaml:4: write the word without '- ', or -word, without a space, to take it out of the list"),
        ('about: x\nno: |\n  sjef\n', "w.yaml:2: unknown key 'no'; did you mean nb?"),
        ('about: x\nen: [a]\n', "w.yaml:2: 'en': expected a text, not a list; lines stand after | without '- '; a text that begins with [ needs quotes"),
        ('about: x\nmasked: 1\nen: a\n', "w.yaml:2: 'masked': expected true or false, not '1'"),
    ],
)  # fmt: skip
def test_slips_in_word_lists(source: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        rulefile.load_words('w.yaml', source.encode())
    assert str(caught.value) == expected


def test_a_word_list_is_read() -> None:
    words, located = rulefile.load_words(
        'w.yaml', b'about: people\nmasked: true\nen: |\n  boss\n  # more\n  chief*\n'
    )
    assert words.masked is True
    assert [(line.text, line.line) for line in located.lines('en')] == [('boss', 4), ('chief*', 6)]


def test_the_schema_is_valid_and_describes_every_key() -> None:
    schema = rulefile.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, shape in {'rule': schema, **schema['$defs']}.items():
        for key, value in shape.get('properties', {}).items():
            described = value if 'description' in value else schema['$defs'][value['$ref'].rsplit('/', 1)[-1]]
            assert described['description'], f'{name}.{key}'


def test_the_schema_takes_what_editors_see() -> None:
    validator = jsonschema.Draft202012Validator(rulefile.schema())
    rule = json.loads("""{"category": "a", "title": {"en": "x"}, "level": "note", "why": {"en": "x"}, "opinion": true,
        "at_least": 2, "adjust": [{"if": "quoted", "level": "off"}, {"if": ["past"], "lower": 1}],
        "examples": {"en": {"flags": ["x", {"text": "y", "reply": true}], "passes": ["z"]}}}""")
    assert list(validator.iter_errors(rule)) == []
    assert [error.message for error in validator.iter_errors({**rule, 'colour': 1})] == [
        "Additional properties are not allowed ('colour' was unexpected)"
    ]
