# ruff: noqa: E501  messages stand on one line, as they are shown
"""Precedents, notices of rights and labels: what is shipped is read, every slip is told in one line."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.errors import InputError
from policycheck.schema import quoted

NOTICE = 'en-US: {jurisdiction: US, lang: en, text: You may talk of pay.'


@pytest.mark.parametrize('name', quoted.MODELS)
def test_what_is_shipped_is_read(name: str) -> None:
    path = engine.SHIPPED / f'{name}.yaml'
    assert quoted.load(name, str(path), path.read_bytes())


@pytest.mark.parametrize(
    ('name', 'text', 'expected'),
    [
        pytest.param('precedents', 'P900: {organization: x}', "1: unknown key 'organization'; did you mean organisation?", id='spelling'),
        pytest.param('precedents', 'P1: {year: 2024, lesson: {en: A fine.}}', "1: missing key 'organisation'; add organisation: ...", id='nobody'),
        pytest.param('precedents', 'P1:\n  organisation: x\n  year: "2024"', "1: missing key 'lesson'; add lesson: {en: ..., nb: ..., sv: ..., fi: ...}", id='no lesson'),
        pytest.param('precedents', 'P1:\n  organisation: x\n  year: "2024"\n  lesson: A fine.', "4: 'P1.lesson': expected keys such as 'name: value', not a text", id='lesson in no language'),
        pytest.param('precedents', 'P1:\n  organisation: x\n  year: "2024"\n  lesson: {}', "4: 'P1.lesson' is empty; write at least 1", id='empty lesson'),
        pytest.param('precedents', 'P1: {organisation: x, year: "2024", lesson: {en: A fine.}, url: www.x}', "1: 'P1.url': 'www.x' does not have the form https://example.org/page", id='address'),
        pytest.param('precedents', 'P1: x', "1: 'P1': expected keys such as 'name: value', not a text", id='text for a case'),
        pytest.param('labels', 'checked: 2026-11-21\nad: {nbb: [x]}', "2: unknown key 'nbb'; did you mean nb?", id='language'),
        pytest.param('labels', 'ad: {nb: [x]}', "1: 'ad.nb': expected keys such as 'name: value', not a list", id='list for keys'),
        pytest.param('labels', 'ad:\n  nb: {insert: Reklame}', "2: missing key 'accepted'; add accepted: [...]", id='nothing counts'),
        pytest.param('labels', 'ad:\n  nb:\n    accepted: Reklame', "3: 'ad.nb.accepted': expected a list such as [one, two], not a text", id='text for a list'),
        pytest.param('labels', 'ad: {nb: {accepted: [x], inserts: x}}', "1: unknown key 'inserts'; did you mean insert?", id='key of a label'),
        pytest.param('rights', f'{NOTICE}, sektor: public}}', "1: unknown key 'sektor'; did you mean sector?", id='key of a notice'),
        pytest.param('rights', 'en-US: {jurisdiction: US, lang: en}', "1: missing key 'text'; add text: ...", id='no text'),
        pytest.param('rights', 'x: {jurisdiction: USA, lang: en, text: x}', "1: unknown value of 'x.jurisdiction': 'USA'; one of NO, SE, FI, US, GB, EU, general", id='country'),
        pytest.param('rights', f'{NOTICE}, checked: yesterday}}', "1: 'en-US.checked': expected a date such as 2027-03-01, not 'yesterday'", id='day'),
    ],
)  # fmt: skip
def test_every_slip_is_told_in_one_line(name: str, text: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        quoted.load(name, f'{name}.yaml', text.encode())
    assert str(caught.value) == f'{name}.yaml:{expected}'


def test_told_when_rules_are_compiled_and_once_when_they_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv('LC_ALL', 'en')
    monkeypatch.chdir(tmp_path)
    folder = engine.pack(tmp_path / 'rules', {'t/r': engine.find('en', '"x"')}, shipped=engine.QUOTED)
    (folder / 'precedents.yaml').write_text('P900: {organization: x}\n', 'utf-8')
    said = "precedents.yaml:1: unknown key 'organization'; did you mean organisation?"
    with pytest.raises(InputError) as caught:
        engine.artefact(folder)
    assert str(caught.value) == f'{folder}/{said}'
    assert main(['rules', 'check', 'rules']) == 1
    assert capsys.readouterr().out.count(said) == 1
