"""policycheck rules schema: JSON Schema of the files that people write, for their editors."""

from __future__ import annotations

import json
import sys

from policycheck.commands import options as shared
from policycheck.schema import policy, rulefile

_EXAMPLES = """examples:
  policycheck rules schema > rule.schema.json
  policycheck rules schema --policy > policycheck.schema.json
then write as the first line of a rule file, for editors with a YAML language server:
  # yaml-language-server: $schema=./rule.schema.json"""


def run(words: list[str]) -> int:
    """Prints the schema of a rule file, of policycheck.yaml or of a word list."""
    parser = shared.parser('rules schema', 'Print a JSON Schema (draft 2020-12), for editors.', _EXAMPLES)
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument('--policy', action='store_true', help='of policycheck.yaml')
    chosen.add_argument('--words', action='store_true', help='of a word list (rules/words/*.yaml)')
    parser.add_argument('--format', choices=('json',), default='json', help='json, which it always is')
    given = parser.parse_args(words)
    found = policy.schema() if given.policy else rulefile.words_schema() if given.words else rulefile.schema()
    json.dump(found, sys.stdout, ensure_ascii=not shared.unicode(sys.stdout), indent=2)
    sys.stdout.write('\n')
    return 0
