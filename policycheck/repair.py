"""A file and its fixes: which of them leave every post better than it was, and the file with them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from policycheck import beside, drafts, fix
from policycheck.errors import InputError
from policycheck.model import Draft, Fix, Report, Span

Check = Callable[[Draft], Report]


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

    A fix that would raise a flag of another rule (a post that is too long for its channel is one) or
    a graver one is left out. Everything else in the file stays byte for byte. Raises InputError
    for a file that cannot be read.
    """

    def reports(new: bytes) -> list[Report]:
        return _reports(path, new, check, layout)

    before = reports(content)
    offered = [
        Made(report, one, _rule(report, one))
        for report in before
        for one in fix.together(report.flags, unsafe=unsafe)
    ]
    wanted = [one for one in offered if ask is None or ask(one)]
    source = content.decode('utf-8')
    others = sum(not one.safe for report in before for one in fix.together(report.flags, unsafe=True))
    fitting = [one for one in wanted if fix.edits(one.report.draft, [one.fix])]
    if fitting and _good(before, fitting, reports, source):
        return Repaired(_written(source, fitting), fitting, len(wanted) - len(fitting), others)
    kept: list[Made] = []
    for one in fitting:
        if _good(before, [*kept, one], reports, source):
            kept.append(one)
    return Repaired(_written(source, kept), kept, len(wanted) - len(kept), others)


def _good(
    before: list[Report], made: list[Made], reports: Callable[[bytes], list[Report]], source: str
) -> bool:
    """Whether these fixes leave every post as they mean it, and better than it was."""
    try:
        after = reports(_written(source, made))
    except InputError:
        return False
    # a file of waivers is no post
    meant = beside.is_one(before[0].draft.path) or _as_meant(before, after, made)
    return meant and _no_worse(before, after)


def _as_meant(before: list[Report], after: list[Report], made: list[Made]) -> bool:
    """Whether the file is read again as the same posts, each with its fixes: no escape went wrong."""
    if len(before) != len(after):
        return False
    for old, new in zip(before, after, strict=True):
        draft = old.draft
        changes = [
            (_in_text(draft, one.fix.span), one.fix.text)
            for one in made
            if one.report is old and not one.rule.startswith('waiver/')
        ]
        if fix.applied(draft.text, changes).split() != new.draft.text.split():
            return False
    return True


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


def _no_worse(before: list[Report], after: list[Report]) -> bool:
    """Whether every post has flags of the same rules at most, and none graver."""
    if len(before) != len(after):
        return False
    for old, new in zip(before, after, strict=True):
        if new.level > old.level or {flag.rule.id for flag in new.fired} - {
            flag.rule.id for flag in old.fired
        }:
            return False
    return True
