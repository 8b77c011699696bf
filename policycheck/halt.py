"""Ending a check early that nobody waits for any longer: its steps ask whether to go on."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class HaltedError(Exception):
    """A check that was ended early; there is no report of it."""


def never() -> bool:
    """For a check that somebody waits for."""
    return False


def go_on(halted: Callable[[], bool]) -> None:
    """Raises HaltedError where a check is to end."""
    if halted():
        raise HaltedError
