"""policycheck beside other tools: ``python benchmarks/peers.py POSTS --look-in FOLDER``.

POSTS is a folder of posts as JSON Lines with a ``text`` each. A tool is run where it is installed:
in a FOLDER (such as the ``bin`` of an environment or ``node_modules/.bin``; give as many as there
are), or where programs are found anyway; the others are named as missing, nothing is installed.
Presidio and spaCy are run by the ``python`` of the first folder that has them.

policycheck, as a wheel lays it out, runs all its rules, without meaning: the others look for words
too. textlint (with prh), semgrep, Presidio and the spaCy Matcher look for PHRASES; proselint and alex
know only rules of their own. Figures are medians of whole processes: CPU seconds, user and system,
with those of the processes that a tool starts, the peak memory of the largest, and posts a second by the
clock. They are taken in turn, so that a change in the machine's load falls on all.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from installed import PROGRAM, ROOT, installed

sys.path.insert(0, str(ROOT))

from policycheck.check import check
from policycheck.compiling.load import load
from policycheck.readers import drafts

PHRASES = (
    'buy now', 'act fast', 'last chance', 'order today', 'risk free', 'no strings attached', 'sign up today',
    'best in the world', 'market leading', 'second to none', 'cutting edge', 'guaranteed results',
    'always works', 'my boss is', 'hate my job', 'worst employer', 'our clients are', 'stupid customers',
    'unpaid overtime', 'overworked and underpaid',
)  # fmt: skip
MANY = 2000
DEAR = 4.0
"""CPU seconds from which one run is enough."""

_LAUNCH = """
import os, sys, time
begun = time.perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
_, status, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet), 0)
clock = time.perf_counter() - begun
print(used.ru_utime + used.ru_stime, used.ru_maxrss, clock, os.waitstatus_to_exitcode(status))
"""

_MATCHER = """
import pathlib, sys, spacy
from spacy.matcher import Matcher
nlp = spacy.blank('en')
matcher = Matcher(nlp.vocab)
for phrase in sys.argv[1].split('|'):
    matcher.add(phrase, [[{'LOWER': word} for word in phrase.split()]])
texts = (pathlib.Path(path).read_text('utf-8') for path in sys.argv[2:])
for doc in nlp.pipe(texts):
    for key, start, end in matcher(doc):
        print(doc[start].idx, doc[start:end].text)
"""

_PRESIDIO = """
import logging, pathlib, sys, spacy
logging.disable(logging.CRITICAL)
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
class Blank(SpacyNlpEngine):
    def __init__(self):
        super().__init__()
        self.nlp = {'en': spacy.blank('en')}
registry = RecognizerRegistry(supported_languages=['en'])
for number, phrase in enumerate(sys.argv[1].split('|')):
    patterns = [Pattern(phrase, rf'(?i)\\\\b{phrase}\\\\b', 0.9)]
    registry.add_recognizer(PatternRecognizer(supported_entity=f'PHRASE_{number}', patterns=patterns))
engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=['en'])
for path in sys.argv[2:]:
    for found in engine.analyze(text=pathlib.Path(path).read_text('utf-8'), language='en'):
        print(path, found)
