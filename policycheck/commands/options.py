"""Options that several commands share: how they are read, and what the terminal and the reader want."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, TextIO

from policycheck import places
from policycheck.errors import InputError
from policycheck.model import LANGUAGES


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are InputErrors, so that they leave like all others."""

    def error(self, message: str) -> NoReturn:
        """Raises InputError with the message and where help is."""
        raise InputError(f'{self.prog}: {message}; see {self.prog} --help')

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
    from policycheck.fields import suggestion

    return suggestion(word, known)


def parser(name: str, description: str, examples: str = '') -> Parser:
    """The parser of a command; ``examples`` end its help, as they stand."""
    return Parser(
        prog=f'policycheck {name}',
        description=description,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_policy(to: Parser) -> None:
    """Adds --policy."""
    to.add_argument('--policy', metavar='FILE', help='policycheck.yaml (else: looked for from here upwards)')


def add_screen_language(to: Parser) -> None:
    """Adds --screen-language."""
    to.add_argument(
        '--screen-language',
        choices=LANGUAGES,
        help='language that you are spoken to in (else: that of the system)',
    )


def policy(option: str | None, start: str | None = None) -> str | None:
    """The policy file: the option, else the nearest upwards from a path or from here; None where there is none."""
    return option or places.find(start or os.getcwd())


def screen_language(option: str | None, policy: str | None = None) -> str:
    """The language people are spoken to in: the option, the policy, the locale, English."""
    if option or policy:
        return option or policy or 'en'
    for name in ('LC_ALL', 'LC_MESSAGES', 'LANG'):
        code = os.environ.get(name, '')[:2].lower()
        if code:
            code = {'no': 'nb', 'nn': 'nb'}.get(code, code)
            return code if code in LANGUAGES else 'en'
    return 'en'


def colour(stream: TextIO) -> bool:
    """Whether a stream takes colours: a terminal that is not dumb, and NO_COLOR unset (no-color.org)."""
    return stream.isatty() and not os.environ.get('NO_COLOR') and os.environ.get('TERM') != 'dumb'


def unicode(stream: TextIO) -> bool:
    """Whether a stream takes every character."""
    return (stream.encoding or 'ascii').lower().replace('-', '').replace('_', '') in ('utf8', 'utf8sig')


def width(stream: TextIO) -> int:
    """Columns of the terminal, 80 where there is none, at most 120."""
    if not stream.isatty():
        return 80
    try:
        return max(40, min(120, os.get_terminal_size(stream.fileno()).columns))
    except OSError:
        return 80


def warn(lines: str) -> None:
    """Writes lines to standard error; what a terminal would obey in them is made visible."""
    # a run without complaints needs no patterns for them
    from policycheck.formats.excerpt import visible

    for line in lines.split('\n'):
        print(visible(line, unicode(sys.stderr)), file=sys.stderr)
