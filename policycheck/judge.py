"""The slow speed: finders find, marks adjust, the shield caps; matches become flags."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from policycheck.adjust import Situation, Step, adjusted, reasons, shielded
from policycheck.compiled import Ruleset
from policycheck.halt import go_on, never
from policycheck.kinds.table import KINDS
from policycheck.kinds.view import Match, View
from policycheck.model import ADVICE, OFF, Context, Draft, Fix, Flag, Likeness, Related, Rule, Span, in_order
from policycheck.nlp import match, pipeline
from policycheck.reading import Reading
from policycheck.text import Normal

Possible = tuple[dict[str, dict[int, set[int]]], list[int]]
Likes = Mapping[str, tuple[int, int, Likeness]]
"""What a text reads like, by category, and where in the normalised text."""


_OF_WORDS = ('find', 'points', 'tokens')


class Found(NamedTuple):
    """A match of a rule, with the language and finder that found it."""

    number: int
    finder: str
    match: Match
    view: View

    @property
    def lang(self) -> str:
        """The language whose phrases matched."""
        return self.view.parse.grammar.lang


class Fate(NamedTuple):
    """A match and what became of it: its level after ``adjust``, by which steps.

    ``gone`` says why it is no flag: 'off' by its adjustments, 'at_least' (too few others), 'inside'
    another match of the rule; None where it is one.
    """

    one: Found
    level: int
    steps: tuple[Step, ...]
    gone: str | None = None


def judge(
    draft: Draft,
    counted: Normal,
    normal: Normal,
    readings: Mapping[str, Reading],
    possible: Possible,
    ruleset: Ruleset,
    context: Context,
    likes: Likes,
    halted: Callable[[], bool] = never,
) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """Flags and notices of rights of a draft, each in the order of the text.

    ``counted`` is the draft's text as limits count it, ``normal`` as all other finders read it;
    ``possible`` what the fast path left over, ``likes`` what the text reads like; ``halted`` says,
    asked at each match and rule, whether to end with HaltedError.
    """
    texts = Texts(draft, normal, counted)
    found: dict[int, list[Found]] = {}
    for lang, reading in readings.items():
        view = view_of(lang, reading, counted.text, ruleset, context, likes, post_begins(draft, normal))
        for one in matches(view, possible, ruleset):
            go_on(halted)
            found.setdefault(one.number, []).append(one)
    flags: list[Flag] = []
    rights: list[Flag] = []
    for number, own in found.items():
        go_on(halted)
        rule = ruleset.rules[number]
        for fate in fates(rule, ruleset.judging(number), own, context):
            if fate.gone is None:
                flag = texts.flag(rule, fate.one, ruleset.judging(number))
                flag = flag._replace(level=fate.level, reasons=reasons(fate.steps))
                (rights if rule.rights else flags).append(flag)
    flags, rights = agreed(flags, likes), agreed(rights, likes)
    kept = [
        flag._replace(level=level, reasons=why)
        for flag in flags
        for level, why in [shielded(flag, bool(rights), context)]
        if level > OFF
    ]
    return in_order(told_once(kept)), in_order(rights)[:1]


def post_begins(draft: Draft, normal: Normal) -> int:
    """Where the post begins in the normalised text of a draft, after its titles."""
    end = draft.heads[-1].span.end if draft.heads else 0
    return end if normal.places is None else bisect_left(normal.places.starts, end)


def view_of(
    lang: str,
    reading: Reading,
    counted: str,
    ruleset: Ruleset,
    context: Context,
    likes: Likes,
    begins: int = 0,
) -> View:
    """What the finders of a language are shown of a draft.

    ``counted`` is its text as limits count it, ``likes`` what it reads like, ``begins`` where the
    post begins in the text that is read.
    """
    return View(
        parse=pipeline.parse(reading, ruleset.grammar(lang)),
        text=counted,
        trees=ruleset.trees(lang),
        channel=ruleset.channel(context.channel.value)._replace(reply=bool(context.reply.value)),
        jurisdictions=context.jurisdictions.value,
        organisation=str((ruleset.policy.get('organisation') or {}).get('name') or ''),
        labels=ruleset.reference['labels'],
        likes=likes,
        begins=begins,
    )


def matches(view: View, possible: Possible, ruleset: Ruleset) -> Iterator[Found]:
    """What the finders find of the phrases and tests that are possible, in no order of the text."""
    phrases, tests = possible
    groups = ruleset.plan(view.parse.grammar.lang).groups
    for number, own in sorted(phrases.get(view.parse.grammar.lang, {}).items()):
        group = groups[number]
        plain = ruleset.finders(group.rule).get(group.finder)
        for one in KINDS[group.finder](view, plain, own):
            yield Found(group.rule, group.finder, one, view)
    for test in tests:
        rule, finder, plain = ruleset.tests[test]
        for one in KINDS[finder](view, plain, ()):
            yield Found(rule, finder, one, view)


def fates(rule: Rule, judging: Mapping[str, Any], matches: list[Found], context: Context) -> Iterator[Fate]:
    """What becomes of the matches of a rule: turned off, too few, inside another, or standing."""
    left: list[Fate] = []
    for one in matches:
        situation = Situation(one.view, one.match, context)
        alone = one.finder == 'like'
        own = min(rule.level, ADVICE) if alone else rule.level
        level, steps = adjusted(own, rule.rights, judging.get('adjust') or (), situation)
        if alone and not rule.rights:
            # what words do not say is never more than advice
            level = min(level, ADVICE)
        fate = Fate(one, level, steps, 'off' if level == OFF else None)
        if fate.gone:
            yield fate
        else:
            left.append(fate)
    needed = judging.get('at_least') or 1
    if needed > 1:
        # different phrases of one language, as the fast path counts them
        markers = {(fate.one.lang, fate.one.match.marker) for fate in left if fate.one.finder == 'find'}
        counts = Counter(lang for lang, _ in markers)
        few = [fate for fate in left if fate.one.finder == 'find' and counts[fate.one.lang] < needed]
        yield from (fate._replace(gone='at_least') for fate in few)
        left = [fate for fate in left if fate.one.finder != 'find' or counts[fate.one.lang] >= needed]
    taken: list[tuple[int, int]] = []
    left.sort(
        key=lambda fate: (
            fate.one.finder == 'like',
            fate.one.match.start - fate.one.match.end,
            fate.one.match.start,
        )
    )
    for fate in left:
        place = (fate.one.match.start, fate.one.match.end)
        at = bisect_left(taken, place)
        if (at and taken[at - 1][1] > place[0]) or (at < len(taken) and taken[at][0] < place[1]):
            yield fate._replace(gone='inside')
            continue
        taken.insert(at, place)
        yield fate


def agreed(flags: list[Flag], likes: Likes) -> list[Flag]:
    """Flags without those of meaning alone where words say the same, which are then told to be agreed upon."""
    said = {flag.rule.category for flag in flags if flag.finder != 'like'}
    kept: list[Flag] = []
    for flag in flags:
        category = flag.rule.category
        if flag.finder != 'like':
            kept.append(flag._replace(like=likes[category][2]) if category in likes else flag)
        elif category not in said:
            kept.append(flag)
    return kept


def told_once(flags: list[Flag]) -> list[Flag]:
    """Flags, each with those ``also`` that words led to in the same place and the same category, no graver.

    One with a fix of its own is told by itself.
    """
    kept: list[Flag] = []
    taken: dict[str, list[tuple[int, int, int]]] = {}
    for flag in sorted(flags, key=lambda flag: (-flag.level, flag.span.start - flag.span.end)):
        places = taken.setdefault(flag.rule.category, [])
        start, end = flag.text_span
        at = bisect_left(places, (start, end))
        near = [one for one in places[max(0, at - 1) : at + 1] if one[0] < end and start < one[1]]
        if flag.finder not in _OF_WORDS or flag.fixes:
            kept.append(flag)
        elif near:
            first = near[0][2]
            kept[first] = kept[first]._replace(also=(*kept[first].also, flag))
        else:
            places.insert(at, (start, end, len(kept)))
            kept.append(flag)
    return kept


class Texts(NamedTuple):
    """A draft and the two texts that finders read of it: how a place in one becomes a place in the other."""

    draft: Draft
    normal: Normal
    counted: Normal

    def flag(self, rule: Rule, one: Found, judging: Mapping[str, Any]) -> Flag:
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
            like=one.match.likeness,
        )

    def replacements(
        self, one: Found, judging: Mapping[str, Any], within: Span
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
