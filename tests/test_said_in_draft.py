# ruff: noqa: E501  what is shown stands on one line, as it is shown
"""What the app says of a draft in another language, and how a case is told, with its year or without."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from samples import post, report

from policycheck.formats.options import case, known_year
from policycheck.model import LANGUAGES
from policycheck.tui.lines import unscreened
from policycheck.tui.look import Look
from policycheck.tui.plain import run as plain

GUESSED = {
    'en': 'This looks like Danish. Only English, Norwegian, Swedish and Finnish can be checked. Wrong guess? Ctrl+L sets the language.',
    'nb': 'Dette ser ut som dansk. Bare engelsk, norsk, svensk og finsk kan sjekkes. Er det feil? Velg språk med Ctrl+L.',
    'sv': 'Det här ser ut som danska. Bara engelska, norska, svenska och finska kan granskas. Är det fel? Välj språk med Ctrl+L.',
    'fi': 'Kieli näyttää olevan tanska. Vain englannin, norjan, ruotsin ja suomen voi tarkistaa. Onko kieli väärä? Valitse se: Ctrl+L.',
}
SAID = {
    'en': 'The draft says it is in Danish (da). Only English, Norwegian, Swedish and Finnish can be checked. Is that wrong? Ctrl+L sets the language.',
    'nb': 'Utkastet sier at det er på dansk (da). Bare engelsk, norsk, svensk og finsk kan sjekkes. Er det feil? Velg språk med Ctrl+L.',
    'sv': 'Utkastet säger att det är på danska (da). Bara engelska, norska, svenska och finska kan granskas. Är det fel? Välj språk med Ctrl+L.',
    'fi': 'Luonnoksen mukaan sen kieli on tanska (da). Vain englannin, norjan, ruotsin ja suomen voi tarkistaa. Onko se väärin? Valitse kieli: Ctrl+L.',
}


@pytest.mark.parametrize(('origin', 'expected'), [('detected', GUESSED), ('draft', SAID)])
def test_the_app_says_who_says_so(origin: str, expected: dict[str, str]) -> None:
    draft = report(post('Hej.'), screened=False, unscreened='language', lang='da', lang_origin=origin)
    assert {lang: unscreened(draft, Look(lang)) for lang in LANGUAGES} == expected


@pytest.mark.parametrize('language', LANGUAGES)
def test_plain_mode_says_so_too(
    app_policy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    (tmp_path / 'post.md').write_text('---\nlang: da\n---\nEn rolig dag på kontoret.\n', 'utf-8')
    plain([str(tmp_path / 'post.md'), '--policy', str(app_policy), '--screen-language', language])
    out = ' '.join(capsys.readouterr().out.split())
    said = {
        'en': 'the draft says it is in Danish (da)',
        'nb': 'utkastet sier at det er på dansk (da)',
        'sv': 'utkastet säger att det är på danska (da)',
        'fi': 'luonnoksen mukaan sen kieli on tanska (da)',
    }
    assert said[language] in out
    assert 'Ctrl+L' not in out


FINE = {'en': 'A fine.', 'nb': 'En bot.'}


@pytest.mark.parametrize(
    ('known', 'language', 'expected'),
    [
        ({'organisation': 'Acme', 'year': '2024', 'lesson': FINE}, 'en', 'Acme (2024): A fine.'),
        ({'organisation': 'Acme', 'year': 2024, 'lesson': FINE}, 'nb', 'Acme (2024): En bot.'),
        ({'organisation': 'Acme', 'year': 'n.d.', 'lesson': FINE}, 'fi', 'Acme: A fine.'),
        ({'organisation': 'Acme', 'year': None, 'lesson': FINE}, 'en', 'Acme: A fine.'),
        ({'organisation': 'Acme'}, 'en', 'Acme:'),
        ({'organisation': 'A court', 'names': {'nb': 'En rett'}, 'lesson': FINE}, 'nb', 'En rett: En bot.'),
        ({'organisation': 'A court', 'names': {'nb': 'En rett'}, 'lesson': FINE}, 'sv', 'A court: A fine.'),
    ],
)
def test_a_case(known: dict[str, Any], language: str, expected: str) -> None:
    assert case(known, language) == expected


def test_a_year_that_nobody_knows_is_null_for_programs() -> None:
    assert json.dumps([known_year({'year': 'n.d.'}), known_year({'year': 2024})]) == '[null, 2024]'
