"""What is wrong with a file of waivers: a report of its own, once the posts beside it are known."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from policycheck import keep
from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.judging.overlaps import in_order
from policycheck.machine import holds_waivers
from policycheck.model import Draft, Report
from policycheck.readers import drafts
from policycheck.screened import screened_of
from policycheck.waivers import sidecar


def checked(
    draft: Draft,
    ruleset: Ruleset,
    given: Mapping[str, Any] | None = None,
    layout: drafts.Layout = drafts.PLAIN,
) -> Report:
    """The report of a draft; that of its waivers for the draft that ``drafts.read`` makes of a file of waivers."""
    if not holds_waivers(draft.path):
        return check(draft, ruleset, given)
    return report(draft.path, draft.source.encode(), ruleset, given, layout)


def report(
    place: str,
    content: bytes,
    ruleset: Ruleset,
    given: Mapping[str, Any] | None = None,
    layout: drafts.Layout = drafts.PLAIN,
) -> Report:
    """The report of a file of waivers: a flag on each that keeps nothing, or not all that it names.

    The posts beside it are checked for it. Raises InputError where it holds something else.
    """
    source = content.decode('utf-8')
    rows = sidecar.parse(place, content)
    wrong: dict[sidecar.Row, keep.Fault] = {}
    used: set[sidecar.Row] = set()
    for name in dict.fromkeys(row.file for row in rows):
        own = [row for row in rows if row.file == name]
        path = os.path.join(os.path.dirname(place), name)
        for draft in drafts.load(path, layout) if os.path.isfile(path) else ():
            here = [row for row in own if not isinstance(draft, InputError) and sidecar.meant(row, draft)]
            if not here or isinstance(draft, InputError):
                continue
            found = check(draft._replace(waivers=()), ruleset, given)
            waivers, normal = [row.waiver for row in here], screened_of(draft).normal
            done = keep.judged(draft, waivers, found.flags, ruleset, found.context, normal)
            faults = {id(fault.waiver): fault for fault in done.faults}
            for row in here:
                # a row for each post of a file is used when one of them needs it
                fault = faults.get(id(row.waiver))
                if fault is None:
                    used.add(row)
                elif wrong.get(row) is None or wrong[row].rule == 'waiver/unused':
                    # one post in which it may be meant is enough
                    wrong[row] = fault._replace(over=fault.over and (row not in wrong or wrong[row].over))
        for row in own:
            # no such post: it is gone, or its name has a slip
            wrong.setdefault(row, keep.Fault(row.waiver, 'waiver/unused', over=False))
    told = [wrong[row] for row in rows if wrong[row].rule != 'waiver/unused' or row not in used]
    flags = keep.flags_on(told, source, ruleset)
    draft = Draft(place, place, source, source)
    context = ruleset.context(draft, given or {}, 'en')
    return Report(draft, context, 'en', None, 'option', True, None, True, None, in_order(flags), ())
