"""Vectors of exemplars, kept in the user's cache by embedder and text, so that training again is quick."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from policycheck.embed import Embedder, harmless
from policycheck.exemplars import Exemplar, key_of
from policycheck.replace import put

if TYPE_CHECKING:
    from policycheck.heads import Numbers

_BATCH = 32


def embedded(posts: Sequence[Exemplar], embedder: Embedder, cache: str | None) -> Numbers:
    """The vectors of posts, row by row; from the cache folder where their texts were embedded before."""
    import numpy as np

    name = f'vectors-{key_of(embedder.id)}.npz'
    path = os.path.join(cache, name) if cache else None
    known = _read(path)
    texts = [harmless(one.text) for one in posts]
    keys = [key_of(text) for text in texts]
    new = [(key, text) for key, text in zip(keys, texts) if key not in known]
    for at in range(0, len(new), _BATCH):
        some = new[at : at + _BATCH]
        vectors = embedder.embed([text for _, text in some])
        known.update((key, vector) for (key, _), vector in zip(some, vectors))
    if new and path:
        _write(path, known)
    return np.stack([known[key] for key in keys])


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


def _write(path: str, known: dict[str, Numbers]) -> None:
    import io

    import numpy as np

    content = io.BytesIO()
    np.savez(content, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        put(path, content.getvalue())
    except OSError:
        pass
