"""Rules that go by meaning where nothing has been learned yet: they find nothing, and nobody would know."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck import machine
from policycheck.compiling.learned import read
from policycheck.compiling.sources import RuleSource
from policycheck.learning import embed
from policycheck.lint.finding import Finding
from policycheck.schema.packs import Pack


def findings(
    sources: Iterable[RuleSource], packs: Iterable[Pack], plain: Mapping[str, Any]
) -> Iterator[Finding]:
    """The lines ``like`` of rules for whose category no pack has a head, and the command that learns it.

    Heads of another model than the one that the policy names are none. Nothing is said of a category without
    example posts, which is told elsewhere. Raises InputError for heads or a model that cannot be read.
    """
    wanted = [source for source in sources if source.file.like]
    if not wanted:
        return
    packs = list(packs)
    folder = machine.model_folder(plain)
    model = embed.named(folder) if folder else None
    learned: set[str] = set()
    for pack in packs:
        known = read(pack.heads)[0] if pack.heads else {'heads': {}, 'embedder': None}
        if model in (None, known['embedder']):
            learned.update(known['heads'])
    posts = {
        os.path.splitext(os.path.basename(path))[0]: pack.root for pack in packs for path in pack.exemplars
    }
    for source in wanted:
        category = str(source.file.like)
        if category not in learned and category in posts:
            how = ' '.join(machine.training(posts[category]))
            line = source.located.line('like')
            yield Finding(source.path, line, 'unlearned', {'category': category, 'how': how})
