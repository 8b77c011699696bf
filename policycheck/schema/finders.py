"""How each finder of a rule is written down: phrases, tokens, limits, points, required labels."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from policycheck.counts.limits import CHANNEL_LIMITS
from policycheck.counts.measures import MEASURES
from policycheck.model import LANGUAGES
from policycheck.schema.token_patterns import token
from policycheck.strict_yaml.fields import Block, Keys, KeysOf, Lang, ListOf, Whole, fault

FINDERS = ('find', 'tokens', 'regex', 'detect', 'limit', 'points', 'require', 'like')
"""The keys of which a rule has at least one."""

Phrases = KeysOf[Lang, Block]
Name = Annotated[str, Field(pattern=r'^[a-z][a-z0-9_]*$')]

Token = Annotated[KeysOf[str, Any], BeforeValidator(token)]
Pattern = Annotated[ListOf[Token], Field(min_length=1)]
Tokens = KeysOf[Lang, Annotated[ListOf[Pattern], Field(min_length=1)]]


class Limit(Keys):
    """Flags what is more than a number."""

    measure: Name = Field(
        description='What is counted: a measure of rules/channels.yaml.', examples=['hashtags']
    )
    at_most: Annotated[Whole, Field(ge=0)] | None = Field(
        default=None, description="The largest number that passes; without it the channel's own number."
    )

    @model_validator(mode='after')
    def _some_number(self) -> Limit:
        # what is no measure at all is told where rules are compiled
        if self.at_most is None and self.measure in MEASURES and self.measure not in CHANNEL_LIMITS:
            raise fault(f"no channel has a number for '{self.measure}'; add at_most: and a number", 'measure')
        return self


class Points(Keys):
    """Flags when the points of the lines found add up to enough."""

    needs: Annotated[Whole, Field(ge=1, le=99)] = Field(description='How many points flag.', examples=['3'])
    within: Literal['sentence', 'post'] = Field(
        description='The stretch in which they are added up.', examples=['sentence']
    )
    en: Block | None = Field(
        default=None, description='English: one line each, its points first: 3 {employer} ~ {contempt}'
    )
    nb: Block | None = Field(default=None, description='Norwegian (bokmål): one line each, its points first.')
    sv: Block | None = Field(default=None, description='Swedish: one line each, its points first.')
    fi: Block | None = Field(default=None, description='Finnish: one line each, its points first.')

    def phrases(self) -> dict[str, str]:
        """The blocks by language, those that are there."""
        return {lang: getattr(self, lang) for lang in LANGUAGES if getattr(self, lang)}

    @model_validator(mode='after')
    def _some_lines(self) -> Points:
        if not self.phrases():
            raise fault('points without lines; add en: |, nb: |, sv: | or fi: | and one line each')
        return self


class Require(Keys):
    """Flags a trigger when the label that it calls for is missing."""

    when: Phrases = Field(
        description='Phrases that call for the label, by language.', examples=['{en: ..., nb: ...}']
    )
    label: Name = Field(description='An id of rules/labels.yaml.', examples=['ad'])
    within: Literal['first_line', 'post'] = Field(default='post', description='Where the label must stand.')
    employer: bool = Field(
        default=False,
        description="The post praises what the writer's own employer sells: the fix says who that is.",
    )


def covered(*finders: Any) -> set[str]:
    """The languages in which any of these finders, as a rule file holds them, looks for something."""
    languages: set[str] = set()
    for finder in finders:
        if isinstance(finder, Points):
            languages |= set(finder.phrases())
        elif isinstance(finder, Require):
            languages |= set(finder.when)
        elif finder:
            languages |= set(finder)
    return languages
