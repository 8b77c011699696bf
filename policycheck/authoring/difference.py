"""What two sets of rules make of the same posts: what newly fires, stops firing, changes level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.model import LEVELS, Draft, Flag, Report, Rule, Span
from policycheck.records import NamedTuple

NEW, GONE, LEVEL = 'newly_fires', 'stops_firing', 'other_level'
KINDS = (NEW, GONE, LEVEL)
"""What may have become of a rule on a post."""

RIGHTS = 'rights'
"""Stands where a level does, for notices of rights."""

EXAMPLES = 3
"""Posts kept of each kind of change of a rule."""


class Example(NamedTuple):
    """A post on which a rule has changed: levels by name, None where it did not fire, and its words in the text."""

    draft: Draft
    before: str | None
    after: str | None
    spans: tuple[Span, ...]


class Changed:
    """What became of one rule: posts by kind of change, and the first of them."""

    __slots__ = ('counts', 'examples', 'rule')

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.counts = dict.fromkeys(KINDS, 0)
        self.examples: dict[str, list[Example]] = {kind: [] for kind in KINDS}

    def add(self, kind: str, example: Example) -> None:
        """Counts a post; keeps it while there are few."""
        self.counts[kind] += 1
        if len(self.examples[kind]) < EXAMPLES:
            self.examples[kind].append(example)

    @property
    def total(self) -> int:
        """Posts on which the rule has changed."""
        return sum(self.counts.values())


class Difference:
    """The difference that grows with every post.

    ``posts`` were screened by both, ``not_screened`` by one at most, ``unreadable`` by none;
    ``verdicts``: posts whose highest level is another; ``newly_flagged``: posts without a flag before.
    """

    def __init__(self, old: Ruleset, new: Ruleset, same: Mapping[str, str] | None = None) -> None:
        self.old, self.new = old, new
        self._same = same or {}
        self.posts = self.not_screened = self.unreadable = self.verdicts = self.newly_flagged = 0
        self.rules: dict[str, Changed] = {}
        before = {self._name(rule.id) for rule in old.rules}
        after = {rule.id for rule in new.rules}
        self.added = sorted(after - before)
        self.removed = sorted(before - after)

    def add(self, draft: Draft | InputError, given: Mapping[str, Any]) -> None:
        """Compares what both make of a draft; an error that stands in its place is only counted."""
        if isinstance(draft, InputError):
            self.unreadable += 1
            return
        reports = check(draft, self.old, given), check(draft, self.new, given)
        if not all(report.screened for report in reports):
            self.not_screened += 1
            return
        self.posts += 1
        before, after = reports
        self.verdicts += before.level != after.level
        self.newly_flagged += not before.flags and bool(after.flags)
        old, new = self._by_rule(before), self._by_rule(after)
        for name in sorted(old.keys() | new.keys()):
            levels = [_level(flags[name]) if name in flags else None for flags in (old, new)]
            if levels[0] == levels[1]:
                continue
            kind = NEW if levels[0] is None else GONE if levels[1] is None else LEVEL
            shown = new.get(name) or old[name]
            changed = self.rules.get(name)
            if changed is None:
                changed = self.rules[name] = Changed(shown[0].rule._replace(id=name))
            spans = tuple(flag.text_span for flag in shown)
            changed.add(kind, Example(draft, levels[0], levels[1], spans))

    def per_1000(self, count: int) -> float:
        """A count of posts for every thousand that were screened."""
        return 1000 * count / self.posts if self.posts else 0.0

    def _by_rule(self, report: Report) -> dict[str, list[Flag]]:
        found: dict[str, list[Flag]] = {}
        for flag in report.fired:
            found.setdefault(self._name(flag.rule.id), []).append(flag)
        return found

    def _name(self, rule_id: str) -> str:
        """The id of a rule; one that has another name on the new side goes by that."""
        return self._same.get(rule_id, rule_id)


def compare(
    drafts: Iterable[Draft | InputError],
    old: Ruleset,
    new: Ruleset,
    given: Mapping[str, Any],
    same: Mapping[str, str] | None = None,
) -> Difference:
    """The difference on these drafts; ``same``: new ids of rules by their old ones."""
    found = Difference(old, new, same)
    for draft in drafts:
        found.add(draft, given)
    return found


def _level(flags: list[Flag]) -> str:
    if flags[0].rule.rights:
        return RIGHTS
    return LEVELS[max(flag.level for flag in flags)]
