"""Command lines read by argparse, whose complaints leave as all others do."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from policycheck.errors import InputError


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are InputErrors, so that they leave like all others."""

    def error(self, message: str) -> NoReturn:
        """Raises InputError with the message and where help is."""
        raise InputError(f'{self.prog}: {message}\nhelp: {self.prog} --help')

    def parse_args(self, words: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """The options by name; raises InputError for what is no option of the command."""
        given, unknown = self.parse_known_args(words, namespace)
        if unknown:
            name = unknown[0].split('=')[0]
            near = _suggestion(name, self._option_string_actions) if name.startswith('-') else ''
            self.error(
                f"there is no option '{name}'{near}" if name.startswith('-') else f"'{name}' is one too many"
            )
        return given

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            names = list(map(str, action.choices))
            near = _suggestion(str(value), names)
            known = '' if near.startswith('; one of') else f'; one of {", ".join(names)}'
            raise argparse.ArgumentError(action, f"'{value}' is not known{near}{known}")


def _suggestion(word: str, known: Iterable[str]) -> str:
    # rapidfuzz and pydantic are slow imports for the one who types right
    from policycheck.strict_yaml.fields import suggestion

    return suggestion(word, known)
