"""Rules, word lists and policy to the artefact that both speeds run on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from policycheck.artefact import Artefact, as_plain, pack
from policycheck.compiling import learned, locked
from policycheck.compiling.forms import Forms, additions
from policycheck.compiling.in_language import InLanguage, Job, compiled
from policycheck.compiling.labels import labels
from policycheck.compiling.overrides import check_lists, chosen, gathered
from policycheck.compiling.ruleplain import judging, names, origin, set_keys, texts
from policycheck.compiling.sources import RuleSource, content
from policycheck.compiling.unchanged import kept, section, signed
from policycheck.counts import channels
from policycheck.counts.measures import MEASURES
from policycheck.errors import InputError
from policycheck.kinds import regex
from policycheck.language_tables import build_table
from policycheck.model import LANGUAGES
from policycheck.schema import quoted, rulefile
from policycheck.schema.packs import Pack, ordinary_posts
from policycheck.strict_yaml.fields import suggestion
from policycheck.strict_yaml.yamlfile import Located
from policycheck.strict_yaml.yamlfile import parse as parse_yaml
from policycheck.words.policy_names import named
from policycheck.words.vocabulary import Vocabulary


def build(
    packs: Iterable[Pack],
    extra: Iterable[str],
    policy: Mapping[str, Any],
    today: str,
    forms_folder: str | None = None,
    words: dict[str, Vocabulary] | None = None,
    earlier: Iterable[Artefact] = (),
) -> bytes:
    """The artefact of these packs, single rule files and plain policy; raises InputError for the first fault.

    ``today``, an ISO date, decides which secrets and sensitive topics are in force. Inflected forms
    are kept in ``forms_folder`` for the next time. ``words`` is filled with the vocabulary of each language.
    A language whose words and phrases have not changed since one of the ``earlier`` artefacts is taken from it;
    the names of the policy are put beside it.
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
    locked.check(packs, rules)
    for lang, by_name in lists.items():
        check_lists(by_name.values(), lang)
    reference = _reference(packs)
    _check_references(rules, reference)
    function_words = {key: str(value) for key, value in _plain(data['function-words']).items()}
    builder = _Builder(rules, policy)
    jobs = [
        Job(
            lang=lang,
            lists=lists.get(lang, {}),
            elsewhere=frozenset().union(*lists.values()),
            forms=forms,
            frequent=frozenset(function_words.get(lang, '').split()),
            ordinary=[post for one in packs for post in ordinary_posts(one.root, lang)],
            chosen=rules,
        )
        for lang in LANGUAGES
    ]
    keys = {job.lang: signed(job) for job in jobs}
    ids = [source.id for source in rules]
    made = kept(keys, ids, earlier) if words is None else {}
    new = [job for job in jobs if job.lang not in made]
    made.update((own.lang, own) for own in compiled(new, here=words is not None))
    own_names = names(policy, today)
    for job in jobs:
        own = made[job.lang]
        builder.add(own)
        builder.sections.update([section(own, keys[job.lang], ids)])
        added = named(own_names, own.holders, own.lang, job.frequent)
        builder.sections[f'names.{own.lang}'] = as_plain(added)
        if words is not None and own.words is not None:
            own.words.add(added)
            words[own.lang] = own.words
    learnt, embedders = learned.sections(packs, rules, found.values())
    known_channels = channels.read(content(data['channels']).decode(), data['channels'])
    sections = {
        'meta': as_plain(
            {
                'policy': policy,
                'tests': builder.tests,
                'applies': [set_keys(source.file.applies) for source in rules],
                'abbreviations': builder.abbreviations,
                'embedders': embedders,
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

    def __init__(self, chosen: list[RuleSource], policy: Mapping[str, Any]) -> None:
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

    def add(self, own: InLanguage) -> None:
        """Takes in what one language adds."""
        self.sections.update(own.sections)
        self.abbreviations[own.lang] = own.abbreviations
        for number, phrases in own.numbers.items():
            rule = self.rules[number]
            if phrases.points:
                rule['finders']['points']['lines'][own.lang] = phrases.points
            for at, has in phrases.has.items():
                rule['judging']['adjust'][at]['has'][own.lang] = has
            if phrases.fix:
                rule['judging']['fix'][own.lang] = phrases.fix

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
