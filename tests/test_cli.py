# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""The command line as people use it: real runs in an office with four rules of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import engine
import jsonschema
import pytest
from started import started

from policycheck import text as text_module
from policycheck.commands import parse as parse_command
from policycheck.commands.wording import MESSAGES
from policycheck.model import LANGUAGES

POLICY = """
organisation: {name: Nordvik Energi, handles: ["@nordvik"]}
languages: [en, nb]
packs: [./rules]
contacts: {default: {who: the press office, at: press@nordvik.example}}
"""

BEST = """
category: claims
title: {en: A claim that is hard to prove, nb: En påstand som er vanskelig å bevise}
why: {en: Readers ask for proof., nb: Leserne spør etter bevis.}
advice: {en: Say what you measured., nb: Skriv hva dere målte.}
level: warn
ask: communications
precedents: [P1]
sources: [{title: Marketing Act, url: "https://example.org/act"}]
checked: 2026-11-21
languages: [en, nb]
find:
  en: |
    "best" ...2 "world"
  nb: |
    "best" "i" "verden"
fix: {en: {'"best"': good}}
examples:
  en:
    flags: ["We are the [[best in the world]]."]
    passes: ["We do our best."]
  nb:
    flags: ["Vi er [[best i verden]]."]
    passes: ["Vi gjør vårt beste."]
"""

BOSS = """
category: employer_criticism
title: {en: Criticism of a manager}
why: {en: It travels far.}
advice: {en: Say what happened.}
level: advice
opinion: true
languages: [en]
find: {en: '"boss" ~ {scorn}'}
adjust: [{if: quoted, level: off}]
examples:
  en:
    flags: ["My [[boss is clueless]]."]
    passes: ["My boss is here."]
"""

PAY = """
category: protected_speech
title: {en: Your right to talk about pay, nb: Din rett til å snakke om lønn}
notice: rights
why: {en: You may say it., nb: Du kan si det.}
languages: [en, nb]
find: {en: '"our" "pay"', nb: '"vår" "lønn"'}
examples:
  en: {flags: ["[[Our pay]] is low."], passes: ["You pay at the door."]}
  nb: {flags: ["[[Vår lønn]] er lav."], passes: ["Lønn kommer i dag."]}
"""

LOUD = """
category: style
title: {en: Many exclamation marks, nb: Mange utropstegn, sv: Många utropstecken, fi: Monta huutomerkkiä}
why: {en: It shouts., nb: Det roper., sv: Det skriker., fi: Se huutaa.}
advice: {en: One is enough., nb: Ett er nok., sv: Ett räcker., fi: Yksi riittää.}
level: note
limit: {measure: exclaims, at_most: 1}
applies: {accounts: official, paid: false}
examples:
  en: {flags: ["Now[[!]] Here!"], passes: ["Now!"]}
  nb: {flags: ["Nå[[!]] Her!"], passes: ["Nå!"]}
  sv: {flags: ["Nu[[!]] Här!"], passes: ["Nu!"]}
  fi: {flags: ["Nyt[[!]] Täällä!"], passes: ["Nyt!"]}
"""

RIGHTS = """
nb-NO: {jurisdiction: "NO", lang: nb, text: Du har ytringsfrihet., law: Grunnloven, source: "https://example.org/g", checked: 2026-11-21}
en-general: {jurisdiction: general, lang: en, text: You may talk about pay., law: A directive, source: "https://example.org/d", checked: 2026-11-21}
"""

PRECEDENTS = """
P1: {organisation: Eksempel AS, year: 2019, lesson: {en: A fine., nb: En bot.}, url: "https://example.org/p1"}
"""

TALKING = 'Nothing found. That is no guarantee: read it aloud once.\n'
CONTEXT = 'personal account (built in), no particular channel (built in), not a reply (built in), '
ENGLISH = f"{CONTEXT}English (detected), no country's law in particular (from the language)\n"

FLAGGED = """\
{path}:{line}:12  REASON  A claim that is hard to prove  [claims/best]
    We are the best in the world.
               ^^^^^^^^^^^^^^^^^
    Why: Readers ask for proof.
    Instead: Say what you measured.
    Change: “best” → “good”
    It has happened: Eksempel AS (2019): A fine. https://example.org/p1
    Ask: the press office, press@nordvik.example

"""


