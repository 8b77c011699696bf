"""Front matter of Markdown: where it stands and what it says of the draft."""

from __future__ import annotations

import re
from typing import NamedTuple

from policycheck.draft_settings import NAMES, SWITCHES, iso_day, setting
from policycheck.errors import InputError
from policycheck.lines import Lines
from policycheck.model import Setting, Waiver

ORIGIN = 'front matter'

OWN = 'policycheck'
"""The key under which front matter speaks to us and not of the draft."""

_OPENING = re.compile(r'---[ \t]*(?:\r\n?|\n)')
_CLOSING = re.compile(r'(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)')
_ENTRY = re.compile(r'([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*?))?[ \t]*')
_PLAIN = re.compile(r"""(?:"([^"\\]*)"|'([^']*)'|([\w(./+](?:[^:#]|:(?!\s|\Z)|(?<!\s)\#)*))""")
_VOID = ('', '~', 'null', 'Null', 'NULL')
_SWITCH_WORDS = {'true': True, 'yes': True, 'on': True, 'false': False, 'no': False, 'off': False}


class FrontMatter(NamedTuple):
    """``end`` is the offset at which the body begins."""

    end: int
    settings: dict[str, Setting]
    waivers: tuple[Waiver, ...] = ()


class _Entry(NamedTuple):
    key: str
    value: str | None
    """None for what is no single value: a list, a mapping."""
    line: int
    waivers: tuple[Waiver, ...] = ()


def read(source: str, start: int, path: str) -> FrontMatter | None:
    """The front matter that begins at ``start``; None where none does.

    A line ``---`` that nothing closes, or that no ``key: value`` follows, is a rule across the
    page and belongs to the post. Raises InputError where the block is no YAML or says something
    of the draft that makes no sense.
    """
    opening = _OPENING.match(source, start)
    closing = _CLOSING.search(source, opening.end()) if opening else None
    if not opening or not closing:
        return None
    block = source[opening.end() : closing.start()]
    entries = _plain_entries(block)
    if entries is None:
        entries = _yaml_entries(source, opening.end(), block, path)
    if entries is None:
        return None
    own = next((entry.waivers for entry in entries if entry.waivers), ())
    return FrontMatter(closing.end(), _settings(entries, path), own)


def _settings(entries: list[_Entry], path: str) -> dict[str, Setting]:
    found: dict[str, Setting] = {}
    keys = set()
    published = None
    for key, value, line, _ in entries:
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
            published = iso_day(value or '')
            continue
        if value is None:
            raise InputError(f'{key} has to be a single value in the front matter', path, line)
        if value in _VOID:
            continue
        meant = _SWITCH_WORDS.get(value.lower(), value) if key in SWITCHES else value
        said = setting(key, meant, ORIGIN, path, line)
        if said:
            found[key] = said
    if published and 'scheduled' not in found:
        found['scheduled'] = Setting(published, ORIGIN)
    return found


def _plain_entries(block: str) -> list[_Entry] | None:
    """Entries of a block of nothing but ``key: value`` lines; None where it takes a YAML parser."""
    entries = []
    lines = Lines(block)
    for number in range(1, len(lines) + 1):
        start, end = lines.span(number)
        row = block[start:end]
        if not row.strip(' ') or row.startswith('#'):
            continue
        entry = _ENTRY.fullmatch(row)
        if not entry:
            return None
        written = entry[2] or ''
        value = _PLAIN.fullmatch(written)
        if written and not value:
            return None
        # 2: the block begins on the second line of the file
        entries.append(_Entry(entry[1], next(filter(None, value.groups()), '') if value else '', number + 1))
    return entries


def _yaml_entries(source: str, start: int, block: str, path: str) -> list[_Entry] | None:
    """Entries of a nested block, which begins at ``start``; None where it is YAML, but no mapping."""
    import yaml

    from policycheck import waivers

    try:
        node = yaml.compose(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as err:
        mark = getattr(err, 'problem_mark', None)
        problem = getattr(err, 'problem', None) or 'nested too deeply'
        line = mark.line + 2 if mark else 2
        raise InputError(
            f'the front matter is not YAML ({problem}); correct it or remove it', path, line
        ) from err
    if not isinstance(node, yaml.MappingNode):
        return None
    return [
        _Entry(
            str(key.value),
            value.value if isinstance(value, yaml.ScalarNode) else None,
            key.start_mark.line + 2,
            waivers.under(key, value, waivers.Around(source, start, path, 2))
            if key.value == OWN and isinstance(value, yaml.CollectionNode)
            else (),
        )
        for key, value in node.value
    ]
