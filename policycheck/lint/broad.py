"""Rules that fire on ordinary posts: how often, and which of their phrases do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck.check import check
from policycheck.lint.bench import Bench
from policycheck.lint.finding import Finding
from policycheck.model import LANGUAGES, OFF, Draft
from policycheck.records import NamedTuple
from policycheck.schema.packs import ordinary_posts

AT_MOST = 0.01
"""Share of the ordinary posts of a language that a rule may fire on."""


class Fired(NamedTuple):
    """Ordinary posts that one rule flags, of how many that were read."""

    posts: list[str]
    of: int

    @property
    def too_many(self) -> bool:
        """Whether they are more than an author wants."""
        return len(self.posts) > AT_MOST * self.of


def findings(bench: Bench) -> Iterator[Finding]:
    """The phrases, and where no single one is to blame the rules, that fire too often in some language."""
    sources = {source.id: source for source in bench.sources}
    for given, rules in bench.groups():
        for lang in LANGUAGES:
            for rule, fired in _fired(bench, lang, given, rules).items():
                if not fired.too_many:
                    continue
                source = sources[rule]
                to_blame = list(_phrases(bench, lang, given, rule, fired))
                yield from to_blame
                if not to_blame:
                    key = next((key for key in _finders(source.file) if key != 'find'), 'find')
                    values = {'rule': rule, 'lang': lang, **_counted(fired)}
                    yield Finding(source.path, source.located.line(key), 'broad_rule', values)


def _finders(file: Any) -> Iterator[str]:
    for key in ('limit', 'detect', 'regex', 'tokens', 'points', 'require', 'find'):
        if getattr(file, key):
            yield key


def _counted(fired: Fired) -> dict[str, Any]:
    return {'count': len(fired.posts), 'total': fired.of, 'post': fired.posts[0]}


def _fired(bench: Bench, lang: str, given: Mapping[str, Any], rules: Iterable[str]) -> dict[str, Fired]:
    """What each rule flags of the ordinary posts of a language, by rule."""
    official = given.get('account') == 'official'
    ordinary = [
        post
        for pack in bench.packs
        for post in ordinary_posts(pack.root, lang, official=official)
        if post.strip()
    ]
    found: dict[str, Fired] = {}
    for post in ordinary:
        report = check(Draft('post', 'post', post, post), bench.ruleset, {**given, 'lang': lang})
        for rule in {flag.rule.id for flag in report.fired} & set(rules):
            found.setdefault(rule, Fired([], len(ordinary))).posts.append(post)
    return found


def _phrases(bench: Bench, lang: str, given: Mapping[str, Any], rule: str, fired: Fired) -> Iterator[Finding]:
    """The phrases of find that are too broad by themselves."""
    if bench.ruleset.judging(bench.numbers[rule]).get('at_least', 1) > 1:
        return
    own = [phrase for phrase in bench.book[lang] if phrase.rule == rule and phrase.key == 'find']
    counts: Counter[int] = Counter()
    first: dict[int, str] = {}
    for post in fired.posts:
        place = bench.place(post, lang, given)
        for phrase in own:
            if bench.level(place, phrase) > OFF:
                counts[phrase.number] += 1
                first.setdefault(phrase.number, post)
    for phrase in own:
        if counts[phrase.number] > AT_MOST * fired.of:
            values = {
                'phrase': phrase.text,
                'lang': lang,
                'count': counts[phrase.number],
                'total': fired.of,
                'post': first[phrase.number],
            }
            yield Finding(phrase.path, phrase.line, 'broad', values)
