"""Why a rule fired: the phrase as it was written, which words filled it, where they stand, what made the level."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from policycheck import fast
from policycheck.authoring.explained import Change, Line, Named, Why, Words
from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.judging import judge
from policycheck.judging.adjust import Step
from policycheck.judging.flagged import Texts
from policycheck.judging.judge import Fate
from policycheck.keep import FINDER
from policycheck.kinds import limit
from policycheck.kinds.points import evidence
from policycheck.kinds.view import View
from policycheck.model import ADVICE, LEVELS, Draft, Flag, Likes, Report, Span
from policycheck.nlp import marks, match, slots
from policycheck.nlp.match import Hit
from policycheck.nlp.parse import MARKS
from policycheck.readers.headed import post_begins
from policycheck.reads import Reads
from policycheck.screened import screened_of
from policycheck.words.phrases import parse as parse_phrase
from policycheck.words.reading import TokenSpan, read


class Scene:
    """A draft that was checked, and what the finders saw in it."""

    def __init__(self, draft: Draft, ruleset: Ruleset, given: Mapping[str, Any] | None = None) -> None:
        self.ruleset = ruleset
        self.report: Report = check(draft, ruleset, given)
        self.numbers = {rule.id: number for number, rule in enumerate(ruleset.rules)}
        self._fates: dict[int, list[Fate]] = {}

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self.report.draft, *screened_of(self.report.draft))

    @cached_property
    def views(self) -> dict[str, View]:
        """What the finders were shown, by language."""
        report, texts, rules = self.report, self._texts, self.ruleset
        readings = {
            lang: read(texts.normal.text, rules.lexicon(lang), rules.abbreviations(lang))
            for lang in (report.lang, report.also)
            if lang is not None
        }
        likes = rules.sense.find(readings[report.lang], report.context) if rules.sense else Likes()
        return {
            lang: judge.view_of(
                judge.parsed(reading, rules.grammar(lang)),
                texts.counted.text,
                rules,
                report.context,
                likes,
                post_begins(texts.draft, texts.normal),
                tuple(readings),
            )
            for lang, reading in readings.items()
        }

    def phrases(self, number: int, lang: str) -> dict[int, set[int]]:
        """The phrases of a rule in a language, by group."""
        others = frozenset(range(len(self.ruleset.rules))) - {number}
        return fast.everything(self.ruleset.plan(lang), others)

    def fates(self, number: int) -> list[Fate]:
        """What a rule finds in the draft, and what becomes of it."""
        if number not in self._fates:
            tests = [at for at, test in enumerate(self.ruleset.tests) if test.rule == number]
            phrases = {lang: self.phrases(number, lang) for lang in self.views}
            found = [
                one
                for view in self.views.values()
                for one in judge.matches(view, (phrases, tests), self.ruleset)
            ]
            rule, judging = self.ruleset.rules[number], self.ruleset.judging(number)
            self._fates[number] = list(judge.fates(rule, judging, found, self.report.context))
        return self._fates[number]

    def plain(self, number: int, finder: str) -> Any:
        """What a rule tells a finder that looks at the text itself; None where it has no such finder."""
        tests = (test for test in self.ruleset.tests if test.rule == number and test.finder == finder)
        return next((test.plain for test in tests), None)

    def words(self, view: View, tokens: TokenSpan) -> Words:
        """Tokens of a parse as words of the draft."""
        return self.characters(*view.parse.characters(*tokens))

    def characters(self, start: int, end: int, *, counted: bool = False) -> Words:
        """A stretch of the normalised text, or of the one that limits count, as words of the draft."""
        texts = self._texts
        span = texts.in_source(Span(*(texts.counted if counted else texts.normal).span(start, end)))
        return Words(span, texts.draft.source[span.start : span.end])

    def line(self, view: View, phrase: int, hit: Hit, points: int | None = None) -> Line:
        """The line of a phrase that hit."""
        number, text, *elsewhere = self.ruleset.written(view.parse.grammar.lang)[phrase]
        filled = slots.filled(view.parse, parse_phrase(text), view.trees[phrase], hit)
        return Line(
            number,
            text,
            self.words(view, (hit.start, hit.end)),
            tuple(Named(name, self.words(view, span)) for name, span in filled),
            points,
            *elsewhere,
        )

    def lines(self, fate: Fate) -> tuple[Line, ...]:
        """The lines of the rule file that made a match."""
        one, view = fate.one, fate.one.view
        marker = one.match.marker
        plain = self.ruleset.finders(one.number).get(one.finder)
        if one.finder == 'points':
            assert plain is not None
            own = dict(evidence(view, plain, map(int, plain['lines'][one.lang])))
            return tuple(
                self.line(view, found.phrase, found.hit, found.points)
                for found in own[int(marker.removeprefix('points '))]
            )
        at = self.characters(one.match.start, one.match.end, counted=one.match.counted)
        if one.finder in ('find', 'require'):
            phrase = int(marker.removeprefix('phrase '))
            hits = match.find(view.parse, view.trees[phrase], ('phrase', phrase))
            return tuple(self.line(view, phrase, hit) for hit in hits if hit.parts == one.match.parts)[:1]
        origin = self.ruleset.origins[one.number]
        if one.finder == 'tokens':
            number, text, *_ = self.ruleset.written(one.lang)[int(marker.removeprefix('tokens '))]
            return (Line(number, text, at),)
        if one.finder == 'regex':
            written = (line for lang in ('any', one.lang) for line in origin['regex'].get(lang, ()))
            return tuple(Line(number, text, at) for number, text in written if text == marker)[:1]
        return (Line(origin['lines'][one.finder], marker, at),)

    def why(self, flag: Flag) -> Why:
        """Why a flag of the report is there, one that is kept included; a flag on a waiver explains itself."""
        if flag.finder == FINDER:
            return Why(flag, self.report.draft.path, (), None, None, (), (), ())
        number = self.numbers[flag.rule.id]
        own = next(fate for fate in self.fates(number) if fate.gone is None and self._is(fate, flag))
        one, view = own.one, own.one.view
        unit, within = self._within(own)
        lines = self.lines(own)
        told = {line.line for line in lines}
        plain = self.ruleset.finders(number).get('points') or {}
        return Why(
            flag=flag,
            path=self.ruleset.origins[number]['path'],
            lines=lines,
            unit=unit,
            within=within,
            marks=tuple(
                Named(name, self.words(view, cue))
                for name in MARKS
                if (cue := marks.cue(view.parse, name, one.match.parts)) is not None
            ),
            changes=self.changes(number, own.steps, flag, view),
            inside=tuple(
                line
                for fate in self.fates(number)
                # what was found by meaning has no line of its own to show
                if fate.gone == 'inside' and fate.one.finder != 'like' and _overlap(fate, own)
                for line in self.lines(fate)
                if line.line not in told
            ),
            needs=plain.get('needs') if one.finder == 'points' else None,
            measured=limit.measured(view, self.plain(number, 'limit')) if one.finder == 'limit' else None,
            kept=next((one.reason for one in self.report.kept if one.flag is flag), None),
            reads=self.reads(flag.like.category) if flag.like else None,
            reworded=self.reworded(flag.rule.id),
        )

    def changes(
        self, number: int, steps: tuple[Step, ...], flag: Flag | None, view: View
    ) -> tuple[Change, ...]:
        """What set the level of a match and what changed it, in order; the cap of a flag of the report too."""
        rule, origin = self.ruleset.rules[number], self.ruleset.origins[number]
        if rule.rights and not steps:
            return ()
        own = origin['level']
        found = [Change('rule', None, own or 'rights', origin['lines']['level'])]
        here = (self.ruleset.policy.get('rules') or {}).get(rule.id)
        if here and here['level'] and not rule.rights:
            found.append(Change('policy', own, here['level'], said=here['reason']))
        alone = flag is not None and flag.finder == 'like' and not rule.rights
        if alone and rule.level > ADVICE:
            found.append(Change('meaning', LEVELS[rule.level], LEVELS[ADVICE]))
        for step in steps:
            because = tuple(
                Named(held.reason, self.words(view, held.words) if held.words else None) for held in step.held
            )
            before = 'rights' if rule.rights else LEVELS[step.before]
            found.append(Change('adjust', before, LEVELS[step.after], origin['adjust'][step.entry], because))
        reached = steps[-1].after if steps else rule.level
        if alone:
            reached = min(reached, ADVICE)
        if flag is not None and not rule.rights and flag.level != reached:
            found.append(Change(flag.reasons[-1], LEVELS[reached], LEVELS[flag.level]))
        return tuple(found)

    def reworded(self, rule_id: str) -> str | None:
        """Why the policy has changed the words that a rule looks for; None where it has not."""
        here = (self.ruleset.policy.get('rules') or {}).get(rule_id) or {}
        return str(here['reason']) if here.get('words') else None

    def reads(self, category: str) -> Reads | None:
        """What the head of a category says of the draft; None where meaning is not asked."""
        sense = self.ruleset.sense
        return sense.reads(self._texts.normal.text, category, self.report.context) if sense else None

    def nearest(self) -> list[Reads]:
        """What the heads say of the draft that it comes nearest to; [] where meaning is not asked."""
        sense = self.ruleset.sense if self.report.screened else None
        return sense.nearest(self._texts.normal.text, self.report.context) if sense else []

    def _is(self, fate: Fate, flag: Flag) -> bool:
        found = fate.one.match
        return fate.one.finder == flag.finder and (
            self._texts.in_text(found, found.start, found.end) == flag.text_span
        )

    def _within(self, fate: Fate) -> tuple[str | None, Words | None]:
        parse, parts = fate.one.view.parse, fate.one.match.parts
        if not parts:
            return None, None
        first, last = parts[0][0], parts[-1][1] - 1
        for name, unit in (('clause', parse.clause), ('sentence', parse.sentence)):
            begin, end = unit(first)
            if begin <= last < end:
                return name, self.words(fate.one.view, (begin, end))
        return None, None


def _overlap(one: Fate, two: Fate) -> bool:
    return one.one.match.start < two.one.match.end and two.one.match.start < one.one.match.end
