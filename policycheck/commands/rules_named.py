"""What is named on a command line about rules: ids, topics, rule files, topics and packs as folders."""

from __future__ import annotations

import os

from policycheck.authoring.catalogue import Catalogue
from policycheck.compiling.sources import RuleSource
from policycheck.errors import InputError
from policycheck.records import NamedTuple
from policycheck.schema.packs import DATA, ENDINGS, Pack, kind_of, loose_rules, read_pack


class Named(NamedTuple):
    """The rules that are named, once each: of packs of the policy, in files of no pack, in packs of their own."""

    known: list[RuleSource]
    single: list[RuleSource]
    packs: list[tuple[str, list[RuleSource]]]
    """Folders that no policy names, each with its rules."""


def named(known: Catalogue, names: list[str]) -> Named:
    """What the names stand for, all rules of the policy where there are none.

    Raises InputError for a name that stands for nothing, a folder without rules, and two single files
    that are called the same.
    """
    sources: dict[str, RuleSource] = {}
    single: dict[str, RuleSource] = {}
    packs: list[tuple[str, list[RuleSource]]] = []
    for name in names or [*known.files]:
        if is_file(name):
            _add_file(known, name, sources, single)
            continue
        ids = _of_topic(known, name) or (_below(known, name) if os.path.isdir(name) else [])
        if ids or not os.path.isdir(name):
            sources.update((one, known.read(one)) for one in ids or [name])
            continue
        loose = loose_rules(name)
        for path in loose:
            _add_file(known, path, sources, single)
        if not loose:
            pack = _pack(name)
            packs.append((name, [RuleSource(pack.rule_id(path), path) for path in pack.rules]))
    return Named(list(sources.values()), list(single.values()), packs)


def is_file(name: str) -> bool:
    """Whether a name stands for a file, be it there or not."""
    return not os.path.isdir(name) and (name.endswith(ENDINGS) or os.path.isfile(name))


def holds_rules(path: str) -> bool:
    """Whether a file is a rule, or a folder has some: what has examples to run."""
    if os.path.isdir(path):
        return os.path.basename(os.path.abspath(path)) != 'words' and bool(
            loose_rules(path) or read_pack(path).rules
        )
    # a file of no kind at all is told to be wrong by the one who reads it
    name = os.path.splitext(os.path.basename(path))[0]
    return kind_of(path) != 'list' and not (name in DATA and kind_of(path) is None)


def stacked(folder: str, roots: list[str]) -> list[str]:
    """The packs that count with a folder of rules: those in ``roots`` and it, it alone where it is whole."""
    return [folder] if os.path.isfile(os.path.join(folder, 'channels.yaml')) else [*roots, folder]


def _add_file(
    known: Catalogue, path: str, sources: dict[str, RuleSource], single: dict[str, RuleSource]
) -> None:
    inside = known.id_of(path)
    if inside is not None:
        sources[inside] = known.read(inside)
        return
    # the id that load() gives to a single file
    own = os.path.splitext(os.path.basename(path))[0]
    before = single.get(own)
    if before is not None and os.path.realpath(before.path) != os.path.realpath(path):
        raise InputError(f"two rule files are called '{own}'; test them one at a time", path)
    single[own] = RuleSource(own, path)


def _of_topic(known: Catalogue, topic: str) -> list[str]:
    return [name for name in known.files if name.startswith(f'{topic.rstrip("/")}/')]


def _below(known: Catalogue, folder: str) -> list[str]:
    inside = os.path.realpath(folder) + os.sep
    return [name for name, path in known.files.items() if os.path.realpath(path).startswith(inside)]


def _pack(folder: str) -> Pack:
    if os.path.basename(os.path.abspath(folder)) == 'words':
        raise InputError('word lists have no examples; policycheck rules check looks them over', folder)
    pack = read_pack(folder)
    if not pack.rules:
        raise InputError('there are no rules in this folder; a rule stands in <topic>/<name>.yaml', folder)
    return pack
