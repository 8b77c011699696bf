"""What commands print: for people lines that a terminal shows and does not obey, for programs JSON."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Mapping
from typing import Any

from policycheck.commands import options
from policycheck.formats.excerpt import columns, visible


def put(line: str = '') -> None:
    """Writes a line to standard output; what a terminal would obey in it is made visible."""
    sys.stdout.write(shown(line).rstrip() + '\n')


def wrap(text: str, indent: str = '', hanging: str | None = None) -> None:
    """Writes a text over as many lines as it takes; ``hanging`` indents all but the first."""
    later = indent if hanging is None else hanging
    width = options.width(sys.stdout)
    # addresses and phrases are copied from here: they are never broken
    for line in textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        put(line)


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
