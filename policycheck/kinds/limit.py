"""The finder ``limit``: what can be counted, and how much of it is too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck import measures
from policycheck.kinds.view import Match, View
from policycheck.limits import allowed


def find(view: View, plain: Mapping[str, Any], phrases: Iterable[int]) -> Iterator[Match]:
    """The places that make a measure pass its limit; one match, the further places related."""
    at_most = allowed(plain['measure'], plain['at_most'], view.channel)
    if at_most is None:
        return
    measured = measures.MEASURES[plain['measure']](view.text, view.channel, at_most)
    if measured.value > at_most and measured.spans:
        start, end = measured.spans[0]
        yield Match(start, end, (), plain['measure'], (), (), counted=True)
