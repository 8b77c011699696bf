"""Compares words only, meaning only and both: faults found, by category and language, with intervals.

    python benchmarks/senses.py --policy policycheck.yaml POSTS.jsonl...

Counted as `policycheck eval` counts. Meaning only: the shipped heads, and no word is looked for. A line for each
category, language and the whole: of how many, percent, and the 95 % interval after Wilson; then near misses and
clean posts.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from exemplars import Wordless, long, rows

from policycheck.authoring.evaluate import Evaluation, Share, Shares, evaluate
from policycheck.compiling.load import load
from policycheck.judging.meaning import attach

_NOTHING = Share(0, 0)


def table(found: list[Evaluation]) -> list[str]:
    """A line for each category and language there is a fault of, then for the whole."""
    lines = [f'{"":34}' + ''.join(f'{name:>26}' for name in ('words only', 'meaning only', 'both'))]

    def line(name: str, shares: list[Share]) -> None:
        lines.append(f'{name:34}' + ''.join(f'{long(share):>26}' for share in shares))

    def part(head: str, own: list[Shares], by: str) -> None:
        lines.append(f'{head} by {by}')
        for name in sorted({name for one in own for name in one.share(by)}):
            line(f'  {name}', [one.share(by).get(name, _NOTHING) for one in own])

    recall, near = [one.recall for one in found], [one.near for one in found]
    part('found', recall, 'category')
    part('found', recall, 'language')
    line('found', [one.whole.share() for one in recall])
    part('near misses flagged', near, 'language')
    line('near misses flagged', [one.whole.share() for one in near])
    line('clean posts flagged', [one.clean.whole.share() for one in found])
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('posts', nargs='+', metavar='POSTS.jsonl')
    parser.add_argument('--policy', required=True)
    given = parser.parse_args()
    ruleset = load(given.policy, quiet=True)
    posts = rows(given.posts)
    words = evaluate(posts, ruleset)
    if why := attach(ruleset):
        sys.exit(f"no meaning ({why}): pip install 'policycheck[meaning,train]'")
    silent: Any = Wordless(ruleset)
    print(f'{os.path.basename(given.policy)}, {", ".join(map(os.path.basename, given.posts))}')
    print('\n'.join(table([words, evaluate(posts, silent), evaluate(posts, ruleset)])))
    return 0


if __name__ == '__main__':
    sys.exit(main())
