"""Waivers: which flag each keeps, what is wrong with those that keep none, and how they are taken away."""

from __future__ import annotations

import json
from pathlib import Path

import engine
import pytest

from policycheck import keep
from policycheck.check import check
from policycheck.commands.fix import run as fix
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.machine import KEEP_NAME
from policycheck.model import Report
from policycheck.readers import drafts
from policycheck.repair import repaired
from policycheck.repository.sidecar_report import checked, report
from policycheck.screened import places_of
from policycheck.tui import keeps
from policycheck.tui.waivers import with_keeps
from policycheck.waivers import sidecar

RULES = {
    'a/mild': engine.find('en', '"awful winter"'),
    'a/grave': engine.find('en', '"project owl"', 'level: stop'),
    'a/locked': engine.find('en', '"his number"', 'locked: true'),
    'a/off': engine.find('en', '"nowhere"'),
    'a/boss': engine.find('en', '"bossy"', 'level: stop\nfix: {en: {"bossy": "busy"}}\nsafe: true'),
}
POST = 'An awful winter it was. Ask project owl, here is his number.\n'


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return engine.ruleset(tmp_path_factory.mktemp('keep'), RULES, shipped=engine.QUOTED)


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which git signs as Kari Berg."""
    monkeypatch.setenv('GIT_AUTHOR_NAME', 'Kari Berg')
    monkeypatch.setenv('GIT_AUTHOR_EMAIL', 'kari@nordlys.example')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def post(*entries: str, text: str = POST, account: str = 'official') -> str:
    keep = ''.join(f'    - {entry}\n' for entry in entries)
    return f'---\nlang: en\naccount: {account}\npolicycheck:\n  keep:\n{keep}---\n{text}'


def of(rules: Ruleset, text: str, path: str = 'a.md') -> Report:
    """The report of the post in a Markdown file."""
    (draft,) = drafts.read(path, text.encode())
    if isinstance(draft, InputError):
        raise draft
    return check(draft, rules)


def ids(found: Report) -> tuple[list[str], list[str]]:
    """The rules of the flags that count, and of those that are kept."""
    return [flag.rule.id for flag in found.flags], [one.flag.rule.id for one in found.kept]


MILD = '{rule: a/mild, words: awful winter, reason: the words of a customer}'
KEPT = {
    'words as they stand': (MILD, ['a/grave', 'a/locked'], ['a/mild']),
    'words around the flag': (
        '{rule: a/mild, words: "An awful  winter it was.", reason: the words of a customer}',
        ['a/grave', 'a/locked'],
        ['a/mild'],
    ),
    'words inside the flag are not enough': (
        '{rule: a/mild, words: awful, reason: the words of a customer}',
        ['waiver/unused', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'until the day itself': (
        '{rule: a/mild, words: awful winter, reason: the words of a customer, until: 2999-12-31}',
        ['a/grave', 'a/locked'],
        ['a/mild'],
    ),
    'expired': (
        '{rule: a/mild, words: awful winter, reason: the words of a customer, until: 2020-01-31}',
        ['waiver/expired', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'a rule that there is not': (
        '{rule: a/midl, words: awful winter, reason: the words of a customer}',
        ['waiver/unknown', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'a rule that finds nothing': (
        '{rule: a/off, words: awful winter, reason: the words of a customer}',
        ['waiver/unused', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'too short a reason': (
        '{rule: a/mild, words: awful winter, reason: "  ok   ok "}',
        ['waiver/reason', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'a key held down': (
        '{rule: a/mild, words: awful winter, reason: aaaaaaaaaaaaa}',
        ['waiver/reason', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'no reason': (
        '{rule: a/mild, words: awful winter}',
        ['waiver/reason', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'a stop without a name': (
        '{rule: a/grave, words: project owl, reason: it is public since May}',
        ['waiver/by', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'a stop under the own name': (
        '{rule: a/grave, words: project owl, reason: it is public since May, by: kari berg}',
        ['waiver/by', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'a stop under another name': (
        '{rule: a/grave, words: project owl, reason: it is public since May, by: Ola Dahl}',
        ['a/mild', 'a/locked'],
        ['a/grave'],
    ),
    'a locked rule without a name': (
        '{rule: a/locked, words: his number, reason: he asked for it himself}',
        ['waiver/by', 'a/mild', 'a/grave', 'a/locked'],
        [],
    ),
    'a locked rule under another name': (
        '{rule: a/locked, words: his number, reason: he asked for it himself, by: Ola Dahl}',
        ['a/mild', 'a/grave'],
        ['a/locked'],
    ),
}


@pytest.mark.parametrize(('entry', 'flags', 'kept'), KEPT.values(), ids=KEPT)
def test_a_waiver(rules: Ruleset, writer: Path, entry: str, flags: list[str], kept: list[str]) -> None:
    assert ids(of(rules, post(entry))) == (flags, kept)


@pytest.mark.parametrize(
    ('by', 'signed'),
    [
        ('Ola Dahl', True),
        ('Kari Dahl', True),
        ('the board', True),
        ('kari   BERG', False),
        ('Berg, Kari', False),
        ('Kari', False),
        ('Kari Berg <kari@nordlys.example>', False),
        ('kari@nordlys.example', False),
        ('Kari Berg <k.berg@acme.example>', True),
        ('-', False),
        ('?', False),
        ('1', False),
        ('', False),
    ],
)
def test_who_is_somebody_else(rules: Ruleset, writer: Path, by: str, signed: bool) -> None:
    entry = f'{{rule: a/grave, words: project owl, reason: it is public since May, by: "{by}"}}'
    assert ('waiver/by' not in ids(of(rules, post(entry)))[0]) == signed


def test_nobody_else_approves_a_stop_on_a_personal_account(rules: Ruleset, writer: Path) -> None:
    own = '{rule: a/grave, words: project owl, reason: it is public since May, by: Kari Berg}'
    assert ids(of(rules, post(own, account='personal'))) == (['a/mild', 'a/locked'], ['a/grave'])
    nobody = own.replace(', by: Kari Berg', '')
    assert 'waiver/by' in ids(of(rules, post(nobody, account='personal')))[0]


def test_a_waiver_survives_edits_elsewhere_and_ends_when_its_words_change(rules: Ruleset) -> None:
    moved = post(MILD, text='New first line.\n\nWhat an awful\nwinter.\n')
    assert ids(of(rules, moved)) == ([], ['a/mild'])
    changed = post(MILD, text='An awful Winter.\n')
    assert ids(of(rules, changed)) == (['waiver/unused', 'a/mild'], [])


def test_the_flag_on_a_waiver_stands_on_its_rule(rules: Ruleset) -> None:
    text = '\ufeff' + post(MILD, text='Fine.\n').replace('\n', '\r\n')
    (flag,) = of(rules, text).flags
    assert (flag.quote, text[slice(*flag.span)]) == ('a/mild', 'a/mild')


OTHER = '{rule: a/mild, words: gone, reason: the words of a customer}'
DELETED = {
    'the only one takes its keys along': (
        '---\nlang: en\npolicycheck:\n  keep:\n    - rule: a/mild\n      words: gone\n'
        '      reason: the words of a customer\ntitle: x\n---\nFine.\n',
        '---\nlang: en\ntitle: x\n---\nFine.\n',
    ),
    'one of two': (
        f'---\nlang: en\npolicycheck:\n  keep:\n    - {OTHER}  # why\n    - {MILD}\n---\nAn awful winter.\n',
        f'---\nlang: en\npolicycheck:\n  keep:\n    - {MILD}\n---\nAn awful winter.\n',
    ),
    'a list on one line': (
        f'---\nlang: en\npolicycheck: {{keep: [{OTHER}]}}\n---\nFine.\n',
        '---\nlang: en\n---\nFine.\n',
    ),
    'all of a list take its keys along': (
        f'---\nlang: en\npolicycheck:\n  keep:\n    - {OTHER}\n    - {OTHER}\n---\nFine.\n',
        '---\nlang: en\n---\nFine.\n',
    ),
    'words in a block': (
        '---\r\nlang: en\r\npolicycheck:\r\n  keep:\r\n  - rule: a/mild\r\n    words: |\r\n      gone\r\n'
        '    reason: the words of a customer\r\n---\r\nFine.\r\n',
        '---\r\nlang: en\r\n---\r\nFine.\r\n',
    ),
}


@pytest.mark.parametrize(('before', 'after'), DELETED.values(), ids=DELETED)
def test_a_waiver_without_use_is_deleted_where_it_has_lines_of_its_own(
    rules: Ruleset, before: str, after: str
) -> None:
    done = repaired('a.md', before.encode(), lambda draft: check(draft, rules))
    assert done.content.decode() == after


IN_BRACKETS = {
    'the first': (f'[{OTHER}, {MILD}]', f'[{MILD}]'),
    'the last': (f'[{MILD}, {OTHER}]', f'[{MILD}]'),
    'the last, before a comma': (f'[{MILD}, {OTHER},]', f'[{MILD},]'),
    'in the middle': (f'[{MILD}, {OTHER}, {MILD}]', f'[{MILD}, {MILD}]'),
    'neighbours at the beginning': (f'[{OTHER}, {OTHER}, {MILD}]', f'[{MILD}]'),
    'neighbours at the end': (f'[{MILD} , {OTHER} , {OTHER} ]', f'[{MILD} ]'),
    'on both sides': (f'[{OTHER}, {MILD}, {OTHER}]', f'[{MILD}]'),
    'every second one': (f'[{MILD}, {OTHER}, {MILD}, {OTHER}]', f'[{MILD}, {MILD}]'),
    'the first of two lines': (f'[{OTHER},\n  {MILD}]', f'[{MILD}]'),
    'the last of two lines': (f'[{MILD},\n  {OTHER}]', f'[{MILD}]'),
    'the middle of three lines': (f'[{MILD},\n  {OTHER},\n  {MILD}]', f'[{MILD},\n  {MILD}]'),
    'lines of their own': (f'[\n  {MILD},\n  {OTHER},  # why\n  ]', f'[\n  {MILD},\n  ]'),
    'the comma on the next line': (f'[\n  {OTHER}\n  , {MILD}]', f'[\n  {MILD}]'),
    'a comment after the first': (f'[{OTHER},  # why\n  {MILD}]', f'[  # why\n  {MILD}]'),
    'a comment after the last': (f'[{MILD}, {OTHER}  # why\n  ]', f'[{MILD}  # why\n  ]'),
    'a comment before the last': (f'[{MILD},# why\n  {OTHER}]', f'[{MILD} # why\n  ]'),
    'a comment before the comma': (
        f'[{OTHER} # why, \n  , # not\n  {MILD}]',
        f'[ # why, \n   # not\n  {MILD}]',
    ),
    'comments between neighbours': (
        f'[{MILD}, {OTHER},  # one\n  {OTHER},\n  # two\n  {MILD}]',
        f'[{MILD},   # one\n  \n  # two\n  {MILD}]',
    ),
    'signs of lists in the words': (
        f"[{MILD}, {{rule: a/mild, words: '], }} # gone', reason: the words of a customer}}]",
        f'[{MILD}]',
    ),
}  # fmt: skip


@pytest.mark.parametrize('line_end', ['\n', '\r\n'])
@pytest.mark.parametrize(('before', 'after'), IN_BRACKETS.values(), ids=IN_BRACKETS)
def test_waivers_in_brackets_are_cut_out_of_their_list(
    rules: Ruleset, before: str, after: str, line_end: str
) -> None:
    def file(listed: str) -> bytes:
        text = f'---\nlang: en\npolicycheck: {{keep: {listed}}}\ntitle: Hei\n---\nAn awful winter.\n'
        return text.replace('\n', line_end).encode()

    done = repaired('a.md', file(before), lambda draft: check(draft, rules))
    assert done.content == file(after)
    assert (done.refused, repaired('a.md', done.content, lambda draft: check(draft, rules)).made) == (0, [])


WHOLE = {
    'all in brackets': (
        f'---\nlang: en\npolicycheck: {{keep: [{OTHER}, {OTHER},  # why\n  {OTHER}]}}\ntitle: Hei\n---\nFine.\n',
        '---\nlang: en\ntitle: Hei\n---\nFine.\n',
    ),
    'all in brackets that share their line': (
        f'---\n{{lang: en, policycheck: {{keep: [ {OTHER}, {OTHER}, ]}}, title: Hei}}\n---\nFine.\n',
        '---\n{lang: en, policycheck: {keep: [  ]}, title: Hei}\n---\nFine.\n',
    ),
    'the last entry of an object': (
        '{\n "lang": "en",\n "policycheck": {"keep": [{"rule": "a/mild", "words": "gone", '
        '"reason": "of a customer"}]}\n}\nFine.\n',
        '{\n "lang": "en"\n}\nFine.\n',
    ),
    'the first entry of an object': (
        '{\n "policycheck": {"keep": [{"rule": "a/mild", "words": "gone", "reason": "of a customer"}]},\n'
        ' "lang": "en"\n}\nFine.\n',
        '{\n "lang": "en"\n}\nFine.\n',
    ),
    'one that cannot be told from its twin': (
        f'---\nlang: en\npolicycheck: {{keep: [&it {OTHER}, *it, {MILD}]}}\n---\nAn awful winter.\n',
        f'---\nlang: en\npolicycheck: {{keep: [&it {OTHER}, *it, {MILD}]}}\n---\nAn awful winter.\n',
    ),
    'TOML': (
        '+++\nlang = "en"\npolicycheck = {keep = [{rule = "a/mild", words = "gone", reason = "of a customer"}, '
        '{rule = "a/mild", words = "awful winter", reason = "of a customer"}]}\n+++\nAn awful winter.\n',
        '+++\nlang = "en"\npolicycheck = {keep = ['
        '{rule = "a/mild", words = "awful winter", reason = "of a customer"}]}\n+++\nAn awful winter.\n',
    ),
    'tables of TOML': (
        '+++\nlang = "en"\n[[policycheck.keep]]\nrule = "a/mild"\nwords = "gone"\nreason = "of a customer"\n'
        '[[policycheck.keep]]\nrule = "a/mild"\nwords = "left"\nreason = "of a customer"\n[params]\nx = 1\n'
        '+++\nFine.\n',
        '+++\nlang = "en"\n[params]\nx = 1\n+++\nFine.\n',
    ),
    'tables of TOML with another between': (
        '+++\nlang = "en"\n[[policycheck.keep]]\nrule = "a/mild"\nwords = "gone"\nreason = "of a customer"\n'
        '[params]\nx = 1\n[[policycheck.keep]]\nrule = "a/mild"\nwords = "left"\nreason = "of a customer"\n'
        '+++\nFine.\n',
        '+++\nlang = "en"\n[params]\nx = 1\n+++\nFine.\n',
    ),
}


@pytest.mark.parametrize(('before', 'after'), WHOLE.values(), ids=WHOLE)
def test_what_waivers_take_along(rules: Ruleset, before: str, after: str) -> None:
    done = repaired('a.md', before.encode(), lambda draft: check(draft, rules))
    assert done.content.decode() == after


WRONG = {
    'no list': ('policycheck: yes', 'a.md:2: policycheck holds keep: and a list of waivers, not a text'),
    'another key': ('policycheck: {kep: []}', "a.md:2: unknown key 'kep'; did you mean keep?"),
    'a text for a list': (
        'policycheck: {keep: all}',
        'a.md:2: keep holds a list of waivers, each with rule, words and reason',
    ),
    'no rule': (
        'policycheck:\n  keep:\n    - {words: a}',
        "a.md:4: the waiver has no 'rule'",
    ),
    'a misspelt key': (
        'policycheck:\n  keep:\n    - {rule: a/mild, words: a, resaon: b}',
        "a.md:4: unknown key 'resaon'; did you mean reason?",
    ),
    'a key twice': (
        'policycheck:\n  keep:\n    - rule: a/mild\n      rule: a/mild',
        "a.md:5: 'rule' stands twice; keep one",
    ),
    'no day': (
        'policycheck:\n  keep:\n    - {rule: a/mild, words: a, until: soon}',
        "a.md:4: 'until' is a date such as 2027-01-31, not 'soon'",
    ),
}  # fmt: skip


@pytest.mark.parametrize(('block', 'said'), WRONG.values(), ids=WRONG)
def test_what_is_no_waiver_is_refused(block: str, said: str) -> None:
    (found,) = drafts.read('a.md', f'---\n{block}\n---\nFine.\n'.encode())
    assert str(found) == said


BESIDE = """keep:
  - {file: a.jsonl, id: one, rule: a/mild, words: awful winter, reason: the words of a customer}
  - file: a.jsonl
    rule: a/mild
    words: winter gone
    reason: the words of a customer
