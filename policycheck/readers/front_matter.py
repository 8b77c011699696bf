"""Front matter of Markdown: where it stands and what it says of the draft."""

from __future__ import annotations

from policycheck.errors import InputError
from policycheck.lines import Lines
from policycheck.model import Placed, Places, Setting, Waiver
from policycheck.patterns import compiled
from policycheck.readers.draft_settings import NAMES, SWITCHES, any_day, setting
from policycheck.readers.seen_keys import below, is_seen
from policycheck.records import NamedTuple
from policycheck.text import whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import yaml

    from policycheck.waivers.waivers import Around

ORIGIN = 'front matter'

OWN = 'policycheck'
"""The key under which front matter speaks to us and not of the draft."""

_FIRST = 2
"""The line of the file on which a block begins, below the line that opens it."""
_YAML, _TOML = '---', '+++'
_OPENING = r'(?:(---)[ \t]*(ya?ml|toml|json|js|javascript)?|(\+\+\+))[ \t]*(?:\r\n?|\n)'
_CLOSING = {
    _YAML: r'(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)',
    _TOML: r'(?<=[\r\n])\+\+\+[ \t]*(?:\r\n?|\n|\Z)',
}
_ENTRY = {
    _YAML: r'([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*?))?[ \t]*',
    _TOML: r'([A-Za-z_][\w-]*)[ \t]*=[ \t]*(.*?)[ \t]*',
}
_PLAIN = {
    _YAML: r"""(?:"([^"\\]*)"|'([^']*)'|([\w(./+](?:[^:#]|:(?!\s|\Z)|(?<!\s)\#)*))""",
    _TOML: r"""(?:"(?!"")([^"\\]*)"|'(?!'')([^']*)'|(true|false|[\d.]+|\d{4}-\d\d-\d\d[\dT :.Z+-]*))""",
}
_OBJECT = r'\{\s*"(?:[^"\\]|\\.)*"\s*:'
"""How an object of JSON begins; shortcodes do not."""
_END_OF_LINE = r'[ \t]*(?:\r\n?|\n|\Z)'
# values that take no parser to be passed over: lists on a line of their own, and of lines
_LIST = r"""\[(?:[^\[\]{}"'#&*!|>%@`]|(?<=[\[ ])"[^"\\]*"(?=[\], ])|(?<=[\[ ])'[^']*'(?=[\], ]))*\]"""
_ITEM = r"""[ \t]*-[ \t]+(?:"[^"\\]*"|'[^']*'|[\w(./+](?:[^:#]|:(?!\s|\Z)|(?<!\s)\#)*)[ \t]*"""
_VOID = ('', '~', 'null', 'Null', 'NULL')
_SWITCH_WORDS = {'true': True, 'yes': True, 'on': True, 'false': False, 'no': False, 'off': False}


_NESTED = ''
"""The key of what readers see of a list or map: it says nothing of the draft."""


class FrontMatter(NamedTuple):
    """``end`` is the offset at which the body begins, ``heads`` what of the block readers see."""

    end: int
    settings: dict[str, Setting]
    waivers: tuple[Waiver, ...] = ()
    heads: tuple[tuple[str, Placed], ...] = ()


class _Entry(NamedTuple):
    key: str
    value: str | None
    """None for what is no single value: a list, a mapping."""
    line: int
    waivers: tuple[Waiver, ...] = ()
    placed: Placed | None = None
    """Where the value stands, of those that readers see."""


