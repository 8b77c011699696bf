"""Rules and policy as a check needs them: the artefact, opened piece by piece as drafts ask for it."""

from __future__ import annotations

import marshal
from functools import cached_property, partial

from policycheck.artefact import Artefact, DamagedError
from policycheck.context import applies, context, today
from policycheck.counts.channels import Channel
from policycheck.fast import Plan
from policycheck.kinds.might import PROBES, Probe
from policycheck.language import Router
from policycheck.memory import Memory
from policycheck.model import LANGUAGES, Context, Draft, Likes, Rule
from policycheck.records import NamedTuple
from policycheck.words.lexicon import Lexicon
from policycheck.words.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, Protocol

    from policycheck.learning.unlike import Unlike
    from policycheck.nlp.parse import Grammar
    from policycheck.reads import Reads

    class Sense(Protocol):
        """Whom to ask what a text reads like: see meaning.Meaning."""

        def find(self, reading: Reading, context: Context) -> Likes:
            """What a text reads like and unlike, of the rules that apply."""

        def reads(self, text: str, category: str, context: Context) -> Reads | None:
            """What the head of a category says of a text in a context; None where there is none."""

        def nearest(self, text: str, context: Context) -> list[Reads]:
            """What the heads say of a text in a context that it comes nearest to."""

        @property
        def categories(self) -> list[str]:
            """The categories that there are heads for."""


_MOST_CONTEXTS = 500
"""Contexts of one run that are remembered; drafts with dates of their own could have any number."""

