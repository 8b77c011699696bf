"""How the parts of a rule around its finders are written down: adjustments, scope, examples, sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from policycheck.strict_yaml.fields import (
    Account,
    Block,
    Channel,
    Day,
    Jurisdiction,
    Keys,
    KeysOf,
    Level,
    LevelOrOff,
    ListOf,
    Reason,
    Text,
    Whole,
    Yes,
    fault,
    one_or_more,
)
from policycheck.strict_yaml.yamlsyntax import QUOTE_IT

Mark = Literal['negated', 'quoted', 'reported', 'question', 'conditional', 'past', 'others']

Marks = Annotated[tuple[Mark, ...], BeforeValidator(one_or_more, json_schema_input_type=Mark | list[Mark])]
Accounts = Annotated[
    tuple[Account, ...], BeforeValidator(one_or_more, json_schema_input_type=Account | list[Account])
]
Channels = Annotated[
    tuple[Channel, ...], BeforeValidator(one_or_more, json_schema_input_type=Channel | list[Channel])
]
Sectors = Annotated[tuple[Text, ...], BeforeValidator(one_or_more, json_schema_input_type=str | list[str])]
Jurisdictions = Annotated[
    tuple[Jurisdiction, ...],
    BeforeValidator(one_or_more, json_schema_input_type=Jurisdiction | list[Jurisdiction]),
]
Step = Annotated[Whole, Field(ge=1, le=3)]

_EFFECTS = ('level', 'lower', 'raise_', 'opinion')


class Source(Keys):
    """What a rule rests on."""

    title: Text = Field(description='What the source is called.')
    url: Annotated[str, Field(pattern=r'^https?://\S+$')] = Field(
        description='Its address.', examples=['https://example.org/page']
    )


def reasoned(value: object) -> object:
    """Keys with the reason, where only that was written."""
    return {'reason': value} if isinstance(value, str) else value


class Overrides(Keys):
    """Why a rule takes the place of another pack's, and who decided it."""

    reason: Reason = Field(
        description='Why, for those who ask later.', examples=['we say it in our own words']
    )
    by: Text | None = Field(
        default=None, description='Who decided it; required in the place of a locked rule.'
    )


class Adjust(Keys):
    """One change of level, and when it is made: every condition must hold."""

    level: LevelOrOff | None = Field(
        default=None, description='The new level; off: no flag, and nothing below is looked at.'
    )
    lower: Step | None = Field(default=None, description='How many levels down, not below note.')
    raise_: Step | None = Field(default=None, alias='raise', description='How many levels up.')
    opinion: Yes | None = Field(
        default=None,
        description='What was found here is an opinion (true) or is none (false), whatever the rule says of itself.',
    )
    if_: Marks = Field(default=(), alias='if', description='Any of these marks on what was found.')
    unless: Marks = Field(default=(), description='None of these marks on what was found.')
    account: Accounts = Field(default=(), description='Only on these accounts: personal, official.')
    channel: Channels = Field(default=(), description='Only on these channels.')
    reply: Yes | None = Field(default=None, description='Only in a reply (true), or in no reply (false).')
    sector: Sectors = Field(default=(), description='Only for organisations of these sectors.')
    jurisdiction: Jurisdictions = Field(
        default=(), description='Only where one of these holds: NO, SE, FI, US, GB, EU.'
    )
    listed: Yes | None = Field(
        default=None, description='Only for listed companies (true), or for others (false).'
    )
    public_body: Yes | None = Field(
        default=None, description='Only for public bodies (true), or for others (false).'
    )
    paid: Yes | None = Field(
        default=None, description='Only for posts that somebody pays for (true), or for others (false).'
    )
    sales_channel: Yes | None = Field(
        default=None,
        description='Only where the policy says that the channel is to sell (true), or is for something else (false).',
    )
    silent_period: Yes | None = Field(
        default=None, description='Only in (true) or out of (false) a silent period.'
    )
    sensitive_topic: Yes | None = Field(
        default=None,
        description='Only where the post touches (true) or does not touch (false) a sensitive topic.',
    )
    unlike: Text | None = Field(
        default=None,
        description='Only where the post reads unlike the example posts of this category.',
    )
    has: KeysOf[Literal['label', 'en', 'nb', 'sv', 'fi'], Block] = Field(
        default={},
        description='Only where this phrase stands nearby, by language; label: an id of rules/labels.yaml.',
    )
    in_: Literal['clause', 'sentence', 'post', 'first_line'] | None = Field(
        default=None, alias='in', description='Where has must stand; without it in the sentence.'
    )

    @model_validator(mode='after')
    def _one_effect(self) -> Adjust:
        effects = [name for name in _EFFECTS if getattr(self, name) is not None]
        if len(effects) != 1:
            raise fault('write exactly one of level, lower, raise and opinion in an entry of adjust')
        conditions = [
            name
            for name in type(self).model_fields
            if name not in (*_EFFECTS, 'in_') and name in self._said()
        ]
        if not conditions:
            raise fault(
                'an entry of adjust needs a condition; write if: quoted, account: official or the like'
            )
        if self.in_ and not self.has:
            raise fault("'in' says where has must stand; add has: {en: ...}", 'in')
        return self

    def _said(self) -> set[str]:
        return {name for name in self.model_fields_set if getattr(self, name) not in (None, (), {})}


