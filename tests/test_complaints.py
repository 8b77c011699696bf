# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""What goes wrong is told in the reader's language, and the tables know what the program really says."""

from __future__ import annotations

import re
from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.compiling.sources import Written
from policycheck.errors import InputError
from policycheck.formats.complaints import told, translated
from policycheck.formats.complaints_files import FILES, REASONS
from policycheck.formats.complaints_phrases import PHRASES
from policycheck.formats.complaints_rules import RULES
from policycheck.formats.complaints_runs import RUNS
from policycheck.formats.complaints_yaml import YAML
from policycheck.model import LANGUAGES
from policycheck.schema import rulefile

FIELD = re.compile(r'\{[a-z]+\}')
ENGLISH = {**FILES, **RUNS, **YAML, **RULES, **PHRASES}
# as they say it: with its fields, and over several strings
SOURCES = (
    re.sub(
        r"'\n\s+f?'|\"\n\s+f?'|'\n\s+f?\"",
        '',
        '\n'.join(
            path.read_text('utf-8')
            for path in sorted((engine.ROOT / 'policycheck').rglob('*.py'))
            if 'complaints' not in path.name
        ),
    )
    .replace('{{', '{')
    .replace('}}', '}')
    .replace('\\', '')
)
# of argparse, whose sentences stand in the standard library
FOREIGN = {'argument {name}: expected one argument', 'the following arguments are required: {names}'}

RULE = b"""\
category: test
languages: [en]
title: {en: T}
level: note
why: {en: W.}
advice: {en: A.}
find:
  en: |
    word
examples:
  en: {flags: ["a [[word]]"], passes: [b]}
"""
# put together of parts, so that no line of the source has them whole: a rule that is changed so says each
ASSEMBLED = {
    'this does not fit the lines before it; indent it like its neighbours': (b'why: {en: W.}', b'why:\n   en: W.\n  nb: H.'),
    "this does not fit the lines before it; begin it with '- ' or indent it like its neighbours": (b'[en]', b'\n  - en\n  nb: x'),
    'text stands after the closing {sign}; put all of it in single quotes': (b'{en: T}', b'\n  en: "T" or so'),
    'text stands after the closing {sign}; put all of it in double quotes': (b'{en: T}', b"\n  en: 'T' or so"),
    "'{key}': expected a text, not {kind}; a text that begins with {sign} needs quotes": (b'{en: T}', b'{en: {a: b}}'),
    "'{key}': expected a text, not {kind}; lines stand after | without '- '; a text that begins with {sign} needs quotes": (b'{en: T}', b'{en: [a]}'),
    "'{key}': expected true or false, not {kind}": (b'level: note', b'level: note\nsafe: maybe'),
    "'{key}': expected a whole number, not {kind}": (b'level: note', b'level: note\nat_least: many'),
    "'{key}': expected a date such as 2027-03-01, not {kind}": (b'level: note', b'level: note\nchecked: today'),
    "'{key}' is {value}; at least {number}": (b'level: note', b'level: note\nat_least: 0'),
    "'{key}' is {value}; at most {number}": (b'level: note', b'level: note\nat_least: 90'),
}  # fmt: skip
# what the tests of packs, phrases and patterns provoke
ELSEWHERE = {
    "packs: there is no folder '{pack}' beside it",
    "packs: there is no folder '{pack}' beside it; write default for the rules that are shipped, or the path of a folder",
    "packs: '{pack}' is a file; write default for the rules that are shipped, or the path of a folder",
    'a rule is read from <topic>/<name>.yaml; move it into such a folder',
    'a word list is read from words/<name>.yaml; move it into such a folder',
    'the word list {name} includes itself; take one of these entries out',
    'in phrases -word excepts nothing, only in a word list; clear such posts with adjust: - {has: ..., level: off}, or write \\- for the sign',
    'cannot read the pattern at column {column}: {problem}',
}


def test_each_sentence_is_one_that_the_program_says() -> None:
    here = [one for one in ENGLISH if one not in FOREIGN | ASSEMBLED.keys() | ELSEWHERE]
    assert [one for one in here if max(FIELD.split(one), key=len) not in SOURCES] == []


def test_each_sentence_has_its_fields_in_every_language() -> None:
    fields = {one: sorted(FIELD.findall(one)) for one in ENGLISH}
    found = {one: [sorted(FIELD.findall(text)) for text in texts] for one, texts in ENGLISH.items()}
    assert found == {one: [own] * (len(LANGUAGES) - 1) for one, own in fields.items()}


