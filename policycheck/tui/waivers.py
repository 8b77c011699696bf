"""What is kept, in the front matter of a file: ``policycheck: {keep: [{rule, words, reason, until, by}]}``."""

from __future__ import annotations

import json
import re
from typing import Any

from policycheck.errors import InputError
from policycheck.tui.keeps import Kept

_FIELDS = ('rule', 'words', 'reason', 'until', 'by')
_OPENING = re.compile(r'(\ufeff?)---[ \t]*(\r\n?|\n)')
_CLOSING = re.compile(r'(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)')
_OWN = re.compile(r'^policycheck[ \t]*:.*(?:(?:\r\n?|\n)(?:[ \t]+.*|[ \t]*|-.*))*', re.MULTILINE)


def read_keeps(head: str, path: str) -> list[Kept]:
    """What a file's front matter says is kept; what is not of that shape is left to others to complain of."""
    own = _stated(head, path).get('keep')
    if not isinstance(own, list):
        return []
    found = []
    for one in own:
        if isinstance(one, dict) and isinstance(one.get('rule'), str) and isinstance(one.get('words'), str):
            said = {key: str(one.get(key) or '') for key in ('reason', 'until', 'by')}
            found.append(Kept(one['rule'], one['words'], '', **said))
    return found


def with_keeps(head: str, keeps: list[Kept], text: str, path: str) -> str:
    """Front matter that states what is kept, all else in it letter by letter as it was.

    Entries whose words no longer stand in the text are left out. Raises InputError for front matter
    that cannot be written to.
    """
    entries = [
        {key: value for key in _FIELDS if (value := getattr(one, key))}
        for one in dict.fromkeys(keeps)
        if one.words in text
    ]
    stated = _stated(head, path)
    others = {key: value for key, value in stated.items() if key != 'keep'}
    if not entries and 'keep' not in stated:
        return head
    block = _block(entries, others)
    opening = _OPENING.match(head)
    if opening is None:
        if not block:
            return head
        mark = '\ufeff' if head.startswith('\ufeff') else ''
        end = '\r\n' if '\r\n' in text else '\n'
        return f'{mark}---\n{block}---\n'.replace('\n', end)
    end = opening[2]
    block = block.replace('\n', end)
    own = _own(head, opening.end())
    if own is not None:
        start, stop = own
        tail = head[stop:]
        return head[:start] + block + tail.lstrip('\r\n') if not block else head[:start] + block + tail
    closing = list(_CLOSING.finditer(head, opening.end()))[-1]
    return head[: closing.start()] + block + head[closing.start() :]


def _own(head: str, start: int) -> tuple[int, int] | None:
    """Where the entry ``policycheck:`` stands in front matter, its last line end included."""
    found = _OWN.search(head, start)
    if found is None:
        return None
    written = found[0].rstrip()
    stop = found.start() + len(written)
    line_end = re.compile(r'\r\n?|\n').match(head, stop) or re.compile(r'[ \t]*(?:\r\n?|\n)').match(
        head, stop
    )
    return found.start(), line_end.end() if line_end else stop


def _block(entries: list[dict[str, str]], others: dict[str, Any]) -> str:
    if not entries and not others:
        return ''
    lines = ['policycheck:']
    # JSON is YAML too, and nothing in it can be mistaken for another type
    lines += [
        f'  {json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}'
        for key, value in others.items()
    ]
    if entries:
        lines.append('  keep:')
        for entry in entries:
            shown = ', '.join(
                f'{key}: {json.dumps(value, ensure_ascii=False)}' for key, value in entry.items()
            )
            lines.append(f'    - {{{shown}}}')
    return '\n'.join(lines) + '\n'


def _stated(head: str, path: str) -> dict[str, Any]:
    opening = _OPENING.match(head)
    if opening is None or 'policycheck' not in head:
        return {}
    import yaml

    closing = list(_CLOSING.finditer(head, opening.end()))[-1]
    try:
        block = yaml.load(head[opening.end() : closing.start()], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as err:
        raise InputError('the front matter is not YAML; correct it or remove it', path) from err
    own = block.get('policycheck') if isinstance(block, dict) else None
    return own if isinstance(own, dict) else {}
