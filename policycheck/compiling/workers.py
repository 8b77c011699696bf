"""Processes that share the work of this one, and end with it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import Any

from policycheck.machine import INHERITS


def deaf() -> None:
    """Leaves Ctrl-C, which reaches every process of a terminal, to the first one: it decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def pool(
    count: int, begin: Callable[..., None] = deaf, sent: tuple[Any, ...] = ()
) -> Iterator[ProcessPoolExecutor]:
    """So many processes, each of which calls ``begin`` first; those still at work afterwards are ended."""
    others = set(active_children())
    found = ProcessPoolExecutor(count, get_context('fork' if INHERITS else 'spawn'), begin, sent)
    if INHERITS:
        _start(found)
    try:
        yield found
    finally:
        with _unheard():
            for process in set(active_children()) - others:
                process.terminate()
            found.shutdown(cancel_futures=True)


@contextmanager
def _unheard() -> Iterator[None]:
    # Ctrl-C while processes end that have been told to would be a traceback, and end nothing sooner
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:
        # only the first thread is told of it
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _start(others: ProcessPoolExecutor) -> None:
    # a copy that Ctrl-C hit before it is deaf would tell of it in a traceback of its own
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        # all processes are started for the first thing that is asked of them
        others.submit(int)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
