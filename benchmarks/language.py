"""How well and how fast drafts are told apart by language: ``python benchmarks/language.py POSTS.jsonl``.

A line of the file is an object with ``id``, ``text`` and ``lang`` (nb and nn count as one). Right is
a draft whose language is the label; Danish rows count only for how many are not screened.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from policycheck.language import Routed, Router
from policycheck.language_tables import build_table

BUCKETS = ((20, 60), (60, 140), (140, 281))
REPEATS = 5


def main(path: str) -> None:
    """Print accuracy by length and language, for all rows and for either half of them, and speed."""
    words = yaml.load((ROOT / 'rules/function-words.yaml').read_text('utf-8'), Loader=yaml.BaseLoader)
    begun = time.perf_counter()
    table = build_table(words)
    built = time.perf_counter()
    router = Router(table)
    ready = time.perf_counter()
    print(
        f'table: {len(table):,} bytes, built in {built - begun:.2f} s, opened in {1000 * (ready - built):.1f} ms'
    )

    rows = [json.loads(line) for line in Path(path).read_text('utf-8').splitlines() if line.strip()]
    pairs = [(row, router.route(row['text'])) for row in rows]
    # Function words and thresholds were chosen by looking at the even half alone.
    halves = [[pair for pair in pairs if _half(pair[0]['id']) == half] for half in (0, 1)]
    for title, some in (('all', pairs), ('even half', halves[0]), ('odd half (held out)', halves[1])):
        print(f'\n{title}: {len(some)} rows')
        _print_accuracy(some)

    texts = [row['text'] for row in rows]
    seconds = min(_seconds(Router(table), texts) for _ in range(REPEATS))
    print(f'\n{len(texts) / seconds:,.0f} posts/s (best of {REPEATS} runs, one process)')


def _half(row_id: str) -> int:
    return hashlib.blake2b(row_id.encode()).digest()[0] % 2


def _print_accuracy(pairs: list[tuple[dict[str, Any], Routed]]) -> None:
    ours = [(row, routed) for row, routed in pairs if row['lang'] != 'da']
    for low, high in BUCKETS:
        some = [pair for pair in ours if low <= len(pair[0]['text']) < high]
        print(f'  {low}-{high} characters: {_share(map(_right, some))}')
    for lang in ('en', 'nb', 'nn', 'sv', 'fi'):
        print(f'  {lang}: {_share(_right(pair) for pair in ours if pair[0]["lang"] == lang)}')
    norwegian = [pair for pair in ours if pair[0]['lang'] in ('nb', 'nn')]
    print(f'  nb and nn not screened: {_share(not routed.screened for _, routed in norwegian)}')
    long_danish = [routed for row, routed in pairs if row['lang'] == 'da' and len(row['text']) > 60]
    print(f'  da over 60 characters not screened: {_share(not routed.screened for routed in long_danish)}')
    print(f'  screened under a second language: {_share(routed.also is not None for _, routed in ours)}')
    nynorsk = [routed for row, routed in ours if row['lang'] == 'nn']
    bokmal = [routed for row, routed in ours if row['lang'] == 'nb']
    print(f'  noted as nynorsk: nn {_share(routed.note == "nynorsk" for routed in nynorsk)},', end=' ')
    print(f'nb {_share(routed.note == "nynorsk" for routed in bokmal)}')


def _right(pair: tuple[dict[str, Any], Routed]) -> bool:
    row, routed = pair
    return bool(routed.lang == {'nn': 'nb'}.get(row['lang'], row['lang']))


def _share(outcomes: Iterable[bool]) -> str:
    counted = [*outcomes]
    if not counted:
        return '-'
    return f'{100 * sum(counted) / len(counted):.2f} % ({sum(counted)} of {len(counted)})'


def _seconds(router: Router, texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        router.route(text)
    return time.process_time() - begun


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: python benchmarks/language.py POSTS.jsonl')
    main(sys.argv[1])
