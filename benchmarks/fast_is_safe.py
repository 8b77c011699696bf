"""Whether the fast path loses anything: ``python benchmarks/fast_is_safe.py POSTS.jsonl... [--policy FILE]``.

Every post (a line is an object with ``text`` and optionally ``account``, ``channel``, ``reply``) is
checked twice: as always, and with every phrase and every test looked for by the full pipeline. The
two reports have to be the same. Prints how many posts the fast path answered alone, which rules
kept the others from it, and each difference by file and line, without the text. Exit code 1 if
there is one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from policycheck import check as checking
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.judging import judge
from policycheck.model import Draft, Report, Setting


def main() -> int:
    """Prints shares and differences; 1 where there is a difference."""
    parser = argparse.ArgumentParser(description=(__doc__ or '').split('\n')[0])
    parser.add_argument('posts', nargs='+', type=Path)
    parser.add_argument('--policy', help='policycheck.yaml (else: the starter policy)')
    parser.add_argument('--account', default='official', help='of posts that name none')
    given = parser.parse_args()
    ruleset = load(given.policy)
    differences = 0
    blocking: Counter[str] = Counter()
    for path in given.posts:
        alone = count = 0
        for line, draft in _drafts(path, given.account):
            count += 1
            usual, left = _usual(draft, ruleset)
            alone += not left
            blocking.update(left)
            thorough = checking.check(draft, ruleset, thorough=True)
            if (usual.flags, usual.rights) != (thorough.flags, thorough.rights):
                differences += 1
                print(f'{path.name}:{line}: {_ids(usual)} but thoroughly {_ids(thorough)}')
        print(f'{path.name}: {count} posts, {100 * alone / max(1, count):.1f} % by the fast path alone')
    print('kept from the fast path most often, by rule and finder:')
    for name, times in blocking.most_common(15):
        print(f'  {times:5} {name}')
    print(f'{differences} differences')
    return 1 if differences else 0


def _drafts(path: Path, account: str) -> Iterator[tuple[int, Draft]]:
    for number, row in enumerate(path.read_text('utf-8').splitlines(), 1):
        post: dict[str, Any] = json.loads(row)
        said = {
            'account': post.get('account') or account,
            'channel': post.get('channel'),
            'reply': post.get('reply'),
        }
        settings = {name: Setting(value, 'row') for name, value in said.items() if value is not None}
        yield number, Draft(str(number), path.name, post['text'], post['text'], settings=settings)


def _usual(draft: Draft, ruleset: Ruleset) -> tuple[Report, set[str]]:
    """The report, and the rules and finders that the fast path could not rule out."""
    left: set[str] = set()

    def seen(*arguments: Any) -> Any:
        found = narrowed(*arguments)
        phrases, tests = found or ({}, [])
        for lang, groups in phrases.items():
            for group in groups:
                rule, finder, *_ = ruleset.plan(lang).groups[group]
                left.add(f'{ruleset.rules[rule].id} {finder}')
        for test in tests:
            rule, finder, _ = ruleset.tests[test]
            left.add(f'{ruleset.rules[rule].id} {finder}')
        return found

    # asked only where something could match; it says None where nothing stands
    narrowed = judge.narrowed
    judge.narrowed = seen
    try:
        return checking.check(draft, ruleset), left
    finally:
        judge.narrowed = narrowed


def _ids(report: Report) -> list[str]:
    return [f'{flag.rule.id} {flag.span.start}-{flag.span.end}' for flag in (*report.rights, *report.flags)]


if __name__ == '__main__':
    sys.exit(main())
