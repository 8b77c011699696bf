"""The draft while it is written: an editor whose flags are underlined and follow every edit."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.document._document import Location, Selection
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from policycheck.tui.follow import Item, rebased
from policycheck.tui.look import RIGHTS, Look
from policycheck.tui.themes import LEVEL_NAMES

_DRAWN = {1: 'note', 2: 'advice', 3: 'warn', 4: 'stop', RIGHTS: 'rights'}
# What a terminal would obey, or what turns and hides text: one sign each, so that columns stay.
_UNSEEN = re.compile(
    '[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]'
)


class DraftArea(TextArea):
    """An editor of plain text with ``items``, the flags at their present places."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f'mark--{name}' for name in LEVEL_NAMES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding('ctrl+a', 'select_all', show=False),
        Binding('ctrl+home', 'to_end(-1)', show=False),
        Binding('ctrl+end', 'to_end(1)', show=False),
        Binding('ctrl+shift+home', 'to_end(-1, True)', show=False),
        Binding('ctrl+shift+end', 'to_end(1, True)', show=False),
        Binding('f6', 'app.focus_next', show=False),
        Binding('f7', 'screen.visit(-1)', show=False),
    ]

    class Moved(Message):
        """The cursor or the text has changed; ``edited`` says which."""

        def __init__(self, edited: bool) -> None:
            super().__init__()
            self.edited = edited

    def __init__(self, text: str, look: Look, *, blink: bool, id: str) -> None:
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            tab_behavior='focus',
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=look.say('draft.empty'),
        )
        self.cursor_blink = blink
        self._look = look
        self.items: list[Item] = []
        self.current: Item | None = None
        self.bare = False
        self.kept: frozenset[tuple[str, int, int]] = frozenset()
        self.revision = 0
        self._marked = self.text
        self._starts: list[int] | None = None

    # every way in which the text can change, all of them public: see follow.rebased
    def edit(self, edit: Edit) -> Any:
        """An edit by key or program; the flags move along."""
        done = super().edit(edit)
        self._follow()
        return done

    def undo(self) -> None:
        """Takes the last edits back."""
        super().undo()
        self._follow()

    def redo(self) -> None:
        """Does again what was taken back."""
        super().redo()
        self._follow()

    def load_text(self, text: str) -> None:
        """Another text; its flags are to be found anew."""
        super().load_text(text)
        if hasattr(self, 'items'):
            self._follow()

    def _follow(self) -> None:
        new = self.text
        if new == self._marked:
            return
        self.items = rebased(self.items, self._marked, new)
        if self.current is not None:
            self.current = next(iter(rebased([self.current], self._marked, new)), None)
        self._marked = new
        self._starts = None
        self.revision += 1
        self.notify_style_update()
        self.post_message(self.Moved(edited=True))

    def show_items(self, items: list[Item]) -> None:
        """Draws these flags, if they are not drawn already."""
        if items == self.items:
            return
        self.items = items
        self._redraw()

    def show_kept(self, places: frozenset[tuple[str, int, int]]) -> None:
        """Draws the flags at these places as lightly as notes."""
        if places != self.kept:
            self.kept = places
            self._redraw()

    def show_current(self, item: Item | None) -> None:
        """Draws one flag as the one that is spoken of."""
        if item != self.current:
            self.current = item
            self._redraw()

    def show_bare(self, bare: bool) -> None:
        """Draws the text without flags, or with them again."""
        self.bare = bare
        self._redraw()

    def _redraw(self) -> None:
        # public, and it empties the cache of lines too
        self.notify_style_update()
        self.refresh()

    def starts(self) -> list[int]:
        """Offset at which each line begins."""
        if self._starts is None:
            gap = len(self.document.newline)
            at, self._starts = 0, []
            for line in self.document.lines:
                self._starts.append(at)
                at += len(line) + gap
        return self._starts

    def offset_at(self, location: Location) -> int:
        """The offset of a row and column."""
        row, column = location
        return self.starts()[row] + column

    def location(self, offset: int) -> Location:
        """Row and column of an offset."""
        row = max(bisect_right(self.starts(), offset) - 1, 0)
        return row, min(offset - self.starts()[row], len(self.document.get_line(row)))

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: what a terminal would obey replaced sign by sign, flags underlined."""
        raw = self.document.get_line(line_index)
        line = Text(_UNSEEN.sub(_picture, raw), end='', no_wrap=True)
        if self.bare or not self.items:
            return line
        start = self.starts()[line_index]
        end = start + len(line)
        for item in sorted(self.items, key=lambda one: one.level if one.level != RIGHTS else 0):
            if item.start < end and item.end > start:
                name = 'note' if item.place in self.kept else _DRAWN[item.level]
                style = self.get_component_rich_style(f'mark--{name}', partial=True)
                line.stylize(style, max(item.start - start, 0), item.end - start)
        if self.current is not None and self.current.start < end and self.current.end > start:
            line.stylize('reverse', max(self.current.start - start, 0), self.current.end - start)
        return line

    def item_at(self, offset: int) -> Item | None:
        """The flag at an offset, the gravest where there are several, a notice of rights last."""
        here = [item for item in self.items if item.start <= offset < max(item.end, item.start + 1)]
        return max(here, key=lambda item: item.level if item.level != RIGHTS else 0, default=None)

    def word_at_cursor(self) -> tuple[int, int]:
        """The place of the word that the cursor stands in or behind; empty between words."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        first = last = column
        while first and (line[first - 1].isalnum() or line[first - 1] in "'-"):
            first -= 1
        while last < len(line) and (line[last].isalnum() or line[last] in "'-"):
            last += 1
        start = self.starts()[row]
        return start + first, start + last

    def go_to(self, item: Item) -> None:
        """Puts the cursor on a flag and shows it in the middle."""
        self.selection = Selection.cursor(self.location(max(item.start, 0)))
        self.scroll_cursor_visible(center=True)

    def put(self, start: int, end: int, text: str) -> None:
        """Puts a text in the place of a stretch: one step that one undo takes back."""
        self.history.checkpoint()
        self.replace(text, self.location(start), self.location(end), maintain_selection_offset=True)
        self.history.checkpoint()

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Tells that the cursor has moved."""
        self.post_message(self.Moved(edited=False))

    def on_mouse_move(self, event: Any) -> None:
        """Shows the title of the flag under the mouse."""
        item = self.item_at(self.offset_at(self.get_target_document_location(event)))
        title = None if item is None or self.bare else self._title(item)
        if title != self.tooltip:
            self.tooltip = title

    def _title(self, item: Item) -> Any:
        from textual.content import Content

        look = self._look
        return Content(f'{look.level(item.level)}  {look.texts(item.flag.rule.title)}')

    def action_to_end(self, way: int, select: bool = False) -> None:
        """To the very beginning (-1) or end of the text."""
        self.move_cursor(self.document.end if way > 0 else (0, 0), select=select)

    def action_paste(self) -> None:
        """Pastes what the system's clipboard holds, where it can be read; else says which keys do."""
        self.app.run_worker(self.app.run_action('app.paste_into_draft'), exit_on_error=False)


def _picture(found: re.Match[str]) -> str:
    sign = ord(found[0])
    return chr(0x2400 + sign) if sign < 0x20 else '␡' if sign == 0x7F else '·'