def read(source: str, start: int, path: str) -> FrontMatter | None:
    """The front matter that begins at ``start``: YAML (``---``), TOML (``+++``), JSON; None where none does.

    After ``---`` a language may be named (yaml, toml, json, js), as gray-matter has it for Eleventy: of one in
    JavaScript nothing is known. Hugo's JSON has nothing before its first brace.
    A line ``---`` that nothing closes, or that no ``key: value`` follows, is a rule across the
    page and belongs to the post. Raises InputError where the block is none of these or says
    something of the draft that makes no sense.
    """
    opening = compiled(_OPENING).match(source, start)
    closing = compiled(_CLOSING[opening[1] or _TOML]).search(source, opening.end()) if opening else None
    if not opening or not closing:
        return _object(source, start, path) if source.startswith('{', start) else None
    block, named = source[opening.end() : closing.start()], opening[2] or ''
    if named in ('js', 'javascript'):
        return FrontMatter(closing.end(), {})
    kind = _TOML if opening[3] or named == 'toml' else _YAML
    entries = None if named == 'json' else _plain_entries(block, opening.end(), kind)
    if entries is None:
        if named == 'json':
            _check_json(block, path)
            # between the values of JSON there may be tabs, of YAML not; inside them there is none
            block = block.replace('\t', ' ')
        read_all = _yaml_entries if kind == _YAML else _toml_entries
        entries = read_all(source, opening.end(), block, path)
    return None if entries is None else _said(entries, closing.end(), path)


def _object(source: str, start: int, path: str) -> FrontMatter | None:
    """Front matter that is an object of JSON; None where more stands on its last line, or it is a shortcode."""
    if not compiled(_OBJECT).match(source, start):
        return None
    import json

    try:
        _, end = json.JSONDecoder().raw_decode(source, start)
    except (ValueError, RecursionError) as err:
        raise _no_json(err, 0, path) from err
    after = compiled(_END_OF_LINE).match(source, end)
    # as YAML, which is where values keep their places; between those of JSON there may be tabs
    entries = _yaml_entries(source, start, source[start:end].replace('\t', ' '), path, 1) if after else None
    return None if entries is None or after is None else _said(entries, after.end(), path)


def _said(entries: list[_Entry], end: int, path: str) -> FrontMatter:
    own = next((entry.waivers for entry in entries if entry.waivers), ())
    heads = {
        # what an alias names is one value, tables of TOML are in no order
        entry.placed.places.starts[0]: (entry.value, entry.placed)
        for entry in entries
        if entry.placed and entry.value and entry.value.strip() and entry.value not in _VOID
    }
    return FrontMatter(end, _settings(entries, path), own, tuple(heads[at] for at in sorted(heads)))


def _settings(entries: list[_Entry], path: str) -> dict[str, Setting]:
    found: dict[str, Setting] = {}
    keys = set()
    published = None
    for key, value, line, *_ in entries:
        if key not in NAMES and key not in ('date', OWN):
            continue
        if key in keys:
            raise InputError(f'{key} stands twice in the front matter; keep one', path, line)
        keys.add(key)
        if key == OWN:
            if value not in (None, *_VOID):
                raise InputError(f'{OWN} holds keep: and a list of waivers, not a text', path, line)
            continue
        if key == 'date':
            # other programs write dates of every shape here: one we cannot read says nothing
            published = any_day(value or '')
            continue
        if value in _VOID or (value is None and key == 'title'):
            continue
        if value is None:
            raise InputError(f'{key} has to be a single value in the front matter', path, line)
        meant = _SWITCH_WORDS.get(value.lower(), value) if key in SWITCHES else value
        said = setting(key, meant, ORIGIN, path, line)
        if said:
            found[key] = said
    if published and 'scheduled' not in found:
        found['scheduled'] = Setting(published, ORIGIN)
    return found


def _plain_entries(block: str, start: int, kind: str) -> list[_Entry] | None:
    """Entries of a block of nothing but lines ``key: value``, and lists that are not ours to read.

    None where it takes a parser.
    """
    entries: list[_Entry] = []
    lines = Lines(block)
    for number in range(1, len(lines) + 1):
        begin, end = lines.span(number)
        row = block[begin:end]
        if not row.strip(' ') or row.startswith('#'):
            continue
        entry = compiled(_ENTRY[kind]).fullmatch(row)
        if not entry:
            last = entries[-1] if entries else None
            if kind == _TOML or last is None or last.value or not compiled(_ITEM).fullmatch(row):
                return None
            if last.value is not None:
                entries[-1] = last._replace(value=None)
            continue
        written = entry[2] or ''
        value = compiled(_PLAIN[kind]).fullmatch(written)
        found = _Entry(entry[1], '', number - 1 + _FIRST)
        if value:
            group = value.lastindex or 1
            found = found._replace(value=value[group])
            if value[group] and is_seen(entry[1]):
                at = start + begin + entry.start(2) + value.start(group)
                escape = _ESCAPES[kind][group - 1]
                places = Places(
                    range(at, at + len(value[group])),  # type: ignore[arg-type]
                    range(at + 1, at + len(value[group]) + 1),  # type: ignore[arg-type]
                )
                found = found._replace(placed=Placed(places, escape))
        elif written:
            if not compiled(_LIST).fullmatch(written):
                return None
            found = found._replace(value=None)
        entries.append(found)
    if any(one.value is None and (one.key in (*NAMES, 'date', OWN) or is_seen(one.key)) for one in entries):
        return None
    return entries


