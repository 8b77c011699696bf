"""What several test modules compile once: engine lists with their inflected forms, and the shipped rules."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest

from policycheck.compiled import Ruleset
from policycheck.load import load


@pytest.fixture(scope='session')
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    """The rules of the repository under the policy that their examples are written for."""
    cache = tmp_path_factory.mktemp('cache')
    return load(str(engine.SHIPPED / 'sample-organisation.yaml'), cache=str(cache), quiet=True)


@pytest.fixture(scope='session')
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which inflected forms are kept for the rest of the run."""
    return tmp_path_factory.mktemp('forms')


@pytest.fixture(scope='session')
def app_policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A policy with one small rule a level, for the tests of the app."""
    import screens

    return screens.home(tmp_path_factory.mktemp('app'))


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders for settings and state, empty and apart."""
    for name in ('XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'APPDATA', 'LOCALAPPDATA'):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path
