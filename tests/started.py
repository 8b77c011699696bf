"""Runs of the program in processes of their own, forked from one that has imported what most runs import."""

from __future__ import annotations

import io
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

_CONTEXT = multiprocessing.get_context('forkserver')
_CONTEXT.set_forkserver_preload(
    [
        'policycheck.judging.judge',
        'policycheck.nlp.pipeline',
        'policycheck.commands.check',
        'policycheck.compiling.compile',
        'policycheck.schema.policy',
    ]
)
_LONGEST = 300
"""Seconds that a run may take: on a machine that does much else, to compile all shipped rules takes minutes."""


def begun(
    words: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    streams: Sequence[str],
    first: str = '',
) -> BaseProcess:
    """The process of ``policycheck WORDS`` in a folder, its standard streams files or terminals of these names.

    ``first`` is code that it runs before. Its exit code is None while it runs.
    """
    given = (list(words), str(folder), dict(environment), list(streams), first)
    run = _CONTEXT.Process(target=_run, args=given)
    run.start()
    return run


def started(
    words: Sequence[str], folder: Path, environment: Mapping[str, str], stdin: bytes = b'', first: str = ''
) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error of ``policycheck WORDS`` in a folder, ``first`` run before."""
    with tempfile.TemporaryDirectory() as place:
        streams = [os.path.join(place, name) for name in ('in', 'out', 'err')]
        Path(streams[0]).write_bytes(stdin)
        run = begun(words, folder, environment, streams, first)
        run.join(_LONGEST)
        if run.exitcode is None:
            run.kill()
            raise TimeoutError(f'policycheck {" ".join(words)} took more than {_LONGEST} s')
        out, err = (Path(path).read_bytes() for path in streams[1:])
        return run.exitcode, out, err


def _run(words: list[str], folder: str, environment: dict[str, str], streams: list[str], first: str) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in enumerate(streams):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND if number else os.O_RDONLY)
        os.dup2(handle, number)
        os.close(handle)
    encoding, _, errors = environment.get('PYTHONIOENCODING', 'utf-8').partition(':')
    sys.stdin = io.TextIOWrapper(io.FileIO(0, 'rb', closefd=False), encoding, errors or 'strict')
    sys.stdout = io.TextIOWrapper(
        io.FileIO(1, 'wb', closefd=False), encoding, errors or 'strict', line_buffering=os.isatty(1)
    )
    sys.stderr = io.TextIOWrapper(
        io.FileIO(2, 'wb', closefd=False), encoding, 'backslashreplace', line_buffering=True
    )
    sys.argv = ['policycheck', *words]
    exec(first, {})
    from policycheck.cli import program

    program()
