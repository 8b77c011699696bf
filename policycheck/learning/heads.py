"""What was learned of the exemplars: heads.json and the vectors beside it, and how a text is scored with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policycheck.learning.grams import BUCKETS, grams, tells_near_miss
from policycheck.learning.usual import evidence
from policycheck.memory import Memory
from policycheck.records import NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from policycheck.model import Context

    Numbers = NDArray[np.float32]

FORMAT = 5
"""Of heads.json; another one is not read."""


MARGIN = 0.05
"""By how much a near miss has to be nearer than every post that shows a fault, to silence its head."""

CLOSE = 0.25
"""How near the nearest post that shows a fault must be: a post unlike all that were learned from is not judged.

Measured: on ordinary posts of other origins this keeps more of what is found, at equal alarms, than a higher threshold.
"""


class Near(NamedTuple):
    """An exemplar of a category and how near it is: the cosine of the angle between two texts, from -1 to 1."""

    number: int
    """Its place among the exemplars of its category."""
    flags: bool
    """False for a near miss."""
    likeness: float


class Heads:
    """The heads of one embedder, ready to score.

    ``plain`` is what heads.json holds; ``vectors`` those of the exemplars, of all categories in the order
    of their names and within them of ``keys``, faults first: a row of signed bytes each. After them the
    weights of words, a row of BUCKETS signed bytes for each category, and as many of the veto.
    """

    def __init__(self, plain: dict[str, Any], vectors: Any) -> None:
        import numpy as np

        self.embedder: str = plain['embedder']
        self.categories: list[str] = sorted(plain['heads'])
        heads = [plain['heads'][name] for name in self.categories]
        self.mean: Numbers = np.array(plain['mean'], dtype=np.float32)
        self._weights: Numbers = np.array([head['weights'] for head in heads], dtype=np.float32)
        self._bias: Numbers = np.array([head['bias'] for head in heads], dtype=np.float32)
        self._scales: Numbers = np.array([head['scale'] for head in heads], dtype=np.float32)
        self.thresholds = {name: float(head['threshold']) for name, head in zip(self.categories, heads)}
        self.usual: list[str | None] = [head.get('usual') for head in heads]
        """Where posts of each category are usual, see ``usual.evidence``."""
        vetoes = [head['veto'] for head in heads]
        self._veto_weights: Numbers = np.array([veto['weights'] for veto in vetoes], dtype=np.float32)
        self._veto_scales: Numbers = np.array([veto['scale'] for veto in vetoes], dtype=np.float32)
        self._floors: Numbers = np.array([veto['floor'] for veto in vetoes], dtype=np.float32)
        whole = np.frombuffer(vectors, dtype=np.int8)
        rows = len(whole) - 2 * len(heads) * BUCKETS
        self._rows: NDArray[np.int8] = whole[:rows].reshape(-1, len(self.mean))
        words: NDArray[np.int8] = whole[rows:].reshape(-1, BUCKETS)
        self._words, self._veto_words = words[: len(heads)], words[len(heads) :]
        self._places: dict[str, tuple[int, int, int]] = {}
        first = 0
        for name, head in zip(self.categories, heads):
            self._places[name] = (first, head['flags'], head['passes'])
            first += head['flags'] + head['passes']
        self._lengths: Memory[str, Numbers] = Memory(self._measured, len(self._places))

    def scores(self, vector: Numbers, text: str, context: Context) -> Numbers:
        """The score of a text, with its vector, for each category, in the order of ``categories``: 0 to 1."""
        import numpy as np

        before = np.array([evidence(one, context) for one in self.usual], dtype=np.float32)
        words = _of_words(grams(text), self._words, self._scales)
        return logistic((vector - self.mean) @ self._weights.T + self._bias + words + before)

    def vetoed(self, vector: Numbers, text: str) -> frozenset[str]:
        """The categories of which a text reads like a near miss rather than like the posts that show them.

        None of a text whose words cannot tell, see grams.tells_near_miss.
        """
        if not tells_near_miss(text):
            return frozenset()
        words = _of_words(grams(text), self._veto_words, self._veto_scales)
        below = (vector - self.mean) @ self._veto_weights.T + words < self._floors
        return frozenset(name for name, low in zip(self.categories, below) if low)

    def nearest(self, vector: Numbers, category: str) -> list[Near]:
        """The exemplars of a category, both kinds, the nearest to a text first."""
        import numpy as np

        flags = self._places[category][1]
        own = vector - self.mean
        likeness = self._exemplars(category) @ own / (self._lengths[category] * (np.linalg.norm(own) or 1))
        order = np.argsort(-likeness, kind='stable')
        return [Near(int(at), bool(at < flags), float(likeness[at])) for at in order]

    def _exemplars(self, category: str) -> Numbers:
        import numpy as np

        first, flags, passes = self._places[category]
        return self._rows[first : first + flags + passes].astype(np.float32)

    def _measured(self, category: str) -> Numbers:
        """The length of each exemplar's row; 1 for one of nothing but noughts."""
        import numpy as np

        length: Numbers = np.linalg.norm(self._exemplars(category), axis=1)
        return np.where(length > 0, length, 1).astype(np.float32)


def _of_words(own: list[int], weights: NDArray[np.int8], scales: Numbers) -> Any:
    """What the words of a text, as ``grams`` gives them, add up to for each category."""
    return weights[:, own].sum(axis=1) * scales / max(1, len(own)) ** 0.5


def logistic(sums: Numbers) -> Numbers:
    """Scores from 0 to 1 of what weights and bias add up to."""
    import numpy as np

    # 1 / (1 + exp(-x)), without the overflow of far negative x
    return np.exp(-np.logaddexp(0, -sums)).astype(np.float32)


def shown(nearest: list[Near]) -> Near | None:
    """The nearest exemplar that shows the fault; None where it is not CLOSE or a near miss nearer by MARGIN."""
    fault = next((near for near in nearest if near.flags), None)
    harmless = next((near for near in nearest if not near.flags), None)
    if (
        fault is None
        or fault.likeness < CLOSE
        or (harmless is not None and harmless.likeness - fault.likeness > MARGIN)
    ):
        return None
    return fault
