"""How fast policycheck is and what memory it takes: ``python benchmarks/speed.py FOLDER``.

FOLDER holds posts as JSON Lines with a ``text`` each; with the evaluation posts at hand:
``python benchmarks/speed.py ../shared/eval``. Posts that come out clean or flagged are told apart
first. Processes run policycheck as a wheel lays it out. Figures are medians: CPU seconds (user and
system, helping processes included), seconds by the clock where several processes share the work, and
the memory of whole processes as the operating system counts them, each run in turn with
``python -c pass``. Byte code is written and output buffered, as in an installed programme,
whatever PYTHONDONTWRITEBYTECODE and PYTHONUNBUFFERED say here.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from installed import PROGRAM, ROOT, installed

sys.path.insert(0, str(ROOT))

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.model import Draft

PASS = '-c', 'pass'
SPACY = '-c', 'import spacy'
BLANK = '-c', "import spacy; spacy.blank('en')('We met the new colleagues today.')"
CHECK = *PROGRAM, 'check', '--no-cache', '--no-meaning'
# what was checked before is remembered: here every post is new, and words alone are asked
MANY = 2000
LONG, SHORT = 5_000_000, 500_000


# A small process starts those that are measured: its own memory counts as theirs until they begin.
_LAUNCH = """
import os, sys, time
begun = time.perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet), 0)[2]
print(used.ru_utime + used.ru_stime, used.ru_maxrss, time.perf_counter() - begun)
"""


class Cost(NamedTuple):
    """CPU seconds of a process and of those it starts, peak memory of the largest in MB, seconds by the clock."""

    seconds: float
    memory: float
    clock: float


class Bench:
    """Runs processes with one cache and prints a row for each figure."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder = folder
        self.runs = runs
        self.environment = {
            **os.environ,
            'PYTHONPATH': str(installed(folder / 'installed')),
            'XDG_CACHE_HOME': str(folder / 'cache'),
            'LC_ALL': 'C.UTF-8',
        }
        for name in ('PYTHONDONTWRITEBYTECODE', 'PYTHONUNBUFFERED'):
            self.environment.pop(name, None)

    def cost(self, *words: str, runs: int | None = None) -> tuple[Cost, Cost]:
        """Medians of a Python process and of ``python -c pass`` run in turn with it, after one that warms up."""
        self._run(words)
        pairs = [(self._run(words), self._run(PASS)) for _ in range(runs or self.runs)]
        return _median([own for own, _ in pairs]), _median([plain for _, plain in pairs])

    def _run(self, words: tuple[str, ...]) -> Cost:
        command = [sys.executable, '-S', '-c', _LAUNCH, sys.executable, *words]
        told = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, check=True).stdout
        seconds, memory, clock = map(float, told.split())
        return Cost(seconds, memory / (1_000_000 if sys.platform == 'darwin' else 1000), clock)

    def file(self, name: str, content: str) -> str:
        """The path of a new file."""
        path = self.folder / name
        path.write_text(content, 'utf-8')
        return str(path)

    def row(self, what: str, measured: str, target: str, beside: str = '') -> None:
        """Prints a row of the table."""
        print(f'{what:44} {measured:>20} {target:>20}  {beside}', flush=True)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or '').split('\n')[0])
    parser.add_argument('folder', type=Path, help='where the posts are, *.jsonl')
    parser.add_argument('--runs', type=int, default=9, help='counted runs of a short process (9)')
    parser.add_argument('--short', action='store_true', help='leave out the files of 5 MB')
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), given.runs)
        bench.row('what', 'measured', 'target', 'beside')
        _compiling(bench)
        ruleset = load(None)
        clean, flagged = _sorted(list(_posts(given.folder)), ruleset)
        _single(bench, clean, flagged)
        _many(bench, clean, flagged)
        _warm(bench, clean + flagged, ruleset)
        if not given.short:
            _long(bench, 'clean', clean)
            _long(bench, 'one post in ten flagged', _mixed(clean, flagged))


def _posts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob('*.jsonl')):
        for row in path.read_text('utf-8').splitlines():
            yield json.loads(row)['text']


def _sorted(posts: list[str], ruleset: Ruleset) -> tuple[list[str], list[str]]:
    """Clean and flagged posts; what is not screened is left out."""
    clean: list[str] = []
    flagged: list[str] = []
    for text in posts:
        report = check(Draft('post', 'post', text, text), ruleset)
        if report.screened:
            (flagged if report.flags or report.rights else clean).append(text)
    return clean, flagged


