"""Whether a test of the text could find something: quick, never silent where the finder speaks.

What reads the text closely is imported, and its patterns compiled, only where a cheap sign asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from policycheck.channels import Channel

_LETTER_AT = r"[\w.+%'-]@"


class Screened:
    """The text that tests read: as it stands in the draft, normalised, and the latter in small letters."""

    __slots__ = ('_digits', '_lower', '_signs', 'normal', 'written')

    def __init__(self, written: str, normal: str) -> None:
        self.written = written
        self.normal = normal
        self._lower: str | None = None
        self._signs: frozenset[str] | None = None
        self._digits: bool | None = None

    @property
    def lower(self) -> str:
        """The normalised text in small letters, made when it is first asked for."""
        if self._lower is None:
            self._lower = self.normal.lower()
        return self._lower

    @property
    def signs(self) -> frozenset[str]:
        """The signs of the normalised text, letters in small."""
        if self._signs is None:
            self._signs = frozenset(self.lower)
        return self._signs

    @property
    def digits(self) -> bool:
        """Whether there are two figures in the normalised text."""
        if self._digits is None:
            self._digits = sum(map(self.normal.count, '0123456789')) > 1
        return self._digits


def _detect(text: Screened, plain: list[str], channel: Channel, langs: tuple[str, ...]) -> bool:
    # all but e-mail addresses and keys have several figures; most @ begin a name
    email = 'email' in plain and '@' in text.normal and re.search(_LETTER_AT, text.normal)
    if not text.digits and not email:
        if 'secret_key' not in plain:
            return False
        from policycheck.kinds.detect_words import may_hold_secret

        if not may_hold_secret(text.normal, text.lower):
            return False
    from policycheck.kinds import detect

    return detect.might_find(text.normal, plain)


def _regex(
    text: Screened,
    plain: Mapping[str, list[tuple[str, str, list[str], str]]],
    channel: Channel,
    langs: tuple[str, ...],
) -> bool:
    holds = text.lower.__contains__
    for lang in ('any', *langs):
        for _, signs, texts, ready in plain.get(lang, ()):
            if signs and text.signs.isdisjoint(signs):
                continue
            if texts and not any(map(holds, texts)):
                continue
            if re.search(ready, text.normal, re.MULTILINE):
                return True
    return False


def _limit(text: Screened, plain: Mapping[str, Any], channel: Channel, langs: tuple[str, ...]) -> bool:
    from policycheck.measures import allowed, might_exceed

    at_most = allowed(plain['measure'], plain['at_most'], channel)
    return at_most is not None and might_exceed(plain['measure'], text.written, channel, at_most)


MIGHT: dict[str, Callable[[Screened, Any, Channel, tuple[str, ...]], bool]] = {
    'detect': _detect,
    'regex': _regex,
    'limit': _limit,
}
"""Each is shown the text, what the rule says, the channel and the languages of the draft."""
