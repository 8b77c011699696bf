"""Exemplars to heads: a head a category, its threshold, and what it is worth on posts of other writers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from policycheck.learning.heads import FORMAT
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.schema.exemplars import ORDINARY, Exemplar, digest
from policycheck.training import veto
from policycheck.training.fitting import Features, Settings, bags, fitted

if TYPE_CHECKING:
    from policycheck.learning.heads import Numbers


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
    features = Features(rows, bags([one.text for one in posts]))
    every = sorted({one.category for one in posts} - {ORDINARY})
    fit = fitted(every, posts, features, settings, wanted=categories)
    apart = veto.fitted(every, posts, features, settings, fit, categories)
    by_writer = held_out(every, posts, features, settings, parts(posts, settings.folds), categories)
    languages = [LANGUAGES.index(one.lang) for one in posts]
    by_language = held_out(every, posts, features, settings, languages, categories, vetoes=False)
    alarming = [name for name in every if name in categories and name not in notices]
    limits = thresholds(every, posts, by_writer.scores, settings, notices, alarming)
    heads: dict[str, Any] = {}
    for name in sorted(categories):
        at = every.index(name)
        own = [one for one in posts if one.category == name]
        flags = sum(one.kind == 'flags' for one in own)
        heads[name] = {
            'flags': flags,
            'passes': len(own) - flags,
            'bias': _rounded(fit.bias[at]),
            'scale': float(f'{fit.scales[at]:.4g}'),
            'threshold': _rounded(limits[at]),
            'usual': next((one.usual for one in own if one.usual), None),
            'veto': {
                'scale': float(f'{apart.scales[at]:.4g}'),
                'floor': floor(name, posts, by_writer.veto[:, at] - apart.bias[at], settings.floor),
                'floor_of_words': floor(
                    name,
                    posts,
                    by_writer.veto_of_words[:, at] - apart.bias_of_words[at],
                    settings.floor_of_words,
                ),
                'weights': [_rounded(number) for number in apart.weights[at]],
            },
            'figures': {
                'by_writer': figures(name, posts, by_writer.scores[:, at], limits[at]),
                'by_language': figures(name, posts, by_language.scores[:, at], limits[at]),
            },
            'keys': [one.key for one in own],
            'weights': [_rounded(number) for number in fit.weights[at]],
        }
    largest = float(np.abs(rows).max()) or 1.0
    shown = np.array([one.category in heads for one in posts])
    bytes_ = np.clip(np.round(rows[shown] * (127 / largest)), -127, 127).astype(np.int8).tobytes()
    for words in (fit.words, apart.words):
        bytes_ += b''.join(words[every.index(name)].tobytes() for name in sorted(heads))
    ordinary = np.array([one.category == ORDINARY for one in posts])
    above = by_writer.scores[ordinary] > np.array(limits)
    alarms = above[:, [name in alarming for name in every]].any(axis=1)
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


def parts(posts: Sequence[Exemplar], count: int) -> list[int]:
    """In which of the parts that are held out in turn each post is, a number below ``count``.

    Posts by one writer are in one part; where a category has fewer writers than there are parts, each post
    goes by itself: a head that has seen next to none of its posts would say nothing of them.
    """
    writers: dict[str, set[str]] = {}
    for one in posts:
        writers.setdefault(one.category, set()).add(one.writer)
    # by name alone, so that a new writer leaves the others where they were
    by = (one.text if len(writers[one.category]) < count else one.writer for one in posts)
    return [crc32(name.encode()) % count for name in by]


class Unseen(NamedTuple):
    """Of every post and category the score, and how much sooner it shows it than it is a near miss, by words too."""

    scores: Numbers
    veto: Numbers
    veto_of_words: Numbers


def held_out(
    categories: Sequence[str],
    posts: Sequence[Exemplar],
    features: Features,
    settings: Settings,
    folds: Sequence[int],
    wanted: Collection[str] | None = None,
    *,
    vetoes: bool = True,
) -> Unseen:
    """What heads say of every post that have seen none of its fold; of ``vetoes`` that nobody wants noughts."""
    import numpy as np

    of = np.array(folds)
    found = Unseen(*(np.zeros((len(posts), len(categories)), dtype=np.float32) for _ in Unseen._fields))
    for number in sorted(set(folds)):
        seen, out = np.flatnonzero(of != number), np.flatnonzero(of == number)
        some = [posts[int(at)] for at in seen]
        if len({one.category if one.kind == 'flags' else '' for one in some}) > 1:
            fit = fitted(categories, some, features.of(seen), settings, len(some) / len(posts), wanted)
            found.scores[out] = fit.scores(features.of(out))
            if vetoes:
                apart = veto.fitted(categories, some, features.of(seen), settings, fit, wanted)
                found.veto[out] = apart.scores(features.of(out))
                found.veto_of_words[out] = apart.by_words(features.of(out))
    return found


def thresholds(
    categories: Sequence[str],
    posts: Sequence[Exemplar],
    scores: Numbers,
    settings: Settings,
    notices: Collection[str] = (),
    wanted: Collection[str] | None = None,
) -> list[float]:
    """The lowest score of each category that keeps the stated rates on posts that the heads have not seen.

    One for all flags that are ``wanted``, all where nobody says, by the ordinary posts, since few of those say
    more together than by category, and one for each of ``notices``; higher where a category's own near
    misses ask for it, and never below ``settings.least``.
    """
    import numpy as np

    ordinary = np.array([one.category == ORDINARY for one in posts])
    flags = [
        at for at, name in enumerate(categories) if name not in notices and (wanted is None or name in wanted)
    ]
    some = ordinary.any()
    common = _above(scores[ordinary][:, flags].max(axis=1), settings.alarms) if some and flags else 0.5
    found = []
    for at, name in enumerate(categories):
        usual = _above(scores[ordinary, at], settings.notices) if some and name in notices else common
        near = np.array([one.category == name and one.kind == 'passes' for one in posts])
        own = _above(scores[near, at], settings.misses) if near.any() else 0.0
        # rounded up, so that what is written keeps the rate
        found.append(min(0.999, max(usual, own, settings.least) + 0.0005))
    return found


def floor(name: str, posts: Sequence[Exemplar], scores: Numbers, share: float) -> float:
    """What no more than a share of a category's posts, unseen by its heads, are below; NEVER of too few posts."""
    import numpy as np

    own = np.array([one.category == name and one.kind == 'flags' for one in posts])
    if min(own.sum(), sum(one.category == name and one.kind == 'passes' for one in posts)) < veto.FEWEST:
        return veto.NEVER
    lowest = -_above(-scores[own], share)
    # three figures, rounded down: so that what is written keeps the share
    return float(f'{lowest - abs(lowest) * 0.005:.3g}')


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