_MOST_TREES = 20_000


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
        self.signed: tuple[list[str], list[str]] | None = None
        """The files and folders it was made from, and the signature that each had then (see signed)."""
        self.sense: Sense | None = None
        """Asked for meaning in every check; a door that wants it puts it there (see meaning.attach)."""
        self.meta: dict[str, Any] = artefact.plain('meta')
        self.policy: dict[str, Any] = self.meta['policy']
        self.tests: list[Test] = [*map(Test._make, self.meta['tests'])]
        self.channels: dict[str, Channel] = {
            name: Channel(**plain) for name, plain in self.meta['channels'].items()
        }
        self._lexicons: dict[str, Lexicon] = {}
        self._plans: dict[str, Plan] = {}
        self._grammars: dict[str, Grammar] = {}
        self._trees: dict[str, Memory[int, Any]] = {}
        self._lines: dict[str, tuple[memoryview, memoryview]] = {}
        self._idle = Memory(self._find_idle, _MOST_CONTEXTS)
        self._probes = Memory(self._make_probes, _MOST_CONTEXTS)
        self._likes = Memory(self._find_likes, _MOST_CONTEXTS)
        self._unlike = Memory(self._make_unlike, 1)
        self._floors: dict[str, tuple[float, float]] | None = None
        self._contexts: dict[Any, Context] = {}
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
                self.artefact.plain(f'plan.{lang}'),
                self.artefact.numbers(f'rows.{lang}'),
                self.trees(lang),
                partial(self.grammar, lang),
            )
        return self._plans[lang]

    def trees(self, lang: str) -> Mapping[int, Any]:
        """The phrases of a language, by number, as plans.py wrote them; each is read when it is first asked for."""
        if lang not in self._trees:
            self._trees[lang] = Memory(partial(self._tree, lang), _MOST_TREES)
        return self._trees[lang]

    def _tree(self, lang: str, number: int) -> Any:
        # most runs ask for none: its section is checked when one does
        if lang not in self._lines:
            self._lines[lang] = self.artefact.bytes(f'trees.{lang}'), self.artefact.numbers(f'starts.{lang}')
        lines, starts = self._lines[lang]
        return marshal.loads(lines[starts[number] : starts[number + 1]])

    def idle(self, context: Context) -> frozenset[int]:
        """The rules, by number, that do not apply in a context."""
        return self._idle[context]

    def _find_idle(self, context: Context) -> frozenset[int]:
        return frozenset(
            number
            for number, conditions in enumerate(self.meta['applies'])
            if conditions and not applies(conditions, context)
        )

    def context(self, draft: Draft, given: Mapping[str, Any], lang: str) -> Context:
        """The settings in force for a draft today; ``given`` are the options."""
        day = today()
        try:
            key = (lang, day, *draft.settings.items(), *given.items())
            found = self._contexts.get(key)
        except TypeError:
            # a list among the options
            return context(draft, self.policy, given, lang, day)
        if found is None:
            if len(self._contexts) >= _MOST_CONTEXTS:
                self._contexts.clear()
            found = self._contexts[key] = context(draft, self.policy, given, lang, day)
        return found

    def probes(self, context: Context) -> list[tuple[int, Probe]]:
        """The tests, by number, of the rules that apply in a context, as the fast path tries them."""
        return self._probes[context]

    def likes(self, context: Context) -> list[int]:
        """The tests, by number, of the rules that listen to meaning and apply in a context."""
        return self._likes[context]

    def _find_likes(self, context: Context) -> list[int]:
        idle = self.idle(context)
        return [at for at, test in enumerate(self.tests) if test.finder == 'like' and test.rule not in idle]

    def _make_probes(self, context: Context) -> list[tuple[int, Probe]]:
        idle, channel = self.idle(context), self.channel(context.channel.value)
        made = [
            (number, PROBES[test.finder](test.plain, channel))
            for number, test in enumerate(self.tests)
            if test.rule not in idle
        ]
        return [(number, probe) for number, probe in made if probe is not None]

    def channel(self, name: str) -> Channel:
        """A channel by its id; one that is not known counts like 'other'."""
        return self.channels.get(name) or self.channels['other']

    @cached_property
    def _plain_rules(self) -> list[dict[str, Any]]:
        rules: list[dict[str, Any]] = self.artefact.plain('rules')
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

    def grammar(self, lang: str) -> Grammar:
        """What the parse of a text in this language has to know of the rules."""
        if lang not in self._grammars:
            if lang not in LANGUAGES:
                raise DamagedError(f'no language {lang}')
            from policycheck.nlp.parse import Grammar

            plain = self.artefact.plain(f'grammar.{lang}')
            self._grammars[lang] = Grammar(lang, plain['slots'], frozenset(plain['long']))
        return self._grammars[lang]

    def written(self, lang: str) -> list[list[Any]]:
        """Of each phrase of a language, by number: its line in the rule file, from 1, and its text there."""
        written: list[list[Any]] = self.artefact.plain(f'written.{lang}')
        return written

    @property
    def embedders(self) -> list[str]:
        """The ids of the models that heads were learned with, pack by pack."""
        ids: list[str] = self.meta['embedders']
        return ids

    def heads(self) -> Iterator[tuple[dict[str, Any], memoryview]]:
        """What was learned of exemplars, pack by pack: see heads.Heads."""
        for number in range(len(self.embedders)):
            yield self.artefact.plain(f'heads.{number}'), self.artefact.bytes(f'vectors.{number}')

    def unlike(self, text: str) -> Unlike:
        """The categories whose posts a text reads unlike by its words; one text is asked of in sketch and parse."""
        return self._unlike[text]

    def _make_unlike(self, text: str) -> Unlike:
        # most runs ask of no text
        from policycheck.learning.unlike import FLOORS, Unlike

        if self._floors is None:
            self._floors = self.artefact.plain(FLOORS) if FLOORS in self.artefact.names else {}
        return Unlike(self._floors, self.artefact, text)

    def exemplars(self, category: str) -> list[list[str]]:
        """Language and text of the exemplars of a category, in the order of its head."""
        found: list[list[str]] = self.artefact.plain(f'exemplars.{category}')
        return found

    @cached_property
    def origins(self) -> list[dict[str, Any]]:
        """Where each rule stands, by number: see ruleplain.origin."""
        origins: list[dict[str, Any]] = self.artefact.plain('origins')
        return origins

    @cached_property
    def reference(self) -> Mapping[str, Any]:
        """What reports quote: precedents, rights notices, labels."""
        reference: dict[str, Any] = self.artefact.plain('reference')
        return reference
