"""How a ban of talk reads: templates of turns, joined with what a shape says it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_TURN = re.compile(r'<([a-z]+)>')
_GAP = re.compile(r'\s*(,?)…\s*')
_NEAR = {'': '[^,;]{0,40}?', ',': '[^;]{0,40}?'}
"""What … and ,… stand for: signs between two turns of one clause, or of several."""


class Turns:
    """The turns by name and language, and the templates of each way to ban: talk about a thing, talk to somebody."""

    def __init__(self, turns: Mapping[str, Mapping[str, str]], bans: Mapping[str, Mapping[str, str]]) -> None:
        self._turns = turns
        self._bans = bans

    def patterns(self, shape: Mapping[str, Any], lang: str) -> tuple[re.Pattern[str], ...]:
        """The patterns of the sentences that ban what a shape is about, and of those that it writes out itself."""
        written = lines((shape.get('texts') or {}).get(lang) or '')
        own = {name: shape[name] for name in self._bans if name in shape}
        templates = [line for name in own for line in lines(self._bans[name][lang])]
        return tuple(self._pattern(line, lang, own) for line in (*templates, *written))

    def _pattern(self, line: str, lang: str, own: Mapping[str, Mapping[str, str]]) -> re.Pattern[str]:
        def turn(match: re.Match[str]) -> str:
            return rf'\b(?:{(own.get(match[1]) or self._turns[match[1]])[lang]})(?!\w)'

        return re.compile(_GAP.sub(lambda gap: _NEAR[gap[1]], _TURN.sub(turn, line)), re.IGNORECASE)


def lines(block: str) -> list[str]:
    """The lines of a block that hold something, without the space around them."""
    return [line.strip() for line in block.splitlines() if line.strip()]