"""


LEFT_ALONE = {
    'a rule that there is not': '{rule: a/bos, words: bossy boss, reason: the words of a customer, by: Per Dal}',
    'a rule unlike any': '{rule: style/exclamations, words: bossy boss, reason: the words of a customer, by: Per Dal}',
    'no reason': '{rule: a/boss, words: bossy boss, reason: x, by: Per Dal}',
    'no name': '{rule: a/boss, words: bossy boss, reason: the words of a customer}',
    'none of the second': '{rule: a/boss, words: bossy boss, reason: the words of a customer, by: Kari Berg}',
}


@pytest.mark.parametrize('waiver', LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_a_faulty_waiver_means_is_left_alone(rules: Ruleset, writer: Path, waiver: str) -> None:
    before = post(waiver, text='Our bossy boss, a bossy man.\n')
    done = repaired('a.md', before.encode(), lambda draft: check(draft, rules))
    assert done.content.decode() == before.replace('a bossy man', 'a busy man')
    assert ids(of(rules, before))[0][1:] == ['a/boss'] * 2


def test_once_it_is_right_or_over_the_words_count(rules: Ruleset, writer: Path) -> None:
    right = '{rule: a/boss, words: bossy boss, reason: the words of a customer, by: Per Dal}'
    texts = {
        right: 'Our bossy boss, a busy man.\n',
        right.replace('by', 'until: 2020-01-01, by'): 'Our busy boss, a busy man.\n',
    }
    for waiver, after in texts.items():
        before = post(waiver, text='Our bossy boss, a bossy man.\n')
        done = repaired('a.md', before.encode(), lambda draft: check(draft, rules))
        assert done.content.decode().endswith(f'---\n{after}')


def test_a_slip_in_its_words_costs_no_waiver(rules: Ruleset, writer: Path) -> None:
    slip = '{rule: a/boss, words: bossy bos is, reason: the words of a customer, by: Per Dal}'
    before = post(slip, text='Our bossy boss is a busy, clever and rather quiet but still bossy man.\n')
    assert ids(of(rules, before))[0] == ['waiver/unused', 'a/boss', 'a/boss']
    done = repaired('a.md', before.encode(), lambda draft: check(draft, rules))
    # beyond its words it means nothing
    assert done.content.decode() == before.replace('still bossy', 'still busy')
    rewritten = before.replace('bossy boss is', 'kind leader is')
    done = repaired('a.md', rewritten.encode(), lambda draft: check(draft, rules))
    assert slip not in done.content.decode()


@pytest.mark.parametrize(('old', 'new'), [('file: a.jsonl', 'file: b.jsonl'), ('id: one', 'id: oen')])
def test_waivers_of_posts_that_are_not_there_stay(rules: Ruleset, tmp_path: Path, old: str, new: str) -> None:
    assert old in BESIDE
    place = folder(tmp_path, BESIDE.replace(old, new))
    found = report(str(place), place.read_bytes(), rules)
    assert 'waiver/unused' in [flag.rule.id for flag in found.flags]
    done = repaired(str(place), place.read_bytes(), lambda draft: checked(draft, rules))
    assert done.content.decode().count(new) == BESIDE.count(old)


def folder(path: Path, beside_it: str = BESIDE) -> Path:
    rows = [{'id': name, 'lang': 'en', 'text': 'An awful winter.'} for name in ('one', 'two')]
    (path / 'a.jsonl').write_text(''.join(f'{json.dumps(row)}\n' for row in rows))
    place = path / KEEP_NAME
    place.write_text(beside_it)
    return place


def test_a_file_of_waivers_keeps_by_file_and_id(rules: Ruleset, tmp_path: Path) -> None:
    folder(tmp_path)
    found = [check(draft, rules) for draft in drafts.load(str(tmp_path / 'a.jsonl'))]  # type: ignore[arg-type]
    assert [ids(one) for one in found] == [([], ['a/mild']), (['a/mild'], [])]


def test_a_file_of_waivers_has_a_report_of_its_own(rules: Ruleset, tmp_path: Path) -> None:
    place = folder(tmp_path)
    found = report(str(place), place.read_bytes(), rules)
    assert [(flag.rule.id, flag.quote, flag.span.start) for flag in found.flags] == [
        ('waiver/unused', 'a/mild', BESIDE.index('a/mild', BESIDE.index('  - file')))
    ]
    done = repaired(str(place), place.read_bytes(), lambda draft: checked(draft, rules))
    assert done.content.decode() == ''.join(BESIDE.splitlines(keepends=True)[:2])


@pytest.mark.parametrize(
    ('text', 'said'),
    [
        pytest.param('rows: []', 'keep.yaml:1: the file holds keep: and a list of waivers, nothing else'),
        pytest.param('keep: [{rule: a/b, words: c}]', "keep.yaml:1: the waiver has no 'file'"),
        pytest.param(
            'keep:\n - {file: ../a.csv, rule: a/b, words: c}',
            "keep.yaml: 'file' is the name of a file in the same folder, not '../a.csv'",
        ),
    ],
)
def test_a_file_of_waivers_is_read_strictly(text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        sidecar.parse('keep.yaml', text.encode())
    assert str(caught.value) == said


def test_fix_visits_the_file_of_waivers_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.pack(tmp_path / 'rules', RULES, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\n')
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.chdir(tmp_path)
    place = folder(tmp_path)
    assert fix(['a.jsonl', '--diff']) == 1
    assert '-    words: winter gone' in capsys.readouterr().out
    assert fix(['a.jsonl']) == 0
    assert 'winter gone' not in place.read_text()


def test_check_and_app_ask_for_the_same_names(rules: Ruleset, writer: Path) -> None:
    for account in ('official', 'personal'):
        found = of(rules, post(text=POST, account=account).replace('policycheck:\n  keep:\n', ''))
        for flag in found.flags:
            official = account == 'official'
            for by, given in (('', ''), ('Kari Berg', 'Kari Berg'), ('Per Dal', 'Per Dal')):
                one = keeps.keep(flag, POST, *flag.span, 'a customer said so', by)
                # the app fills in the writer's name where it is all that is asked for
                assert one.by == (given or ('Kari Berg' if keep.named(flag) else ''))
                assert keeps.enough(one, flag, official) == keep.signed(one.by, flag, official, '.')


AS_READ = {
    'a reference': 'An awful win&#116;er.',
    'emphasis': 'An **awful** *winter*.',
    'a link and its title': 'An [awful](u) winter. See [it](u "an awful winter").',
    'a line end, in a quote': '> An awful\r\n> winter.',
    'a line end that stays': 'An awful\\\nwinter.',
    'a no-break space': 'An awful\u00a0winter.',
    'a soft hyphen': 'An awful win\u00adter.',
    'an alt text': '<img alt="An awful win&shy;ter">',
    'two of them': 'An awful winter. An *awful* winter.',
}


@pytest.mark.parametrize('text', AS_READ.values(), ids=AS_READ)
def test_words_are_compared_as_they_read(rules: Ruleset, text: str) -> None:
    flags, kept = ids(of(rules, post(MILD, text=text)))
    assert (flags, set(kept)) == ([], {'a/mild'})


IN_DATA = {
    'p.json': '[{"text": "An awful\\u0020win\\u0074er.", "lang": "en"}]',
    'p.jsonl': '{"text": "An awful\\nwinter.", "lang": "en"}\n',
    'p.csv': 'text,lang\n"An awful\r\nwinter.",en\n',
    'p.html': '<html lang="en"><p>An awful&nbsp;<b>win</b>ter.</p>',
    'p.yaml': '- text: >\n    An awful\n    winter.\n  lang: en\n- text: "An awful\\x20\\\n    winter."\n  lang: en\n',
}


@pytest.mark.parametrize('words', ['awful winter', r'awful win\u0074er'])
def test_words_of_a_title_are_compared_as_they_are_written_too(rules: Ruleset, words: str) -> None:
    head = f'---\nlang: en\ntitle: "An awful win\\u0074er"\npolicycheck:\n  keep:\n    - {MILD}\n---\n'
    assert ids(of(rules, head.replace('words: awful winter', f'words: {words}') + 'Fine.')) == (
        [],
        ['a/mild'],
    )


def test_what_the_app_keeps_of_a_title_with_escapes_is_heeded(rules: Ruleset) -> None:
    head = '---\nlang: en\ntitle: "An awful win\\u0074er"\n---\n'
    (flag,) = of(rules, head + 'Fine.').flags
    one = keeps.keep(
        flag, 'Fine.', flag.span.start - len(head), flag.span.end - len(head), 'a customer said so'
    )
    written = with_keeps(head, [one], 'Fine.')
    assert ids(of(rules, written + 'Fine.')) == ([], ['a/mild'])
    assert with_keeps(written, [one], 'Fine.') == written


AS_WRITTEN = {
    'p.json': (
        '[{"text": "An awful \\u0022x\\u0022 winter", "lang": "en"}]',
        r'An awful \u0022x\u0022 winter',
    ),
    'p.csv': ('text,lang\n"An awful ""x"" winter",en\n', 'An awful ""x"" winter'),
    'p.html': ('<html lang="en"><p>An awful &quot;x" win<b>ter</b>', 'An awful &quot;x" win<b>ter'),
}


@pytest.mark.parametrize('name', AS_WRITTEN)
def test_words_in_data_are_found_as_they_are_written_and_as_they_read(name: str) -> None:
    source, written = AS_WRITTEN[name]
    (draft,) = drafts.read(name, source.encode())
    assert not isinstance(draft, InputError)
    read = 'An awful "x" winter'
    for words in (written, read):
        assert {draft.text[slice(*one)] for one in places_of(words, draft)} == {read}


@pytest.mark.parametrize('name', IN_DATA)
def test_words_beside_data_are_compared_as_they_read(rules: Ruleset, tmp_path: Path, name: str) -> None:
    row = f'{{file: {name}, rule: a/mild, words: awful winter, reason: the words of a customer}}'
    (tmp_path / KEEP_NAME).write_text(f'keep:\n  - {row}\n')
    path = tmp_path / name
    path.write_text(IN_DATA[name], newline='')
    found = [check(one, rules) for one in drafts.load(str(path)) if not isinstance(one, InputError)]
    assert [ids(one) for one in found] == [([], ['a/mild'])] * len(found)
    assert found
    place = str(tmp_path / KEEP_NAME)
    assert report(place, Path(place).read_bytes(), rules).flags == ()


def test_a_post_of_a_thread_has_the_waivers_whose_words_it_reads(rules: Ruleset) -> None:
    line = '<!-- next -->'
    text = post(MILD, text=f'Fine.\n{line}\nAn awful win&#116;er.\n')
    found = list(drafts.read('a.md', text.encode(), drafts.Layout(between=line)))
    told = [ids(check(one, rules)) for one in found if not isinstance(one, InputError)]
    assert told == [([], []), ([], ['a/mild'])]
