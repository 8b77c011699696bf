"""Signs that are written otherwise: character references, and escapes with a backslash."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from policycheck.records import NamedTuple


class Written(NamedTuple):
    """What stands in a stretch of a text, and the signs that its readers see for it."""

    start: int
    end: int
    signs: str


# CommonMark 0.31.2, sections 2.4 and 2.5
_REFERENCE = r'&(?:#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7})|[a-zA-Z][a-zA-Z0-9]{1,31});'
_IN_HTML = re.compile(_REFERENCE)
_IN_TEXT = re.compile(rf'\\[!-/:-@\[-`{{-~]|{_REFERENCE}')


def in_html(text: str, start: int, end: int) -> list[Written]:
    """The character references of a stretch of HTML that end in a semicolon, in order."""
    return list(_found(_IN_HTML, text, start, end))


def in_text(text: str, start: int, end: int) -> list[Written]:
    """The character references and the escapes of a stretch of Markdown, in order."""
    return list(_found(_IN_TEXT, text, start, end))


def _found(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Written]:
    for match in pattern.finditer(text, start, end):
        signs = _meant(match[0])
        if signs is not None:
            yield Written(*match.span(), signs)


def _meant(written: str) -> str | None:
    """The signs that an escape or a reference stands for; None for a name that there is not."""
    if written[0] == '\\':
        return written[1]
    return html.unescape(written) if written[1] == '#' else html5.get(written[1:])


def apart(written: dict[int, Written], shown: bytearray) -> list[Written]:
    """The signs that are seen, in order, without those inside another."""
    found: list[Written] = []
    for start in sorted(written):
        if shown[start] and (not found or found[-1].end <= start):
            found.append(written[start])
    return found
