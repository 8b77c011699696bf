"""How a text has to be written inside a file of some kind, so that its reader gets it back."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable


def written(text: str, escape: str, line_end: str = '\n') -> str | None:
    """A text as it stands in a file under an escape of ESCAPES; None where it cannot stand there.

    Line breaks that stand for themselves are those of the file, ``line_end``. A number after the name
    of an escape is the indentation of its lines.
    """
    name, _, indent = escape.rpartition(' ') if escape[-1].isdigit() else (escape, '', '0')
    plain = ESCAPES[name](text)
    return plain if plain is None else plain.replace('\n', line_end + ' ' * int(indent))


def _plain(text: str) -> str:
    return text


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1].replace('\x7f', '\\u007f')


def _html(text: str) -> str:
    # an alt text ends at a quotation mark
    return html.escape(text, quote=False).replace('"', '&quot;')


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def _unquoted(text: str) -> str | None:
    return None if set(text) & set('",;\t\r\n') or text != text.strip() else text


def _one_line(text: str) -> str | None:
    return None if '\n' in text or '\r' in text else text


def _single(text: str) -> str | None:
    return _one_line(text.replace("'", "''"))


def _literal(text: str) -> str | None:
    return None if "'" in text else _one_line(text)


# what Markdown reads as something else: in a line, then at its beginning
_MARKS = re.compile(
    r'[\\`*\[\]<|]|(?<!\w)_|_(?!\w)|&(?=#|[a-zA-Z][a-zA-Z0-9]{1,31};)|~(?=~)|(?<=~)~|(?<=\{)[{%#]'
    r'|^(?:>|[-+=](?=[-=\s]|$)|#(?=[#\s]|$))',
    re.MULTILINE,
)
_NUMBERED = re.compile(r'^(\d{1,9})(?=[.)](?:\s|$))', re.MULTILINE)


def _markdown(text: str) -> str:
    return _NUMBERED.sub(r'\1\\', _MARKS.sub(r'\\\g<0>', text))


def _beside(closing: str) -> Callable[[str], str | None]:
    """Of a title of Markdown and an attribute of HTML inside it: by references, which both of them read."""
    special = re.compile(rf'[\\<>\[\]{{}}|`{closing}]|&(?=#|[a-zA-Z])')

    def written(text: str) -> str | None:
        return _one_line(special.sub(lambda found: f'&#{ord(found[0])};', text))

    return written


def _none(text: str) -> str | None:
    return None


def _template(text: str) -> str | None:
    return None if set(text) & set('"\'\\`{}%<>&') else _one_line(text)


ESCAPES: dict[str, Callable[[str], str | None]] = {
    'none': _plain,
    'json': _json,
    'html': _html,
    'markdown': _markdown,
    'csv quoted': _quoted,
    'csv': _unquoted,
    'yaml plain': _one_line,
    'yaml single': _single,
    'yaml double': _json,
    'yaml literal': _plain,
    'yaml folded': _one_line,
    'toml basic': _json,
    'toml literal': _literal,
    'title "': _beside('"'),
    "title '": _beside("'"),
    'title (': _beside('()'),
    'attribute "': _beside('"'),
    "attribute '": _beside("'"),
    'attribute ': _none,
    'template "': _template,
    "template '": _template,
    'template `': _template,
}
"""By the escape of a draft: the text as it stands in the file, None where it cannot stand there."""
