"""Whether a run is long enough for several processes, and how many."""

from __future__ import annotations

from itertools import chain, islice

from policycheck.machine import may_be_copied, processors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from policycheck.commands.check_run import Run

MANY = 192
"""Files, or posts of a file, from which several processes pay; starting them takes as long as some fifty posts."""
MANY_READ = 24
"""The same where a model reads them, which takes a hundred times as long."""
_MOST = 4
"""Processes that a run takes by itself."""


def each(parts: Iterable[Any], run: Run) -> Iterator[Iterable[Any]]:
    """What a run makes of each file, or of each post of a file, in their order.

    Several processes share many of them, as ``run.jobs`` says.
    """
    if run.jobs == 1:
        return map(run.part, parts)
    rest = iter(parts)
    many = MANY_READ if run.senses else MANY
    first = list(islice(rest, many))
    parts = chain(first, rest)
    jobs = run.jobs or _as_many_as_pay()
    if len(first) < many or jobs == 1:
        return map(run.part, parts)
    from policycheck.commands.processes import spread

    return spread(parts, run, jobs)


def _as_many_as_pay() -> int:
    return min(processors(), _MOST) if may_be_copied() else 1
