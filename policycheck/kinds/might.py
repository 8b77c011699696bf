"""Whether a test of the text could find something: quick, never silent where the finder speaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from policycheck import measures
from policycheck.kinds import detect, regex
from policycheck.kinds.limit import allowed
from policycheck.measures import Channel


class Screened:
    """The text that tests read: as it stands in the draft, normalised, and the latter in small letters."""

    __slots__ = ('_lower', 'normal', 'written')

    def __init__(self, written: str, normal: str) -> None:
        self.written = written
        self.normal = normal
        self._lower: str | None = None

    @property
    def lower(self) -> str:
        """The normalised text in small letters, made when it is first asked for."""
        if self._lower is None:
            self._lower = self.normal.lower()
        return self._lower


def _detect(text: Screened, plain: list[str], channel: Channel, langs: tuple[str, ...]) -> bool:
    return detect.might_find(text.normal, plain)


def _regex(
    text: Screened, plain: Mapping[str, list[list[str | None]]], channel: Channel, langs: tuple[str, ...]
) -> bool:
    return any(
        literal in text.lower
        if literal is not None
        else bool(regex.find(regex.compile_pattern(pattern or ''), text.normal))
        for lang in ('any', *langs)
        for pattern, literal in plain.get(lang, ())
    )


def _limit(text: Screened, plain: Mapping[str, Any], channel: Channel, langs: tuple[str, ...]) -> bool:
    at_most = allowed(plain, channel)
    return at_most is not None and measures.might_exceed(plain['measure'], text.written, channel, at_most)


MIGHT: dict[str, Callable[[Screened, Any, Channel, tuple[str, ...]], bool]] = {
    'detect': _detect,
    'regex': _regex,
    'limit': _limit,
}
"""Each is shown the text, what the rule says, the channel and the languages of the draft."""
