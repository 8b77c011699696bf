"""What the examples of rules try, and what they leave untried: phrases, entries of adjust, languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policycheck import fast
from policycheck.authoring.examples import bare
from policycheck.compiling.ruleplain import set_keys
from policycheck.compiling.sources import RuleSource
from policycheck.fast import Possible
from policycheck.judging.adjust import Situation, opinions
from policycheck.judging.judge import fates, matches
from policycheck.lint.bench import Bench, Place
from policycheck.lint.book import Phrase
from policycheck.lint.finding import Finding, in_order
from policycheck.model import OFF
from policycheck.nlp import match
from policycheck.records import NamedTuple


class OfRule(NamedTuple):
    """How many phrases and entries of ``adjust`` a rule has, and how many of them an example tries.

    Patterns and what ``detect`` looks for count as phrases; entries that only a model could try are left out.
    """

    rule: str
    phrases: int
    tried: int
    adjust: int
    adjusted: int


class Coverage(NamedTuple):
    """What no example tries, in the order of the files, and of each rule how much there is and is tried."""

    findings: list[Finding]
    rules: list[OfRule]


class _Tried(NamedTuple):
    """What the examples of one rule try."""

    phrases: set[tuple[str, int]]
    """Language and number."""
    patterns: set[str]
    entries: set[tuple[int, str]]
    """Entry of adjust and language."""
    flagged: set[str]
    """Languages in which an example is flagged."""


def coverage(bench: Bench) -> Coverage:
    """What the examples of the rules on the bench leave untried."""
    found: list[Finding] = []
    rules: list[OfRule] = []
    for source in bench.sources:
        own = _tried(bench, source)
        rows = [
            (lang, one)
            for lang in source.file.languages
            for one in bench.book[lang]
            if one.rule == source.id and one.key != 'adjust'
        ]
        left = [_untried(one) for lang, one in rows if (lang, one.number) not in own.phrases]
        patterns = list(_patterns(source))
        left += [one for one in patterns if one.values['phrase'] not in own.patterns]
        entries = _entries(source)
        total = len(rows) + len(patterns)
        adjusted = len(entries.keys() & {entry for entry, _ in own.entries})
        rules.append(OfRule(source.id, total, total - len(left), len(entries), adjusted))
        found += [*left, *_adjusts(source, entries, own), *_languages(source, own)]
    return Coverage(in_order(found), rules)


def _tried(bench: Bench, source: RuleSource) -> _Tried:
    tried = _Tried(set(), set(), set(), set())
    number = bench.numbers[source.id]
    tests = [i for i, test in enumerate(bench.ruleset.tests) if test.rule == number]
    others = frozenset(range(len(bench.ruleset.rules))) - {number}
    for lang in source.file.languages:
        own = [phrase for phrase in bench.book[lang] if phrase.rule == source.id]
        possible: Possible = ({lang: fast.everything(bench.ruleset.plan(lang), others)}, tests)
        for kind, text, settings in _examples(source, lang):
            place = bench.place(text, lang, settings)
            found = [one for one in matches(place.view, possible, bench.ruleset) if one.number == number]
            judging = bench.ruleset.judging(number)
            for fate in fates(bench.rule(source.id), judging, found, place.context):
                tried.entries.update((step.entry, lang) for step in fate.steps)
                situation = Situation(place.view, fate.one.match, place.context)
                tried.entries.update((entry, lang) for entry in opinions(judging['adjust'], situation))
                if fate.level > OFF and kind != 'passes':
                    tried.flagged.add(lang)
                    tried.patterns.add(fate.one.match.marker)
                    if fate.one.match.marker.startswith('phrase '):
                        tried.phrases.add((lang, int(fate.one.match.marker[7:])))
            tried.phrases.update((lang, one.number) for one in own if _there(bench, lang, place, one, kind))
    return tried


def _there(bench: Bench, lang: str, place: Place, phrase: Phrase, kind: str) -> bool:
    """Whether an example holds a phrase that flags nothing by itself: of points, or of fix."""
    wanted = {'points': kind != 'passes' or phrase.points < 0, 'fix': kind == 'fixes'}
    return wanted.get(phrase.key, False) and bool(
        match.find(place.view.parse, bench.trees[lang][phrase.number], ('phrase', phrase.number))
    )


def _examples(source: RuleSource, lang: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The examples of a rule in a language: kind, text without [[ ]], what it sets."""
    examples: Mapping[Any, Any] = source.file.examples
    own = examples.get(lang)
    for kind in ('flags', 'passes') if own else ():
        for example in getattr(own, kind):
            settings = set_keys(example)
            yield kind, bare(settings.pop('text'))[0], settings
    for text in own.fixes if own else ():
        yield 'fixes', bare(text)[0], {}


def _untried(phrase: Phrase) -> Finding:
    kind = {'fix': 'coverage.fix', 'points': 'coverage.minus' if phrase.points < 0 else 'coverage.phrase'}
    return Finding(phrase.path, phrase.line, kind.get(phrase.key, 'coverage.phrase'), {'phrase': phrase.text})


def _patterns(source: RuleSource) -> Iterator[Finding]:
    """What a rule looks for besides phrases, as it would be told untried."""
    for lang in source.file.regex:
        for line in source.located.lines('regex', lang):
            yield Finding(source.path, line.line, 'coverage.phrase', {'phrase': line.text})
    for kind in source.file.detect:
        line_of = source.located.line('detect')
        yield Finding(source.path, line_of, 'coverage.phrase', {'phrase': kind})


def _entries(source: RuleSource) -> dict[int, list[str]]:
    """The entries of ``adjust`` that examples can try, each with the languages in which its ``has`` can hold."""
    found: dict[int, list[str]] = {}
    for number, entry in enumerate(source.file.adjust):
        has: Mapping[Any, str] = entry.has
        if entry.unlike is None:
            found[number] = [
                lang for lang in source.file.languages if not has or lang in has or 'label' in has
            ]
    return found


def _adjusts(source: RuleSource, entries: Mapping[int, list[str]], tried: _Tried) -> Iterator[Finding]:
    for number, languages in entries.items():
        missing = [lang for lang in languages if (number, lang) not in tried.entries]
        line = source.located.line('adjust', number)
        if len(missing) == len(languages):
            yield Finding(source.path, line, 'coverage.adjust')
        elif missing:
            yield Finding(source.path, line, 'coverage.adjust_lang', {'languages': ', '.join(missing)})


def _languages(source: RuleSource, tried: _Tried) -> Iterator[Finding]:
    missing = [lang for lang in source.file.languages if lang not in tried.flagged]
    if missing:
        line = source.located.line('examples', missing[0])
        yield Finding(source.path, line, 'coverage.language', {'languages': ', '.join(missing)})
