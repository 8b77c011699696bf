"""policycheck rules test --coverage: what no example of a rule tries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policycheck.commands import page
from policycheck.commands.check_wording import say
from policycheck.commands.explained_flags import shown_path
from policycheck.compiling.sources import RuleSource
from policycheck.formats.excerpt import shortened
from policycheck.lint.bench import Bench, plain_policy
from policycheck.lint.coverage import Coverage, OfRule, coverage
from policycheck.lint.finding import in_order
from policycheck.schema.packs import Pack


def measured(parts: Iterable[tuple[str | None, list[RuleSource], list[Pack]]]) -> Coverage:
    """What the examples of rules leave untried; a part is a policy file, the rules tried under it, and the packs."""
    total = Coverage([], [])
    for policy, sources, packs in parts:
        if sources:
            own = coverage(Bench(packs, sources, plain_policy(policy)))
            total = Coverage(in_order([*total.findings, *own.findings]), [*total.rules, *own.rules])
    return total


def text(found: Coverage, language: str) -> None:
    """Prints what is untried as ``path:line: sentence``, a table of rules, those least tried first, and counts."""
    page.put()
    for one in found.findings:
        values = {name: shortened(str(value)) for name, value in one.values.items()}
        page.put(f'{shown_path(one.path)}:{one.line}: {say(one.kind, language, **values)}')
    if len(found.rules) > 1:
        page.put()
        _table(found.rules, language)
        page.put()
    page.put(say('coverage.counts', language, **_counts(found)))


def _table(rules: Iterable[OfRule], language: str) -> None:
    rows = [('', say('coverage.phrases', language), say('coverage.entries', language))]
    for one in sorted(rules, key=_share):
        rows.append((one.rule, f'{one.tried}/{one.phrases}', f'{one.adjusted}/{one.adjust}'))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, *counts in rows:
        cells = (f'{cell:>{width}}' for cell, width in zip(counts, widths[1:]))
        page.put('  '.join((f'{name:{widths[0]}}', *cells)))


def _share(one: OfRule) -> float:
    """How much of a rule is tried; 1 where there is nothing to try."""
    whole = one.phrases + one.adjust
    return (one.tried + one.adjusted) / whole if whole else 1.0


def _counts(found: Coverage) -> dict[str, int]:
    fields = OfRule._fields[1:]
    return {name: sum(getattr(one, name) for one in found.rules) for name in fields}


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
        'rules': [one._asdict() for one in found.rules],
        **_counts(found),
    }
