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