def _mixed(clean: list[str], flagged: list[str]) -> list[str]:
    """The clean posts with a flagged one after each nine."""
    return [
        text for i in range(0, len(clean), 9) for text in (*clean[i : i + 9], flagged[i // 9 % len(flagged)])
    ]


def _compiling(bench: Bench) -> None:
    words = '-c', 'from policycheck.compiling.load import load; load(None)'
    begun = time.perf_counter()
    cold = bench._run(words)
    wall = time.perf_counter() - begun
    bench.row(
        'rules compiled, nothing in the cache',
        f'{cold.seconds:.1f} s, {cold.memory:.0f} MB',
        '15 s, 600 MB',
        f'{wall:.1f} s by the clock',
    )
    kept, plain = bench.cost(*words)
    bench.row(
        'rules from the cache',
        f'{kept.seconds - plain.seconds:.3f} s',
        '0.1 s',
        f'pass {1000 * plain.seconds:.0f} ms, taken off',
    )


def _single(bench: Bench, clean: list[str], flagged: list[str]) -> None:
    post = bench.file('clean.txt', min(clean, key=lambda text: abs(len(text) - 140)))
    own, plain = bench.cost(*CHECK, post, runs=3 * bench.runs)
    bench.row(
        'one clean post',
        f'{1000 * own.seconds:.0f} ms, {own.memory:.0f} MB',
        '40 ms, 22 MB',
        f'pass {1000 * plain.seconds:.0f} ms, {plain.memory:.0f} MB',
    )
    post = bench.file('flagged.txt', min(flagged, key=lambda text: abs(len(text) - 140)))
    own, _ = bench.cost(*CHECK, post)
    blank, _ = bench.cost(*BLANK)
    bench.row(
        'one flagged post',
        f'{own.seconds / blank.seconds:.2f} x',
        '1.2 x',
        f'{own.seconds:.2f} s; import spacy and one blank pipeline {blank.seconds:.2f} s',
    )


def _many(bench: Bench, clean: list[str], flagged: list[str]) -> None:
    spacy, plain = bench.cost(*SPACY, runs=3)
    path = bench.file('clean.jsonl', _rows(clean))
    mixed = bench.file('mixed.jsonl', _rows(_mixed(clean, flagged)))
    for what, jobs in (('', ()), (', one process', ('--jobs', '1'))):
        own, _ = bench.cost(*CHECK, *jobs, '--format', 'jsonl', path, runs=3)
        bench.row(
            f'{MANY:,} clean posts{what}',
            f'{MANY / (own.clock - plain.clock):,.0f} a second',
            '6,000 a second',
            f'{own.clock:.2f} s by the clock, {own.seconds:.2f} s of CPU, {own.memory:.0f} MB; start taken off',
        )
        own, _ = bench.cost(*CHECK, *jobs, '--format', 'jsonl', mixed, runs=3)
        bench.row(
            f'{MANY:,} posts, one in ten flagged{what}',
            f'{MANY / max(own.clock - spacy.clock, 0.01):,.0f} a second, {own.memory:.0f} MB',
            '1,500 a s, 150 MB',
            f'{own.clock:.2f} s by the clock, {own.seconds:.2f} s of CPU; import spacy {spacy.clock:.2f} s, taken off',
        )


def _rows(posts: list[str]) -> str:
    return ''.join(
        json.dumps({'text': posts[i % len(posts)]}, ensure_ascii=False) + '\n' for i in range(MANY)
    )


def _warm(bench: Bench, posts: list[str], ruleset: Ruleset) -> None:
    for size, target in ((280, '1.5 ms'), (3000, '15 ms')):
        texts = _of_size(posts, size)
        for text in texts[:20]:
            check(Draft('post', 'post', text, text), ruleset)
        times = sorted(
            _time(lambda text=text: check(Draft('post', 'post', text, text), ruleset)) for text in texts
        )
        bench.row(
            f'warm check, {size:,} characters, p50',
            f'{1000 * statistics.median(times):.2f} ms',
            target,
            f'p95 {1000 * times[len(times) * 95 // 100]:.2f} ms, {len(times)} texts',
        )


def _of_size(posts: list[str], size: int) -> list[str]:
    """At most 200 texts of about this many characters: posts in a row, joined as paragraphs."""
    texts: list[str] = []
    text = ''
    for post in posts:
        text = f'{text}\n\n{post}' if text else post
        if len(text) >= size:
            texts.append(text[:size])
            text = ''
    return texts[:: max(1, len(texts) // 200)]


def _time(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _long(bench: Bench, what: str, posts: list[str]) -> None:
    seconds = []
    for size in (SHORT, LONG):
        pieces: list[str] = []
        length = 0
        while length < size:
            # a number in each paragraph: no two are the same
            piece = f'{posts[len(pieces) % len(posts)]} {len(pieces)}'
            pieces.append(piece)
            length += len(piece.encode()) + 2
        path = bench.file(f'long{size}.txt', '\n\n'.join(pieces))
        own, _ = bench.cost(*CHECK, '--lang', 'en', path, runs=1)
        seconds.append(own.seconds)
    bench.row(
        f'5 MB beside 0.5 MB, {what}',
        f'{seconds[1] / seconds[0]:.1f} x',
        '11 x',
        f'{seconds[0]:.1f} s and {seconds[1]:.1f} s',
    )


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


if __name__ == '__main__':
    main()
