"""What becomes of a match: adjustments in order, account and shield, points, labels, fixes, overlaps, counting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import engine
import pytest
import yaml

from policycheck import fast
from policycheck.authoring.examples import fixed
from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.judging import judge
from policycheck.model import LANGUAGES, LEVELS, Draft, Flag, Likes
from policycheck.text import normalise
from policycheck.words.reading import read

POLICY = """
organisation: {name: Acmella, sector: energy, listed: true, products: [Solpakke]}
silent_periods: [{from: 2027-01-15, to: 2027-02-11}]
sensitive_topics: [landslide]
channels: {linkedin: {purpose: recruiting}, instagram: {purpose: "Kampanjer og salg"}, x: {goal: calls}}
"""

LISTS = {
    'boss': {'en': '"boss"', 'nb': '"sjefen"'},
    'bad': {'en': '"awful"\n"clueless"', 'nb': '"elendig"'},
    'remedy': {'en': '"sorry"'},
}

# number, entries of adjust, post, context, level that the rule (a warn on {bad}) ends with
ADJUST: list[tuple[str, str, dict[str, Any], str]] = [
    ('- {if: quoted, level: off}', 'It is awful.', {}, 'warn'),
    ('- {if: quoted, level: off}', 'It read «this is so awful today».', {}, 'off'),
    ('- {if: [quoted, question], level: note}', 'Is it awful?', {}, 'note'),
    # from top to bottom, each sees what the one before left
    ('- {if: question, level: stop}\n- {if: question, lower: 1}', 'Is it awful?', {}, 'warn'),
    ('- {if: question, lower: 1}\n- {if: question, level: stop}', 'Is it awful?', {}, 'stop'),
    ('- {if: question, level: off}\n- {if: question, level: stop}', 'Is it awful?', {}, 'off'),
    ('- {if: question, lower: 1}\n- {if: question, lower: 1}', 'Is it awful?', {}, 'note'),
    # not below note, not above stop
    ('- {if: question, lower: 3}', 'Is it awful?', {}, 'note'),
    ('- {if: question, lower: 2}\n- {if: question, lower: 2}', 'Is it awful?', {}, 'note'),
    ('- {if: question, raise: 1}', 'Is it awful?', {}, 'stop'),
    ('- {if: question, raise: 3}', 'Is it awful?', {}, 'stop'),
    ('- {if: question, raise: 3}\n- {if: question, lower: 1}', 'Is it awful?', {}, 'warn'),
    # all conditions of an entry have to hold
    ('- {if: question, account: official, level: note}', 'Is it awful?', {}, 'warn'),
    ('- {if: question, account: official, level: note}', 'Is it awful?', {'account': 'official'}, 'note'),
    ('- {if: question, unless: negated, level: note}', 'Is it awful?', {}, 'note'),
    ('- {if: question, unless: negated, level: note}', 'Is it not awful?', {}, 'warn'),
    ('- {unless: [quoted, question], level: note}', 'It is awful.', {}, 'note'),
    ('- {unless: [quoted, question], level: note}', 'Is it awful?', {}, 'warn'),
    # where and by whom
    ('- {account: official, level: note}', 'It is awful.', {'account': 'official'}, 'note'),
    ('- {account: [official, personal], level: note}', 'It is awful.', {'account': 'personal'}, 'note'),
    ('- {channel: x, level: note}', 'It is awful.', {'channel': 'x'}, 'note'),
    ('- {channel: [x, bluesky], level: note}', 'It is awful.', {'channel': 'linkedin'}, 'warn'),
    ('- {sales_channel: false, level: note}', 'It is awful.', {'channel': 'linkedin'}, 'note'),
    ('- {sales_channel: true, level: note}', 'It is awful.', {'channel': 'linkedin'}, 'warn'),
    ('- {sales_channel: true, level: note}', 'It is awful.', {'channel': 'instagram'}, 'note'),
    ('- {sales_channel: false, level: note}', 'It is awful.', {'channel': 'instagram'}, 'warn'),
    ('- {sales_channel: false, level: note}', 'It is awful.', {'channel': 'x'}, 'warn'),
    ('- {sales_channel: false, level: note}', 'It is awful.', {}, 'warn'),
    ('- {reply: true, level: note}', 'It is awful.', {'reply': True}, 'note'),
    ('- {reply: true, level: note}', 'It is awful.', {}, 'warn'),
    ('- {reply: false, level: note}', 'It is awful.', {}, 'note'),
    ('- {reply: false, level: note}', 'It is awful.', {'reply': True}, 'warn'),
    ('- {sector: energy, level: note}', 'It is awful.', {}, 'note'),
    ('- {sector: [bank, school], level: note}', 'It is awful.', {}, 'warn'),
    ('- {jurisdiction: NO, level: note}', 'It is awful.', {'jurisdiction': ['NO', 'EU']}, 'note'),
    ('- {jurisdiction: [SE, FI], level: note}', 'It is awful.', {'jurisdiction': ['NO']}, 'warn'),
    ('- {jurisdiction: NO, level: note}', 'It is awful.', {}, 'warn'),
    ('- {listed: true, level: note}', 'It is awful.', {}, 'note'),
    ('- {listed: false, level: note}', 'It is awful.', {}, 'warn'),
    ('- {paid: true, level: note}', 'It is awful.', {'paid': True}, 'note'),
    ('- {paid: true, level: note}', 'It is awful.', {}, 'warn'),
    ('- {public_body: true, level: note}', 'It is awful.', {}, 'warn'),
    ('- {public_body: false, level: note}', 'It is awful.', {}, 'note'),
    ('- {silent_period: true, level: stop}', 'It is awful.', {'date': '2027-01-15'}, 'stop'),
    ('- {silent_period: true, level: stop}', 'It is awful.', {'date': '2027-02-11'}, 'stop'),
    ('- {silent_period: true, level: stop}', 'It is awful.', {'date': '2027-02-12'}, 'warn'),
    ('- {silent_period: false, level: note}', 'It is awful.', {'date': '2027-01-20'}, 'warn'),
    ('- {sensitive_topic: true, level: stop}', 'The landslide. It is awful.', {}, 'stop'),
    ('- {sensitive_topic: true, level: stop}', 'It is awful.', {}, 'warn'),
    ('- {sensitive_topic: false, level: note}', 'It is awful.', {}, 'note'),
    # what stands nearby
    ('- {has: {en: "{remedy}"}, level: note}', 'Sorry, but it is awful.', {}, 'note'),
    ('- {has: {en: "{remedy}"}, level: note}', 'Sorry. It is awful.', {}, 'warn'),
    ('- {has: {en: "{remedy}"}, in: sentence, level: note}', 'Sorry, but it is awful.', {}, 'note'),
    ('- {has: {en: "{remedy}"}, in: clause, level: note}', 'Sorry, but it is awful.', {}, 'warn'),
    ('- {has: {en: "{remedy}"}, in: clause, level: note}', 'Sorry, it is awful.', {}, 'note'),
    ('- {has: {en: "{remedy}"}, in: post, level: note}', 'It is awful. We met. Sorry.', {}, 'note'),
    ('- {has: {en: "{remedy}"}, in: first_line, level: note}', '\nSorry. Oh.\nIt is awful.', {}, 'note'),
    ('- {has: {en: "{remedy}"}, in: first_line, level: note}', 'It is awful.\nSorry.', {}, 'warn'),
    # the words themselves are not what stands nearby
    ('- {has: {en: "{bad}"}, in: post, level: note}', 'It is awful, so clueless.', {}, 'note'),
    ('- {has: {en: "{bad}"}, in: sentence, level: note}', 'It is awful.', {}, 'warn'),
    # what makes it graver may be the words themselves
    ('- {has: {en: "{bad}"}, in: sentence, raise: 1}', 'It is awful.', {}, 'stop'),
    ('- {has: {en: "{bad}"}, in: sentence, lower: 1}', 'It is awful.', {}, 'warn'),
    ('- {has: {label: ad}, in: first_line, level: note}', 'Ad: it is awful.', {}, 'note'),
    ('- {has: {label: ad}, in: first_line, level: note}', 'It is awful.\nAd', {}, 'warn'),
    ('- {has: {label: ad}, in: post, level: off}', 'It is awful.\n#ad', {}, 'off'),
    # written for another language only
    ('- {has: {nb: beklager}, in: post, level: off}', 'It is awful, beklager.', {}, 'warn'),
]  # fmt: skip

ENGLISH = ['en']


def warn(adjust: str) -> str:
    """A rule on bad words with adjustments; nb only where an entry speaks of it."""
    return engine.rule(
        'find: {en: "{bad}"}\nadjust:\n' + '\n'.join(f'  {line}' for line in adjust.split('\n')), ENGLISH
    )


@pytest.fixture(scope='module')
def adjusting(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    rules = {f'a/r{i}': warn(row[0]) for i, row in enumerate(ADJUST)}
    return engine.ruleset(tmp_path_factory.mktemp('pack'), rules, LISTS, POLICY, engine.QUOTED)


@pytest.mark.parametrize(
    ('number', 'adjust', 'text', 'context', 'level'),
    [
        pytest.param(i, *row, id=f'{row[0]} - {row[1]} {row[2] or ""}'.replace('\n', ' ')[:100])
        for i, row in enumerate(ADJUST)
    ],
)
def test_adjustments(
    adjusting: Ruleset, number: int, adjust: str, text: str, context: dict[str, Any], level: str
) -> None:
    found = engine.flags(adjusting, f'a/r{number}', text, **context)
    assert [LEVELS[flag.level] for flag in found[:1]] == ([] if level == 'off' else [level])


def test_the_reasons_of_a_level_are_told_in_order(adjusting: Ruleset) -> None:
    (flag,) = engine.flags(
        adjusting, f'a/r{number_of("- {if: question, account: official, level: note}")}', 'Is it awful?',
        account='official',
    )  # fmt: skip
    assert flag.reasons == ('question', 'account')


def number_of(adjust: str) -> int:
    return next(i for i, row in enumerate(ADJUST) if row[0] == adjust)


# ---- levels, rights, verdict: the table of DESIGN.md

LEVEL_NAMES = ('note', 'advice', 'warn', 'stop')


@pytest.fixture(scope='module')
def shield(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    rules = {
        f's/{kind}-{level}': engine.find('en', '"awful"', f'level: {level}\n{keys}')
        for kind, keys in (
            ('opinion', 'opinion: true\n'),
            ('despite', 'opinion: true\ndespite_rights: It is about third persons.\n'),
            ('fact', ''),
        )
        for level in LEVEL_NAMES
    }  # fmt: skip
    rules['s/rights'] = engine.rule(
        'notice: rights\nfind: {en: "\\"pay\\""}\nadjust: [{if: others, level: off}]', ENGLISH
    )
    rules['s/whom'] = engine.rule(
        'find: {en: "{boss}\\n\\"desk\\""}\nadjust:\n'
        '  - {has: {en: "{boss}"}, in: clause, opinion: true}\n'
        '  - {has: {en: "\\"desk\\""}, in: sentence, opinion: false}',
        ENGLISH,
    )
    return engine.ruleset(tmp_path_factory.mktemp('pack'), rules, LISTS, POLICY, engine.QUOTED)


OPINION = {
    # account, shield recognised: what note, advice, warn and stop become
    ('personal', True): ('note', 'note', 'note', 'note'),
    ('personal', False): ('note', 'advice', 'advice', 'advice'),
    ('official', True): ('note', 'advice', 'advice', 'advice'),
    ('official', False): ('note', 'advice', 'warn', 'stop'),
}


@pytest.mark.parametrize(('account', 'rights'), OPINION)
@pytest.mark.parametrize('kind', ['opinion', 'despite', 'fact'])
def test_account_and_shield(shield: Ruleset, kind: str, account: str, rights: bool) -> None:
    text = 'My pay is awful.' if rights else 'My desk is awful.'
    report = engine.report(shield, text, account=account)
    found = {flag.rule.id: LEVELS[flag.level] for flag in report.flags}
    expected = {
        'opinion': OPINION[account, rights],
        # a rule that stands despite the rights is not lowered by them, by the account it is
        'despite': OPINION[account, False],
        'fact': LEVEL_NAMES,
    }[kind]
    assert tuple(found[f's/{kind}-{level}'] for level in LEVEL_NAMES) == expected
    assert [flag.quote for flag in report.rights] == (['pay'] if rights else [])


@pytest.mark.parametrize(
    ('account', 'text', 'rule', 'reasons'),
    [
        ('personal', 'My pay is awful.', 's/fact-stop', ('only_this_part',)),
        ('personal', 'My pay is awful.', 's/fact-warn', ('only_this_part',)),
        ('personal', 'My pay is awful.', 's/fact-advice', ()),
        ('official', 'My pay is awful.', 's/fact-stop', ()),
        ('personal', 'My desk is awful.', 's/fact-stop', ()),
        ('personal', 'My pay is awful.', 's/opinion-stop', ('shield',)),
        ('personal', 'My desk is awful.', 's/opinion-stop', ('account',)),
        ('personal', 'My pay is awful.', 's/opinion-note', ()),
        ('official', 'My desk is awful.', 's/opinion-stop', ()),
        # an opinion or none by whom it is of: the last entry that holds says
        ('personal', 'My boss is awful.', 's/whom', ('account',)),
        ('personal', 'My pay, says my boss.', 's/whom', ('shield',)),
        ('personal', 'My desk is awful.', 's/whom', ()),
        ('official', 'My boss is awful.', 's/whom', ()),
    ],
)
def test_the_reasons_of_account_and_shield(
    shield: Ruleset, account: str, text: str, rule: str, reasons: tuple[str, ...]
) -> None:
    (flag,) = engine.flags(shield, rule, text, account=account)
    assert flag.reasons == reasons


def test_a_notice_of_rights_can_be_turned_off(shield: Ruleset) -> None:
    text = "My friend's pay is awful."
    report = engine.report(shield, text, account='official')
    assert report.rights == ()
    assert report.level == LEVELS.index('stop')


# ---- evidence that adds up, markers that are needed, labels, fixes, overlaps

FINDERS = {
    'f/twice': 'find: {en: "\\"alpha\\"\\n\\"beta\\"\\n\\"gamma\\""}\nat_least: 2',
    'f/twice-marked': 'find: {en: "\\"alpha\\"\\n\\"beta\\""}\nat_least: 2\nadjust: [{if: negated, level: off}]',
    'f/sentence': 'points:\n  needs: 3\n  within: sentence\n  en: |\n'
    '    3 "never" ... "again"\n    2 {boss}\n    1 {bad}\n    -2 {remedy}',
    'f/post': 'points:\n  needs: 3\n  within: post\n  en: |\n    2 {boss}\n    1 {bad}\n    -2 {remedy}',
    'f/signs': 'points:\n  needs: 3\n  within: post\n  en: |\n    3 "🤬"\n    2 "!!!"\n    1 {bad}\n    -2 {remedy}',
    'f/equal': 'points:\n  needs: 2\n  within: post\n  en: |\n    1 {boss}\n    1 {bad}',
    'f/ad': 'require:\n  label: ad\n  within: first_line\n  when:\n    en: |\n      "code"',
    'f/own-ad': 'require:\n  label: ad\n  within: first_line\n  employer: true\n  when:\n'
    '    en: |\n      "code"\n    fi: |\n      "koodi"',
    'f/two-ads': 'require:\n  label: ad\n  within: first_line\n  when:\n'
    '    en: |\n      "code"\n    nb: |\n      "kode"\n    sv: |\n      "kod"',
    'f/ad-anywhere': 'require:\n  label: ad\n  within: post\n  when:\n    en: |\n      "code"',
    'f/overlap': 'find: {en: "{boss} ~ {bad}\\n{boss}\\n{bad}"}',
    'f/fix': 'find: {en: "\\"so-called\\" \\"leadership\\"\\n\\"utilise\\""}\nfix:\n  en:\n'
    '    \'"so-called leadership"\': leadership\n    \'"utilise"\': use\n    \'"boss"\': manager',
    'f/safe': 'find: {en: "\\"utilise\\""}\nfix: {en: {\'"utilise"\': use}}\nsafe: true',
    'f/count': 'limit: {measure: emoji, at_most: 1}',
    'f/tags': 'limit: {measure: hashtags, at_most: 1}',
    'f/tokens': 'tokens: {en: [[{LOWER: buy}, {LOWER: now}]]}',
    'f/applies': 'find: {en: "\\"alpha\\""}\napplies: {accounts: official, channels: [x, bluesky], replies: false}',
    'f/norway': 'find: {en: "\\"alpha\\""}\napplies: {jurisdictions: [NO]}',
    'f/paid': 'find: {en: "\\"alpha\\""}\napplies: {paid: true}',
}


@pytest.fixture(scope='module')
def finding(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    rules = {name: engine.rule(text, ENGLISH) for name, text in FINDERS.items()}
    return engine.ruleset(tmp_path_factory.mktemp('pack'), rules, LISTS, POLICY, engine.QUOTED)


@pytest.mark.parametrize(
    ('rule', 'text'),
    [
        ('f/twice', 'One alpha and alpha.'),
        ('f/twice', 'One [[alpha]] and [[beta]].'),
        ('f/twice', 'One [[alpha]]. Then [[gamma]]. Then [[alpha]].'),
        ('f/twice-marked', 'One [[alpha]] and [[beta]].'),
        # a marker that a mark turns off is none
        ('f/twice-marked', 'One alpha, not beta.'),
        ('f/sentence', 'My [[boss]] is awful.'),
        ('f/sentence', 'My boss is here. It is awful.'),
        ('f/sentence', 'My boss is sorry and awful.'),
        # a line counts once
        ('f/sentence', 'Awful, awful, clueless.'),
        ('f/sentence', 'It [[never happens again]].'),
        ('f/sentence', 'It [[never is awful again]], my boss.'),
        ('f/sentence', 'My [[boss]] is awful. Your [[boss]] is clueless.'),
        ('f/post', 'My [[boss]] is here. It is awful. Your boss is clueless.'),
        ('f/post', 'My boss is here. It is awful. Sorry.'),
        # words before signs, whatever those weigh; signs where there are no words
        ('f/signs', 'How [[awful]] 🤬!!!'),
        ('f/signs', 'How nice [[🤬]]!!!'),
        ('f/signs', 'Sorry, [[🤬]]!!!'),
        # the first of equals
        ('f/equal', 'So [[awful]]. My boss.'),
        ('f/equal', 'My [[boss]]. So awful.'),
        # labels: accepted, in its place, in a wording that counts
        ('f/ad', 'Use my [[code]] today.'),
        ('f/ad', 'Ad: use my code today.'),
        ('f/ad', '#ad use my code today.'),
        ('f/ad', 'Paid partnership with Acmella\nuse my code'),
        ('f/ad', 'Use my [[code]] today #ads.'),
        ('f/ad', 'Use my [[code]] today.\n\nAd'),
        ('f/ad-anywhere', 'Use my code today.\n\nAd'),
        # weak labels and none
        ('f/ad', '#sponsored use my [[code]] today.'),
        ('f/ad', 'Thanks to Acmella: my [[code]].'),
        ('f/ad', 'I had this on my list already: add my [[code]].'),
        # a word of a sentence, or a hashtag at its end, is none
        ('f/ad', 'Advertising is boring, but use my [[code]].'),
        ('f/ad', 'Ad-free for a year with my [[code]].'),
        ('f/ad', 'Use my [[code]] #ad'),
        ('f/ad', '[Ad] Use my code.'),
        ('f/ad', 'AD use my code.'),
        ('f/ad', '📣 #acmella #ad Use my code.'),
        # at the end of a long first line it is read by nobody
        (
            'f/ad',
            'A long line of words that goes on and on until nobody reads what stands there: my [[code]] #ad',
        ),
        # one flag where matches overlap: the longest
        ('f/overlap', 'My [[boss is so awful]], the other [[boss]] is.'),
        ('f/tokens', 'Please [[buy now]].'),
    ],
)
def test_what_a_finder_flags(finding: Ruleset, rule: str, text: str) -> None:
    assert engine.shown(finding, rule, text) == text


def test_points_are_shown_with_what_else_counted(finding: Ruleset) -> None:
    (flag,) = engine.flags(finding, 'f/sentence', 'It never happens again, my boss, sorry, awful.')
    assert flag.quote == 'never happens again'
    assert {(one.quote, one.points) for one in flag.related} == {('boss', 2), ('awful', 1), ('sorry', -2)}


def test_words_that_count_more_than_once_are_related_once(tmp_path: Path) -> None:
    lines = """
