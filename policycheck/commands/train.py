"""policycheck train: example posts in, heads.json and its vectors out."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from policycheck import embed, places, policy
from policycheck.commands import options as shared
from policycheck.errors import InputError
from policycheck.exemplars import ORDINARY, Exemplar, near_duplicates
from policycheck.learned import WRITER, notices, posts, read
from policycheck.load import pack_folders
from policycheck.meaning import folder
from policycheck.packs import HEADS, VECTORS, read_pack
from policycheck.replace import put
from policycheck.vectors import embedded

_EXAMPLES = """examples:
  policycheck train                  the rules that come with policycheck
  policycheck train policy/rules     your own: posts in policy/rules/exemplars/<category>.yaml
  policycheck train --check          only say whether heads.json belongs to the posts"""

FEWEST = 10
"""Posts that show a fault; from fewer there is little to learn."""


def run(words: list[str]) -> int:
    """Learns from the exemplars of a folder of rules; with --check 1 where heads.json is not of them, else 0."""
    parser = shared.parser('train', 'Learn from example posts what rules with like: go by.', _EXAMPLES)
    parser.add_argument(
        'pack', nargs='?', metavar='FOLDER', help='a folder of rules (default: the shipped one)'
    )
    parser.add_argument(
        '--check', action='store_true', help='write nothing: is heads.json that of the posts?'
    )
    shared.add_policy(parser)
    given = parser.parse_args(words)
    chosen = policy.load(given.policy) if given.policy else policy.STARTER
    root = os.path.abspath(given.pack) if given.pack else places.rules_folder()
    before = [read_pack(one) for one in pack_folders(policy.plain(chosen), given.policy) if one != root]
    own = read_pack(root)
    if not own.exemplars:
        raise InputError('there are no example posts: write exemplars/<category>.yaml in this folder', root)
    mine = posts(own)
    if given.check:
        return _check(os.path.join(root, HEADS), mine)
    # the posts of other packs, the same category's too, are learned from as well
    every = mine + [one for pack in before for one in posts(pack)]
    _refuse(every)
    embedder = embed.opened(folder({'embedder': chosen.embedder, 'path': given.policy}))
    if embedder is None:
        raise InputError("no model is installed: pip install 'policycheck[meaning]', or name a folder "
                         'in policycheck.yaml (embedder: ./model)')  # fmt: skip
    try:
        from policycheck import fitting, train
    except ImportError as err:
        raise InputError("scikit-learn is not installed: pip install 'policycheck[train]'") from err
    print(f'{len(every)} posts ...', file=sys.stderr)
    vectors = embedded(every, embedder, places.cache_folder())
    wanted = sorted({os.path.splitext(os.path.basename(path))[0] for path in own.exemplars} - {ORDINARY})
    rights = {name for pack in (own, *before) for name in notices(pack)}
    plain, rows = train.trained(every, vectors, embedder.id, wanted, fitting.Settings(), rights)
    plain['exemplars'] = train.digests(mine)
    put(os.path.join(root, VECTORS), rows, 0o644)
    put(os.path.join(root, HEADS), written(plain).encode(), 0o644)
    sys.stdout.write(table(plain))
    return 0


def _check(path: str, mine: list[Exemplar]) -> int:
    from policycheck.train import digests

    plain, _ = read(path)
    now = digests(mine)
    wrong = sorted(
        name for name in now.keys() | plain['exemplars'] if now.get(name) != plain['exemplars'].get(name)
    )
    if not wrong:
        # where rules with like: alone are new there is no file of posts, so the posts are counted
        categories = len({one.category for one in mine})
        print(f'{path}: belongs to the {len(mine)} posts of {categories} categories')
    for name in wrong:
        shared.warn(
            f'{path}: not of the posts in exemplars/{name}.yaml and the examples of rules with like: {name}; '
            'run policycheck train'
        )
    return 1 if wrong else 0


def _refuse(every: list[Exemplar]) -> None:
    """Raises InputError for posts that are too few or nearly the same; examples of rules may be alike."""
    for category in sorted({one.category for one in every} - {ORDINARY}):
        own = [one for one in every if one.category == category]
        count = sum(one.kind == 'flags' for one in own)
        if count < FEWEST:
            raise InputError(f'{count} posts show it; write at least {FEWEST}', own[0].path)
    # a new file is the one to change, and it is read first; in a file what stands below is the newer
    for one, other in near_duplicates(one for one in every if one.writer != WRITER):
        if one.path == other.path and one.line < other.line:
            one, other = other, one
        raise InputError(
            f'nearly the same as {other.path}:{other.line}; write another post', one.path, one.line
        )


def written(plain: dict[str, Any]) -> str:
    """heads.json: a line for each key, and one for each head, so that a difference can be read."""

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    heads = ',\n'.join(f'  {line(name)}: {line(head)}' for name, head in sorted(plain['heads'].items()))
    rest = [f'{line(name)}: {line(value)}' for name, value in plain.items() if name != 'heads']
    return '{' + ',\n'.join([*rest, '"heads": {\n' + heads + '\n}']) + '}\n'


def table(plain: dict[str, Any]) -> str:
    """The figures of the heads as lines."""
    names = ('found', 'found_en', 'found_nb', 'found_sv', 'found_fi', 'near_misses', 'others', 'ordinary')
    lines = ['Posts flagged by heads that had not seen their writers (in brackets: their language)', '']
    lines.append(
        f'  {"":26}' + ''.join(f'{name.replace("found_", "").replace("_", " "):>12}' for name in names)
    )
    for name, head in sorted(plain['heads'].items()):
        by_writer, by_language = head['figures']['by_writer'], head['figures']['by_language']
        cells = [f'{by_writer[key][0]}/{by_writer[key][1]}' for key in names]
        cells[0] += f' ({by_language["found"][0]})'
        lines.append(f'  {name:26}' + ''.join(f'{cell:>12}' for cell in cells))
    return '\n'.join(lines) + '\n'
