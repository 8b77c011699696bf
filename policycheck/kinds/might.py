"""Whether a test of the text could find something: quick, never silent where the finder speaks.

What reads the text closely is imported, and its patterns compiled, only where a cheap sign asks for it.
"""

from __future__ import annotations

import re

from policycheck.counts.channels import Channel
from policycheck.counts.glance import DIGITS, FEWEST_DIGITS, Glance
from policycheck.patterns import compiled
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

# begins with its rare sign, which is found faster than the letters before it
_LETTER_AT = r"@(?<=[\w.+%'-]@)"

_KEY_MARKS = (
    'PRIVATE', 'AKIA', 'ASIA', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'glpat-', 'gldt-',
    'glrt-', 'xox', 'k_live_', 'whsec_', 'AIza', 'sk-', 'SG.', 'npm_', 'hf_', 'pypi-', 'eyJ',
    'hooks.slack.com',
)  # fmt: skip
"""One of these is part of every key that detect_words knows: looking for them costs far less than its pattern."""
_NAME_MARKS = (
    'passw', 'passp', 'passc', 'passo', 'passf', 'pwd', 'lösen', 'salasana', 'tunnussana', 'key', 'secret',
    'token', 'nøkkel', 'nyckel', 'avain',
)  # fmt: skip
"""One of these, in small letters, is part of every word before a secret."""


class Probe(NamedTuple):
    """A quick test: ``might`` is False only where the finder finds nothing.

    It is shown a text and the languages of the draft, and only where the text holds one of ``needs``.
    """

    needs: frozenset[str]
    """Signs; empty where every text is to be shown."""
    might: Callable[[Glance, tuple[str, ...]], bool]


def may_hold_key(text: str) -> bool:
    """False only for a text that holds no key in the format of a service."""
    return any(map(text.__contains__, _KEY_MARKS)) or '@' in text.partition('://')[2]


def may_hold_name(lower: str) -> bool:
    """False only for a text, in small letters, that calls nothing a password, key or secret."""
    return any(map(lower.__contains__, _NAME_MARKS))


def _detect(plain: list[str], channel: Channel) -> Probe:
    numbers = any(name not in ('email', 'secret_key') for name in plain)

    def might(seen: Glance, langs: tuple[str, ...]) -> bool:
        if not (
            (numbers and seen.digits >= FEWEST_DIGITS)
            or ('email' in plain and '@' in seen.signs and compiled(_LETTER_AT).search(seen.normal))
            or ('secret_key' in plain and (may_hold_key(seen.normal) or may_hold_name(seen.lower)))
        ):
            return False
        from policycheck.kinds import detect

        return detect.might_find(seen.normal, plain)

    signs = (DIGITS if numbers else '') + ('@' if 'email' in plain else '')
    return Probe(frozenset('' if 'secret_key' in plain else signs), might)


def _regex(plain: Mapping[str, list[list[Any]]], channel: Channel) -> Probe:
    # patterns that need the same signs are passed over together, and those that need a text
    by_lang: dict[str, dict[tuple[str, bool], list[tuple[list[str], str]]]] = {}
    for lang, patterns in plain.items():
        for _, signs, texts, ready, *_ in patterns:
            by_lang.setdefault(lang, {}).setdefault((signs, bool(texts)), []).append((texts, ready))
    groups = {
        lang: [
            (signs, _shortest(text for texts, _ in same for text in texts), same)
            for (signs, _), same in own.items()
        ]
        for lang, own in by_lang.items()
    }

    def might(seen: Glance, langs: tuple[str, ...]) -> bool:
        holds = seen.lower.__contains__
        for lang in ('any', *langs):
            for signs, needed, patterns in groups.get(lang, ()):
                if (signs and seen.signs.isdisjoint(signs)) or (needed and not any(map(holds, needed))):
                    continue
                for texts, ready in patterns:
                    if (not texts or any(map(holds, texts))) and compiled(ready, re.MULTILINE).search(
                        seen.normal
                    ):
                        return True
        return False

    needs = [signs for own in groups.values() for signs, *_ in own]
    return Probe(frozenset(''.join(needs) if all(needs) else ''), might)


def _shortest(texts: Iterable[str]) -> list[str]:
    """Those of the texts that no other one is part of: where none of them stands, none of all does."""
    found: list[str] = []
    for text in sorted(set(texts), key=lambda text: (len(text), text)):
        if not any(map(text.__contains__, found)):
            found.append(text)
    return found


def _limit(plain: Mapping[str, Any], channel: Channel) -> Probe | None:
    from policycheck.counts.limits import NEEDS, allowed, might_exceed

    name: str = plain['measure']
    at_most = allowed(name, plain['at_most'], channel)
    if at_most is None:
        return None
    needs = NEEDS.get(name, '') if at_most >= 0 else ''
    return Probe(frozenset(needs), lambda seen, langs: might_exceed(name, seen, channel, at_most))


PROBES: dict[str, Callable[[Any, Channel], Probe | None]] = {
    'detect': _detect,
    'regex': _regex,
    'limit': _limit,
    # no words can tell: meaning is asked by itself
    'like': lambda plain, channel: None,
}
"""Each is told what the rule says and the channel; None where nothing can ever be found."""
