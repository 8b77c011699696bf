"""A rule file, a word list or whole packs to all that is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck import machine
from policycheck.compiling.ruleplain import names as names_of
from policycheck.compiling.sources import RuleSource, content
from policycheck.context import today
from policycheck.errors import InputError
from policycheck.kinds import tokens
from policycheck.lint import broad, fixes, learnt, lists, names, shape, weight, written
from policycheck.lint.bench import Bench
from policycheck.lint.finding import Finding, fault, in_order
from policycheck.model import LANGUAGES
from policycheck.nlp import pipeline
from policycheck.records import NamedTuple
from policycheck.schema import packs as packing
from policycheck.schema import quoted
from policycheck.schema.packs import Pack
from policycheck.strict_yaml.yamlfile import Located, parse
from policycheck.words.lexicon import FOUND


class Target(NamedTuple):
    """What is to be checked: ``rules`` are paths by id, ``lists`` and ``data`` paths; ``packs`` all there is beside."""

    packs: list[Pack]
    rules: dict[str, str]
    lists: frozenset[str]
    data: tuple[str, ...]

    def below(self, folder: str) -> Target:
        """The rules and lists of a folder inside a pack."""
        inside = os.path.realpath(folder) + os.sep
        return self._replace(
            rules={
                name: path for name, path in self.rules.items() if os.path.realpath(path).startswith(inside)
            },
            lists=frozenset(path for path in self.lists if os.path.realpath(path).startswith(inside)),
            data=(),
        )


class Outcome(NamedTuple):
    """What was found, in the order of the files; ``unreadable`` where a file was not even YAML."""

    findings: list[Finding]
    unreadable: bool
    rules: int
    lists: int
    untried: bool = False
    """Nothing was compiled: a word list that cannot be read would have been part of it."""


def packs(base: Iterable[str], folders: Iterable[str]) -> Target:
    """The rules, lists and data of these folders, beside the packs of a policy; raises InputError."""
    # by one path in both: a list is told by the path under which its pack was read
    known = {os.path.realpath(root): root for root in base}
    own = read(folders := [known.get(os.path.realpath(root), root) for root in folders])
    return Target(
        packing.grounded(read([*known.values(), *folders]), machine.rules_folder()),
        {pack.rule_id(path): path for pack in own for path in pack.rules},
        frozenset(path for pack in own for path in pack.words),
        tuple(path for pack in own for path in pack.data.values()),
    )


def file(base: Iterable[str], path: str) -> Target:
    """A single rule file or word list, beside the packs of a policy; raises InputError."""
    base = list(base)
    around = packing.grounded(read(base), machine.rules_folder())
    pack = next((one for one in around if _inside(path, (*one.rules, *one.words))), None)
    if not _is_list(path):
        if pack is not None:
            return Target(around, {pack.rule_id(path): path}, frozenset(), ())
        around += packing.beside([path], base)[0]
        return Target(around, {_id_of(path, around): path}, frozenset(), ())
    if pack is None:
        around.append(Pack(os.path.dirname(path), [], [path], {}))
    else:
        path = next(one for one in pack.words if os.path.realpath(one) == os.path.realpath(path))
    return Target(around, {}, frozenset((path,)), ())


def files(base: Iterable[str], paths: Iterable[str]) -> Target:
    """Rule files that lie in a folder of no pack, with the word lists there; raises InputError."""
    base, paths = list(base), list(paths)
    beside = packing.beside(paths, base)[0]
    around = [*packing.grounded(read(base), machine.rules_folder()), *beside]
    folders = {os.path.dirname(path) for path in paths}
    lists = frozenset(
        path for pack in beside if pack.root in map(os.path.abspath, folders) for path in pack.words
    )
    return Target(around, {_id_of(path, around): path for path in paths}, lists, ())


def _id_of(path: str, packs: Iterable[Pack]) -> str:
    """The id that a single file gets: its name, or that of the rule whose place it takes (chosen.py)."""
    folder, name = os.path.split(os.path.splitext(os.path.abspath(path))[0])
    beside = f'{os.path.basename(folder)}/{name}'
    known = any(pack.rule_id(one) == beside for pack in packs for one in pack.rules)
    try:
        overrides = known and 'overrides' in parse(content(path), path).value
    except InputError:
        overrides = False
    return beside if overrides else name


def read(roots: Iterable[str]) -> list[Pack]:
    """The packs in these folders, each once, in this order; raises InputError."""
    once: dict[str, str] = {}
    for root in roots:
        once.setdefault(os.path.realpath(root), root)
    return [packing.read_pack(root) for root in once.values()]


def _inside(path: str, paths: Iterable[str]) -> bool:
    return any(os.path.realpath(one) == os.path.realpath(path) for one in paths)


def _is_list(path: str) -> bool:
    if os.path.basename(os.path.dirname(os.path.abspath(path))) == 'words':
        return True
    try:
        return 'about' in parse(content(path), path).value
    except InputError:
        return False


def check(target: Target, plain: Mapping[str, Any]) -> Outcome:
    """Everything that is wrong with a target, under a plain policy.

    Raises InputError for what is wrong outside the target, in a pack that it leans on.
    """
    found: list[Finding] = list(names.findings(target.rules, target.lists))
    files, broken = lists.load(target.packs)
    for finding in broken:
        if finding.path not in target.lists:
            raise InputError(finding.values['message'], finding.path, finding.line)
    # a list that cannot be read is there all the same
    unread = {os.path.splitext(os.path.basename(finding.path))[0] for finding in broken}
    known = _known(target, files, plain, unread)
    sources: list[RuleSource] = []
    unreadable = bool(broken)
    for name, path in target.rules.items():
        try:
            source, own = written.rule(name, path, known)
        except InputError as err:
            unreadable = True
            found.append(fault(err))
            continue
        refused = [] if source is None else list(_tokens(source))
        found += [*own, *refused]
        if source is not None and not refused and not any(one.kind == 'fault' for one in own):
            sources.append(source)
    found += learnt.findings(sources, target.packs, plain)
    data = list(_of_data(target.data, known.today))
    found += [*broken, *data]
    entries = list(lists.findings(files, known, {}, target.lists))
    found += entries
    untried = bool(broken) or any(one.kind == 'fault' for one in (*data, *entries))
    if (sources or target.lists) and not untried:
        try:
            found += _on_the_bench(Bench(target.packs, sources, plain, target.lists), target, files, known)
        except InputError as err:
            found.append(fault(err))
    return Outcome(in_order(found), unreadable, len(target.rules), len(target.lists), untried)


def _on_the_bench(
    bench: Bench, target: Target, files: Mapping[str, list[tuple[str, Located]]], known: written.Known
) -> list[Finding]:
    found = [
        *weight.findings(bench),
        *fixes.findings(bench),
        *broad.findings(bench),
        *shape.findings(bench),
    ]
    if target.lists:
        found += lists.findings(files, known, bench.words, target.lists)
    return found


def _known(
    target: Target,
    files: Mapping[str, list[tuple[str, Located]]],
    plain: Mapping[str, Any],
    unread: set[str],
) -> written.Known:
    named = {*unread, *names_of(plain, today()), *FOUND}
    data: dict[str, set[str]] = {'precedents': set(), 'labels': set()}
    for pack in target.packs:
        for name, own in data.items():
            if name in pack.data:
                own.update(parse(content(pack.data[name]), pack.data[name]).value)
    return written.Known(
        classes={
            lang: frozenset(
                {
                    *named,
                    *(name for name, own in files.items() if any(one.value.get(lang) for _, one in own)),
                }
            )
            for lang in LANGUAGES
        },
        precedents=frozenset(data['precedents']),
        labels=frozenset(data['labels'] - {'checked'}),
        topics=frozenset((*written.TOPICS, *(plain.get('contacts') or ()))),
        today=today(),
    )


def _tokens(source: RuleSource) -> Iterator[Finding]:
    """The token patterns with a regular expression that could explode, and those that spaCy refuses."""
    patterns: Mapping[Any, Any] = source.file.tokens
    for lang, own in patterns.items():
        for number, pattern in enumerate(own):
            line = source.located.line('tokens', lang, number)
            try:
                tokens.refuse(pattern)
            except ValueError as err:
                yield fault(InputError(str(err), source.path, line))
                continue
            try:
                pipeline.matcher(lang, [list(pattern)])
            except ValueError as err:
                sentence = ' '.join(str(err).split())[:200]
                yield Finding(source.path, line, 'tokens', {'message': sentence})


def _of_data(paths: Iterable[str], now: str) -> Iterator[Finding]:
    """What is wrong with precedents, labels and notices, and the days that are too long ago, of channels too."""
    for path in paths:
        name = os.path.splitext(os.path.basename(path))[0]
        if name != 'channels' and name not in quoted.MODELS:
            continue
        try:
            located = parse(content(path), path)
        except InputError as err:
            yield fault(err)
            continue
        if name in quoted.MODELS:
            yield from map(fault, quoted.wrong(name, located, path))
        if name == 'precedents':
            continue
        for key, value in located.value.items():
            if key == 'checked':
                yield from written.stale(path, str(value), located.line(key), now)
            elif isinstance(value, dict) and value.get('checked'):
                yield from written.stale(path, str(value['checked']), located.line(key, 'checked'), now)
