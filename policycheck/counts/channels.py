"""What a channel allows: rules/channels.yaml to one record a channel."""

from __future__ import annotations

from policycheck.errors import InputError
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

COUNTINGS = ('plain', 'x', 'bluesky', 'mastodon')
"""Ways of counting a post's length, see lengths.py."""


class Channel(NamedTuple):
    """What a place of publication allows and counts; a None says that it sets no such limit.

    ``limit``: the longest post in the unit of ``counting``; ``bytes_limit``: in UTF-8 bytes;
    ``visible``: how much is shown before "more"; ``url_length``: what every address counts;
    ``hashtags``: how many at most are good practice; ``hashtags_limit``: how many the channel takes;
    ``reply``: the draft is an answer (set by the caller: ``channel._replace(reply=True)``).
    """

    id: str
    name: str
    limit: int | None = None
    counting: str = 'plain'
    bytes_limit: int | None = None
    url_length: int | None = None
    visible: int | None = None
    hashtags: int | None = None
    hashtags_limit: int | None = None
    title_limit: int | None = None
    comment_limit: int | None = None
    reply: bool = False
    source: str = ''
    checked: str = ''
    unsourced: tuple[str, ...] = ()
    """Fields whose number no stored source confirms."""


OTHER = Channel('other', 'other')

_NUMBERS = (
    'limit',
    'bytes_limit',
    'url_length',
    'visible',
    'hashtags',
    'hashtags_limit',
    'title_limit',
    'comment_limit',
)
_TEXTS = ('name', 'counting', 'source', 'checked')


def read(text: str, path: str) -> dict[str, Channel]:
    """The channels of a file's text by id, in its order.

    Raises InputError for what is not a channel, at its line.
    """
    import yaml

    try:
        root = yaml.compose(text, Loader=getattr(yaml, 'CBaseLoader', yaml.BaseLoader))
    except yaml.YAMLError as err:
        mark = getattr(err, 'problem_mark', None)
        # what is missing at the end is missing in the last line
        last = len(text.splitlines())
        raise InputError('not YAML', path, min(mark.line + 1, last) if mark else None) from err
    return {id: _channel(id, node, path) for id, node in _pairs(root, path)}


def _line(node: Any) -> int | None:
    return None if node is None else int(node.start_mark.line) + 1


def _pairs(node: Any, path: str) -> list[tuple[str, Any]]:
    if node is None or node.id != 'mapping':
        raise InputError('expected keys and values', path, _line(node))
    found: dict[str, Any] = {}
    for key, value in node.value:
        if key.id != 'scalar':
            raise InputError('a key must be a text', path, _line(key))
        if key.value in found:
            raise InputError(f'{key.value!r} stands here twice', path, _line(key))
        found[key.value] = value
    return list(found.items())


def _channel(id: str, node: Any, path: str) -> Channel:
    fields: dict[str, Any] = {}
    for key, value in _pairs(node, path):
        content = value.value
        if key in _NUMBERS:
            if not (isinstance(content, str) and content.isascii() and content.isdigit()):
                raise InputError(f'{key!r} must be a whole number', path, _line(value))
            fields[key] = int(content)
        elif key in _TEXTS:
            if not isinstance(content, str):
                raise InputError(f'{key!r} must be a text', path, _line(value))
            fields[key] = content
        elif key == 'unsourced':
            if value.id != 'sequence' or any(part.value not in _NUMBERS for part in value.value):
                raise InputError("'unsourced' must be a list of keys that hold numbers", path, _line(value))
            fields[key] = tuple(part.value for part in value.value)
        else:
            raise InputError(f'unknown key {key!r}', path, _line(value))
    if fields.get('counting', 'plain') not in COUNTINGS:
        raise InputError(f"'counting' must be one of {', '.join(COUNTINGS)}", path, _line(node))
    if 'name' not in fields:
        raise InputError(f'channel {id!r} has no name', path, _line(node))
    return Channel(id, **fields)
