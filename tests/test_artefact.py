"""The compiled file: whatever happens to it is noticed, or changes nothing."""

from __future__ import annotations

import random
from pathlib import Path

import engine
import pytest

from policycheck.artefact import MAGIC, Artefact, DamagedError, as_plain, open_file, pack, write_file
from policycheck.compiled import Ruleset
from policycheck.model import Report

SECTIONS = {'meta': as_plain({'a': (1, 2)}), 'forms.en': bytes(range(16)), 'none': b'', 'odd': b'12345'}


def test_sections_come_back_as_they_were() -> None:
    opened = Artefact(pack(SECTIONS))
    assert {name: bytes(opened.bytes(name)) for name in SECTIONS} == SECTIONS
    assert opened.plain('meta') == {'a': [1, 2]}
    assert list(opened.numbers('forms.en')) == [0x03020100, 0x07060504, 0x0B0A0908, 0x0F0E0D0C]


def test_a_section_that_is_not_there_is_damage() -> None:
    with pytest.raises(DamagedError, match=r'no section plan\.en'):
        Artefact(pack(SECTIONS)).bytes('plan.en')


def contents(data: bytes) -> dict[str, bytes] | None:
    """What the sections hold, None where damage was noticed."""
    try:
        opened = Artefact(data)
        return {name: bytes(opened.bytes(name)) for name in SECTIONS}
    except DamagedError:
        return None


def test_every_flip_of_a_bit_is_noticed_or_changes_nothing() -> None:
    whole = pack(SECTIONS)
    noticed = 0
    for at in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << bit
            found = contents(bytes(flipped))
            assert found in (None, SECTIONS), at
            noticed += found is None
    # all but the padding between sections
    assert noticed > 0.8 * 8 * len(whole)


def test_every_truncation_is_noticed() -> None:
    whole = pack(SECTIONS)
    # three bytes after the last section are padding
    assert [size for size in range(len(whole)) if contents(whole[:size]) is not None] == list(
        range(len(whole) - 3, len(whole))
    )


@pytest.mark.parametrize(
    'data',
    [
        b'',
        b'\0',
        MAGIC,
        MAGIC + b'\xff' * 8,
        b'PK\x03\x04' + bytes(100),
        b'policycheck artefact 1\n' + bytes(40),
        bytes(10_000),
    ],
    ids=['empty', 'zero', 'magic alone', 'endless', 'zip', 'older', 'zeros'],
)
def test_foreign_files_are_no_artefacts(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / 'x.pc'
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        open_file(str(path))


def test_a_file_is_replaced_at_once_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / 'new/folder/x.pc'
    write_file(str(path), b'one')
    write_file(str(path), b'two')
    assert path.read_bytes() == b'two'
    (tmp_path / 'taken').mkdir()
    with pytest.raises(OSError, match='taken'):
        write_file(str(tmp_path / 'taken'), b'three')
    assert sorted(entry.name for entry in path.parent.iterdir()) == ['x.pc']
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ['new', 'taken']


def test_a_flip_in_compiled_rules_is_noticed_or_changes_no_report(tmp_path: Path) -> None:
    rules = {
        't/bad': engine.find('en', '{boss} ~ "awful"'),
        't/many': engine.rule('limit: {measure: emoji, at_most: 1}'),
    }
    folder = engine.pack(tmp_path / 'pack', rules, {'boss': {'en': '"boss"\n"line manager"'}}, engine.QUOTED)
    whole = engine.artefact(folder)

    def told(data: bytes) -> Report | None:
        try:
            return engine.report(Ruleset(Artefact(data)), 'My line manager is awful 🎉🎉')
        except DamagedError:
            return None

    expected = told(whole)
    assert expected is not None
    assert {flag.quote for flag in expected.flags} == {'line manager is awful', '🎉'}
    pick = random.Random(1)
    for _ in range(150):
        at = pick.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << pick.randrange(8)
        assert told(bytes(flipped)) in (None, expected), at
