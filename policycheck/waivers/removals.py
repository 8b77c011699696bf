"""Waivers taken out of their lists: what goes with each, so that what is left is a list again."""

from __future__ import annotations

import re
from itertools import pairwise

from policycheck.model import Fix, Span, Waiver

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLANK = r'(?:[ \t\r\n]|#[^\r\n]*[\r\n])*'
_BETWEEN = re.compile(rf'({_BLANK}),({_BLANK})')
_COMMA_AFTER = re.compile(rf'{_BLANK},')
_COMMA_ON_LINE = re.compile(r'[ \t]*,')


def cuts(waivers: Iterable[Waiver], source: str, *, safe: bool) -> dict[Span, Fix]:
    """The fix that takes each of these waivers out of their file, by the waiver's ``span``.

    Neighbours in brackets share one, as all of a list do; whichever are made, the file stays readable.
    A waiver that cannot be taken out has none.
    """
    found: dict[Span, Fix] = {}
    for run in _runs(sorted(waivers, key=lambda one: one.listed.span)):
        listed = run[0].listed
        if len(run) == listed.total and listed.whole and _within(run, listed.whole):
            found |= dict.fromkeys((one.span for one in run), Fix(_entry(listed.whole, source), '', safe))
        elif listed.flow and not all(_has_lines(one, source) for one in run):
            shared = _cut(run, source, safe)
            found |= dict.fromkeys((one.span for one in run), shared) if shared else {}
        else:
            found |= {one.span: Fix(one.lines, '', safe) for one in run if one.lines}
    return found


def _runs(waivers: list[Waiver]) -> Iterator[list[Waiver]]:
    """Waivers that follow each other in a list, in order."""
    run: list[Waiver] = []
    for one in waivers:
        if run and one.listed.before != run[-1].listed.span.end:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _within(run: list[Waiver], whole: Span) -> bool:
    # TOML lets tables of one list stand far apart
    return whole.start <= run[0].listed.span.start and run[-1].listed.span.end <= whole.end


def _entry(whole: Span, source: str) -> Span:
    """The lines of the entry that a list is in; with the comma before it where it ends an object of JSON."""
    before = source[: whole.start].rstrip()
    if not before.endswith(',') or not source[whole.end :].lstrip().startswith('}'):
        return whole
    return Span(len(before) - 1, len(source[: whole.end].rstrip()))


def _has_lines(one: Waiver, source: str) -> bool:
    """Whether a waiver's lines, taken away, leave commas in the right places."""
    last = one.listed.after is None
    return bool(one.lines) and (last or bool(_COMMA_ON_LINE.match(source, one.listed.span.end)))


def _cut(run: list[Waiver], source: str, safe: bool) -> Fix | None:
    """Neighbours in brackets with their commas and blanks; comments between entries stay."""
    before, after = run[0].listed.before, run[-1].listed.after
    start, end = run[0].listed.span.start, run[-1].listed.span.end
    gaps = [(one.listed.span.end, two.listed.span.start) for one, two in pairwise(run)]
    if after is not None:
        gaps.append((end, after))
        end = after
    elif before is not None:
        gaps.insert(0, (before, start))
        start = before
    elif comma := _COMMA_AFTER.match(source, end):
        # nothing but a comma is no list
        gaps.append((end, comma.end()))
        end = comma.end()
    kept = ''
    for gap in gaps:
        between = _BETWEEN.fullmatch(source, *gap)
        if between is None:
            return None
        if '#' in between[0]:
            # a comment has a blank before it
            kept += between[1] + ' ' * between[2].startswith('#') + between[2]
    written = source[start:end]
    shared = next((n for n in range(len(kept)) if kept[-n - 1] != written[-n - 1]), len(kept))
    text = kept[: len(kept) - shared].replace('\r\n', '\n')
    return Fix(Span(start, end - shared), text, safe)
