"""Labelled posts and the rules to figures: what was found, what fired where it should not."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from policycheck.authoring.labelled import Row
from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.model import ADVICE, LEVELS, NOTE, Draft, Flag, Report
from policycheck.records import NamedTuple


class Share(NamedTuple):
    """So many of so many."""

    of: int
    all: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.of / self.all if self.all else None

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share after Wilson (JASA 22, 1927); (0, 1) of nothing."""
        if not self.all:
            return 0.0, 1.0
        z = 1.959964
        share, n = self.of / self.all, self.all
        middle = share + z * z / (2 * n)
        half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        scale = 1 + z * z / n
        return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


class Count:
    """Shares while they grow."""

    __slots__ = ('all', 'of')

    def __init__(self) -> None:
        self.of = self.all = 0

    def add(self, hit: bool) -> None:
        """Counts one more."""
        self.all += 1
        self.of += hit

    def share(self) -> Share:
        """What was counted."""
        return Share(self.of, self.all)


class Shares:
    """What was hit of what there was, as a whole and by what is known of each; ways only of what was hit."""

    def __init__(self) -> None:
        self.whole = Count()
        self.by: dict[str, dict[str, Count]] = {}
        self.ways: dict[str, Counter[str]] = {}

    def add(self, hit: bool, known: Mapping[str, str], ways: Mapping[str, str]) -> None:
        """Counts one more: under each name that it is known by, and if it was hit under each way."""
        self.whole.add(hit)
        for by, name in known.items():
            self.by.setdefault(by, {}).setdefault(name, Count()).add(hit)
        for by, name in ways.items() if hit else ():
            self.ways.setdefault(by, Counter())[name] += 1

    def share(self, by: str) -> dict[str, Share]:
        """The shares by category, language, level or finder, by name; of a way its part of all there was."""
        known = {name: count.share() for name, count in self.by.get(by, {}).items()}
        ways = {name: Share(of, self.whole.all) for name, of in self.ways.get(by, {}).items()}
        return dict(sorted({**known, **ways}.items()))


DIMENSIONS = ('category', 'language', 'level', 'finder')
"""What figures are told by."""


class Evaluation:
    """The figures of a set of labelled posts, each by the names in DIMENSIONS.

    ``recall``: faults found. ``precision``: right ones among the flagged, of posts that are completely
    labelled. ``near``: near misses flagged. ``clean``: clean posts flagged at advice or above, by
    language. ``alarms``: flags on clean posts.
    """

    def __init__(self) -> None:
        self.recall, self.precision, self.near, self.clean = Shares(), Shares(), Shares(), Shares()
        self.alarms: dict[str, Counter[str]] = {by: Counter() for by in DIMENSIONS}
        self.posts = 0
        self.unscreened = 0

    def add(self, row: Row, report: Report) -> None:
        """Counts a post."""
        self.posts += 1
        self.unscreened += not report.screened
        lang = row.settings['lang'].value if 'lang' in row.settings else report.lang
        found = counted(report)
        for category in sorted(row.faults):
            hit, ways = category in found, _ways(found.get(category))
            known = {'category': category, 'language': lang, 'both': f'{category} {lang}'}
            self.recall.add(hit, known, ways)
        for category, flag in found.items():
            if category in row.faults or row.complete or category in row.free:
                known = {'category': category, 'language': lang, **_ways(flag)}
                self.precision.add(category in row.faults, known, {})
        if near := row.near_miss_of:
            self.near.add(near in found, {'category': near, 'language': lang}, _ways(found.get(near)))
        if row.clean:
            self.clean.add(any(flag.level >= ADVICE for flag in report.flags), {'language': lang}, {})
            for flag in report.flags:
                known = {'category': flag.rule.category, 'language': lang, **_ways(flag)}
                for by, name in known.items():
                    self.alarms[by][name] += 1

    def plain(self) -> dict[str, Any]:
        """The figures as JSON has them: shares as [of, all], flags on clean posts as counts."""

        def shares(found: Shares, by: str) -> dict[str, list[int]]:
            return {name: list(share) for name, share in found.share(by).items()}

        plain: dict[str, Any] = {
            'posts': self.posts,
            'not_screened': self.unscreened,
            'recall': shares(self.recall, 'both'),
            'precision': shares(self.precision, 'category'),
            'near_misses': shares(self.near, 'category'),
            'clean_flagged': shares(self.clean, 'language'),
            'flags_on_clean': dict(sorted(self.alarms['level'].items())),
            'recall_by_category': shares(self.recall, 'category'),
        }
        for by in DIMENSIONS[1:]:
            for key, found in (
                ('recall', self.recall),
                ('precision', self.precision),
                ('near_misses', self.near),
            ):
                plain[f'{key}_by_{by}'] = shares(found, by)
        for by in ('category', 'language', 'finder'):
            plain[f'flags_on_clean_by_{by}'] = dict(sorted(self.alarms[by].items()))
        return plain


def _ways(flag: Flag | None) -> dict[str, str]:
    """How a flag came about."""
    if flag is None:
        return {}
    return {'level': 'rights' if flag.rule.rights else LEVELS[flag.level], 'finder': flag.finder}


def totals(plain: Mapping[str, Any], key: str) -> Share:
    """The whole of a figure of ``plain`` whose names share all there is among them."""
    of, all_ = (sum(share[at] for share in plain[key].values()) for at in (0, 1))
    return Share(of, all_)


def clean_posts(plain: Mapping[str, Any], language: str | None = None) -> int:
    """How many clean posts there are in figures, in all or in a language."""
    return sum(share[1] for name, share in plain['clean_flagged'].items() if language in (None, name))


def counted(report: Report) -> dict[str, Flag]:
    """The categories that count as flagged in a report, with the gravest flag of each, the first of several.

    At advice or above; at note where that is the rule's own level or the shield lowered it; a
    notice of rights for its own category.
    """
    found: dict[str, Flag] = {}
    for flag in (*report.rights, *report.flags):
        if flag.rule.rights or flag.level >= ADVICE or flag.rule.level == NOTE or 'shield' in flag.reasons:
            before = found.setdefault(flag.rule.category, flag)
            if flag.level > before.level:
                found[flag.rule.category] = flag
    return found


def evaluate(rows: Iterable[Row], ruleset: Ruleset) -> Evaluation:
    """The figures of these posts under these rules."""
    figures = Evaluation()
    for row in rows:
        settings = {name: said for name, said in row.settings.items() if name != 'lang'}
        draft = Draft(row.id, row.source, row.text, row.text, settings=settings)
        figures.add(row, check(draft, ruleset, {'public_body': True} if row.public_body else {}))
    return figures
