"""CSV and TSV, one post a row: the cells (RFC 4180), and where each character of a post stands in the file."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

from policycheck.errors import InputError
from policycheck.lines import Lines
from policycheck.model import Draft, Placed, Places, Setting
from policycheck.readers.columns import Columns, columns, meant
from policycheck.readers.draft_settings import BESIDE, NAMES, setting
from policycheck.readers.headed import joined
from policycheck.records import NamedTuple

ORIGIN = 'row'
_DELIMITERS = ',;\t'
_SEPARATOR = r'sep=([,;\t])(?:\r\n?|\n)(?=.)'
"""A line before the table, which tells Excel what stands between the cells."""
_HOOTSUITE_DATE = r'\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4} \d{1,2}:\d{2}.*'


class Cell(NamedTuple):
    """What a cell holds, and what stands for it in the file, without its quotation marks."""

    text: str
    start: int
    end: int
    quoted: bool


def read(path: str, source: str, named: Columns | None = None) -> Iterator[Draft | InputError]:
    """A draft for each row, in their order; for a row that is none, an error that names its line.

    ``named`` says which column is what, {'text': 'body'}; without it the names of the first row are
    looked up among those of the common schedulers. The id of a draft is that of its row, else the
    number of its line.
    """
    start = 1 if source.startswith('\ufeff') else 0
    lines = Lines(source)
    said = re.compile(_SEPARATOR).match(source, start) if source.startswith('sep=', start) else None
    first = source[start : lines.span(1).end]
    start, delimiter = (said.end(), said[1]) if said else (start, max(_DELIMITERS, key=first.count))
    rows = _rows(source, start, delimiter, path, lines)
    try:
        head = next(rows, None)
        if head is None or (len(head) == 1 and not head[0].text.strip()):
            return
        most = len(head)
        if named is None and len(head) > 1 and re.fullmatch(_HOOTSUITE_DATE, head[0].text.strip()):
            # Hootsuite's file for bulk scheduling has no first row of names: date, message, link
            places = {'scheduled': 0, 'text': 1}
            most = sys.maxsize
            yield from _draft(path, source, head, places, lines)
        else:
            places = columns([cell.text for cell in head], named, path)
        for row in rows:
            if any(cell.text.strip() for cell in row[most:]):
                # commas of the text have parted it, and all but its beginning would go unread
                line = lines.place(row[0].start)[0]
                yield InputError(
                    f'the row has {len(row)} cells, and there are {most} columns; put a text with commas in quotes',
                    path,
                    line,
                )
            elif len(row) > 1 or row[0].text.strip():
                yield from _draft(path, source, row, places, lines)
    except InputError as err:
        yield err


def _draft(
    path: str, source: str, row: list[Cell], places: Mapping[str, int], lines: Lines
) -> Iterator[Draft | InputError]:
    line = lines.place(row[0].start)[0]
    if len(row) <= places['text']:
        yield InputError('the row has no cell for the text of the post', path, line)
        return
    cell = row[places['text']]
    if not cell.text.strip():
        return
    said = {name: row[at].text.strip() for name, at in places.items() if at < len(row)}
    settings: dict[str, Setting] = {}
    try:
        for name, value in said.items():
            plain = meant(name, value) if name in NAMES else None
            if plain is not None and (one := setting(name, plain, ORIGIN, path, line)):
                settings[name] = one
    except InputError as err:
        yield err
        return
    id_ = said.get('id') or str(line)
    draft = Draft(id_, path, source, cell.text, 'none', None, settings, _escape(cell))
    seen = sorted(
        {at for name, at in places.items() if name == 'text' or (name in BESIDE and said.get(name))}
    )
    pieces = [(row[at].text, Placed(_places(source, row[at]), _escape(row[at]))) for at in seen]
    text, table, heads = joined(pieces, seen.index(places['text']))
    yield draft._replace(text=text, places=table, heads=heads)


def _escape(cell: Cell) -> str:
    return 'csv quoted' if cell.quoted else 'csv'


def _places(source: str, cell: Cell) -> Places:
    starts: list[int] = []
    ends: list[int] = []
    at = cell.start
    while at < cell.end:
        step = 2 if cell.quoted and source.startswith('""', at) else 1
        starts.append(at)
        ends.append(at + step)
        at += step
    return Places(starts, ends)


def _rows(source: str, start: int, delimiter: str, path: str, lines: Lines) -> Iterator[list[Cell]]:
    """The rows of a table; raises InputError for a quotation mark that is never closed."""
    plain = re.compile(rf'[^{delimiter}\r\n]*')
    quoted = re.compile(r'"((?:[^"]|"")*)"')
    line_end = re.compile(r'\r\n?|\n')
    ends = re.compile(rf'[ ]*(?:[{delimiter}\r\n]|\Z)')
    row: list[Cell] = []
    at = start
    while True:
        match = quoted.match(source, at)
        # in a table with tabs, as spreadsheets save it, a mark may be one of the text
        if source.startswith('"', at) and (delimiter != '\t' or (match and ends.match(source, match.end()))):
            if match is None:
                line = lines.place(at)[0]
                raise InputError('a quotation mark is opened here and never closed; close it', path, line)
            row.append(Cell(match[1].replace('""', '"'), match.start(1), match.end(1), True))
            at = match.end()
            rest = plain.match(source, at)
            if rest and rest[0].strip():
                line = lines.place(at)[0]
                raise InputError('text after a closing quotation mark; write "" for a mark', path, line)
            at = rest.end() if rest else at
        else:
            bare = plain.match(source, at)
            end = bare.end() if bare else at
            row.append(Cell(source[at:end], at, end, False))
            at = end
        if source.startswith(delimiter, at):
            at += 1
            continue
        yield row
        row = []
        ended = line_end.match(source, at)
        if ended is None or ended.end() >= len(source):
            return
        at = ended.end()
