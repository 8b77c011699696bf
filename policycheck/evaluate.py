"""Labelled posts and the rules to figures: what was found, what fired where it should not."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.model import ADVICE, LEVELS, NOTE, Draft, Report, Setting
from policycheck.records import NamedTuple

_SHAPE = '{"text": "...", "labels": [...]}'
_SETTINGS = ('channel', 'account', 'reply', 'paid', 'lang')


class Row(NamedTuple):
    """A labelled post. ``faults``: categories it has; ``free``: categories it is known not to have.

    ``complete``: every category that is no fault is known to be absent. ``near_miss_of``: the
    category it must not be flagged for.
    """

    id: str
    text: str
    source: str
    settings: dict[str, Any]
    faults: frozenset[str]
    free: frozenset[str]
    complete: bool
    near_miss_of: str | None
    public_body: bool
    clean: bool


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


class Evaluation:
    """The figures of a set of labelled posts.

    ``recall`` by (category, language), ``precision`` by category among posts that are completely
    labelled, ``near`` near misses flagged by category, ``clean`` clean posts flagged at advice or
    above by language, ``alarms`` flags on clean posts by level name, ``finders`` found faults by
    finder.
    """

    def __init__(self) -> None:
        self.recall: dict[tuple[str, str], Count] = {}
        self.precision: dict[str, Count] = {}
        self.near: dict[str, Count] = {}
        self.clean: dict[str, Count] = {}
        self.alarms: dict[str, int] = {}
        self.finders: dict[str, int] = {}
        self.posts = 0
        self.unscreened = 0

    def add(self, row: Row, report: Report) -> None:
        """Counts a post."""
        self.posts += 1
        self.unscreened += not report.screened
        lang = row.settings.get('lang') or report.lang
        found = counted(report)
        for category in sorted(row.faults):
            self.recall.setdefault((category, lang), Count()).add(category in found)
            if category in found:
                self.finders[found[category]] = self.finders.get(found[category], 0) + 1
        for category in found:
            if category in row.faults or row.complete or category in row.free:
                self.precision.setdefault(category, Count()).add(category in row.faults)
        if row.near_miss_of:
            self.near.setdefault(row.near_miss_of, Count()).add(row.near_miss_of in found)
        if row.clean:
            top = max((flag.level for flag in report.flags), default=0)
            self.clean.setdefault(lang, Count()).add(top >= ADVICE)
            for flag in report.flags:
                name = LEVELS[flag.level]
                self.alarms[name] = self.alarms.get(name, 0) + 1


def counted(report: Report) -> dict[str, str]:
    """The categories that count as flagged in a report, with the finder of the first flag of each.

    At advice or above; at note where that is the rule's own level or the shield lowered it; a
    notice of rights for its own category.
    """
    found: dict[str, str] = {}
    for flag in (*report.rights, *report.flags):
        if flag.rule.rights or flag.level >= ADVICE or flag.rule.level == NOTE or 'shield' in flag.reasons:
            found.setdefault(flag.rule.category, flag.finder)
    return found


def evaluate(rows: Iterable[Row], ruleset: Ruleset) -> Evaluation:
    """The figures of these posts under these rules."""
    figures = Evaluation()
    for row in rows:
        settings = {name: Setting(value, 'row') for name, value in row.settings.items() if name != 'lang'}
        draft = Draft(row.id, row.source, row.text, row.text, settings=settings)
        figures.add(row, check(draft, ruleset, {'public_body': True} if row.public_body else {}))
    return figures


def read(path: str, data: bytes) -> Iterator[Row]:
    """The rows of a JSON Lines file of labelled posts; raises InputError, with the line, for one that is none.

    ``labels`` is a list of categories, then every other category is known to be absent, or an
    object of category and true or false (1 or 0), then nothing is known of the others; its ``clean``
    true says that no category is there.
    """
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
        except ValueError as err:
            raise InputError(f'not a row of JSON; write {_SHAPE} on one line', path, number) from err
        if not isinstance(plain, dict) or not isinstance(plain.get('text'), str):
            raise InputError(f'a row needs a text: {_SHAPE}', path, number)
        yield _row(plain, path, number)


def _row(plain: dict[str, Any], path: str, number: int) -> Row:
    labels = plain.get('labels')
    if isinstance(labels, list):
        faults, free, complete = frozenset(map(str, labels)), frozenset[str](), True
        clean = not labels and not plain.get('near_miss_of')
    elif isinstance(labels, dict) and {*map(type, labels.values())} <= {bool, int}:
        faults = frozenset(name for name, there in labels.items() if there and name != 'clean')
        free = frozenset(name for name, there in labels.items() if not there)
        clean = bool(labels.get('clean'))
        complete = clean
    elif labels is None:
        faults, free, complete, clean = frozenset(), frozenset(), False, False
    else:
        raise InputError(
            'labels is a list of categories or an object of category and true or false', path, number
        )
    for name in ('near_miss_of', 'lang', 'channel', 'account'):
        if not isinstance(plain.get(name), str | None):
            raise InputError(f'{name} is one word in quotes', path, number)
    return Row(
        id=str(plain.get('id') or number),
        text=plain['text'],
        source=str(plain.get('source') or path),
        settings={name: plain[name] for name in _SETTINGS if plain.get(name) is not None},
        faults=faults,
        free=free,
        complete=complete,
        near_miss_of=plain.get('near_miss_of') or None,
        public_body=bool(plain.get('public_body')),
        clean=clean,
    )
