"""The finder ``limit``: what can be counted, and how much of it is too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck import measures
from policycheck.kinds.view import Match, View
from policycheck.measures import Channel


def find(view: View, plain: Mapping[str, Any], phrases: Iterable[int]) -> Iterator[Match]:
    """The places that make a measure pass its limit; one match, the further places related."""
    at_most = allowed(plain, view.channel)
    if at_most is None:
        return
    measured = measures.MEASURES[plain['measure']](view.text, view.channel, at_most)
    if measured.value > at_most and measured.spans:
        start, end = measured.spans[0]
        yield Match(start, end, (), plain['measure'], (), (), counted=True)


def allowed(plain: Mapping[str, Any], channel: Channel) -> float | None:
    """How much a limit allows on a channel; None where the channel sets no such limit."""
    if plain['at_most'] != 'channel':
        return float(plain['at_most'])
    own = getattr(channel, _CHANNEL_LIMITS[plain['measure']])
    return None if own is None else float(own)


_CHANNEL_LIMITS = {'length': 'limit', 'bytes': 'bytes_limit', 'hashtags': 'hashtags'}
"""The measures whose number a channel of rules/channels.yaml can give."""
