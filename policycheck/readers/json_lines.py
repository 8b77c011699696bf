"""JSON Lines, one post a line: the rows, and where each character of a post stands in the file."""

from __future__ import annotations

import json
import re
from typing import cast

from policycheck.errors import InputError
from policycheck.lines import Lines
from policycheck.model import Draft, Placed, Places, Setting, Span
from policycheck.readers.draft_settings import BESIDE, NAMES, setting
from policycheck.readers.json_places import literal_places
from policycheck.text import whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycheck.readers.columns import Columns

ORIGIN = 'row'

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r'[ \t\r\n]*')


class RowPlaces:
    """Places of a post in its row, worked out when the first is asked for.

    Most posts have nothing to point at, and finding the text among the escapes of its row costs
    more than reading the row. ``begin`` is where the row begins in the file.
    """

    __slots__ = ('_known', '_source', '_start')

    def __init__(self, source: str, begin: int) -> None:
        self._source = source
        self._start = begin
        self._known: Places | None = None

    def span(self, start: int, end: int) -> Span:
        """The stretch of the file that a stretch of the post came from, whole escapes at a time."""
        places = self._places()
        if not places.starts:
            return Span(self._start, self._start)
        return places.span(start, end)

    @property
    def starts(self) -> list[int]:
        """Where each character of the post begins in the file."""
        return self._places().starts

    @property
    def ends(self) -> list[int]:
        """Where each character of the post ends in the file."""
        return self._places().ends

    def _places(self) -> Places:
        if self._known is None:
            self._start, end = _literal(self._source, self._start, 'text')
            self._known = literal_places(self._source, self._start, end)
        return self._known


def read(path: str, source: str, named: Columns | None = None) -> Iterator[Draft | InputError]:
    """A draft for each row, in their order; for a row that is none, an error that names its line.

    ``named`` says which key is what, {'text': 'body'}; where it does not, and a row has no "text", its keys are looked
    up among those of the common schedulers.
    The id of a draft is that of its row, else the number of its line. Blank lines are passed over.
    """
    lines = Lines(source)
    starts = [*lines.starts, len(source)]
    for line in range(1, len(starts)):
        begin = starts[line - 1]
        row = source[begin : starts[line]].rstrip('\r\n')
        if row and not row.isspace():
            try:
                yield _draft(path, source, row, begin, lines, line, named)
            except InputError as err:
                yield err


def _draft(
    path: str, source: str, row: str, begin: int, lines: Lines, line: int, named: Columns | None
) -> Draft:
    post = _post(path, row, line)
    if named is not None or 'text' not in post:
        from policycheck.readers import json_posts

        found = json_posts.row(path, source, begin, lines, named)
        if found is not None:
            return found
    text = post.get('text')
    if text is None:
        raise InputError('the row has no "text"', path, line)
    if not isinstance(text, str):
        raise InputError('"text" has to be text in quotation marks', path, line)
    if '\\' in row:
        text = whole(text)
    name = post.get('id')
    if name is None or name == '':
        name = line
    elif isinstance(name, bool) or not isinstance(name, str | int):
        raise InputError('"id" has to be text or a whole number', path, line)
    settings: dict[str, Setting] = {}
    for key in NAMES:
        if key in post and (said := setting(key, post[key], ORIGIN, path, line)):
            settings[key] = said
    # RowPlaces answers all that Places does
    places = cast(Places, RowPlaces(source, begin))
    draft = Draft(str(name), path, source, text, 'none', places, settings, 'json')
    beside = [key for key in BESIDE if isinstance(post.get(key), str) and str(post[key]).strip()]
    return _with(draft, begin, {key: whole(str(post[key])) for key in beside}) if beside else draft


def _with(draft: Draft, begin: int, beside: dict[str, str]) -> Draft:
    """The draft of a row with what readers see beside its text, by key."""
    from policycheck.readers.headed import joined

    found = sorted((_literal(draft.source, begin, key), key) for key in ('text', *beside))
    pieces = [
        (beside.get(key, draft.text), Placed(literal_places(draft.source, *span), 'json'))
        for span, key in found
    ]
    text, places, heads = joined(pieces, [key for _, key in found].index('text'))
    return draft._replace(text=text, places=places, heads=heads)


def _post(path: str, row: str, line: int) -> dict[str, object]:
    """The row as an object."""
    try:
        post = _DECODER.decode(row)
    except (ValueError, RecursionError) as err:
        what = (
            f'{err.msg}, column {err.colno}' if isinstance(err, json.JSONDecodeError) else 'it cannot be read'
        )
        raise InputError(
            f'not a row of JSON ({what}); write {{"text": "..."}} on one line', path, line
        ) from err
    if not isinstance(post, dict):
        raise InputError('a row has to be an object: {"text": "..."}', path, line)
    return post


def _literal(source: str, begin: int, name: str) -> Span:
    """What stands between the quotation marks of the row's value of that name; the last one counts, as in json."""
    found = Span(begin, begin)
    at = _blank(source, begin) + 1
    while source[at := _blank(source, at)] == '"':
        key, at = _DECODER.raw_decode(source, at)
        at = _blank(source, _blank(source, at) + 1)
        value = at
        _, at = _DECODER.raw_decode(source, at)
        if key == name:
            found = Span(value + 1, at - 1)
        at = _blank(source, at)
        if source[at] != ',':
            break
        at += 1
    return found


def _blank(source: str, at: int) -> int:
    """The offset of the next sign that is no white space."""
    blank = _BLANK.match(source, at)
    return blank.end() if blank else at
