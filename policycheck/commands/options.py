"""Options that several commands share: how they are read, and what the terminal and the reader want."""

from __future__ import annotations

import argparse
import os
import sys
from typing import NoReturn, TextIO

from policycheck.errors import InputError
from policycheck.model import LANGUAGES


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are InputErrors, so that they leave like all others."""

    def error(self, message: str) -> NoReturn:
        """Raises InputError with the message and where help is."""
        raise InputError(f'{self.prog}: {message}; see {self.prog} --help')


def parser(name: str, description: str) -> Parser:
    """The parser of a command."""
    return Parser(prog=f'policycheck {name}', description=description, allow_abbrev=False)


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


def warn(line: str) -> None:
    """Writes one line to standard error."""
    print(line, file=sys.stderr)
