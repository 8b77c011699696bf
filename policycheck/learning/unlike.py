"""Whether a text reads like a near miss of a category, by its words alone: where no model is asked."""

from __future__ import annotations

from policycheck.artefact import Artefact
from policycheck.learning.grams import grams, tells_near_miss

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

FLOORS = 'floors'
"""The section that has, by category, the scale of the weights of words, and what nearly all its posts add up to."""


def weights(category: str) -> str:
    """The name of the section that has the weights of words of a category, a signed byte a bucket."""
    return f'words.{category}'


class Unlike:
    """The categories whose posts a text reads unlike: each is looked into when it is asked for.

    A text whose words cannot tell (see grams.tells_near_miss) is unlike none.
    """

    def __init__(self, floors: Mapping[str, tuple[float, float]], artefact: Artefact, text: str) -> None:
        self._floors = floors
        self._artefact = artefact
        self._text = text
        self._grams: list[int] | None = None

    def __contains__(self, category: object) -> bool:
        if not tells_near_miss(self._text):
            return False
        if category not in self._floors:
            return False
        if self._grams is None:
            self._grams = grams(self._text)
        scale, floor = self._floors[str(category)]
        of_words = self._artefact.bytes(weights(str(category))).cast('b')
        # as heads.Heads adds up what words tell, without the vector
        total = sum(map(of_words.__getitem__, self._grams)) * scale / max(1, len(self._grams)) ** 0.5
        return bool(total < floor)
