"""Waivers against flags: which flag each one keeps, and what is wrong with those that keep none."""

from __future__ import annotations

import os
import re

from policycheck import git
from policycheck.compiled import Ruleset
from policycheck.context import today
from policycheck.judging.overlaps import in_order
from policycheck.model import STOP, Context, Draft, Fix, Flag, Kept, Span, Waiver
from policycheck.records import NamedTuple
from policycheck.screened import places_of
from policycheck.text import Normal
from policycheck.waivers.keep_rules import KEEP_RULES
from policycheck.waivers.reasons import good_reason
from policycheck.waivers.removals import cuts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

FINDER = 'waiver'

_UNUSED = 'waiver/unused'
_ENDED = (_UNUSED, 'waiver/expired')
"""What is wrong with waivers that are over."""


_ALIKE = 80
"""Of 100, from which words are taken for those of a text with a slip in them: one letter of five."""


class Fault(NamedTuple):
    """A waiver that keeps nothing, or not all, and the id of the rule that says why.

    ``over`` is False where it may be meant for something that it only misses by a slip.
    """

    waiver: Waiver
    rule: str
    over: bool = True


class Outcome(NamedTuple):
    """Flags that still count, those that are kept, and the waivers that something is wrong with."""

    flags: tuple[Flag, ...]
    kept: tuple[Kept, ...]
    faults: tuple[Fault, ...]


def applied(
    draft: Draft, flags: tuple[Flag, ...], ruleset: Ruleset, context: Context, normal: Normal
) -> tuple[tuple[Flag, ...], tuple[Kept, ...]]:
    """The flags that count, with those on waivers of the draft's own file, and the ones that are kept.

    Both in the order of the file. ``normal`` is the draft's text as it was screened.
    """
    done = judged(draft, draft.waivers, flags, ruleset, context, normal)
    own = [one for one in done.faults if one.waiver.path == draft.path]
    return in_order((*flags_on(own, draft.source, ruleset), *done.flags)), done.kept


def judged(
    draft: Draft,
    waivers: Iterable[Waiver],
    flags: tuple[Flag, ...],
    ruleset: Ruleset,
    context: Context,
    normal: Normal,
) -> Outcome:
    """What becomes of the flags of a draft under these waivers; each flag is kept by the first that can."""
    known = {rule.id for rule in ruleset.rules}
    kept: dict[int, Kept] = {}
    faults: list[Fault] = []
    for waiver in waivers:
        wrong = _wrong(waiver, known)
        covered = [number for number, flag in enumerate(flags) if covers(waiver, flag, draft, normal)]
        if wrong is None and not covered:
            wrong = _UNUSED
        for number in () if wrong else covered:
            if _signed(waiver, flags[number], draft.path, context):
                kept.setdefault(number, Kept(flags[number], waiver.reason, 'waiver'))
            else:
                wrong = 'waiver/by'
        if wrong:
            faults.append(Fault(waiver, wrong))
    left = [flag for number, flag in enumerate(flags) if number not in kept]
    for at, fault in enumerate(faults):
        if fault.rule == _UNUSED and (meant := _nearly(fault.waiver, left, draft)):
            faults[at] = fault._replace(over=False)
            left = [flag._replace(fixes=()) if flag in meant else flag for flag in left]
    for fault in faults:
        if fault.rule not in _ENDED:
            left = _left_alone(fault.waiver, left, draft, normal)
    return Outcome(tuple(left), tuple(kept[number] for number in sorted(kept)), tuple(faults))


def _nearly(waiver: Waiver, flags: list[Flag], draft: Draft) -> list[Flag]:
    """The flags that a waiver is for but for a slip in its words, or another rule than it names."""
    if not flags:
        return []
    # a slow import for waivers that are right
    from rapidfuzz.fuzz import partial_ratio

    words, size = waiver.words.casefold(), len(waiver.words)
    return [
        flag
        for flag in flags
        for start, end in [flag.text_span]
        if partial_ratio(words, draft.text[max(0, start - size) : end + size].casefold()) >= _ALIKE
    ]


