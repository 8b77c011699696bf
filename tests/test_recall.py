"""Verdicts of earlier runs: when they are believed, what they hold, and that nothing else is told with them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import engine
import pytest
from started import started

from policycheck.cli import main

RULES = {
    'a/mild': engine.find('en', '"awful winter"', 'fix: {en: {"awful": "hard"}}\nsafe: true'),
    'a/mail': engine.rule('level: warn\ndetect: [email]'),
    'a/pair': engine.find('en', '"boss" ~~ "hates"', 'level: advice'),
}
CLEAN = '---\nlang: en\nchannel: linkedin\n---\nA **fine** winter.\n'
FLAGGED = '---\nlang: en\n---\nAn Awful winter, and my boss hates it. Write to post@nordlys.example.\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with rules, posts and a cache of its own."""
    engine.pack(tmp_path / 'rules', RULES, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\n')
    (tmp_path / 'clean.md').write_text(CLEAN)
    (tmp_path / 'flagged.md').write_text(FLAGGED)
    rows = [{'text': 'A fine winter.', 'lang': 'en', 'id': name} for name in ('one', 'two')]
    (tmp_path / 'rows.jsonl').write_text(''.join(f'{json.dumps(row)}\n' for row in rows))
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.setenv('LANG', 'en_GB.UTF-8')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(['check', *words])
    return code, capsys.readouterr().out


def logs(home: Path) -> bytes:
    return b''.join(path.read_bytes() for path in (home / 'cache/policycheck/verdicts').iterdir())


@pytest.mark.parametrize(
    'words',
    [
        ('clean.md',),
        ('flagged.md',),
        ('rows.jsonl',),
        ('clean.md', 'rows.jsonl'),
        ('.',),
        ('flagged.md', '--format', 'jsonl'),
        ('.', '--format', 'json'),
        ('flagged.md', '--format', 'sarif'),
        ('clean.md', '--screen-language', 'fi', '--account', 'official'),
        ('clean.md', '--reply', '--fail-on', 'stop'),
    ],
    ids=' '.join,
)
def test_the_second_run_tells_what_the_first_told(
    home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    first = told(capsys, *words)
    assert told(capsys, *words) == first == told(capsys, *words, '--no-cache')


def modules(home: Path, *words: str) -> set[str]:
    """The modules that a check loads in a process of its own."""
    code = f"import sys\nfrom policycheck.cli import main\nmain({['check', *words]!r})\nprint('\\n', *sys.modules)"
    done = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_an_unchanged_clean_file_loads_next_to_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, 'clean.md', 'rows.jsonl')
    told(capsys, 'clean.md')
    for words in (('clean.md',), ('clean.md', 'rows.jsonl')):
        loaded = modules(home, *words)
        assert {'re', 'json', 'typing', 'policycheck.check', 'policycheck.model'} & loaded == set()


def test_an_unchanged_flagged_file_is_not_parsed_again(home: Path) -> None:
    assert 'spacy' in modules(home, 'flagged.md')
    assert 'spacy' not in modules(home, 'flagged.md')


def test_logs_hold_no_text(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, '.', '--format', 'json')
    told(capsys, 'flagged.md')
    told(capsys, 'clean.md')
    kept = logs(home).lower()
    assert [
        word for word in (b'winter', b'awful', b'boss', b'nordlys', b'post@', b'fine') if word in kept
    ] == []


CHANGES = {
    'the post': lambda home: (home / 'clean.md').write_text(CLEAN.replace('fine', 'awful').replace('*', '')),
    'a rule': lambda home: (home / 'rules/a/fine.yaml').write_text(engine.find('en', '"fine"')),
    'the policy': lambda home: (home / 'policycheck.yaml').write_text(
        'packs: [./rules]\norganisation: {name: Fine}\n'
    ),
    'a file of waivers': lambda home: (home / 'policycheck.keep.yaml').write_text(
        'keep:\n  - {file: clean.md, rule: a/mild, words: x, reason: said by a customer}\n'
    ),
    'the log is cut off': lambda home: [
        path.write_bytes(path.read_bytes()[:-40]) for path in (home / 'cache/policycheck/verdicts').iterdir()
    ],
    'the log is no log': lambda home: [
        path.write_bytes(b'\xff' * 99) for path in (home / 'cache/policycheck/verdicts').iterdir()
    ],
}


@pytest.mark.parametrize('change', CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_checked_anew(
    home: Path, capsys: pytest.CaptureFixture[str], change: object
) -> None:
    told(capsys, 'clean.md')
    assert callable(change)
    change(home)
    assert told(capsys, 'clean.md') == told(capsys, 'clean.md', '--no-cache')


def test_runs_beside_each_other_lose_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f'post{number}.md' for number in range(12)]
    for name in names:
        (home / name).write_text(CLEAN + name)
    told(capsys, 'clean.md')
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: started(['check', name], home, os.environ), names))
    assert logs(home).count(b'"linkedin"') == len(names) + 1


