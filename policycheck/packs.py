"""Which files a run's rules are made of, and whether they are still the ones that were compiled."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from policycheck.errors import InputError
from policycheck.vocabulary import ENGINE_CLASSES

DATA = ('channels', 'labels', 'precedents', 'rights', 'function-words', 'forms', 'nynorsk')
"""Names of the data files that lie beside the topics of a pack."""

_GROUND = ('channels', 'function-words')
"""Without these nothing can be compiled."""

HEADS = 'heads.json'
VECTORS = 'heads.vectors'

_NO_TOPICS = frozenset(('words', 'exemplars'))


class Pack(NamedTuple):
    """The YAML files of one folder of rules, each list sorted by path."""

    root: str
    rules: list[str]
    words: list[str]
    data: dict[str, str]
    """Path by name, of the names in DATA."""
    exemplars: list[str] = []  # noqa: RUF012, read only
    heads: str | None = None
    """Path of what was learned of the exemplars; the vectors lie beside it."""

    def rule_id(self, path: str) -> str:
        """The id of a rule file: its place below the pack, ``topic/name``."""
        return os.path.splitext(os.path.relpath(path, self.root))[0].replace(os.sep, '/')


def read_pack(root: str) -> Pack:
    """The files of a pack; raises InputError where the folder cannot be read."""
    rules: list[str] = []
    words: list[str] = []
    data: dict[str, str] = {}
    exemplars: list[str] = []
    heads: str | None = None
    try:
        top = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError as err:
        raise InputError(
            f'this folder of rules cannot be read: {err.strerror or err}; see packs: in policycheck.yaml',
            root,
        ) from err
    for entry in top:
        name, ending = os.path.splitext(entry.name)
        if entry.is_file() and ending == '.yaml' and name in DATA:
            data[name] = entry.path
        elif entry.is_file() and entry.name == HEADS:
            heads = entry.path
        elif entry.is_dir() and not entry.name.startswith(('.', '_')):
            inside = sorted(
                one.path for one in os.scandir(entry.path) if one.name.endswith('.yaml') and one.is_file()
            )
            if entry.name == 'words':
                words = inside
            elif entry.name == 'exemplars':
                exemplars = inside
            elif entry.name not in _NO_TOPICS:
                rules += inside
    return Pack(root, rules, words, data, exemplars, heads)


def read_packs(roots: Iterable[str], shipped: str) -> list[Pack]:
    """The packs of these folders as ``grounded`` has them; raises InputError."""
    return grounded([read_pack(root) for root in roots], shipped)


def grounded(packs: list[Pack], shipped: str) -> list[Pack]:
    """The packs, with what every rule leans on: where none of them brings channels and function words, as the
    ``shipped`` folder does, its tables and the lists by which marks and classes are found come first.
    """
    if {name for one in packs for name in one.data}.issuperset(_GROUND):
        return packs
    whole = read_pack(shipped)
    lists = [
        path
        for path in whole.words
        if os.path.splitext(os.path.basename(path))[0] in (*ENGINE_CLASSES, 'abbreviation')
    ]
    return [Pack(shipped, [], lists, whole.data), *packs]


def ordinary_posts(root: str, lang: str, *, official: bool = False) -> list[str]:
    """The posts without fault of a pack in a language, one a line of ``ordinary/<lang>.txt``; often none.

    Those of ``<lang>-personal.txt`` come last: fine on a person's own account, and odd on an ``official`` one.
    """
    found: list[str] = []
    for name in (lang,) if official else (lang, f'{lang}-personal'):
        try:
            with open(os.path.join(root, 'ordinary', f'{name}.txt'), encoding='utf-8') as file:
                found += file.read().splitlines()
        except (OSError, UnicodeDecodeError):
            continue
    return found
