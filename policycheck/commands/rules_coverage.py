"""policycheck rules test --coverage: what no example of a rule tries."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from policycheck.commands import page
from policycheck.commands.check_wording import say
from policycheck.compiling.sources import RuleSource
from policycheck.lint.bench import Bench, plain_policy
from policycheck.lint.coverage import Coverage, coverage
from policycheck.lint.finding import in_order
from policycheck.schema.packs import Pack


def measured(parts: Iterable[tuple[str | None, list[RuleSource], list[Pack]]]) -> Coverage:
    """What the examples of rules leave untried; a part is a policy file, the rules tried under it, and the packs."""
    total = Coverage([], 0, 0, 0, 0)
    for policy, sources, packs in parts:
        if sources:
            own = coverage(Bench(packs, sources, plain_policy(policy)))
            counts = (one + other for one, other in zip(total[1:], own[1:], strict=True))
            total = Coverage(in_order([*total.findings, *own.findings]), *counts)
    return total


def text(found: Coverage, language: str) -> None:
    """Prints what is untried as ``path:line: sentence``, then the counts."""
    page.put()
    for one in found.findings:
        page.put(f'{os.path.relpath(one.path)}:{one.line}: {say(one.kind, language, **one.values)}')
    counts = dict(zip(Coverage._fields[1:], found[1:], strict=True))
    page.put(say('coverage.counts', language, **counts))


def plain(found: Coverage, language: str) -> dict[str, Any]:
    """The same as JSON knows it."""
    return {
        'untried': [
            {
                'path': one.path,
                'line': one.line,
                'kind': one.kind.removeprefix('coverage.'),
                'message': say(one.kind, language, **one.values),
                'values': one.values,
            }
            for one in found.findings
        ],
        **dict(zip(Coverage._fields[1:], found[1:], strict=True)),
    }
