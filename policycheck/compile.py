"""Rules, word lists and policy to the artefact that both speeds run on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from policycheck import channels, learned, quoted, rulefile
from policycheck.artefact import as_plain, pack
from policycheck.chosen import chosen, gathered
from policycheck.errors import InputError
from policycheck.fields import suggestion
from policycheck.forms import Forms, additions
from policycheck.kinds import regex, tokens
from policycheck.labels import labels
from policycheck.language_tables import build_table
from policycheck.lexicon import FOUND
from policycheck.lexicon_tables import entries, tables
from policycheck.measures import MEASURES
from policycheck.model import LANGUAGES
from policycheck.packs import Pack, ordinary_posts
from policycheck.phrase_tree import words_of
from policycheck.plans import PlanWriter
from policycheck.ruleplain import judging, names, origin, set_keys, texts
from policycheck.sources import RuleSource, Trees, Written, content, inflected, trees, word_table
from policycheck.vocabulary import ENGINE_CLASSES, UnknownClassError, Vocabulary
from policycheck.yamlfile import Located
from policycheck.yamlfile import parse as parse_yaml


def build(
    packs: Iterable[Pack],
    extra: Iterable[str],
    policy: Mapping[str, Any],
    today: str,
    forms_folder: str | None = None,
    words: dict[str, Vocabulary] | None = None,
) -> bytes:
    """The artefact of these packs, single rule files and plain policy; raises InputError for the first fault.

    ``today``, an ISO date, decides which secrets and sensitive topics are in force. Inflected forms
    are kept in ``forms_folder`` for the next time. ``words`` is filled with the vocabulary of each language.
    """
    packs = list(packs)
    forms = Forms(forms_folder, additions(packs))
    lists: dict[str, dict[str, list[tuple[str, Located]]]] = {}
    data: dict[str, str] = {}
    for one in packs:
        for path in one.words:
            name = os.path.splitext(os.path.basename(path))[0]
            model, located = rulefile.load_words(path, content(path))
            for lang in LANGUAGES:
                if getattr(model, lang, None):
                    lists.setdefault(lang, {}).setdefault(name, []).append((path, located))
        data.update(one.data)
    found = gathered(packs, extra)
    rules = chosen(found, policy)
    reference = _reference(packs)
    _check_references(rules, reference)
    ordinary = {
        lang: [post for one in packs for post in ordinary_posts(one.root, lang)] for lang in LANGUAGES
    }
    builder = _Builder(rules, policy, reference, forms, ordinary, today)
    for lang in LANGUAGES:
        own = builder.language(lang, lists.get(lang, {}), data, frozenset().union(*lists.values()))
        if words is not None:
            words[lang] = own
    learnt = learned.sections(packs, rules, found.values())
    known_channels = channels.read(content(data['channels']).decode(), data['channels'])
    function_words = {key: str(value) for key, value in _plain(data['function-words']).items()}
    sections = {
        'meta': as_plain(
            {
                'policy': policy,
                'tests': builder.tests,
                'applies': [set_keys(source.file.applies) for source in rules],
                'abbreviations': builder.abbreviations,
                'heads': sum(name.startswith('heads.') for name in learnt),
                'channels': {name: channel._asdict() for name, channel in known_channels.items()},
            }
        ),
        'languages': build_table(function_words),
        'rules': as_plain(builder.rules),
        'origins': as_plain([origin(source) for source in rules]),
        'reference': as_plain(reference),
        **learnt,
        **builder.sections,
    }
    return pack(sections)


def _plain(path: str) -> dict[str, Any]:
    return parse_yaml(content(path), path).value


def _reference(packs: Iterable[Pack]) -> dict[str, Any]:
    """What reports quote, of all packs; an entry of a later pack stands in the place of one of its name.

    Raises InputError for the first entry that is not written as it should be.
    """
    found: dict[str, Any] = {'precedents': {}, 'rights': {}, 'labels': {}}
    for one in packs:
        for name, entries_of in found.items():
            if name in one.data:
                path = one.data[name]
                entries_of.update(quoted.load(name, path, content(path)))
    return {**found, 'labels': labels(found['labels']) if found['labels'] else {}}


def _check_references(chosen: Iterable[RuleSource], reference: Mapping[str, Any]) -> None:
    for source in chosen:
        for precedent in source.file.precedents or ():
            if reference['precedents'] and precedent not in reference['precedents']:
                line = source.located.line('precedents')
                raise InputError(
                    f"there is no precedent '{precedent}'{suggestion(precedent, reference['precedents'])}",
                    source.path,
                    line,
                )
        if source.file.require is not None and source.file.require.label not in reference['labels']:
            raise InputError(
                f"there is no label '{source.file.require.label}'"
                f'{suggestion(source.file.require.label, reference["labels"])}',
                source.path,
                source.located.line('require', 'label'),
            )


class _Builder:
    """Fills the sections of the artefact, rule by rule and language by language."""

    def __init__(
        self,
        chosen: list[RuleSource],
        policy: Mapping[str, Any],
        reference: Mapping[str, Any],
        forms: Forms,
        ordinary: Mapping[str, list[str]],
        today: str,
    ) -> None:
        self.chosen = chosen
        self.policy = policy
        self.forms = forms
        self.ordinary = ordinary
        self.names = names(policy, today)
        self.sections: dict[str, bytes] = {}
        self.abbreviations: dict[str, list[str]] = {}
        self.tests: list[list[Any]] = []
        self.rules: list[dict[str, Any]] = []
        for number, source in enumerate(chosen):
            self.rules.append(
                {
                    'rule': texts(source, policy),
                    'finders': self._finders(number, source),
                    'judging': judging(source),
                }
            )

    def _finders(self, number: int, source: RuleSource) -> dict[str, Any]:
        file = source.file
        finders: dict[str, Any] = {}
        if file.regex:
            plain: dict[str, list[list[Any]]] = {}
            for lang in file.regex:
                for line in source.located.lines('regex', lang):
                    try:
                        ready = regex.prepare(line.text)
                        signs, literals = regex.required(line.text)
                    except ValueError as err:
                        raise InputError(str(err), source.path, line.line) from err
                    plain.setdefault(lang, []).append([line.text, signs, literals, *ready[1:]])
            self.tests.append([number, 'regex', plain])
        if file.detect:
            self.tests.append([number, 'detect', list(file.detect)])
        if file.limit:
            if file.limit.measure not in MEASURES:
                raise InputError(
                    f"there is no measure '{file.limit.measure}'{suggestion(file.limit.measure, MEASURES)}",
                    source.path,
                    source.located.line('limit', 'measure'),
                )
            at_most = 'channel' if file.limit.at_most is None else file.limit.at_most
            self.tests.append([number, 'limit', {'measure': file.limit.measure, 'at_most': at_most}])
        if file.like:
            self.tests.append([number, 'like', file.like])
        if file.points:
            finders['points'] = {'needs': file.points.needs, 'within': file.points.within, 'lines': {}}
        if file.require:
            finders['require'] = file.require.model_dump(include={'label', 'within', 'employer'})
        return finders

    def language(
        self,
        lang: str,
        lists: Mapping[str, list[tuple[str, Located]]],
        data: Mapping[str, str],
        elsewhere: frozenset[str],
    ) -> Vocabulary:
        """Compiles the phrases and word lists of one language; what their words became.

        ``elsewhere`` are the word lists that there are in any language. Raises InputError.
        """
        tables_of = {name: word_table(files, lang) for name, files in lists.items()}
        written = {number: trees(source, lang) for number, source in enumerate(self.chosen)}
        more: dict[str, list[str]] = {}
        for source in self.chosen:
            own_forms: Mapping[Any, Any] = source.file.forms
            for word, forms in own_forms.get(lang, {}).items():
                more.setdefault(word, []).extend(forms)
        forms_of = self.forms.of(lang, inflected(tables_of.values(), written.values()), more)
        frequent = frozenset(str(_plain(data['function-words']).get(lang) or '').split())
        words = Vocabulary(lang, tables_of, self.names, forms_of, frequent, elsewhere)
        abbreviation = tables_of.get('abbreviation')
        self.abbreviations[lang] = sorted(
            {word.text for entry in abbreviation.entries for word in words_of(entry.elements)}
            if abbreviation
            else ()
        )
        for name in ENGINE_CLASSES:
            if words.known(name):
                words.class_slot(name)
        plan = PlanWriter(words)
        for number, source in enumerate(self.chosen):
            self._rule(plan, number, source, lang, written[number])
        words.observe(self.ordinary.get(lang, ()))
        forms, slots, parts = tables(words.forms, words.exceptions)
        self.sections[f'entries.{lang}'], more_parts = entries(
            words.entries, words.weights, range(1, len(FOUND) + 1)
        )
        parts.update(more_parts)
        self.sections[f'forms.{lang}'] = forms
        self.sections[f'slots.{lang}'] = slots
        self.sections[f'parts.{lang}'] = as_plain(parts)
        self.sections[f'plan.{lang}'] = as_plain(plan.plain())
        self.sections[f'rows.{lang}'] = plan.numbers()
        self.sections[f'grammar.{lang}'] = as_plain(
            {
                'slots': {name: slot for (kind, name), slot in words.slot_of.items() if kind == 'class'},
                'long': [*range(1, len(FOUND) + 1), *sorted(words.entries)],
            }
        )
        self.sections[f'trees.{lang}'], self.sections[f'starts.{lang}'] = plan.lines()
        self.sections[f'written.{lang}'] = as_plain(plan.written)
        return words

    def _rule(self, plan: PlanWriter, number: int, source: RuleSource, lang: str, own: Trees) -> None:
        file = source.file
        if own.find:
            group = plan.group(number, 'find', file.at_least)
            for written in own.find:
                _placed(written, plan, group, 1)
        if own.require:
            group = plan.group(number, 'require', 1)
            for written in own.require:
                _placed(written, plan, group, 1)
        if own.points and file.points:
            group = plan.group(number, 'points', file.points.needs, file.points.within == 'sentence')
            lines = self.rules[number]['finders']['points']['lines'].setdefault(lang, {})
            for points, written in own.points:
                lines[str(_placed(written, plan, group, points))] = points
        patterns: Mapping[Any, Any] = file.tokens
        for index, pattern in enumerate(patterns.get(lang, ())):
            line = source.located.line('tokens', lang, index)
            try:
                tokens.refuse(pattern)
            except ValueError as err:
                raise InputError(str(err), source.path, line) from err
            plan.pattern(plan.group(number, 'tokens', 1), list(pattern), line)
        decides = self.rules[number]['judging']
        for entry, phrases in zip(decides['adjust'], own.adjust, strict=True):
            if phrases:
                entry['has'][lang] = [_placed(written, plan) for written in phrases]
        for written, text in own.fix:
            decides['fix'].setdefault(lang, []).append([_placed(written, plan), text])


def _placed(written: Written, plan: PlanWriter, group: int | None = None, points: int = 1) -> int:
    """The number of a phrase, in a group or by itself; raises InputError at its place."""
    try:
        place = (written.line, written.text)
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
