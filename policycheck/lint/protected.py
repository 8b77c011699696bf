"""rules/protected.yaml as tables: shapes of rules that no employer may write, the law, a safer wording."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from policycheck import machine
from policycheck.compiling.sources import content
from policycheck.lint.turns import Turns, lines
from policycheck.model import JURISDICTIONS, LANGUAGES, Texts
from policycheck.records import NamedTuple
from policycheck.strict_yaml.yamlfile import parse

_SENTENCE = re.compile(r'(?<=[.!?])\s+|[.!?]+$|\n')
_WORDS = re.compile(r'"?\w[\w \'-]*"?')
_CHOICE = re.compile(r'\(([^()]*)\)')


class Law(NamedTuple):
    """One law: ``public_body`` where it holds for public bodies only, or for others only."""

    jurisdiction: str
    shapes: frozenset[str]
    public_body: bool | None
    reason: Texts
    source: str
    checked: str


class Scorn(NamedTuple):
    """A line of hard words with all its alternatives; of a boss, also what says the same of others."""

    posts: tuple[str, ...]
    others: tuple[str, ...]


class Shape(NamedTuple):
    """What a rule must not ban: things people have a right to say, and how a ban of them reads, by language."""

    name: Texts
    safer: Texts
    statements: Mapping[str, tuple[tuple[str, ...], ...]]
    """By language: lines, each with all its alternatives."""
    scorn: Mapping[str, tuple[Scorn, ...]]
    """Lines of hard words, by language."""
    words: Mapping[str, tuple[str, ...]]
    """What the subject is called, by language, in the dictionary form."""
    texts: Mapping[str, tuple[re.Pattern[str], ...]]
    listed: Mapping[str, tuple[str, ...]]
    """What the word lists of the shipped rules call it, by language, as it stands there."""


class Protected(NamedTuple):
    """All of it; ``strong_words`` are those that no rule about opinions may use."""

    laws: tuple[Law, ...]
    shapes: Mapping[str, Shape]
    strong_words: Mapping[str, re.Pattern[str]]
    spoken: Mapping[str, tuple[str, ...]]
    """Posts that say a word of a shape and nothing about it, by language."""
    lawful: Mapping[str, re.Pattern[str]]
    """Turns that narrow a sentence to what a rule may ask."""

    def banned(self, lang: str, text: str) -> Iterator[tuple[str, str]]:
        """The shapes that a text of a rule forbids to speak of, each with the words that do."""
        sentences = [one for one in _SENTENCE.split(text) if not self.lawful[lang].search(one)]
        for name, shape in self.shapes.items():
            found = (one.search(sentence) for one in shape.texts[lang] for sentence in sentences)
            if words := next(filter(None, found), None):
                yield name, words.group()

    def law(self, shape: str, jurisdictions: tuple[str, ...], public_body: bool | None) -> list[Law]:
        """The laws against a shape in these countries; those of all countries where none is known in these."""
        all_ = [
            law
            for law in self.laws
            if shape in law.shapes and (public_body is None or law.public_body in (None, public_body))
        ]
        here = {*jurisdictions, *('EU' for code in jurisdictions if code in ('SE', 'FI'))}
        return [law for law in all_ if law.jurisdiction in here] or all_


def countries(languages: tuple[str, ...], policy: Mapping[str, Any]) -> tuple[str, ...]:
    """The countries whose law is meant: those of the policy, else those of the languages."""
    named = tuple(policy.get('jurisdictions') or ())
    return named or tuple(code for lang in languages for code in (JURISDICTIONS.get(lang) or ('US', 'EU')))


def protected_words(lang: str) -> set[str]:
    """The words of a language for what is protected, of every subject: no rule may ban one by itself."""
    return {word for shape in read().shapes.values() for word in shape.words.get(lang, ())}


@cache
def read() -> Protected:
    """The tables of the file that comes with policycheck."""
    path = os.path.join(machine.rules_folder(), 'protected.yaml')
    plain = parse(content(path), path).value
    turns = Turns(plain['turns'], plain['bans'])
    return Protected(
        laws=tuple(_law(one, plain['checked']) for one in plain['laws'].values()),
        shapes={name: _shape(one, turns, plain) for name, one in plain['shapes'].items()},
        strong_words={lang: _pattern(text) for lang, text in plain['strong_words'].items()},
        spoken={lang: tuple(lines(block)) for lang, block in plain['spoken'].items()},
        lawful={lang: _pattern(text) for lang, text in plain['lawful'].items()},
    )


def _law(plain: Mapping[str, Any], checked: str) -> Law:
    public = plain.get('public_body')
    return Law(
        plain['jurisdiction'],
        frozenset(plain['shapes']),
        None if public is None else public == 'true',
        plain['reason'],
        plain['source'],
        checked,
    )


def _shape(plain: Mapping[str, Any], turns: Turns, whole: Mapping[str, Any]) -> Shape:
    bosses, others = whole['bosses'], whole['others']
    return Shape(
        plain['name'],
        plain['safer'],
        {
            lang: tuple(tuple(alternatives(line)) for line in lines(block))
            for lang, block in (plain.get('statements') or {}).items()
        },
        {
            lang: tuple(_scorn(line, bosses[lang], others[lang]) for line in lines(block))
            for lang, block in (plain.get('scorn') or {}).items()
        },
        {lang: tuple(text.split(', ')) for lang, text in (plain.get('words') or {}).items()},
        {lang: turns.patterns(plain, lang) for lang in LANGUAGES},
        {lang: tuple(_listed(plain.get('lists') or (), lang)) for lang in LANGUAGES},
    )


def _listed(names: Iterable[str], lang: str) -> Iterator[str]:
    """The entries of shipped word lists that are words, one or more."""
    for name in names:
        path = os.path.join(machine.rules_folder(), 'words', f'{name}.yaml')
        located = parse(content(path), path)
        written = located.lines(lang) if located.value.get(lang) else ()
        yield from (line.text.strip('"') for line in written if _WORDS.fullmatch(line.text))


def _scorn(line: str, bosses: str, others: str) -> Scorn:
    posts, of_others = (tuple(alternatives(line.replace('{BOSS}', f'({who})'))) for who in (bosses, others))
    return Scorn(posts, of_others if '{BOSS}' in line else ())


def alternatives(line: str) -> Iterator[str]:
    """The texts that a line with ( | ) stands for.

    >>> list(alternatives('(My|Our) pay.'))
    ['My pay.', 'Our pay.']
    """
    parts = _CHOICE.split(line)
    for chosen in product(*(part.split('|') if i % 2 else [part] for i, part in enumerate(parts))):
        yield ''.join(chosen)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.strip(), re.IGNORECASE)