def test_each_sentence_is_found() -> None:
    said = {one: FIELD.sub('x y', one) for one in ENGLISH}
    found = {one: [translated(own, lang) for lang in LANGUAGES] for one, own in said.items()}
    assert found == {
        one: [said[one], *(FIELD.sub('x y', text) for text in texts)] for one, texts in ENGLISH.items()
    }


TOLD = {
    'a reason of the system': (
        InputError('cannot be read: Permission denied', 'a.md'),
        ['a.md: cannot be read: Permission denied', 'a.md: kan ikke leses: ingen tilgang', 'a.md: kan inte läsas: åtkomst nekas', 'a.md: ei voida lukea: ei käyttöoikeutta'],
    ),
    'with a line, and what was meant': (
        InputError("there is no channel 'linkdin'; did you mean linkedin?", 'a.md', 3),
        [
            "a.md:3: there is no channel 'linkdin'; did you mean linkedin?",
            'a.md:3: det finnes ingen kanal «linkdin»; mente du linkedin?',
            'a.md:3: det finns ingen kanal ”linkdin”; menade du linkedin?',
            'a.md:3: kanavaa ”linkdin” ei ole; tarkoititko linkedin?',
        ],
    ),
    'of a command': (
        InputError("policycheck check: argument --lang: 'xx' is not known; one of en, nb, sv, fi\nhelp: policycheck check --help"),
        [
            "policycheck check: argument --lang: 'xx' is not known; one of en, nb, sv, fi\nhelp: policycheck check --help",
            'policycheck check: --lang: «xx» er ukjent; en av en, nb, sv, fi\nhjelp: policycheck check --help',
            'policycheck check: --lang: ”xx” är okänt; någon av en, nb, sv, fi\nhjälp: policycheck check --help',
            'policycheck check: --lang: ”xx” on tuntematon; jokin näistä: en, nb, sv, fi\nohje: policycheck check --help',
        ],
    ),
    'in a column, with the names that there are': (
        InputError("column 5: there is no class or word list 'x'; one of boss, bad", 'r.yaml', 1),
        [
            "r.yaml:1: column 5: there is no class or word list 'x'; one of boss, bad",
            'r.yaml:1: kolonne 5: det finnes ingen klasse eller ordliste «x»; en av boss, bad',
            'r.yaml:1: kolumn 5: det finns ingen klass eller ordlista ”x”; någon av boss, bad',
            'r.yaml:1: sarake 5: luokkaa tai sanalistaa ”x” ei ole; jokin näistä: boss, bad',
        ],
    ),
    'a name that stands in it twice': (
        InputError('column 5: the word list boss has no sv; write sv: in it, or take {boss} out here', 'r.yaml', 1),
        [
            'r.yaml:1: column 5: the word list boss has no sv; write sv: in it, or take {boss} out here',
            'r.yaml:1: kolonne 5: ordlisten boss har ikke sv; skriv sv: i den, eller ta {boss} ut her',
            'r.yaml:1: kolumn 5: ordlistan boss har inte sv; skriv sv: i den, eller ta bort {boss} här',
            'r.yaml:1: sarake 5: sanalistassa boss ei ole kieltä sv; kirjoita siihen sv: tai poista {boss} tästä',
        ],
    ),
    'that nobody has put into other words': (
        InputError("spaCy's own words", 'r.yaml', 1),
        ["r.yaml:1: spaCy's own words"] * 4,
    ),
}  # fmt: skip


@pytest.mark.parametrize('case', TOLD)
def test_an_error_in_four_languages(case: str) -> None:
    error, expected = TOLD[case]
    assert [told(error, lang) for lang in LANGUAGES] == expected


