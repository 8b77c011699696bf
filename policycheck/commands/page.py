"""What commands print: for people lines that a terminal shows and does not obey, for programs JSON."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Mapping
from typing import Any

from policycheck.commands import options
from policycheck.formats.excerpt import columns, visible

_SIGNS = re.compile(r'(\[\[|\]\])')


def put(line: str = '') -> None:
    """Writes a line to standard output; what a terminal would obey in it is made visible."""
    sys.stdout.write(shown(line).rstrip() + '\n')


def wrap(text: str, indent: str = '', hanging: str | None = None) -> None:
    """Writes a text over as many lines as it takes; ``hanging`` indents all but the first."""
    for line in _folded(text, indent, indent if hanging is None else hanging):
        put(line)


def underlined(text: str, indent: str, hanging: str) -> None:
    """The same of a text with [[ ]], a line of ^ below what stands between them."""
    depth = 0
    for line in _folded(text, indent, hanging):
        words = line.lstrip()
        under = ' ' * (len(line) - len(words))
        for piece in _SIGNS.split(shown(words)):
            depth += {'[[': 1, ']]': -1}.get(piece, 0)
            under += ('^' if depth and piece not in ('[[', ']]') else ' ') * columns(piece)
        put(line)
        if under.strip():
            put(under)


def _folded(text: str, indent: str, hanging: str) -> list[str]:
    # addresses and phrases are copied from here: they are never broken
    return textwrap.wrap(
        text,
        options.width(sys.stdout),
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def data(document: Mapping[str, Any]) -> None:
    """Writes a document as JSON to standard output, for programs."""
    json.dump(document, sys.stdout, ensure_ascii=not options.unicode(sys.stdout), indent=1)
    sys.stdout.write('\n')


def padded(text: str, width: int) -> str:
    """A text with blanks up to a width in columns, as it is shown."""
    return text + ' ' * (width - columns(shown(text)))


def shown(text: str) -> str:
    """A text as standard output can show it, on one line."""
    return visible(text, options.encoding(sys.stdout))
