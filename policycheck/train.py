"""Exemplars to heads: one regularised linear classifier a category, its threshold, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policycheck.exemplars import ORDINARY, Exemplar, digest
from policycheck.heads import FORMAT
from policycheck.model import LANGUAGES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]


class Settings(NamedTuple):
    """How heads are fitted, and how rarely they may be wrong.

    ``near``: weight of a near miss, that of any other post without the fault being 1. ``alarms``,
    ``others`` and ``misses``: the share of ordinary posts, of other categories' posts and of near
    misses that a head may flag, by which its threshold is set.
    """

    strength: float = 20.0
    near: float = 8.0
    alarms: float = 0.002
    others: float = 0.01
    misses: float = 0.06
    folds: int = 5


def trained(
    exemplars: Sequence[Exemplar],
    vectors: Numbers,
    embedder: str,
    categories: Sequence[str],
    settings: Settings,
) -> tuple[dict[str, Any], bytes]:
    """What heads.json holds, and the bytes of the vectors, of exemplars and their vectors row by row.

    ``categories`` are those to learn, the others' posts are examples of what is none of them.

    The same exemplars, in any order, give the same.
    """
    import numpy as np

    order = sorted(range(len(exemplars)), key=lambda at: _place(exemplars[at]))
    posts, vectors = [exemplars[at] for at in order], vectors[order]
    mean = np.round(vectors.mean(axis=0), 5).astype(np.float32)
    rows = vectors - mean
    largest = float(np.abs(rows).max()) or 1.0
    shown = np.array([one.category in categories for one in posts])
    bytes_ = np.clip(np.round(rows[shown] * (127 / largest)), -127, 127).astype(np.int8).tobytes()
    heads: dict[str, Any] = {}
    for category in sorted(categories):
        heads[category] = _head(category, posts, rows, settings)
    plain = {
        'format': FORMAT,
        'embedder': embedder,
        'settings': settings._asdict(),
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


def _head(category: str, posts: Sequence[Exemplar], rows: Numbers, settings: Settings) -> dict[str, Any]:
    own = [at for at, one in enumerate(posts) if one.category == category]
    flags = sum(posts[at].kind == 'flags' for at in own)
    weights, bias = fitted(category, posts, rows, settings)
    by_writer = held_out(category, posts, rows, settings, [one.writer for one in posts])
    by_language = held_out(category, posts, rows, settings, [one.lang for one in posts])
    threshold = limit(category, posts, by_writer, settings)
    return {
        'flags': flags,
        'passes': len(own) - flags,
        'bias': float(f'{bias:.5f}'),
        'threshold': float(f'{threshold:.4f}'),
        'figures': {
            'by_writer': figures(category, posts, by_writer, threshold),
            'by_language': figures(category, posts, by_language, threshold),
        },
        'keys': [posts[at].key for at in own],
        'weights': [float(f'{number:.4f}') for number in weights],
    }


def fitted(
    category: str, posts: Sequence[Exemplar], rows: Numbers, settings: Settings
) -> tuple[Numbers, float]:
    """Weights and bias of a head."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    shows = np.array([one.category == category and one.kind == 'flags' for one in posts])
    weight = np.array([settings.near if one.category == category else 1.0 for one in posts])
    weight[shows] = weight[~shows].sum() / max(1, shows.sum())
    weight *= len(posts) / weight.sum()
    model = LogisticRegression(C=settings.strength, max_iter=300, tol=1e-5)
    model.fit(rows.astype(np.float64), shows, sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def held_out(
    category: str, posts: Sequence[Exemplar], rows: Numbers, settings: Settings, groups: Sequence[str]
) -> Numbers:
    """The score of every post by a head that has seen none of its group; groups are put together in folds."""
    import numpy as np

    names = sorted(set(groups))
    fold = {name: at % settings.folds for at, name in enumerate(names)}
    of = np.array([fold[name] for name in groups])
    found = np.zeros(len(posts), dtype=np.float32)
    for number in sorted(set(fold.values())):
        seen = np.flatnonzero(of != number)
        some = [posts[int(at)] for at in seen]
        if not any(one.category == category and one.kind == 'flags' for one in some):
            continue
        weights, bias = fitted(category, some, rows[seen], settings)
        out = np.flatnonzero(of == number)
        found[out] = 1 / (1 + np.exp(-(rows[out] @ weights + bias)))
    return found


def limit(category: str, posts: Sequence[Exemplar], scores: Numbers, settings: Settings) -> float:
    """The lowest score that keeps every stated rate of false alarms on posts that a head has not seen."""
    import numpy as np

    most = 0.5
    for allowed, chosen in (
        (settings.alarms, [one.category == ORDINARY for one in posts]),
        (settings.others, [one.category not in (ORDINARY, category) for one in posts]),
        (settings.misses, [one.category == category and one.kind == 'passes' for one in posts]),
    ):
        own = np.sort(scores[np.array(chosen)])[::-1]
        if len(own):
            # so many may be above it
            most = max(most, float(own[min(int(allowed * len(own)), len(own) - 1)]) + 1e-4)
    return min(most, 0.9999)


def figures(
    category: str, posts: Sequence[Exemplar], scores: Numbers, threshold: float
) -> dict[str, list[int]]:
    """Of posts that a head had not seen, how many it flags and of how many, by kind and by language."""

    def share(chosen: Iterable[bool]) -> list[int]:
        own = [score > threshold for score, one in zip(scores, chosen, strict=True) if one]
        return [int(sum(own)), len(own)]

    mine = [one.category == category for one in posts]
    shows = [own and one.kind == 'flags' for own, one in zip(mine, posts, strict=True)]
    return {
        'found': share(shows),
        **{
            f'found_{lang}': share(own and one.lang == lang for own, one in zip(shows, posts, strict=True))
            for lang in LANGUAGES
        },
        'near_misses': share(own and one.kind == 'passes' for own, one in zip(mine, posts, strict=True)),
        'others': share(one.category not in (category, ORDINARY) for one in posts),
        'ordinary': share(one.category == ORDINARY for one in posts),
    }
