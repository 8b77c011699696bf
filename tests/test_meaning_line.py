# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""That meaning is missing is said wherever it matters, once a run, and nowhere else."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import engine
import pytest
import sense

from policycheck import machine
from policycheck.cli import main
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.formats import meaning_line
from policycheck.model import LANGUAGES

LIKE = engine.rule('level: advice\nlike: loud', ['en']).replace('category: test', 'category: loud')
WORDS = engine.find('en', '"clueless"')
LINES = {
    'en': "Meaning is off, words alone decide. To find what is said sideways too: pip install 'policycheck[meaning]' (or meaning: off in policycheck.yaml)",
    'nb': "Mening er av, bare ordene teller. For å finne det som sies indirekte også: pip install 'policycheck[meaning]' (eller meaning: off i policycheck.yaml)",
    'sv': "Bara orden granskas, inte innebörden. Så hittas även det som sägs indirekt: pip install 'policycheck[meaning]' (meaning: off i policycheck.yaml tar bort den här raden)",
    'fi': "Merkityksen tunnistus ei ole käytössä, vain sanat ratkaisevat. Näin löytyvät epäsuoratkin ilmaisut: pip install 'policycheck[meaning]' (tai meaning: off tiedostoon policycheck.yaml)",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose rules ask for meaning, on a computer that has no model."""
    sense.pack(tmp_path / 'rules', {'t/loud': LIKE, 't/scorn': WORDS})
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'calm.txt').write_text('A calm day by the sea.\n')
    (tmp_path / 'scorn.txt').write_text('A clueless day by the sea.\n')
    monkeypatch.setattr(machine, 'PACKAGE', 'a_package_that_nobody_has')
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.setenv('LC_ALL', 'en')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ruleset(home: Path, policy: str, *, likes: bool = True) -> Ruleset:
    if not likes:
        (home / 'rules/t/loud.yaml').unlink()
    (home / 'policycheck.yaml').write_text(f'packs: [./rules]\n{policy}')
    return load(str(home / 'policycheck.yaml'), quiet=True)


@pytest.mark.parametrize(
    ('policy', 'wanted', 'likes', 'expected'),
    [
        ('', True, True, ('missing', machine.HOW)),
        ('', False, True, ('off', '')),
        ('', True, False, ('off', '')),
        ('meaning: off\n', True, True, ('off', '')),
        ('embedder: ./rules/model\n', True, True, ('on', '')),
        ('embedder: ./other\n', True, True, ('unlearned', 'policycheck train rules')),
    ],
    ids=[
        'no model',
        'not wanted',
        'no rule asks',
        'the policy does not want it',
        'a model of the policy',
        'a model without heads',
    ],
)
def test_how_it_stands(home: Path, policy: str, wanted: bool, likes: bool, expected: tuple[str, str]) -> None:
    sense.model(home / 'other')
    (home / 'other' / 'words.vec').write_text('buy 1 0 0 0 0 0 0 0\n', 'utf-8')
    assert meaning_line.standing(ruleset(home, policy, likes=likes), wanted=wanted) == expected


def test_rules_that_nothing_was_learned_for(home: Path) -> None:
    for name in ('heads.json', 'heads.vectors'):
        (home / 'rules' / name).unlink()
    found = meaning_line.standing(ruleset(home, ''))
    assert found == ('unlearned', 'policycheck train rules')
    assert meaning_line.line('en', found) == (
        'Meaning is off, words alone decide: nothing has been learned yet with the model that is set. '
        'To learn from the example posts: policycheck train rules (or meaning: off in policycheck.yaml)'
    )


MISSING = meaning_line.Standing('missing', machine.HOW)


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_line(language: str) -> None:
    assert meaning_line.line(language, MISSING) == LINES[language]


@pytest.mark.parametrize('language', LANGUAGES)
def test_windows_has_no_model_to_install(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setattr(sys, 'platform', 'win32')
    line = meaning_line.line(language, MISSING)
    assert [
        word
        for word in (f'WSL{":ssä" * (language == "fi")}: {machine.HOW};', 'ONNX', 'embedder: ./model')
        if word not in line
    ] == []


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize(('name', 'code'), [('calm.txt', 0), ('scorn.txt', 1)])
def test_check_says_it_on_a_terminal_each_time(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    code: int,
    language: str,
) -> None:
    words = ['check', name, '--screen-language', language]
    # the verdict of the second run is from the cache
    for _ in range(2):
        monkeypatch.setattr(sys.stderr, 'isatty', lambda: True)
        assert main(words) == code
        told = capsys.readouterr().err
        assert (told.count('meaning: off'), told.count(f'policycheck: {LINES[language]}\n')) == (1, 1)


@pytest.mark.parametrize('more', [[], ['--no-meaning'], ['--format', 'jsonl']])
def test_check_is_silent_elsewhere(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    main(['check', 'calm.txt'])
    capsys.readouterr()
    monkeypatch.setattr(sys.stderr, 'isatty', lambda: bool(more))
    main(['check', 'calm.txt', *more])
    assert 'meaning' not in capsys.readouterr().err


def test_the_schema_knows_every_state() -> None:
    schema = json.loads((engine.ROOT / 'policycheck/formats/report.schema.json').read_text('utf-8'))
    told: list[list[str]] = []

    def look(part: object) -> None:
        if isinstance(part, dict):
            own = part.get('meaning')
            if isinstance(own, dict) and 'enum' in own:
                told.append(sorted(own['enum']))
            for value in part.values():
                look(value)

    look(schema)
    assert told == [['missing', 'off', 'on', 'unlearned']] * 2


def test_reports_say_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {}
    for form in ('json', 'sarif', 'html'):
        main(['check', 'calm.txt', '--format', form])
        told[form] = capsys.readouterr().out
    known = {'meaning': 'missing', 'meaning_how': machine.HOW}
    assert known.items() <= json.loads(told['json']).items()
    assert json.loads(told['json'])['reports'][0]['meaning'] == 'missing'
    assert json.loads(told['sarif'])['runs'][0]['properties'] == known
    assert LINES['en'].replace("'", '&#x27;') in told['html']
    main(['check', 'calm.txt', '--format', 'html', '--no-meaning'])
    assert 'Meaning' not in capsys.readouterr().out


@pytest.mark.parametrize('words', [['explain', 'calm.txt'], ['eval', 'posts.jsonl'], ['plain', 'calm.txt']])
def test_other_commands_say_it_once(home: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    (home / 'posts.jsonl').write_text('{"id": "a", "text": "A calm day.", "lang": "en", "labels": []}\n')
    main(words)
    assert ''.join(capsys.readouterr()).count(LINES['en']) == 1
