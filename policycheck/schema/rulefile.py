"""How a rule and a word list are written down: the keys, what they may hold, and their JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, model_validator

from policycheck.errors import InputError
from policycheck.model import LANGUAGES
from policycheck.schema.finders import FINDERS, Limit, Name, Phrases, Points, Require, Tokens, covered
from policycheck.schema.ruleparts import Adjust, Applies, Examples, Overrides, Source, reasoned
from policycheck.strict_yaml.fields import (
    Block,
    Day,
    Keys,
    KeysOf,
    Lang,
    Level,
    ListOf,
    Reason,
    Text,
    TextOrNothing,
    Texts,
    Whole,
    Yes,
    fault,
    faults,
)
from policycheck.strict_yaml.yamlfile import Located, parse, validate
from policycheck.strict_yaml.yamlfile import wrong as wrong_in

Fault = tuple[str, tuple[str | int, ...]]
"""A sentence and the keys to what it speaks of."""

_TEXTS = '{en: ..., nb: ..., sv: ..., fi: ...}'
TITLE_AT_MOST = 45
SHORT_AT_MOST = 26

Detector = Literal[
    'email', 'phone', 'iban', 'fodselsnummer', 'personnummer', 'hetu', 'cpr', 'card', 'secret_key'
]


class RuleFile(Keys):
    """One do or don't, as its file holds it."""

    category: Annotated[str, Field(pattern=r'^[a-z][a-z0-9_]*$')] = Field(
        description="One of policycheck's categories, or one of your own.", examples=['employer_criticism']
    )
    title: Texts = Field(
        description='What the flag is called, at most 45 characters, by language.', examples=[_TEXTS]
    )
    short: Texts = Field(default={}, description='The title where space is scarce, at most 26 characters.')
    level: Level | None = Field(
        default=None, description='How grave a hit is. Exactly one of level and notice.'
    )
    notice: Literal['rights'] | None = Field(
        default=None, description='rights: the rule finds no fault but speech that the writer has a right to.'
    )
    opinion: Yes = Field(
        default=False,
        description='true where the rule is about opinions: of the employer, managers, pay, politics.',
    )
    why: Texts = Field(
        description='What may come of it: two sentences at most, a consequence, no blame.', examples=[_TEXTS]
    )
    advice: Texts = Field(
        default={}, description='What to write instead. Required, but not for a notice of rights.'
    )
    ask: Text | None = Field(
        default=None, description='Whom to ask: a topic of contacts in policycheck.yaml.'
    )
    precedents: ListOf[Annotated[str, Field(pattern=r'^[A-Z]+[0-9]+$', examples=['P24'])]] = Field(
        default=(), description='Cases where this went wrong: ids of rules/precedents.yaml.', examples=['P24']
    )
    sources: ListOf[Source] = Field(default=(), description='What the rule rests on: laws, guides, studies.')
    checked: Day | None = Field(
        default=None, description='The day a person last read the sources. Required where there are any.'
    )
    find: Phrases = Field(default={}, description='Phrases that flag, one a line after |, by language.')
    tokens: Tokens = Field(default={}, description='spaCy Matcher patterns by language, for the expert.')
    regex: KeysOf[Literal['any', 'en', 'nb', 'sv', 'fi'], Block] = Field(
        default={},
        description='Regular expressions, one a line after |, by language; any: in every language.',
    )
    detect: ListOf[Detector] = Field(default=(), description='Kinds of numbers and addresses that flag.')
    limit: Limit | None = Field(default=None, description='Flags what is more than a number.')
    points: Points | None = Field(default=None, description='Flags when enough evidence adds up.')
    require: Require | None = Field(
        default=None, description='Flags a trigger when the label that it calls for is missing.'
    )
    like: Name | None = Field(
        default=None,
        description='Flags what reads like the exemplars of a category, at most as advice.',
        examples=['hard_sell'],
    )
    adjust: ListOf[Adjust] = Field(
        default=(),
        description='Changes of level, from top to bottom; each sees what the one before left; off ends.',
    )
    at_least: Annotated[Whole, Field(ge=1, le=20)] = Field(
        default=1, description='How many different phrases of find must be there before the rule flags.'
    )
    fix: KeysOf[Lang, KeysOf[Text, TextOrNothing]] = Field(
        default={},
        description='What to put in place of what was found, by language; nothing means: leave it out.',
    )
    safe: Yes = Field(
        default=False, description='true only where the fix cannot change the meaning of the post.'
    )
    examples: KeysOf[Lang, Examples] = Field(
        default={},
        description='Posts that the rule must flag and near misses that it must pass, by language.',
        examples=['{en: {flags: [...], passes: [...]}, ...}'],
    )
    applies: Applies = Field(
        default_factory=Applies, description='Where the rule counts; without it everywhere.'
    )
    overrides: (
        Annotated[Overrides, BeforeValidator(reasoned, json_schema_input_type=str | Overrides)] | None
    ) = Field(default=None, description="Why the rule takes the place of another pack's of the same id.")
    owner: Text | None = Field(default=None, description='Who looks after the rule.')
    locked: Yes = Field(
        default=False, description='true: it can be neither lowered nor waived without a name.'
    )
    languages: Annotated[ListOf[Lang], Field(min_length=1)] = Field(
        default=get_args(Lang),
        description='The languages that the rule is written in; without it all four.',
    )
    forms: KeysOf[Lang, KeysOf[Text, ListOf[Text]]] = Field(
        default={}, description='Inflected forms that the expansion of a word lacks, by language and word.'
    )
    despite_rights: Text | None = Field(
        default=None,
        description='Why the rule stands although it may look like a ban on talk of pay or conditions.',
    )

    @model_validator(mode='after')
    def _whole(self) -> RuleFile:
        wrong = [*self._levels(), *self._texts(), *self._finders(), *self._lacking_examples()]
        if wrong:
            raise faults(wrong)
        return self

    def _levels(self) -> Iterator[Fault]:
        if (self.level is None) == (self.notice is None):
            yield 'write exactly one of level (note, advice, warn, stop) and notice: rights', ()

    def _texts(self) -> Iterator[Fault]:
        if not self.advice and self.level:
            yield f"missing key 'advice'; add advice: {_TEXTS}", ()
        for key in ('title', 'short', 'why', 'advice'):
            texts: dict[str, str] = getattr(self, key)
            missing = [lang for lang in self.languages if lang not in texts]
            if missing and (texts or key in ('title', 'why')):
                yield f"'{key}' lacks {_listed(missing)}; write it, or list languages without it", (key,)
        for key, most in (('title', TITLE_AT_MOST), ('short', SHORT_AT_MOST)):
            for lang, text in getattr(self, key).items():
                if len(text) > most:
                    yield f"'{{key}}' has {len(text)} characters; at most {most}", (key, lang)

    def _finders(self) -> Iterator[Fault]:
        if not any(getattr(self, name) for name in FINDERS):
            yield f'the rule finds nothing; add one of {", ".join(FINDERS)}', ()
            return
        everywhere = self.detect or self.limit or self.like or 'any' in self.regex
        languages = (
            LANGUAGES
            if everywhere
            else covered(self.find, self.tokens, self.regex, self.points, self.require)
        )
        missing = [lang for lang in self.languages if lang not in languages]
        if missing:
            yield f'nothing is looked for in {_listed(missing)}; write it, or list languages without it', ()
        if self.at_least > 1 and not self.find:
            yield "'at_least' counts phrases of find, and there are none", ('at_least',)
        if self.safe and not self.fix:
            yield "'safe' speaks of fix, and there is none", ('safe',)
        if self.sources and not self.checked:
            yield (
                "missing key 'checked'; add checked: the day a person last read the sources",
                ('sources',),
            )

    def _lacking_examples(self) -> Iterator[Fault]:
        missing = [lang for lang in self.languages if lang not in self.examples]
        # what it goes by are its exemplars
        only_like = self.like and not any(getattr(self, name) for name in FINDERS if name != 'like')
        if missing and (self.examples or not only_like):
            yield (
                f"'examples' lacks {_listed(missing)}; write it, or list languages without it",
                ('examples',),
            )


