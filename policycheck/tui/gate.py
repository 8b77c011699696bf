"""What stands between a text and its publication: the truth table of the gate, without a screen."""

from __future__ import annotations

from collections.abc import Iterable

from policycheck.keep import FINDER
from policycheck.model import ADVICE, NOTE, STOP, WARN, Report
from policycheck.records import NamedTuple
from policycheck.tui.follow import Item
from policycheck.tui.keeps import Kept, is_kept
from policycheck.tui.look import RIGHTS

EMPTY, LOADING, CHECKING, FAILED, UNSCREENED, STOPPED, REASONS, CLEAR = (
    'empty', 'loading', 'checking', 'failed', 'unscreened', 'stopped', 'reasons', 'clear',
)  # fmt: skip
"""The states of a text; CLEAR is reached only by a check of this very text that has ended well."""


class Standing(NamedTuple):
    """A state, what is open in it (stops and reasons, in the order of the text) and the counts."""

    state: str
    open: tuple[Item, ...] = ()
    counts: tuple[tuple[int, int], ...] = ()
    """Level and how many, the gravest first, RIGHTS last; what is kept is not counted."""


def standing(
    text: str,
    report: Report | None,
    items: Iterable[Item],
    keeps: Iterable[Kept],
    *,
    fresh: bool,
    problem: str | None = None,
    loading: bool = False,
) -> Standing:
    """Where a text stands.

    ``items`` are the flags at their places in ``text``; ``fresh``: the report is of this very text;
    ``problem``: why the engine could not check.
    """
    if not text.strip():
        return Standing(EMPTY)
    if problem is not None:
        return Standing(FAILED)
    if report is None or not fresh:
        return Standing(LOADING if loading else CHECKING, counts=_counts(items))
    if not report.screened:
        return Standing(EMPTY if report.unscreened == 'empty' else UNSCREENED)
    official = report.context.account.value == 'official'
    keeps = tuple(keeps)
    left = [item for item in items if item.level == RIGHTS or not is_kept(keeps, item, text, official)]
    # a waiver that keeps nothing asks for no reason
    open_ = tuple(item for item in left if item.level in (WARN, STOP) and item.flag.finder != FINDER)
    worst = max((item.level for item in open_), default=NOTE)
    state = STOPPED if worst == STOP else REASONS if worst == WARN else CLEAR
    return Standing(state, open_, _counts(left))


def _counts(items: Iterable[Item]) -> tuple[tuple[int, int], ...]:
    levels = [item.level for item in items]
    return tuple(
        (level, levels.count(level)) for level in (STOP, WARN, ADVICE, NOTE, RIGHTS) if level in levels
    )
