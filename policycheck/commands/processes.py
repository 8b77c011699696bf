"""A long run over several processes: the same reports in the same order, and what the processes have learnt."""

from __future__ import annotations

import io
import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice, zip_longest
from mmap import mmap
from typing import TYPE_CHECKING, Any

from policycheck.check import SlowError
from policycheck.compiling.workers import deaf, pool
from policycheck.machine import INHERITS
from policycheck.model import Draft, Report, Rule
from policycheck.records import NamedTuple

if TYPE_CHECKING:
    from policycheck.commands.check_run import Run

_BATCH = 32
"""Files or posts that a process is given at a time; of those that a model reads, which takes a hundred times
as long, a quarter of it."""
_AHEAD = 64
"""Batches that may wait for the first process: some two thousand posts, about as long as spaCy's import takes."""
_LEAVES = 200
"""Posts for spaCy that a process leaves to the first one before it imports spaCy itself: judging so many takes
about as long as the import."""
_FIRST = 6
"""Batches that the first process does before it starts others."""

_FREE, _BEGUN, _TAKEN = range(3)
"""States of a batch, which the processes share: nobody has it, another process has, the first one has."""

_THREADS = 'OMP_NUM_THREADS'
"""How many threads a model may use: one, where a process for each processor uses one too."""


class Done(NamedTuple):
    """What became of a batch: reports and errors of each part, None for what is left to the first process."""

    parts: list[list[Any] | None]
    verdicts: list[bytes]
    clean: list[tuple[str, Any]]


_BARE = Draft('', '', '', '')


class Blocks:
    """Parts of a run, a batch at a time; a process that inherits it goes on where the first one was."""

    def __init__(self, parts: Iterable[Any], size: int) -> None:
        self.size = size
        self._rest = iter(parts)
        self.number = 0
        """Of the batch that comes next."""

    def take(self) -> list[Any]:
        """The next batch; empty after the last one."""
        self.number += 1
        return list(islice(self._rest, self.size))

    def at(self, number: int) -> list[Any]:
        """The batch of this number, which has not been taken yet."""
        while self.number < number:
            self.take()
        return self.take()


def spread(parts: Iterable[Any], run: Run, jobs: int) -> Iterator[Iterable[Any]]:
    """What a run makes of each of these files, or of the posts of a file, in their order.

    Where processes cannot inherit the run and its parts, they make the run again and are sent the parts.
    What a process leaves, and what one that dies does not answer, this one does. Those that are at work
    when the caller stops asking are ended.
    """
    run.interrupt.watch()
    sent: tuple[Any, ...] = ()
    size = _BATCH // 4 if run.senses else _BATCH
    if not INHERITS:
        parts = list(parts)
        sent = (run.again, parts, size)
    blocks = Blocks(parts, size)
    waiting: deque[_Batch] = deque()
    if INHERITS and not run.senses:
        # the words that these bring are then known to every process; a model's threads could not be copied
        for _ in range(_FIRST):
            waiting.append(_Batch(blocks.take()))
            waiting[-1].do(run, slow=False)
    states = mmap(-1, _AHEAD)
    _OWN[:] = [run, blocks, states]
    given, run.jobs = run.jobs, 1
    threads = os.environ.get(_THREADS)
    os.environ[_THREADS] = '1'
    try:
        with pool(jobs - 1 if INHERITS else jobs, _begin, sent) as others:
            yield from _shared(blocks, waiting, states, others, run)
    finally:
        _OWN.clear()
        run.jobs = given
        if threads is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = threads


def _shared(
    blocks: Blocks, waiting: deque[_Batch], states: mmap, others: ProcessPoolExecutor, run: Run
) -> Iterator[Iterable[Any]]:
    whole = False
    while waiting or not whole:
        while not whole and len(waiting) < _AHEAD:
            # asked for before it is taken: a process that begins now goes on from here
            number = blocks.number
            states[number % _AHEAD] = _FREE
            future = _asked(others, number)
            waiting.append(_Batch(blocks.take(), future, number))
            whole = len(waiting[-1].parts) < blocks.size
        first = waiting[0]
        # rather than wait, it begins at the other end
        while not first.done() and (last := _free(waiting, states)):
            states[last.number % _AHEAD] = _TAKEN
            last.do(run)
        yield from waiting.popleft().collected(run)


