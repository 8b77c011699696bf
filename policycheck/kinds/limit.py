"""The finder ``limit``: what can be counted, and how much of it is too much."""

from __future__ import annotations

from policycheck.counts import measures
from policycheck.counts.limits import allowed
from policycheck.kinds.view import Match, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any


def find(view: View, plain: Mapping[str, Any], phrases: Iterable[int]) -> Iterator[Match]:
    """The places that make a measure pass its limit; one match, the further places related."""
    at_most = allowed(plain['measure'], plain['at_most'], view.channel)
    if at_most is None:
        return
    found = measures.MEASURES[plain['measure']](view.text, view.channel, at_most)
    if found.value > at_most and found.spans:
        start, end = found.spans[0]
        yield Match(start, end, (), plain['measure'], (), (), counted=True)


def measured(view: View, plain: Mapping[str, Any]) -> tuple[float, float] | None:
    """What is counted in a draft and how much may be, whole where they can be; None where no limit is set."""
    at_most = allowed(plain['measure'], plain['at_most'], view.channel)
    if at_most is None:
        return None
    value = measures.MEASURES[plain['measure']](view.text, view.channel, at_most).value
    return _whole(value), _whole(at_most)


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number
