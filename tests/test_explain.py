"""Why a rule fired and why it did not, as people read it: a small pack with every finder, whole outputs."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

import engine
import pytest

from policycheck.authoring.examples import bare
from policycheck.authoring.explain import Scene
from policycheck.cli import main
from policycheck.commands.wording import MESSAGES
from policycheck.compiled import Ruleset
from policycheck.model import LANGUAGES, Draft
from policycheck.schema import rulefile

WORDS = {
    'firm': {'en': '"our" "office"\n"we"', 'nb': '"vi"'},
    'scorn': {'en': '"hopeless"\n"a" "joke"', 'nb': '"håpløse"'},
    'remedy': {'en': '"sorry"'},
}

OPINION = """
opinion: true
find:
  en: |
    {firm} ~ {scorn}
    {firm} ~ "joke"
  nb: |
    {firm} ~ {scorn}
adjust:
  - {if: [quoted, negated], level: off}
  - {has: {en: "{remedy}"}, in: post, lower: 1}
  - {account: official, channel: x, raise: 1}
"""

POINTS = """
points:
  needs: 3
  within: sentence
  en: |
    2 "buy"
    1 "now"
    1 "!!"
    -2 "please"
"""

LABEL = """
require:
  when:
    en: |
      "my" "heater"
  label: ad
  within: post
"""

RULES = {
    't/office': engine.rule(OPINION, ['en', 'nb']),
    't/press': engine.rule(POINTS, ['en']),
    't/pay': engine.find('en', '"our" "pay"', 'notice: rights'),
    't/hours': engine.find('en', '"our" "hours"', 'notice: rights'),
    't/signs': engine.find('en', '"oh"\n"dear"\n"me"', 'at_least: 2'),
    't/label': engine.rule(LABEL, ['en']),
    't/tags': engine.rule('limit: {measure: hashtags, at_most: 1}'),
    't/long': engine.rule('limit: {measure: length}'),
    't/mail': engine.rule('detect: [email, iban]'),
    't/order': engine.rule('regex:\n  any: |\n    PO-\\d+\n    QX\\d+'),
    't/tokens': engine.rule('tokens: {en: [[{LOWER: zap}]]}', ['en']),
    't/official': engine.rule('detect: [email]\napplies: {accounts: official, replies: true}'),
    't/off': engine.find('en', '"off"'),
    't/cheer': engine.find('en', '"jolly"\n"merry" ~ "day"'),
}

POLICY = """
packs: [./rules]
rules:
  t/off: {level: "off", reason: nobody says it here, by: Kari Lie}
  t/signs: {level: note, reason: only a matter of taste}
  t/cheer:
    reason: it is the name of our song
    words:
      en: |
        tra la
        -"jolly"
"""

OFFICE, PRESS = 'rules/t/office.yaml', 'rules/t/press.yaml'


@pytest.fixture(scope='module')
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp('explain')
    engine.pack(folder / 'rules', RULES, WORDS, engine.QUOTED)
    (folder / 'policycheck.yaml').write_text(POLICY, 'utf-8')
    return folder


class Told:
    """Runs explain in the folder of the pack; hands back the exit code and what was written."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys

    def __call__(self, text: str, *words: str, name: str = 'post.txt') -> tuple[int, str, str]:
        (self._folder / name).write_text(text, 'utf-8')
        code = main(['explain', name, *words])
        done = self._capsys.readouterr()
        return code, done.out, done.err


