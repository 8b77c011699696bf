"""How a text has to be written inside a file of some kind, so that its reader gets it back."""

from __future__ import annotations

import html
import json
from collections.abc import Callable


def _plain(text: str) -> str:
    return text


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _html(text: str) -> str:
    return html.escape(text, quote=False)


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def _unquoted(text: str) -> str | None:
    return None if set(text) & set('",;\t\r\n') or text != text.strip() else text


ESCAPES: dict[str, Callable[[str], str | None]] = {
    'none': _plain,
    'json': _json,
    'html': _html,
    'csv quoted': _quoted,
    'csv': _unquoted,
}
"""By the escape of a draft: the text as it stands in the file, None where it cannot stand there."""
