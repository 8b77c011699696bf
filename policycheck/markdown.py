"""What of a Markdown text its readers see: the only importer of markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from policycheck.templates import without_templates

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MOST_BRACKETS = 400
"""Brackets in one block above which it is left as it is: the parser's work grows with their square."""

_TAG = re.compile(
    r'<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-z!?][^<>]*>', re.DOTALL | re.IGNORECASE
)
_ESCAPABLE = frozenset('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\n')
_ENDS_CELL = re.compile(r'[ \t]*(?:\||$)')


def seen(text: str) -> bytearray:
    """One byte for each character of a text: 1 where readers of the published post see it, else 0.

    Emphasis and heading marks, bullets, targets of links and images, code, tags, comments, link
    definitions, table lines, footnote marks and template signs are 0; a block whose parts cannot
    be placed for certain is 1 throughout. Line ends may be either.
    """
    source = _one_character_line_ends(text)
    source, hidden = without_templates(source)
    starts = [0, *(match.end() for match in re.finditer('\n', source))]
    lines = source.split('\n')
    parser = _parser()
    env: dict[str, Any] = {}
    shown = bytearray(len(text))
    row = number = (-1, 0)
    in_table = False
    for token in parser.parse(source, env):
        if token.type in ('table_open', 'table_close'):
            in_table = token.type == 'table_open'
        if token.map is None or token.type not in ('inline', 'html_block', 'list_item_open'):
            continue
        first, last = token.map
        if token.type == 'list_item_open':
            cursor = number[1] if number[0] == first else 0
            number = (first, _show_number(token, lines[first], starts[first], cursor, shown))
            continue
        if in_table:
            cursor = row[1] if row[0] == first else 0
            places, cursor = _cell(token.content, lines[first], starts[first], cursor)
            row = (first, cursor)
        else:
            places = _places(token, lines[first:last], starts[first:last])
        if places is None or token.content.count('[') + token.content.count('<') > _MOST_BRACKETS:
            end = starts[last] if last < len(starts) else len(text)
            shown[starts[first] : end] = b'\1' * (end - starts[first])
            continue
        if token.type == 'html_block':
            unseen = iter([match.span() for match in _TAG.finditer(token.content)])
        else:
            unseen = _unseen(parser, token.content, env)
        for place in places:
            if place >= 0:
                shown[place] = 1
        for begin, end in unseen:
            for place in places[begin:end]:
                if place >= 0:
                    shown[place] = 0
    for begin, end in hidden:
        shown[begin:end] = bytes(end - begin)
    return shown


def _one_character_line_ends(text: str) -> str:
    if '\r' in text:
        # a backslash must stay next to its line end, where it breaks the line
        text = text.replace('\\\r\n', '\\\n ').replace('\r\n', ' \n').replace('\r', '\n')
    return text.replace('\0', '\ufffd')


def _show_number(token: Token, line: str, start: int, cursor: int, shown: bytearray) -> int:
    """A list's numbers are read, their dots are not; where in the line the next number is looked for."""
    at = line.find(f'{token.info}{token.markup}', cursor)
    if at < 0 or not token.info:
        return cursor
    end = at + len(token.info)
    shown[start + at : start + end] = b'\1' * len(token.info)
    return end


def _places(token: Token, lines: list[str], starts: list[int]) -> list[int] | None:
    """Where in the text each character of a block's content is, -1 for none; None if that is not sure.

    A line of the content is the end of a line of the text, but for blanks and for the closing
    signs of a heading.
    """
    places: list[int] = []
    contents = token.content.split('\n')
    # a no-break space alone in a line is no blank line, yet the parser strips it from a paragraph's start
    skipped = next((i for i, line in enumerate(lines) if line.strip()), 0)
    for i, content in enumerate(contents, skipped if contents[0].strip() else 0):
        core = content.strip()
        before = len(content) - len(content.lstrip())
        if not core:
            places.extend([-1] * (len(content) + 1))
            continue
        if i >= len(lines):
            return None
        line = lines[i].rstrip()
        at = len(line) - len(core)
        if not line.endswith(core):
            opening = line.find('#')
            at = line.find(core, opening + 1)
            if opening < 0 or at < 0 or (line[opening:at] + line[at + len(core) :]).strip('# \t'):
                return None
        start = starts[i] + at
        places.extend([-1] * before)
        places.extend(range(start, start + len(core)))
        places.extend([-1] * (len(content) - before - len(core) + 1))
    return places