# what a rule is changed to, and what is told of it in each language
FAULTS = {
    'an unknown key': (
        (b'level:', b'levl:'),
        [
            "r.yaml:4: unknown key 'levl'; did you mean level?",
            'r.yaml:4: ukjent nøkkel «levl»; mente du level?',
            'r.yaml:4: okänd nyckel ”levl”; menade du level?',
            'r.yaml:4: tuntematon avain ”levl”; tarkoititko level?',
        ],
    ),
    'an unknown key among few': (
        (b'passes:', b'clean:'),
        [
            "r.yaml:11: unknown key 'clean'; the keys here are flags, passes, fixes",
            'r.yaml:11: ukjent nøkkel «clean»; her kan det stå flags, passes, fixes',
            'r.yaml:11: okänd nyckel ”clean”; här kan det stå flags, passes, fixes',
            'r.yaml:11: tuntematon avain ”clean”; tässä voi olla flags, passes, fixes',
        ],
    ),
    'a key twice': (
        (b'find:', b'level: warn\nfind:'),
        [
            "r.yaml:7: duplicate key 'level'; it stands in line 4 already",
            'r.yaml:7: nøkkelen «level» står to ganger; den står allerede i linje 4',
            'r.yaml:7: nyckeln ”level” står två gånger; den står redan på rad 4',
            'r.yaml:7: avain ”level” on kahdesti; se on jo rivillä 4',
        ],
    ),
    'another type': (
        (b'level: note', b'level: note\nopinion: maybe'),
        [
            "r.yaml:5: 'opinion': expected true or false, not 'maybe'",
            'r.yaml:5: «opinion» skal være true eller false, ikke «maybe»',
            'r.yaml:5: ”opinion” ska vara true eller false, inte ”maybe”',
            'r.yaml:5: ”opinion” on true tai false, ei ”maybe”',
        ],
    ),
    'a list for keys': (
        (b'why: {en: W.}', b'why: [W.]'),
        [
            "r.yaml:5: 'why': expected keys such as 'name: value', not a list",
            'r.yaml:5: under «why» skal det stå nøkler som «navn: verdi», ikke en liste',
            'r.yaml:5: under ”why” ska det stå nycklar som ”namn: värde”, inte en lista',
            'r.yaml:5: kohdassa ”why” on avaimia kuten ”nimi: arvo”, ei luettelo',
        ],
    ),
    'a language that is missing': (
        (b'title: {en: T}', b'title: {nb: T}'),
        [
            "r.yaml:3: 'title' lacks en; write it, or list languages without it",
            'r.yaml:3: «title» mangler en; skriv det, eller skriv languages: uten det språket',
            'r.yaml:3: ”title” saknar en; skriv det, eller skriv languages: utan det språket',
            'r.yaml:3: kohdasta ”title” puuttuu en; kirjoita se, tai kirjoita languages: ilman sitä kieltä',
        ],
    ),
    'a sign of YAML': (
        (b'{en: W.}', b'{en: *W*}'),
        [
            'r.yaml:5: a text cannot begin with \'*\' unquoted; write all of it in quotes, "...", or in a block after |',
            'r.yaml:5: en tekst uten anførselstegn kan ikke begynne med «*»; sett alt i anførselstegn, "...", eller i en blokk etter |',
            'r.yaml:5: en text utan citattecken kan inte börja med ”*”; sätt allt inom citattecken, "...", eller i ett block efter |',
            'r.yaml:5: teksti ilman lainausmerkkejä ei voi alkaa merkillä ”*”; pane kaikki lainausmerkkeihin, "...", tai lohkoon merkin | jälkeen',
        ],
    ),
    'an example with half its signs': (
        (b'[[word]]', b'[[word'),
        [
            'r.yaml:11: [[ and ]] do not match in this example; write [[the words]] with both signs',
            'r.yaml:11: [[ og ]] passer ikke sammen i dette eksempelet; skriv [[ordene]] med begge tegn',
            'r.yaml:11: [[ och ]] passar inte ihop i det här exemplet; skriv [[orden]] med båda tecknen',
            'r.yaml:11: [[ ja ]] eivät sovi yhteen tässä esimerkissä; kirjoita [[sanat]] molemmin merkein',
        ],
    ),
    'a bracket that stays open': (
        (b'    word', b'    (my|our word'),
        [
            "r.yaml:9: column 5: '(' is never closed; add ), or write \\( for the sign itself",
            'r.yaml:9: kolonne 5: «(» lukkes aldri; legg til ), eller skriv \\( for selve tegnet',
            'r.yaml:9: kolumn 5: ”(” stängs aldrig; lägg till ), eller skriv \\( för själva tecknet',
            'r.yaml:9: sarake 5: ”(” ei sulkeudu; lisää ) tai kirjoita \\(, jos tarkoitat merkkiä',
        ],
    ),
    'a class that stays open': (
        (b'    word', b'    {boss word'),
        [
            "r.yaml:9: column 5: '{' is never closed; add }, or write \\{ for the sign itself",
            'r.yaml:9: kolonne 5: «{» lukkes aldri; legg til }, eller skriv \\{ for selve tegnet',
            'r.yaml:9: kolumn 5: ”{” stängs aldrig; lägg till }, eller skriv \\{ för själva tecknet',
            'r.yaml:9: sarake 5: ”{” ei sulkeudu; lisää } tai kirjoita \\{, jos tarkoitat merkkiä',
        ],
    ),
}  # fmt: skip


