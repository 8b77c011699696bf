"""How the files that reports quote are written down: precedents, notices of rights, labels."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, RootModel

from policycheck.errors import InputError
from policycheck.strict_yaml.fields import Day, Keys, KeysOf, Lang, ListOf, Text, TextOrNothing, Texts, Yes
from policycheck.strict_yaml.yamlfile import Located, parse, validate
from policycheck.strict_yaml.yamlfile import wrong as wrong_in

Address = Annotated[str, Field(pattern=r'^https?://\S+$')]
_PAGE = 'https://example.org/page'


class Precedent(Keys):
    """A case where a post, or the reaction to it, went wrong."""

    organisation: Text = Field(description='Whose case it is; never a private person.')
    names: Texts = Field(
        default={},
        description='Its name where a language has another.',
        examples=['{nb: ..., sv: ..., fi: ...}'],
    )
    year: Text | None = Field(
        default=None, description='When it was; left away where nobody knows.', examples=['"2024"']
    )
    lesson: Annotated[Texts, Field(min_length=1)] = Field(
        description='What came of it, by language.', examples=['{en: ..., nb: ..., sv: ..., fi: ...}']
    )
    url: Address | None = Field(default=None, description='Where it is told.', examples=[_PAGE])
    checked: Day | None = Field(default=None, description='The day a person last read the page.')
    caution: Yes = Field(default=False, description='true: the reaction was unlawful or excessive.')


class Office(Keys):
    """The public place to report to."""

    name: Text | None = Field(default=None, description='What it is called.')
    at: Text | None = Field(default=None, description='Where it is reached.')
    source: Text | None = Field(
        default=None, description='The page that says so; without it, it is not shown.'
    )


class Notice(Keys):
    """What a writer is told of his or her rights in one country and language."""

    jurisdiction: Literal['NO', 'SE', 'FI', 'US', 'GB', 'EU', 'general'] = Field(
        description='The country; general where it is not known.', examples=['general']
    )
    lang: Literal['en', 'nb', 'nn', 'sv', 'fi'] = Field(description='The language.', examples=['en'])
    text: Text = Field(description='What the writer is told.')
    sector: Literal['public', 'private'] | None = Field(
        default=None, description='The employers it is true of.'
    )
    law: Text | None = Field(default=None, description='What it rests on.')
    source: Address | None = Field(default=None, description='A page that says so.', examples=[_PAGE])
    unsourced: Yes = Field(default=False, description='true: nobody has read a source.')
    checked: Day | None = Field(default=None, description='The day a person last read the source.')
    channel: Office | None = Field(default=None, description='The public place to report to.')


class Label(Keys):
    """The wordings of a label in one language."""

    accepted: Annotated[ListOf[Text], Field(min_length=1)] = Field(
        description='What counts, at the start of a post.', examples=['[...]']
    )
    insert: TextOrNothing = Field(default='', description='What a fix puts first.')
    employer: TextOrNothing = Field(default='', description='What it puts there about the own employer.')
    weak: ListOf[Text] = Field(default=(), description='What says too little.')
    no_label: ListOf[Text] = Field(default=(), description='What is no label at all.')
    weak_why: Text | None = Field(default=None, description='Why what says too little is not enough.')
    weak_advice: Text | None = Field(default=None, description='What to write in its place.')
    no_label_why: Text | None = Field(default=None, description='Why what is no label misleads.')
    no_label_advice: Text | None = Field(default=None, description='What to write in its place.')
    sources: ListOf[Text] = Field(default=(), description='Pages that say so.')


class _Precedents(RootModel[KeysOf[str, Precedent]]):
    pass


class _Rights(RootModel[KeysOf[str, Notice]]):
    pass


class _Labels(RootModel[KeysOf[str, KeysOf[Lang, Label]]]):
    pass


MODELS: dict[str, type[BaseModel]] = {'precedents': _Precedents, 'rights': _Rights, 'labels': _Labels}
"""What each of the files holds, by its name."""


def load(name: str, path: str, data: bytes) -> dict[str, Any]:
    """The entries of a file of MODELS as they are written; raises InputError, with the line, for the first fault."""
    located = _entries(name, parse(data, path))
    validate(MODELS[name], located, path)
    return located.value


def wrong(name: str, located: Located, path: str) -> list[InputError]:
    """Everything for which ``load`` refuses a file, the first fault first."""
    return wrong_in(MODELS[name], _entries(name, located), path)


def _entries(name: str, located: Located) -> Located:
    """The file without the day on which all labels were checked."""
    return located.without('checked') if name == 'labels' else located
