"""What was learned of exemplars, as the artefact keeps it: heads, vectors, and the texts that flags name."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from policycheck.artefact import as_plain
from policycheck.compiling.sources import RuleSource
from policycheck.errors import InputError
from policycheck.learning.grams import BUCKETS
from policycheck.learning.heads import FORMAT
from policycheck.learning.unlike import FLOORS, weights
from policycheck.schema import exemplars
from policycheck.schema.exemplars import ORDINARY, Exemplar
from policycheck.schema.packs import VECTORS, Pack
from policycheck.strict_yaml.fields import suggestion

WRITER = 'rules'
"""The group of writers of the examples that stand in rules."""


def sections(
    packs: Iterable[Pack], rules: Iterable[RuleSource], gathered: Iterable[RuleSource]
) -> tuple[dict[str, bytes], list[str]]:
    """The sections of the artefact: heads and vectors by pack, texts by category; the ids of the packs' models.

    ``rules`` are those that count, ``gathered`` also those that the policy turned off, whose examples
    were learned from. Of a category that several packs have a head for, the last one's counts. Raises
    InputError for a rule that wants a category without exemplars, and for heads that cannot be read.
    """
    packs = list(packs)
    wanted = list(_wanted(rules))
    if not wanted:
        return {}, []
    # no flag ever names an ordinary post
    paths = (
        path for pack in packs for path in pack.exemplars if os.path.basename(path) != f'{ORDINARY}.yaml'
    )
    written = exemplars.load_all(paths)
    known = {one.category for one in written}
    for category, source, keys in wanted:
        if category not in known:
            raise InputError(
                f"there are no example posts '{category}' in exemplars/{suggestion(category, known)}",
                source.path,
                source.located.line(*keys),
            )
    texts = {one.key: [one.lang, one.text] for one in (*joined(gathered), *written)}
    found: dict[str, bytes] = {}
    floors: dict[str, tuple[float, float]] = {}
    embedders: list[str] = []
    for number, pack in enumerate(pack for pack in packs if pack.heads):
        assert pack.heads is not None
        plain, vectors = read(pack.heads)
        for category, head in plain['heads'].items():
            own = [texts.get(key, ['', '']) for key in head.pop('keys')]
            found[f'exemplars.{category}'] = as_plain(own)
        for at, category in enumerate(sorted(plain['heads'])):
            head = plain['heads'][category]
            floors[category] = head['veto']['scale'], head['veto']['floor_of_words']
            begins = len(vectors) - (len(plain['heads']) - at) * BUCKETS
            found[weights(category)] = vectors[begins : begins + BUCKETS]
        embedders.append(plain['embedder'])
        found[f'heads.{number}'] = as_plain(plain)
        found[f'vectors.{number}'] = vectors
    found[FLOORS] = as_plain(floors)
    return found, embedders


def _wanted(rules: Iterable[RuleSource]) -> Iterator[tuple[str, RuleSource, tuple[str | int, ...]]]:
    """The categories that rules ask for, with where they do."""
    for source in rules:
        if source.file.like:
            yield str(source.file.like), source, ('like',)
        for at, entry in enumerate(source.file.adjust):
            if entry.unlike:
                yield str(entry.unlike), source, ('adjust', at, 'unlike')


def posts(pack: Pack) -> list[Exemplar]:
    """What is learned from in a pack: its example posts, then the examples of its rules (``joined``)."""
    rules = (RuleSource(pack.rule_id(path), path) for path in pack.rules)
    return [*exemplars.load_all(pack.exemplars), *joined(rules)]


def notices(pack: Pack) -> set[str]:
    """The categories by which rules of a pack tell writers of their rights."""
    rules = (RuleSource(pack.rule_id(path), path).file for path in pack.rules)
    return {str(rule.like) for rule in rules if rule.like and rule.notice}


def joined(rules: Iterable[RuleSource]) -> list[Exemplar]:
    """The examples of rules with ``like`` as exemplars of its category, in their order.

    Those that say where they are published are left out: there, the same text may be a fault or none.
    """
    found: list[Exemplar] = []
    for source in rules:
        for lang, own in source.file.examples.items() if source.file.like else ():
            for kind in ('flags', 'passes'):
                for number, one in enumerate(getattr(own, kind)):
                    if one.model_fields_set <= {'text', 'level'}:
                        text = one.text.replace('[[', '').replace(']]', '')
                        line = source.located.line('examples', lang, kind, number)
                        found.append(
                            Exemplar(str(source.file.like), lang, kind, WRITER, text, source.path, line)
                        )
    return found


def read(path: str) -> tuple[dict[str, Any], bytes]:
    """What heads.json holds, and the vectors beside it; raises InputError where they are not of this version."""
    folder = os.path.dirname(path)
    try:
        with open(path, encoding='utf-8') as file:
            plain: dict[str, Any] = json.load(file)
        with open(os.path.join(folder, VECTORS), 'rb') as vectors:
            rows = vectors.read()
        heads = plain['heads'].values()
        size = len(plain['mean']) * sum(len(head['keys']) for head in heads) + 2 * len(heads) * BUCKETS
        whole = plain['format'] == FORMAT and len(rows) == size
        numbers = [*plain['mean']]
        for head in plain['heads'].values():
            veto = head['veto']
            numbers += (head[one] for one in ('threshold', 'bias', 'scale'))
            numbers += (veto[one] for one in ('floor', 'floor_of_words', 'scale'))
            for weights_of in (head['weights'], veto['weights']):
                numbers += weights_of
                if len(weights_of) != len(plain['mean']):
                    raise ValueError('as many weights as numbers of a vector')
        sum(numbers)
    except (OSError, ValueError, KeyError, TypeError) as err:
        raise InputError(f'this cannot be read; make it anew: policycheck train {folder}', path) from err
    if not whole:
        raise InputError(f'this is of another version; make it anew: policycheck train {folder}', path)
    return plain, rows
