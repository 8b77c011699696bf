"""How much a limit allows, and whether a text might hold more: without a pattern where that is possible."""

from __future__ import annotations

from policycheck.counts.capitals import may_shout
from policycheck.counts.glance import ODD, Glance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from policycheck.counts.channels import Channel

CHANNEL_LIMITS = {'length': 'limit', 'bytes': 'bytes_limit', 'hashtags': 'hashtags'}
"""The measures whose number a channel of rules/channels.yaml can give."""


def allowed(name: str, at_most: float | str, channel: Channel) -> float | None:
    """How much a limit allows: a number, or 'channel' for what the channel does; None where that sets none."""
    if at_most != 'channel':
        return float(at_most)
    own = getattr(channel, CHANNEL_LIMITS[name])
    return None if own is None else float(own)


def might_exceed(name: str, seen: Glance, channel: Channel, at_most: float) -> bool:
    """False only where the measure does not exceed ``at_most``; needs the standard library alone."""
    # what measures a text is loaded for one that may be beyond a limit
    if name == 'length':
        from policycheck.counts import lengths

        return lengths.at_least_as_long(seen.written, channel) > at_most
    if name == 'bytes':
        return 4 * len(seen.written) > at_most
    if name in _MOST and _MOST[name](seen) <= at_most:
        return False
    from policycheck.counts.measures import MEASURES

    return bool(MEASURES[name](seen.written, channel, at_most).value > at_most)


def _count(signs: str) -> Callable[[Glance], int]:
    def count(seen: Glance) -> int:
        return sum(map(seen.written.count, signs))

    return count


def _emoji(seen: Glance) -> int:
    from policycheck.counts.emoji import at_most

    return at_most(seen.written)


def _fancy(seen: Glance) -> int:
    return len(seen.written) if ODD in seen.signs else 0


def _words(seen: Glance) -> int:
    return len(seen.words)


def _shouted(seen: Glance) -> int:
    """Words in capitals in a row, two for one where an apostrophe parts it; an underscore parts words too."""
    if not may_shout(seen.written):
        return 0
    if '_' in seen.signs:
        return len(seen.written)
    most = row = 0
    for word in seen.words:
        if word.isupper():
            row += 1
            most = max(most, row)
        elif word != word.upper():
            row = 0
    return most


_MARKS, _TAGS = '!?\uff01\uff1f', '#\uff03'

NEEDS = {
    'emoji': ODD,
    'emoji_run': ODD,
    'fancy': ODD,
    'exclaims': _MARKS,
    'exclaim_run': _MARKS,
    'hashtags': _TAGS,
    'lowercase_hashtags': _TAGS,
    'mentions': '@',
}
"""Signs of which a text has one where the measure is more than 0."""

_MOST: dict[str, Callable[[Glance], int]] = {
    'emoji': _emoji,
    'emoji_run': _emoji,
    'exclaims': _count(_MARKS),
    'exclaim_run': _count(_MARKS),
    'hashtags': _count(_TAGS),
    'lowercase_hashtags': _count(_TAGS),
    'mentions': _count('@'),
    'fancy': _fancy,
    'sentence_words': _words,
    'caps': _shouted,
}
"""A number that a measure does not pass, found without its patterns."""
