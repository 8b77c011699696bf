"""What a check of a clean post loads, and who may import what."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import engine
import pytest
from started import started

SLOW = (
    'spacy',
    'pydantic',
    'yaml',
    'markdown_it',
    'numpy',
    'simplemma',
    'langdetect',
    'rapidfuzz',
    'thinc',
    'stdnum',
)

PACKAGE = engine.ROOT / 'policycheck'


@pytest.fixture(scope='module')
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small pack, its policy and posts."""
    home = tmp_path_factory.mktemp('home')
    rules = {
        't/bad': engine.find('en', '{boss} ~ "awful"', 'adjust: [{level: off, in: post, has: {en: cake}}]'),
        't/tags': engine.rule('limit: {measure: hashtags, at_most: 3}'),
        't/mail': engine.rule('detect: [email, phone, iban, card]'),
        't/regex': engine.rule('regex:\n  any: |\n    cheap\\w+'),
    }
    engine.pack(home / 'rules', rules, {'boss': {'en': '"boss"'}}, engine.QUOTED)
    (home / 'policycheck.yaml').write_text('packs: [./rules]\n', 'utf-8')
    (home / 'clean.txt').write_text('We had cake with the boss in the canteen today, thank you all!', 'utf-8')
    (home / 'judged.txt').write_text('My boss is awful at cake.', 'utf-8')
    (home / 'clean.md').write_text(
        '# Cake\n\nWe had **cake** in the [canteen](https://acme.example) today.\n', 'utf-8'
    )
    (home / 'clean.jsonl').write_text(
        ''.join(json.dumps({'text': f'Cake number {i} was good.'}) + '\n' for i in range(5))
    )
    (home / 'flagged.txt').write_text('My boss is awful, I say.', 'utf-8')
    # the first run compiles, and takes everything that it needs
    environment = {**os.environ, 'XDG_CACHE_HOME': str(home / 'cache')}
    assert started(['check', 'clean.txt'], home, environment)[0] == 0
    return home


def check(home: Path, *words: str) -> tuple[int, set[str]]:
    """The exit code of a check and the modules that it loaded."""
    code = (
        'import sys\nfrom policycheck.cli import main\n'
        f'code = main({["check", *words]!r})\n'
        "print('\\n' + ' '.join(sys.modules), file=sys.stderr)\nsys.exit(code)\n"
    )
    run = subprocess.run(
        [sys.executable, '-c', code], cwd=home, capture_output=True, text=True,
        env={**os.environ, 'XDG_CACHE_HOME': str(home / 'cache')},
    )  # fmt: skip
    return run.returncode, set(run.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    'words',
    [
        ('clean.txt',),
        ('clean.md',),
        ('clean.jsonl',),
        ('clean.txt', '--format', 'jsonl'),
        ('clean.txt', '--lang', 'en'),
        ('judged.txt',),
    ],
    ids=' '.join,
)
def test_a_clean_post_costs_none_of_the_slow_imports(home: Path, words: tuple[str, ...]) -> None:
    code, loaded = check(home, *words, '--no-cache')
    assert code == 0
    assert {'policycheck.check', 'policycheck.fast'} <= loaded
    # a match that comes to nothing needs the finders, and nothing of what reads rules
    assert ('policycheck.judging.judge' in loaded) == (words == ('judged.txt',))
    assert loaded.isdisjoint(SLOW)


@pytest.mark.parametrize('name', ['clean.txt', 'clean.md'])
def test_a_clean_post_costs_few_imports_at_all(home: Path, name: str) -> None:
    _, loaded = check(home, name, '--no-cache', '--no-meaning')
    bare = 'import sys\nprint(*sys.modules)'
    before = subprocess.check_output([sys.executable, '-c', bare], text=True).split()
    # each of them takes longer than most posts take to check
    assert (loaded - set(before)).isdisjoint(
        (
            'typing',
            'contextlib',
            'json',
            'struct',
            'importlib',
            'warnings',
            'unicodedata',
            'hashlib',
            'inspect',
        )
    )
    assert loaded.isdisjoint(
        f'policycheck.{one}'
        for one in (
            'formats.findings',
            'measures',
            'lengths',
            'kinds.detect_words',
            'headed',
            'beside',
            'recall',
        )
    )


def test_a_flagged_post_loads_spacy_and_nothing_of_the_compiler(home: Path) -> None:
    check(home, 'clean.txt')
    code, loaded = check(home, 'flagged.txt')
    assert code == 1
    assert 'spacy' in loaded
    assert loaded.isdisjoint(
        ('simplemma', 'langdetect', 'policycheck.compiling.compile', 'policycheck.schema.rulefile')
    )


@cache
def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text('utf-8'))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split('.')[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split('.')[0])
    return found


def test_only_nlp_imports_spacy() -> None:
    importers = {
        str(path.relative_to(PACKAGE).parent) for path in PACKAGE.rglob('*.py') if 'spacy' in imported(path)
    }
    assert importers == {'nlp'}


@pytest.mark.parametrize(
    ('package', 'modules'),
    [
        ('simplemma', {'compiling/forms.py', 'words/inflect.py'}),
        ('langdetect', set()),
        ('markdown_it', {'markup/markdown.py'}),
        ('stdnum', {'kinds/detect_numbers.py'}),
        ('phonenumbers', {'kinds/detect_phones.py'}),
        ('urllib', set()),
        ('socket', set()),
        ('http', set()),
        ('requests', set()),
    ],
)
def test_each_library_has_one_place(package: str, modules: set[str]) -> None:
    assert {
        str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob('*.py') if package in imported(path)
    } == modules