"""


class Cost(NamedTuple):
    """CPU seconds and peak memory in MB of a process, seconds by the clock, and its exit code."""

    seconds: float
    memory: float
    clock: float
    code: int


class Tool(NamedTuple):
    """A tool: how it is run on files of a folder, which it may be given by their names or in whole."""

    name: str
    command: Callable[[Path, list[str]], list[str]]
    codes: tuple[int, ...] = (0, 1)


def main() -> None:
    """Prints a table for each of the four tasks."""
    parser = argparse.ArgumentParser(description=(__doc__ or '').split('\n')[0])
    parser.add_argument('posts', type=Path, help='where the posts are, *.jsonl')
    parser.add_argument('--look-in', type=Path, action='append', default=[], help='where tools are installed')
    parser.add_argument('--runs', type=int, default=7, help='counted runs of a short process (7)')
    parser.add_argument('--only', help='part of the name of the tools to run')
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        folders = [folder.resolve() for folder in given.look_in]
        os.environ.update(
            XDG_CACHE_HOME=str(work / 'cache'), LC_ALL='C.UTF-8', SEMGREP_SEND_METRICS='off', PYTHONUTF8='1',
            PYTHONPATH=str(installed(work / 'installed')),
        )  # fmt: skip
        for variable in ('PYTHONDONTWRITEBYTECODE', 'PYTHONUNBUFFERED'):
            os.environ.pop(variable, None)
        # compiled here, so that no counted run compiles; not in this folder, whose package would be taken
        compiling = [sys.executable, '-c', 'from policycheck.compiling.load import load; load(None)']
        subprocess.run(compiling, cwd=work, check=True)
        clean, flagged = _sorted(given.posts)
        tools = [one for one in _tools(work, folders) if (given.only or '') in one.name]
        for title, folder, count in _tasks(work, clean, flagged):
            _table(title, folder, count, tools, _near(clean, 200, given.runs))


def _sorted(folder: Path) -> tuple[list[str], list[str]]:
    ruleset = load(None)
    clean: list[str] = []
    flagged: list[str] = []
    for path in sorted(folder.glob('*.jsonl')):
        for row in path.read_text('utf-8').splitlines():
            text = str(json.loads(row).get('text') or '')
            # as it will lie in the folders: a post may read otherwise below a title
            (draft,) = drafts.read('post.md', _page(text).encode())
            report = check(draft, ruleset)
            if report.screened and len(text) < 1000:
                (flagged if report.flags or report.rights else clean).append(text)
    return clean, flagged


def _near(posts: list[str], length: int, count: int) -> list[str]:
    """So many posts whose length is nearest to this one."""
    return sorted(posts, key=lambda text: abs(len(text) - length))[:count]


def _tasks(work: Path, clean: list[str], flagged: list[str]) -> list[tuple[str, Path, int]]:
    (one,) = _near(clean, 200, 1)
    mixed = [flagged[i // 10 % len(flagged)] if i % 10 == 9 else clean[i % len(clean)] for i in range(MANY)]
    return [
        ('one Markdown post that was checked before', _written(work / 'same', [one]), 1),
        ('one clean Markdown post, changed', _written(work / 'changed', [one]), 1),
        ('100 clean Markdown posts', _written(work / 'hundred', clean[:100]), 100),
        (f'{MANY:,} Markdown posts, one in ten flagged', _written(work / 'many', mixed), MANY),
    ]


def _written(folder: Path, posts: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(posts):
        (folder / f'{number:04}.md').write_text(_page(text), 'utf-8')
    return folder


def _page(text: str) -> str:
    return f'---\ntitle: Notes\ntags: [news, energy]\n---\n{text}\n'


def _tools(work: Path, folders: list[Path]) -> list[Tool]:
    """The tools that are installed; the others are named."""
    found = [
        Tool(
            f'policycheck, all rules{what}',
            lambda folder, files, jobs=jobs: [
                sys.executable, *PROGRAM, 'check', '--no-meaning', *jobs,
                *(() if folder.name in ('same', 'changed') else ('--no-cache',)),
                *(files if len(files) == 1 else [str(folder)]),
            ],
        )
        for what, jobs in (('', ()), (', one process', ('--jobs', '1')))
    ]  # fmt: skip
    prh = [{'expected': f'REVIEW {number}', 'pattern': f'/{one}/i'} for number, one in enumerate(PHRASES)]
    (work / 'prh.yml').write_text(json.dumps({'version': 1, 'rules': prh}))
    settings = {'rules': {'prh': {'rulePaths': [str(work / 'prh.yml')]}}}
    (work / 'textlintrc.json').write_text(json.dumps(settings))
    rules = [
        {'id': f'r{number}', 'languages': ['generic'], 'severity': 'ERROR', 'message': one,
         'pattern-regex': f'(?i)\\b{one}\\b'}
        for number, one in enumerate(PHRASES)
    ]  # fmt: skip
    (work / 'semgrep.json').write_text(json.dumps({'rules': rules}))
    programs: dict[str, Callable[[str], Callable[[Path, list[str]], list[str]]]] = {
        'textlint': lambda at: lambda folder, files: [at, '-c', str(work / 'textlintrc.json'), *files],
        'alex': lambda at: lambda folder, files: [at, *files],
        'proselint': lambda at: lambda folder, files: [at, 'check', *files],
        'semgrep': lambda at: lambda folder, files: [
            at, 'scan', '--config', str(work / 'semgrep.json'), '--metrics=off', '--disable-version-check',
            '--no-git-ignore', '--quiet', str(folder),
        ],
    }  # fmt: skip
    own = {'alex': ', own rules', 'proselint': ', own rules'}
    for name, command in programs.items():
        at = shutil.which(name, path=os.pathsep.join(map(str, folders))) or shutil.which(name)
        if at is None:
            print(f'{name} is not installed here: left out')
        else:
            found.append(Tool(name + own.get(name, ''), command(at)))
    pythons = [
        sys.executable,
        *(str(folder / 'python') for folder in folders if (folder / 'python').exists()),
    ]
    for name, module, script in (
        ('spaCy Matcher loop', 'spacy', _MATCHER),
        ('Presidio, patterns', 'presidio_analyzer', _PRESIDIO),
    ):
        python = next((one for one in pythons if _has(one, module)), None)
        if python is None:
            print(f'{name}: {module} is not installed here: left out')
        else:
            found.append(Tool(name, _script(python, script), (0,)))
    return found


def _script(python: str, script: str) -> Callable[[Path, list[str]], list[str]]:
    return lambda folder, files: [python, '-c', script, '|'.join(PHRASES), *files]


def _has(python: str, module: str) -> bool:
    asked = f'import importlib.util as u, sys; sys.exit(u.find_spec({module!r}) is None)'
    # without the folder of this repository, and with the packages of that environment alone
    return subprocess.run([python, '-c', asked], cwd='/', capture_output=True).returncode == 0


def _table(title: str, folder: Path, count: int, tools: list[Tool], posts: list[str]) -> None:
    """Prints what each tool takes for the files of a folder, in as many runs as there are posts."""
    files = sorted(map(str, folder.iterdir()))
    # processes share many posts only
    tools = [tool for tool in tools if count > 1 or not tool.name.endswith('one process')]
    costs: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    failed: dict[str, int] = {}
    for tool in tools:
        # fills caches, and writes the verdicts of those that keep any
        first = _run(tool, folder, files)
        if first.code not in tool.codes:
            failed[tool.name] = first.code
        elif first.seconds > DEAR:
            costs[tool.name].append(first)
    for text in posts:
        if folder.name == 'changed':
            # every time another post, since some take longer than others
            _written(folder, [f'{text} Again.'])
        for tool in tools:
            if tool.name not in failed and (not costs[tool.name] or costs[tool.name][0].seconds <= DEAR):
                costs[tool.name].append(_run(tool, folder, files))
    print(f'\n{title}')
    for name, own in costs.items():
        if name in failed:
            print(f'  {name:26} did not run: exit code {failed[name]}')
            continue
        seconds = statistics.median(one.seconds for one in own)
        memory = statistics.median(one.memory for one in own)
        clock = statistics.median(one.clock for one in own)
        rate = f'{count / clock:8,.0f} a second' if count > 1 else ''
        print(f'  {name:26} {1000 * seconds:9,.0f} ms CPU {memory:6,.0f} MB {rate}', flush=True)


def _run(tool: Tool, folder: Path, files: list[str]) -> Cost:
    command = tool.command(folder, files)
    # a small process starts the tool: its own memory counts as the tool's until that begins
    told = subprocess.run(
        [sys.executable, '-S', '-c', _LAUNCH, *command], stdout=subprocess.PIPE, check=True, cwd=folder
    ).stdout
    seconds, memory, clock, code = told.split()
    size = float(memory) / (1_000_000 if sys.platform == 'darwin' else 1000)
    return Cost(float(seconds), size, float(clock), int(code))


if __name__ == '__main__':
    main()
