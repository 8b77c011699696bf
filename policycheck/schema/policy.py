"""What an organisation says of itself in policycheck.yaml."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from policycheck.errors import InputError
from policycheck.readers.threads import EXAMPLE, separator
from policycheck.strict_yaml.fields import (
    Account,
    Block,
    Channel,
    Day,
    Jurisdiction,
    Keys,
    KeysOf,
    Lang,
    Level,
    LevelOrOff,
    ListOf,
    Reason,
    Text,
    Yes,
    fault,
)
from policycheck.strict_yaml.yamlfile import parse, read, validate


def _words(value: object) -> object:
    return {'words': value} if isinstance(value, str) else value


def _named(value: object) -> object:
    return {'name': value} if isinstance(value, str) else value


class Until(Keys):
    """Words that are watched for, and the last day on which they are."""

    words: Text = Field(description='The words, as they stand in posts.', examples=['Project Aurora'])
    until: Day | None = Field(default=None, description='The last day; without it for good.')


class Organisation(Keys):
    """Who the posts are about."""

    name: Text | None = Field(default=None, description='Its name.')
    aliases: ListOf[Text] = Field(default=(), description='Short names, former names, nicknames.')
    handles: ListOf[Text] = Field(default=(), description='Its accounts: "@name".')
    products: ListOf[Text] = Field(default=(), description='Products, services and brands.')
    executives: ListOf[Text] = Field(default=(), description='People who stand for it in public.')
    competitors: ListOf[Text] = Field(default=(), description='Competitors and their brands.')
    secrets: ListOf[Annotated[Until, BeforeValidator(_words, json_schema_input_type=str | Until)]] = Field(
        default=(), description='Names and words that must not get out, and until when.'
    )
    sector: Text | None = Field(
        default=None, description='What it does: energy, health, finance, food, school.'
    )
    listed: Yes = Field(default=False, description='true: its shares are traded.')
    public_body: Yes = Field(default=False, description='true: it is part of the state or a municipality.')

    @model_validator(mode='after')
    def _competitors_are_others(self) -> Organisation:
        own = {name.casefold() for name in (self.name or '', *self.aliases, *self.products)}
        for index, name in enumerate(self.competitors):
            if name.casefold() in own:
                raise fault(
                    f"'{name}' is both a name of your own and a competitor; remove one", 'competitors', index
                )
        return self


class Defaults(Keys):
    """What counts for a draft that does not say it."""

    account: Account = Field(default='personal', description='personal or official.')
    channel: Channel = Field(default='other', description='The channel that drafts are for.')
    reply: Yes = Field(default=False, description='true: drafts answer somebody.')


class ChannelUse(Keys):
    """What a channel is for."""

    purpose: Text | None = Field(default=None, description='What the organisation does there.')
    goal: Text | None = Field(default=None, description='What it is to lead to.')
    hours: Text | None = Field(default=None, description='When somebody answers there: Mon-Fri 9-15.')
    handle: Text | None = Field(default=None, description='The account there: "@name".')


class Contact(Keys):
    """Whom to ask about a topic."""

    who: Text = Field(description='A role or a name.', examples=['the press office'])
    at: Text | None = Field(default=None, description='A telephone number or an address.')
    out_of_hours: Text | None = Field(default=None, description='The same for evenings and weekends.')


class Reporting(Keys):
    """A place to report wrongdoing to."""

    name: Text = Field(description='What it is called.', examples=['safety representative'])
    at: Text | None = Field(default=None, description='How to reach it.')


class Period(Keys):
    """Days from the first to the last, both included."""

    from_: Day = Field(alias='from', description='The first day.', examples=['2027-01-15'])
    to: Day = Field(description='The last day.', examples=['2027-02-11'])

    @model_validator(mode='after')
    def _in_order(self) -> Period:
        if self.to < self.from_:
            raise fault(f'the period ends ({self.to}) before it begins ({self.from_})', 'to')
        return self

    def holds(self, day: datetime.date) -> bool:
        """Whether a day is in the period."""
        return self.from_ <= day <= self.to


class RuleChange(Keys):
    """The level that a rule has here, the words that it has more or fewer, and why."""

    level: LevelOrOff | None = Field(
        default=None, description='off, note, advice, warn or stop.', examples=['note']
    )
    words: KeysOf[Lang, Block] = Field(
        default={},
        description='What the rule looks for besides, by language, one phrase a line after |; -word takes a '
        'word or a phrase out of what it looks for.',
    )
    reason: Reason = Field(description='Why, for those who ask later.', examples=['our brand guide says so'])
    by: Text | None = Field(default=None, description='Who decided it; required to weaken a locked rule.')

    @model_validator(mode='after')
    def _changes_something(self) -> RuleChange:
        if self.level is None and not self.words:
            raise fault('a change says another level or other words; add level: or words:')
        if self.level == 'off' and self.words:
            raise fault('a rule that is off looks for no words; remove level or words', 'words')
        return self


def _with_reason(value: object) -> object:
    if isinstance(value, str):
        raise fault(f"'{{key}}': a change needs a reason; write {{level: {value[:20]}, reason: ...}}")
    return value


def _glob(value: object) -> object:
    if isinstance(value, str):
        if value.startswith(('/', '~')) or '..' in value.split('/') or value[1:2] == ':':
            raise fault(
                f"'{value}' leads out of the folder of policycheck.yaml; write it relative to that folder"
            )
        if '\\' in value:
            raise fault(f"'{value}': write / between folders")
        if value.count('[') != value.count(']'):
            raise fault(f"'{value}': [ and ] do not match")
    return value


Glob = Annotated[Text, BeforeValidator(_glob, json_schema_input_type=str)]
_RULE_ID = re.compile(r'[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)+')


def _between(value: object) -> object:
    if isinstance(value, str):
        try:
            return separator(value)
        except InputError as err:
            raise fault(err.message) from err
    return value


Column = Literal[
    'text', 'id', 'lang', 'channel', 'account', 'reply', 'paid', 'scheduled', 'title', 'alt', 'first_comment'
]
Between = Annotated[Text, BeforeValidator(_between, json_schema_input_type=str)]


class Files(Keys):
    """Which files of a folder are drafts; relative to the folder of policycheck.yaml."""

    include: ListOf[Glob] = Field(
        default=(), description='Patterns of files; without them all that can be read.'
    )
    exclude: ListOf[Glob] = Field(default=(), description='Patterns of files and folders to leave out.')
    map: KeysOf[Column, Text] = Field(
        default={},
        description='Columns of tables and keys of JSON and YAML: text: body. Files without them are '
        'read by the names that are known anyway.',
        examples=[{'text': 'body', 'channel': 'network'}],
    )
    split: Between | None = Field(
        default=None,
        description='The line between the posts of a text or Markdown file; without it a file is one post.',
        examples=[EXAMPLE],
    )

    @model_validator(mode='after')
    def _map_has_text(self) -> Files:
        if self.map and 'text' not in self.map:
            raise fault('map has to say which column is the text, as in text: body', 'map')
        return self


class Policy(Keys):
    """policycheck.yaml; every key may be left out."""

    organisation: Organisation = Field(default_factory=Organisation, description='Who the posts are about.')
    languages: ListOf[Lang] = Field(
        default=(), description='Languages expected in drafts; without it all four.'
    )
    jurisdictions: ListOf[Jurisdiction] = Field(
        default=(), description='Countries whose law counts: NO, SE, FI, US, GB, EU; without it by language.'
    )
    defaults: Defaults = Field(
        default_factory=Defaults, description='What counts for a draft that does not say it.'
    )
    channels: KeysOf[Channel, ChannelUse] = Field(default={}, description='What each channel is for.')
    contacts: KeysOf[str, Contact] = Field(
        default={}, description='Whom to ask, by topic; default: for all others.'
    )
    reporting: ListOf[
        Annotated[Reporting, BeforeValidator(_named, json_schema_input_type=str | Reporting)]
    ] = Field(default=(), description='Where wrongdoing can be reported, shown with the notice of rights.')
    silent_periods: ListOf[Period] = Field(
        default=(), description='Days on which results are not talked about.'
    )
    sensitive_topics: ListOf[
        Annotated[Until, BeforeValidator(_words, json_schema_input_type=str | Until)]
    ] = Field(default=(), description='Topics to be careful with now, and until when.')
    packs: ListOf[Text] = Field(
        default=('default',),
        description='default: the rules that come with policycheck; else folders of rules.',
    )
    rules: KeysOf[str, Annotated[RuleChange, BeforeValidator(_with_reason)]] = Field(
        default={}, description='Other levels or words for rules, by id, with a reason.'
    )
    fail_on: Level = Field(default='warn', description='The level from which a run ends with exit code 1.')
    files: Files = Field(default_factory=Files, description='Which files are drafts.')
    screen_language: Lang | None = Field(
        default=None, description='The language that people are spoken to in; without it that of the system.'
    )
    meaning: Literal['auto', 'on', 'off'] = Field(
        default='auto',
        description='Whether drafts are read for meaning too: auto where a model is installed, on (a run '
        'without one ends), off.',
    )
    embedder: Text | None = Field(
        default=None, description='A folder with a model to use instead of that of policycheck[meaning].'
    )
    recovery: Yes = Field(default=True, description='off: the app keeps no recovery copy of unsaved text.')

    @model_validator(mode='after')
    def _rules_have_ids(self) -> Policy:
        for name in self.rules:
            if not _RULE_ID.fullmatch(name):
                raise fault(
                    f"'{name}' is not the id of a rule; write topic/name, such as style/hashtags",
                    'rules',
                    name,
                )
        for key in ('languages', 'jurisdictions', 'packs'):
            values = getattr(self, key)
            for index, value in enumerate(values):
                if value in values[:index]:
                    raise fault(f"'{key}' names {value} twice; remove one", key, index)
        return self


STARTER = Policy()
"""What counts where there is no policycheck.yaml."""


def load(path: str) -> Policy:
    """The policy in a file. Raises InputError, with the line, for the first fault in it."""
    return validate(Policy, parse(read(path), path), path)


def plain(policy: Policy) -> dict[str, Any]:
    """The policy as JSON knows it, by the keys of the file; dates as ISO text, every key there."""
    return policy.model_dump(mode='json', by_alias=True)


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of policycheck.yaml, for editors; every key has a description."""
    return {
        '$schema': 'https://json-schema.org/draft/2020-12/schema',
        **Policy.model_json_schema(mode='validation'),
        'title': 'policycheck.yaml',
    }
