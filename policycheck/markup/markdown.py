"""What of a Markdown text its readers see: the only importer of markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from policycheck.markup.asides import Aside, aside, in_tag, in_template
from policycheck.markup.link_titles import TITLES, defined, in_target
from policycheck.markup.markdown_places import before_cell, of_block, of_cell, one_character_line_ends
from policycheck.markup.references import Written, apart, in_html, in_text
from policycheck.markup.templates import without_templates
from policycheck.records import NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MOST_BRACKETS = 400
"""Brackets in one block above which it is left as it is: the parser's work grows with their square."""

_TAG = re.compile(
    r'<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)'
    r'|</?[a-z](?:[^<>"\']|"[^"]*"|\'[^\']*\')*>|</?[a-z!?][^<>]*>',
    re.DOTALL | re.IGNORECASE,
)


class Seen(NamedTuple):
    """What readers of the published post see of a text.

    ``shown`` has a byte for each character: 1 where they see it, else 0. ``written`` are the signs
    that are written otherwise, in order: escapes and character references, 1 throughout.
    """

    shown: bytearray
    written: list[Written]
    asides: list[Aside]
    cells: list[int]


def seen(text: str) -> Seen:
    """What of a text readers see.

    Emphasis and heading marks, bullets, targets of links and images, code, tags, comments, link
    definitions, table lines, footnote marks and template signs they do not; of a block whose parts
    cannot be placed for certain they see everything. Line ends may be either.
    """
    source = one_character_line_ends(text)
    source, hidden = without_templates(source)
    starts = [0, *(match.end() for match in re.finditer('\n', source))]
    lines = source.split('\n')
    parser = _parser()
    env: dict[str, Any] = {}
    shown = bytearray(len(text))
    written: dict[int, Written] = {}
    asides: list[Aside] = []
    cells: list[int] = []
    used: set[str] = set()
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
            places, cursor = of_cell(token.content, lines[first], starts[first], cursor)
            row = (first, cursor)
            if places and (at := before_cell(source, places[0])) >= 0:
                cells.append(at)
        else:
            places = of_block(token.content, lines[first:last], starts[first:last])
        if places is None or token.content.count('[') + token.content.count('<') > _MOST_BRACKETS:
            end = starts[last] if last < len(starts) else len(text)
            shown[starts[first] : end] = b'\1' * (end - starts[first])
            written |= {one.start: one for one in in_text(source, starts[first], end)}
            continue
        if token.type == 'html_block':
            unseen = [match.span() for match in _TAG.finditer(token.content)]
            signs = in_html(token.content, 0, len(token.content))
            told = [one for begin, end in unseen for one in in_tag(token.content[begin:end], begin)]
        else:
            unseen, signs, told = _unseen(parser, token.content, env, used)
        asides += _asides(token.content, told, places)
        for place in places:
            if place >= 0:
                shown[place] = 1
        for begin, end in unseen:
            for place in places[begin:end]:
                if place >= 0:
                    shown[place] = 0
        for begin, end, sign in signs:
            start, stop = places[begin], places[end - 1] + 1
            if shown[start]:
                shown[start:stop] = b'\1' * (stop - start)
                written[start] = Written(start, stop, sign)
        for place in places if in_table else ():
            # tables take the backslash before a bar away, whatever else stands before it
            if source[place] == '|' and shown[place]:
                shown[place - 1] = 1
                written[place - 1] = Written(place - 1, place + 1, '|')
    asides += _asides(
        source, defined(env.get('references', {}), used, source, starts, parser.helpers), range(len(source))
    )
    for begin, end in hidden:
        # one in code is no template
        if shown[begin]:
            asides += _asides(text, in_template(text[begin:end], begin), range(end))
        shown[begin:end] = bytes(end - begin)
    return Seen(shown, apart(written, shown), sorted(asides, key=lambda one: one.span), cells)


def _asides(content: str, told: Iterable[_Told], places: Sequence[int]) -> list[Aside]:
    found = (
        aside(
            content,
            begin,
            end,
            escape,
            (in_text if escape in TITLES else in_html)(content, begin, end),
            places,
        )
        for begin, end, escape in told
    )
    return [one for one in found if one is not None]


def _show_number(token: Token, line: str, start: int, cursor: int, shown: bytearray) -> int:
    """A list's numbers are read, their dots are not; where in the line the next number is looked for."""
    at = line.find(f'{token.info}{token.markup}', cursor)
    if at < 0 or not token.info:
        return cursor
    end = at + len(token.info)
    shown[start + at : start + end] = b'\1' * len(token.info)
    return end


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
        'entity': _note_written,
        'backticks': _note_code,
        'strikethrough': _note_marks,
        'emphasis': _note_marks,
        'link': _note_link,
        'autolink': _note_autolink,
        'html_inline': _note_tag,
    }
    rules = dict(zip(parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(''), strict=True))
    for name, note in notes.items():
        parser.inline.ruler.at(name, _noting(rules[name], note))
    parser.inline.ruler.at('image', _noting_image(rules['image']))
    return parser


_Rule = Callable[['StateInline', bool], bool]
_Note = Callable[['StateInline', int], None]
_Told = tuple[int, int, str]
"""A text beside the others: where it begins and ends, and how it is written."""


class _Notes:
    """What the rules hid in one block: stretches, and marks that are hidden once they are paired."""

    __slots__ = ('base', 'marks', 'stretches', 'told', 'used', 'written')

    def __init__(self, used: set[str]) -> None:
        self.used = used
        self.told: list[_Told] = []
        self.stretches: list[tuple[int, int]] = []
        self.marks: list[tuple[Token, int, int]] = []
        self.written: list[Written] = []
        self.base = 0
        """Where the text that is parsed begins in the block: a picture's text is parsed by itself."""

    def hide(self, begin: int, end: int) -> None:
        self.stretches.append((self.base + begin, self.base + end))

    def tell(self, told: Iterable[_Told]) -> None:
        self.told += [(self.base + begin, self.base + end, escape) for begin, end, escape in told]


def _unseen(
    parser: MarkdownIt, content: str, env: dict[str, Any], used: set[str]
) -> tuple[list[tuple[int, int]], list[Written], list[_Told]]:
    """The stretches of a block that are not seen, the signs that are written otherwise, what is told beside it."""
    notes = env['notes'] = _Notes(used)
    parser.inline.parse(content, parser, env, [])
    marks = [(begin, end) for token, begin, end in notes.marks if token.type != 'text' or not token.content]
    return notes.stretches + marks, notes.written, notes.told


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
    notes: _Notes = state.env['notes']
    end = state.md.helpers.parseLinkLabel(state, bracket, False)
    notes.hide(start, bracket + 1)
    notes.hide(end, state.pos)
    notes.tell(in_target(state, (bracket + 1, end), notes.used))


def _note_link(state: StateInline, start: int) -> None:
    _note_label(state, start, start)


def _note_escape(state: StateInline, start: int) -> None:
    if state.src[start + 1] == '\n':
        state.env['notes'].hide(start, start + 1)
    else:
        _note_written(state, start)


def _note_written(state: StateInline, start: int) -> None:
    notes: _Notes = state.env['notes']
    token = state.tokens[-1]
    # before a letter a backslash is a backslash
    if token.content != token.markup:
        notes.written.append(Written(notes.base + start, notes.base + state.pos, token.content))


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


def _note_tag(state: StateInline, start: int) -> None:
    state.env['notes'].hide(start, state.pos)
    state.env['notes'].tell(in_tag(state.src[start : state.pos], start))
