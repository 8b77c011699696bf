"""What several test modules compile once: engine lists with their inflected forms, and the shipped rules."""

from __future__ import annotations

import gc
import os
import re
import signal
from collections.abc import Generator
from pathlib import Path

import engine
import pytest
from filelock import FileLock
from hypothesis import settings

from policycheck.at_rest import AtRest
from policycheck.compiled import Ruleset
from policycheck.compiling.forms import Forms, additions
from policycheck.compiling.load import load
from policycheck.lint.protected import protected_words
from policycheck.model import LANGUAGES
from policycheck.schema.packs import read_pack

# the processes of a run share the cores: a model that takes them all in each only makes them wait
os.environ.setdefault('OMP_NUM_THREADS', '1')

# a shell that starts the suite in the background lets it ignore Control-C, and the programs it tests with it
signal.signal(signal.SIGINT, signal.default_int_handler)

# a machine that is busy with something else is no fault; what must be fast is timed by a test of its own
settings.register_profile('suite', deadline=None)
settings.load_profile('suite')


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: tests of the screen wait most of their time."""
    return min(os.cpu_count() or 1, 6) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Nothing that is imported and collected goes away: the garbage collector does not walk through it."""
    with AtRest():
        found = yield
    gc.freeze()
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First the longest test, which compiles the shipped rules; others that need these come when they are there."""

    def turn(item: pytest.Item) -> int:
        if item.path.stem == 'test_walkthrough':
            return 0
        return 2 if {'shipped_cache', 'starter'} & {*getattr(item, 'fixturenames', ())} else 1

    items.sort(key=turn)


@pytest.fixture(scope='session')
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if 'PYTEST_XDIST_WORKER' in os.environ else own


@pytest.fixture(scope='session', autouse=True)
def own_cache(together: Path) -> None:
    """Nothing goes into the user's own cache: tests that name none share one of this run."""
    os.environ['XDG_CACHE_HOME'] = str(together / 'cache')
    os.environ['LOCALAPPDATA'] = str(together / 'cache')


@pytest.fixture(scope='session')
def shipped_cache(together: Path) -> Path:
    """A cache with the rules of the repository under the policy that their examples are written for."""
    cache = together / 'shipped' / 'policycheck'
    # one process compiles, the others wait for what it made
    with FileLock(together / 'shipped.lock'):
        load(str(engine.SAMPLE), cache=str(cache), quiet=True)
    return cache


@pytest.fixture(scope='session')
def shipped(shipped_cache: Path) -> Ruleset:
    """The rules of the repository, as they are compiled there."""
    return load(str(engine.SAMPLE), cache=str(shipped_cache), quiet=True)


@pytest.fixture(scope='session')
def forms(together: Path, shipped_cache: Path) -> Path:
    """A folder, which is a cache too, in which inflected forms are kept; those of the shipped rules are there,
    compiled in the cache."""
    folder = together / 'forms'
    with FileLock(together / 'forms.lock'):
        if not folder.exists():
            engine.keep_forms(shipped_cache, folder)
            engine.keep_compiled(shipped_cache, folder / 'policycheck')
            # those that every check of rules asks for, or the walkthrough: else dictionaries are read for them
            pack = additions([read_pack(str(engine.SHIPPED))])
            page = set(re.findall(r'\w+', (engine.ROOT / 'docs/writing-rules.md').read_text('utf-8')))
            for lang in LANGUAGES:
                Forms(str(folder / 'policycheck'), pack).of(lang, page.union(protected_words(lang)), {})
    return folder


@pytest.fixture(scope='session')
def starter(together: Path, forms: Path) -> Path:
    """The same folder with the shipped rules as they are where there is no policy: what bans are measured against."""
    with FileLock(together / 'starter.lock'):
        load(None, cache=str(forms / 'policycheck'), quiet=True)
    return forms


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
