# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""`policycheck rules check` as rule authors use it: small packs, and everything that is said of them."""

from __future__ import annotations

import json
from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.commands.check_wording import MESSAGES
from policycheck.formats.messages import MESSAGES as REPORTS
from policycheck.lint import protected
from policycheck.lint import written as linted
from policycheck.model import LANGUAGES
from policycheck.schema.packs import ordinary_posts, read_pack

WORDS = {
    'boss': {'en': '"boss"\n"chief"'},
    'bad': {'en': '"awful"\n"hideous"'},
    'nothing': {'en': '"x"\n-x'},
}


class Office:
    """A folder with a policy that names one pack, which the tests fill."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        (folder / 'policycheck.yaml').write_text(
            'organisation: {name: Nordvik}\njurisdictions: [US]\npacks: [./rules]\n', 'utf-8'
        )

    def pack(self, rules: dict[str, str], words: engine.Words | None = None) -> None:
        engine.pack(self.folder / 'rules', rules, words or WORDS, engine.QUOTED)

    def check(self, *words: str) -> tuple[int, str]:
        """Exit code, and what is printed of the pack or of what is named."""
        code = main(['rules', 'check', *words])
        printed = self.capsys.readouterr()
        assert printed.err == '' or code == 2
        return code, printed.out + printed.err


@pytest.fixture
def office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, starter: Path
) -> Office:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv('XDG_CACHE_HOME', str(starter))
    monkeypatch.setenv('LC_ALL', 'en')
    return Office(tmp_path, capsys)


def written(lines: str) -> str:
    """A rule in English, what it looks for from line 10 on."""
    return engine.find('en', lines)


@pytest.mark.parametrize(
    ('lines', 'expected'),
    [
        pytest.param('{boss} ~ {bad}', (), id='nothing'),
        pytest.param(
            '"my" {bad}\n{bad}',
            (
                '10: “"my" {bad}”: “{bad}” (line 11) flags wherever this does; take it out, or narrow the other',
            ),
            id='shadowed',
        ),
        pytest.param(
            '{boss} ~ {bad}\n{bad} ~ {boss}',
            (
                '11: “{bad} ~ {boss}”: “{boss} ~ {bad}” (line 10) flags wherever this does; take it out, or narrow the other',
            ),
            id='the later of two that find the same',
        ),
        pytest.param(
            '{boss}  ~ {bad}\n{boss} ~ {bad}',
            ('11: “{boss} ~ {bad}” stands in line 10 already; take one of them out',),
            id='twice',
        ),
        pytest.param(
            '- awful',
            ("10: column 5: '- ' is looked for as it stands; write the phrase without it",),
            id='a bullet',
        ),
        pytest.param(
            '{bad}\n-awful',
            (
                '11: column 5: in phrases -word excepts nothing, only in a word list; clear such posts with adjust: - {has: ..., level: off}, or write \\- for the sign',
            ),
            id='a word to be left out',
        ),
        pytest.param(
            '"my, oh my" {bad}\nawful, poor',
            (
                '11: column 10: the comma is looked for as it stands; write one phrase a line, or (a|b), or put it in "..." where you mean the sign',
            ),
            id='a list with commas',
        ),
        pytest.param(
            '{nothing} ~ {bad}',
            (
                '10: “{nothing} ~ {bad}” can never be found: {nothing} has no words in English; add some, or take the phrase out',
            ),
            id='an empty list',
        ),
        pytest.param(
            '"awful" "?" ...2 "boss"',
            (
                '10: “"awful" "?" ...2 "boss"” can never be found, not even in “awful ? boss”; look for what people write, or take it out',
            ),
            id='across the end of a sentence',
        ),
        pytest.param(
            '{bos}\n"x\n(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)',
            (
                "10: column 5: there is no class or word list 'bos'; did you mean boss?",
                '11: column 5: the quotation mark is never closed; add ", or write \\" for the sign',
                '12: more than 64 alternatives in one phrase; put them into a word list',
            ),
            id='every phrase that cannot be read',
        ),
    ],
)
def test_phrases(office: Office, lines: str, expected: tuple[str, ...]) -> None:
    office.pack({'t/r': written(lines)})
    code, text = office.check('rules/t')
    said = [f'rules/t/r.yaml:{line}\n' for line in expected]
    assert (code, text) == (
        int(bool(expected)),
        ''.join(said) + f'Rules: 1. Word lists: 0. To mend: {len(expected)}.\n',
    )


SLIPS = """\
category: Test
title: {en: A title that is far too long for the place where it is shown, sv: Kort}
colour: red
level: grave
languages: [en, sv]
why: {en: Said.}
advice: {en: Said., sv: Sagt.}
find: {en: '{bad', sv: bra}
regex: {any: '(a+)+'}
examples: {en: {flags: [x], passes: ['[[y]]']}}
"""


def test_every_slip_of_a_file_is_told(office: Office) -> None:
    office.pack({'t/r': SLIPS})
    code, text = office.check('rules/t/r.yaml')
    assert code == 1
    assert [line.removeprefix('rules/t/r.yaml:').partition(': ')[::2] for line in text.splitlines()] == [
        ('1', "'category': 'Test' does not have the form employer_criticism"),
        ('3', "unknown key 'colour'"),
        ('4', "unknown value of 'level': 'grave'; one of note, advice, warn, stop"),
        ('8', "column 12: '{' is never closed; add }, or write \\{ for the sign itself"),
        ('9', 'a repeat within a repeat can take very long; write it without, or bound it: {0,20}'),
        ('10', 'a post that passes has no [[ ]]; it belongs under flags'),
        ('Rules', '1. Word lists: 0. To mend: 6.'),
    ] or text


def test_every_lack_of_a_rule_is_told(office: Office) -> None:
    rule = SLIPS.replace('Test', 'test').replace('grave', 'note').replace('colour: red', 'safe: yes')
    rule = rule.replace('{bad', 'bad').replace('(a+)+', 'aa').replace('[[y]]', 'y')
    office.pack({'t/r': rule})
    assert office.check('rules/t/r.yaml') == (
        1,
        "rules/t/r.yaml:2: 'title.en' has 60 characters; at most 45\n"
        "rules/t/r.yaml:3: 'safe' speaks of fix, and there is none\n"
        "rules/t/r.yaml:6: 'why' lacks sv; write it, or list languages without it\n"
        "rules/t/r.yaml:10: 'examples' lacks sv; write it, or list languages without it\n"
        'Rules: 1. Word lists: 0. To mend: 4.\n',
    )


UNFIXED = '“{0}” under fix is never put right: no phrase of this rule finds it; spell it as under find, or look for it there'


@pytest.mark.parametrize(
    ('finder', 'fix', 'never'),
    [
        pytest.param('find: {en: awful}', 'awful: bad', [], id='the word itself'),
        pytest.param('find: {en: awful}', 'awfull: bad', ['awfull'], id='misspelt'),
        pytest.param('find: {en: buy}', 'bought: had', [], id='a form of it'),
        pytest.param('find: {en: "{boss}"}', 'chief: lead', [], id='an entry of a list'),
        pytest.param('find: {en: "{boss}"}', 'awful: bad', ['awful'], id='in another list'),
        pytest.param('find: {en: super*}', 'superb: good', [], id='what a part of a word finds'),
        pytest.param('find: {en: "=Awful"}', 'awful: bad', [], id='in any case'),
        pytest.param('find: {en: (awful|bad) (day|week)}', 'awful day: day', [], id='alternatives'),
        pytest.param('find: {en: awful ... day}', 'rainy: wet', [], id='between two words'),
        pytest.param('find: {en: "{boss} ~ {bad}"}', 'so-called: ""', [], id='between two sides'),
        pytest.param('find: {en: "{boss} & {bad}"}', 'chief: lead', ['chief'], id='the side that is not flagged'),
        pytest.param('points: {needs: 1, within: post, en: 1 awful}', 'bad: odd', ['bad'], id='points'),
        pytest.param('find: {en: awful}\nregex: {any: "ba[dt]"}', 'bad: odd', [], id='beside a pattern'),
    ],
)  # fmt: skip
def test_fixes_that_never_come(office: Office, finder: str, fix: str, never: list[str]) -> None:
    office.pack({'t/r': engine.rule(f'level: note\n{finder}\nfix: {{en: {{{fix}}}}}', ['en'])})
    said = ''.join(f'rules/t/r.yaml:{9 + finder.count(chr(10))}: {UNFIXED.format(word)}\n' for word in never)
    assert office.check('rules/t/r.yaml') == (
        len(never),
        f'{said}Rules: 1. Word lists: 0. To mend: {len(never)}.\n',
    )


def test_names_that_nobody_can_write(office: Office) -> None:
    office.pack({'t/Vår dag': written('"loud"')}, {'dårlig vær': {'en': '"storm"'}})
    assert office.check() == (
        1,
        'rules/t/Vår dag.yaml:1: “t/Vår dag” cannot be written in policycheck.yaml; rename the file: '
        'small letters a-z, digits and -, such as t/var-dag\n'
        'rules/words/dårlig vær.yaml:1: no phrase can name {dårlig vær}; rename the file: '
        'small letters a-z, digits and _, such as {darlig_vaer}\n'
        f'Rules: 1. Word lists: {len(engine.QUOTED) + 1}. To mend: 2.\n',
    )


WHYS = {
    'Said.': 0,
    'It costs 3.5 kr. or so, e.g. for Kari. That hurts.': 0,
    'From 27. september on it is the law. It costs.': 0,
    'Readers laugh. They tell others. It stays.': 3,
    'Laughed at! Why? Nobody knows. “It stays.” So.': 5,
}


@pytest.mark.parametrize('why', WHYS)
def test_reasons_are_short(office: Office, why: str) -> None:
    office.pack({'t/r': written('"loud"').replace('why: {"en": "Said."}', f"why:\n  en: '{why}'")})
    count = WHYS[why]
    said = f'rules/t/r.yaml:4: why.en has {count} sentences; write 2 at most: what may come of it\n'
    assert office.check('rules/t/r.yaml') == (
        int(bool(count)),
        f'{said if count else ""}Rules: 1. Word lists: 0. To mend: {int(bool(count))}.\n',
    )


TOPICS = 'communications, investors, privacy, reporting, safety, security'
ASKED = {
    'communications': '',
    'hr': '',
    'comunications': '“comunications” is no topic of contacts in policycheck.yaml; did you mean communications?',
    'zz': f'“zz” is no topic of contacts in policycheck.yaml; add it there, or ask one of {TOPICS.replace(", inv", ", hr, inv")}',
}


@pytest.mark.parametrize('topic', ASKED)
def test_whom_to_ask(office: Office, topic: str) -> None:
    with (office.folder / 'policycheck.yaml').open('a') as policy:
        policy.write('contacts: {hr: {who: Kari}}\n')
    office.pack({'t/r': engine.find('en', '"loud"', f'ask: {topic}')})
    said = f'rules/t/r.yaml:8: {ASKED[topic]}\n' if ASKED[topic] else ''
    assert office.check('rules/t/r.yaml') == (
        int(bool(said)),
        f'{said}Rules: 1. Word lists: 0. To mend: {int(bool(said))}.\n',
    )


def test_reports_have_a_word_for_each_topic() -> None:
    known = {key.removeprefix('topic.') for key in REPORTS if key.startswith('topic.')}
    assert known == {*TOPICS.split(', ')} == {*linted.TOPICS}


FAULTY = """\
category: test
languages: [nb]
title: {nb: Test}
levl: note
why: {nb: Sagt.}
find:
  nb: |
    (billig
    {bos}
examples: {nb: {flags: ["[[x]]"], passes: [y]}}
"""
IN_EACH = {
    'nb': (
        'rules/t/r.yaml:4: ukjent nøkkel «levl»; mente du level?\n'
        'rules/t/r.yaml:8: kolonne 5: «(» lukkes aldri; legg til ), eller skriv \\( for selve tegnet\n'
        'rules/t/r.yaml:9: kolonne 5: det finnes ingen klasse eller ordliste «bos»; mente du boss?\n'
        'Regler: 1. Ordlister: 0. Å rette: 3.\n'
    ),
    'sv': (
        'rules/t/r.yaml:4: okänd nyckel ”levl”; menade du level?\n'
        'rules/t/r.yaml:8: kolumn 5: ”(” stängs aldrig; lägg till ), eller skriv \\( för själva tecknet\n'
        'rules/t/r.yaml:9: kolumn 5: det finns ingen klass eller ordlista ”bos”; menade du boss?\n'
        'Regler: 1. Ordlistor: 0. Att rätta: 3.\n'
    ),
    'fi': (
        'rules/t/r.yaml:4: tuntematon avain ”levl”; tarkoititko level?\n'
        'rules/t/r.yaml:8: sarake 5: ”(” ei sulkeudu; lisää ) tai kirjoita \\(, jos tarkoitat merkkiä\n'
        'rules/t/r.yaml:9: sarake 5: luokkaa tai sanalistaa ”bos” ei ole; tarkoititko boss?\n'
        'Sääntöjä: 1. Sanalistoja: 0. Korjattavaa: 3.\n'
    ),
}


@pytest.mark.parametrize('language', IN_EACH)
def test_faults_are_told_in_the_readers_language(office: Office, language: str) -> None:
    office.pack({'t/r': FAULTY}, {'boss': {'nb': '"sjef"'}})
    assert office.check('rules/t/r.yaml', '--screen-language', language) == (1, IN_EACH[language])


def test_word_lists(office: Office) -> None:
    office.pack(
        {'t/r': written('{ski}')},
        {'ski': {'en': '"skier"\nski*\n"SKIER"\n"snow"\n{snows}\n-a b'}, 'late': {'en': '"late"'}},
    )
    code, text = office.check('rules/words/ski.yaml')
    assert (code, text) == (
        1,
        'rules/words/ski.yaml:5: “"SKIER"” stands in line 3 already; take one of them out\n'
        "rules/words/ski.yaml:7: column 3: there is no class or word list 'snows'; policycheck rules list --words names them\n"
        'rules/words/ski.yaml:8: column 3: an exception is one word, or a part of one with *\n'
        'Nothing was tried on posts yet: mend the word lists first, then look again.\n'
        'Rules: 0. Word lists: 1. To mend: 3.\n',
    )
    office.pack({}, {'ski': {'en': '"skier"\nski*\n"skid"\n-skid'}})
    assert office.check('rules/words/ski.yaml') == (
        1,
        'rules/words/ski.yaml:3: “"skier"” is found by “ski*” (line 4) anyway; take it out\n'
        'Rules: 0. Word lists: 1. To mend: 1.\n',
    )


@pytest.mark.parametrize('part', ['rules', './rules/', None])
def test_the_lists_of_a_pack_are_checked_however_it_is_named(office: Office, part: str | None) -> None:
    engine.pack(office.folder / 'rules', {'t/r': written('{zest}')}, {'zest': {'en': '"zest"\n"zest"'}})
    said = (
        'rules/words/zest.yaml:4: “"zest"” stands in line 3 already; take one of them out\n'
        'Rules: 1. Word lists: 1. To mend: 1.\n'
    )
    assert office.check(*([part] if part else [])) == (1, said)
    engine.pack(office.folder / 'rules', {}, {'zest': {'en': '"zest"\n- very zesty'}})
    said = (
        "rules/words/zest.yaml:4: write the word without '- ', or -word, without a space, to take it out of the list\n"
        'Nothing was tried on posts yet: mend the word lists first, then look again.\n'
        'Rules: 1. Word lists: 1. To mend: 1.\n'
    )
    assert office.check(*([part] if part else [])) == (2, said)


LISTED = """\
{boss}  en nb        Test.

Found without a list: {money} {percent} {number} {date} {time} {age} {name}
  {url} {mention} {hashtag} {emoji} {caps} {exclaim}
Named in policycheck.yaml: {organisation} {employer} {product} {competitor}
  {executive} {secret} {sensitive_topic}
Word lists: 1. What is in one: policycheck rules forms "{NAME}" --lang en
"""


def test_the_lists_that_phrases_may_name(office: Office) -> None:
    office.pack({}, {**WORDS, 'boss': {'en': '"boss"', 'nb': '"sjef"'}})
    assert main(['rules', 'list', '--words', 'BOSS']) == 0
    assert office.capsys.readouterr().out == LISTED
    assert main(['rules', 'list', '--words', '', '--format', 'json']) == 0
    lists = json.loads(office.capsys.readouterr().out)['lists']
    assert [one['name'] for one in lists] == sorted({*WORDS, *engine.QUOTED})
    assert {'name': 'boss', 'languages': ['en', 'nb'], 'about': 'Test.'} in lists


def test_lists_that_include_in_vain(office: Office) -> None:
    office.pack(
        {'t/r': written('{ski}')},
        {
            'ski': {'en': '"skier"\n{ski}\n{late} "b"\n{norsk}'},
            'late': {'en': '"late" {snow}'},
            'snow': {'en': '{ski}'},
            'norsk': {'nb': '"norsk"'},
        },
    )
    code, text = office.check('rules/words/ski.yaml')
    assert (code, text) == (
        1,
        'rules/words/ski.yaml:4: column 3: the word list ski includes itself; take one of these entries out\n'
        'rules/words/ski.yaml:5: column 3: the word list ski includes itself through late and snow; '
        'take one of these entries out\n'
        'rules/words/ski.yaml:6: column 3: the word list norsk has no en; write en: in it, '
        'or take {norsk} out here\n'
        'Nothing was tried on posts yet: mend the word lists first, then look again.\n'
        'Rules: 0. Word lists: 1. To mend: 3.\n',
    )


def test_ordinary_posts(office: Office) -> None:
    office.pack(
        {
            't/r': engine.find('en', '{boss}\n{bad}', 'opinion: true'),
            't/tags': engine.rule('limit: {measure: hashtags, at_most: 0}'),
        }
    )
    ordinary = office.folder / 'rules/ordinary'
    ordinary.mkdir()
    posts = ['The boss baked a cake.', 'A chief of the fire crew.', 'Awful weather. #rain', *['Fine.'] * 100]
    (ordinary / 'en.txt').write_text('\n'.join(posts) + '\n', 'utf-8')
    (ordinary / 'sv.txt').write_text('#a\n' + 'Fint.\n' * 9, 'utf-8')
    assert office.check('rules/t') == (
        1,
        'rules/t/r.yaml:11: “{boss}” flags 2 of 103 ordinary posts in English, such as “The boss baked a cake.”; ask for more words\n'
        'rules/t/tags.yaml:8: t/tags flags 1 of 10 ordinary posts in Swedish, such as “#a”; make it narrower\n'
        'Rules: 2. Word lists: 0. To mend: 2.\n',
    )


@pytest.mark.parametrize(('day', 'months'), [('2025-05-21', 0), ('2025-05-20', 18), ('2024-11-20', 24)])
def test_old_sources(office: Office, monkeypatch: pytest.MonkeyPatch, day: str, months: int) -> None:
    from policycheck.lint import written as module

    found = list(module.stale('a.yaml', day, 3, '2026-11-20'))
    assert [(one.line, one.values) for one in found] == (
        [(3, {'day': day, 'months': months})] if months else []
    )


BAN = """
category: pay
title: {en: Do not discuss pay}
level: warn
languages: [en]
why: {en: It may spread.}
advice: {en: Say it to your manager.}
find: {en: '("pay"|"salary"|"wages"|"payslips"|"payslip")'}
examples: {en: {flags: ["My [[pay]]."], passes: ["Hello."]}}
"""
STERICYCLE = """\
    US: a rule that employees could reasonably read as a limit on talk of pay,
      hours and working conditions, with each other, unions or the media, is
      presumed unlawful (National Labor Relations Act, section 7; Stericycle,
      372 NLRB 113, 2 August 2023).
      https://www.nyemaster.com/news/the-stericycle-standard-a-new-test-for-w
      (read 2026-11-21; information, not legal advice)
"""
SAFER = 'Instead: Name what is secret in a list, and add: nothing here limits your right to talk about pay and conditions.'


def test_a_ban_is_refused_with_the_law_and_a_safer_wording(office: Office) -> None:
    office.pack({'t/pay': BAN})
    assert office.check('rules/t') == (
        1,
        f'rules/t/pay.yaml:3: refused: “Do not discuss pay” in title.en reads as a ban (pay). {SAFER}\n'
        f'{STERICYCLE}'
        'rules/t/pay.yaml:4: refused: this rule bans talk of pay. On a personal account it says REASON to '
        f'“My pay has stood still for three years.”, and to 5 of 10 things that people have a right to say. {SAFER}\n'
        'Rules: 1. Word lists: 0. To mend: 2.\n',
    )


@pytest.mark.parametrize(
    ('change', 'kinds'),
    [
        pytest.param(('level: warn', 'level: warn'), ['unlawful'], id='warn'),
        pytest.param(('level: warn', 'level: advice'), ['unlawful'], id='advice about a fact'),
        pytest.param(('level: warn', 'level: note'), [], id='a note'),
        pytest.param(('level: warn', 'level: warn\nopinion: true'), ['unlawful_word'], id='an opinion'),
        pytest.param(('level: warn', 'level: note\nopinion: true'), [], id='a note of an opinion'),
        pytest.param(('level: warn', 'level: warn\napplies: {accounts: official}'), [], id='official accounts'),
        pytest.param(
            ('level: warn', 'level: warn\nadjust: [{account: personal, level: off}]'), [], id='off on personal ones'
        ),
        pytest.param(('level: warn', 'level: warn\ndespite_rights: Said.'), ['unlawful'], id='a ban with a reason'),
        pytest.param(('("pay"|"salary"|"wages"|"payslips"|"payslip")', '"bonus"'), ['protected'], id='one word of it'),
        pytest.param(
            ('find: {en: \'("pay"|"salary"|"wages"|"payslips"|"payslip")\'}', 'despite_rights: Said.\nfind: {en: \'"bonus"\'}'),
            [],
            id='one word of it with a reason',
        ),
        pytest.param(('find: {en:', 'notice: rights\nfind: {en:'), [], id='the shield'),
    ],
)  # fmt: skip
def test_what_a_rule_does_to_protected_speech(
    office: Office, change: tuple[str, str], kinds: list[str]
) -> None:
    rule = BAN.replace('Do not discuss pay', 'About pay').replace(*change)
    if 'notice' in rule:
        rule = rule.replace('level: warn\n', '')
    office.pack({'t/pay': rule})
    code = main(['rules', 'check', 'rules/t/pay.yaml', '--format', 'json'])
    document = json.loads(office.capsys.readouterr().out)
    assert [one['kind'] for one in document['findings']] == kinds
    assert (code, document['totals']['findings']) == (int(bool(kinds)), len(kinds))


TONES = {
    'boss': {'en': '"boss"\n"manager"\n"management"'},
    'person': {'en': '{boss}\n"colleague"\n"customer"'},
    'scorn': {'en': 'clueless\nincompetent\nlazy\narrogant\nnonsense\n"a joke"\nmess\nridiculous\npathetic'},
}


@pytest.mark.parametrize(
    ('level', 'phrase', 'kinds'),
    [
        pytest.param('warn', 'whistleblower', ['unlawful_word'], id='a word'),
        pytest.param('advice', '"whistleblowers"', ['unlawful_word'], id='a form of it'),
        pytest.param('warn', '"collective agreement"', ['unlawful_word'], id='two words'),
        pytest.param('warn', 'overtime', ['unlawful_word'], id='a word that one statement has'),
        pytest.param('advice', '("my"|"our") payslip', ['unlawful_word'], id='a word of theirs'),
        pytest.param('warn', '{organisation} ~ harassment', ['unlawful_word'], id='a word and the employer'),
        pytest.param('note', 'whistleblower', [], id='a note'),
        pytest.param('advice\nopinion: true', 'strike', ['unlawful_word'], id='an opinion'),
        pytest.param('stop', '{scorn}', ['unlawful'], id='all hard words'),
        pytest.param('warn', '{organisation} ~ {scorn}', ['protected'], id='hard words of the employer'),
        pytest.param('warn', '({organisation}|"workplace"|"company") ~ {scorn}', ['unlawful'], id='of the workplace'),
        pytest.param('warn', '{boss} ~ {scorn}', ['unlawful'], id='of bosses'),
        pytest.param('advice', '{boss} ~ {scorn}', [], id='advice'),
        pytest.param('warn', '{person} ~ {scorn}', [], id='of anybody'),
        pytest.param('warn\nopinion: true', '{boss} ~ {scorn}', [], id='an opinion of bosses'),
        pytest.param('stop\nopinion: true', '{boss} ~ {scorn}', ['unlawful'], id='an opinion that is stopped'),
        pytest.param('warn', '"password" ~ "union"', [], id='a word beside another'),
        pytest.param('warn', '"harassed" ~ "manager"', ['protected', 'unlawful_shielded'], id='what the notice of rights protects'),
    ],
)  # fmt: skip
def test_bans_by_word_and_by_whom_they_spare(
    office: Office, level: str, phrase: str, kinds: list[str]
) -> None:
    office.pack({'t/r': BAN.replace('Do not discuss pay', 'About us').replace('level: warn', f'level: {level}')
                 .replace(BAN.partition('find: {en: ')[2].partition('}\n')[0], json.dumps(phrase))}, TONES)  # fmt: skip
    main(['rules', 'check', 'rules/t/r.yaml', '--format', 'json'])
    found = json.loads(office.capsys.readouterr().out)['findings']
    assert [one['kind'] for one in found if one['kind'] not in ('fault', 'dead')] == kinds, found


@pytest.mark.parametrize(
    ('lang', 'word'),
    [
        ('nb', 'underbemannet'),
        ('nb', 'visselblåser'),
        ('sv', 'fackförening'),
        ('sv', 'visselblåsa'),
        ('fi', 'ilmiantaja'),
        ('fi', 'ylityö'),
    ],
)
def test_bans_by_word_in_every_language(office: Office, lang: str, word: str) -> None:
    office.pack({'t/r': engine.find(lang, word).replace('level: note', 'level: warn')})
    main(['rules', 'check', 'rules/t/r.yaml', '--format', 'json'])
    found = json.loads(office.capsys.readouterr().out)['findings']
    assert [one['kind'] for one in found] == ['unlawful_word'], found


@pytest.mark.parametrize(
    ('lang', 'text', 'word'),
    [
        ('en', 'This is a violation of the policy.', 'violation'),
        ('en', 'It is not forbidden to say so.', None),
        ('nb', 'Det er forbudt.', 'forbudt'),
        ('nb', 'Det er ikke forbudt.', None),
        ('sv', 'Det är en överträdelse.', 'överträdelse'),
        ('fi', 'Se on kiellettyä.', 'kiellettyä'),
    ],
)
def test_strong_words(lang: str, text: str, word: str | None) -> None:
    found = protected.read().strong_words[lang].search(text)
    assert (found.group() if found else None) == word


def test_an_opinion_is_no_offence(office: Office) -> None:
    rule = BAN.replace('Do not discuss pay', 'About pay').replace('level: warn', 'level: note\nopinion: true')
    office.pack({'t/pay': rule.replace('It may spread.', 'It is a breach of loyalty.')})
    assert office.check('rules/t/pay.yaml') == (
        1,
        'rules/t/pay.yaml:7: “breach” in why.en: an opinion is not an offence; write “may spread”, “consider” or “could be read as”\n'
        'Rules: 1. Word lists: 0. To mend: 1.\n',
    )


@pytest.mark.parametrize(
    ('path', 'expected'),
    [
        ('nowhere', 'nowhere: there is no such file or folder, and no rule of this id\n'),
        ('empty', 'empty: there are no rules in this folder; a rule stands in <topic>/<name>.yaml\n'),
    ],
)
def test_what_is_not_there(office: Office, path: str, expected: str) -> None:
    office.pack({})
    (office.folder / 'empty').mkdir()
    assert office.check(path) == (2, expected)


def test_a_file_that_is_not_yaml_does_not_hide_the_others(office: Office) -> None:
    office.pack({'t/broken': 'a: [', 't/r': written('{bad}\n{bad}')})
    code, text = office.check('rules/t')
    assert code == 2
    assert [line.split(':')[0] for line in text.splitlines()] == [
        'rules/t/broken.yaml',
        'rules/t/r.yaml',
        'Rules',
    ]


def test_every_message_is_there_in_every_language() -> None:
    assert {key: sorted(texts) for key, texts in MESSAGES.items()} == dict.fromkeys(
        MESSAGES, sorted(LANGUAGES)
    )


def test_protected_speech_is_there_in_every_language() -> None:
    known = protected.read()
    for name, shape in known.shapes.items():
        assert set(shape.name) == set(shape.safer) == set(shape.texts) == set(LANGUAGES)
        assert shape.statements == {} or set(shape.statements) == set(LANGUAGES), name
        assert known.law(name, ('US', 'EU', 'NO', 'SE', 'FI'), None), name
    assert {code for law in known.laws for code in law.shapes} == set(known.shapes)


@pytest.mark.parametrize('lang', LANGUAGES)
def test_ordinary_posts_are_many_short_and_different(lang: str) -> None:
    posts = ordinary_posts(str(engine.SHIPPED), lang)
    assert len(posts) >= 250
    assert len(set(posts)) == len(posts)
    assert max(map(len, posts)) <= 140
    assert all(post.strip() == post != '' for post in posts)


def test_no_pack_takes_ordinary_posts_for_a_topic() -> None:
    assert not [path for path in read_pack(str(engine.SHIPPED)).rules if 'ordinary' in path]


def test_without_a_path_the_packs_of_the_policy_are_looked_over(office: Office) -> None:
    office.pack({'t/r': written('{boss} ~ {bad}')}, {**WORDS, 'nothing': {'en': '"x"'}})
    assert office.check() == (0, f'Rules: 1. Word lists: {len(engine.QUOTED) + 3}. To mend: 0.\n')


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        ('en: |\n    {bad}', 'en: >\n    {bad}\n    {boss}', "9: the lines of this text become one phrase; write | after the key, and one phrase a line"),
        ('find:\n', 'at_least: 2\nfind:\n', "8: 'at_least' asks for 2 different phrases, and find.en has 1; the rule never flags there"),
        ('find:\n', 'find:\n  nb: |\n    sjef\n', "8: 'find' is written in nb too, which 'languages' lacks; add nb there, or take it out"),
        ('find:\n', 'sources: [{title: a, url: "https://a.example"}]\nchecked: 2093-01-01\nfind:\n', "9: 'checked' is the day on which a person read the sources, and 2093-01-01 has not come yet"),
    ],
    ids=['folded', 'too few phrases', 'a language too many', 'a day to come'],
)  # fmt: skip
def test_what_says_other_than_it_means(office: Office, old: str, new: str, expected: str) -> None:
    rule = written('{bad}')
    assert old in rule
    office.pack({'t/r': rule.replace(old, new)})
    code, told = office.check('rules/t')
    assert (code, f'rules/t/r.yaml:{expected}\n' in told) == (1, True), told


@pytest.mark.parametrize(
    ('languages', 'has', 'lacks'),
    [
        pytest.param('en nb sv fi', 'en: calm, nb: rolig, sv: lugn, fi: tyyni', None, id='in all'),
        pytest.param('en nb sv fi', 'en: calm, nb: rolig', 'sv, fi', id='in two of four'),
        pytest.param('en nb sv fi', 'fi: tyyni', None, id='a turn of one of four'),
        pytest.param('en nb', 'nb: rolig', 'en', id='in one of two'),
        pytest.param('en nb', 'label: ad', None, id='a label'),
    ],
)
def test_conditions_hold_in_every_language(
    office: Office, languages: str, has: str, lacks: str | None
) -> None:
    langs = languages.split()
    phrases = ', '.join(f'{lang}: ad' for lang in langs)
    text = f'find: {{{phrases}}}\nadjust: [{{has: {{{has}}}, lower: 1}}]'
    office.pack({'t/r': engine.rule(text, langs)})
    told = [line for line in office.check('rules/t/r.yaml')[1].splitlines() if 'this condition' in line]
    expected = f'this condition lacks {lacks} and never holds there; write it'
    assert [line.partition(': ')[2] for line in told] == ([expected] if lacks else [])


def test_a_shipped_rule_by_itself_stands_beside_the_notice_of_rights(office: Office) -> None:
    assert office.check(str(engine.SHIPPED / 'employer' / 'hints.yaml')) == (
        0,
        'Rules: 1. Word lists: 0. To mend: 0.\n',
    )
