"""policycheck rules check: what is wrong with rules, line by line, and what to do."""

from __future__ import annotations

import os
from typing import Any

from policycheck.authoring.catalogue import catalogue
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.check_wording import say
from policycheck.compiling.load import pack_folders
from policycheck.errors import InputError
from policycheck.formats.complaints import translated
from policycheck.formats.messages import word
from policycheck.lint import run as lint
from policycheck.lint.bench import plain_policy
from policycheck.lint.finding import Finding
from policycheck.schema import policy as policies
from policycheck.schema.packs import loose_rules

_EXAMPLES = """examples:
  policycheck rules check
  policycheck rules check my-rule.yaml
  policycheck rules check policy/rules --format json
Without a path: the packs that your policycheck.yaml names beside the shipped one; the
shipped one where it names none. Exit code 0: nothing to mend; 1: something; 2: a file
could not be read."""


def run(words: list[str]) -> int:
    """Prints what is wrong as ``path:line: sentence``, with the law below a rule that is refused."""
    parser = shared.parser(
        'rules check',
        'Look rules over: faults, dead and shadowed phrases, too broad ones, old sources, unlawful bans.',
        _EXAMPLES,
    )
    parser.add_argument(
        'path', nargs='?', metavar='PATH', help='a rule file, its id, a word list or a folder of rules'
    )
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    shared.add_format(parser)
    given = parser.parse_args(words)
    outcome, language = looked_over(given.path, given.policy, given.screen_language)
    if given.format == 'json':
        page.data(plain(outcome, language))
    else:
        write(outcome, language)
    return code(outcome)


def looked_over(
    path: str | None, policy: str | None, screen_language: str | None
) -> tuple[lint.Outcome, str]:
    """What is wrong with the rules at a path, and the reader's language, by the options of the command line."""
    policy = shared.policy(policy, path)
    settings = plain_policy(policy)
    language = shared.screen_language(screen_language, settings.get('screen_language'))
    return lint.check(_target(path, policy), settings), language


def code(outcome: lint.Outcome) -> int:
    """The exit code: 0 for nothing to mend, 1 for something, 2 for a file that could not be read."""
    return 2 if outcome.unreadable else int(bool(outcome.findings))


def _target(path: str | None, policy: str | None) -> lint.Target:
    base = pack_folders(policies.plain(policies.load(policy) if policy else policies.STARTER), policy)
    shipped = pack_folders({}, None)
    if path is None:
        own = [root for root in base if os.path.realpath(root) != os.path.realpath(shipped[0])]
        return lint.packs(base, own or shipped)
    if not os.path.lexists(path):
        known = catalogue(policy).files
        if path in known:
            return lint.file(base, known[path])
        raise InputError('there is no such file or folder, and no rule of this id', path)
    if not os.path.isdir(path):
        return lint.file(base, path)
    loose = loose_rules(path)
    real = os.path.realpath(path)
    # a part of a pack: its rules are called after the place in it
    whole = next((root for root in base if real.startswith(os.path.realpath(root) + os.sep)), None)
    if whole is not None or os.path.basename(real) == 'words':
        target = lint.packs(base, [whole or os.path.dirname(real)]).below(path)
    else:
        target = lint.files(base, loose) if loose else lint.packs(base, [path])
    if not target.rules and not target.lists:
        raise InputError('there are no rules in this folder; a rule stands in <topic>/<name>.yaml', path)
    return target


def write(outcome: lint.Outcome, language: str) -> None:
    """Prints what is wrong, line by line, and counts."""
    told: set[tuple[str, str]] = set()
    for finding in outcome.findings:
        page.put(f'{os.path.relpath(finding.path)}:{finding.line}: {_sentence(finding, language)}')
        for law in finding.laws:
            if (finding.path, law['source']) in told:
                continue
            told.add((finding.path, law['source']))
            values = {'reason': law[language], 'source': law['source'], 'checked': law['checked']}
            page.wrap(say('law', language, **values), '    ', '      ')
    if outcome.untried:
        page.put(say('untried', language))
    counts = {'rules': outcome.rules, 'lists': outcome.lists, 'count': len(outcome.findings)}
    page.put(say('counts', language, **counts))


def _sentence(finding: Finding, language: str) -> str:
    values: dict[str, Any] = dict(finding.values)
    if finding.kind == 'fault':
        values['message'] = translated(values['message'], language)
    if 'lang' in values:
        values['language'] = word('language', values['lang'], language)
    if 'level' in values:
        values['level'] = word('level', values['level'], language)
    for key in ('shape', 'safer'):
        if key in values:
            values[key] = values[key][language]
    return say(finding.kind, language, **values)


def plain(outcome: lint.Outcome, language: str) -> dict[str, Any]:
    """The document for programs."""
    return {
        'version': 1,
        'findings': [
            {
                'path': finding.path,
                'line': finding.line,
                'kind': finding.kind,
                'message': _sentence(finding, language),
                'values': {
                    key: value[language] if isinstance(value, dict) else value
                    for key, value in finding.values.items()
                },
                'laws': [
                    {'reason': law[language], 'source': law['source'], 'checked': law['checked']}
                    for law in finding.laws
                ],
            }
            for finding in outcome.findings
        ],
        'totals': {
            'rules': outcome.rules,
            'lists': outcome.lists,
            'findings': len(outcome.findings),
            'unreadable': outcome.unreadable,
            'untried': outcome.untried,
        },
    }
