"""The linear model: vectors and words of posts in, a head a category out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from policycheck.learning.grams import BUCKETS, grams
from policycheck.learning.heads import logistic
from policycheck.records import NamedTuple
from policycheck.schema.exemplars import ORDINARY, Exemplar

if TYPE_CHECKING:
    from policycheck.learning.heads import Numbers

_FEWEST = 3
"""Posts that show a category, from which its words can be weighed."""


class Settings(NamedTuple):
    """How heads are fitted, and how rarely they may be wrong.

    ``strength``, ``near`` and ``category`` are, of some fifteen settings, those whose heads found most in
    posts of other writers at equal false alarms on real posts.
    """

    strength: float = 5.0
    """The inverse of the regularisation: C of sklearn.linear_model.LogisticRegression."""
    words: float = 1.2
    """How much what the words of a text add up to counts beside its vector."""
    words_strength: float = 4.0
    """As ``strength``, of the weights of words."""
    near: float = 1.0
    """The weight of a near miss beside an ordinary post."""
    category: float = 800.0
    """What the posts that show a category weigh together, however many there are."""
    alarms: float = 0.008
    """Of ordinary posts of other writers so many may be flagged, for whatever category."""
    notices: float = 0.02
    """Of ordinary posts of other writers so many may be told of rights: not to be told costs a writer more."""
    misses: float = 0.3
    """Of a category's near misses by other writers so many may score above its threshold."""
    least: float = 0.03
    """No threshold is lower: below it a head all but denies what it is asked.

    A notice of rights is worth a false one, so its own threshold was 0.008. Measured on the written posts: of 15
    notices by meaning alone on posts that speak of no right, 9 score lower, of 47 posts that do and have no word
    for it one.
    """
    veto_strength: float = 3.0
    """As ``strength``, of what tells a category's faults from its near misses."""
    veto_words: float = 0.5
    """As ``words``, of the same."""
    veto_of_all: float = 0.3
    """How much what tells all faults from all near misses counts beside what tells those of a category."""
    veto_of_head: float = 0.2
    """The same of the head, which knows posts that are about something else."""
    floor: float = 0.11
    """Of the posts by other writers that show a category the veto may fall on so many."""
    floor_of_words: float = 0.1
    """The same by words alone, which tell the two apart less well."""
    folds: int = 5
    """Parts of the writers that are held out in turn."""


class Features(NamedTuple):
    """What heads go by, a row a post: vectors, and words as ``bags`` gives them."""

    vectors: Numbers
    bags: Any

    def of(self, which: Any) -> Features:
        """Those of some posts."""
        return Features(self.vectors[which], self.bags[which])

    def of_words(self, words: Any, scales: Numbers) -> Numbers:
        """What the words of each post add up to for each category, by weights as ``as_bytes`` gives them."""
        added: Numbers = (self.bags @ words.T.astype('float32')) * scales
        return added


class Fit(NamedTuple):
    """Of each category's head the weights of a vector's numbers, of words as signed bytes, their scale; the biases."""

    weights: Numbers
    words: Any
    scales: Numbers
    bias: Numbers

    def scores(self, features: Features) -> Numbers:
        """The score of each post for each category: 0 to 1."""
        of_words = features.of_words(self.words, self.scales)
        return logistic(features.vectors @ self.weights.T + of_words + self.bias)


def as_bytes(weights: Numbers) -> tuple[Any, Any]:
    """Weights as signed bytes, and what one is worth."""
    import numpy as np

    scale = np.float32(max(float(np.abs(weights).max()), 1e-6) / 127)
    return np.round(weights / scale).astype(np.int8), scale


def bags(texts: Sequence[str]) -> Any:
    """A sparse matrix, a row a text and a column a bucket: rows of length 1, all that is there the same."""
    import numpy as np
    from scipy.sparse import csr_matrix

    own = [grams(text) for text in texts]
    counts = np.array([len(one) for one in own])
    values = np.repeat(1 / np.sqrt(np.maximum(counts, 1)), counts).astype(np.float32)
    buckets = np.array([bucket for one in own for bucket in one], dtype=np.int32)
    return csr_matrix((values, buckets, np.append(0, np.cumsum(counts))), shape=(len(own), BUCKETS))


def fitted(
    categories: Sequence[str],
    posts: Sequence[Exemplar],
    features: Features,
    settings: Settings,
    share: float = 1.0,
    wanted: Collection[str] | None = None,
) -> Fit:
    """The heads: how much sooner a post shows each category than nothing at all.

    Vectors and words are fitted by themselves and added up; words for the categories that are ``wanted``, all
    where nobody says: they take most of the time. ``share``: how many of all posts these are.
    Categories weigh less in a part, as the rest does, or the scores of heads that saw a part would be
    higher than those of the whole.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    nothing = len(categories)
    shows = np.array([categories.index(one.category) if one.kind == 'flags' else nothing for one in posts])
    weight = np.array([1.0 if one.category == ORDINARY else settings.near for one in posts])
    for at in range(nothing):
        own = shows == at
        weight[own] = settings.category * share / max(1, own.sum())
    asked = [at for at, name in enumerate(categories) if wanted is None or name in wanted]
    fit = _by_words(shows, features, weight, nothing, settings, asked)
    # a category without a post here gets a head that never speaks
    rows = features.vectors
    weights = np.zeros((nothing, rows.shape[1]), dtype=np.float32)
    bias = np.full(nothing, -99, dtype=np.float32)
    model = LogisticRegression(C=settings.strength, max_iter=200, tol=1e-3)
    # more threads add up in another order, and end at other numbers
    with threadpool_limits(1):
        model.fit(rows.astype(np.float64), shows, sample_weight=weight)
    coefficients, intercepts, classes = model.coef_, model.intercept_, list(model.classes_)
    if len(classes) == 2:
        # of two classes the model keeps the second one's alone
        coefficients, intercepts = np.stack([-coefficients[0], 0 * coefficients[0]]), [-intercepts[0], 0.0]
    if nothing not in classes:
        return fit._replace(weights=weights, bias=bias)
    last = classes.index(nothing)
    for place, at in enumerate(classes[:last]):
        weights[at] = coefficients[place] - coefficients[last]
        bias[at] = intercepts[place] - intercepts[last]
    return fit._replace(weights=weights, bias=bias + fit.bias)


def _by_words(
    shows: Any, features: Features, weight: Any, count: int, settings: Settings, asked: Sequence[int]
) -> Fit:
    """What words tell of those asked for, each against all the rest; nothing of one that few posts show."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    words = np.zeros((count, BUCKETS), dtype=np.int8)
    scales, bias = np.ones(count, dtype=np.float32), np.zeros(count, dtype=np.float32)
    for at in asked:
        own = shows == at
        if own.sum() < _FEWEST or own.all():
            continue
        # of other categories a post weighs as a near miss does
        others = np.where(shows == count, weight, settings.near)
        model = LogisticRegression(C=settings.words_strength, solver='liblinear', max_iter=60, tol=1e-2)
        # as above; and of numbers so few more threads make more work
        with threadpool_limits(1):
            model.fit(features.bags, own, sample_weight=np.where(own, weight, others))
        words[at], scales[at] = as_bytes(model.coef_[0])
        bias[at] = model.intercept_[0]
    bias *= settings.words
    return Fit(bias, words, scales * settings.words, bias)
