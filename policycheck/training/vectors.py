"""Vectors of exemplars: as they were learned, from the user's cache, or embedded now and kept as it goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policycheck.learning.embed import Embedder, harmless
from policycheck.replace import put
from policycheck.schema.exemplars import Exemplar, key_of

if TYPE_CHECKING:
    from policycheck.learning.heads import Numbers

_BATCH = 32
_KEPT_EVERY = 32
"""Batches after which the cache is written: some half a minute's work."""


def _nobody(done: int, count: int) -> None:
    """Nobody is told how far it is."""


def embedded(
    posts: Sequence[Exemplar],
    embedder: Embedder,
    cache: str | None,
    learned: Mapping[str, Numbers] | None = None,
    told: Callable[[int, int], None] = _nobody,
) -> Numbers:
    """The vectors of posts, row by row.

    Those of ``learned``, by the keys of posts (see ``as_learned``), are taken as they are; others from the cache
    folder where their texts were embedded before. What is embedded now is kept there even if the run is broken
    off. ``told`` is called with how many are done, and of how many.
    """
    import numpy as np

    path = os.path.join(cache, f'vectors-{key_of(embedder.id)}.npz') if cache else None
    known = _read(path)
    found: dict[str, Numbers] = dict(learned or {})
    own = {one.key: harmless(one.text) for one in posts if one.key not in found}
    new = sorted({text for text in own.values() if key_of(text) not in known}, key=len)
    kept = 0
    try:
        for at in range(0, len(new), _BATCH):
            some = new[at : at + _BATCH]
            known.update(zip(map(key_of, some), embedder.embed(some), strict=True))
            told(at + len(some), len(new))
            if at // _BATCH % _KEPT_EVERY == _KEPT_EVERY - 1:
                kept = at + len(some)
                _write(path, known)
    finally:
        if len(new) > kept:
            _write(path, known)
    found.update((key, known[key_of(text)]) for key, text in own.items())
    return np.stack([found[one.key] for one in posts])


def as_learned(plain: dict[str, Any], rows: bytes) -> dict[str, Numbers]:
    """The vectors of exemplars by their keys, as nearly as heads.json and the vectors beside it hold them.

    Rows are kept as signed bytes, without what one is worth; but with it each vector has length 1.
    """
    import numpy as np

    mean = np.array(plain['mean'], dtype=np.float32)
    heads = plain['heads']
    keys = [key for name in sorted(heads) for key in heads[name]['keys']]
    bytes_ = np.frombuffer(rows, dtype=np.int8)[: len(keys) * len(mean)].reshape(-1, len(mean))
    own = bytes_.astype(np.float32)
    # of worth * own + mean the length is 1: the positive root
    square, both, rest = (own * own).sum(axis=1), own @ mean, float(mean @ mean) - 1
    some = square > 0
    roots = (np.sqrt(both[some] ** 2 - square[some] * rest) - both[some]) / square[some]
    worth = np.float32(np.median(roots)) if some.any() else np.float32(0)
    return dict(zip(keys, own * worth + mean, strict=True))


def _read(path: str | None) -> dict[str, Numbers]:
    import numpy as np

    try:
        if path is None:
            return {}
        with np.load(path, allow_pickle=False) as kept:
            return dict(zip(kept['keys'].tolist(), kept['vectors'], strict=True))
    except (OSError, ValueError, KeyError):
        # nothing was kept, or it is damaged: it costs time only
        return {}


def _write(path: str | None, known: dict[str, Numbers]) -> None:
    import io

    import numpy as np

    if path is None or not known:
        return
    content = io.BytesIO()
    np.savez(content, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        put(path, content.getvalue())
    except OSError:
        pass
