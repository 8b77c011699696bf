"""What later packs may not take from a locked rule: words of the lists that it asks for, the label it calls for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from policycheck.compiling.alone import asked_for
from policycheck.compiling.sources import RuleSource, content
from policycheck.errors import InputError
from policycheck.model import LANGUAGES
from policycheck.schema import rulefile
from policycheck.schema.packs import Pack
from policycheck.strict_yaml.yamlfile import Line
from policycheck.strict_yaml.yamlfile import parse as parse_yaml
from policycheck.words.entries import takes_out


def check(packs: Sequence[Pack], rules: Iterable[RuleSource]) -> None:
    """Raises InputError for the first entry of a later pack that would weaken a locked rule of an earlier one."""
    # several locked rules look at the same lists
    removals = cache(lambda path: list(_removals(path)))
    for source in rules:
        if not source.file.locked:
            continue
        own = next((i for i, pack in enumerate(packs) if source.path in pack.rules), len(packs))
        later = packs[own + 1 :]
        _check_labels(later, source)
        taken = [(path, line) for pack in later for path in pack.words for line in removals(path)]
        asked = asked_for(packs, [source.path]) if taken else set()
        for path, line in taken:
            name = os.path.splitext(os.path.basename(path))[0]
            if name in asked:
                raise InputError(
                    f"'{line.text}' takes words from {{{name}}}, which the locked rule '{source.id}' asks for; "
                    'take it out, or put a rule in the place of that one: overrides: {reason: ..., by: ...}',
                    path,
                    line.line,
                )


def _removals(path: str) -> Iterator[Line]:
    data = content(path)
    if b'-' not in data:
        return
    model, located = rulefile.load_words(path, data)
    for lang in LANGUAGES:
        if getattr(model, lang, None):
            yield from (line for line in located.lines(lang) if takes_out(line.text))


def _check_labels(later: Iterable[Pack], source: RuleSource) -> None:
    label = source.file.require.label if source.file.require else None
    for path in (pack.data['labels'] for pack in later if label and 'labels' in pack.data):
        located = parse_yaml(content(path), path)
        if label in located.value:
            raise InputError(
                f"the label '{label}' is another here than the locked rule '{source.id}' calls for; give it another "
                'name, or put a rule in the place of that one: overrides: {reason: ..., by: ...}',
                path,
                located.line(label),
            )
