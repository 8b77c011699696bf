"""Faults of a rule file that its text alone shows: every one, not only the first."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from policycheck.compiling.sources import RuleSource, content
from policycheck.counts.measures import MEASURES
from policycheck.errors import InputError
from policycheck.kinds import regex
from policycheck.lint import laid
from policycheck.lint.finding import Finding, fault
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.schema import rulefile
from policycheck.strict_yaml.fields import nearest, suggestion
from policycheck.strict_yaml.yamlfile import Line, Located
from policycheck.strict_yaml.yamlfile import parse as parse_yaml
from policycheck.words.absent import absent
from policycheck.words.phrase_tree import (
    Class,
    PhraseError,
    Tree,
    classes_in,
    sequences,
    variants,
)
from policycheck.words.phrases import parse

TOPICS = ('communications', 'investors', 'privacy', 'reporting', 'safety', 'security')
"""Whom rules may ask though a policy names nobody: reports have a word for them in every language."""

STALE = 18
"""Months after which sources are to be read again."""


SENTENCES = 2
"""That a reader takes in beside a post."""

_SENTENCE = re.compile(r'[^\W\d]{2}[.!?…]["”»’)]*\s+(?=["“”«‘(]*[A-ZÅÄÖÆØ\d])')
"""An end with another sentence after it: no ordinal, no initials."""


class Known(NamedTuple):
    """What rules may name: classes by language, precedents, labels, topics to ask about; ``today``: an ISO date."""

    classes: Mapping[str, frozenset[str]]
    precedents: frozenset[str]
    labels: frozenset[str]
    topics: frozenset[str]
    today: str

    def lacks(self, name: str, lang: str) -> str:
        """What is said of a class that a language does not have."""
        return absent(name, self.classes[lang], lang, frozenset().union(*self.classes.values()))


def rule(rule_id: str, path: str, known: Known) -> tuple[RuleSource | None, list[Finding]]:
    """The rule, None where it cannot be compiled, and what is wrong with how it is written.

    Raises InputError for a file that is not YAML.
    """
    data = content(path)
    slips = [fault(error) for error in rulefile.slips(path, data)]
    located = parse_yaml(data, path)
    slips += [fault(error) for error in _unreadable(located, path, known)]
    if slips:
        return None, slips
    source = RuleSource(rule_id, path)
    return source, [
        *map(fault, _references(source, known)),
        *_lacking(source),
        *_unfilled(source),
        *_asked(source, known),
        *_long(source),
        *map(fault, laid.languages(source)),
        *map(fault, laid.counts(source)),
        *map(fault, laid.days(source, known.today)),
        *(fault(error) for keys in _all_blocks(located.value) for error in laid.phrases(located, keys, path)),
        *stale(path, str(source.file.checked or ''), source.located.line('checked'), known.today),
    ]


def stale(path: str, checked: str, line: int, today: str) -> Iterator[Finding]:
    """The finding of a day on which sources were last read, where that is too long ago."""
    try:
        then, now = datetime.date.fromisoformat(checked), datetime.date.fromisoformat(today)
    except ValueError:
        return
    months = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)
    if months >= STALE:
        yield Finding(path, line, 'stale', {'day': checked, 'months': months})


def _unreadable(located: Located, path: str, known: Known) -> Iterator[InputError]:
    """The phrases and patterns that cannot be read; blocks that are no text have a fault of their own."""
    for lang in LANGUAGES:
        for keys in _blocks(located.value, lang):
            for line in located.lines(*keys):
                yield from _in_phrase(line, path, known, lang, points=keys[0] == 'points')
        fixes = _inside(located.value, 'fix', lang)
        for text in fixes if isinstance(fixes, dict) else ():
            place = Line(text, located.line('fix', lang, text), 0)
            yield from _in_phrase(place, path, known, lang)
    for lang in ('any', *LANGUAGES):
        if isinstance(_inside(located.value, 'regex', lang), str):
            for line in located.lines('regex', lang):
                try:
                    regex.prepare(line.text)
                except ValueError as err:
                    yield InputError(str(err), path, line.line)


def _blocks(value: Any, lang: str) -> Iterator[tuple[str | int, ...]]:
    """The keys to every block of phrases of a language."""
    ways: list[tuple[str | int, ...]] = [('find', lang), ('require', 'when', lang), ('points', lang)]
    adjust = _inside(value, 'adjust')
    ways += [('adjust', i, 'has', lang) for i in range(len(adjust) if isinstance(adjust, list) else 0)]
    for keys in ways:
        if isinstance(_inside(value, *keys), str):
            yield keys


def _all_blocks(value: Any) -> Iterator[tuple[str | int, ...]]:
    for lang in LANGUAGES:
        yield from _blocks(value, lang)


def _inside(value: Any, *keys: str | int) -> Any:
    for key in keys:
        known = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        if key not in known:
            return None
        value = value[key]
    return value


def _in_phrase(
    line: Line, path: str, known: Known, lang: str, *, points: bool = False
) -> Iterator[InputError]:
    text, column = line.text, line.column
    if points:
        text = text.partition(' ')[2].lstrip()
        column += len(line.text) - len(text)
        if not text:
            return
    try:
        tree = parse(text)
    except PhraseError as err:
        yield InputError(f'column {column + err.column}: {err.message}', path, line.line)
        return
    for one in classes_of(tree):
        if one.name not in known.classes[lang]:
            sentence = f'column {column + one.column}: {known.lacks(one.name, lang)}'
            yield InputError(sentence, path, line.line)
    for elements in (own.elements for own in sequences(tree)):
        try:
            variants(elements)
        except ValueError as err:
            yield InputError(str(err), path, line.line)


def classes_of(tree: Tree) -> Iterator[Class]:
    """The classes that a phrase names."""
    for elements in (own.elements for own in sequences(tree)):
        yield from classes_in(elements)


def _references(source: RuleSource, known: Known) -> Iterator[InputError]:
    file, located = source.file, source.located
    for number, name in enumerate(file.precedents or ()):
        if known.precedents and name not in known.precedents:
            near = suggestion(name, known.precedents)
            line = located.line('precedents', number)
            yield InputError(f"there is no precedent '{name}'{near}", source.path, line)
    if file.require and file.require.label not in known.labels:
        near = suggestion(file.require.label, known.labels)
        line = located.line('require', 'label')
        yield InputError(f"there is no label '{file.require.label}'{near}", source.path, line)
    if file.limit and file.limit.measure not in MEASURES:
        near = suggestion(file.limit.measure, MEASURES)
        line = located.line('limit', 'measure')
        yield InputError(f"there is no measure '{file.limit.measure}'{near}", source.path, line)


def _unfilled(source: RuleSource) -> Iterator[Finding]:
    """The examples that still are what `rules new` put there."""
    for lang, own in source.file.examples.items():
        for key in ('flags', 'passes'):
            for number, example in enumerate(getattr(own, key)):
                if example.text.strip('[]. …') == '':
                    line = source.located.line('examples', lang, key, number)
                    yield Finding(source.path, line, 'unfilled', {'key': f'examples.{lang}.{key}'})


def _asked(source: RuleSource, known: Known) -> Iterator[Finding]:
    """A topic to ask about that nobody is named for."""
    topic = source.file.ask
    if topic and topic not in known.topics:
        near = nearest(topic, sorted(known.topics))
        values = {'topic': topic, 'topics': near or ', '.join(sorted(known.topics))}
        yield Finding(source.path, source.located.line('ask'), 'asks' if near else 'asks_nobody', values)


def _long(source: RuleSource) -> Iterator[Finding]:
    """Reasons of more than two sentences."""
    texts: Mapping[Any, str] = source.file.why
    for lang, text in texts.items():
        count = len(_SENTENCE.findall(text)) + 1
        if count > SENTENCES:
            values = {'key': f'why.{lang}', 'count': count, 'most': SENTENCES}
            yield Finding(source.path, source.located.line('why', lang), 'long', values)


def _lacking(source: RuleSource) -> Iterator[Finding]:
    """Conditions of adjust that hold in some languages of the rule only.

    One of three or four languages has turns of phrase that the others have not: that is meant.
    """
    for number, entry in enumerate(source.file.adjust):
        has: Mapping[Any, str] = entry.has
        missing = [lang for lang in source.file.languages if lang not in has]
        if has and 'label' not in has and missing and not (len(has) == 1 and len(missing) > 1):
            line = source.located.line('adjust', number, 'has')
            yield Finding(source.path, line, 'lacks', {'languages': ', '.join(missing)})
