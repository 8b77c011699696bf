"""The example repository: in four languages, with a schedule, waivers and a baseline, and nothing left to tell."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import engine
import pytest

from policycheck.cli import main

RULE = (engine.SHIPPED / 'style/exclamations.yaml').read_text('utf-8')


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the repository, under the one rule that its posts are about."""
    home = tmp_path / 'repo'
    shutil.copytree(engine.ROOT / 'examples/content-repo', home)
    engine.pack(tmp_path / 'rules', {'style/exclamations': RULE}, shipped=engine.QUOTED)
    policy = (home / 'policycheck.yaml').read_text('utf-8')
    (home / 'policycheck.yaml').write_text(f'packs: [../rules]\n{policy}', 'utf-8')
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.setenv('LANG', 'en_GB.UTF-8')
    monkeypatch.chdir(home)
    return home


def test_the_example_repository_is_quiet(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['check', '.', '--format', 'jsonl']) == 0
    rows = list(map(json.loads, capsys.readouterr().out.splitlines()))
    assert {row['lang'] for row in rows} == {'en', 'nb', 'sv', 'fi'}
    assert [flag['rule'] for row in rows for flag in row['flags']] == []
    kept = sorted((Path(row['path']).name, one['kept']['how']) for row in rows for one in row['kept'])
    assert kept == [
        ('apen-dag.nb.md', 'baseline'),
        ('heat-pumps.en.md', 'waiver'),
        ('queue.jsonl', 'baseline'),
        ('queue.jsonl', 'waiver'),
    ]
    assert main(['baseline', 'check']) == 0
