"""What tells a category's faults from its own near misses: fitted beside its head, it may silence it, and words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from policycheck.learning.grams import BUCKETS
from policycheck.records import NamedTuple
from policycheck.schema.exemplars import ORDINARY, Exemplar
from policycheck.training.fitting import as_bytes

if TYPE_CHECKING:
    from policycheck.learning.heads import Numbers
    from policycheck.training.fitting import Features, Fit, Settings

FEWEST = 3
"""Posts of either kind from which the two can be told apart."""

NEVER = -99.0
"""The floor of a category with too few of them: nothing is below."""


class Veto(NamedTuple):
    """Of each category the weights of a vector's numbers, of words as signed bytes, their scale; the biases."""

    weights: Numbers
    words: Any
    scales: Numbers
    bias: Numbers
    """Of vector and words together."""
    bias_of_words: Numbers

    def scores(self, features: Features) -> Numbers:
        """How much sooner each post shows each category than it is a near miss of it, in log odds."""
        of_words = features.of_words(self.words, self.scales)
        return features.vectors @ self.weights.T + of_words + self.bias

    def by_words(self, features: Features) -> Numbers:
        """The same by the words of each post alone."""
        return features.of_words(self.words, self.scales) + self.bias_of_words


def fitted(
    categories: Sequence[str],
    posts: Sequence[Exemplar],
    features: Features,
    settings: Settings,
    heads: Fit,
    wanted: Collection[str] | None = None,
) -> Veto:
    """Linear classifiers of the posts that show a category against its near misses, both weighing the same.

    To each is added, in part, one of all faults against all near misses: how people write that mean no harm
    is much the same in every category; and the head, which knows posts that are about something else.
    """
    import numpy as np
    from threadpoolctl import threadpool_limits

    count, size = len(categories), features.vectors.shape[1]
    weights = np.zeros((count, size), dtype=np.float32)
    words = np.zeros((count, BUCKETS), dtype=np.int8)
    scales, bias = np.ones(count, dtype=np.float32), np.zeros(count, dtype=np.float32)
    bias_of_words = np.zeros(count, dtype=np.float32)
    shows = np.array([one.kind == 'flags' for one in posts])
    about = np.array([one.category for one in posts])
    # more threads add up in another order, and end at other numbers
    with threadpool_limits(1):
        of_all = _apart(features.vectors, shows, np.flatnonzero(about != ORDINARY), settings.veto_strength)
        for at, name in enumerate(categories):
            own = np.flatnonzero(about == name)
            few = min(shows[own].sum(), (~shows[own]).sum()) < FEWEST
            if few or (wanted is not None and name not in wanted):
                continue
            line, intercept = _apart(features.vectors, shows, own, settings.veto_strength)
            weights[at] = line + settings.veto_of_all * of_all[0] + settings.veto_of_head * heads.weights[at]
            added, of_words = _apart(features.bags, shows, own, settings.words_strength)
            added, of_words = added * settings.veto_words, of_words * settings.veto_words
            added = added + settings.veto_of_head * heads.scales[at] * heads.words[at].astype(np.float32)
            words[at], scales[at] = as_bytes(added)
            bias[at] = intercept + of_words + settings.veto_of_all * of_all[1]
            bias[at] += settings.veto_of_head * heads.bias[at]
            bias_of_words[at] = of_words
    return Veto(weights, words, scales, bias, bias_of_words)


def _apart(rows: Any, shows: Any, which: Any, strength: float) -> tuple[Numbers, float]:
    """Weights and intercept that tell the faults among some rows from the others."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    kinds = shows[which]
    if kinds.all() or not kinds.any():
        return np.zeros(rows.shape[1], dtype=np.float32), 0.0
    model = LogisticRegression(
        C=strength, class_weight='balanced', solver='liblinear', tol=1e-3, max_iter=200, random_state=0
    )
    model.fit(rows[which], kinds)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])
