"""What can be a reason for keeping a place in spite of a flag."""

from __future__ import annotations

SHORTEST = 8
"""Characters that a reason has at least."""

_LETTERS = 4
"""Different ones; fewer is a key held down, not a reason."""


def good_reason(text: str) -> bool:
    """Whether a text can be a reason: eight characters, not only blanks or repeats.

    >>> good_reason('a quote from Kari'), good_reason('aaaaaaaaaaaa'), good_reason('ok')
    (True, False, False)
    """
    plain = ' '.join(text.split())
    return len(plain) >= SHORTEST and len(set(plain.casefold()) - {' '}) >= _LETTERS
