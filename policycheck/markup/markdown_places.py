"""Where the contents of Markdown's blocks, as a parser gives them, stand in their text."""

from __future__ import annotations

import re

_ENDS_CELL = re.compile(r'[ \t]*(?:\||$)')


def of_block(content: str, lines: list[str], starts: list[int]) -> list[int] | None:
    """Where in the text each character of a block's content is, -1 for none; None if that is not sure.

    A line of the content is the end of a line of the text, but for blanks and for the closing
    signs of a heading.
    """
    places: list[int] = []
    contents = content.split('\n')
    # a no-break space alone in a line is no blank line, yet the parser strips it from a paragraph's start
    skipped = next((i for i, line in enumerate(lines) if line.strip()), 0)
    for i, one in enumerate(contents, skipped if contents[0].strip() else 0):
        core = one.strip()
        before = len(one) - len(one.lstrip())
        if not core:
            places.extend([-1] * (len(one) + 1))
            continue
        if i >= len(lines):
            return None
        line = lines[i].rstrip()
        at = len(line) - len(core)
        if not line.endswith(core):
            opening = line.find('#')
            at = line.find(core, opening + 1)
            if opening < 0 or at < 0 or (line[opening:at] + line[at + len(core) :]).strip('# \t'):
                return None
        start = starts[i] + at
        places.extend([-1] * before)
        places.extend(range(start, start + len(core)))
        places.extend([-1] * (len(one) - before - len(core) + 1))
    return places


def of_cell(content: str, line: str, start: int, cursor: int) -> tuple[list[int] | None, int]:
    """Where a table cell's characters are, and where in the line the next cell is looked for."""
    if not content:
        return [], cursor
    escaped = content.replace('|', '\\|')
    at = line.find(escaped, cursor)
    while at >= 0 and not _ENDS_CELL.match(line, at + len(escaped)):
        at = line.find(escaped, at + 1)
    if at < 0:
        return None, cursor
    places = []
    place = start + at
    for sign in content:
        if sign == '|':
            place += 1
        places.append(place)
        place += 1
    return places, at + len(escaped)


def before_cell(source: str, start: int) -> int:
    """The place of the bar, mark or line end before a table's cell that begins at ``start``; -1 for none."""
    at = start - 1
    while at >= 0 and source[at] in ' \t':
        at -= 1
    return at


def one_character_line_ends(text: str) -> str:
    """A text of the same length whose lines end in ``\\n`` alone, for a parser that would shorten it."""
    if '\r' in text:
        # a backslash must stay next to its line end, where it breaks the line
        text = text.replace('\\\r\n', '\\\n ').replace('\r\n', ' \n').replace('\r', '\n')
    return text.replace('\0', '\ufffd')
