"""Rules on the bench: compiled by themselves, with the word lists they need, and tried phrase by phrase."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from policycheck import machine
from policycheck.artefact import Artefact
from policycheck.compiled import Ruleset
from policycheck.compiling import compile as compiler
from policycheck.compiling.alone import alone
from policycheck.compiling.ruleplain import set_keys
from policycheck.compiling.sources import RuleSource
from policycheck.context import context, today
from policycheck.judging.adjust import Situation, adjusted
from policycheck.judging.judge import parsed, view_of
from policycheck.kinds.table import KINDS
from policycheck.kinds.view import View
from policycheck.lint.book import Phrase, phrases
from policycheck.lint.slots import Slots, slots
from policycheck.model import LANGUAGES, OFF, Context, Draft, Likes, Rule, Setting
from policycheck.records import NamedTuple
from policycheck.schema import policy
from policycheck.schema.packs import Pack
from policycheck.text import normalise
from policycheck.words.reading import read
from policycheck.words.vocabulary import Vocabulary


class Place(NamedTuple):
    """A post where the finders look at it."""

    view: View
    context: Context


class Bench:
    """Rules that can be read, in the order of their ids, and all that is asked of them."""

    def __init__(
        self,
        packs: Iterable[Pack],
        sources: Iterable[RuleSource],
        plain: Mapping[str, Any],
        lists: Iterable[str] = (),
    ) -> None:
        """``lists``: word lists (paths) that are there beside those that the rules ask for."""
        self.sources = sorted(sources, key=lambda source: source.id)
        self.packs = list(packs)
        self._lists = list(lists)
        # the rules are tried as they are written, at their own level
        self.plain = {**plain, 'rules': {}, 'defaults': {}, 'path': None}

    @cached_property
    def _compiled(self) -> tuple[Ruleset, dict[str, Vocabulary]]:
        rules = {source.id: source.path for source in self.sources}
        packs, extra = alone(self.packs, rules, self._lists)
        words: dict[str, Vocabulary] = {}
        content_ = compiler.build(packs, extra, self.plain, today(), machine.cache_folder(), words)
        return Ruleset(Artefact(content_)), words

    @property
    def ruleset(self) -> Ruleset:
        """The compiled rules; raises InputError for what only the compiler can tell."""
        return self._compiled[0]

    @property
    def words(self) -> dict[str, Vocabulary]:
        """The vocabulary of each language, filled by every phrase."""
        return self._compiled[1]

    @cached_property
    def slots(self) -> dict[str, Slots]:
        """What fills the slots of the compiled phrases, by language."""
        return {lang: slots(words) for lang, words in self.words.items()}

    @cached_property
    def book(self) -> dict[str, list[Phrase]]:
        """The phrases by language, each with its number in the compiled rules."""
        return {lang: phrases(self.sources, lang) for lang in LANGUAGES}

    @cached_property
    def trees(self) -> dict[str, Mapping[int, Any]]:
        """The compiled phrases by language and number, as plans.plain gives them."""
        return {lang: self.ruleset.trees(lang) for lang in LANGUAGES}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each rule by its id."""
        return {rule.id: number for number, rule in enumerate(self.ruleset.rules)}

    def rule(self, rule_id: str) -> Rule:
        """A compiled rule."""
        return self.ruleset.rules[self.numbers[rule_id]]

    def situation(self, source: RuleSource) -> dict[str, Any]:
        """The options under which a rule counts: a post on a personal account wherever it lets one."""
        conditions = set_keys(source.file.applies)
        given: dict[str, Any] = {'account': 'personal'}
        for key, own in (('account', 'accounts'), ('channel', 'channels'), ('sector', 'sectors')):
            if conditions.get(own) and given.get(key) not in conditions[own]:
                given[key] = conditions[own][0]
        if conditions.get('jurisdictions'):
            given['jurisdiction'] = conditions['jurisdictions']
        for key, own in (
            ('reply', 'replies'),
            ('paid', 'paid'),
            ('listed', 'listed'),
            ('public_body', 'public_body'),
        ):
            if own in conditions:
                given[key] = conditions[own]
        return given

    def situation_of(self, rule_id: str) -> dict[str, Any]:
        """The same by the id of a rule."""
        return self._situations[rule_id]

    @cached_property
    def _situations(self) -> dict[str, dict[str, Any]]:
        return {source.id: self.situation(source) for source in self.sources}

    def groups(self) -> Iterator[tuple[dict[str, Any], set[str]]]:
        """The options under which rules count, each with the ids of the rules that are tried under them."""
        found: dict[str, tuple[dict[str, Any], set[str]]] = {}
        for source in self.sources:
            given = self.situation(source)
            found.setdefault(repr(given), (given, set()))[1].add(source.id)
        yield from found.values()

    def place(self, text: str, lang: str, given: Mapping[str, Any]) -> Place:
        """A post as the finders see it, in a language, under these options."""
        own = {'scheduled': Setting(given['date'], 'example')} if given.get('date') else {}
        draft = Draft('example', 'example', text, text, settings=own)
        normal = normalise(text)
        reading = read(normal.text, self.ruleset.lexicon(lang), self.ruleset.abbreviations(lang))
        parse = parsed(reading, self.ruleset.grammar(lang))
        here = context(draft, self.ruleset.policy, {**given, 'lang': lang}, lang, today())
        return Place(view_of(parse, text, self.ruleset, here, Likes()), here)

    def level(self, place: Place, phrase: Phrase) -> int:
        """The highest level at which a phrase of find or require flags a post by itself, OFF where it does not."""
        number = self.numbers[phrase.rule]
        plain = self.ruleset.finders(number).get(phrase.key)
        rule = self.ruleset.rules[number]
        entries = self.ruleset.judging(number).get('adjust') or ()
        return max(
            (
                adjusted(rule.level, rule.rights, entries, Situation(place.view, one, place.context))[0]
                for one in KINDS[phrase.key](place.view, plain, (phrase.number,))
            ),
            default=OFF,
        )


def plain_policy(path: str | None) -> dict[str, Any]:
    """The plain policy that rules are tried under: the organisation's own, else the sample organisation's.

    Raises InputError for a policy that is wrong.
    """
    own = policy.plain(policy.load(path)) if path else policy.plain(policy.STARTER)
    if not (own.get('organisation') or {}).get('name'):
        sample = os.path.join(machine.rules_folder(), 'sample-organisation.yaml')
        own['organisation'] = policy.plain(policy.load(sample))['organisation']
    own['path'] = path
    return own