class WordFile(Keys):
    """A word list, as its file holds it: rules/words/<name>.yaml stands for {name} in phrases."""

    about: Text = Field(description='What the words have in common.', examples=['words for the employer'])
    reason: Reason | None = Field(
        default=None,
        description="Why; required where the list takes words (-word) from another pack's of the same name.",
    )
    masked: Yes = Field(
        default=False, description='true: also found where asterisks stand for letters, f**k.'
    )
    en: Block | None = Field(
        default=None, description='English: one word or phrase a line after |; -word is an exception.'
    )
    nb: Block | None = Field(
        default=None, description='Norwegian (bokmål): one word or phrase a line after |.'
    )
    sv: Block | None = Field(default=None, description='Swedish: one word or phrase a line after |.')
    fi: Block | None = Field(default=None, description='Finnish: one word or phrase a line after |.')

    @model_validator(mode='after')
    def _some_words(self) -> WordFile:
        if not any(getattr(self, lang) for lang in LANGUAGES):
            raise fault('the list has no words; add en: |, nb: |, sv: | or fi: | and one word a line')
        return self


def load(path: str, data: bytes) -> tuple[RuleFile, Located]:
    """A rule and the places of its keys. Raises InputError, with the line, for the first fault."""
    located = parse(data, path)
    rule = validate(RuleFile, located, path)
    for fault_ in _without_points(rule, located, path):
        raise fault_
    return rule, located


