"""What rules, word lists and policy become in one language; side by side where a copy of this process may."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from policycheck.artefact import as_plain
from policycheck.compiling.forms import Forms
from policycheck.compiling.narrowed import narrowed
from policycheck.compiling.plans import PlanWriter
from policycheck.compiling.sources import RuleSource, Trees, Written, inflected, trees, word_table
from policycheck.errors import InputError
from policycheck.kinds import tokens
from policycheck.machine import may_be_copied, processors
from policycheck.records import NamedTuple
from policycheck.strict_yaml.yamlfile import Located
from policycheck.words.lexicon import FOUND
from policycheck.words.lexicon_tables import entries, tables
from policycheck.words.phrase_tree import words_of
from policycheck.words.policy_names import Holders
from policycheck.words.vocabulary import ENGINE_CLASSES, UnknownClassError, Vocabulary

_MANY = 50
"""Rules from which languages are compiled side by side: fewer take less time than starting processes does."""


class Job(NamedTuple):
    """What a language is compiled from: the files of its word lists by name, and what all languages have."""

    lang: str
    lists: Mapping[str, list[tuple[str, Located]]]
    elsewhere: frozenset[str]
    """The word lists that there are in any language."""
    forms: Forms
    frequent: frozenset[str]
    ordinary: Sequence[str]
    chosen: Sequence[RuleSource]


class Numbers(NamedTuple):
    """The phrases of a rule in one language, by number: points by phrase, those of each ``has``, fixes."""

    points: dict[str, int]
    has: dict[int, list[int]]
    fix: list[list[Any]]


class InLanguage(NamedTuple):
    """What one language adds to the artefact; ``numbers`` by the rule's number."""

    lang: str
    sections: dict[str, bytes]
    abbreviations: list[str]
    numbers: dict[int, Numbers]
    holders: Holders
    """What the names of a policy fill."""
    words: Vocabulary | None
    """What its words became, where it was compiled in this process."""


def compiled(jobs: Sequence[Job], *, here: bool = False) -> Iterator[InLanguage]:
    """What each of these languages becomes, in their order; raises InputError for the first fault.

    Long work is shared by copies of this process, unless it has to be done ``here``.
    """
    if here or len(jobs) < 2 or min(len(job.chosen) for job in jobs) < _MANY or not _pays():
        yield from map(compile_language, jobs)
        return
    from policycheck.compiling.workers import pool

    _JOBS[:] = jobs
    try:
        with pool(min(processors(), len(jobs))) as others:
            # the language with the most forms is the last one: begun last, it would be waited for
            made = {at: others.submit(_inherited, at) for at in reversed(range(len(jobs)))}
            for at in range(len(jobs)):
                yield made[at].result()
    finally:
        _JOBS.clear()


SECTIONS = (
    'entries', 'forms', 'slots', 'parts', 'plan', 'rows', 'grammar', 'trees', 'starts', 'written',
)  # fmt: skip
"""The sections of an artefact that each language has, before a full stop and the language."""

_JOBS: list[Job] = []
"""What a process that is started inherits: too much to be sent to it."""


def _inherited(at: int) -> InLanguage:
    return compile_language(_JOBS[at])._replace(words=None)


def _pays() -> bool:
    # a copy has one thread: what others hold would be held for ever
    return may_be_copied() and threading.active_count() == 1 and processors() > 1