points:
  needs: 3
  within: post
  en: |
    1 "boss"
    1 {lead}
    1 "awful"
    2 "nobody"
"""
    words = {'lead': {'en': '"boss"'}}
    rules = engine.ruleset(tmp_path, {'f/points': engine.rule(lines, ['en'])}, words, shipped=engine.QUOTED)
    (flag,) = engine.flags(rules, 'f/points', 'It is awful: nobody likes the boss.')
    assert flag.quote == 'nobody'
    assert [(one.quote, one.points) for one in flag.related] == [('awful', 1), ('boss', 2)]


@pytest.mark.parametrize(
    ('rule', 'lang', 'text', 'expected'),
    [
        ('f/ad', 'en', 'Use my code today.', 'Ad: Use my code today.'),
        # somebody else's code is no advertising of the employer's
        ('f/ad', 'en', 'Use my Acmella code.', 'Ad: Use my Acmella code.'),
        ('f/own-ad', 'en', 'Use my Acmella code.', 'Ad | I work at Acmella.\n\nUse my Acmella code.'),
        ('f/own-ad', 'fi', 'Acmellan koodi.', 'Mainos: Acmella. Olen siellä töissä.\n\nAcmellan koodi.'),
        ('f/own-ad', 'en', 'Use my Ellos code.', 'Ad: Use my Ellos code.'),
        # a weak label gives way to it, words that a sentence begins with do not
        ('f/ad', 'en', '#sponsored Use my code.', 'Ad: Use my code.'),
        ('f/ad', 'en', 'Paid partnership: use my code.', 'Ad: use my code.'),
        ('f/ad', 'en', 'Thanks to Ellos: my code.', 'Ad: Thanks to Ellos: my code.'),
    ],
)
def test_the_fix_of_a_missing_label_is_the_right_one(
    finding: Ruleset, rule: str, lang: str, text: str, expected: str
) -> None:
    found = engine.flags(finding, rule, text, lang=lang)
    assert fixed(text, found) == expected
    assert engine.flags(finding, rule, expected, lang=lang) == []


@pytest.mark.parametrize(
    ('text', 'kind'),
    [
        ('Use my code today.', None),
        ('#sponsored Use my code.', 'weak'),
        ('Use my code. #sponsored', 'weak'),
        ('Gifted: use my code.', 'no_label'),
        ('Use my code. #collab', 'no_label'),
        # a word of a sentence stands for no label
        ('Gifted people use my code.', None),
        ('Use my code. #collaboration', None),
    ],
)
def test_what_stands_for_a_label_has_texts_of_its_own(finding: Ruleset, text: str, kind: str | None) -> None:
    (flag,) = engine.flags(finding, 'f/ad', text)
    told = yaml.safe_load((engine.SHIPPED / 'labels.yaml').read_text('utf-8'))['ad']
    for part, said in (('why', flag.rule.why), ('advice', flag.rule.advice)):
        assert said == (
            {code: told[code][f'{kind}_{part}'] for code in LANGUAGES} if kind else {'en': 'Said.'}
        )


@pytest.mark.parametrize(
    ('first', 'second', 'text', 'expected'),
    [
        ('nb', 'sv', 'Med min kod i dag.', 'Reklame: Med min kod i dag.'),
        ('sv', 'nb', 'Med min kod i dag.', 'Reklam: Med min kod i dag.'),
        ('nb', 'sv', 'Bruk min kode og min kod.', 'Reklame: Bruk min kode og min kod.'),
        # a label of the other language is one
        ('nb', 'sv', 'Reklam: med min kod i dag.', None),
        ('nb', None, 'Med min kod i dag.', None),
    ],
)
def test_a_draft_in_one_of_two_languages_gets_one_label(
    finding: Ruleset, first: str, second: str | None, text: str, expected: str | None
) -> None:
    readings = {
        lang: read(text, finding.lexicon(lang), finding.abbreviations(lang))
        for lang in (first, second)
        if lang
    }
    context = finding.context(Draft('d', 'd', text, text), {}, first)
    texts = judge.Texts(Draft('d', 'd', text, text), normalise(text), normalise(text))
    possible = {lang: fast.everything(finding.plan(lang), frozenset()) for lang in readings}, []
    found, _ = judge.judge(texts, readings, possible, finding, context, Likes())
    told = {fixed(text, [flag]) for flag in found if flag.rule.id == 'f/two-ads'}
    assert told == ({expected} if expected else set())


def test_the_label_goes_before_the_post_and_after_its_front_matter(finding: Ruleset) -> None:
    front = '---\nlang: en\n---\n'
    blank = '   \n        \n   \n'
    draft = Draft('d', 'd.md', f'{front}# Use my code', f'{blank}# Use my code', 'markdown')
    report = check(draft, finding, {'lang': 'en'})
    found = [flag for flag in report.flags if flag.rule.id == 'f/ad']
    assert fixed(draft.source, found) == f'{front}Ad:\n\n# Use my code'


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('Our so-called leadership met.', 'Our leadership met.'),
        ('So-called leadership met.', 'Leadership met.'),
        ('Utilise it, we utilise it.', 'Use it, we use it.'),
        # a fix is for words that were flagged
        ('The boss may utilise it.', 'The boss may use it.'),
    ],
)
def test_fixes_keep_a_capital_letter(finding: Ruleset, text: str, expected: str) -> None:
    assert fixed(text, engine.flags(finding, 'f/fix', text)) == expected


@pytest.mark.parametrize(('rule', 'safe'), [('f/fix', False), ('f/safe', True)])
def test_a_fix_is_safe_where_the_rule_says_so(finding: Ruleset, rule: str, safe: bool) -> None:
    (flag,) = engine.flags(finding, rule, 'We utilise it.')
    assert [fix.safe for fix in flag.fixes] == [safe]


@pytest.mark.parametrize(
    ('rule', 'given', 'speaks'),
    [
        ('f/applies', {'account': 'official', 'channel': 'x'}, True),
        ('f/applies', {'account': 'personal', 'channel': 'x'}, False),
        ('f/applies', {'account': 'official', 'channel': 'linkedin'}, False),
        ('f/applies', {'account': 'official', 'channel': 'x', 'reply': True}, False),
        ('f/norway', {'jurisdiction': ['NO']}, True),
        ('f/norway', {'jurisdiction': ['SE', 'NO']}, True),
        # English is written everywhere: no particular country's rules
        ('f/norway', {}, False),
        ('f/paid', {'paid': True}, True),
        ('f/paid', {}, False),
    ],
)
def test_a_rule_applies(finding: Ruleset, rule: str, given: dict[str, Any], speaks: bool) -> None:
    assert [flag.quote for flag in engine.flags(finding, rule, 'One alpha.', **given)] == ['alpha'] * speaks


def test_limits_count_the_text_as_it_stands(finding: Ruleset) -> None:
    # hidden signs before it move nothing
    text = 'So\u00ad na\u0308\u200bive 🎉 and 👩\u200d💻!'
    (flag,) = engine.flags(finding, 'f/count', text)
    assert flag.quote == '👩\u200d💻'
    assert text[flag.span.start : flag.span.end] == flag.quote


def test_a_policy_gives_a_rule_another_level(tmp_path: Path) -> None:
    rules = {f'o/{name}': engine.find('en', '"awful"') for name in ('lower', 'gone', 'same')}
    policy = 'rules: {o/lower: {level: note, reason: as agreed}, o/gone: {level: "off", reason: as agreed}}'
    made = engine.ruleset(tmp_path / 'pack', rules, {}, policy)
    found: list[Flag] = list(engine.report(made, 'It is awful.').flags)
    assert {flag.rule.id: LEVELS[flag.level] for flag in found} == {'o/lower': 'note', 'o/same': 'warn'}
