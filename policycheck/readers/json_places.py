"""Where each character of a string of JSON stands in the file."""

from __future__ import annotations

import re

from policycheck.model import Places

# text, not a pattern: compiled when the first flag in a row asks for its place
_ESCAPE = r'\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.'


def literal_places(source: str, start: int, end: int) -> Places:
    """The places of a JSON string between its quotation marks: each escape is one character."""
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for escape in re.compile(_ESCAPE).finditer(source, start, end):
        starts += range(at, escape.start() + 1)
        ends += range(at + 1, escape.start() + 1)
        ends.append(at := escape.end())
    return Places(starts + list(range(at, end)), ends + list(range(at + 1, end + 1)))
