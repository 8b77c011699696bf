"""The slow speed: finders find, marks adjust, the shield caps; matches become flags."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from policycheck.adjust import Situation, adjusted, shielded
from policycheck.compiled import Ruleset
from policycheck.kinds.table import KINDS
from policycheck.kinds.view import Match, View
from policycheck.model import OFF, Context, Draft, Fix, Flag, Related, Rule, Span
from policycheck.nlp import match, pipeline
from policycheck.nlp.parse import Grammar
from policycheck.reading import Reading
from policycheck.text import Normal
from policycheck.vocabulary import FOUND

Possible = tuple[dict[str, dict[int, set[int]]], list[int]]


class _Found(NamedTuple):
    """A match of a rule, with the language and finder that found it."""

    number: int
    finder: str
    match: Match
    view: View

    @property
    def lang(self) -> str:
        """The language whose phrases matched."""
        return self.view.parse.grammar.lang


def judge(
    draft: Draft,
    counted: Normal,
    normal: Normal,
    readings: Mapping[str, Reading],
    possible: Possible,
    ruleset: Ruleset,
    context: Context,
) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """Flags and notices of rights of a draft, each in the order of the text.

    ``counted`` is the draft's text as limits count it, ``normal`` as all other finders read it;
    ``possible`` what the fast path left over.
    """
    texts = _Texts(draft, normal, counted)
    found: dict[int, list[_Found]] = {}
    for lang, reading in readings.items():
        view = _view(lang, reading, counted.text, ruleset, context)
        for one in _matches(view, possible, ruleset, ruleset.plan(lang).groups):
            found.setdefault(one.number, []).append(one)
    flags: list[Flag] = []
    rights: list[Flag] = []
    for number, matches in found.items():
        rule = ruleset.rules[number]
        for one, level, reasons in _standing(rule, ruleset.judging(number), matches, context):
            flag = texts.flag(rule, one, ruleset.judging(number))
            (rights if rule.rights else flags).append(flag._replace(level=level, reasons=reasons))
    kept = [
        flag._replace(level=level, reasons=reasons)
        for flag in flags
        for level, reasons in [shielded(flag, bool(rights), context)]
        if level > OFF
    ]
    return _in_order(kept), _in_order(rights)[:1]


def _view(lang: str, reading: Reading, counted: str, ruleset: Ruleset, context: Context) -> View:
    own, trees = grammar(ruleset, lang)
    return View(
        parse=pipeline.parse(reading, own),
        text=counted,
        trees=trees,
        channel=ruleset.channel(context.channel.value)._replace(reply=bool(context.reply.value)),
        jurisdictions=context.jurisdictions.value,
        organisation=str((ruleset.policy.get('organisation') or {}).get('name') or ''),
        labels=ruleset.reference['labels'],
    )


def grammar(ruleset: Ruleset, lang: str) -> tuple[Grammar, list[Any]]:
    """What the pipeline of a language has to know of the rules, and the trees of their phrases."""
    kept = ruleset.__dict__.setdefault('grammars', {})
    if lang not in kept:
        plain = ruleset.grammar(lang)
        kept[lang] = (
            Grammar(lang, plain['slots'], frozenset((*plain['entries'], *range(1, len(FOUND) + 1)))),
            plain['trees'],
        )
    found: tuple[Grammar, list[Any]] = kept[lang]
    return found


def _matches(view: View, possible: Possible, ruleset: Ruleset, groups: list[Any]) -> Iterator[_Found]:
    phrases, tests = possible
    for number, own in sorted(phrases.get(view.parse.grammar.lang, {}).items()):
        group = groups[number]
        plain = ruleset.finders(group.rule).get(group.finder)
        for one in KINDS[group.finder](view, plain, own):
            yield _Found(group.rule, group.finder, one, view)
    for test in tests:
        rule, finder, plain = ruleset.tests[test]
        for one in KINDS[finder](view, plain, ()):
            yield _Found(rule, finder, one, view)


def _standing(
    rule: Rule, judging: Mapping[str, Any], matches: list[_Found], context: Context
) -> Iterator[tuple[_Found, int, tuple[str, ...]]]:
    """The matches that are left after marks and conditions, none inside another of the rule."""
    standing = []
    for one in matches:
        situation = Situation(one.view, one.match, context)
        level, reasons = adjusted(rule.level, rule.rights, judging.get('adjust') or (), situation)
        if level > OFF:
            standing.append((one, level, reasons))
    needed = judging.get('at_least') or 1
    if needed > 1:
        # different phrases of one language, as the fast path counts them
        markers = {(one.lang, one.match.marker) for one, _, _ in standing if one.finder == 'find'}
        counts = Counter(lang for lang, _ in markers)
        standing = [
            entry for entry in standing if entry[0].finder != 'find' or counts[entry[0].lang] >= needed
        ]
    taken: list[tuple[int, int]] = []
    standing.sort(key=lambda entry: (entry[0].match.start - entry[0].match.end, entry[0].match.start))
    for one, level, reasons in standing:
        place = (one.match.start, one.match.end)
        at = bisect_left(taken, place)
        if (at and taken[at - 1][1] > place[0]) or (at < len(taken) and taken[at][0] < place[1]):
            continue
        taken.insert(at, place)
        yield one, level, reasons


class _Texts(NamedTuple):
    """A draft and the two texts that finders read of it: how a place in one becomes a place in the other."""

    draft: Draft
    normal: Normal
    counted: Normal

    def flag(self, rule: Rule, one: _Found, judging: Mapping[str, Any]) -> Flag:
        """The flag of a match, at the rule's own level."""
        in_text = self.in_text(one.match, one.match.start, one.match.end)
        span = self.in_source(in_text)
        sides = (
            (side, self.in_source(self.in_text(one.match, side.start, side.end)))
            for side in one.match.related
        )
        edits = [(self.in_text(one.match, edit.start, edit.end), edit.text) for edit in one.match.edits]
        edits += self.replacements(one, judging, in_text)
        return Flag(
            rule=rule,
            level=rule.level,
            finder=one.finder,
            span=span,
            quote=self.draft.source[span.start : span.end],
            text_span=in_text,
            related=tuple(
                Related(place, self.draft.source[place.start : place.end], side.points)
                for side, place in sides
            ),
            fixes=tuple(Fix(self.in_source(place), text, bool(judging.get('safe'))) for place, text in edits),
            reasons=(),
        )

    def replacements(
        self, one: _Found, judging: Mapping[str, Any], within: Span
    ) -> Iterator[tuple[Span, str]]:
        """The rule's own fixes for words in a place of the draft's text, with a capital where the words had one."""
        parse = one.view.parse
        for tree, text in (judging.get('fix') or {}).get(parse.grammar.lang, ()):
            key, found = ('phrase', tree), one.view.trees[tree]
            parts = one.match.parts
            for hit in match.find_near(parse, found, key, parts) if parts else match.find(parse, found, key):
                start, end = parse.characters(hit.start, hit.end)
                place = Span(*self.normal.span(start, end))
                if within.start <= place.start and place.end <= within.end:
                    capital = parse.text[start].isupper() and not text[:1].isupper()
                    yield place, text[:1].upper() + text[1:] if capital else text

    def in_text(self, found: Match, start: int, end: int) -> Span:
        """A place of the text that a match was found in, in the draft's text."""
        return Span(*(self.counted if found.counted else self.normal).span(start, end))

    def in_source(self, place: Span) -> Span:
        """A place of the draft's text in its file."""
        return place if self.draft.places is None else self.draft.places.span(place.start, place.end)


def _in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=lambda flag: (flag.span.start, -flag.level, flag.span.end, flag.rule.id)))
