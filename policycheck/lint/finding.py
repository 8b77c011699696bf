"""What the workbench finds wrong: a place in a file, a kind, and the values of its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policycheck.errors import InputError
from policycheck.records import NamedTuple


class Finding(NamedTuple):
    """One thing to mend. ``kind`` names its sentence; 'fault' has it ready under ``values['message']``."""

    path: str
    line: int
    kind: str
    values: dict[str, Any] = {}  # noqa: RUF012, read only
    laws: tuple[dict[str, str], ...] = ()
    """For unlawful shapes: reason by reader's language, and the source with the day it was read."""


def fault(error: InputError) -> Finding:
    """The finding of an error that has its own sentence."""
    return Finding(error.path or '', error.line or 1, 'fault', {'message': error.message})


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by path and line, those of one line as they came; each once."""
    once = {(one.path, one.line, one.kind, repr(sorted(one.values.items()))): one for one in findings}
    return sorted(once.values(), key=lambda one: (one.path, one.line))