class _Batch:
    """Parts that another process was asked for, or that the first one does when it has nothing else to do."""

    def __init__(self, parts: list[Any], future: Future[bytes] | None = None, number: int = -1) -> None:
        self.number = number
        self.parts = parts
        self._future = future
        self._own: Done | None = None

    def done(self) -> bool:
        return self._own is not None or self._future is None or self._future.done()

    def do(self, run: Run, *, slow: bool = True) -> None:
        found: list[list[Any] | None] = []
        for part in self.parts:
            if run.interrupt.asked:
                break
            found.append(_part(part, run, slow=slow))
        self._own = Done(found, [], [])

    def collected(self, run: Run) -> Iterator[Iterable[Any]]:
        done = self._own or self._answer(run)
        run.learn(done.verdicts, done.clean)
        for part, found in zip_longest(self.parts, done.parts):
            yield run.part(part) if found is None else found

    def _answer(self, run: Run) -> Done:
        try:
            packed = self._future.result() if self._future else b''
        except BrokenProcessPool:
            packed = b''
        if not packed:
            return Done([], [], [])
        done: Done = _Unpickler(io.BytesIO(packed), run).load()
        return done._replace(parts=[_moved(own, part) for own, part in zip(done.parts, self.parts)])


def _free(waiting: deque[_Batch], states: mmap) -> _Batch | None:
    """The last batch that nobody has begun with."""
    if not INHERITS:
        return None
    last = reversed(waiting)
    return next((one for one in last if not one.done() and states[one.number % _AHEAD] == _FREE), None)


_OWN: list[Any] = []
"""The run of this process, its blocks and the states of batches, which a process that is started inherits."""


def _asked(others: ProcessPoolExecutor, number: int) -> Future[bytes] | None:
    try:
        return others.submit(_batch, number)
    except BrokenProcessPool:
        return None


def _begin(*sent: Any) -> None:
    deaf()
    if sent:
        again, parts, size = sent
        _OWN[:] = [again(), Blocks(parts, size), mmap(-1, _AHEAD)]
    run = _OWN[0]
    # what the first process has learnt and left it knows itself
    run.learnt()
    run.left = 0


def _batch(number: int) -> bytes:
    run, blocks, states = _OWN
    if states[number % _AHEAD] == _TAKEN:
        return b''
    # begun with by both at once is done twice, which does no harm
    states[number % _AHEAD] = _BEGUN
    parts = blocks.at(number)
    found = [_part(part, run, slow=run.left >= _LEAVES) for part in parts]
    # the first process has the posts of its file itself
    bare = [_moved(own, _BARE if isinstance(part, Draft) else part) for own, part in zip(found, parts)]
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(Done(bare, *run.learnt()))
    return out.getvalue()


def _part(part: Any, run: Run, *, slow: bool) -> list[Any] | None:
    run.slow = slow
    try:
        return list(run.part(part))
    except SlowError:
        run.left += 1
        return None
    finally:
        run.slow = True


def _moved(found: list[Any] | None, part: Any) -> list[Any] | None:
    """The reports of a part; of a post with it for their draft."""
    if found is None or not isinstance(part, Draft):
        return found
    return [one._replace(draft=part) if isinstance(one, Report) else one for one in found]


class _Pickler(pickle.Pickler):
    """Rules go by their names: each process has them."""

    def persistent_id(self, one: object) -> str | None:
        return one.id if isinstance(one, Rule) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, source: io.BytesIO, run: Run) -> None:
        super().__init__(source)
        self._run = run

    def persistent_load(self, name: str) -> Rule:
        return self._run.rule(name)
