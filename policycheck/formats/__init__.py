"""The table of formats: reports to text for people and for programs.

A writer is imported when it is called: one run needs one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from policycheck.formats.options import Counts, Options, Written


def _text(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    from policycheck.formats import text

    return text.write(reports, out, options)


def _jsonl(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    from policycheck.formats import jsonl

    return jsonl.write(reports, out, options)


def _json(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    from policycheck.formats import document

    return document.write(reports, out, options)


FORMATS: dict[str, Callable[[Iterable[Written], TextIO, Options], Counts]] = {
    'text': _text,
    'jsonl': _jsonl,
    'json': _json,
}
"""Each writes reports as they come and hands back how many drafts came out how."""
