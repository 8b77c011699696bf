"""A language whose words and phrases are as before is taken from an earlier artefact, byte for byte as if compiled.

Names of the policy are no part of a language: see the sections ``names``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import engine
import pytest

from policycheck.artefact import Artefact
from policycheck.compiling import compile as compiler
from policycheck.model import LANGUAGES
from policycheck.schema import policy as policies
from policycheck.schema.packs import read_pack

RULE = """find:
  en: |
    {bad} ~ "boss"
  sv: |
    {bad} ~ "chef"
adjust:
  - {has: {sv: '"skämt"'}, level: note}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small pack of rules in two languages."""
    rules = {
        't/bad': engine.rule(RULE, ['en', 'sv']),
        't/secret': engine.find('en', '{secret}'),
        't/usel': engine.find('sv', '"usel"'),
    }
    return engine.pack(tmp_path / 'rules', rules, {'bad': {'en': '"awful"', 'sv': '"hemsk"'}})


def built(folder: Path, policy: str, *earlier: Artefact) -> Artefact:
    path = folder.parent / 'policycheck.yaml'
    path.write_text(policy or 'languages: []\n', 'utf-8')
    plain = {**policies.plain(policies.load(str(path))), 'path': str(path)}
    return Artefact(compiler.build([read_pack(str(folder))], (), plain, engine.TODAY, earlier=earlier))


def sections(artefact: Artefact) -> dict[str, bytes]:
    return {name: bytes(artefact.bytes(name)) for name in artefact.names}


def _edit(folder: Path, name: str, old: str, new: str) -> str:
    path = folder / name
    text = path.read_text('utf-8')
    assert old in text
    path.write_text(text.replace(old, new), 'utf-8')
    return ''


def _nothing(_: Path) -> str:
    return ''


def _level(_: Path) -> str:
    return 'rules: {t/bad: {level: note, reason: we joke about it}}\nfail_on: stop\n'


def _example(folder: Path) -> str:
    return _edit(folder, 't/bad.yaml', '"flags": ["x"]', '"flags": ["z"]')


def _rule_before_all(folder: Path) -> str:
    (folder / 't/a.yaml').write_text(engine.find('en', '"first"'), 'utf-8')
    return ''


def _rule_gone(folder: Path) -> str:
    (folder / 't/secret.yaml').unlink()
    return ''


def _rule_off(_: Path) -> str:
    return 'rules: {t/usel: {level: off, reason: we say it}}\n'


def _phrase(folder: Path) -> str:
    return _edit(folder, 't/bad.yaml', '"chef"', '"chefen"')


def _condition(folder: Path) -> str:
    return _edit(folder, 't/bad.yaml', 'skämt', 'skoj')


def _line_before(folder: Path) -> str:
    # reports name the line of a phrase
    return _edit(folder, 't/bad.yaml', 'find:\n', 'find:\n  # one more\n')


def _entry(folder: Path) -> str:
    return _edit(folder, 'words/bad.yaml', '"hemsk"', '"ryslig"')


def _masked(folder: Path) -> str:
    return _edit(folder, 'words/bad.yaml', 'about:', 'masked: true\nabout:')


def _name(_: Path) -> str:
    return 'organisation: {name: Bright Harbour}\n'


def _secret(_: Path) -> str:
    return 'organisation: {secrets: [{words: Project Falcon}]}\n'


@pytest.mark.parametrize(
    ('change', 'same'),
    [
        (_nothing, 'en nb sv fi'),
        (_level, 'en nb sv fi'),
        (_example, 'en nb sv fi'),
        (_rule_before_all, 'nb sv fi'),
        (_rule_gone, 'nb sv fi'),
        (_rule_off, 'en nb fi'),
        (_phrase, 'en nb fi'),
        (_condition, 'en nb fi'),
        (_line_before, 'nb fi'),
        (_entry, 'en nb fi'),
        (_masked, 'nb fi'),
        (_name, 'en nb sv fi'),
        (_secret, 'en nb sv fi'),
    ],
    ids=lambda value: getattr(value, '__name__', None),
)
def test_what_has_not_changed_is_taken_over(folder: Path, change: Callable[[Path], str], same: str) -> None:
    before = built(folder, '')
    policy = change(folder)
    compiled, taken = built(folder, policy), built(folder, policy, before)
    keys = {
        lang: (before.plain(f'signed.{lang}')[0], compiled.plain(f'signed.{lang}')[0]) for lang in LANGUAGES
    }
    assert ' '.join(lang for lang, (old, new) in keys.items() if old == new) == same
    assert sections(taken) == sections(compiled)


def test_damage_is_not_taken_over(folder: Path) -> None:
    before = built(folder, '')
    content = bytearray(engine.artefact(folder))
    at = bytes(content).find(bytes(before.bytes('forms.sv')))
    content[at] ^= 1
    taken = built(folder, '', Artefact(bytes(content)))
    assert sections(taken) == sections(before)
