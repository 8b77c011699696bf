"""The slow speed: finders find, marks adjust, the shield caps; matches become flags."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from policycheck.adjust import Situation, adjusted, shielded
from policycheck.compiled import Ruleset
from policycheck.kinds.table import KINDS
from policycheck.kinds.view import Edit, Match, Side, View
from policycheck.model import OFF, Context, Draft, Fix, Flag, Related, Rule, Span
from policycheck.nlp import match, pipeline
from policycheck.nlp.parse import Grammar, Parse
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
            flag = _flag(
                rule,
                level,
                reasons,
                one,
                draft,
                counted if one.match.counted else normal,
                ruleset.judging(number),
            )
            (rights if rule.rights else flags).append(flag)
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
    if needed > 1 and len({one.match.marker for one, _, _ in standing}) < needed:
        return
    taken: list[tuple[int, int]] = []
    standing.sort(key=lambda entry: (entry[0].match.start - entry[0].match.end, entry[0].match.start))
    for one, level, reasons in standing:
        place = (one.match.start, one.match.end)
        at = bisect_left(taken, place)
        if (at and taken[at - 1][1] > place[0]) or (at < len(taken) and taken[at][0] < place[1]):
            continue
        taken.insert(at, place)
        yield one, level, reasons


def _flag(
    rule: Rule,
    level: int,
    reasons: tuple[str, ...],
    one: _Found,
    draft: Draft,
    normal: Normal,
    judging: Mapping[str, Any],
) -> Flag:
    in_text = Span(*normal.span(one.match.start, one.match.end))
    span = _in_source(draft, in_text)
    related = tuple(
        Related(place, draft.source[place.start : place.end], side.points)
        for side in one.match.related
        for place in [_in_source(draft, Span(*normal.span(side.start, side.end)))]
    )
    edits = (*one.match.edits, *_replacements(one, judging))
    fixes = tuple(
        Fix(
            _in_source(draft, Span(*normal.span(edit.start, edit.end))),
            edit.text,
            bool(judging.get('safe')),
        )
        for edit in edits
    )
    return Flag(
        rule=rule,
        level=level,
        finder=one.finder,
        span=span,
        quote=draft.source[span.start : span.end],
        text_span=in_text,
        related=related,
        fixes=fixes,
        reasons=reasons,
    )


def _replacements(one: _Found, judging: Mapping[str, Any]) -> Iterator[Edit]:
    """The rule's own fixes for words inside the match, with a capital where the words had one."""
    parse = one.view.parse
    for tree, text in (judging.get('fix') or {}).get(parse.grammar.lang, ()):
        for hit in match.find_near(parse, one.view.trees[tree], ('phrase', tree), one.match.parts):
            start, end = parse.characters(hit.start, hit.end)
            if one.match.start <= start and end <= one.match.end:
                old = parse.text[start:end]
                new = text[:1].upper() + text[1:] if old[:1].isupper() and not text[:1].isupper() else text
                yield Edit(start, end, new)


def _in_source(draft: Draft, place: Span) -> Span:
    return place if draft.places is None else draft.places.span(place.start, place.end)


def _in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=lambda flag: (flag.span.start, -flag.level, flag.span.end, flag.rule.id)))


__all__ = ['Parse', 'Side', 'judge']
