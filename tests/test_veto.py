"""The veto: faults told from their own near misses, where there are enough of both to tell them by."""

from __future__ import annotations

import numpy as np
import pytest

from policycheck.learning.grams import BUCKETS
from policycheck.schema.exemplars import Exemplar
from policycheck.training import train, veto
from policycheck.training.fitting import Features, Fit, Settings, bags


def post(category: str, kind: str, text: str, writer: str = 'one') -> Exemplar:
    return Exemplar(category, 'en', kind, writer, text, 'x.yaml', 1)


FAULTS = ('buy now', 'buy it now', 'now or never, buy', 'buy before noon', 'go and buy')
HARMLESS = ('no need to buy', 'we did not buy', 'nobody has to buy', 'they never buy', 'do not buy')
POSTS = [
    *(post('sell', 'flags', text, writer) for text in FAULTS for writer in ('one', 'two')),
    *(post('sell', 'passes', text, writer) for text in HARMLESS for writer in ('one', 'two')),
    *(post('few', 'flags', text) for text in FAULTS),
    *(post('few', 'passes', text) for text in HARMLESS[: veto.FEWEST - 1]),
    *(post('ordinary', 'passes', text) for text in ('soup', 'tea and bread', 'a garden')),
]


def features(posts: list[Exemplar]) -> Features:
    """Vectors that say nothing, and the words of the posts."""
    return Features(np.zeros((len(posts), 2), dtype=np.float32), bags([one.text for one in posts]))


def silent(categories: list[str]) -> Fit:
    """Heads that say nothing."""
    count = len(categories)
    scales, bias = np.zeros((2, count), dtype=np.float32)
    words = np.zeros((count, BUCKETS), dtype=np.int8)
    return Fit(np.zeros((count, 2), dtype=np.float32), words, scales, bias)


def fitted(categories: list[str], posts: Features | None = None, heads: Fit | None = None) -> veto.Veto:
    return veto.fitted(categories, POSTS, posts or features(POSTS), Settings(), heads or silent(categories))


@pytest.fixture(scope='module')
def fit() -> veto.Veto:
    return fitted(['few', 'sell'])


@pytest.mark.parametrize(('text', 'harmless'), [('buy soon', False), ('we never buy', True)])
def test_posts_are_told_apart_by_their_words(fit: veto.Veto, text: str, harmless: bool) -> None:
    asked = features([post('sell', 'flags', text)])
    assert (fit.by_words(asked)[0, 1] < 0) == harmless
    assert (fit.scores(asked)[0, 1] < 0) == harmless


def test_by_vectors_too() -> None:
    shown = np.array([one.kind == 'flags' for one in POSTS])
    rows = np.where(shown[:, None], [1.0, 0.0], [0.0, 1.0]).astype(np.float32)
    # the words of all are the same, so that they tell nothing
    fit = fitted(['sell'], Features(rows, bags(['buy'] * len(POSTS))))
    scores = fit.scores(Features(np.eye(2, dtype=np.float32), bags(['buy'] * 2)))
    assert scores[0, 0] > 1 > -1 > scores[1, 0]


def test_a_part_of_the_head_is_added(fit: veto.Veto) -> None:
    heads = silent(['few', 'sell'])
    heads.weights[1], heads.bias[1], heads.scales[1] = (5, 0), 10, 2
    heads.words[1, bags(['buy']).indices] = 3
    more = fitted(['few', 'sell'], heads=heads)
    asked = Features(np.array([[1, 1]], dtype=np.float32), bags(['buy']))
    share, words = Settings().veto_of_head, bags(['buy']).sum() * 3 * 2
    # weights of words are rounded to a byte
    assert more.scores(asked)[0, 1] - fit.scores(asked)[0, 1] == pytest.approx(
        share * (5 + 10 + words), abs=0.05
    )
    assert more.by_words(asked)[0, 1] - fit.by_words(asked)[0, 1] == pytest.approx(share * words, abs=0.05)


def test_of_too_few_posts_nothing_is_told(fit: veto.Veto) -> None:
    assert not fit.weights[0].any()
    assert not fit.words[0].any()
    assert train.floor('few', POSTS, np.zeros(len(POSTS)), 0.1) == veto.NEVER


def test_a_floor_leaves_so_many_faults_above_it() -> None:
    scores = np.zeros(len(POSTS))
    scores[:10] = np.arange(10)
    assert train.floor('sell', POSTS, scores, 0.2) == 1.99


def test_what_is_fitted_depends_on_nothing_else() -> None:
    one, other = (fitted(['few', 'sell']) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
