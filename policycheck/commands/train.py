"""policycheck train: example posts in, heads.json and its vectors out."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from policycheck import machine
from policycheck.commands import options as shared
from policycheck.commands.progress import Posts
from policycheck.compiling.learned import WRITER, notices, posts, read
from policycheck.compiling.load import pack_folders
from policycheck.errors import InputError
from policycheck.judging.meaning import folder
from policycheck.learning import embed
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.replace import put
from policycheck.schema import policy
from policycheck.schema.exemplars import ORDINARY, Exemplar, near_duplicates
from policycheck.schema.packs import HEADS, VECTORS, Pack, learned_in, read_pack
from policycheck.training.vectors import as_learned, embedded

_EXAMPLES = """examples:
  policycheck train                  the last folder of policycheck.yaml that has example posts, else the shipped rules
  policycheck train policy/rules     this one: posts in policy/rules/exemplars/<category>.yaml
  policycheck train --check          only say whether heads.json belongs to the posts"""

FEWEST = 10
"""Posts that show a fault; from fewer there is little to learn."""

_ORDINARY = 8
"""Of ordinary posts that other heads were set on one in so many is embedded again, for those of one's own."""


def run(words: list[str]) -> int:
    """Learns from the exemplars of a folder of rules; with --check 1 where heads.json is not of them, else 0."""
    parser = shared.parser('train', 'Learn from example posts what rules with like: go by.', _EXAMPLES)
    parser.add_argument(
        'pack',
        nargs='?',
        metavar='FOLDER',
        help='a folder of rules (default: your own that has example posts)',
    )
    parser.add_argument(
        '--check', action='store_true', help='write nothing: is heads.json that of the posts?'
    )
    shared.add_policy(parser)
    given = parser.parse_args(words)
    path = shared.policy(given.policy, given.pack)
    chosen = {**policy.plain(policy.load(path) if path else policy.STARTER), 'path': path}
    folders = pack_folders(chosen, path)
    root = os.path.abspath(given.pack) if given.pack else learned_in(folders, machine.rules_folder())
    own = read_pack(root)
    mine = posts(own)
    if given.check:
        return _check(os.path.join(root, HEADS), mine)
    embedder = embed.opened(folder(chosen))
    if embedder is None:
        raise InputError(f'no model is installed: {machine.HOW}, or name a folder '
                         'in policycheck.yaml (embedder: ./model)')  # fmt: skip
    try:
        from policycheck.training import fitting, train
    except ImportError as err:
        raise InputError("scikit-learn is not installed: pip install 'policycheck[train]'") from err
    before = [_learned(read_pack(one), embedder.id) for one in folders if one != root]
    if not any(
        one.category == ORDINARY for one in (*mine, *(post for known in before for post in known.posts))
    ):
        # what nothing is wrong with has to be known from somewhere
        before.append(_learned(read_pack(machine.rules_folder()), embedder.id))
    wanted = _named(own) | {name for known in before if not known.vectors for name in _named(known.pack)}
    if not wanted:
        raise InputError('there are no example posts: write exemplars/<category>.yaml in this folder', root)
    if not os.access(root, os.W_OK):
        raise InputError('this folder cannot be written; name a folder of your own', root)
    # the posts of other packs, the same category's too, are learned from as well
    others = [one for known in before for one in known.posts]
    _refuse(mine, others)
    every = mine + others
    print(f'{len(every)} posts ...', file=sys.stderr)
    as_before = {key: vector for known in before for key, vector in known.vectors.items()}
    progress = Posts()
    vectors = embedded(every, embedder, machine.cache_folder(), as_before, progress.told)
    progress.say('learning ...')
    rights = {name for pack in (own, *(known.pack for known in before)) for name in notices(pack)}
    plain, rows = train.trained(every, vectors, embedder.id, sorted(wanted), fitting.Settings(), rights)
    plain['exemplars'] = train.digests(mine)
    put(os.path.join(root, VECTORS), rows, 0o644)
    put(os.path.join(root, HEADS), written(plain).encode(), 0o644)
    sys.stdout.write(table(plain))
    return 0


class _Learned(NamedTuple):
    """A pack beside the one that is learned for: what is learned from of it, and what its heads knew already."""

    pack: Pack
    posts: list[Exemplar]
    vectors: dict[str, Any]


def _learned(pack: Pack, embedder: str) -> _Learned:
    """Where a pack has heads of the same model, the vectors are theirs, and a part of its ordinary posts will do."""
    own = posts(pack)
    plain, rows = read(pack.heads) if pack.heads else ({}, b'')
    if plain.get('embedder') != embedder:
        return _Learned(pack, own, {})
    return _Learned(
        pack,
        [one for one in own if one.category != ORDINARY or int(one.key, 16) % _ORDINARY == 0],
        as_learned(plain, rows),
    )


def _named(pack: Pack) -> set[str]:
    """The categories that a pack has example posts of."""
    return {os.path.splitext(os.path.basename(path))[0] for path in pack.exemplars} - {ORDINARY}


def _check(path: str, mine: list[Exemplar]) -> int:
    from policycheck.training.train import digests

    if not os.path.exists(path):
        raise InputError(f'nothing was learned yet: policycheck train {os.path.dirname(path)}', path)
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
            f'run policycheck train {os.path.dirname(path)}'
        )
    return 1 if wrong else 0


def _refuse(mine: list[Exemplar], others: list[Exemplar]) -> None:
    """Raises InputError for posts that are too few or nearly the same; examples of rules may be alike."""
    for category in sorted({one.category for one in mine} - {ORDINARY}):
        own = [one for one in (*mine, *others) if one.category == category]
        count = sum(one.kind == 'flags' for one in own)
        if count < FEWEST:
            said = f'posts that show {category}: {count}; write at least {FEWEST}'
            raise InputError(said, next((one.path for one in own if one.writer != WRITER), own[0].path))
    # a new file is the one to change, and it is read first; in a file what stands below is the newer
    written, beside = ([one for one in some if one.writer != WRITER] for some in (mine, others))
    for one, other in near_duplicates(written, beside):
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
        if sum(by_writer[f'found_{lang}'][1] > 0 for lang in LANGUAGES) > 1:
            cells[0] += f' ({by_language["found"][0]})'
        lines.append(f'  {name:26}' + ''.join(f'{cell:>12}' for cell in cells))
    return '\n'.join(lines) + '\n'
