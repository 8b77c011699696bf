"""The user's own settings: a small YAML file, read as strictly as rules are, and written by the app."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from policycheck.errors import InputError
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple

ACTIONS = (
    'help', 'check', 'rules', 'fix', 'pane', 'previous', 'next', 'finish', 'open', 'context', 'palette', 'quit',
)  # fmt: skip
"""Actions whose keys can be changed, by the id of their binding."""
FIXED = ('help', 'quit')
"""They keep their own keys whatever the settings say."""


class Settings(NamedTuple):
    """``language`` None: that of the system. ``off``: tips that this user has turned off, by rule."""

    language: str | None = None
    theme: str = 'dark'
    glyphs: str = 'unicode'
    recovery: bool = True
    record: bool = False
    """Keep a record of finished texts: hashes, rules and reasons, never text."""
    cursor_blink: bool = True
    plain: bool = False
    first_run: bool = True
    policy: str | None = None
    """A policycheck.yaml for drafts that have none in their folder or above."""
    keys: tuple[tuple[str, str], ...] = ()
    off: tuple[str, ...] = ()


_CHOICES: dict[str, tuple[str, ...]] = {
    'language': LANGUAGES,
    'theme': ('dark', 'light', 'contrast'),
    'glyphs': ('unicode', 'shapes', 'ascii'),
}
_SWITCHES = ('recovery', 'record', 'cursor_blink', 'plain', 'first_run')
_YES = {'true': True, 'yes': True, 'on': True, 'false': False, 'no': False, 'off': False}


def path() -> str:
    """Where the settings are: the user's folder for configuration."""
    from platformdirs import user_config_path

    return str(user_config_path('policycheck', appauthor=False) / 'settings.yaml')


def load(file: str) -> Settings:
    """The settings of a file; the ordinary ones where there is none. Raises InputError for what is wrong."""
    if not os.path.lexists(file):
        return Settings()
    from policycheck.strict_yaml import yamlfile

    content = yamlfile.read(file)
    if not content.strip():
        return Settings()
    located = yamlfile.parse(content, file)
    found: dict[str, Any] = {}
    for key, value in located.value.items():
        line = located.line(key)

        def wrong(message: str, at: int = line) -> InputError:
            return InputError(message, file, at)

        if key not in Settings._fields:
            raise wrong(f"'{key}' is no setting{_near(key, Settings._fields)}")
        if value is None:
            continue
        found[key] = _keys(value, wrong) if key == 'keys' else _value(key, value, wrong)
    return Settings(**found)


def _value(key: str, value: Any, wrong: Callable[[str], InputError]) -> Any:
    if key == 'off':
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise wrong("off is a list of rules, such as ['style/hashtags']")
    if not isinstance(value, str):
        raise wrong(f'{key} has to be a single value')
    if key in _SWITCHES:
        if value.lower() not in _YES:
            raise wrong(f"{key} is true or false, not '{value}'")
        return _YES[value.lower()]
    if key == 'policy':
        return value
    choices = _CHOICES[key]
    if value not in choices:
        raise wrong(f"{key} is one of {', '.join(choices)}, not '{value}'{_near(value, choices)}")
    return value


def _keys(value: Any, wrong: Callable[[str], InputError]) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise wrong('keys holds actions and keys, such as {fix: f3}')
    for action, key in value.items():
        if action not in ACTIONS:
            raise wrong(f"keys: '{action}' is no action{_near(action, ACTIONS)}")
        if action in FIXED:
            raise wrong(f'keys: {action} keeps its own key, so that there is always a way out')
        if not isinstance(key, str) or not key.strip():
            raise wrong(f'keys: {action} needs a key, such as f3 or ctrl+t')
        if len(key.strip()) == 1:
            raise wrong(f"keys: '{key}' is needed for writing; take a key such as f3 or ctrl+t")
    used = list(value.values())
    twice = next((key for key in used if used.count(key) > 1), None)
    if twice:
        raise wrong(f"keys: '{twice}' stands for two actions")
    return tuple((action, key.strip().lower()) for action, key in value.items())


def _near(word: str, known: tuple[str, ...]) -> str:
    from policycheck.strict_yaml.fields import suggestion

    return suggestion(word, known)


def save(settings: Settings, file: str) -> None:
    """Writes the settings that differ from the ordinary ones; may raise OSError."""
    import json

    from policycheck.artefact import write_file

    ordinary = Settings()
    lines = ['# policycheck: your own settings. README.md lists them.']
    for key, value in settings._asdict().items():
        if value == getattr(ordinary, key):
            continue
        plain = dict(value) if key == 'keys' else list(value) if key == 'off' else value
        # JSON is YAML too
        lines.append(f'{key}: {json.dumps(plain, ensure_ascii=False)}')
    os.makedirs(os.path.dirname(file), exist_ok=True)
    write_file(file, ('\n'.join(lines) + '\n').encode())
