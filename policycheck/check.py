"""The heart: a draft and the compiled rules in, a report out; every door calls ``check``, nothing deeper."""

from __future__ import annotations

from policycheck import fast
from policycheck.at_rest import AtRest
from policycheck.counts.glance import Glance
from policycheck.halt import go_on, never
from policycheck.model import LANGUAGES, Likes, Report
from policycheck.screened import screened_of
from policycheck.words.reading import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from policycheck.compiled import Ruleset
    from policycheck.fast import Possible
    from policycheck.model import Context, Draft, Flag, Kept
    from policycheck.words.reading import Reading


class SlowError(Exception):
    """A draft for which spaCy would have to be imported, where the caller does not want that."""


def check(
    draft: Draft,
    ruleset: Ruleset,
    given: Mapping[str, Any] | None = None,
    *,
    thorough: bool = False,
    slow: bool = True,
    halted: Callable[[], bool] = never,
    likes: Likes | None = None,
) -> Report:
    """The report of a draft: what was found, in the order of the text, and in which context.

    ``given`` are options by name (lang, account, channel, reply) that win over what the draft and
    the policy say. spaCy is imported only for a draft in which some rule could match; ``thorough``
    looks for every rule in full, which finds the same and is there to show that it does; where it may not
    be ``slow``, SlowError is raised in place of importing spaCy. ``likes`` is what ``likes_of`` told of
    the draft before, Likes() for words alone; without it meaning is asked here, where the rules have a sense
    of it. ``halted`` is asked between steps and rules; once it says yes, HaltedError is raised.
    """
    options = given or {}
    normal, counted, asides = screened_of(draft)
    lang, also, origin, sure, note, screened = spoken(normal.text, draft, ruleset, options)
    in_force = ruleset.context(draft, options, lang)
    why_not = None if screened else 'language'
    if screened and not normal.text.strip():
        screened, why_not = False, 'empty'
    flags: tuple[Flag, ...] = ()
    rights: tuple[Flag, ...] = ()
    kept: tuple[Kept, ...] = ()
    if screened:
        # what a check makes lives as long as the check
        with AtRest():
            readings = {
                code: read(normal.text, ruleset.lexicon(code), ruleset.abbreviations(code))
                for code in ((lang,) if also is None else (lang, also))
            }
            go_on(halted)
            find = _everything if thorough else _possible
            possible = find(counted.text, readings, ruleset, in_force)
            go_on(halted)
            if likes is None:
                likes = ruleset.sense.find(readings[lang], in_force) if ruleset.sense is not None else Likes()
            if likes.found:
                phrases, tests = possible or ({}, [])
                possible = phrases, sorted({*tests, *ruleset.likes(in_force)})
            go_on(halted)
            if possible is not None:
                from policycheck.judging import judge
                from policycheck.judging.flagged import Texts

                texts, told = Texts(draft, normal, counted, asides), (ruleset, in_force, likes, halted)
                if not thorough:
                    possible = judge.narrowed(texts, readings, possible, *told)
                if possible is not None:
                    if not slow:
                        raise SlowError
                    flags, rights = judge.judge(texts, readings, possible, *told)
            for reading in readings.values():
                reading.let_go()
            if draft.waivers:
                from policycheck import keep

                flags, kept = keep.applied(draft, flags, ruleset, in_force, normal)
    return Report(
        draft=draft,
        context=in_force,
        lang=lang,
        also=also,
        lang_origin=origin,
        lang_sure=sure,
        lang_note=note,
        screened=screened,
        unscreened=why_not,
        flags=flags,
        rights=rights,
        kept=kept,
    )


def likes_of(draft: Draft, ruleset: Ruleset, given: Mapping[str, Any] | None = None) -> Likes:
    """What a draft reads like, for ``check``, which takes the same options; Likes() where meaning has no say."""
    options = given or {}
    text = screened_of(draft)[0].text
    lang, *_, screened = spoken(text, draft, ruleset, options)
    if ruleset.sense is None or not screened or not text.strip():
        return Likes()
    reading = read(text, ruleset.lexicon(lang), ruleset.abbreviations(lang))
    return ruleset.sense.find(reading, ruleset.context(draft, options, lang))


def spoken(
    text: str, draft: Draft, ruleset: Ruleset, options: Mapping[str, Any]
) -> tuple[str, str | None, str, bool, str | None, bool]:
    """The language of a text, a second one, where that is from, sure, note, whether it is one of ours."""
    own = draft.settings.get('lang')
    for value, origin in ((options.get('lang'), 'option'), (own.value if own else None, 'draft')):
        if value:
            code, note = _code(str(value))
            return code, None, origin, True, note, code in LANGUAGES
    expected = tuple(ruleset.policy.get('languages') or ())
    if len(expected) == 1:
        # an organisation that writes in one language has set it
        routed = ruleset.router.route(text, expected)
        if routed.lang == expected[0] or not routed.sure:
            return expected[0], None, 'policy', True, routed.note, True
        return routed.lang, routed.also, 'detected', routed.sure, routed.note, routed.screened
    routed = ruleset.router.route(text, expected)
    return routed.lang, routed.also, 'detected', routed.sure, routed.note, routed.screened


def _code(written: str) -> tuple[str, str | None]:
    """The language that a code stands for, and the note that detection would make of it."""
    code = written.lower().replace('_', '-').split('-')[0]
    return {'no': 'nb', 'nn': 'nb'}.get(code, code), 'nynorsk' if code == 'nn' else None


def _possible(
    screened: str, readings: Mapping[str, Reading], ruleset: Ruleset, in_force: Context
) -> Possible | None:
    """What could fire, or None when nothing can: the fast path's answer."""
    idle = ruleset.idle(in_force)
    phrases = {
        lang: found
        for lang, reading in readings.items()
        if (found := fast.candidates(reading, ruleset.plan(lang), idle))
    }
    seen = Glance(screened, next(iter(readings.values())).text)
    langs = tuple(readings)
    missing = seen.signs.isdisjoint
    tests = [
        number
        for number, probe in ruleset.probes(in_force)
        if not (probe.needs and missing(probe.needs)) and probe.might(seen, langs)
    ]
    return (phrases, tests) if phrases or tests else None


def _everything(
    screened: str, readings: Mapping[str, Reading], ruleset: Ruleset, in_force: Context
) -> Possible:
    """All phrases and tests of the rules that apply."""
    idle = ruleset.idle(in_force)
    phrases = {lang: fast.everything(ruleset.plan(lang), idle) for lang in readings}
    return phrases, [number for number, test in enumerate(ruleset.tests) if test.rule not in idle]
