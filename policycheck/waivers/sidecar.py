"""The file of waivers that lies beside data files: ``policycheck.keep.yaml``, its rows by file and post."""

from __future__ import annotations

import os
from functools import lru_cache

from policycheck.errors import InputError
from policycheck.machine import holds_waivers, keeps
from policycheck.model import Draft, Waiver
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Row(NamedTuple):
    """A waiver for the posts of a file beside it; ``id`` '' means each of them."""

    file: str
    id: str
    waiver: Waiver


def and_waivers(files: Iterable[str | InputError]) -> Iterator[str | InputError]:
    """The files, and after them the files of waivers that lie beside them, each once."""
    places: dict[str, None] = {}
    for path in files:
        place = None if isinstance(path, InputError) else keeps(path)
        if place:
            places[place] = None
        if place is None or isinstance(path, InputError) or not holds_waivers(path):
            yield path
    yield from places


def with_waivers(draft: Draft, place: str) -> Draft:
    """The draft with the waivers that stand beside it; raises InputError for a file that holds none."""
    own = tuple(row.waiver for row in rows(place) if meant(row, draft))
    return draft._replace(waivers=(*draft.waivers, *own)) if own else draft


def meant(row: Row, draft: Draft) -> bool:
    """Whether a row speaks of a draft, by the name of its file and its id."""
    return row.file == os.path.basename(draft.path) and row.id in ('', draft.id)


def rows(place: str) -> tuple[Row, ...]:
    """The rows of a file of waivers, in its order; raises InputError for the first that is none."""
    try:
        status = os.stat(place)
        return _rows(place, status.st_mtime_ns, status.st_size)
    except OSError as err:
        raise InputError(f'cannot be read: {err.strerror or err}', place) from err


@lru_cache(maxsize=16)
def _rows(place: str, changed: int, size: int) -> tuple[Row, ...]:
    with open(place, 'rb') as file:
        return parse(place, file.read())


def parse(place: str, content: bytes) -> tuple[Row, ...]:
    """The rows in the bytes of a file of waivers; raises InputError for the first that is none."""
    import yaml

    from policycheck.strict_yaml.yamlsyntax import explain
    from policycheck.strict_yaml.yamltext import decode, split_lines
    from policycheck.waivers import waivers

    decode(content, place)
    source = content.decode('utf-8')
    text = source.removeprefix('\ufeff')
    around = waivers.Around(source, len(source) - len(text), place, 1)
    try:
        top = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as err:
        sentence, line = explain(err, split_lines(text))
        raise InputError(sentence, place, line) from err
    except (yaml.YAMLError, RecursionError) as err:
        raise InputError('this is not valid YAML; look at indentation, quotes and colons', place) from err
    if top is None:
        return ()
    if not isinstance(top, yaml.MappingNode) or [key.value for key, _ in top.value] != ['keep']:
        raise around.error('the file holds keep: and a list of waivers, nothing else', top)
    key, value = top.value[0]
    found = []
    for one in waivers.stated(key, value, around, more=('file', 'id')):
        if os.path.basename(one.more['file']) != one.more['file']:
            raise InputError(
                f"'file' is the name of a file in the same folder, not '{one.more['file']}'", place
            )
        found.append(Row(one.more['file'], one.more.get('id', ''), one.waiver))
    return tuple(found)