def compile_language(job: Job) -> InLanguage:
    """The phrases and word lists of one language, compiled. Raises InputError for the first fault."""
    lang = job.lang
    tables_of = {name: word_table(files, lang) for name, files in job.lists.items()}
    written = [trees(source, lang) for source in job.chosen]
    more: dict[str, list[str]] = {}
    for source in job.chosen:
        own_forms: Mapping[Any, Any] = source.file.forms
        for word, forms in own_forms.get(lang, {}).items():
            more.setdefault(word, []).extend(forms)
    forms_of = job.forms.of(lang, inflected(tables_of.values(), written), more)
    words = Vocabulary(lang, tables_of, forms_of, job.frequent, job.elsewhere)
    for name in ENGINE_CLASSES:
        if words.known(name):
            words.class_slot(name)
    written = [narrowed(source, own, words) for source, own in zip(job.chosen, written, strict=True)]
    plan = PlanWriter(words)
    numbers = {
        number: own
        for number, source in enumerate(job.chosen)
        if any(own := _rule(plan, number, source, lang, written[number]))
    }
    words.observe(job.ordinary)
    abbreviation = tables_of.get('abbreviation')
    found = abbreviation.entries if abbreviation else ()
    abbreviations = sorted({word.text for entry in found for word in words_of(entry.elements)})
    return InLanguage(lang, _sections(lang, words, plan), abbreviations, numbers, words.holders(), words)


def _sections(lang: str, words: Vocabulary, plan: PlanWriter) -> dict[str, bytes]:
    sections: dict[str, bytes] = {}
    forms, slots, parts = tables(words.forms, words.exceptions)
    found, named = range(1, len(FOUND) + 1), {*chain(*words.holders().slots.values())}
    sections[f'entries.{lang}'], more_parts = entries(words.entries, words.weights, found, named)
    parts.update(more_parts)
    sections[f'forms.{lang}'] = forms
    sections[f'slots.{lang}'] = slots
    sections[f'parts.{lang}'] = as_plain(parts)
    sections[f'plan.{lang}'] = as_plain(plan.plain())
    sections[f'rows.{lang}'] = plan.numbers()
    sections[f'grammar.{lang}'] = as_plain(
        {
            'slots': {name: slot for (kind, name), slot in words.slot_of.items() if kind == 'class'},
            'long': [*found, *sorted({*words.entries, *named})],
        }
    )
    sections[f'trees.{lang}'], sections[f'starts.{lang}'] = plan.lines()
    sections[f'written.{lang}'] = as_plain(plan.written)
    return sections


def _rule(plan: PlanWriter, number: int, source: RuleSource, lang: str, own: Trees) -> Numbers:
    file = source.file
    if own.find:
        group = plan.group(number, 'find', file.at_least)
        for written in own.find:
            _placed(written, plan, group, 1)
    if own.require:
        group = plan.group(number, 'require', 1)
        for written in own.require:
            _placed(written, plan, group, 1)
    points: dict[str, int] = {}
    if own.points and file.points:
        group = plan.group(number, 'points', file.points.needs, file.points.within == 'sentence')
        points = {str(_placed(written, plan, group, worth)): worth for worth, written in own.points}
    _patterns(plan, number, source, lang)
    has = {at: [_placed(one, plan) for one in phrases] for at, phrases in enumerate(own.adjust) if phrases}
    return Numbers(points, has, [[_placed(written, plan), text] for written, text in own.fix])


def _patterns(plan: PlanWriter, number: int, source: RuleSource, lang: str) -> None:
    patterns: Mapping[Any, Iterable[Any]] = source.file.tokens
    for index, pattern in enumerate(patterns.get(lang, ())):
        line = source.located.line('tokens', lang, index)
        try:
            tokens.refuse(pattern)
        except ValueError as err:
            raise InputError(str(err), source.path, line) from err
        plan.pattern(plan.group(number, 'tokens', 1), list(pattern), line)


def _placed(written: Written, plan: PlanWriter, group: int | None = None, points: int = 1) -> int:
    """The number of a phrase, in a group or by itself; raises InputError at its place."""
    try:
        place = (written.line, written.text, *((written.path,) if written.of_policy else ()))
        return (
            plan.tree(written.tree, place)
            if group is None
            else plan.phrase(group, points, written.tree, place)
        )
    except UnknownClassError as err:
        message = f'column {written.column + err.column}: {plan.words.absent(err.name)}'
        raise InputError(message, written.path, written.line) from err
    except ValueError as err:
        raise InputError(str(err), written.path, written.line) from err
