"""Which files a run's rules are made of, and whether they are still the ones that were compiled."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from policycheck.errors import InputError
from policycheck.records import NamedTuple
from policycheck.words.vocabulary import ENGINE_CLASSES

DATA = ('channels', 'labels', 'precedents', 'rights', 'function-words', 'forms', 'nynorsk')
"""Names of the data files that lie beside the topics of a pack."""

_GROUND = ('channels', 'function-words')
"""Without these nothing can be compiled."""

ENDINGS = ('.yaml', '.yml')
"""How the names of rule files and word lists end."""

HEADS = 'heads.json'
VECTORS = 'heads.vectors'
EXEMPLARS = 'exemplars'
"""The folder of a pack that has its example posts."""

_RULES = 'rules'
"""A folder of this name in a pack may hold its topics: rules/<topic>/<name>.yaml beside words/."""

_NO_TOPICS = frozenset(('words', EXEMPLARS))

_KINDS = {'rule': 'rule', 'list': 'word list'}
_KEY = re.compile(rb'^["\']?([a-z_]+)["\']?:', re.MULTILINE)
_OF_RULES = {b'category', b'examples', b'find', b'points', b'regex', b'advice'}
"""Keys by which a rule file is known that somebody has begun, or broken."""
_LANGUAGES = {b'en', b'nb', b'sv', b'fi'}
_LOOKED_AT = 200_000


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
        """The id of a rule file: its place below the pack, or below ``rules`` in it, ``topic/name``."""
        place = os.path.splitext(os.path.relpath(path, self.root))[0].replace(os.sep, '/')
        return place.removeprefix(f'{_RULES}/') if place.count('/') == 2 else place


def read_pack(root: str) -> Pack:
    """The files of a pack, with the word lists of ``words_beside``; raises InputError where one cannot be read."""
    pack, lists = _read(root), words_beside(root)
    return pack._replace(words=_inside(lists)) if os.path.isdir(lists) else pack


def _read(root: str) -> Pack:
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
        if entry.is_file() and ending in ENDINGS and name in DATA:
            _refuse_both(data.get(name), entry.path)
            data[name] = entry.path
        elif entry.is_file() and entry.name == HEADS:
            heads = entry.path
        elif entry.name.startswith('.'):
            continue
        elif entry.is_file() and ending in ENDINGS and (kind := kind_of(entry.path)):
            folder = 'words' if kind == 'list' else '<topic>'
            raise InputError(
                f'a {_KINDS[kind]} is read from {folder}/<name>.yaml; move it into such a folder', entry.path
            )
        elif entry.is_dir() and not entry.name.startswith('_'):
            if entry.name == 'words':
                words += _inside(entry.path)
            elif entry.name == EXEMPLARS:
                exemplars = _inside(entry.path)
            elif entry.name == _RULES and _has_topics(entry.path):
                below = _read(entry.path)
                rules += below.rules
                words += below.words
                exemplars += below.exemplars
                heads = heads or below.heads
                for key, path in below.data.items():
                    _refuse_both(data.get(key), path)
                    data[key] = path
            elif entry.name not in _NO_TOPICS:
                rules += _inside(entry.path, root)
    _refuse_twice(root, rules)
    return Pack(root, rules, words, data, exemplars, heads)


def words_beside(root: str) -> str:
    """Where the word lists of a pack lie that is a folder 'rules' and holds none itself; '' for any other."""
    above, name = os.path.split(os.path.normpath(root))
    inside = os.path.isdir(os.path.join(root, 'words'))
    return '' if name != _RULES or inside else os.path.join(above, 'words')


def _has_topics(folder: str) -> bool:
    return any(
        one.is_dir() and not one.name.startswith(('.', '_')) and _inside(one.path)
        for one in os.scandir(folder)
    )


def learned_in(folders: Iterable[str], shipped: str) -> str:
    """The folder that training is for: the last that is not ``shipped`` and has example posts, else that one."""
    own = [one for one in folders if one != shipped and os.path.isdir(os.path.join(one, EXEMPLARS))]
    return own[-1] if own else shipped


def kind_of(path: str) -> str | None:
    """What a YAML file is by the keys it begins lines with: 'rule', 'list', None for anything else."""
    try:
        with open(path, 'rb') as file:
            keys = set(_KEY.findall(file.read(_LOOKED_AT)))
    except OSError:
        return None
    if keys & _OF_RULES:
        return 'rule'
    return 'list' if b'about' in keys and keys & _LANGUAGES else None


def _inside(folder: str, root: str | None = None) -> list[str]:
    """The YAML files of a folder, sorted; of a topic of the pack ``root`` nothing lies deeper."""
    found: list[str] = []
    for one in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if one.name.endswith(ENDINGS) and one.is_file():
            if found and os.path.splitext(found[-1])[0] == os.path.splitext(one.path)[0]:
                _refuse_both(found[-1], one.path)
            found.append(one.path)
        elif root is not None and one.is_dir() and not one.name.startswith(('.', '_')):
            _refuse_deeper(one.path, folder, root)
    return found


def loose_rules(folder: str) -> list[str]:
    """The rule files that lie in a folder itself, in no topic of it, sorted; [] where the folder has topics."""
    try:
        found = [path for path in _inside(folder) if kind_of(path) == 'rule']
    except OSError:
        return []
    topics = (one for one in os.scandir(folder) if one.is_dir() and one.name not in _NO_TOPICS)
    return [] if any(kind_of(path) == 'rule' for one in topics for path in _inside(one.path)) else found


def around(path: str) -> tuple[Pack | None, list[str]]:
    """What a single rule file leans on: the word lists and texts that lie beside it, or beside its folder.

    With them the places that were looked at: where one of these changes, the answer may.
    """
    folder = os.path.dirname(os.path.abspath(path))
    looked: list[str] = []
    roots = [folder, os.path.dirname(folder)]
    if os.path.basename(roots[1]) == _RULES:
        roots.append(os.path.dirname(roots[1]))
    for root in roots:
        words = os.path.join(root, 'words')
        looked.append(words)
        if os.path.isdir(words):
            data = {
                name: os.path.join(root, f'{name}{ending}')
                for ending in ENDINGS
                for name in DATA
                if name not in _GROUND and os.path.isfile(os.path.join(root, f'{name}{ending}'))
            }
            return Pack(root, [], _inside(words), data), [*looked, *data.values()]
    return None, looked


def beside(paths: Iterable[str], roots: Iterable[str]) -> tuple[list[Pack], list[str]]:
    """The packs ``around`` single rule files, each once, without those in ``roots``; the places looked at."""
    known = {os.path.realpath(root) for root in roots}
    found: list[Pack] = []
    looked: dict[str, None] = {}
    for path in paths:
        pack, places = around(path)
        looked.update(dict.fromkeys(places))
        if pack is not None and os.path.realpath(pack.root) not in known:
            known.add(os.path.realpath(pack.root))
            found.append(pack)
    return found, list(looked)


def _refuse_both(one: str | None, other: str) -> None:
    if one is not None:
        raise InputError(f'{os.path.basename(one)} beside it is called the same; keep one of them', other)


def _refuse_twice(root: str, rules: list[str]) -> None:
    """Refuses what stands both in a topic of the pack and in one of its folder ``rules``."""
    pack = Pack(root, [], [], {})
    known: dict[str, str] = {}
    for path in rules:
        before = known.setdefault(pack.rule_id(path), path)
        if before != path:
            raise InputError(f'{os.path.relpath(before, root)} has the same id; keep one of them', path)


def _refuse_deeper(folder: str, topic: str, root: str) -> None:
    for one in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if one.is_file() and one.name.endswith(ENDINGS) and kind_of(one.path):
            name = os.path.basename(topic)
            raise InputError(
                f'this lies too deep to be read: a pack holds <topic>/<name>.yaml and words/<name>.yaml; '
                f"name the folder '{name}' in place of '{os.path.basename(root)}', or move the file up",
                one.path,
            )


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
