"""Exemplars to heads: a regularised linear classifier, a head a category, thresholds, and what they are worth."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policycheck.exemplars import ORDINARY, Exemplar, digest
from policycheck.heads import FORMAT, scored
from policycheck.model import LANGUAGES

if TYPE_CHECKING:
    from policycheck.heads import Numbers


class Settings(NamedTuple):
    """How heads are fitted, and how rarely they may be wrong.

    ``strength``, ``near`` and ``category`` are, of some fifteen settings, those whose heads found most in
    posts of other writers at equal false alarms on real posts.
    """

    strength: float = 8.0
    """The inverse of the regularisation: C of sklearn.linear_model.LogisticRegression."""
    near: float = 1.0
    """The weight of a near miss beside an ordinary post."""
    category: float = 800.0
    """What the posts that show a category weigh together, however many there are."""
    alarms: float = 0.004
    """Of ordinary posts of other writers so many may be flagged, for whatever category."""
    notices: float = 0.02
    """Of ordinary posts of other writers so many may be told of rights: not to be told costs a writer more."""
    misses: float = 0.2
    """Of a category's near misses by other writers so many may score above its threshold."""
    folds: int = 3
    """Parts of the writers that are held out in turn."""


def trained(
    exemplars: Sequence[Exemplar],
    vectors: Numbers,
    embedder: str,
    categories: Sequence[str],
    settings: Settings,
    notices: Collection[str] = (),
) -> tuple[dict[str, Any], bytes]:
    """What heads.json holds, and the bytes of the vectors, of exemplars and their vectors row by row.

    Heads are written for ``categories``; the others are learned beside them, since a post that shows
    one is seldom another. ``notices`` are the categories that tell writers of their rights. The same
    exemplars, in any order, give the same.
    """
    import numpy as np

    order = sorted(range(len(exemplars)), key=lambda at: _place(exemplars[at]))
    posts, vectors = [exemplars[at] for at in order], vectors[order]
    mean = np.round(vectors.mean(axis=0), 5).astype(np.float32)
    rows = vectors - mean
    every = sorted({one.category for one in posts} - {ORDINARY})
    weights, bias = fitted(every, posts, rows, settings)
    by_writer = held_out(every, posts, rows, settings, [one.writer for one in posts])
    by_language = held_out(every, posts, rows, settings, [one.lang for one in posts])
    limits = thresholds(every, posts, by_writer, settings, notices)
    heads: dict[str, Any] = {}
    for name in sorted(categories):
        at = every.index(name)
        own = [one for one in posts if one.category == name]
        flags = sum(one.kind == 'flags' for one in own)
        heads[name] = {
            'flags': flags,
            'passes': len(own) - flags,
            'bias': _rounded(bias[at]),
            'threshold': _rounded(limits[at]),
            'figures': {
                'by_writer': figures(name, posts, by_writer[:, at], limits[at]),
                'by_language': figures(name, posts, by_language[:, at], limits[at]),
            },
            'keys': [one.key for one in own],
            'weights': [_rounded(number) for number in weights[at]],
        }
    largest = float(np.abs(rows).max()) or 1.0
    shown = np.array([one.category in heads for one in posts])
    bytes_ = np.clip(np.round(rows[shown] * (127 / largest)), -127, 127).astype(np.int8).tobytes()
    ordinary = np.array([one.category == ORDINARY for one in posts])
    above = by_writer[ordinary] > np.array(limits)
    alarms = above[:, [name not in notices for name in every]].any(axis=1)
    plain = {
        'format': FORMAT,
        'embedder': embedder,
        'settings': settings._asdict(),
        'ordinary_flagged': [int(alarms.sum()), len(alarms)],
        'exemplars': digests(posts),
        'mean': [float(f'{number:.5f}') for number in mean],
        'heads': heads,
    }
    return plain, bytes_


def digests(posts: Sequence[Exemplar]) -> dict[str, str]:
    """What the posts of each file are known by, by category."""
    names = sorted({one.category for one in posts})
    return {name: digest(one for one in posts if one.category == name) for name in names}


def _place(one: Exemplar) -> tuple[str, ...]:
    return one.category, one.kind, one.lang, one.writer, one.text


def _rounded(number: float) -> float:
    return float(f'{number:.4f}')


