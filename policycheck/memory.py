"""What was worked out, kept at hand up to a number of entries."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    K = TypeVar('K')
    V = TypeVar('V')
else:
    K = V = object


class Memory(dict[K, V]):
    """Values by key, each made when it is first asked for; all are forgotten when there are ``most``.

    A key longer than ``longest`` is a text that nobody repeats: its value is made each time.
    """

    def __init__(self, make: Callable[[K], V], most: int, longest: int | None = None) -> None:
        super().__init__()
        self._make = make
        self._most = most
        self._longest = longest

    def __missing__(self, key: Any) -> V:
        found = self._make(key)
        self.keep(key, found)
        return found

    def keep(self, key: Any, value: V) -> None:
        """Keeps a value that was made elsewhere as if it had been asked for."""
        if len(self) >= self._most:
            self.clear()
        if self._longest is None or len(key) <= self._longest:
            self[key] = value
