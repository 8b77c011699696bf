"""Languages compiled side by side: the same artefact, and the same first fault."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import engine
import pytest

from policycheck.compiling.in_language import _MANY


def both(en: str, fi: str) -> str:
    """A rule file of two languages that looks for a phrase in each."""
    return engine.rule(f'find:\n  en: |\n    {en}\n  fi: |\n    {fi}', ['en', 'fi'])


FIRST = {f'a/n{number}': both('"so" "good"', '"niin"') for number in range(_MANY)}

COMPILE = """
import sys
from policycheck.compiling import in_language
from policycheck.compiling.compile import build
from policycheck.errors import InputError
from policycheck.schema.packs import read_pack
from policycheck.schema.policy import STARTER, plain

in_language.processors = lambda: int(sys.argv[2])
told = []
own = in_language.compile_language
in_language.compile_language = lambda job: told.append(job.lang) or own(job)
try:
    made = build([read_pack(sys.argv[1])], (), plain(STARTER), '2026-11-21').hex()
except InputError as err:
    made = str(err)
print(f'{",".join(told)}|{made}')
"""


def made(folder: Path, processors: int) -> tuple[str, str]:
    """The languages that the first process compiled, and the artefact or the fault."""
    done = subprocess.run(
        [sys.executable, '-c', COMPILE, str(folder), str(processors)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, 'PYTHONHASHSEED': '1'},
    )
    languages, _, what = done.stdout.strip().partition('|')
    return languages, what


on_linux = pytest.mark.skipif(sys.platform != 'linux', reason='processes are copied on Linux only')


@on_linux
def test_many_rules_are_compiled_side_by_side_to_the_same(tmp_path: Path) -> None:
    folder = engine.pack(tmp_path / 'pack', FIRST, shipped=engine.QUOTED)
    alone, one = made(folder, 1)
    shared, two = made(folder, 2)
    assert (alone, shared) == ('en,nb,sv,fi', '')
    assert two == one


@on_linux
def test_the_first_fault_is_that_of_the_first_language(tmp_path: Path) -> None:
    wrong = {'b/late': both('{none}', '{none}'), 'a/first': engine.find('fi', '{none}')}
    folder = engine.pack(tmp_path / 'pack', {**FIRST, **wrong}, shipped=engine.QUOTED)
    alone, one = made(folder, 1)
    assert (alone, made(folder, 2)) == ('en', ('', one))
    assert "b/late.yaml:10: column 5: there is no class or word list 'none'" in one


def test_few_rules_are_compiled_by_one_process(tmp_path: Path) -> None:
    few = dict(list(FIRST.items())[: _MANY - 1])
    assert made(engine.pack(tmp_path / 'pack', few, shipped=engine.QUOTED), 2)[0] == 'en,nb,sv,fi'


STOPPED = COMPILE.replace(
    'own = in_language.compile_language\n',
    # both write to it: at once, line end and all
    'import os, time\ndef own(job):\n    os.write(1, b"begun\\n")\n    time.sleep(100)\n',
)


@on_linux
def test_ctrl_c_ends_the_processes_too(tmp_path: Path) -> None:
    folder = engine.pack(tmp_path / 'pack', FIRST, shipped=engine.QUOTED)
    run = subprocess.Popen(
        [sys.executable, '-c', STOPPED, str(folder), '2'],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert run.stdout is not None
    assert run.stdout.readline() == 'begun\n'
    # as a terminal does: to each process
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=20)
    assert told.count('KeyboardInterrupt') == 1
    assert 'Process' not in told.replace('ProcessPool', '')