def test_cache_says_what_it_holds_and_clears_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, 'clean.md')
    assert main(['cache', 'info']) == 0
    assert 'logs of verdicts: 1' in capsys.readouterr().out
    assert main(['cache', 'clear']) == 0
    capsys.readouterr()
    main(['cache', 'info'])
    assert 'compiled rules: 0, logs of verdicts: 0, 0.0 MB' in capsys.readouterr().out
    assert os.listdir(home / 'cache/policycheck/verdicts') == []


KEPT = FLAGGED.replace(
    'lang: en\n',
    'lang: en\npolicycheck:\n  keep:\n'
    '    - {rule: a/mild, words: An Awful winter, reason: said by a customer, until: 2999-01-01}\n'
    '    - {rule: a/pair, words: my boss hates, reason: the boss said so, by: Kari Berg}\n',
)
BESIDE = (
    'keep:\n'
    '  - {file: flagged.md, rule: a/mild, words: An Awful winter, reason: said by a customer}\n'
    '  - {file: rows.jsonl, id: one, rule: a/mild, words: fine winter, reason: said by a customer}\n'
)


def test_posts_with_waivers_are_remembered_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / 'kept.md').write_text(KEPT)
    told(capsys, 'kept.md')
    assert 'spacy' not in modules(home, 'kept.md')
    for words in (('kept.md',), ('kept.md', '--format', 'sarif'), ('kept.md', '--account', 'official')):
        first = told(capsys, *words, '--no-cache')
        assert told(capsys, *words) == first == told(capsys, *words)
    assert [word for word in (b'awful', b'customer', b'kari') if word in logs(home).lower()] == []


def test_a_file_of_waivers_is_remembered_with_the_posts_it_names(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / 'policycheck.keep.yaml').write_text(
        BESIDE.splitlines(keepends=True)[0] + BESIDE.splitlines(True)[1]
    )
    told(capsys, '.')
    assert 'spacy' not in modules(home, '.')
    first = told(capsys, 'clean.md')
    assert {'json', 'policycheck.check'} & modules(home, 'clean.md') == set()
    assert told(capsys, 'clean.md') == first
    # a waiver that nothing needs any more is told of, whichever post changed
    (home / 'flagged.md').write_text(CLEAN)
    assert '[waiver/unused]' in told(capsys, 'clean.md')[1]
    # and it is told again while it stands
    assert '[waiver/unused]' in told(capsys, 'clean.md')[1]
    (home / 'policycheck.keep.yaml').write_text(BESIDE)
    assert told(capsys, '.')[1] == told(capsys, '.', '--no-cache')[1]
    assert told(capsys, '.')[1] == told(capsys, '.', '--no-cache')[1]


def test_a_signature_counts_for_the_one_who_writes(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / 'rules/a/pair.yaml').write_text(engine.find('en', '"boss" ~~ "hates"', 'level: stop'))
    (home / 'kept.md').write_text(KEPT)
    for _ in range(2):
        for name, waived in (('Per Dal', True), ('Kari Berg', False)):
            monkeypatch.setenv('GIT_AUTHOR_NAME', name)
            from policycheck import git

            git.author.cache_clear()
            assert ('waiver/by' in told(capsys, 'kept.md', '--account', 'official')[1]) != waived
