"""The app's budgets, measured: key to paint, last key to flags, start, idle, leaving during a check.

Run: python benchmarks/app.py [--policy FILE]. Figures are of this machine; others at work on it make them worse.
"""

from __future__ import annotations

import argparse
import asyncio
import fcntl
import json
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

PARAGRAPH = (
    'Great week at the plant. We tried the new pumps on Monday and they ran all night, which made the whole '
    'crew smile. My manager is a clueless bully. Our best product ever, buy now before it is too late!!! '
)
POST = '\n\n'.join([PARAGRAPH] * 11)[:3000]


class Screen:
    """The program in a pseudo-terminal of 80 by 24."""

    def __init__(self, *words: str, rows: int = 24, columns: int = 80) -> None:
        home = tempfile.mkdtemp()
        config = Path(home) / 'policycheck'
        config.mkdir()
        (config / 'settings.yaml').write_text(
            'first_run: false\nlanguage: en\ncursor_blink: false\n', 'utf-8'
        )
        environment = {
            **os.environ,
            'XDG_CONFIG_HOME': home,
            'XDG_STATE_HOME': home,
            'TERM': 'xterm-256color',
        }
        self.began = time.perf_counter()
        self.pid, self.file = pty.fork()
        if not self.pid:
            os.execvpe(sys.executable, [sys.executable, '-m', 'policycheck', 'open', *words], environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What comes within a time."""
        got = b''
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self.file], [], [], left)[0]:
                try:
                    got += os.read(self.file, 65536)
                except OSError:
                    break
        return got

    def until(self, wanted: bytes, seconds: float = 60.0) -> float:
        """Seconds until these bytes have come."""
        began, got = time.perf_counter(), b''
        while wanted not in got:
            if time.perf_counter() - began > seconds:
                raise SystemExit(f'waited in vain for {wanted!r}')
            got += self.read(0.002)
        return time.perf_counter() - began

    def key(self, key: bytes) -> float:
        """Milliseconds from a key to the first paint after it."""
        began = time.perf_counter()
        os.write(self.file, key)
        select.select([self.file], [], [], 2)
        took = (time.perf_counter() - began) * 1000
        self.read(0.12)
        return took

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f'/proc/{self.pid}/stat').read_text().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')

    def end(self) -> float:
        """Seconds from Ctrl+Q, through the question, to the end of the process."""
        began = time.perf_counter()
        os.write(self.file, b'\x11')
        while time.perf_counter() - began < 10:
            self.read(0.05)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return time.perf_counter() - began
        os.kill(self.pid, 9)
        raise SystemExit('it did not end')


def percentiles(values: list[float]) -> dict[str, float]:
    """The middle and the 95th of a hundred."""
    return {
        'p50': round(statistics.median(values), 1),
        'p95': round(sorted(values)[int(len(values) * 0.95)], 1),
    }


def terminal(policy: list[str]) -> dict[str, object]:
    """Start, keys, idle and end, in a real pseudo-terminal."""
    with tempfile.NamedTemporaryFile('w', suffix='.txt', delete=False, encoding='utf-8') as file:
        file.write(POST)
    warm = Screen(file.name, *policy)
    warm.until(b'REASON')
    warm.end()
    figures: dict[str, object] = {}
    screen = Screen(file.name, *policy)
    screen.until(b'Draft')
    figures['start to paint, s'] = round(time.perf_counter() - screen.began, 2)
    screen.until(b'REASON')
    figures['start to flags, s'] = round(time.perf_counter() - screen.began, 2)
    screen.read(2.5)
    keys = [screen.key(letter.encode()) for letter in 'a word or two more in this place ' * 4]
    figures['key to paint, ms'] = percentiles(keys)
    screen.read(2)
    before = screen.cpu()
    screen.read(10)
    figures['idle, % of a processor'] = round((screen.cpu() - before) * 10, 2)
    os.kill(screen.pid, 9)
    os.waitpid(screen.pid, 0)
    screen = Screen(file.name, *policy)
    screen.until(b'REASON')
    figures['leaving, s'] = round(screen.end(), 2)
    return figures


def flags(policy: str | None) -> dict[str, object]:
    """Last key to drawn flags, and processor time of a key, inside the process."""
    from policycheck.tui.app import PolicycheckApp
    from policycheck.tui.checking import Checker
    from policycheck.tui.look import Look
    from policycheck.tui.post import Desk, Post
    from policycheck.tui.recovery import Recovery
    from policycheck.tui.settings import Settings

    sys.setswitchinterval(0.0005)
    desk = Desk(Look(), Settings(first_run=False, cursor_blink=False), Checker(policy), Post(text=POST))
    app = PolicycheckApp(desk, Recovery(False))
    took: list[float] = []
    own: list[float] = []

    async def wait(holds: Callable[[], bool]) -> None:
        while not holds():
            await asyncio.sleep(0.001)

    async def scenario() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            screen = app.checking
            await wait(lambda: screen.is_mounted and screen.report is not None and screen.fresh)
            await pilot.pause(3)
            for letter in 'some more words to write ' * 2:
                began = time.perf_counter()
                screen.area.insert(letter)
                await wait(lambda: screen.fresh)
                took.append((time.perf_counter() - began) * 1000)
                own.append(screen.seconds * 1000)
                await asyncio.sleep(0.05)

    asyncio.run(scenario())
    return {'last key to flags, ms': percentiles(took), 'of these the check, ms': percentiles(own)}


def imported() -> list[str]:
    """What the start must not import, and does."""
    code = (
        'import sys\nimport policycheck.tui.start, policycheck.tui.app\n'
        "print([one for one in ('spacy', 'pyperclip', 'pydantic', 'numpy', 'markdown_it') if one in sys.modules])"
    )
    return list(json.loads(subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, check=True)
                           .stdout.replace("'", '"')))  # fmt: skip


def main() -> None:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--policy')
    policy = parser.parse_args().policy
    figures = terminal(['--policy', policy] if policy else [])
    figures |= flags(policy)
    figures['imported before the first paint'] = imported()
    print(json.dumps(figures, indent=1))


if __name__ == '__main__':
    main()