class Office(NamedTuple):
    """A folder with a policy, and the cache that all runs in it share."""

    folder: Path
    cache: Path

    def run(self, *words: str, stdin: str | bytes = '', **environment: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of a run."""
        said = stdin if isinstance(stdin, bytes) else stdin.encode()
        code, out, err = started(words, self.folder, self.environment(**environment), said)
        return code, out.decode('utf-8'), err.decode('utf-8')

    def environment(self, **more: str) -> dict[str, str]:
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith(('LC_', 'LANG', 'NO_COLOR'))
        }
        return {
            **kept,
            'XDG_CACHE_HOME': str(self.cache),
            'PYTHONUTF8': '1',
            'PYTHONPATH': str(engine.ROOT),
            **more,
        }


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


@pytest.fixture(scope='module')
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp('office')
    rules = {'claims/best': BEST, 'work/boss': BOSS, 'rights/pay': PAY, 'style/loud': LOUD}
    scorn = {'scorn': {'en': '"clueless"\n"a joke"\n"idiot"'}}
    pack = engine.pack(folder / 'rules', rules, scorn, engine.QUOTED)
    (pack / 'rights.yaml').write_text(RIGHTS)
    (pack / 'precedents.yaml').write_text(PRECEDENTS, 'utf-8')
    (folder / 'policycheck.yaml').write_text(POLICY)
    write(folder, 'best.txt', 'We are the best in the world.\n')
    write(folder, 'calm.txt', 'A calm day at the office, with the doors open.\n')
    write(
        folder,
        'german.txt',
        'Wir freuen uns sehr über die neuen Kollegen und laden alle zum Fest am Freitag ein.\n',
    )
    return Office(folder, tmp_path_factory.mktemp('cache'))


# check


def test_a_clean_draft(office):
    assert office.run('check', 'calm.txt') == (0, f'calm.txt: {ENGLISH}{TALKING}', '')


def test_a_flagged_draft(office):
    end = f'best.txt: {ENGLISH}1 REASON. Say why you keep it, or change it.\n'
    assert office.run('check', 'best.txt') == (1, FLAGGED.format(path='best.txt', line=1) + end, '')


def test_standard_input_and_markdown_and_a_folder(office):
    code, out, err = office.run('check', '-', stdin='We are the best in the world.')
    assert (code, out.splitlines()[0], err) == (
        1, '<stdin>:1:12  REASON  A claim that is hard to prove  [claims/best]', '',
    )  # fmt: skip
    write(office.folder, 'content/a.md', '---\naccount: official\n---\nWe are the **best** in the world.\n')
    write(office.folder, 'content/b.txt', 'A calm day at the office, with the doors open.')
    write(
        office.folder,
        'content/c.jsonl',
        '{"text": "We are the best in the world.", "id": "c7"}\n{"text": ""}\n',
    )
    code, out, err = office.run('check', 'content', '--format', 'text')
    assert (code, err) == (1, '')
    places = [line.split('  ')[0] for line in out.splitlines() if '[claims/best]' in line]
    assert places == ['content/a.md:4:14', 'content/c.jsonl:1:22']
    assert out.splitlines()[-1] == '4 in all: 2 flagged, 1 clean, 1 not screened, 0 unreadable.'


@pytest.mark.parametrize(
    ('name', 'content', 'told'),
    [
        ('e/nul.txt', b'A text\0 with more.', 'e/nul.txt:1: this is no text: it has a NUL byte; give a text file'),
        ('e/latin.txt', b'Bj\xf8rn', 'e/latin.txt:1: byte 0xF8 is not UTF-8; save the file as UTF-8'),
        ('e/big.txt', b'word ' * 2_200_000, 'e/big.txt: larger than 10 MB; give the posts in smaller files'),
        ('e/channel.md', b'---\nchannel: linkdin\n---\nHi', "e/channel.md:2: there is no channel 'linkdin'; did you mean linkedin?"),
        ('e/blog.md', b'---\nchannel: notice board\n---\nHi', "e/blog.md:2: there is no channel 'notice board'; one of x, bluesky, mastodon, threads, linkedin, facebook, instagram, tiktok, youtube, other; write other for one not named here"),
        ('e/three.md', b'---\nlang: eng\n---\nHi', "e/three.md:2: lang is a code such as en, nb, sv or fi, not 'eng'; did you mean en?"),
        ('e/nno.md', b'---\nlang: nno\n---\nHei', "e/nno.md:2: lang is a code such as en, nb, sv or fi, not 'nno'; did you mean nn?"),
        ('e/none.md', b'---\nlang: xx\n---\nHi', "e/none.md:2: lang is a code such as en, nb, sv or fi, not 'xx'"),
        ('e/lang.md', b'---\nlang: norsk\n---\nHei', "e/lang.md:2: lang is a code such as en, nb, sv or fi, not 'norsk'"),
        ('e/account.md', b'---\naccount: ours\n---\nHi', "e/account.md:2: account is personal or official, not 'ours'"),
        ('e/row.jsonl', b'{"words": "x"}', 'e/row.jsonl:1: the row has no "text"'),
        ('e/\x1b[31m.txt', b'A text\0 with more.', 'e/␛[31m.txt:1: this is no text: it has a NUL byte; give a text file'),
    ],
    # eleven megabytes make a name that no process can be handed
    ids=['nul', 'latin', 'big', 'channel', 'blog', 'three letters', 'nynorsk', 'no code', 'lang', 'account', 'row', 'sign'],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line(office, name, content, told):
    write(office.folder, name, content)
    counts = '1 in all: 0 flagged, 0 clean, 0 not screened, 1 unreadable.\n'
    assert office.run('check', name) == (2, counts, f'{told}\n')


def test_an_unreadable_file_does_not_stop_the_others(office):
    code, out, err = office.run('check', 'gone.txt', 'calm.txt')
    assert (code, err) == (2, 'gone.txt: there is no such file or folder\n')
    assert out == '2 in all: 0 flagged, 1 clean, 0 not screened, 1 unreadable.\n'


@pytest.mark.skipif(os.name != 'posix' or os.geteuid() == 0, reason='nothing is closed to root')
def test_a_folder_that_is_closed(office):
    closed = office.folder / 'closed'
    closed.mkdir(mode=0)
    code, _, err = office.run('check', 'closed')
    assert (code, err) == (2, 'closed: the folder cannot be opened: Permission denied\n')


def test_a_folder_without_drafts_says_so(office):
    (office.folder / 'nothing').mkdir(exist_ok=True)
    assert office.run('check', 'nothing') == (
        0,
        '0 in all: 0 flagged, 0 clean, 0 not screened, 0 unreadable.\n',
        'nothing: no drafts here; in a folder, files that end in .txt, .text, .md, .markdown, .mdx, .jsonl, .ndjson, .csv, .tsv are read\n',
    )


@pytest.mark.parametrize(
    ('more', 'code'), [((), 0), (('--require-language',), 3)], ids=['passes', 'with --require-language']
)
def test_german_is_not_screened(office, more, code):
    german = ENGLISH.replace('English', 'German')
    told = 'Not screened: it seems to be German; English, Norwegian, Swedish and Finnish are read.\n'
    assert office.run('check', 'german.txt', *more) == (code, f'german.txt: {german}{told}', '')


@pytest.mark.parametrize(
    ('words', 'told'),
    [
        ((), None),
        (('chek',), "policycheck: there is no command 'chek'; did you mean check?\n"
         'usage: policycheck COMMAND [OPTIONS]   (policycheck COMMAND --help tells more)'),
        (('check',), 'policycheck check: the following arguments are required: PATH\nhelp: policycheck check --help'),
        (('check', 'x', '--frmat', 'json'), "policycheck check: there is no option '--frmat'; did you mean --format?\nhelp: policycheck check --help"),
        (('check', 'x', '--channel', 'twitter'), "policycheck check: argument --channel: 'twitter' is not known; did you mean x?; one of x, bluesky, mastodon, threads, linkedin, facebook, instagram, tiktok, youtube, other\nhelp: policycheck check --help"),
        (('check', 'x', '--level', 'fatal'), "policycheck check: argument --level: 'fatal' is not known; one of note, advice, warn, stop\nhelp: policycheck check --help"),
        (('check', 'x', '--policy', 'gone.yaml'), 'gone.yaml: there is no such file'),
        (('parse', 'a', 'b'), "policycheck parse: 'b' is one too many\nhelp: policycheck parse --help"),
        (('rules', 'lst'), "policycheck rules: there is no action 'lst'; did you mean list?\nusage: policycheck rules ACTION [OPTIONS]   (policycheck rules ACTION --help tells more)"),
        (('rules', 'show', 'claims/bst'), "there is no rule 'claims/bst'; did you mean claims/best?"),
        (('rules', 'show', 'qqq'), "there is no rule 'qqq'; one of claims/best, rights/pay, style/loud, work/boss"),
        (('rules', 'forms', '(hate my job', '--lang', 'en'), "column 1: '(' is never closed; add ), or write \\( for the sign itself\n  (hate my job\n  ^"),
        (('rules', 'forms', '日本 {scron}', '--lang', 'en'), "column 4: there is no class or word list 'scron'; did you mean scorn?\n  日本 {scron}\n       ^"),
        (('rules', 'test', 'rules/words'), 'rules/words: word lists have no examples; policycheck rules check looks them over'),
        (('init', 'gone/'), 'gone/: there is no such folder; make it first'),
        (('init',), 'policycheck.yaml: the file exists already; edit it, or move it away first'),
    ],
)  # fmt: skip
def test_wrong_words_get_one_line_and_2(office, words, told):
    code, out, err = office.run(*words)
    if told is None:
        assert (code, err) == (0, '')
        assert out.startswith('policycheck reads a draft post')
    else:
        assert (code, out, err) == (2, '', f'{told}\n')


@pytest.mark.parametrize('command', ['check', 'init', 'parse', 'rules', *(f'rules {one}' for one in ('list', 'show', 'test', 'forms', 'schema'))])  # fmt: skip
def test_help_has_examples(office, command):
    code, out, err = office.run(*command.split(), '--help')
    assert (code, err) == (0, '')
    assert command == 'rules' or f'examples:\n  policycheck {command}' in out


@pytest.mark.parametrize(
    ('name', 'content', 'option', 'told'),
    [
        ('typo.yaml', 'organisaton: {name: X}\n', '--policy', "typo.yaml:1: unknown key 'organisaton'; did you mean organisation?"),
        ('pack.yaml', 'packs: [./gone]\n', '--policy', "pack.yaml:1: packs: there is no folder './gone' beside it; write default for the rules that are shipped, or the path of a folder"),
        ('pack.yaml', 'languages: [en]\npacks: [defalt]\n', '--policy', "pack.yaml:2: packs: there is no folder 'defalt' beside it; did you mean default?"),
        ('pack.yaml', 'packs:\n  - default\n  - ./rulse\n', '--policy', "pack.yaml:3: packs: there is no folder './rulse' beside it; did you mean ./rules?"),
        ('pack.yaml', 'packs: [/gone/far]\n', '--policy', "pack.yaml:1: packs: there is no folder '/gone/far'; write default for the rules that are shipped, or the path of a folder"),
        ('pack.yaml', 'packs: [./calm.txt]\n', '--policy', "pack.yaml:1: packs: './calm.txt' is a file; write default for the rules that are shipped, or the path of a folder"),
        ('off.yaml', 'packs: [./rules]\nrules: {work/bos: {level: off, reason: we speak freely here}}\n', '--policy', "off.yaml:2: rules: there is no rule 'work/bos'; did you mean work/boss?"),
        ('mine.yaml', BEST.replace('level:', 'levle:'), '--rules', "{folder}/mine.yaml:6: unknown key 'levle'; did you mean level?"),
        ('gone.yaml', None, '--rules', '{folder}/gone.yaml: cannot be read: No such file or directory'),
    ],
)  # fmt: skip
def test_a_typo_in_a_yaml_file_has_its_line(office, name, content, option, told):
    if content is not None:
        write(office.folder, name, content)
    assert office.run('check', 'calm.txt', option, name) == (2, '', f'{told.format(folder=office.folder)}\n')


def test_json_lines_and_the_document_agree_with_the_schema(office):
    write(
        office.folder,
        'posts.jsonl',
        '{"text": "We are the best in the world."}\n{"text": "A calm day at the office."}\n',
    )
    code, lines, _ = office.run('check', 'posts.jsonl', '--format', 'jsonl')
    reports = [json.loads(line) for line in lines.splitlines()]
    assert (code, [report['verdict'] for report in reports]) == (1, ['warn', 'clean'])
    code, document, _ = office.run('check', 'posts.jsonl', '--format', 'json')
    assert code == 1
    assert json.loads(document)['reports'] == reports
    assert json.loads(document)['complete'] is True
    schema = json.loads((engine.ROOT / 'policycheck/formats/report.schema.json').read_text())
    for one in (*reports, json.loads(document)):
        jsonschema.validate(one, schema)


def test_a_reader_that_leaves_early_is_no_error(office):
    rows = ''.join(f'{{"text": "A calm day number {number} at the office."}}\n' for number in range(20_000))
    write(office.folder, 'long.jsonl', rows)
    run = subprocess.Popen(
        [sys.executable, '-m', 'policycheck', 'check', 'long.jsonl', '--format', 'jsonl'],
        cwd=office.folder, env=office.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.readline().startswith(b'{"id":"1"')
    run.stdout.close()
    assert (run.stderr.read(), run.wait(30)) == (b'', 0)


@pytest.mark.skipif(os.name != 'posix', reason='signals')
def test_control_c_ends_with_130_and_a_line(office):
    run = subprocess.Popen(
        [sys.executable, '-m', 'policycheck', 'check', '-'],
        cwd=office.folder, env=office.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    time.sleep(1.5)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130, b'', b'\npolicycheck: interrupted\n')


@pytest.mark.parametrize(
    ('environment', 'words', 'line'),
    [
        ({}, (), 'Instead: Say what you measured.'),
        ({'LANG': 'nb_NO.UTF-8'}, (), 'I stedet: Skriv hva dere målte.'),
        ({'LANG': 'nn_NO.UTF-8'}, (), 'I stedet: Skriv hva dere målte.'),
        ({'LC_ALL': 'nb_NO.UTF-8', 'LANG': 'C'}, (), 'I stedet: Skriv hva dere målte.'),
        ({'LANG': 'de_DE.UTF-8'}, (), 'Instead: Say what you measured.'),
        ({'LANG': 'nb_NO.UTF-8'}, ('--screen-language', 'en'), 'Instead: Say what you measured.'),
        # a reader whose language the rule lacks gets English texts under his own labels
        ({'LANG': 'sv_SE.UTF-8'}, (), 'I stället: Say what you measured.'),
        ({'LANG': 'nb_NO', 'PYTHONUTF8': '0', 'PYTHONIOENCODING': 'ascii'}, (), 'I stedet: Skriv hva dere malte.'),
        ({'NO_COLOR': '1'}, (), 'Instead: Say what you measured.'),
    ],
)  # fmt: skip
def test_the_readers_language_and_terminal(office, environment, words, line):
    code, out, err = office.run('check', 'best.txt', *words, **environment)
    assert (code, err, '\x1b' in out) == (1, '', False)
    assert f'    {line}' in out.splitlines()
    assert 'PYTHONIOENCODING' not in environment or out.isascii()


@pytest.mark.parametrize(
    ('text', 'words', 'told'),
    [
        ('Our pay is low in this town.', (), ['Your rights: You may talk about pay.', 'Source: A directive, https://example.org/d (read 2026-11-21)']),
        ('Vår lønn er lav her i byen.', ('--screen-language', 'nb'), ['Dine rettigheter: Du har ytringsfrihet.', 'Kilde: Grunnloven, https://example.org/g (lest 2026-11-21)']),
    ],
    ids=['no country', 'Norway, by the language'],
)  # fmt: skip
def test_the_notice_of_rights_comes_first(office, text, words, told):
    code, out, _ = office.run('check', '-', *words, stdin=text)
    lines = [line.strip() for line in out.splitlines()]
    assert code == 0
    assert lines[0].startswith('<stdin>:1:1  § ')
    assert lines[3:5] == told


@pytest.mark.parametrize('damage', ['cut', 'noise', 'foreign', 'flipped'])
def test_a_damaged_cache_costs_time_only(office, damage):
    flagged = FLAGGED.format(path='best.txt', line=1).splitlines()
    for path in filter(Path.is_file, (office.cache / 'policycheck').rglob('*')):
        whole = path.read_bytes()
        path.write_bytes({
            'cut': whole[: len(whole) // 2],
            'noise': os.urandom(len(whole)),
            'foreign': b'{"a": [1]}',
            'flipped': bytes(byte ^ 1 if at % 500 == 499 else byte for at, byte in enumerate(whole)),
        }[damage])  # fmt: skip
    for words in (('check', 'best.txt'), ('parse', 'best.txt')):
        code, out, err = office.run(*words)
        assert (code, err) == (int(words[0] == 'check'), '')
        assert words[0] == 'parse' or out.splitlines()[: len(flagged)] == flagged


def test_two_runs_with_an_empty_cache(office, tmp_path):
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(
            lambda _: office.run('check', 'best.txt', XDG_CACHE_HOME=str(tmp_path)), range(2)
        )
    assert first == second
    assert (first[0], first[2]) == (1, '')
    assert not [path.name for path in (tmp_path / 'policycheck').iterdir() if path.name.startswith('.')]


def test_a_cache_that_cannot_be_written(office, tmp_path):
    write(tmp_path, 'file', '')
    code, out, err = office.run('check', 'best.txt', XDG_CACHE_HOME=str(tmp_path / 'file'))
    assert (code, err) == (1, '')
    assert out.startswith(FLAGGED.format(path='best.txt', line=1))


@pytest.mark.skipif(not os.path.exists('/dev/full'), reason='no such device')
def test_a_full_disk_is_one_line(office):
    with open('/dev/full', 'wb') as full:
        done = subprocess.run(
            [sys.executable, '-m', 'policycheck', 'check', 'calm.txt'],
            cwd=office.folder, env=office.environment(), stdout=full, stderr=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, b'policycheck: No space left on device\n')


# rules


def test_rules_list(office):
    assert office.run('rules', 'list') == (
        0,
        'claims/best  REASON  A claim that is hard to prove  en nb\n'
        'rights/pay   RIGHTS  Your right to talk about pay   en nb\n'
        'style/loud   NOTE    Many exclamation marks         en nb sv fi\n'
        'work/boss    TIP     Criticism of a manager         en\n'
        '\n'
        'Rules: 4. More about one: policycheck rules show ID\n',
        '',
    )
    _, out, _ = office.run('rules', 'list', '--screen-language', 'nb')
    assert out.splitlines()[0] == 'claims/best  BEGRUNN    En påstand som er vanskelig å bevise  en nb'
    code, out, _ = office.run('rules', 'list', '--format', 'json')
    rules = json.loads(out)['rules']
    assert code == 0
    assert [(rule['id'], rule['level'], rule['languages']) for rule in rules] == [
        ('claims/best', 'warn', ['en', 'nb']), ('rights/pay', 'rights', ['en', 'nb']),
        ('style/loud', 'note', ['en', 'nb', 'sv', 'fi']), ('work/boss', 'advice', ['en']),
    ]  # fmt: skip


def test_rules_show(office):
    code, out, err = office.run('rules', 'show', 'claims/best', '--lang', 'en')
    path = re.search(r'File:\s+(\S+)', out)
    assert path is not None
    assert path[1] == f'{office.folder}/rules/claims/best.yaml'
    assert (code, out.replace(path[0], 'File: ...'), err) == (
        0,
        """\
claims/best  REASON  A claim that is hard to prove

  Why: Readers ask for proof.
  Instead: Say what you measured.
  Applies: everywhere
  Ask: the press office, press@nordvik.example
  It has happened: Eksempel AS (2019): A fine. https://example.org/p1
  Source: Marketing Act, https://example.org/act (read 2026-11-21)
  Category: claims
  File: ...

English
  Finds:
    "best" ...2 "world"
  Flagged:
    We are the [[best in the world]].
  Passes:
    We do our best.
""",
        '',
    )
    _, out, _ = office.run('rules', 'show', 'style/loud', '--screen-language', 'nb')
    assert '  Gjelder: kontoer: offisiell konto; betalte innlegg: nei\n' in out
    assert '  Finner:\n    utropstegn: høyst 1\n' in out


def test_rules_test(office):
    assert office.run('rules', 'test', 'claims', 'work/boss') == (
        0, 'Rules: 2. Examples: 6; 6 hold, 0 fail.\n', '',
    )  # fmt: skip
    mine = BEST.replace('the [[best in the world]]', 'the [[best]] in the world').replace(
        'do our best', 'are the best world'
    )
    write(office.folder, 'mine.yaml', mine)
    assert office.run('rules', 'test', 'mine.yaml') == (
        1,
        'mine.yaml:20: mine, examples.en.flags\n'
        '    expected  We are the [[best]] in the world.\n'
        '                           ^^^^\n'
        '    found     We are the [[best in the world]].\n'
        '                           ^^^^^^^^^^^^^^^^^\n'
        '\n'
        'mine.yaml:21: mine, examples.en.passes\n'
        '    expected  We are the best world.  (no flag)\n'
        '    found     We are the [[best world]].\n'
        '                           ^^^^^^^^^^\n'
        '\n'
        'Rules: 1. Examples: 4; 2 hold, 2 fail.\n',
        '',
    )
    code, out, _ = office.run('rules', 'test', 'mine.yaml', '--format', 'json')
    document = json.loads(out)
    assert (code, document['totals']) == (1, {'examples': 4, 'rules': 1, 'held': 2, 'failed': 2})
    assert [one['line'] for one in document['examples'] if not one['holds']] == [20, 21]


def test_rules_forms(office):
    code, out, err = office.run(
        'rules', 'forms', '(hate|"best") ...2 {scorn} ~ {money}', '--lang', 'en', '--patterns'
    )
    assert (code, err) == (0, '')
    lines = out.splitlines()
    assert lines[:4] == [
        'hate  4 forms: hate, hated, hates, hating',
        '"best"  only itself',
        '{scorn}  word list (3): clueless, idiot; "a" "joke"',
        '{money}  recognised in the text',
    ]
    first = int(re.search(r'(\d+) hate', out)[1])
    assert f'  {{"_": {{"slots": {{"INTERSECTS": [{first}]}}}}}}' in lines
    assert 'then, after at most 2 words' in lines


@pytest.mark.parametrize(
    ('option', 'key'),
    [
        ((), 'find'),
        (('--policy',), 'organisation'),
        (('--words',), 'about'),
        (('--format', 'json'), 'find'),
    ],
)
def test_rules_schema(office, option, key):
    code, out, err = office.run('rules', 'schema', *option)
    schema = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (code, err, key in schema['properties']) == (0, '', True)


# parse and init


def test_parse(office):
    write(office.folder, 'p.txt', 'My boss is not clueless, but 500 kroner\x1b is low. Is it?\n')
    code, out, err = office.run('parse', 'p.txt', '--lang', 'en')
    assert (code, err) == (0, '')
    assert (
        out
        == """\
p.txt: English (option)

Sentence 1
  clause 1
    My                   word
    boss                 word
    is                   word
    not                  word     negation
    clueless             word     scorn
    ,                    sign
  clause 2
    but                  word     clause_break
    500                  number   money number
    kroner               word     currency +money
    ␛                    sign
    is                   word
    low                  word
    .                    end
  negated by “not”: “clueless”

Sentence 2
  clause 1
    Is                   word
    it                   word
    ?                    end
  question by “?”: “Is it?”
"""
    )
    assert (
        office.run('parse', 'german.txt')[1].splitlines()[1].startswith('Not screened: it seems to be German')
    )
    assert office.run('parse', 'gone.txt') == (2, '', 'gone.txt: cannot be read: No such file or directory\n')


def test_every_kind_of_token_has_its_name():
    for number, name in enumerate(parse_command.KINDS[1:], 1):
        assert getattr(text_module, name.upper()) == number


@pytest.mark.parametrize(
    ('language', 'written', 'then'),
    [
        ('en', 'Written:', 'Look it through'),
        ('nb', 'Skrevet:', 'Se over filen'),
        ('sv', 'Skrivet:', 'Se igenom'),
        ('fi', 'Kirjoitettu:', 'Katso tiedosto läpi'),
    ],
)
def test_init_without_questions(office, tmp_path, language, written, then):
    name = '--language' if language == 'sv' else '--screen-language'
    code, out, err = office.run('init', '--yes', name, language, str(tmp_path))
    assert (code, err) == (0, '')
    first, second = out.splitlines()
    assert first == f'{written} {tmp_path}/policycheck.yaml'
    assert second.startswith(then)
    again = office.run('init', '--yes', str(tmp_path))
    assert again == (
        2,
        '',
        f'{tmp_path}/policycheck.yaml: the file exists already; edit it, or move it away first\n',
    )


def test_init_asks_and_the_answers_hold(office, tmp_path):
    answers = [
        'listed company',
        'NO',
        'nb',
        'Fjord Kraft',
        'Fjorden',
        '',
        '',
        '',
        'x',
        'news',
        '',
        'Kari',
        '',
        '',
        '',
        'ombud: 555',
    ]
    code, out, err = office.run('init', 'fjord.yaml', stdin='\n'.join(answers) + '\n')
    assert (code, err) == (0, '')
    assert out.endswith(
        'Written: fjord.yaml\nLook it through, then check a draft below that folder: policycheck check post.md\n'
    )
    text = (office.folder / 'fjord.yaml').read_text('utf-8')
    assert '  name: Fjord Kraft\n' in text
    assert '  listed: true' in text
    assert office.run('init', 'short.yaml', stdin='\n\n')[::2] == (
        2, 'the input ended before the questions; answer each on a line of its own, or take the defaults with policycheck init --yes\n',
    )  # fmt: skip
    code, _, err = office.run(
        'init', 'short.yaml', stdin=b'\xff\n', PYTHONUTF8='0', PYTHONIOENCODING='utf-8:strict'
    )
    assert (code, err) == (2, 'this answer is not utf-8 text; write it in that encoding\n')
    assert not (office.folder / 'short.yaml').exists()


def test_every_message_is_there_in_every_language():
    for key, texts in MESSAGES.items():
        assert tuple(texts) == LANGUAGES, key
        fields = [sorted(re.findall(r'{(\w+)}', text)) for text in texts.values()]
        assert all(own == fields[0] for own in fields), key


@pytest.mark.skipif(os.name != 'posix', reason='a shell closes it')
@pytest.mark.parametrize('words', ['check calm.txt', '--help', 'rules list'])
def test_a_closed_output_is_told_in_one_line(office, words):
    run = subprocess.run(
        ['sh', '-c', f'"{sys.executable}" -m policycheck {words} >&-'],
        cwd=office.folder, env=office.environment(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    told = 'policycheck: standard output is closed; open it, or write to /dev/null\n'
    assert (run.returncode, run.stdout, run.stderr) == (2, '', told)


@pytest.mark.skipif(os.name != 'posix', reason='a shell closes it')
@pytest.mark.parametrize(
    ('words', 'closed', 'code', 'out', 'err'),
    [
        ('calm.txt', '2>&-', 0, 'Nothing found. That is no guarantee: read it aloud once.', ''),
        ('calm.txt --no-cache', '2>&-', 0, 'Nothing found. That is no guarantee: read it aloud once.', ''),
        ('best.txt', '2>&-', 1, '1 REASON. Say why you keep it, or change it.', ''),
        ('nowhere.txt', '2>&-', 2, '1 in all: 0 flagged, 0 clean, 0 not screened, 1 unreadable.', ''),
        ('--no-such calm.txt', '2>&-', 2, '', ''),
        ('best.txt', '>&- 2>&-', 2, '', ''),
        ('best.txt', '<&-', 1, '1 REASON. Say why you keep it, or change it.', ''),
        ('-', '<&-', 2, '1 in all: 0 flagged, 0 clean, 0 not screened, 1 unreadable.',
         '<stdin>: cannot be read: it is closed\n'),
        ('best.txt', '2>&- <&-', 1, '1 REASON. Say why you keep it, or change it.', ''),
    ],
)  # fmt: skip
def test_streams_that_are_closed_change_nothing_else(office, words, closed, code, out, err):
    run = subprocess.run(
        ['sh', '-c', f'"{sys.executable}" -m policycheck check {words} {closed}'],
        cwd=office.folder, env=office.environment(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout.splitlines()[-1:], run.stderr) == (code, [out] if out else [], err)
