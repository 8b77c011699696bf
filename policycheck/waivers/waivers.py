"""How waivers are written down in YAML: their keys, and the lines that each one takes."""

from __future__ import annotations

import re
from datetime import date

import yaml

from policycheck.errors import InputError
from policycheck.model import Listed, Span, Waiver
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

KEYS = ('rule', 'words', 'reason', 'until', 'by')

_BEFORE = re.compile(r'[ \t]*(?:-[ \t]+)?\Z')
_AFTER = re.compile(r'[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|\Z)')
_DAY = re.compile(r'\d{4}-\d\d-\d\d', re.ASCII)


class Around(NamedTuple):
    """The file that a piece of YAML stands in: where it begins, as an offset and as a line from 1."""

    source: str
    start: int
    path: str
    line: int

    def error(self, message: str, node: yaml.Node) -> InputError:
        """The error of a node, with its line."""
        return InputError(message, self.path, node.start_mark.line + self.line)


class Stated(NamedTuple):
    """A waiver, and the further keys of its entry."""

    waiver: Waiver
    more: dict[str, str]


def under(key: yaml.Node, value: yaml.Node, around: Around) -> tuple[Waiver, ...]:
    """The waivers of the entry ``policycheck: {keep: [...]}``; raises InputError for what is none."""
    if not isinstance(value, yaml.MappingNode):
        raise around.error('policycheck holds keep: and a list of waivers', value)
    found: list[Stated] = []
    for name, inner in _pairs(value, ('keep',), around):
        found += stated(name, inner, around, above=(key, value))
    return tuple(one.waiver for one in found)


def stated(
    key: yaml.Node,
    value: yaml.Node,
    around: Around,
    *,
    more: tuple[str, ...] = (),
    above: tuple[yaml.Node, yaml.Node] | None = None,
) -> list[Stated]:
    """The waivers of a list under a key, in order; ``more`` are further keys that an entry may have.

    ``above`` is the key, and its value, that holds nothing but this list: it goes when the last entry
    does. Raises InputError, with the line, for the first entry that is no waiver.
    """
    if isinstance(value, yaml.ScalarNode) and value.value in ('', '~', 'null'):
        return []
    if not isinstance(value, yaml.SequenceNode):
        raise around.error('keep holds a list of waivers, each with rule, words and reason', value)
    whole = (above and _lines(*above, around)) or _lines(key, value, around)
    spans = [_span(entry, around) for entry in value.value]
    found = []
    for at, entry in enumerate(value.value):
        lines = _lines(entry, entry, around)
        listed = Listed(
            span=spans[at],
            before=spans[at - 1].end if at else None,
            after=spans[at + 1].start if at + 1 < len(spans) else None,
            flow=bool(value.flow_style),
            total=len(spans),
            whole=whole,
        )
        found.append(_stated(entry, (len(spans) == 1 and whole) or lines, listed, more, around))
    return found


def _stated(
    entry: yaml.Node, lines: Span | None, listed: Listed, more: tuple[str, ...], around: Around
) -> Stated:
    if not isinstance(entry, yaml.MappingNode):
        raise around.error('a waiver has keys: rule, words and reason, and until and by where needed', entry)
    nodes = {key.value: value for key, value in _pairs(entry, (*more, *KEYS), around)}
    said: dict[str, str] = {}
    for name, node in nodes.items():
        if not isinstance(node, yaml.ScalarNode):
            raise around.error(f"'{name}' has to be one text; put it in quotes", node)
        said[name] = node.value.strip()
    for name in (*more[:1], 'rule', 'words'):
        if not said.get(name):
            raise around.error(f"the waiver has no '{name}'", entry)
    until = said.get('until', '')
    if until and not _in_calendar(until):
        raise around.error(f"'until' is a date such as 2027-01-31, not '{until}'", nodes['until'])
    waiver = Waiver(
        said['rule'],
        said['words'],
        ' '.join(said.get('reason', '').split()),
        until,
        ' '.join(said.get('by', '').split()),
        around.path,
        _span(nodes['rule'], around),
        lines,
        listed,
    )
    return Stated(waiver, {name: said[name] for name in more if name in said})


def _pairs(
    mapping: yaml.MappingNode, known: Iterable[str], around: Around
) -> list[tuple[yaml.Node, yaml.Node]]:
    """Keys and values of a mapping; raises InputError for a key that is not known, or there twice."""
    seen = set()
    for key, _ in mapping.value:
        if key.value in seen:
            raise around.error(f"'{key.value}' stands twice; keep one", key)
        if key.value not in known:
            # rapidfuzz and pydantic are slow imports for files that are right
            from policycheck.strict_yaml.fields import suggestion

            raise around.error(f"unknown key '{key.value}'{suggestion(str(key.value), known)}", key)
        seen.add(key.value)
    return list(mapping.value)


def _span(node: yaml.Node, around: Around) -> Span:
    """The stretch of the file that a node takes; a block ends where the next thing begins."""
    begin, end = around.start + node.start_mark.index, around.start + node.end_mark.index
    return Span(begin, max(begin, begin + len(around.source[begin:end].rstrip())))


def _lines(first: yaml.Node, last: yaml.Node, around: Around) -> Span | None:
    """The whole lines from one node to the end of another; None where something else stands on them."""
    source = around.source
    begin, end = _span(first, around).start, _span(last, around).end
    line = max(source.rfind('\n', 0, begin), source.rfind('\r', 0, begin)) + 1
    line += source.startswith('\ufeff', line)
    after = _AFTER.match(source, end)
    return Span(line, after.end()) if after and _BEFORE.match(source[line:begin]) else None


def _in_calendar(day: str) -> bool:
    try:
        return bool(_DAY.fullmatch(day)) and bool(date.fromisoformat(day))
    except ValueError:
        return False
