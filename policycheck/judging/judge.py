"""The slow speed: finders find, marks adjust, the shield caps; matches become flags."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from policycheck.at_rest import AtRest
from policycheck.fast import LONG, Possible
from policycheck.halt import go_on, never
from policycheck.judging.adjust import Situation, Step, adjusted, is_opinion, reasons, shielded
from policycheck.judging.flagged import Found, Texts
from policycheck.judging.overlaps import agreed, in_order, told_once
from policycheck.kinds.table import KINDS
from policycheck.kinds.view import View
from policycheck.model import ADVICE, OFF, Context, Flag, Likes, Rule
from policycheck.nlp.parse import Grammar, Parse
from policycheck.nlp.sketch import sketch
from policycheck.readers.headed import post_begins
from policycheck.records import NamedTuple
from policycheck.words.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from policycheck.compiled import Ruleset


class Fate(NamedTuple):
    """A match and what became of it: its level after ``adjust``, by which steps.

    ``gone`` says why it is no flag: 'off' by its adjustments, 'at_least' (too few others), 'inside'
    another match of the rule; None where it is one. ``opinion``: whether it is one.
    """

    one: Found
    level: int
    steps: tuple[Step, ...]
    gone: str | None = None
    opinion: bool = False


def judge(
    texts: Texts,
    readings: Mapping[str, Reading],
    possible: Possible,
    ruleset: Ruleset,
    context: Context,
    likes: Likes,
    halted: Callable[[], bool] = never,
) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """Flags and notices of rights of a draft, each in the order of the text.

    ``possible`` is what the fast path left over, ``likes`` what the text reads like; ``halted`` says,
    asked at each match and rule, whether to end with HaltedError.
    """
    views = _views(parsed, texts, readings, ruleset, context, likes)
    flags: list[Flag] = []
    rights: list[Flag] = []
    for fate in standing(views, possible, ruleset, context, halted):
        rule, judging = ruleset.rules[fate.one.number], ruleset.judging(fate.one.number)
        flag = texts.flag(rule, fate.one, judging)
        own = flag._replace(level=fate.level, reasons=reasons(fate.steps), opinion=fate.opinion)
        (rights if rule.rights else flags).append(own)
    flags, rights = agreed(flags, likes), agreed(rights, likes)
    kept = [
        flag._replace(level=level, reasons=why)
        for flag in flags
        for level, why in [shielded(flag, bool(rights), context)]
        if level > OFF
    ]
    # one notice is told, and what words say of it is known first
    notices = sorted(in_order(rights), key=lambda flag: flag.finder == 'like')
    return in_order(told_once(kept)), tuple(notices[:1])


def narrowed(
    texts: Texts,
    readings: Mapping[str, Reading],
    possible: Possible,
    ruleset: Ruleset,
    context: Context,
    likes: Likes,
    halted: Callable[[], bool] = never,
) -> Possible | None:
    """What is left of ``possible`` once it is judged in sketches, without spaCy; None for nothing.

    It takes what ``judge`` takes. spaCy's own patterns, and long texts, are left as they are.
    """
    phrases, tests = possible
    groups = {lang: ruleset.plan(lang).groups for lang in readings}
    finders = {groups[lang][number].finder for lang, own in phrases.items() for number in own}
    if 'tokens' in finders or any(len(one.filled) > LONG for one in readings.values()):
        return possible
    views = _views(sketch, texts, readings, ruleset, context, likes)
    if not (left := {fate.one.number for fate in standing(views, possible, ruleset, context, halted)}):
        return None
    kept = {
        lang: {at: found for at, found in own.items() if groups[lang][at].rule in left}
        for lang, own in phrases.items()
    }
    return kept, [test for test in tests if ruleset.tests[test].rule in left]


def _views(
    parse: Callable[[Reading, Grammar], Parse],
    texts: Texts,
    readings: Mapping[str, Reading],
    ruleset: Ruleset,
    context: Context,
    likes: Likes,
) -> list[View]:
    """A view of each reading, parsed in this way."""
    begins, text = post_begins(texts.draft, texts.normal), texts.counted.text
    both = tuple(readings)
    return [
        view_of(parse(reading, ruleset.grammar(lang)), text, ruleset, context, likes, begins, both)
        for lang, reading in readings.items()
    ]


def standing(
    views: Iterable[View],
    possible: Possible,
    ruleset: Ruleset,
    context: Context,
    halted: Callable[[], bool] = never,
) -> Iterator[Fate]:
    """The matches of the rules that are possible which stand after all, by rule."""
    found: dict[int, list[Found]] = {}
    for view in views:
        for one in matches(view, possible, ruleset):
            go_on(halted)
            found.setdefault(one.number, []).append(one)
    for number, own in found.items():
        go_on(halted)
        fates_of = fates(ruleset.rules[number], ruleset.judging(number), own, context)
        yield from (fate for fate in fates_of if fate.gone is None)


def parsed(reading: Reading, grammar: Grammar) -> Parse:
    """The parse of a reading by spaCy, which is imported for it."""
    with AtRest():
        from policycheck.nlp import pipeline

    return pipeline.parse(reading, grammar)


def view_of(
    parse: Parse,
    counted: str,
    ruleset: Ruleset,
    context: Context,
    likes: Likes,
    begins: int = 0,
    languages: tuple[str, ...] = (),
) -> View:
    """What the finders are shown of a draft in a language.

    ``counted`` is its text as limits count it, ``likes`` what it reads like, ``begins`` where the
    post begins in the text that is read, ``languages`` all that it is read in, the likelier first.
    """
    return View(
        parse=parse,
        text=counted,
        trees=ruleset.trees(parse.grammar.lang),
        channel=ruleset.channel(context.channel.value)._replace(reply=bool(context.reply.value)),
        jurisdictions=context.jurisdictions.value,
        organisation=str((ruleset.policy.get('organisation') or {}).get('name') or ''),
        labels=ruleset.reference['labels'],
        likes=likes if likes.unlike is not None else likes._replace(unlike=ruleset.unlike(parse.text)),
        begins=begins,
        languages=languages,
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
        entries = judging.get('adjust') or ()
        level, steps = adjusted(own, rule.rights, entries, situation)
        # what words do not say is never more than advice
        level = min(level, ADVICE) if alone and not rule.rights else level
        opinion = is_opinion(rule.opinion, entries, situation)
        fate = Fate(one, level, steps, 'off' if level == OFF else None, opinion)
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
