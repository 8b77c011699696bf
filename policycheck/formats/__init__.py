"""The table of formats: reports to text for people and for programs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
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
    # importlib takes a module along that takes as long as a writer
    found: Writer = getattr(__import__(f'policycheck.formats.{module}', fromlist=(function,)), function)
    return found
