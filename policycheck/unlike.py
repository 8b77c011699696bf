"""Whether a text reads unlike the posts that show a category, by its words alone: where no model is asked."""

from __future__ import annotations

from policycheck.artefact import Artefact
from policycheck.grams import LONGEST, grams

FLOORS = 'floors'
"""The section that has, by category, the scale of the weights of words, and what nearly all its posts add up to."""


def weights(category: str) -> str:
    """The name of the section that has the weights of words of a category, a signed byte a bucket."""
    return f'words.{category}'


class Unlike:
    """The categories whose posts a text reads unlike: each is looked into when it is asked for.

    A text of more than LONGEST characters, of which words were never weighed as a whole, is unlike none.
    """

    def __init__(self, artefact: Artefact, text: str) -> None:
        self._artefact = artefact
        self._text = text
        self._grams: list[int] | None = None

    def __contains__(self, category: object) -> bool:
        if len(self._text) > LONGEST or not self._text.strip():
            return False
        known = self._artefact.plain(FLOORS).get(category) if self._artefact.has(FLOORS) else None
        if known is None:
            return False
        if self._grams is None:
            self._grams = grams(self._text)
        scale, floor = known
        of_words = self._artefact.bytes(weights(str(category))).cast('b')
        # as heads.Heads adds up what words tell, without the vector
        total = sum(map(of_words.__getitem__, self._grams)) * scale / max(1, len(self._grams)) ** 0.5
        return bool(total < floor)
