"""The table of formats: reports to text for people and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TextIO

from policycheck.formats.options import Counts, Options, Written

Writer = Callable[[Iterable[Written], TextIO, Options], Counts]

FORMATS = {
    'text': 'text.write',
    'json': 'document.write',
    'jsonl': 'jsonl.write',
    'sarif': 'sarif.write',
    'github': 'annotations.write',
    'gitlab': 'codequality.write',
    'junit': 'xml.junit',
    'checkstyle': 'xml.checkstyle',
    'csv': 'table.comma_separated',
    'markdown': 'table.markdown',
    'html': 'page.write',
}
"""Module here and function of each format; one run imports what it needs."""


def writer(name: str) -> Writer:
    """What writes a format: it writes reports as they come and hands back how many drafts came out how."""
    module, function = FORMATS[name].split('.')
    found: Writer = getattr(import_module(f'policycheck.formats.{module}'), function)
    return found
