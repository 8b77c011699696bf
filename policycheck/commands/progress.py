"""A long run: how far it is, and what Ctrl-C does to it."""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TextIO


class Progress:
    """A counter on standard error, with a bar where files are many; on a terminal, where the run is long."""

    _FIRST_AFTER = 1.0
    _EVERY = 0.2
    _WIDTH = 20

    def __init__(self) -> None:
        self.language = 'en'
        """What people are spoken to in."""
        self.files = 1
        """How many there are."""
        self._path = ''
        self._begun = 0
        self._on = sys.stderr.isatty()
        self._count = 0
        self._next = time.monotonic() + self._FIRST_AFTER
        self._shown = False

    def step(self, path: str = '') -> None:
        """Counts a draft; those of a file follow each other."""
        self._count += 1
        if path != self._path:
            self._path = path
            self._begun += 1
        if self._on and self._count > 1 and time.monotonic() >= self._next:
            from policycheck.commands.wording import say

            sys.stderr.write('\r' + say('notice.progress', self.language, count=self._count) + self._bar())
            sys.stderr.flush()
            self._shown = True
            self._next = time.monotonic() + self._EVERY

    def _bar(self) -> str:
        if self.files < 2:
            return ''
        # waivers beside files are read as well
        part = min(max(self._begun - 1, 0) / self.files, 1.0)
        done = int(part * self._WIDTH)
        return f' [{"#" * done}{"." * (self._WIDTH - done)}] {part:.0%}'

    def beside(self, out: TextIO) -> TextIO:
        """The output for results: where it is the terminal of the counter too, what is written takes its line."""
        return _Beside(out, self) if self._on and out.isatty() else out  # type: ignore[return-value]

    def clear(self) -> None:
        """Takes the counter off the screen."""
        if self._shown:
            sys.stderr.write('\r\x1b[K')
            self._shown = False


class _Beside:
    def __init__(self, out: TextIO, progress: Progress) -> None:
        self._out = out
        self._progress = progress

    def write(self, text: str) -> int:
        self._progress.clear()
        return self._out.write(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)


class Posts:
    """How many posts are embedded, on standard error: a line that is written over, on no terminal one now and then."""

    _EVERY = 20.0

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._began = time.monotonic()
        self._next = self._began + (Progress._EVERY if self._on else self._EVERY)

    def told(self, done: int, count: int) -> None:
        """Says it, and how many seconds the rest may take."""
        now = time.monotonic()
        if now >= self._next and done < count:
            left = (now - self._began) / done * (count - done)
            line = f'embedded {done} of {count}, some {left:.0f} s left'
            sys.stderr.write(f'\r{line}\x1b[K' if self._on else f'{line}\n')
            sys.stderr.flush()
            self._next = now + (Progress._EVERY if self._on else self._EVERY)

    def say(self, line: str) -> None:
        """Writes a line over what is there."""
        sys.stderr.write(f'\r{line}\x1b[K\n' if self._on else f'{line}\n')


class Interrupt:
    """Ctrl-C, once: the draft at hand is finished and the report written; twice: everything ends."""

    def __init__(self) -> None:
        self.asked = False
        self._before: Any = None

    def watch(self) -> None:
        """Takes Ctrl-C over from here on; nothing happens where it is not ours, in a thread."""
        import signal

        try:
            if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
                self._before = signal.signal(signal.SIGINT, self._note)
        except ValueError:
            pass

    def release(self) -> None:
        """Gives Ctrl-C back."""
        if self._before is not None:
            import signal

            signal.signal(signal.SIGINT, self._before)
            self._before = None

    def _note(self, number: int, frame: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