class Applies(Keys):
    """Where a rule counts: every condition must hold; one that is not written holds always."""

    accounts: Accounts = Field(default=(), description='These accounts: personal, official.')
    channels: Channels = Field(default=(), description='These channels.')
    replies: Yes | None = Field(
        default=None, description='Replies only (true), or posts that are no reply (false).'
    )
    sectors: Sectors = Field(default=(), description='Organisations of these sectors.')
    jurisdictions: Jurisdictions = Field(default=(), description='Any of these: NO, SE, FI, US, GB, EU.')
    listed: Yes | None = Field(default=None, description='Listed companies only (true), or others (false).')
    public_body: Yes | None = Field(default=None, description='Public bodies only (true), or others (false).')
    paid: Yes | None = Field(default=None, description='Paid posts only (true), or others (false).')


def _written(value: object) -> object:
    if isinstance(value, dict) and value and value.keys().isdisjoint(Example.model_fields):
        raise fault("a text with ': ' in it needs quotes; " + QUOTE_IT)
    return {'text': value} if isinstance(value, str) else value


class Example(Keys):
    """A post, and where it is published if that matters; [[ ]] marks the span that is flagged."""

    text: Block = Field(
        description='The post; [[ ]] around the exact words that are flagged.', examples=['"..."']
    )
    level: Level | None = Field(default=None, description='The level that the flag must have.')
    account: Account | None = Field(default=None, description='The account it is published on.')
    channel: Channel | None = Field(default=None, description='The channel it is published on.')
    reply: Yes | None = Field(default=None, description='true: it answers somebody.')
    paid: Yes | None = Field(default=None, description='true: somebody pays for it.')
    sector: Text | None = Field(default=None, description="The organisation's sector.")
    jurisdiction: Jurisdictions = Field(default=(), description='The countries whose rules hold.')
    listed: Yes | None = Field(default=None, description='true: the organisation is a listed company.')
    public_body: Yes | None = Field(default=None, description='true: the organisation is a public body.')
    silent_period: Yes | None = Field(default=None, description='true: it is published in a silent period.')
    date: Day | None = Field(default=None, description='The day it is published.')

    @model_validator(mode='after')
    def _spans_close(self) -> Example:
        spans_close(self.text)
        return self


class Examples(Keys):
    """The examples of a rule in one language: its documentation and its tests."""

    flags: Annotated[
        ListOf[Annotated[Example, BeforeValidator(_written, json_schema_input_type=str | Example)]],
        Field(min_length=1),
    ] = Field(description='Posts that must be flagged.', examples=['["A post with [[the words]] in it."]'])
    passes: Annotated[
        ListOf[Annotated[Example, BeforeValidator(_written, json_schema_input_type=str | Example)]],
        Field(min_length=1),
    ] = Field(
        description='Near misses: posts that must not be flagged.', examples=['["A post that is fine."]']
    )
    fixes: KeysOf[Block, Block] = Field(
        default={}, description='Posts with [[ ]] and what the fix makes of them.'
    )

    @model_validator(mode='after')
    def _near_misses_pass(self) -> Examples:
        for index, example in enumerate(self.passes):
            if '[[' in example.text:
                raise fault('a post that passes has no [[ ]]; it belongs under flags', 'passes', index)
        for text in self.fixes:
            spans_close(text)
        return self


def spans_close(text: str) -> None:
    """Raises the error of a validator unless every [[ has its ]] and they do not nest."""
    rest = text
    while '[[' in rest or ']]' in rest:
        before, opened, rest = rest.partition('[[')
        inside, closed, rest = rest.partition(']]')
        if ']]' in before or not opened or not closed or '[[' in inside or not inside.strip():
            raise fault('[[ and ]] do not match in this example; write [[the words]] with both signs')
