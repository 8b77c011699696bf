"""The list of flags: one line each."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from policycheck.tui.follow import Item
from policycheck.tui.look import RIGHTS, Look
from policycheck.tui.themes import LEVEL_NAMES

_NAME = {1: 'note', 2: 'advice', 3: 'warn', 4: 'stop', RIGHTS: 'rights'}
_SHORT = 27
"""Columns of a short title, which rules keep to 26."""
_TITLE = 46
"""Columns of a title, which rules keep to 45."""

KEYS: list[BindingType] = [
    Binding('f,F', 'screen.fix', show=False),
    Binding('u,U', 'screen.to_text', show=False),
    Binding('k,K', 'screen.keep', show=False),
    Binding('w,W', 'screen.wrong', show=False),
    Binding('e,E', 'screen.explain', show=False),
    Binding('a,A', 'screen.ask', show=False),
]
"""The letters of what can be done with a flag, wherever it is shown."""


class FlagList(OptionList):
    """Flags, one a line; never takes the focus by itself."""

    COMPONENT_CLASSES: ClassVar[set[str]] = OptionList.COMPONENT_CLASSES | {
        f'sign--{name}' for name in LEVEL_NAMES
    }
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, look: Look, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._look = look
        self.items: list[Item] = []
        self._shown: object = None
        self._kept: frozenset[tuple[str, int, int]] = frozenset()

    def show_items(self, items: list[Item], kept: frozenset[tuple[str, int, int]]) -> None:
        """Lists these flags; those at ``kept`` places are said to be kept."""
        shown = (
            self.size.width,
            [(item.flag.rule.id, item.flag.quote, item.level, item.place in kept) for item in items],
        )
        self.items, self._kept = items, kept
        if shown == self._shown:
            return
        self._shown = shown
        with self.prevent(OptionList.OptionHighlighted):
            # what is there is written over, so that a list that was scrolled stays where it was
            for at, item in enumerate(items[: self.option_count]):
                self.replace_option_prompt_at_index(at, self._line(item))
            while self.option_count > len(items):
                self.remove_option_at_index(self.option_count - 1)
            self.add_options([Option(self._line(item)) for item in items[self.option_count :]])

    def on_resize(self) -> None:
        """Lines are made for a width."""
        at = self.highlighted
        self.show_items(self.items, self._kept)
        self.show_highlight(at if at is not None and at < len(self.items) else None)

    def show_highlight(self, at: int | None) -> None:
        """Moves the highlight without telling anybody."""
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = at

    def _line(self, item: Item) -> Content:
        look = self._look
        room = max(self.size.width - 2, 20)
        kept = item.place in self._kept
        name = 'note' if kept else _NAME[item.level]
        level = f'{look.sign(item.level)} {look.level(item.level)}'
        if kept:
            level = f'{look.tick(True)} {look.say("part.kept")}'
        first = max(cell_len(f'{look.sign(one)} {look.level(one)}') for one in range(1, 6)) + 2
        wide = room >= first + _TITLE + 12
        titles = item.flag.rule.title if wide else item.flag.rule.short or item.flag.rule.title
        title, width = look.texts(titles), _TITLE if wide else _SHORT
        width = max(min(width, room - first - 10), 8)
        title = cut(title, width - 1, look)
        words = look.quote(' '.join(item.flag.quote[:200].split()))
        words = cut(words, max(room - first - width, 0), look)
        style = self.get_visual_style(f'sign--{name}', partial=True)
        return Content.assemble((set_cell_size(level, first), style), set_cell_size(title, width), words)


def cut(text: str, width: int, look: Look) -> str:
    """A text that takes no more than so many columns, with dots where some of it is left out."""
    if cell_len(text) <= width:
        return text
    dots = look.plain('…')
    return set_cell_size(text, width - len(dots)).rstrip() + dots if width > len(dots) + 2 else ''