def _left_alone(waiver: Waiver, flags: list[Flag], draft: Draft, normal: Normal) -> list[Flag]:
    """The flags without fixes to the words of a waiver: somebody meant to keep them, and has to put it right first."""
    # a slow import for waivers that are right
    from policycheck.fix import touch

    meant = [
        place if draft.places is None else draft.places.span(*place)
        for place in places_of(waiver.words, draft, normal)
    ]
    return [
        flag._replace(
            fixes=tuple(fix for fix in flag.fixes if not any(touch(fix.span, one) for one in meant))
        )
        for flag in flags
    ]


def covers(waiver: Waiver, flag: Flag, draft: Draft, normal: Normal | None = None) -> bool:
    """Whether a flag in a draft lies within the words of a waiver for its rule, as they are written or as they read.

    ``normal`` is the draft's text as it was screened, where that is known already.
    """
    if waiver.rule != flag.rule.id:
        return False
    start, end = flag.text_span
    return any(found.start <= start and end <= found.end for found in places_of(waiver.words, draft, normal))


def flags_on(faults: Iterable[Fault], source: str, ruleset: Ruleset) -> list[Flag]:
    """The flags on waivers of one file, in their order, each with the change that helps where there is one.

    Safe is only to delete what is over: an unused waiver may have a slip in its words.
    """
    faults = list(faults)
    fixes: dict[Span, Fix] = {}
    for safe in (False, True):
        idle = [one.waiver for one in faults if one.rule in _ENDED and one.over == safe]
        fixes |= cuts(idle, source, safe=safe)
    for one in faults:
        if one.rule == 'waiver/unknown':
            fixes |= _for_unknown(one.waiver, source, ruleset)
    return [_flag(one, source, fixes.get(one.waiver.span)) for one in faults]


def _for_unknown(waiver: Waiver, source: str, ruleset: Ruleset) -> dict[Span, Fix]:
    # rapidfuzz and pydantic are slow imports for waivers that are right
    from policycheck.strict_yaml.fields import nearest

    near = nearest(waiver.rule, [known.id for known in ruleset.rules])
    return {waiver.span: Fix(waiver.span, near, False)} if near else cuts([waiver], source, safe=False)


def _flag(one: Fault, source: str, fix: Fix | None) -> Flag:
    rule, span = KEEP_RULES[one.rule], one.waiver.span
    quote = source[span.start : span.end]
    return Flag(rule, rule.level, FINDER, span, quote, span, (), (fix,) if fix else (), ())


def _wrong(waiver: Waiver, known: set[str]) -> str | None:
    if waiver.rule not in known:
        return 'waiver/unknown'
    if not good_reason(waiver.reason):
        return 'waiver/reason'
    if waiver.until and waiver.until < today():
        return 'waiver/expired'
    return None


def _signed(waiver: Waiver, flag: Flag, path: str, context: Context) -> bool:
    folder = os.path.dirname(os.path.abspath(path))
    official = context.account.value == 'official'
    return signed(waiver.by, flag, official, folder if os.path.isdir(folder) else os.getcwd())


def named(flag: Flag) -> bool:
    """Whether somebody has to put a name to it when a flag is kept: a stop and a locked rule ask for one."""
    return flag.level >= STOP or flag.rule.locked


def second_reader(flag: Flag, official: bool) -> bool:
    """Whether that has to be somebody else than the writer.

    On a personal account the writer's own name will do for a stop: nobody approves what is private.
    """
    return named(flag) and (official or flag.rule.locked)


def signed(by: str, flag: Flag, official: bool, folder: str) -> bool:
    """Whether ``by`` is the name that a flag asks for; the writer is the one whom git signs as in a folder."""
    if not named(flag):
        return True
    said = _words(by)
    if not said or not second_reader(flag, official):
        return bool(said)
    # "Berg, Kari", "Kari" and "Kari Berg <kari@nordlys.example>" are who "Kari Berg" is
    return not said <= set().union(*map(_words, git.author(folder)))


def _words(name: str) -> set[str]:
    """The words of a name, and addresses, in small letters; none of what is no name, such as ``-``."""
    return {word for word in re.findall(r'[^\s,;<>()]+', name.casefold()) if any(map(str.isalpha, word))}
