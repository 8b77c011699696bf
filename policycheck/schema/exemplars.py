"""Example posts to learn from: how their files are written down, and what they are known by."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from policycheck.errors import InputError
from policycheck.learning.usual import Usual
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.strict_yaml.fields import Keys, KeysOf, ListOf, Text, fault
from policycheck.strict_yaml.yamlfile import parse, read, validate

ORDINARY = 'ordinary'
"""The file of posts in which nothing is wrong."""

LARGEST = 4_000_000
"""Bytes of a file of posts."""


def _post(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise fault('a post is a text; write - | and the post, indented, on the lines below')
    if not any(map(str.isalpha, value)):
        # - 3 is a slip of the one who writes a list, and there is no word in it to learn from
        raise fault(f"a post is a text with words, and '{value.strip()[:40]}' has none; write the post")
    return value.removesuffix('\n')


Post = Annotated[str, BeforeValidator(_post, json_schema_input_type=str)]


def _writer(name: object) -> object:
    if not re.fullmatch('[a-z][a-z0-9_]*', str(name)):
        name = str(name)[:40]
        raise fault(
            f"'{name}': a group of writers has a name of small letters a-z, digits and _, such as press_team"
        )
    return name


Writer = Annotated[str, BeforeValidator(_writer)]
ByWriter = KeysOf[Writer, ListOf[Post]]


class Posts(Keys):
    """The posts of one language."""

    flags: ByWriter = Field(default={}, description='Posts that show it, by the group of their writer.')
    passes: ByWriter = Field(
        default={}, description='Near misses: the same words and topic, and nothing wrong; by writer.'
    )


class ExemplarFile(Keys):
    """rules/exemplars/<category>.yaml: posts that show a category and near misses, by language."""

    about: Text = Field(description='What the posts show.')
    usual: Usual | None = Field(
        default=None, description='Nine of ten such posts are on personal or official accounts, or a reply.'
    )
    en: Posts | None = Field(default=None, description='English.')
    nb: Posts | None = Field(default=None, description='Norwegian.')
    sv: Posts | None = Field(default=None, description='Swedish.')
    fi: Posts | None = Field(default=None, description='Finnish.')

    @model_validator(mode='after')
    def _some(self) -> ExemplarFile:
        if not any(getattr(self, lang) for lang in LANGUAGES):
            raise fault('there are no posts; add en:, nb:, sv: or fi:')
        return self


class Exemplar(NamedTuple):
    """A post to learn from. ``kind``: 'flags', 'passes'; an ordinary post passes its own file's category."""

    category: str
    lang: str
    kind: str
    writer: str
    text: str
    path: str
    line: int
    usual: str | None = None
    """Where posts of its category are usual, as the file says."""

    @property
    def key(self) -> str:
        """What its text is known by."""
        return key_of(self.text)


def key_of(text: str) -> str:
    """What a text is known by, 16 hexadecimal digits."""
    return hashlib.blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()


def load(path: str) -> list[Exemplar]:
    """The posts of a file, in its order. Raises InputError, with the line, for the first fault."""
    located = parse(read(path, limit=LARGEST), path, limit=LARGEST)
    model = validate(ExemplarFile, located, path)
    category = os.path.splitext(os.path.basename(path))[0]
    found: list[Exemplar] = []
    for lang in LANGUAGES:
        posts: Posts | None = getattr(model, lang)
        for kind in ('flags', 'passes'):
            for writer, texts in getattr(posts, kind).items() if posts else ():
                for number, text in enumerate(texts):
                    line = located.text_line(lang, kind, writer, number)
                    found.append(Exemplar(category, lang, kind, writer, text, path, line, model.usual))
    first = next((one for one in found if one.kind == 'flags' and category == ORDINARY), None)
    if first:
        raise InputError('ordinary posts show no fault; write them under passes', path, first.line)
    return found


def load_all(paths: Iterable[str]) -> list[Exemplar]:
    """The posts of several files, in their order."""
    return [one for path in paths for one in load(path)]


def digest(exemplars: Iterable[Exemplar]) -> str:
    """What a set of posts is known by, whatever their order: changes with text, kind, writer and ``usual``."""
    own = [*exemplars]
    said: list[tuple[str, ...]] = sorted(
        (one.category, one.lang, one.kind, one.writer, one.text) for one in own
    )
    said += sorted({('usual', one.usual) for one in own if one.usual})
    return hashlib.blake2b(json.dumps(said, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def near_duplicates(
    exemplars: Iterable[Exemplar], others: Iterable[Exemplar] = (), at_least: float = 85
) -> Iterator[tuple[Exemplar, Exemplar]]:
    """Pairs of posts of one language that are nearly the same text; likeness in percent, see rapidfuzz.fuzz.ratio.

    The first of a pair is one of ``exemplars``, the second a later one of them or one of ``others``.
    """
    import numpy as np
    from rapidfuzz import fuzz, process

    own, beside = list(exemplars), list(others)
    for lang in LANGUAGES:
        count = sum(one.lang == lang for one in own)
        posts = [one for one in (*own, *beside) if one.lang == lang]
        texts = [' '.join(one.text.casefold().split()) for one in posts]
        alike = process.cdist(
            texts[:count], texts, scorer=fuzz.ratio, score_cutoff=at_least, dtype=np.uint8, workers=-1
        )
        for first, second in zip(*np.nonzero(np.triu(alike, 1)), strict=True):
            yield posts[first], posts[second]
