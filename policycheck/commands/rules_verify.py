"""policycheck rules verify: changed rule files looked over and their examples run, for hooks."""

from __future__ import annotations

from policycheck.commands import options as shared
from policycheck.commands import rules_check, rules_test
from policycheck.commands.rules_named import holds_rules

_EXAMPLES = """examples:
  policycheck rules verify policy/rules/tone/cheap.yaml
  policycheck rules verify policy/rules
A folder is a pack, a topic of one, or just holds rule files.
Exit code 0: all is well; 1: something is to be mended; 2: a file could not be read."""


def run(words: list[str]) -> int:
    """Does for each path what ``rules check`` and ``rules test`` do; the gravest of their exit codes."""
    parser = shared.parser('rules verify', 'Look changed rule files over and run their examples.', _EXAMPLES)
    parser.add_argument('paths', nargs='+', metavar='PATH', help='rule files, word lists and folders of them')
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    more = []
    for name in ('policy', 'screen_language'):
        if getattr(given, name):
            more += [f'--{name.replace("_", "-")}', getattr(given, name)]
    codes = [rules_check.run([path, *more]) for path in given.paths]
    # a word list, or a file of labels or precedents, has no examples
    rules = [path for path in given.paths if holds_rules(path)] if max(codes) < 2 else []
    if rules:
        codes.append(rules_test.run([*rules, *more]))
    return max(codes)
