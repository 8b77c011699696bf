"""What a head says of a draft, for those who ask why."""

from __future__ import annotations

from policycheck.records import NamedTuple


class Example(NamedTuple):
    """An exemplar and how like a draft it is, from -1 to 1; ``flags``: whether it shows the fault."""

    text: str
    lang: str
    flags: bool
    likeness: float


class Reads(NamedTuple):
    """What a head says of a draft: score and threshold, from 0 to 1, and the exemplars nearest to it.

    ``silent``: 'below' the threshold, 'veto' where it reads more like the near misses than like the faults,
    'near' one of them, 'far' from all exemplars, None where it is a hit.
    ``usual``: where such posts are usual, None for nowhere; ``here``: whether the draft is for there.
    """

    category: str
    score: float
    threshold: float
    nearest: tuple[Example, ...]
    silent: str | None
    usual: str | None = None
    here: bool = False