def _refused(before: bytes, after: bytes) -> InputError:
    assert before in RULE
    with pytest.raises(InputError) as caught:
        _phrases(RULE.replace(before, after, 1))
    return caught.value


def _phrases(data: bytes) -> list[Written]:
    _, located = rulefile.load('r.yaml', data)
    return [Written(line.text, 'r.yaml', line.line, line.column) for line in located.lines('find', 'en')]


@pytest.mark.parametrize('case', FAULTS)
def test_a_fault_of_a_rule_in_four_languages(case: str) -> None:
    (before, after), expected = FAULTS[case]
    error = _refused(before, after)
    assert [told(error, lang) for lang in LANGUAGES] == expected


@pytest.mark.parametrize('english', ASSEMBLED)
def test_what_is_put_together_of_parts_is_known(english: str) -> None:
    message = _refused(*ASSEMBLED[english]).message
    assert re.fullmatch(FIELD.sub('.+', re.escape(english).replace(r'\{', '{').replace(r'\}', '}')), message)
    assert all(translated(message, lang) != message for lang in LANGUAGES[1:])


def test_reasons_have_every_language() -> None:
    assert all(len(own) == len(LANGUAGES) - 1 and all(own) for own in REASONS.values())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    engine.pack(tmp_path / 'rules', {'t/loud': engine.find('en', '"loud"')}, {}, engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'own.yaml').write_text('packs: [./rules]\nrules: {t/lod: {level: "off", reason: we shout}}\n')
    (tmp_path / 'calm.txt').write_text('A calm day.\n')
    (tmp_path / 'bytes.txt').write_bytes(b'A \xff day.\n')
    (tmp_path / 'head.md').write_text('---\nchannel: linkdin\n---\nA calm day.\n')
    (tmp_path / 'empty').mkdir()
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.chdir(tmp_path)
    return tmp_path


RUN = [
    (['check', 'nowhere.md'], 'nb', 'nowhere.md: det finnes ingen slik fil eller mappe'),
    (['check', 'bytes.txt', 'calm.txt'], 'sv', 'bytes.txt:1: byte 0xFF är inte UTF-8; spara filen som UTF-8'),
    (['check', 'head.md'], 'fi', 'head.md:2: kanavaa ”linkdin” ei ole; tarkoititko linkedin?'),
    (['check', 'head.md'], 'en', "head.md:2: there is no channel 'linkdin'; did you mean linkedin?"),
    (['check', 'empty'], 'nb', 'empty: ingen utkast her; i en mappe leses filer som slutter på '),
    (['check', '--lnag', 'en', 'calm.txt'], 'sv', 'policycheck check: det finns inget val ”--lnag”; menade du --lang?'),
    (['check', 'calm.txt', '--policy', 'no.yaml'], 'fi', 'no.yaml: sellaista tiedostoa ei ole'),
    (['fix', 'nowhere.md'], 'sv', 'nowhere.md: det finns ingen sådan fil eller mapp'),
    (['rules', 'list', '--policy', 'own.yaml'], 'nb', 'own.yaml:2: rules: det finnes ingen regel «t/lod»; mente du t/loud?'),
    (['fix', '-'], 'nb', 'policycheck fix arbeider på filer; oppgi en sti'),
    (['explain', 'bytes.txt'], 'nb', 'bytes.txt:1: byte 0xFF er ikke UTF-8; lagre filen som UTF-8'),
    (['chekc', 'calm.txt'], 'nb', 'policycheck: det finnes ingen kommando «chekc»; mente du check?'),
]  # fmt: skip


@pytest.mark.parametrize('by', ['option', 'locale'])
@pytest.mark.parametrize(
    ('words', 'language', 'line'), RUN, ids=[' '.join(row[0]) + f' {row[1]}' for row in RUN]
)
def test_a_run_speaks_the_readers_language(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    language: str,
    line: str,
    by: str,
) -> None:
    monkeypatch.setenv('LC_ALL', language if by == 'locale' else 'C')
    main([*words, *(['--screen-language', language] if by == 'option' else [])])
    err = capsys.readouterr().err.splitlines()
    assert len(err) <= 2
    assert err[0].startswith(line)