def _cell(content: str, line: str, start: int, cursor: int) -> tuple[list[int] | None, int]:
    """Where a table cell's characters are, and where in the line the next cell is looked for."""
    if not content:
        return [], cursor
    escaped = content.replace('|', '\\|')
    at = line.find(escaped, cursor)
    while at >= 0 and not _ENDS_CELL.match(line, at + len(escaped)):
        at = line.find(escaped, at + 1)
    if at < 0:
        return None, cursor
    places = []
    place = start + at
    for sign in content:
        if sign == '|':
            place += 1
        places.append(place)
        place += 1
    return places, at + len(escaped)


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and struck-through text; every inline rule notes where it acted."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt('commonmark').enable(['table', 'strikethrough'])
    # inline content is parsed block by block in _unseen, marks must stay tokens of their own
    parser.core.ruler.disable(['inline', 'text_join'])
    parser.inline.ruler2.disable(['fragments_join'])
    notes: dict[str, _Note] = {
        'escape': _note_escape,
        'backticks': _note_code,
        'strikethrough': _note_marks,
        'emphasis': _note_marks,
        'link': _note_link,
        'autolink': _note_autolink,
        'html_inline': _note_whole,
    }
    rules = dict(zip(parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(''), strict=True))
    for name, note in notes.items():
        parser.inline.ruler.at(name, _noting(rules[name], note))
    parser.inline.ruler.at('image', _noting_image(rules['image']))
    return parser


_Rule = Callable[['StateInline', bool], bool]
_Note = Callable[['StateInline', int], None]


class _Notes:
    """What the rules hid in one block: stretches, and marks that are hidden once they are paired."""

    __slots__ = ('base', 'marks', 'stretches')

    def __init__(self) -> None:
        self.stretches: list[tuple[int, int]] = []
        self.marks: list[tuple[Token, int, int]] = []
        self.base = 0
        """Where the text that is parsed begins in the block: a picture's text is parsed by itself."""

    def hide(self, begin: int, end: int) -> None:
        self.stretches.append((self.base + begin, self.base + end))


def _unseen(parser: MarkdownIt, content: str, env: dict[str, Any]) -> Iterator[tuple[int, int]]:
    notes = env['notes'] = _Notes()
    parser.inline.parse(content, parser, env, [])
    yield from notes.stretches
    for token, begin, end in notes.marks:
        if token.type != 'text' or not token.content:
            yield begin, end


def _noting(rule: _Rule, note: _Note) -> _Rule:
    def acted(state: StateInline, silent: bool) -> bool:
        start = state.pos
        done = rule(state, silent)
        if done and not silent:
            note(state, start)
        return done

    return acted


def _noting_image(rule: _Rule) -> _Rule:
    def acted(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, silent)
        start = state.pos
        notes: _Notes = state.env['notes']
        notes.base += start + 2
        done = rule(state, silent)
        notes.base -= start + 2
        if done:
            _note_label(state, start, start + 1)
        return done

    return acted


def _note_label(state: StateInline, start: int, bracket: int) -> None:
    end = state.md.helpers.parseLinkLabel(state, bracket, False)
    state.env['notes'].hide(start, bracket + 1)
    state.env['notes'].hide(end, state.pos)


def _note_link(state: StateInline, start: int) -> None:
    _note_label(state, start, start)


def _note_escape(state: StateInline, start: int) -> None:
    # before any other sign a backslash is a backslash
    if state.src[start + 1] in _ESCAPABLE:
        state.env['notes'].hide(start, start + 1)


def _note_code(state: StateInline, start: int) -> None:
    if not state.pending and state.tokens and state.tokens[-1].type == 'code_inline':
        state.env['notes'].hide(start, state.pos)


def _note_marks(state: StateInline, start: int) -> None:
    notes: _Notes = state.env['notes']
    end = state.pos
    for token in reversed(state.tokens):
        if end <= start:
            break
        begin = end - len(token.content)
        notes.marks.append((token, notes.base + begin, notes.base + end))
        end = begin


def _note_autolink(state: StateInline, start: int) -> None:
    state.env['notes'].hide(start, start + 1)
    state.env['notes'].hide(state.pos - 1, state.pos)


def _note_whole(state: StateInline, start: int) -> None:
    state.env['notes'].hide(start, state.pos)
