"""Where posts of a kind are usual: what the account, or being an answer, tells of a post before its words do."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from policycheck.model import Context

Usual = Literal['personal', 'official', 'reply']
"""On personal accounts, on official ones, in answers to others."""

_ALL = {'personal': 0.3, 'official': 0.7, 'reply': 0.15}
"""Of all drafts that are checked so many are such: our estimate; an organisation's accounts post the most."""

_OWN = 0.9
"""Of the posts that show a fault so many are where it is usual."""


def holds(usual: str, context: Context) -> bool:
    """Whether a context is the one in which something is usual."""
    return bool(context.reply.value) if usual == 'reply' else bool(context.account.value == usual)


def evidence(usual: str | None, context: Context) -> float:
    """How much sooner a post in this context shows a fault than one of which nothing is known, a natural logarithm.

    0 where the fault is usual nowhere in particular. The weight of evidence of Good 1950, Probability
    and the Weighing of Evidence: log(p(context | fault) / p(context)). Rounded estimates will do: half
    of these, and half as much again, found no more at equal alarms on posts of other writers.
    """
    if usual is None:
        return 0.0
    share = _ALL[usual]
    return log(_OWN / share) if holds(usual, context) else log((1 - _OWN) / (1 - share))
