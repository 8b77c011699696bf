"""The hooks: a real pre-commit in a real repository refuses a commit, and accepts it once it is mended."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import engine
import pytest
import yaml
from started import started

from policycheck.readers.drafts import READERS
from policycheck.repository.repository_files import pieces

HOOKS = {hook['id']: hook for hook in yaml.safe_load((engine.ROOT / '.pre-commit-hooks.yaml').read_text())}
RULES = {'a/mild': engine.find('en', '"awful winter"')}
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if not name.startswith(('GIT_', 'PRE_COMMIT'))
} | {
    'GIT_CONFIG_GLOBAL': os.devnull,
    'GIT_AUTHOR_NAME': 'Kari Berg',
    'GIT_AUTHOR_EMAIL': 'kari@nordlys.example',
    'GIT_COMMITTER_NAME': 'Kari Berg',
    'GIT_COMMITTER_EMAIL': 'kari@nordlys.example',
    'PATH': os.pathsep.join((str(Path(sys.executable).parent), os.environ['PATH'])),
}  # fmt: skip


def git(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **ENVIRONMENT,
        'XDG_CACHE_HOME': str(home.parent / 'cache'),
        'PRE_COMMIT_HOME': str(home.parent / 'pc'),
    }
    return subprocess.run(['git', *words], cwd=home, env=environment, capture_output=True, text=True)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A repository with rules and the policy that leaves README.md out, nothing committed."""
    home = tmp_path / 'repo'
    engine.pack(home / 'rules', RULES, shipped=engine.QUOTED)
    (home / 'policycheck.yaml').write_text(
        'packs: [./rules]\nlanguages: [en]\nfiles: {include: ["posts/*.md"]}\n'
    )
    (home / 'posts').mkdir()
    (home / 'README.md').write_text('How we handle an awful winter.\n')
    (home / 'posts/new.md').write_text('An awful winter.\n')
    git(home, 'init', '-q')
    return home


def test_hooks_take_every_file_that_can_be_read() -> None:
    import re

    files = re.compile(HOOKS['policycheck']['files'])
    assert [ending for ending in READERS if not files.search(f'a{ending}')] == []
    assert all(hook['require_serial'] for hook in HOOKS.values())


@pytest.mark.parametrize('hook', HOOKS.values(), ids=HOOKS)
def test_entries_are_commands_of_ours(hook: dict[str, str], tmp_path: Path) -> None:
    program, *words = hook['entry'].split()
    assert program == 'policycheck'
    assert started([*words, '--help'], tmp_path, ENVIRONMENT)[0] == 0


@pytest.mark.skipif(
    not shutil.which('pre-commit', path=ENVIRONMENT['PATH']), reason='pre-commit is not installed'
)
def test_pre_commit_refuses_a_commit_and_then_accepts_it(home: Path, shipped_cache: Path) -> None:
    # unlawful bans are measured against the shipped rules: they are compiled already
    engine.keep_compiled(shipped_cache, home.parent / 'cache' / 'policycheck')
    # language: system, since the hook's own environment would be installed over the network
    hooks = [
        {**hook, 'language': 'system', 'entry': f'{sys.executable} -m {hook["entry"]}'}
        for hook in HOOKS.values()
    ]
    for hook in hooks:
        hook.pop('minimum_pre_commit_version')
    config = {'repos': [{'repo': 'local', 'hooks': hooks}]}
    (home / '.pre-commit-config.yaml').write_text(yaml.safe_dump(config))
    installed = subprocess.run(
        [sys.executable, '-m', 'pre_commit', 'install'],
        cwd=home, env={**ENVIRONMENT, 'PRE_COMMIT_HOME': str(home.parent / 'pc')}, capture_output=True,
    )  # fmt: skip
    assert installed.returncode == 0
    git(home, 'add', 'posts', 'README.md', 'policycheck.yaml', '.pre-commit-config.yaml')
    refused = git(home, 'commit', '-m', 'first')
    told = refused.stdout + refused.stderr
    assert refused.returncode == 1
    assert 'posts/new.md:1:4' in told
    assert 'README.md' not in told
    (home / 'posts/new.md').write_text('A long winter.\n')
    git(home, 'add', 'posts', 'rules/a')
    accepted = git(home, 'commit', '-m', 'first')
    assert (accepted.returncode, git(home, 'log', '--format=%s').stdout) == (0, 'first\n'), accepted.stderr


def test_a_plain_git_hook_refuses_too(home: Path) -> None:
    hook = home / '.git/hooks/pre-commit'
    hook.write_text(f'#!/bin/sh\nexec {sys.executable} -m policycheck check --staged\n')
    hook.chmod(0o755)
    git(home, 'add', '.')
    assert git(home, 'commit', '-m', 'first').returncode == 1
    (home / 'posts/new.md').write_text('A long winter.\n')
    # what lies in the folder does not count, what is staged does
    assert git(home, 'commit', '-m', 'first').returncode == 1
    git(home, 'add', '.')
    assert git(home, 'commit', '-m', 'first').returncode == 0


def init(home: Path, *words: str, answer: str = '') -> subprocess.CompletedProcess[str]:
    command = [sys.executable, '-m', 'policycheck', 'init', '--repo', *words]
    environment = {**ENVIRONMENT, 'LANG': 'en_GB.UTF-8'}
    return subprocess.run(command, cwd=home, env=environment, input=answer, capture_output=True, text=True)


def test_init_writes_what_a_repository_needs_and_leaves_what_it_has(home: Path) -> None:
    (home / 'policycheck.yaml').unlink()
    (home / '.pre-commit-config.yaml').write_text('repos: []\n')
    done = init(home, '--yes')
    assert done.returncode == 0, done.stderr
    assert (home / '.pre-commit-config.yaml').read_text() == 'repos: []\n'
    assert '- id: policycheck-rules' in done.stdout
    workflow = yaml.safe_load((home / '.github/workflows/policycheck.yml').read_text())
    assert workflow['jobs']['posts']['steps'][-1]['run'].startswith('policycheck check --diff')
    assert (home / 'policycheck.yaml').exists()
    assert 'Nothing was written' in init(home, '--yes').stdout


WORKFLOW = '.github/workflows/policycheck.yml'
HAS = {
    'neither': ([], [WORKFLOW]),
    'GitHub': (['.github/CODEOWNERS'], [WORKFLOW]),
    'GitLab': (['.gitlab-ci.yml'], ['.gitlab-ci.yml']),
    'both': (['.gitlab-ci.yml', '.github/CODEOWNERS'], ['.gitlab-ci.yml', WORKFLOW]),
}


@pytest.mark.parametrize(('there', 'shown'), HAS.values(), ids=HAS)
def test_each_kind_of_ci_that_there_is_gets_its_part(
    tmp_path: Path, there: list[str], shown: list[str]
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    names = [str(Path(one.path).relative_to(tmp_path)) for one in pieces(str(tmp_path))]
    assert names == ['.pre-commit-config.yaml', *shown]


def test_init_writes_nothing_without_consent(home: Path) -> None:
    done = init(home, answer='n\n')
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        0,
        'Write them? y yes, n no: Nothing was written.',
    )
    assert not (home / '.github').exists()


def test__init_needs_a_repository(tmp_path: Path) -> None:
    done = init(tmp_path, '--yes')
    assert (done.returncode, done.stderr) == (
        2,
        '.: --repo writes into a git repository, and this folder is in none; run git init\n',
    )