_ESCAPES = {
    _YAML: ('yaml double', 'yaml single', 'yaml plain'),
    _TOML: ('toml basic', 'toml literal', 'toml literal'),
}
"""How the groups of _PLAIN are written."""


def _check_json(block: str, path: str) -> None:
    """Raises InputError for a block that is no JSON, which else is YAML too."""
    import json

    try:
        json.loads(block if block.strip() else '{}')
    except (ValueError, RecursionError) as err:
        raise _no_json(err, 1, path) from err


def _no_json(err: Exception, above: int, path: str) -> InputError:
    """What is wrong with JSON that has some lines above it."""
    problem, line = getattr(err, 'msg', 'nested too deeply'), getattr(err, 'lineno', 1) + above
    return InputError(f'the front matter is not JSON ({problem}); correct it or remove it', path, line)


def _yaml_entries(source: str, start: int, block: str, path: str, first: int = _FIRST) -> list[_Entry] | None:
    """Entries of a nested block, which begins at ``start`` on line ``first``; None where it is YAML, but no mapping."""
    import yaml

    from policycheck.strict_yaml.yaml_places import placed

    try:
        node = yaml.compose(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as err:
        mark = getattr(err, 'problem_mark', None)
        problem = getattr(err, 'problem', None) or 'nested too deeply'
        line = mark.line + first if mark else first
        raise InputError(
            f'the front matter is not YAML ({problem}); correct it or remove it', path, line
        ) from err
    if not isinstance(node, yaml.MappingNode):
        return None

    def where(value: yaml.ScalarNode) -> Placed | None:
        begin, end = start + value.start_mark.index, start + value.end_mark.index
        return placed(source, begin, end, value.value, value.style)

    return list(_entries(node, waivers_around(source, start, path, first), where))


def _toml_entries(source: str, start: int, block: str, path: str) -> list[_Entry]:
    """Entries of a block with tables or texts of several lines, which begins at ``start``."""
    from policycheck.strict_yaml import toml_nodes

    try:
        node = toml_nodes.compose(block)
    except toml_nodes.FaultError as err:
        raise InputError(
            f'the front matter is not TOML ({err}); correct it or remove it', path, err.line - 1 + _FIRST
        ) from err

    def where(value: yaml.ScalarNode) -> Placed | None:
        return toml_nodes.placed(source, start + value.start_mark.index, start + value.end_mark.index, value)

    return list(_entries(node, waivers_around(source, start, path), where))


def waivers_around(source: str, start: int, path: str, first: int = _FIRST) -> Around:
    """The file that front matter stands in, as waivers want it; the block begins on line ``first``."""
    from policycheck.waivers.waivers import Around

    return Around(source, start, path, first)


def _entries(
    node: yaml.MappingNode, around: Around, where: Callable[[yaml.ScalarNode], Placed | None]
) -> Iterator[_Entry]:
    import yaml

    from policycheck.waivers import waivers

    for key, value in node.value:
        single = value if isinstance(value, yaml.ScalarNode) else None
        if single:
            single.value = whole(single.value)
        own = key.value == OWN and isinstance(value, yaml.CollectionNode)
        yield _Entry(
            str(key.value),
            single.value if single else None,
            key.start_mark.line + around.line,
            waivers.under(key, value, around) if own else (),
            where(single) if single and is_seen(str(key.value)) else None,
        )
        if not single and key.value != OWN:
            for one in below(value, str(key.value)):
                one.value = whole(one.value)
                yield _Entry(_NESTED, one.value, one.start_mark.line + around.line, placed=where(one))
