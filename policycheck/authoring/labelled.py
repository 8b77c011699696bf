"""Rows of labelled posts: which faults each is known to have, and which not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from policycheck.errors import InputError
from policycheck.model import Setting
from policycheck.readers.draft_settings import setting
from policycheck.records import NamedTuple

_SETTINGS = ('channel', 'account', 'reply', 'paid', 'lang')


class Row(NamedTuple):
    """A labelled post. ``faults``: categories it has; ``free``: categories it is known not to have.

    ``complete``: every category that is no fault is known to be absent. ``near_miss_of``: the
    category it must not be flagged for. ``line`` is that of the row in the file at ``path``.
    """

    id: str
    text: str
    source: str
    settings: dict[str, Setting]
    faults: frozenset[str]
    free: frozenset[str]
    complete: bool
    near_miss_of: str | None
    public_body: bool
    clean: bool
    path: str
    line: int


def read(path: str, data: bytes) -> Iterator[Row]:
    """The rows of a JSON Lines file of labelled posts; raises InputError, with the line, for one that is none.

    ``labels`` is a list of categories, then every other category is known to be absent, or an
    object of category and true or false (1 or 0), then nothing is known of the others; its ``clean``
    true says that no category is there. A file without a row is refused too.
    """
    some = False
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
        except ValueError as err:
            raise InputError(
                'not a row of JSON; write {"text": "...", "labels": [...]} on one line', path, number
            ) from err
        if not isinstance(plain, dict) or not isinstance(plain.get('text'), str):
            raise InputError('a row needs a text: {"text": "...", "labels": [...]}', path, number)
        some = True
        yield _row(plain, path, number)
    if not some:
        raise InputError('there is no post in it; write one a line: {"text": "...", "labels": [...]}', path)


def _row(plain: dict[str, Any], path: str, number: int) -> Row:
    labels = plain.get('labels')
    if isinstance(labels, list):
        faults, free, complete = frozenset(map(str, labels)), frozenset[str](), True
        clean = not labels and not plain.get('near_miss_of')
    elif isinstance(labels, dict) and {*map(type, labels.values())} <= {bool, int}:
        faults = frozenset(name for name, there in labels.items() if there and name != 'clean')
        free = frozenset(name for name, there in labels.items() if not there)
        clean = bool(labels.get('clean'))
        complete = clean
    elif labels is None:
        faults, free, complete, clean = frozenset(), frozenset(), False, False
    else:
        raise InputError(
            'labels is a list of categories or an object of category and true or false', path, number
        )
    if not isinstance(plain.get('near_miss_of'), str | None):
        raise InputError('near_miss_of is one word in quotes', path, number)
    settings = {name: setting(name, plain.get(name), 'row', path, number) for name in _SETTINGS}
    return Row(
        id=str(plain.get('id') or number),
        text=plain['text'],
        source=str(plain.get('source') or path),
        settings={name: said for name, said in settings.items() if said is not None},
        faults=faults,
        free=free,
        complete=complete,
        near_miss_of=plain.get('near_miss_of') or None,
        public_body=bool(plain.get('public_body')),
        clean=clean,
        path=path,
        line=number,
    )
