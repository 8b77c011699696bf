"""Some rules of packs by themselves: which word lists they ask for, what of the packs can stay away."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

from policycheck.compiling.sources import content
from policycheck.schema.packs import Pack
from policycheck.words.vocabulary import ENGINE_CLASSES

_CLASS = re.compile(r'\{([a-z][a-z0-9_]*)\}')
ENGINE_ASKS = (*ENGINE_CLASSES, 'abbreviation')


def alone(
    packs: Iterable[Pack], rules: Mapping[str, str], lists: Iterable[str] = ()
) -> tuple[list[Pack], list[str]]:
    """The packs with only these rules (paths by id) and the lists they and the engine ask for; the files of no pack.

    A rule in whose place one of them stands is there too, and so are these word ``lists`` (paths).
    """
    own = {os.path.realpath(path) for path in rules.values()}
    kept = [
        pack._replace(
            rules=[
                path for path in pack.rules if os.path.realpath(path) in own or pack.rule_id(path) in rules
            ]
        )
        for pack in packs
    ]
    inside = {os.path.realpath(path) for pack in kept for path in pack.rules}
    beside = [path for path in rules.values() if os.path.realpath(path) not in inside]
    asked = (*ENGINE_ASKS, *map(_name, lists))
    names = asked_for(kept, [*beside, *(path for pack in kept for path in pack.rules)], asked)
    return [
        pack._replace(words=[path for path in pack.words if _name(path) in names]) for pack in kept
    ], beside


def notices(packs: Iterable[Pack]) -> dict[str, str]:
    """The rules of packs that may be notices of rights, paths by id: they lower what others say of a post."""
    return {pack.rule_id(path): path for pack in packs for path in pack.rules if b'notice' in content(path)}


def asked_for(packs: Iterable[Pack], rules: Iterable[str], more: Iterable[str] = ()) -> set[str]:
    """The names of the lists that rules (paths) ask for, of ``more``, and of those that these ask for."""
    by_name: dict[str, list[str]] = {}
    for pack in packs:
        for path in pack.words:
            by_name.setdefault(_name(path), []).append(path)
    wanted = [*more, *(name for path in rules for name in _classes(path))]
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name not in found:
            found.add(name)
            wanted += [inner for path in by_name.get(name, ()) for inner in _classes(path)]
    return found


def _name(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _classes(path: str) -> list[str]:
    return _CLASS.findall(content(path).decode('utf-8', 'replace'))
