"""docs/writing-rules.md, followed word by word from an empty folder."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import engine
from started import started

PAGE = Path(__file__).parent.parent / 'docs' / 'writing-rules.md'
BLOCK = re.compile(r'^```(\w+)(?: ([^\n]*))?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
ONE_LINE = ', one line'


def test_the_page_does_what_it_says(tmp_path: Path, forms: Path) -> None:
    # as after a first day: the shipped rules are compiled, most words known
    engine.keep_compiled(forms / 'policycheck', tmp_path / '.cache' / 'policycheck')
    told = ''
    steps = [match.groups() for match in BLOCK.finditer(PAGE.read_text('utf-8'))]
    assert len(steps) > 15
    for kind, name, content in steps:
        if kind == 'sh':
            told = ''.join(run(line, tmp_path) for line in content.splitlines())
        elif kind == 'text':
            for line in content.splitlines():
                assert line in told, f'{line!r} is not in what the page says is printed:\n{told}'
        elif name.endswith(ONE_LINE):
            path = tmp_path / name.removesuffix(ONE_LINE)
            key = content.partition(':')[0]
            lines = path.read_text('utf-8').splitlines(keepends=True)
            assert sum(line.startswith(f'{key}:') for line in lines) == 1
            path.write_text(
                ''.join(content if line.startswith(f'{key}:') else line for line in lines), 'utf-8'
            )
        else:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, 'utf-8')


def run(line: str, folder: Path) -> str:
    """What a line of the page prints: a command of ours, with what ``echo`` gives it to read."""
    said, _, command = line.rpartition(' | ')
    words, given = shlex.split(command), shlex.split(said)
    assert words[0] == 'policycheck'
    assert given[:1] == ['echo'] or not given
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'XDG_CACHE_HOME': str(folder / '.cache')}
    code, out, err = started(words[1:], folder, environment, f'{" ".join(given[1:])}\n'.encode())
    assert code in (0, 1), f'{line}\n{err.decode()}'
    return (out + err).decode('utf-8')
