"""What the app says and how it looks: four languages, three themes, without colours, in ASCII."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from screens import SAMPLE, desk, run, running, shown
from textual.color import Color

from policycheck.model import LANGUAGES
from policycheck.tui import lines
from policycheck.tui.app import PolicycheckApp
from policycheck.tui.check_screen import CheckScreen
from policycheck.tui.commands import palette
from policycheck.tui.look import GLYPHS, Look
from policycheck.tui.press import width
from policycheck.tui.recovery import Recovery
from policycheck.tui.settings import ACTIONS
from policycheck.tui.texts import TEXTS
from policycheck.tui.themes import LEVEL_NAMES, THEMES

pytestmark = pytest.mark.usefixtures('own_folders')


def test_every_text_has_four_languages_with_the_same_values() -> None:
    for key, texts in TEXTS.items():
        assert len(texts) == len(LANGUAGES), key
        assert all(texts) or key == 'state.empty', key
        values = [set(re.findall(r'\{(\w+)\}', text)) for text in texts]
        assert values.count(values[0]) == len(values), key


def test_no_sign_takes_two_cells() -> None:
    assert all(cell_len(sign) == len(sign) for signs in GLYPHS.values() for sign in signs.values())
    assert not any('\ufe0f' in text for texts in TEXTS.values() for text in texts)


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_key_bar_fits_80_columns(app_policy: Path, language: str) -> None:
    own = desk(app_policy, language=language)
    assert sum(map(width, lines.check_keys(own))) <= 81


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_key_has_an_entry_in_the_palette(app_policy: Path, language: str) -> None:
    app = PolicycheckApp(desk(app_policy, language=language), Recovery(False))
    titles = {entry.title for entry in palette(app)}
    look = Look(language)
    # every action of a binding but the palette itself
    named = {binding.id for binding in (*CheckScreen.BINDINGS, *PolicycheckApp.BINDINGS) if binding.id}  # type: ignore[union-attr]
    assert named == set(ACTIONS)
    assert {look.say(f'do.{action}') for action in named - {'palette'}} <= titles
    letters = ('to_text', 'keep', 'wrong', 'explain', 'ask')
    assert {look.say(f'do.{action}') for action in letters} <= titles


def contrast(one: str, two: str) -> float:
    """Contrast of two colours, as WCAG 2.2 reckons it."""

    def light(colour: str) -> float:
        parts = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in Color.parse(colour).normalized
        )
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize('name', THEMES)
def test_contrast(name: str) -> None:
    theme = THEMES[name]
    colours = theme.variables
    for level in LEVEL_NAMES:
        assert contrast(colours[f'mark-{level}'], colours[f'mark-{level}-ground']) >= 4.5
        for ground in (theme.background, theme.panel):
            assert contrast(colours[f'sign-{level}'], str(ground)) >= 4.5
        assert contrast(colours['quiet'], str(theme.background)) >= 4.5
        assert contrast(colours['quiet'], str(theme.panel)) >= 4.5
    assert contrast(str(theme.foreground), str(theme.background)) >= 7
    assert contrast(str(theme.foreground), colours['selected']) >= 4.5
    assert contrast(str(theme.primary), str(theme.background)) >= 4.5
    for border in ('line', 'border'):
        assert contrast(colours[border], str(theme.background)) >= 3


@pytest.mark.parametrize(('language', 'words'), [
    ('en', ('RIGHTS', 'TIP', 'REASON', 'STOPPED')),
    ('nb', ('RETTIGHET', 'TIPS', 'BEGRUNN', 'STOPPET')),
    ('sv', ('RÄTTIGHET', 'TIPS', 'MOTIVERA', 'STOPPAT')),
    ('fi', ('OIKEUS', 'VINKKI', 'PERUSTELE', 'SEIS')),
])  # fmt: skip
def test_levels_are_words_in_each_language(app_policy: Path, language: str, words: tuple[str, ...]) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE, language), size=(120, 40)) as (app, pilot):
            await pilot.pause(0.1)
            assert [word for word in words if word not in shown(app)] == []

    run(scenario)


def test_without_colours_all_is_still_said(app_policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('NO_COLOR', '1')

    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE), size=(120, 40)) as (app, _):
            picture = app.export_screenshot()
            for word in ('STOP', 'REASON', 'TIP', 'RIGHTS', 'STOPPED'):
                assert word in picture

    run(scenario)


def test_ascii_signs(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE, glyphs='ascii'), size=(120, 40)) as (app, pilot):
            seen = ''
            for key in ('f8', 'f8', 'f8', 'f8', 'f6', 'e', 'escape', 'k', 'escape', 'f9', 'escape', 'ctrl+l', 'escape',
                        'f1', 'escape', 'ctrl+p', 'escape', 'f5'):  # fmt: skip
                await pilot.press(key)
                await pilot.pause(0.3)
                told = shown(app)
                seen += told
                assert not set('✖⚠ℹ§✔…“”·🔎') & set(told), (key, told)
                assert not set('│─╭╮╰╯') & set(told), (key, told)
            assert all(
                word in seen for word in ('[X] STOP', '[!] REASON', '[R] RIGHTS', '[ok]', 'Search for')
            )

    run(scenario)


@pytest.mark.parametrize('size', [(60, 18), (80, 24), (100, 30), (140, 40)])
def test_every_size_shows_draft_flags_and_keys(app_policy: Path, size: tuple[int, int]) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, SAMPLE), size=size) as (app, _):
            told = shown(app)
            assert 'F1 Help' in told
            assert 'RIGHTS' in told
            assert 'clueless' in told

    run(scenario)