def slips(path: str, data: bytes) -> list[InputError]:
    """Everything for which ``load`` refuses a rule, the first fault first.

    Raises InputError where the file is not even YAML.
    """
    located = parse(data, path)
    found = wrong_in(RuleFile, located, path)
    return found or list(_without_points(validate(RuleFile, located, path), located, path))


def _without_points(rule: RuleFile, located: Located, path: str) -> Iterator[InputError]:
    for lang in rule.points.phrases() if rule.points else ():
        for text, line, _ in located.lines('points', lang):
            if not re.match(r'-?[1-9][0-9]? +\S', text):
                told = f"'{text[:40]}' has no points; write a number first: 2 {text[:40]}"
                if re.fullmatch(r'-?[0-9]+', text):
                    told = f'a phrase has to follow the number: {text[:40]} {{employer}} ~ {{contempt}}'
                yield InputError(told, path, line)


def load_words(path: str, data: bytes) -> tuple[WordFile, Located]:
    """A word list and the places of its keys. Raises InputError, with the line, for the first fault."""
    located = parse(data, path)
    words = validate(WordFile, located, path)
    for lang in LANGUAGES:
        if not getattr(words, lang):
            continue
        lines = located.lines(lang)
        for line in lines:
            if line.text.startswith('- '):
                told = "write the word without '- ', or -word, without a space, to take it out of the list"
                raise InputError(told, path, line.line)
        if not lines:
            raise InputError(
                f"'{lang}' has no words; write one a line, or remove the key", path, located.line(lang)
            )
    return words, located


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a rule file, for editors; every key has a description."""
    return {
        '$schema': 'https://json-schema.org/draft/2020-12/schema',
        **RuleFile.model_json_schema(mode='validation'),
        'title': 'policycheck rule',
    }


def words_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a word list, for editors; every key has a description."""
    return {
        '$schema': 'https://json-schema.org/draft/2020-12/schema',
        **WordFile.model_json_schema(mode='validation'),
        'title': 'policycheck word list',
    }


def _listed(languages: list[Any]) -> str:
    return ', '.join(languages)
