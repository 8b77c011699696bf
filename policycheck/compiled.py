"""Rules and policy as a check needs them: the artefact, opened piece by piece as drafts ask for it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from policycheck.artefact import Artefact, DamagedError
from policycheck.channels import Channel
from policycheck.context import applies
from policycheck.fast import Plan
from policycheck.language import Router
from policycheck.lexicon import Lexicon
from policycheck.model import LANGUAGES, Context, Rule

_MOST_CONTEXTS = 500
"""Contexts of one run that are remembered; drafts with dates of their own could have any number."""


class Test(NamedTuple):
    """A finder that looks at the text itself, as the fast path tries it: detect, regex or limit."""

    rule: int
    finder: str
    plain: Any


class Ruleset:
    """All that is compiled of the rules and the policy of one run.

    Every method and property may raise DamagedError; the artefact is then to be built anew.
    """

    def __init__(self, artefact: Artefact) -> None:
        self.artefact = artefact
        self.meta: dict[str, Any] = artefact.json('meta')
        self.policy: dict[str, Any] = self.meta['policy']
        self.tests: list[Test] = [Test(*test) for test in self.meta['tests']]
        self.channels: dict[str, Channel] = {
            name: Channel(**plain) for name, plain in self.meta['channels'].items()
        }
        self._lexicons: dict[str, Lexicon] = {}
        self._plans: dict[str, Plan] = {}
        self._idle: dict[Context, frozenset[int]] = {}
        self._abbreviations = {lang: frozenset(words) for lang, words in self.meta['abbreviations'].items()}

    @cached_property
    def router(self) -> Router:
        """The router of this policy's language tables."""
        return Router(self.artefact.bytes('languages'))

    def lexicon(self, lang: str) -> Lexicon:
        """The slots of a language's words."""
        if lang not in self._lexicons:
            self._lexicons[lang] = Lexicon(self.artefact, lang)
        return self._lexicons[lang]

    def abbreviations(self, lang: str) -> frozenset[str]:
        """Words after which a full stop ends no sentence."""
        return self._abbreviations[lang]

    def plan(self, lang: str) -> Plan:
        """What the phrases of a language need."""
        if lang not in self._plans:
            self._plans[lang] = Plan(
                self.artefact.json(f'plan.{lang}'), self.artefact.numbers(f'rows.{lang}')
            )
        return self._plans[lang]

    def idle(self, context: Context) -> frozenset[int]:
        """The rules, by number, that do not apply in a context."""
        found = self._idle.get(context)
        if found is None:
            found = frozenset(
                number
                for number, conditions in enumerate(self.meta['applies'])
                if conditions and not applies(conditions, context)
            )
            if len(self._idle) >= _MOST_CONTEXTS:
                self._idle.clear()
            self._idle[context] = found
        return found

    def channel(self, name: str) -> Channel:
        """A channel by its id; one that is not known counts like 'other'."""
        return self.channels.get(name) or self.channels['other']

    @cached_property
    def _plain_rules(self) -> list[dict[str, Any]]:
        rules: list[dict[str, Any]] = self.artefact.json('rules')
        return rules

    @cached_property
    def rules(self) -> list[Rule]:
        """Every rule, by number."""
        return [
            Rule(**{**plain['rule'], 'sources': tuple(map(tuple, plain['rule']['sources'])),
                    'precedents': tuple(plain['rule']['precedents'])})
            for plain in self._plain_rules
        ]  # fmt: skip

    def finders(self, number: int) -> Mapping[str, Any]:
        """What a rule's finders are made of, by finder: the rule file's keys with phrases as numbers."""
        finders: dict[str, Any] = self._plain_rules[number]['finders']
        return finders

    def judging(self, number: int) -> Mapping[str, Any]:
        """What decides on a rule's level once it was found: adjust, at_least, fix, safe."""
        judging: dict[str, Any] = self._plain_rules[number]['judging']
        return judging

    def grammar(self, lang: str) -> Mapping[str, Any]:
        """Slots by class name, entries and spellings of a language (see nlp.parse.Grammar) and its trees."""
        if lang not in LANGUAGES:
            raise DamagedError(f'no language {lang}')
        grammar: dict[str, Any] = self.artefact.json(f'grammar.{lang}')
        return grammar

    @cached_property
    def reference(self) -> Mapping[str, Any]:
        """What reports quote: precedents, rights notices, labels."""
        reference: dict[str, Any] = self.artefact.json('reference')
        return reference