@pytest.fixture
def told(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    monkeypatch.chdir(folder)
    monkeypatch.setenv('XDG_CACHE_HOME', str(folder / 'cache'))
    monkeypatch.setenv('LC_ALL', 'en_GB.UTF-8')
    return Told(folder, capsys)


def said(text: str) -> str:
    return textwrap.dedent(text).lstrip('\n')


@pytest.mark.parametrize(
    ('text', 'words', 'expected'),
    [
        pytest.param(
            'Our office is a joke.',
            ('--account', 'official'),
            f"""
            post.txt:1:1  REASON  Said.  [t/office]
                Our office is a joke.
                ^^^^^^^^^^^^^^^^^^^^
                It fits line 11 of {OFFICE}: {{firm}} ~ {{scorn}}
                “Our office” stands for {{firm}}; “a joke” stands for {{scorn}}.
                Line 12 fits here too: {{firm}} ~ "joke"
                All of it stands in one clause: “Our office is a joke.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7).
            """,
            id='a phrase, another in the same place',
        ),
        pytest.param(
            'We are hopeless. So sorry!',
            ('--account', 'official', '--channel', 'x'),
            f"""
            post.txt:1:1  REASON  Said.  [t/office]
                We are hopeless. So sorry!
                ^^^^^^^^^^^^^^^
                It fits line 11 of {OFFICE}: {{firm}} ~ {{scorn}}
                “We” stands for {{firm}}; “hopeless” stands for {{scorn}}.
                All of it stands in one clause: “We are hopeless.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7); line 17 makes it TIP: “sorry” stands
                    nearby; line 18 makes it REASON: the account it comes from, the channel
                    it is for.
            """,
            id='every adjustment in order',
        ),
        pytest.param(
            'Are we hopeless?',
            (),
            f"""
            post.txt:1:5  TIP  Said.  [t/office]
                Are we hopeless?
                    ^^^^^^^^^^^
                It fits line 11 of {OFFICE}: {{firm}} ~ {{scorn}}
                “we” stands for {{firm}}; “hopeless” stands for {{scorn}}.
                All of it stands in one clause: “Are we hopeless?”
                Marks on it: it is a question (question: “?”)
                Level: the rule says REASON (line 7); an opinion on a personal account is
                    TIP at most.
            """,
            id='a mark, and the cap of a personal account',
        ),
        pytest.param(
            'Our pay is low. We are hopeless.',
            (),
            f"""
            post.txt:1:1  RIGHTS  Said.  [t/pay]
                Our pay is low. We are hopeless.
                ^^^^^^^
                It fits line 10 of rules/t/pay.yaml: "our" "pay"
                All of it stands in one clause: “Our pay is low.”
                It carries no mark: it is not denied, quoted, asked or the like.

            post.txt:1:17  NOTE  Said.  [t/office]
                Our pay is low. We are hopeless.
                                ^^^^^^^^^^^^^^^
                It fits line 11 of {OFFICE}: {{firm}} ~ {{scorn}}
                “We” stands for {{firm}}; “hopeless” stands for {{scorn}}.
                All of it stands in one clause: “We are hopeless.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7); beside the notice of rights an opinion
                    is NOTE at most.
            """,
            id='the notice of rights, and its cap',
        ),
        pytest.param(
            'Buy it now!!',
            ('--rule', 't/press'),
            f"""
            post.txt:1:1  REASON  Said.  [t/press]
                Buy it now!!
                ^^^
                Points: 4, of 3 that are needed ({PRESS}).
                - +2 for “Buy”, line 12: "buy"
                - +1 for “now”, line 13: "now"
                - +1 for “!!”, line 14: "!!"
                All of it stands in one clause: “Buy it now!!”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7).
            """,
            id='points',
        ),
        pytest.param(
            'Oh dear. Oh.',
            ('--rule', 't/signs'),
            """
            post.txt:1:1  NOTE  Said.  [t/signs]
                Oh dear. Oh.
                ^^
                It fits line 11 of rules/t/signs.yaml: "oh"
                All of it stands in one clause: “Oh dear.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7); your organisation makes that NOTE:
                    only a matter of taste.

            post.txt:1:4  NOTE  Said.  [t/signs]
                Oh dear. Oh.
                   ^^^^
                It fits line 12 of rules/t/signs.yaml: "dear"
                All of it stands in one clause: “Oh dear.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7); your organisation makes that NOTE:
                    only a matter of taste.

            post.txt:1:10  NOTE  Said.  [t/signs]
                Oh dear. Oh.
                         ^^
                It fits line 11 of rules/t/signs.yaml: "oh"
                All of it stands in one clause: “Oh.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7); your organisation makes that NOTE:
                    only a matter of taste.
            """,
            id='a level of the policy',
        ),
        pytest.param(
            'Say #one #two to kari@nordvik.example on PO-77, zap.',
            (),
            """
            post.txt:1:10  REASON  Said.  [t/tags]
                Say #one #two to kari@nordvik.example on PO-77, zap.
                         ^^^^
                Hashtags: 2, and at most 1 pass (line 8 of rules/t/tags.yaml).
                Level: the rule says REASON (line 7).

            post.txt:1:18  REASON  Said.  [t/mail]
                Say #one #two to kari@nordvik.example on PO-77, zap.
                                 ^^^^^^^^^^^^^^^^^^^^
                It looks like an e-mail address (line 8 of rules/t/mail.yaml).
                All of it stands in one clause: “Say #one #two to kari@nordvik.example on
                    PO-77, zap.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7).

            post.txt:1:42  REASON  Said.  [t/order]
                Say #one #two to kari@nordvik.example on PO-77, zap.
                                                         ^^^^^
                It fits line 10 of rules/t/order.yaml: PO-\\d+
                All of it stands in one clause: “Say #one #two to kari@nordvik.example on
                    PO-77, zap.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7).

            post.txt:1:49  REASON  Said.  [t/tokens]
                Say #one #two to kari@nordvik.example on PO-77, zap.
                                                                ^^^
                It fits line 8 of rules/t/tokens.yaml: [{"LOWER": "zap"}]
                All of it stands in one clause: “Say #one #two to kari@nordvik.example on
                    PO-77, zap.”
                It carries no mark: it is not denied, quoted, asked or the like.
                Level: the rule says REASON (line 7).
            """,
            id='finders without phrases',
        ),
        pytest.param('A calm day.', (), 'post.txt: No rule flags this draft.\n', id='nothing'),
        pytest.param(
            'A calm day.',
            ('--rule', 't/pay'),
            'post.txt: t/pay does not flag this draft; --why-not t/pay tells what stopped it.\n',
            id='nothing of that rule',
        ),
    ],
)
def test_why_a_rule_fired(told: Told, text: str, words: tuple[str, ...], expected: str) -> None:
    assert told(text, '--lang', 'en', *words) == (0, said(expected), '')


def near(*lines: str) -> str:
    return f'Phrases in this language: 2 ({OFFICE}). None fits; nearest:\n' + '\n'.join(lines)


@pytest.mark.parametrize(
    ('rule', 'text', 'words', 'expected'),
    [
        pytest.param(
            't/off',
            'Off we go.',
            (),
            'Your organisation has switched it off: nobody says it here\nDecided by Kari Lie.',
            id='switched off',
        ),
        pytest.param(
            't/official',
            'Mail me.',
            (),
            'It counts only where this holds: accounts: official account (line 9 of\n'
            '    rules/t/official.yaml). This draft: personal account (built in).',
            id='another account',
        ),
        pytest.param(
            't/official',
            'Mail me.',
            ('--account', 'official'),
            'It counts only where this holds: replies: yes (line 9 of\n'
            '    rules/t/official.yaml). This draft: no (built in).',
            id='no reply',
        ),
        pytest.param(
            't/press',
            'Kjøp nå!!',
            ('--lang', 'nb'),
            'It is written for posts in English; this one was read as Norwegian.',
            id='another language',
        ),
        pytest.param(
            't/office',
            'Our office is new.',
            (),
            near(
                '- line 11: {firm} ~ {scorn}. “Our office” stands for {firm}; missing here:',
                '    {scorn}.',
                '- line 12: {firm} ~ "joke". “Our office” stands for {firm}; missing here:',
                '    "joke".',
            ),
            id='a word is missing',
        ),
        pytest.param(
            't/office',
            'We moved. The lift is hopeless.',
            (),
            near(
                '- line 11: {firm} ~ {scorn}. “We” stands for {firm}; “hopeless” stands for',
                '    {scorn}; “We” and “hopeless” do not stand in one clause.',
                '- line 12: {firm} ~ "joke". “We” stands for {firm}; missing here: "joke".',
            ),
            id='another clause',
        ),
        pytest.param(
            't/office',
            'It rains.',
            (),
            near('- line 11: {firm} ~ {scorn}. Missing here: {firm}, {scorn}.'),
            id='no word of any phrase',
        ),
        pytest.param(
            't/office',
            'We are not hopeless.',
            (),
            'It found “We are not hopeless”, but that was cleared: line 16 clears it: the\n'
            '    sentence denies it (“not”).\n'
            '- “We are not hopeless”, line 11: {firm} ~ {scorn}',
            id='cleared by a mark',
        ),
        pytest.param(
            't/signs',
            'Oh, oh.',
            (),
            'Phrases of it that stand here: 1, and it takes 2 (line 8 of\n'
            '    rules/t/signs.yaml):\n- “Oh”, line 11: "oh"',
            id='too few phrases',
        ),
        pytest.param(
            't/press',
            'Please buy it now. Come now!!',
            (),
            'The points add up to 2, and it takes 3 in a sentence (line 8 of\n'
            f'    {PRESS}):\n- +1 for “now”, line 13: "now"\n- +1 for “!!”, line 14: "!!"',
            id='too few points',
        ),
        pytest.param(
            't/label',
            '#ad I love my heater.',
            (),
            'What calls for the label “Ad” is here, and the label is in its place (in a\n    post).',
            id='the label is there',
        ),
        pytest.param(
            't/tags',
            'Only #one.',
            (),
            'Hashtags: 1, and at most 1 pass (line 8 of rules/t/tags.yaml).',
            id='below a limit',
        ),
        pytest.param(
            't/long', 'Short.', (), 'This channel sets no limit: characters.', id='a channel without a limit'
        ),
        pytest.param(
            't/mail',
            'Write to me.',
            (),
            'Nothing here is an e-mail address or an account number (IBAN) (line 8 of\n'
            '    rules/t/mail.yaml).\n'
            'Numbers with a check digit count only where it is right.',
            id='no such form',
        ),
        pytest.param(
            't/order',
            'Order it.',
            (),
            'None of its patterns fits here (line 8 of rules/t/order.yaml).',
            id='no pattern',
        ),
        pytest.param(
            't/tokens',
            'Order it.',
            (),
            'None of its patterns fits here (line 8 of rules/t/tokens.yaml).',
            id='no token pattern',
        ),
        pytest.param(
            't/hours',
            'Our pay and our hours.',
            (),
            'Its words are here, but one notice of rights is shown, the first: t/pay.',
            id='another notice stands first',
        ),
    ],
)
def test_why_a_rule_did_not_fire(
    told: Told, rule: str, text: str, words: tuple[str, ...], expected: str
) -> None:
    own = words if '--lang' in words else ('--lang', 'en', *words)
    head = f'post.txt: {rule} does not flag this draft.\n'
    body = textwrap.indent(expected, '    ') + '\n'
    assert told(text, '--why-not', rule, *own) == (0, head + body, '')


def test_a_rule_that_fires_below_the_level_shown(told: Told) -> None:
    code, out, _ = told('We are hopeless.', '--lang', 'en', '--why-not', 't/office', '--level', 'warn')
    first, *_, last = out.splitlines()
    assert (code, first) == (
        0,
        'post.txt: t/office flags this draft as TIP, which is below the level shown:',
    )
    assert last.strip() == 'TIP at most.'


def test_a_rule_that_does_fire(told: Told) -> None:
    _, out, _ = told('We are hopeless.', '--lang', 'en', '--why-not', 't/office')
    assert out.splitlines()[:2] == [
        'post.txt: t/office does flag this draft:',
        'post.txt:1:1  TIP  Said.  [t/office]',
    ]


def test_a_draft_that_was_not_screened(told: Told) -> None:
    german = 'Wir freuen uns sehr über die neuen Kollegen und laden alle zum Fest am Freitag ein.'
    expected = (
        'post.txt: Not screened: it seems to be German; English, Norwegian, Swedish and Finnish are read.\n'
    )
    assert told(german) == (0, expected, '')
    assert told(german, '--why-not', 't/pay')[1].splitlines() == [
        'post.txt: t/pay does not flag this draft.',
        '    Not screened: it seems to be German; English, Norwegian, Swedish and Finnish',
        '        are read.',
    ]


def test_rows_of_a_file(told: Told) -> None:
    rows = '{"id": "a", "text": "Fin dag.", "lang": "nb"}\nno row\n{"text": "Vi er håpløse.", "lang": "nb"}\n'
    code, out, err = told(rows, '--screen-language', 'nb', name='posts.jsonl')
    assert code == 2
    assert err.startswith('posts.jsonl:2: ikke en rad med JSON')
    assert out.splitlines()[:4] == [
        'posts.jsonl, innlegg a: Ingen regel gir merknad her.',
        '',
        'posts.jsonl:3:11  TIPS  Said.  [t/office]',
        '    Vi er håpløse.',
    ]


def test_an_unknown_rule(told: Told) -> None:
    assert told('Hello.', '--why-not', 't/ofice') == (
        2,
        '',
        "there is no rule 't/ofice'; did you mean t/office?\n",
    )


def test_json_says_the_same(told: Told) -> None:
    code, out, _ = told('Are we hopeless?', '--lang', 'en', '--format', 'json')
    (draft,) = json.loads(out)['drafts']
    (flag,) = draft.pop('flags')
    words = {'start': 4, 'end': 15, 'quote': 'we hopeless'}
    assert draft == {'id': 'post.txt', 'path': 'post.txt', 'lang': 'en', 'screened': True, 'unscreened': None}
    assert (code, flag) == (
        0,
        {
            'rule': 't/office',
            'level': 'advice',
            'finder': 'find',
            **words,
            'path': OFFICE,
            'lines': [
                {
                    'line': 11,
                    'text': '{firm} ~ {scorn}',
                    'words': words,
                    'filled': [
                        {'name': '{firm}', 'words': {'start': 4, 'end': 6, 'quote': 'we'}},
                        {'name': '{scorn}', 'words': {'start': 7, 'end': 15, 'quote': 'hopeless'}},
                    ],
                    'points': None,
                    'path': None,
                }
            ],
            'unit': 'clause',
            'within': {'start': 0, 'end': 16, 'quote': 'Are we hopeless?'},
            'marks': [{'name': 'question', 'words': {'start': 15, 'end': 16, 'quote': '?'}}],
            'changes': [
                {'by': 'rule', 'before': None, 'after': 'warn', 'line': 7, 'because': [], 'said': None},
                {
                    'by': 'account',
                    'before': 'warn',
                    'after': 'advice',
                    'line': None,
                    'because': [],
                    'said': None,
                },
            ],
            'inside': [],
            'needs': None,
            'measured': None,
            'kept': None,
            'reads': None,
            'reworded': None,
        },
    )


def test_words_that_the_policy_changes_are_told(told: Told) -> None:
    _, out, _ = told('Tra la.', '--lang', 'en')
    assert (
        out
        == """\
post.txt:1:1  REASON  Said.  [t/cheer]
    Tra la.
    ^^^^^^
    It fits line 10 of policycheck.yaml: tra la
    Your organisation has changed the words that this rule looks for: it is the
        name of our song
    All of it stands in one clause: “Tra la.”
    It carries no mark: it is not denied, quoted, asked or the like.
    Level: the rule says REASON (line 7).
"""
    )
    _, out, _ = told('A jolly, merry man.', '--lang', 'en', '--why-not', 't/cheer')
    assert (
        out
        == """\
post.txt: t/cheer does not flag this draft.
    Phrases in this language: 2 (rules/t/cheer.yaml). None fits; nearest:
    - line 11: "merry" ~ "day". Missing here: "day".
    Your organisation has changed the words that this rule looks for: it is the
        name of our song
"""
    )


def test_json_of_a_silent_rule(told: Told) -> None:
    _, out, _ = told('Only #one.', '--lang', 'en', '--why-not', 't/tags', '--format', 'json')
    found = json.loads(out)['drafts'][0]['why_not']
    nothing: dict[str, Any] = {'near': [], 'lines': [], 'cleared': [], 'flags': [], 'reads': None}
    nothing['reworded'] = None
    facts = {'measure': 'hashtags', 'value': 1, 'at_most': 1}
    assert found == {
        'rule': 't/tags', 'reason': 'limit', 'facts': facts, 'path': 'rules/t/tags.yaml', 'line': 8, **nothing,
    }  # fmt: skip


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    for key, texts in MESSAGES.items():
        if key.split('.')[0] in ('why', 'change', 'held', 'not', 'near', 'explain', 'diff'):
            names = {part.split('}')[0] for part in texts['en'].split('{')[1:]}
            assert {part.split('}')[0] for part in texts[language].split('{')[1:]} == names, key


def test_every_flag_of_the_shipped_rules_has_its_line(shipped: Ruleset) -> None:
    # one example of each rule, the languages in turn
    for number, (path, _) in enumerate(engine.shipped_files().values()):
        examples = rulefile.load(str(path), path.read_bytes())[0].examples
        lang, own = list(examples.items())[number % len(examples)]
        text = bare(own.flags[0].text)[0]
        scene = Scene(Draft('test', 'test', text, text), shipped, {'lang': lang})
        for flag in (*scene.report.rights, *scene.report.flags):
            why = scene.why(flag)
            assert why.lines, (flag.rule.id, text)
            if flag.finder in ('find', 'points', 'require'):
                assert all(line.filled for line in why.lines), (flag.rule.id, text)


def test_damaged_rules_are_compiled_again(told: Told, folder: Path) -> None:
    expected = told('Our pay is low.', '--lang', 'en')
    for path in (folder / 'cache/policycheck').glob('*.pc'):
        content = path.read_bytes()
        at = content.rindex(b'"our" "pay"')
        path.write_bytes(content[:at] + b'x' + content[at + 1 :])
    assert told('Our pay is low.', '--lang', 'en') == expected


KEPT = """---
lang: en
account: official
policycheck:
  keep:
    - {rule: t/office, words: We are hopeless, reason: a customer said so}
    - {rule: t/office, words: gone, reason: a customer said so}
---
We are hopeless, and sorry for the wait.
"""


def test_a_flag_that_a_waiver_keeps_is_explained(told: Told) -> None:
    out = told(KEPT, name='kept.md')[1]
    assert 'It counts no longer, a waiver keeps it: a customer said so' in out
    assert 'REASON  A waiver that nothing needs any more  [waiver/unused]' in out
    out = told(KEPT, '--why-not', 't/office', '--screen-language', 'fi', name='kept.md')[1]
    assert 'kept.md: t/office löytää tästä jotakin, mutta siitä on poikkeus:' in out
    out = told(KEPT, '--format', 'json', name='kept.md')[1]
    flags = json.loads(out)['drafts'][0]['flags']
    assert [(flag['rule'], flag['kept']) for flag in flags] == [
        ('waiver/unused', None),
        ('t/office', 'a customer said so'),
    ]


def test_a_policy_that_names_nothing_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], forms: Path
) -> None:
    engine.pack(tmp_path / 'rules', {'t/r': engine.find('en', '{product} ~ "cheap"')}, {}, engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('organisation: {name: Nordvik}\npacks: [./rules]\n')
    (tmp_path / 'post.txt').write_text('The stove is cheap.\n')
    monkeypatch.setenv('XDG_CACHE_HOME', str(forms))
    monkeypatch.chdir(tmp_path)
    assert main(['explain', 'post.txt', '--lang', 'en', '--why-not', 't/r', '--screen-language', 'en']) == 0
    assert ' '.join(capsys.readouterr().out.split()).endswith(
        'Missing here: {product}; policycheck.yaml names nothing for {product}.'
    )


@pytest.mark.parametrize(
    ('text', 'words', 'expected'),
    [
        (
            'Are we hopeless?',
            ('--lang', 'en', '--screen-language', 'nb'),
            'Markert som: det er et spørsmål (question: «?»)',
        ),
        (
            'Our office is a joke.',
            ('--lang', 'en', '--screen-language', 'sv'),
            'Rad 12 passar också här: {firm} ~ "joke"',
        ),
        (
            'Write to me.',
            ('--lang', 'en', '--screen-language', 'sv', '--why-not', 't/mail'),
            'Inget här är en e-postadress eller ett kontonummer (IBAN) (rad 8 i rules/t/mail.yaml).',
        ),
        (
            'Only #one.',
            ('--lang', 'en', '--screen-language', 'fi', '--why-not', 't/tags'),
            'Aihetunnisteita: 1, ja enintään 1 hyväksytään (rivi 8, rules/t/tags.yaml).',
        ),
        (
            'We moved.',
            ('--lang', 'en', '--screen-language', 'fi', '--why-not', 't/office'),
            '”We” vastaa kohtaa {firm}; puuttuu: {scorn}.',
        ),
    ],
)  # fmt: skip
def test_sentences_are_in_the_readers_language(
    told: Told, text: str, words: tuple[str, ...], expected: str
) -> None:
    _, out, _ = told(text, *words)
    assert expected in ' '.join(out.split())
