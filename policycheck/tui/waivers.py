"""What is kept, in the front matter of a file: ``policycheck: {keep: [{rule, words, reason, until, by}]}``."""

from __future__ import annotations

import json
import re

from policycheck.errors import InputError
from policycheck.model import Draft
from policycheck.readers import escapes, front_matter
from policycheck.screened import has
from policycheck.tui.keeps import Kept

_FIELDS = ('rule', 'words', 'reason', 'until', 'by')
_OPENING = re.compile(r'(\ufeff?)(---(?:[ \t]*ya?ml)?|\+\+\+)[ \t]*(\r\n?|\n)')
_CLOSING = re.compile(r'(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)')
_TOML_CLOSING = re.compile(r'(?<=[\r\n])\+\+\+[ \t]*(?:\r\n?|\n|\Z)')
_BLANK_LINE = re.compile(r'(?<=\n)[ \t]*\r?\n\Z')
_LINE_END = re.compile(r'[ \t]*(?:\r\n?|\n)')
_OWN = re.compile(r'^policycheck[ \t]*:.*(?:(?:\r\n?|\n)(?:[ \t]+.*|[ \t]*|-.*))*', re.MULTILINE)


def read_keeps(head: str, path: str) -> list[Kept]:
    """What a file's front matter says is kept; raises InputError for what says it wrongly."""
    found = front_matter.read(head, int(head.startswith('\ufeff')), path)
    return [
        Kept(one.rule, one.words, reason=one.reason, by=one.by, until=one.until)
        for one in (found.waivers if found else ())
    ]


def with_keeps(head: str, keeps: list[Kept], text: str) -> str:
    """Front matter that states what is kept, all else in it letter by letter as it was.

    Entries whose words no longer stand in the text or in a title are left out.
    """
    found = front_matter.read(head, int(head.startswith('\ufeff')), '')
    heads = found.heads if found else ()
    seen = [
        Draft('', '', text, text, 'markdown'),
        *(Draft('', '', head, title, places=placed.places) for title, placed in heads),
    ]
    entries = [_fields(one) for one in dict.fromkeys(keeps) if any(has(draft, one.words) for draft in seen)]
    opening = _OPENING.match(head)
    if opening and opening[2] == '+++':
        return _in_toml(head, entries, opening)
    if opening is None and found:
        if entries == [_fields(one) for one in read_keeps(head, '')]:
            return head
        raise InputError(
            'reasons are written into front matter in YAML or TOML alone; put yours into policycheck.keep.yaml'
        )
    if opening is None:
        if not entries:
            return head
        mark = '\ufeff' if head.startswith('\ufeff') else ''
        end = '\r\n' if '\r\n' in text else '\n'
        return f'{mark}---\n{_block(entries)}---\n'.replace('\n', end)
    block = _block(entries).replace('\n', opening[3])
    own = _own(head, opening.end())
    if own is not None:
        start, stop = own
        return head[:start] + block + (head[stop:] if block else head[stop:].lstrip('\r\n'))
    closing = list(_CLOSING.finditer(head, opening.end()))[-1]
    return head[: closing.start()] + block + head[closing.start() :]


def _fields(one: Kept) -> dict[str, str]:
    return {key: value for key in _FIELDS if (value := getattr(one, key))}


def _in_toml(head: str, entries: list[dict[str, str]], opening: re.Match[str]) -> str:
    """The same in TOML: a table for each entry, after all that is there.

    Raises InputError where the old entries share their lines with something else.
    """
    found = front_matter.read(head, opening.end(1), '')
    kept = found.waivers if found else ()
    spans = {one.lines for one in kept}
    if None in spans:
        raise InputError(
            'the waivers in this front matter share their lines; write each as a table [[policycheck.keep]]'
        )
    written = escapes.ESCAPES['toml basic']
    block = ''.join(
        '\n[[policycheck.keep]]\n' + ''.join(f'{key} = "{written(value)}"\n' for key, value in entry.items())
        for entry in entries
    ).replace('\n', opening[3])
    for span in sorted((one for one in spans if one), reverse=True):
        start, stop = span
        # the blank line before a table goes with it
        blank = _BLANK_LINE.search(head, 0, start)
        head = head[: blank.start() if blank else start] + head[stop:]
    closing = list(_TOML_CLOSING.finditer(head, opening.end()))[-1]
    return head[: closing.start()] + block + head[closing.start() :]


def _own(head: str, start: int) -> tuple[int, int] | None:
    """Where the entry ``policycheck:`` stands in front matter, its last line end included."""
    found = _OWN.search(head, start)
    if found is None:
        return None
    written = found[0].rstrip()
    stop = found.start() + len(written)
    line_end = _LINE_END.match(head, stop)
    return found.start(), line_end.end() if line_end else stop


def _block(entries: list[dict[str, str]]) -> str:
    if not entries:
        return ''
    lines = ['policycheck:', '  keep:']
    for entry in entries:
        # JSON is YAML too, and nothing in it can be mistaken for another type
        shown = ', '.join(f'{key}: {json.dumps(value, ensure_ascii=False)}' for key, value in entry.items())
        lines.append(f'    - {{{shown}}}')
    return '\n'.join(lines) + '\n'
