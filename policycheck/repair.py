"""A file and its fixes: which of them leave every post better than it was, and the file with them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from itertools import zip_longest

from policycheck import fix
from policycheck.errors import InputError
from policycheck.machine import holds_waivers
from policycheck.model import Draft, Fix, Report, Span
from policycheck.readers import drafts
from policycheck.records import NamedTuple

Check = Callable[[Draft], Report]

_MOST_ROUNDS = 50
"""Fixes that undo each other end here; no post has as many rows of exclamation marks."""


class Made(NamedTuple):
    """A fix that was made, in the report and for the flag that asked for it."""

    report: Report
    fix: Fix
    rule: str


class Repaired(NamedTuple):
    """The bytes of a file with its fixes, and those that were made.

    ``refused``: how many were left out because they do harm; ``others``: how many more there would
    be with ``unsafe``.
    """

    content: bytes
    made: list[Made]
    refused: int
    others: int


def repaired(
    path: str,
    content: bytes,
    check: Check,
    *,
    layout: drafts.Layout = drafts.PLAIN,
    unsafe: bool = False,
    ask: Callable[[Made], bool] | None = None,
) -> Repaired:
    """A file with the fixes that its flags offer; ``ask`` decides on each, all are made without it.

    A limit flags one place at a time, and one fix may stand where another would: what is offered once these are
    made is made too. What was declined or left out is not offered again, nor the same change of the same words.
    A fix that would raise a flag of another rule (a post that is too long for its channel is one) or
    a graver one is left out. Everything else in the file stays byte for byte. Raises InputError
    for a file that cannot be read.
    """

    # what was tried last is what is kept, mostly
    @lru_cache(maxsize=1)
    def reports(new: bytes) -> list[Report]:
        return _reports(path, new, check, layout)

    found = reports(content)
    others = sum(not one.safe for report in found for one in fix.together(report.flags, unsafe=True))
    made: list[Made] = []
    settled: set[tuple[str, ...]] = set()
    refused = 0
    for _ in range(_MOST_ROUNDS):
        offered = [
            one for report in found for one in _offered(report, unsafe=unsafe) if _change(one) not in settled
        ]
        wanted = [one for one in offered if ask is None or ask(one)]
        kept, content, found = _made(wanted, content, found, reports)
        refused += len(wanted) - len(kept)
        settled.update(_change(one) for one in offered if one not in kept)
        made += kept
        if not kept:
            break
    return Repaired(content, made, refused, others)


def _offered(report: Report, *, unsafe: bool) -> list[Made]:
    return [Made(report, one, _rule(report, one)) for one in fix.together(report.flags, unsafe=unsafe)]


def _change(one: Made) -> tuple[str, ...]:
    """What a change is known by when the file around it is another."""
    draft, span = one.report.draft, one.fix.span
    return draft.id, one.rule, draft.source[span.start : span.end], one.fix.text


def _made(
    wanted: list[Made], content: bytes, before: list[Report], reports: Callable[[bytes], list[Report]]
) -> tuple[list[Made], bytes, list[Report]]:
    """All of these fixes that do no harm together, the file with them, and its reports."""
    source = content.decode('utf-8')
    fitting = [one for one in wanted if fix.edits(one.report.draft, [one.fix])]
    kept = _harmless(fitting, [], before, reports, source)
    good = set(map(id, kept))
    left: dict[int, list[Made]] = {}
    for one in fitting:
        if id(one) not in good:
            left.setdefault(id(one.report), []).append(one)
    # each by itself, in all posts at once: they are judged one by one
    for turn in zip_longest(*left.values()):
        kept += _harmless([one for one in turn if one], kept, before, reports, source)
    new = _written(source, kept)
    return kept, new, reports(new)


def _harmless(
    wanted: list[Made],
    kept: list[Made],
    before: list[Report],
    reports: Callable[[bytes], list[Report]],
    source: str,
) -> list[Made]:
    """Those of these fixes that do no harm together with those ``kept``; none of a post that they harm together."""
    if not wanted:
        return []
    harmed = _harmed(before, [*kept, *wanted], reports, source)
    if harmed is not None and not harmed:
        return wanted
    unharmed = [one for one in wanted if harmed is not None and id(one.report) not in harmed]
    if harmed and len(unharmed) < len(wanted):
        return _harmless(unharmed, kept, before, reports, source)
    if len(wanted) == 1:
        return []
    # no telling whose doing it is
    half = len(wanted) // 2
    first = _harmless(wanted[:half], kept, before, reports, source)
    return [*first, *_harmless(wanted[half:], [*kept, *first], before, reports, source)]


def _harmed(
    before: list[Report], made: list[Made], reports: Callable[[bytes], list[Report]], source: str
) -> set[int] | None:
    """The reports that these fixes do not leave as they mean it and better than before; None: the posts are others."""
    try:
        after = reports(_written(source, made))
    except InputError:
        return None
    if len(before) != len(after):
        return None
    # a file of waivers is no post
    no_post = holds_waivers(before[0].draft.path)
    fixes: dict[int, list[Made]] = {}
    for one in made:
        fixes.setdefault(id(one.report), []).append(one)
    return {
        id(old)
        for old, new in zip(before, after, strict=True)
        if not (_no_worse(old, new) and (no_post or _as_meant(old, new, fixes.get(id(old), []))))
    }


def _as_meant(old: Report, new: Report, made: list[Made]) -> bool:
    """Whether a post is read again as itself with these fixes: no escape went wrong."""
    draft = old.draft
    changes = [
        (_in_text(draft, one.fix.span), one.fix.text) for one in made if not one.rule.startswith('waiver/')
    ]
    return fix.applied(draft.text, changes).split() == new.draft.text.split()


def _in_text(draft: Draft, span: Span) -> Span:
    """A place of the file in the text of a draft."""
    if draft.places is None:
        return span
    starts = draft.places.starts
    return Span(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _reports(path: str, content: bytes, check: Check, layout: drafts.Layout) -> list[Report]:
    reports = []
    for draft in drafts.read(path, content, layout):
        if isinstance(draft, InputError):
            raise draft
        reports.append(check(draft))
    return reports


def _written(source: str, made: list[Made]) -> bytes:
    changes = [edit for one in made for edit in fix.edits(one.report.draft, [one.fix])]
    return fix.applied(source, changes).encode()


def _rule(report: Report, wanted: Fix) -> str:
    return next(flag.rule.id for flag in report.flags if wanted in flag.fixes)


def _no_worse(old: Report, new: Report) -> bool:
    """Whether a post has flags of the same rules at most, and none graver."""
    fresh = {flag.rule.id for flag in new.fired} - {flag.rule.id for flag in old.fired}
    return new.level <= old.level and not fresh
