"""policycheck rules verify: changed rule files looked over and their examples run, for hooks."""

from __future__ import annotations

from policycheck.commands import options as shared
from policycheck.commands import page, rules_check, rules_test
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
    shared.add_format(parser)
    given = parser.parse_args(words)
    said = given.policy, given.screen_language
    seen = [rules_check.looked_over(path, *said) for path in given.paths]
    if given.format == 'text':
        for one in seen:
            rules_check.write(*one)
    code = max(rules_check.code(outcome) for outcome, _ in seen)
    # a word list, or a file of labels or precedents, has no examples
    rules = [path for path in given.paths if holds_rules(path)] if code < 2 else []
    done = rules_test.ran(rules, *said) if rules else None
    if given.format == 'json':
        checked = [rules_check.plain(*one) for one in seen]
        page.data({'version': 1, 'check': checked, 'test': rules_test.plain(done) if done else None})
    elif done:
        rules_test.write(done)
    return max(code, done.code if done else 0)
