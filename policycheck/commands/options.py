"""Options that several commands share: how they are read, and what the terminal and the reader want."""

from __future__ import annotations

import os
import sys

from policycheck import machine
from policycheck.model import CHANNELS, LANGUAGES
from policycheck.readers.drafts import PLAIN, Layout
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TextIO

    from policycheck.commands.arguments import Parser
    from policycheck.errors import InputError


class Option(NamedTuple):
    """An option of a command as both of its readers know it."""

    help: str
    choices: tuple[str, ...] = ()
    default: str | None = None
    switch: bool = False
    """Takes no value; True where it is given."""
    repeated: bool = False
    """May be given several times; the values come as a list."""
    metavar: str = 'FILE'
    """What stands for the value in the help, where there are no choices."""


def quick(words: list[str], options: Mapping[str, Option]) -> dict[str, Any] | None:
    """The options by name, and under ``paths`` the rest, of a command line that is plainly right.

    None where argparse has to look at it: for help, for mistakes, for --name=value. It takes as
    long to load as a post takes to check.
    """
    given: dict[str, Any] = {_key(name): option.default for name, option in options.items()}
    given['paths'] = paths = []
    rest = iter(words)
    for word in rest:
        option = options.get(word)
        if option is None:
            if word.startswith('-') and word != '-':
                return None
            paths.append(word)
        elif option.switch:
            given[_key(word)] = True
        else:
            value = next(rest, '-')
            if value.startswith('-') or (option.choices and value not in option.choices):
                return None
            given[_key(word)] = [*(given[_key(word)] or ()), value] if option.repeated else value
    return given if paths else None


def _key(name: str) -> str:
    return name[2:].replace('-', '_')


def parsed(words: list[str], to: Parser, options: Mapping[str, Option]) -> dict[str, Any]:
    """The options by name, and what else the parser knows of, by argparse; raises InputError."""
    for name, option in options.items():
        if option.switch:
            to.add_argument(name, action='store_true', default=option.default, help=option.help)
            continue
        to.add_argument(
            name,
            action='append' if option.repeated else 'store',
            choices=option.choices or None,
            metavar=None if option.choices else option.metavar,
            default=option.default,
            help=option.help,
        )
    given: dict[str, Any] = vars(to.parse_args(words))
    return given


def parser(name: str, description: str, examples: str = '') -> Parser:
    """The parser of a command; ``examples`` end its help, as they stand."""
    import argparse

    from policycheck.commands.arguments import Parser

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


def add_meaning(to: Parser) -> None:
    """Adds --no-meaning."""
    to.add_argument(
        '--no-meaning', action='store_true', help='go by words alone, also where a model is installed'
    )


def add_screen_language(to: Parser) -> None:
    """Adds --screen-language."""
    to.add_argument(
        '--screen-language',
        choices=LANGUAGES,
        help='language that you are spoken to in (else: that of the system)',
    )


def add_format(to: Parser) -> None:
    """Adds --format: text for people, json for programs."""
    to.add_argument('--format', choices=('text', 'json'), default='text', help='text (default) or json')


def add_context(to: Parser) -> None:
    """Adds the options that say where drafts are published: --lang, --channel, --account, --reply."""
    to.add_argument('--lang', choices=LANGUAGES, help='language of the drafts (else: found out)')
    to.add_argument('--channel', choices=CHANNELS, help='where they are published')
    to.add_argument('--account', choices=('personal', 'official'), help='whose account')
    to.add_argument('--reply', action='store_true', default=None, help='they answer somebody')


MAP = 'text=COLUMN,channel=COLUMN,...: columns of CSV, keys of JSON and YAML'
SPLIT = 'the line between the posts of a text or Markdown file'


def add_reading(to: Parser) -> None:
    """Adds the options that say how posts stand in files: --map, --split."""
    to.add_argument('--map', metavar='COLUMNS', help=MAP)
    to.add_argument('--split', metavar='LINE', help=SPLIT)


def layout(given: Any, policy: Mapping[str, Any]) -> Layout:
    """How posts stand in files: the options of ``add_reading``, else ``files`` of the policy; raises InputError."""
    files = policy.get('files') or {}
    said, line = given.map, given.split
    if line is None:
        line = files.get('split')
    columns = None
    if said is not None:
        from policycheck.readers.columns import given as columns_given

        columns = columns_given(said)
    elif files.get('map'):
        from policycheck.readers.columns import Columns

        columns = Columns(files['map'], strict=False)
    if line is None and columns is None:
        return PLAIN
    from policycheck.readers.threads import separator

    return Layout(columns, None if line is None else separator(line))


def settings(given: Any) -> dict[str, Any]:
    """What the options of ``add_context`` say, by name, as check wants it."""
    return {name: getattr(given, name) for name in ('lang', 'channel', 'account', 'reply')}


def policy(option: str | None, start: str | None = None) -> str | None:
    """The policy file: the option, else the nearest upwards from a path or from here; None where there is none."""
    return option or machine.find(start or os.getcwd())


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


def encoding(stream: TextIO) -> str:
    """The encoding of a stream: 'utf-8' also where it has a mark before it, 'ascii' where it has none."""
    name = (stream.encoding or 'ascii').lower().replace('_', '-')
    return 'utf-8' if name in ('utf8', 'utf-8-sig') else name


def unicode(stream: TextIO) -> bool:
    """Whether a stream takes every character."""
    return encoding(stream) == 'utf-8'


def width(stream: TextIO) -> int:
    """Columns of the terminal, 80 where there is none, at most 120."""
    if not stream.isatty():
        return 80
    try:
        return max(40, min(120, os.get_terminal_size(stream.fileno()).columns))
    except OSError:
        return 80


def asked_language(words: list[str]) -> str:
    """The reader's language by an unread command line: --screen-language where it is right, else the locale."""
    for at, word in enumerate(words):
        name, _, value = word.partition('=')
        # init takes both names
        if name in ('--screen-language', '--language'):
            value = value or next(iter(words[at + 1 :]), '')
            return screen_language(value if value in LANGUAGES else None)
    return screen_language(None)


def reading_told(option: str | None) -> str | None:
    """What is said where rules have to be compiled; None where nobody reads it."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    from policycheck.commands.wording import say

    return say('notice.reading', screen_language(option))


def complain(error: InputError, language: str) -> None:
    """Writes the line of an error to standard error, in the reader's language as far as it is known there."""
    from policycheck.formats.complaints import told

    warn(told(error, language))


def warn(lines: str) -> None:
    """Writes lines to standard error; what a terminal would obey in them is made visible."""
    # a run without complaints needs no patterns for them
    from policycheck.formats.excerpt import visible

    for line in lines.split('\n'):
        print(visible(line, encoding(sys.stderr)), file=sys.stderr)
