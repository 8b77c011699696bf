"""What later packs may not do to a locked rule: take from what it finds, add to what clears or lowers it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from policycheck.compiling.alone import asked_for
from policycheck.compiling.sources import RuleSource, content, inflected, trees, word_table
from policycheck.errors import InputError
from policycheck.model import LEVELS
from policycheck.schema import rulefile
from policycheck.schema.packs import Pack
from policycheck.strict_yaml.yamlfile import Located
from policycheck.strict_yaml.yamlfile import parse as parse_yaml
from policycheck.words.entries import takes_out

_CLASS = re.compile(r'\{([a-z][a-z0-9_]*)\}')
_CLAUSES = ('clause_break', 'subordinator', 'abbreviation')
"""Lists by which clauses and sentences end: a word more, and what stood in one stands in two."""
_OF_MARKS = {
    'negated': ('negation', 'raising'),
    'reported': ('reporting',),
    'conditional': ('condition',),
    'past': ('past',),
    'others': ('others',),
}
"""The lists by which a mark is found."""


def check(packs: Sequence[Pack], rules: Iterable[RuleSource]) -> None:
    """Raises InputError for the first entry of a later pack that would weaken a locked rule of an earlier one."""
    # several locked rules look at the same lists
    read = cache(lambda path: rulefile.load_words(path, content(path))[1])
    for source in rules:
        own = next((i for i, pack in enumerate(packs) if source.path in pack.rules), len(packs))
        later = packs[own + 1 :]
        if not source.file.locked or not any(pack.words or pack.data for pack in later):
            continue
        rule = _Locked(source, packs)
        rule.check_labels(later)
        for path in (path for pack in later for path in pack.words):
            rule.check_list(path, read(path))
        for path in (pack.data['forms'] for pack in later if 'forms' in pack.data):
            rule.check_forms(path, parse_yaml(content(path), path))


class _Locked:
    """A locked rule, and the word lists that it leans on.

    ``asks``: all of them; ``lowers``: those by which what it finds is cleared or lowered.
    """

    def __init__(self, source: RuleSource, packs: Sequence[Pack]) -> None:
        self._source = source
        self._packs = packs
        self._entries = [one for one in source.file.adjust if _lowers(one, source.file.level)]
        self.asks = asked_for(packs, [source.path])
        self.lowers = asked_for(packs, [], [*self._clearing(), *_CLAUSES])

    def _clearing(self) -> Iterator[str]:
        for entry in self._entries:
            has: Mapping[Any, str] = entry.has
            yield from (name for text in has.values() for name in _CLASS.findall(text))
            yield from (name for mark in entry.if_ for name in _OF_MARKS.get(mark, ()))
        for lang in self._source.file.points.phrases() if self._source.file.points else ():
            lines = self._source.located.lines('points', lang)
            yield from (name for line in lines if line.text[0] == '-' for name in _CLASS.findall(line.text))

    def check_labels(self, later: Iterable[Pack]) -> None:
        """Raises InputError for a label that is another in a later pack than the rule asks for."""
        file = self._source.file
        called = [file.require.label] if file.require else []
        has: list[Mapping[Any, str]] = [entry.has for entry in self._entries]
        labels = {*called, *(one['label'].strip() for one in has if 'label' in one)}
        for path in (pack.data['labels'] for pack in later if labels and 'labels' in pack.data):
            located = parse_yaml(content(path), path)
            for label in sorted(labels & located.value.keys()):
                raise InputError(
                    f"the label '{label}' is another here than the locked rule '{self._source.id}' calls for; give it "
                    'another name, or put a rule in the place of that one: overrides: {reason: ..., by: ...}',
                    path,
                    located.line(label),
                )

    def check_list(self, path: str, located: Located) -> None:
        """Raises InputError for a word list of a later pack that makes the rule find less."""
        name = os.path.splitext(os.path.basename(path))[0]
        rule = self._source.id
        if name not in self.asks | self.lowers:
            return
        for lang in self._source.file.languages:
            for line in located.lines(lang) if located.value.get(lang) else ():
                if takes_out(line.text) and name in self.asks:
                    raise InputError(
                        f"'{line.text}' takes words from {{{name}}}, which the locked rule '{rule}' asks for; "
                        'take it out, or put a rule in the place of that one: overrides: {reason: ..., by: ...}',
                        path,
                        line.line,
                    )
                if not takes_out(line.text) and name in self.lowers:
                    raise InputError(
                        f"'{line.text}' adds to {{{name}}}, and with it the locked rule '{rule}' finds less; "
                        'take it out, or put a rule in the place of that one: overrides: {reason: ..., by: ...}',
                        path,
                        line.line,
                    )

    def check_forms(self, path: str, located: Located) -> None:
        """Raises InputError for forms of a later pack that make the rule find less."""
        for key, lists in (('leave_out', self.asks), ('add', self.lowers)):
            for lang in self._source.file.languages:
                if not (located.value.get(key) or {}).get(lang):
                    continue
                words = self._words(lists, lang, lowering=key == 'add')
                for line in located.lines(key, lang):
                    if line.text.lower().split()[0] in words:
                        raise InputError(
                            f"'{line.text}' changes forms, and with it the locked rule '{self._source.id}' finds less; "
                            'take it out, or put a rule in the place of that one: overrides: {reason: ..., by: ...}',
                            path,
                            line.line,
                        )

    def _words(self, lists: Iterable[str], lang: str, *, lowering: bool) -> set[str]:
        """The words that bend of these lists, and of the rule's finders or of what clears it."""
        paths: dict[str, list[tuple[str, Located]]] = {}
        for path in (path for pack in self._packs for path in pack.words):
            name = os.path.splitext(os.path.basename(path))[0]
            if name in lists:
                located = rulefile.load_words(path, content(path))[1]
                if located.value.get(lang):
                    paths.setdefault(name, []).append((path, located))
        own = trees(self._source, lang)
        own = own._replace(find=[], require=[], points=[]) if lowering else own._replace(adjust=[])
        return inflected([word_table(files, lang) for files in paths.values()], [own._replace(fix=[])])


def _lowers(entry: Any, level: str | None) -> bool:
    """Whether an entry of ``adjust`` clears or lowers what a rule of this level finds."""
    if entry.level is not None:
        return LEVELS.index(entry.level) < (LEVELS.index(level) if level else len(LEVELS))
    return entry.lower is not None or entry.opinion is True
