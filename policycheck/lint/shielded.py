"""Rules that look for what the notice of rights protects: posts of their own words that are told of a right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.compiling.sources import RuleSource
from policycheck.lint.bench import Bench
from policycheck.lint.book import Phrase
from policycheck.lint.sample import posts
from policycheck.model import ADVICE, LEVELS, STOP, Draft
from policycheck.records import NamedTuple

_TRIED = 3
"""Posts of its own words that a phrase is tried on."""
_PHRASES = 5
"""Phrases of a language that are tried, spread over the rule."""
_PART = 4
"""A rule of which every so-manieth phrase finds protected speech looks for it."""
_MOST = 60
"""Lines of a rule that is tried so: of very many some are like what is protected, and nobody bans with a hundred."""
_LINES = 8
"""Lines of points that are put together into one post, the heaviest."""


class Shielded(NamedTuple):
    """A phrase of a rule, and a post of its words that the rule flags and of which people are told their right."""

    line: int
    phrase: str
    post: str
    level: str


@cache
def shipped() -> Ruleset:
    """The shipped rules together, under the starter policy."""
    return load(None)


def shielded(bench: Bench, sources: Iterable[RuleSource]) -> Iterator[tuple[RuleSource, Shielded]]:
    """The rules whose phrases find protected speech by their own words, on a personal account, with the first such.

    Rules about opinions may advise, and those that say why they stand, despite the right, are left out.
    """
    suspects = [source for source in sources if _may_ban(source)]
    if not suspects:
        return
    for source in suspects:
        tried = _Tried(bench, source)
        outcomes = [one for lang in source.file.languages for one in tried.phrases(lang)]
        found = [one for one in outcomes if one is not None]
        # of many phrases one or two may look like what is protected
        if found and len(found) * _PART >= len(outcomes):
            yield source, found[0]


def _may_ban(source: RuleSource) -> bool:
    file = source.file
    when: Mapping[Any, str] = file.require.when if file.require else {}
    points: Mapping[Any, str] = file.points.phrases() if file.points else {}
    find: Mapping[Any, str] = file.find
    lines = sum(text.count('\n') + 1 for text in (*find.values(), *when.values(), *points.values()))
    if file.level is None or file.despite_rights or lines > _MOST:
        return False
    return LEVELS.index(file.level) >= (STOP if file.opinion else ADVICE)


class _Tried:
    """A rule that is tried on posts of its own words."""

    def __init__(self, bench: Bench, source: RuleSource) -> None:
        self._bench = bench
        self._source = source
        self._given = bench.situation(source)

    def phrases(self, lang: str) -> Iterator[Shielded | None]:
        """What is protected of some phrases of a language: None for each that finds nothing of the kind."""
        own = [one for one in self._bench.book[lang] if one.rule == self._source.id]
        found = [one for one in own if one.key in ('find', 'require')]
        for phrase in found[:: -(-len(found) // _PHRASES) or 1]:
            yield self._told(phrase, list(self._said(phrase, lang)), lang)
        counted = [one for one in own if one.key == 'points' and one.points > 0]
        heaviest = sorted(counted, key=lambda one: -one.points)[:_LINES]
        if heaviest:
            rows = zip(*(list(self._said(one, lang)) for one in heaviest))
            yield self._told(heaviest[0], [' '.join(row) for row in rows], lang)

    def _said(self, phrase: Phrase, lang: str) -> Iterator[str]:
        tree: Any = self._bench.trees[lang][phrase.number]
        yield from islice(posts(tree, self._bench.slots[lang], lang), _TRIED)

    def _told(self, phrase: Phrase, said: list[str], lang: str) -> Shielded | None:
        """The phrase, where half of the posts that the rule flags are protected."""
        flagged = [(post, hit) for post in said if (hit := self._hit(post, lang)) is not None]
        protected = [(post, hit) for post, hit in flagged if self._notice(post, lang)]
        if not protected or len(protected) * 2 < len(flagged):
            return None
        post, level = protected[0]
        return Shielded(phrase.line, phrase.text, post, LEVELS[level])

    def _hit(self, post: str, lang: str) -> int | None:
        """The level at which the rule flags a post; None below advice."""
        report = check(Draft('post', 'post', post, post), self._bench.ruleset, {**self._given, 'lang': lang})
        levels = [flag.level for flag in report.fired if flag.rule.id == self._source.id]
        return max((level for level in levels if level >= ADVICE), default=None)

    def _notice(self, post: str, lang: str) -> bool:
        given = {'account': 'personal', 'lang': lang}
        return bool(check(Draft('post', 'post', post, post), shipped(), given).rights)
