"""policycheck train: the folder and the model of the policy, and work that is not lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import engine
import numpy as np
import pytest
import sense

from policycheck.cli import main
from policycheck.compiling import learned
from policycheck.learning import embed
from policycheck.learning.embed import Embedder
from policycheck.schema.exemplars import Exemplar
from policycheck.schema.packs import read_pack
from policycheck.training.train import parts
from policycheck.training.vectors import as_learned, embedded

LIKE = engine.rule('level: advice\nlike: loud', ['en']).replace('category: test', 'category: loud')


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An organisation with a model and rules of its own, for which nothing was learned with that model yet."""
    sense.pack(tmp_path / 'rules', {'t/loud': LIKE})
    sense.model(tmp_path / 'model')
    (tmp_path / 'model' / 'more.txt').write_text('another model\n', 'utf-8')
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nembedder: ./model\n', 'utf-8')
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    return tmp_path


@pytest.mark.parametrize(
    ('where', 'words'),
    [('.', []), ('rules', ['../rules']), ('/', ['--policy', '{home}/policycheck.yaml'])],
    ids=['beside the policy', 'a folder below it', 'a policy that is named'],
)
def test_the_policy_says_what_is_learned_and_with_which_model(
    where: str,
    words: list[str],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(home / where)
    assert main(['train', *(word.format(home=home) for word in words)]) == 0
    assert capsys.readouterr().err == '21 posts ...\nlearning ...\n'
    plain = json.loads((home / 'rules' / 'heads.json').read_text('utf-8'))
    assert plain['embedder'] == embed.named(str(home / 'model'))


def test_a_folder_without_posts_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / 'rules' / 'exemplars' / 'loud.yaml').unlink()
    (home / 'rules' / 't' / 'loud.yaml').unlink()
    assert main(['train', str(home / 'rules')]) == 2
    said = 'there are no example posts: write exemplars/<category>.yaml in this folder'
    assert capsys.readouterr().err == f'{home / "rules"}: {said}\n'


def test_too_few_posts_are_told_with_the_file_to_write_in(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / 'rules' / 'exemplars' / 'loud.yaml'
    path.write_text('about: x\nen:\n  flags:\n    a:\n      - buy it now\n', 'utf-8')
    count = sum(
        one.kind == 'flags' for one in learned.posts(read_pack(str(home / 'rules'))) if one.category == 'loud'
    )
    assert main(['train', str(home / 'rules')]) == 2
    assert capsys.readouterr().err == f'{path}: posts that show loud: {count}; write at least 10\n'


def test_before_anything_was_learned_there_is_nothing_that_could_not_be_read(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / 'rules' / 'heads.json'
    path.unlink()
    assert main(['train', str(home / 'rules'), '--check']) == 2
    assert capsys.readouterr().err == f'{path}: nothing was learned yet: policycheck train {home / "rules"}\n'


def test_what_is_embedded_is_kept_where_the_run_is_broken_off(tmp_path: Path) -> None:
    posts = [Exemplar('a', 'en', 'flags', 'w', f'{number} ' * 5, 'p', 1) for number in range(80)]
    asked: list[int] = []

    def broken(texts: Sequence[str]) -> embed.Vectors:
        if len(asked) == 2:
            raise KeyboardInterrupt
        return whole(texts)

    def whole(texts: Sequence[str]) -> embed.Vectors:
        asked.append(len(texts))
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)

    with pytest.raises(KeyboardInterrupt):
        embedded(posts, Embedder('x', broken), str(tmp_path))
    told: list[tuple[int, int]] = []
    rows = embedded(posts, Embedder('x', whole), str(tmp_path), told=lambda *now: told.append(now))
    assert (asked, told) == ([32, 32, 16], [(16, 16)])
    assert rows[:, 0].tolist() == [len(embed.harmless(one.text)) for one in posts]


def test_what_heads_were_learned_of_need_not_be_embedded_again(tmp_path: Path) -> None:
    sense.pack(tmp_path, {'t/loud': LIKE})
    embedder = embed.opened(str(tmp_path / 'model'))
    assert embedder is not None
    known = as_learned(*learned.read(str(tmp_path / 'heads.json')))
    # of the rule's own examples the small model knows no word
    posts = [one for one in learned.posts(read_pack(str(tmp_path))) if one.writer != learned.WRITER]
    own = [one for one in posts if one.key in known]
    assert {one.category for one in own} == {'loud'}
    near = embedder.embed([one.text for one in own]) * np.stack([known[one.key] for one in own])
    assert near.sum(axis=1) == pytest.approx(1, abs=0.01)
    nobody = Embedder('x', lambda texts: np.zeros((len(texts), 1), dtype=np.float32))
    assert np.array_equal(embedded(own[:1], nobody, None, known)[0], known[own[0].key])


def test_posts_of_few_writers_are_held_out_one_by_one() -> None:
    """Else a head that has seen none of its posts would say what it finds."""

    def written(category: str, writers: int) -> list[Exemplar]:
        return [
            Exemplar(category, 'en', 'flags', f'w{number % writers}', f'{category} {number}', 'p', 1)
            for number in range(40)
        ]

    few, many = written('few', 4), written('many', 5)
    found = parts(few + many, 5)
    assert set(found[:40]) == set(range(5))
    together = {
        one.writer: {part for other, part in zip(many, found[40:]) if other.writer == one.writer}
        for one in many
    }
    assert [len(own) for own in together.values()] == [1] * 5
    apart = {part for one, part in zip(few, found) if one.writer == 'w0'}
    assert len(apart) > 1
