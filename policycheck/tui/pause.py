"""What is done once somebody has stopped for a moment, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar('T')


class Pause(Generic[T]):
    """Does ``what`` with the newest thing when nothing newer has come, and it was not dropped, for ``seconds``.

    It is done in a daemon thread that is started with the first thing; what is under way goes on to its end.
    """

    def __init__(self, what: Callable[[T], None], seconds: float) -> None:
        self._what = what
        self._seconds = seconds
        self._newest: T | None = None
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None

    def wait_for(self, thing: T) -> None:
        """Takes the place of what waits; its own pause begins now."""
        with self._news:
            self._newest = thing
            self._news.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name='policycheck-pause', daemon=True)
            self._thread.start()

    def drop(self) -> None:
        """Forgets what waits."""
        with self._news:
            self._newest = None
            self._news.notify()

    def _run(self) -> None:
        while True:
            with self._news:
                while self._newest is None:
                    self._news.wait()
                if self._news.wait(self._seconds):
                    # something newer, or nothing any more: the pause begins anew
                    continue
                thing, self._newest = self._newest, None
            if thing is not None:
                self._what(thing)
