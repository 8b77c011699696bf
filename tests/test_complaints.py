# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""What goes wrong is told in the reader's language, and the tables know what the program really says."""

from __future__ import annotations

import re
from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.errors import InputError
from policycheck.formats.complaints import told, translated
from policycheck.formats.complaints_files import FILES, REASONS
from policycheck.formats.complaints_runs import RUNS
from policycheck.model import LANGUAGES

FIELD = re.compile(r'\{[a-z]+\}')
ENGLISH = {**FILES, **RUNS}
SOURCES = '\n'.join(
    path.read_text('utf-8')
    for path in sorted((engine.ROOT / 'policycheck').rglob('*.py'))
    if 'complaints' not in path.name
)
# of argparse, whose sentences stand in the standard library
FOREIGN = {'argument {name}: expected one argument', 'the following arguments are required: {names}'}


@pytest.mark.parametrize('english', [one for one in ENGLISH if one not in FOREIGN])
def test_each_sentence_is_one_that_the_program_says(english: str) -> None:
    # as it stands in the source: with its fields, and over several strings
    source = (
        re.sub(r"'\n\s+f?'|\"\n\s+f?'|'\n\s+f?\"", '', SOURCES)
        .replace('{{', '{')
        .replace('}}', '}')
        .replace('\\', '')
    )
    longest = max(FIELD.split(english), key=len)
    assert longest in source


@pytest.mark.parametrize('english', ENGLISH)
def test_each_sentence_has_its_fields_in_every_language(english: str) -> None:
    assert len(ENGLISH[english]) == len(LANGUAGES) - 1
    for text in ENGLISH[english]:
        assert sorted(FIELD.findall(text)) == sorted(FIELD.findall(english))


@pytest.mark.parametrize('english', ENGLISH)
def test_each_sentence_is_found(english: str) -> None:
    said = FIELD.sub('x y', english)
    assert translated(said, 'en') == said
    assert [translated(said, lang) for lang in LANGUAGES[1:]] == [
        FIELD.sub('x y', text) for text in ENGLISH[english]
    ]


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
        InputError("policycheck check: argument --lang: 'xx' is not known; one of en, nb, sv, fi; see policycheck check --help"),
        [
            "policycheck check: argument --lang: 'xx' is not known; one of en, nb, sv, fi; see policycheck check --help",
            'policycheck check: --lang: «xx» er ukjent; en av en, nb, sv, fi; se policycheck check --help',
            'policycheck check: --lang: ”xx” är okänt; någon av en, nb, sv, fi; se policycheck check --help',
            'policycheck check: --lang: ”xx” on tuntematon; jokin näistä: en, nb, sv, fi; katso policycheck check --help',
        ],
    ),
    'of rule authors, in English': (
        InputError("there is no class or word list 'x'", 'r.yaml', 1),
        ["r.yaml:1: there is no class or word list 'x'"] * 4,
    ),
}  # fmt: skip


@pytest.mark.parametrize('case', TOLD)
def test_an_error_in_four_languages(case: str) -> None:
    error, expected = TOLD[case]
    assert [told(error, lang) for lang in LANGUAGES] == expected


def test_reasons_have_every_language() -> None:
    assert all(len(own) == len(LANGUAGES) - 1 and all(own) for own in REASONS.values())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    engine.pack(tmp_path / 'rules', {'t/loud': engine.find('en', '"loud"')}, {}, engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
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
    (['check', '--lnag', 'en', 'calm.txt'], 'sv', 'policycheck check: det finns inget val ”--lnag”; menade du --lang?; se policycheck check --help'),
    (['check', 'calm.txt', '--policy', 'no.yaml'], 'fi', 'no.yaml: sellaista tiedostoa ei ole'),
    (['fix', 'nowhere.md'], 'sv', 'nowhere.md: det finns ingen sådan fil eller mapp'),
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
