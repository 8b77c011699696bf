"""What a post reads like: the heads asked of a text, the sentence that carries it, the example it is near to."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.learning import embed
from policycheck.learning.heads import CLOSE, Heads, Near, shown
from policycheck.learning.usual import holds
from policycheck.machine import HOW, model_folder
from policycheck.memory import Memory
from policycheck.model import Context, Likeness, Likes
from policycheck.reads import Example, Reads
from policycheck.words.reading import Reading

if TYPE_CHECKING:
    from policycheck.learning.heads import Numbers

_NEAREST = 3
"""Categories that are told of where a text is not flagged."""

_KEPT = 4000
"""Vectors of texts that are remembered, 1.5 kB each."""


class Meaning:
    """Heads and the model that they were made with."""

    def __init__(self, ruleset: Ruleset, embedder: embed.Embedder) -> None:
        self._ruleset = ruleset
        self._embedder = embedder
        self._packs: list[Heads] = []
        self._heads: dict[str, tuple[Heads, int]] = {}
        """By category those of the last pack that has them, and their place there."""
        for plain, vectors in ruleset.heads():
            if plain['embedder'] == embedder.id:
                heads = Heads(plain, vectors)
                self._packs.append(heads)
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
            self._vectors.keep(text, vector)

    def find(self, reading: Reading, context: Context) -> Likes:
        """What a text reads like, of the rules that apply in a context, and which categories' posts it is unlike."""
        wanted = self._wanted(context)
        found: dict[str, tuple[int, int, Likeness]] = {}
        if not wanted or not reading.text.strip():
            return Likes()
        vector = self._vectors[reading.text]
        scores = self._scores(vector, reading.text, context)
        vetoed = self._vetoed(vector, reading.text)
        for category in wanted:
            heads, score = self._heads[category][0], scores[category]
            if score <= heads.thresholds[category] or category in vetoed:
                continue
            ordered = heads.nearest(vector, category)
            if shown(ordered) is not None:
                start, end = self._carrier(reading, category, context)
                fault = next((near for near in self._told(ordered, category) if near.flags), ordered[0])
                lang, text = self._texts[category][fault.number]
                found[category] = start, end, Likeness(category, text, lang, round(score, 3))
        return Likes(found, vetoed)

    def _vetoed(self, vector: Numbers, text: str) -> frozenset[str]:
        return frozenset(
            name
            for heads in self._packs
            for name in heads.vetoed(vector, text)
            if self._heads[name][0] is heads
        )

    def _scores(self, vector: Numbers, text: str, context: Context) -> dict[str, float]:
        return {
            name: float(score)
            for heads in self._packs
            for name, score in zip(heads.categories, heads.scores(vector, text, context))
            if self._heads[name][0] is heads
        }

    def reads(self, text: str, category: str, context: Context) -> Reads | None:
        """What the head of a category says of a text in a context, with the three exemplars nearest to it.

        Where none of them shows the fault, the nearest that does, which a flag names, comes last.
        """
        if category not in self._heads or not text.strip():
            return None
        heads, at = self._heads[category]
        vector = self._vectors[text]
        score, threshold = float(heads.scores(vector, text, context)[at]), heads.thresholds[category]
        texts = self._texts[category]
        ordered = heads.nearest(vector, category)
        told = self._told(ordered, category)
        fault = next((at for at, near in enumerate(told) if near.flags), 0)
        nearest = tuple(
            Example(texts[near.number][1], texts[near.number][0], near.flags, round(near.likeness, 3))
            for near in (*told[:3], *(told[fault : fault + 1] if fault > 2 else ()))
        )
        silent = 'below' if score <= threshold else None
        if silent is None and category in heads.vetoed(vector, text):
            silent = 'veto'
        if silent is None and shown(ordered) is None:
            silent = 'near' if ordered[0].likeness >= CLOSE and not ordered[0].flags else 'far'
        usual = heads.usual[at]
        here = usual is not None and holds(usual, context)
        return Reads(category, round(score, 3), threshold, nearest, silent, usual, here)

    def nearest(self, text: str, context: Context) -> list[Reads]:
        """What the heads say whose thresholds a text comes nearest to, of the rules that apply in a context."""
        every = (self.reads(text, name, context) for name in self._wanted(context))
        found = [reads for reads in every if reads is not None]
        return sorted(found, key=lambda reads: -reads.score / max(reads.threshold, 0.001))[:_NEAREST]

    def _wanted(self, context: Context) -> list[str]:
        tests = (self._ruleset.tests[at] for at in self._ruleset.likes(context))
        return sorted({str(test.plain) for test in tests} & self._heads.keys())

    def _told(self, ordered: list[Near], category: str) -> list[Near]:
        """Those of the exemplars whose text is at hand: not examples of a rule that another one stands in for."""
        texts = self._texts[category]
        return [near for near in ordered if texts[near.number][1]]

    def _carrier(self, reading: Reading, category: str, context: Context) -> tuple[int, int]:
        """The sentence that reads most like a category."""
        spans = sentences(reading)
        if len(spans) < 2:
            return spans[0] if spans else (0, len(reading.text))
        texts = [reading.text[start:end] for start, end in spans]
        self.prepare(texts)
        heads, at = self._heads[category]
        scores = [float(heads.scores(self._vectors[text], text, context)[at]) for text in texts]
        return spans[max(range(len(spans)), key=scores.__getitem__)]

    def _vector(self, text: str) -> Numbers:
        vector: Numbers = self._embedder.embed([text])[0]
        return vector


def sentences(reading: Reading) -> list[tuple[int, int]]:
    """The sentences of a text, as stretches of it."""
    tokens, starts = reading.tokens, reading.sentences
    ends = [*starts[1:], len(tokens.words)]
    return [
        (tokens.starts[first], tokens.ends[last - 1]) for first, last in zip(starts, ends) if first < last
    ]


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
    if not ruleset.embedders:
        return 'learned'
    embedder = embed.opened(folder(ruleset.policy))
    if embedder is None:
        if setting == 'on':
            raise InputError(f'meaning: on, but no model is installed: {HOW}', ruleset.policy.get('path'))
        return 'installed'
    found = Meaning(ruleset, embedder)
    if not found.categories:
        return 'learned'
    ruleset.sense = found
    return None


def folder(policy: Mapping[str, Any]) -> str | None:
    """The folder of a model that a plain policy names, absolute; raises InputError where it is not there."""
    found, path = model_folder(policy), policy.get('path')
    if found and path and not os.path.isdir(found):
        from policycheck.strict_yaml.yamlfile import parse
        from policycheck.strict_yaml.yamltext import read

        line = parse(read(path), path).line('embedder')
        named = policy['embedder']
        told = f"embedder: there is no folder '{named}'; name one that holds a model, or leave the key out"
        raise InputError(told, path, line)
    return found
