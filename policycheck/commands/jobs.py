"""Files over several processes: the same reports in the same order, and what the processes have learnt."""

from __future__ import annotations

import io
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from policycheck.model import Rule

if TYPE_CHECKING:
    from policycheck.commands.check_run import Run

BATCH = 16
"""Files that a process is given at a time."""
FEWEST = 4 * BATCH
"""Files from which a second process can pay: each of them imports spaCy."""


class Done(NamedTuple):
    """What became of a batch of files: a list of reports and errors for each, new verdicts, clean posts."""

    files: list[list[Any]]
    verdicts: list[bytes]
    clean: list[tuple[str, Any]]


def spread(files: list[Any], run: Run, jobs: int, again: Callable[[], Run]) -> Iterator[Done]:
    """What a run makes of these files, batch by batch in their order; ``again`` makes the run anew.

    Where processes cannot inherit the run, they make their own. Those that are left when the caller
    stops asking are ended.
    """
    # the package behind it is slow to load, and most runs have one process
    import multiprocessing

    inherits = sys.platform == 'linux'
    context = multiprocessing.get_context('fork' if inherits else 'spawn')
    rest = iter(files)
    batches = list(iter(lambda: list(islice(rest, BATCH)), []))
    _OWN[:] = [run] if inherits else []
    with context.Pool(min(jobs, len(batches)), _begin, () if inherits else (again,)) as pool:
        for packed in pool.imap(_batch, batches):
            yield _unpacked(packed, run)


_OWN: list[Run] = []
"""The run of this process, which belongs to another one that has started it."""


def _begin(*make: Callable[[], Run]) -> None:
    # Ctrl-C reaches every process of a terminal; the first one decides what it means
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if make:
        _OWN[:] = [make[0]()]


def _batch(files: list[Any]) -> bytes:
    (run,) = _OWN
    done = Done([list(run.file(file)) for file in files], *run.learnt())
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(done)
    return out.getvalue()


def _unpacked(packed: bytes, run: Run) -> Done:
    found: Done = _Unpickler(io.BytesIO(packed), run).load()
    return found


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
