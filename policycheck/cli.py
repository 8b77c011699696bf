"""Arguments in, exit code out: the table of commands and the one place where errors become lines."""

from __future__ import annotations

import gc
import os
import sys

from policycheck import __version__
from policycheck.at_rest import AtRest
from policycheck.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS: dict[str, tuple[str, str]] = {
    'baseline': ('baseline', 'write down the findings of today, so that only new ones are told'),
    'cache': ('cache', 'say what is kept from earlier runs, or remove it'),
    'check': ('check', 'check drafts: text, Markdown, JSON Lines, folders, or - for standard input'),
    'eval': ('evaluate', 'measure the rules on labelled posts'),
    'explain': ('explain', 'say why each flag is there, or why a rule is silent'),
    'fix': ('fix', 'make the changes that flags offer, in the files'),
    'init': ('init', 'write a commented policycheck.yaml for your organisation'),
    'open': ('tui.start', 'open the app, with a draft or without: flags while you write'),
    'parse': ('parse', 'print the tokens, clauses, classes and marks of a draft'),
    'plain': ('tui.plain', 'the same check question by question, for screen readers and pipes'),
    'train': ('train', 'learn from example posts: what rules with like: go by'),
    'rules': ('rules', 'list, show, test, check and compare rules, write new ones'),
}
"""Module and help by the name that is typed; the module is one of policycheck.commands, or of the app."""

_OF_THE_APP = ('--account', '--channel', '--lang', '--plain', '--policy', '--reply', '--screen-language')
"""Options that may stand where a command does: it is the app that they are for."""

_USAGE = 'usage: policycheck COMMAND [OPTIONS]   (policycheck COMMAND --help tells more)'


_YOUNG = 50_000
"""Objects that may come before the collector walks over them: a run makes many that stay and hardly a cycle."""


def program() -> None:
    """Runs the command of the command line and ends the process with its exit code.

    To take everything apart, as Python does at the end, costs a short run more than it lasts by itself.
    """
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
    code = main()
    threading = sys.modules.get('threading')
    if threading is not None and threading.active_count() > 1:
        # those of the app may still be writing
        sys.exit(code)
    os._exit(code)


def main(arguments: list[str] | None = None) -> int:
    """Runs a command; the exit code is 0, 1, 2, 3 or 130, as README.md lists them."""
    words = sys.argv[1:] if arguments is None else arguments
    _open_closed()
    if sys.stdout is None:
        # as Python has it where the shell has closed it: >&-
        print(_said('notice.stdout', words), file=sys.stderr)
        return 2
    try:
        code = _run(words)
        sys.stdout.flush()
        sys.stderr.flush()
        return code
    except InputError as err:
        # the one place of errors: a path or a key in them may hold what a terminal obeys
        from policycheck.commands.options import asked_language, complain

        complain(err, asked_language(words))
        return 2
    except KeyboardInterrupt:
        print('\n' + _said('notice.ended', words), file=sys.stderr)
        return 130
    except OSError as err:
        # the rest of the output has nowhere to go, and Python would complain of it at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(err, BrokenPipeError):
            # the reader of our output has gone, head for instance: nothing is left to tell it
            return 0
        print(f'policycheck: {err.strerror or err}', file=sys.stderr)
        return 2


def _said(key: str, words: list[str]) -> str:
    from policycheck.commands.options import asked_language
    from policycheck.commands.wording import say

    return say(key, asked_language(words))


def _open_closed() -> None:
    """Opens on nothing what the shell has closed (2>&-): else a file takes its number, and errors go into that."""
    if sys.stderr is not None and sys.stdin is not None and sys.stdout is not None:
        return
    number = 0
    while number <= 2:
        # the lowest free number is what a file gets
        number = os.open(os.devnull, os.O_RDWR)
    os.close(number)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, 'w', encoding='utf-8')  # noqa: SIM115, for the whole run


def _run(words: list[str]) -> int:
    name = words[0] if words else 'open' if sys.stdin is not None and sys.stdin.isatty() else '--help'
    if name in ('-h', '--help', 'help'):
        print(_help())
        return 0
    if name in ('-V', '--version'):
        print(f'policycheck {__version__}')
        return 0
    if name.split('=')[0] in _OF_THE_APP:
        name, words = 'open', ['open', *words]
    if name not in COMMANDS:
        # rapidfuzz is a slow import for the one who types right
        from policycheck.strict_yaml.fields import suggestion

        raise InputError(f"policycheck: there is no command '{name}'{suggestion(name, COMMANDS)}\n{_USAGE}")
    if name == 'check' and '--no-cache' not in words:
        from policycheck.repository import recall

        known = recall.answer(words[1:])
        if known is not None:
            return known
    with AtRest():
        module = COMMANDS[name][0]
        place = module if '.' in module else f'commands.{module}'
        # importlib takes a module along that a run does without
        run: Callable[[list[str]], int] = __import__(f'policycheck.{place}', fromlist=('run',)).run
    return run(words[1:])


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = [f'  {name:{width}}  {text}' for name, (_, text) in COMMANDS.items()]
    return '\n'.join(
        [
            'policycheck reads a draft post before it is published. Nothing leaves this computer.',
            '',
            _USAGE,
            '',
            *lines,
            '',
            'Without a command it opens the app. Try: policycheck check post.md',
        ]
    )
