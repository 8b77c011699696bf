"""A file and its fixes: which of them leave every post better than it was, and the file with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from policycheck import drafts, fix
from policycheck.errors import InputError
from policycheck.model import Draft, Fix, Report

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
    unsafe: bool = False,
    ask: Callable[[Made], bool] | None = None,
) -> Repaired:
    """A file with the fixes that its flags offer; ``ask`` decides on each, all are made without it.

    A fix that would raise a flag of another rule (a post that is too long for its channel is one) or
    a graver one is left out. Everything else in the file stays byte for byte. Raises InputError
    for a file that cannot be read.
    """
    before = _reports(path, content, check)
    offered = [
        Made(report, one, _rule(report, one))
        for report in before
        for one in fix.together(report.flags, unsafe=unsafe)
    ]
    wanted = [one for one in offered if ask is None or ask(one)]
    source = content.decode('utf-8')
    others = sum(not one.safe for report in before for one in fix.together(report.flags, unsafe=True))
    whole = _written(source, wanted)
    if wanted and _no_worse(before, _reports(path, whole, check)):
        return Repaired(whole, wanted, 0, others)
    kept: list[Made] = []
    for one in wanted:
        if _no_worse(before, _reports(path, _written(source, [*kept, one]), check)):
            kept.append(one)
    return Repaired(_written(source, kept), kept, len(wanted) - len(kept), others)


def _reports(path: str, content: bytes, check: Check) -> list[Report]:
    reports = []
    for draft in drafts.read(path, content):
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
        if new.level > old.level or {flag.rule.id for flag in new.flags} - {f.rule.id for f in old.flags}:
            return False
    return True