def fitted(
    categories: Sequence[str],
    posts: Sequence[Exemplar],
    rows: Numbers,
    settings: Settings,
    share: float = 1.0,
) -> tuple[Numbers, Numbers]:
    """Weights and bias of each category's head: how much sooner a post shows it than nothing at all.

    ``share``: how many of all posts these are. Categories weigh less in a part, as the rest does, or
    the scores of heads that saw a part would be higher than those of the whole.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    nothing = len(categories)
    shows = np.array([categories.index(one.category) if one.kind == 'flags' else nothing for one in posts])
    weight = np.array([1.0 if one.category == ORDINARY else settings.near for one in posts])
    for at in range(nothing):
        own = shows == at
        weight[own] = settings.category * share / max(1, own.sum())
    # a category without a post here gets a head that never speaks
    weights = np.zeros((nothing, rows.shape[1]), dtype=np.float32)
    bias = np.full(nothing, -99, dtype=np.float32)
    model = LogisticRegression(C=settings.strength, max_iter=200, tol=1e-3)
    # more threads add up in another order, and end at other numbers
    with threadpool_limits(1):
        model.fit(rows.astype(np.float64), shows, sample_weight=weight)
    coefficients, intercepts, classes = model.coef_, model.intercept_, list(model.classes_)
    if len(classes) == 2:
        # of two classes the model keeps the second one's alone
        coefficients, intercepts = np.stack([-coefficients[0], 0 * coefficients[0]]), [-intercepts[0], 0.0]
    if nothing not in classes:
        return weights, bias
    last = classes.index(nothing)
    for place, at in enumerate(classes[:last]):
        weights[at] = coefficients[place] - coefficients[last]
        bias[at] = intercepts[place] - intercepts[last]
    return weights, bias


def held_out(
    categories: Sequence[str],
    posts: Sequence[Exemplar],
    rows: Numbers,
    settings: Settings,
    groups: Sequence[str],
) -> Numbers:
    """The scores of every post by heads that have seen none of its group; groups are put together in folds."""
    import numpy as np

    fold = {name: at % settings.folds for at, name in enumerate(sorted(set(groups)))}
    of = np.array([fold[name] for name in groups])
    found = np.zeros((len(posts), len(categories)), dtype=np.float32)
    for number in sorted(set(fold.values())):
        seen, out = np.flatnonzero(of != number), np.flatnonzero(of == number)
        some = [posts[int(at)] for at in seen]
        if len({one.category if one.kind == 'flags' else '' for one in some}) > 1:
            heads = fitted(categories, some, rows[seen], settings, len(some) / len(posts))
            found[out] = scored(rows[out], *heads)
    return found


def thresholds(
    categories: Sequence[str],
    posts: Sequence[Exemplar],
    scores: Numbers,
    settings: Settings,
    notices: Collection[str] = (),
) -> list[float]:
    """The lowest score of each category that keeps the stated rates on posts that the heads have not seen.

    One for all flags by the ordinary posts, since few of those say more together than by category, and
    one for each of ``notices``; higher where a category's own near misses ask for it.
    """
    import numpy as np

    ordinary = np.array([one.category == ORDINARY for one in posts])
    flags = [at for at, name in enumerate(categories) if name not in notices]
    some = ordinary.any()
    common = _above(scores[ordinary][:, flags].max(axis=1), settings.alarms) if some and flags else 0.5
    found = []
    for at, name in enumerate(categories):
        usual = _above(scores[ordinary, at], settings.notices) if some and name in notices else common
        near = np.array([one.category == name and one.kind == 'passes' for one in posts])
        own = _above(scores[near, at], settings.misses) if near.any() else 0.0
        # rounded up, so that what is written keeps the rate
        found.append(min(0.999, max(usual, own) + 0.0005))
    return found


def _above(scores: Numbers, share: float) -> float:
    """The score that no more than a share of these are above."""
    own = sorted(map(float, scores), reverse=True)
    return own[min(int(share * len(own)), len(own) - 1)]


def figures(name: str, posts: Sequence[Exemplar], scores: Numbers, threshold: float) -> dict[str, list[int]]:
    """Of posts that a head had not seen, how many it flags and of how many, by kind and by language."""
    found: dict[str, list[int]] = {
        key: [0, 0]
        for key in ('found', *(f'found_{lang}' for lang in LANGUAGES), 'near_misses', 'others', 'ordinary')
    }
    for one, score in zip(posts, scores, strict=True):
        if one.category != name:
            keys = ['ordinary' if one.category == ORDINARY else 'others']
        elif one.kind == 'flags':
            keys = ['found', f'found_{one.lang}']
        else:
            keys = ['near_misses']
        for key in keys:
            found[key][0] += bool(score > threshold)
            found[key][1] += 1
    return found
