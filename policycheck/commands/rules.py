"""policycheck rules: the table of what can be done with rules."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from policycheck.errors import InputError

ACTIONS: dict[str, tuple[str, str]] = {
    'list': ('rules_list', 'list the rules: id, level, title, languages'),
    'show': ('rules_show', 'show one rule: why, advice, sources, phrases, examples'),
    'test': ('rules_test', 'run the examples of rules and show those that fail'),
    'diff': ('rules_diff', 'show what a change of rules does to posts'),
    'check': ('rules_check', 'look rules over: faults, dead phrases, too broad ones, unlawful bans'),
    'verify': ('rules_verify', 'check and test in one: for hooks'),
    'new': ('rules_new', 'write a new rule file from a few answers'),
    'forms': ('rules_forms', 'show what the words and lists of a phrase stand for'),
    'schema': ('rules_schema', 'print the JSON Schema of a rule file, for editors'),
}
"""Module in policycheck.commands and help by the word that is typed."""

_USAGE = 'usage: policycheck rules ACTION [OPTIONS]   (policycheck rules ACTION --help tells more)'


def run(words: list[str]) -> int:
    """Does what the first word says; the exit code is that of the action."""
    name = words[0] if words else '--help'
    if name in ('-h', '--help', 'help'):
        width = max(map(len, ACTIONS))
        print('\n'.join([_USAGE, '', *(f'  {key:{width}}  {text}' for key, (_, text) in ACTIONS.items())]))
        return 0
    if name not in ACTIONS:
        # rapidfuzz is a slow import for the one who types right
        from policycheck.strict_yaml.fields import suggestion

        raise InputError(
            f"policycheck rules: there is no action '{name}'{suggestion(name, ACTIONS)}\n{_USAGE}"
        )
    run_: Callable[[list[str]], int] = import_module(f'policycheck.commands.{ACTIONS[name][0]}').run
    return run_(words[1:])
