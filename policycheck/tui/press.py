"""Words that can be clicked, and the bar of keys made of them."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from policycheck.records import NamedTuple


def put(where: Static, text: str | Content) -> None:
    """Shows a text; nothing is laid out anew where it is the one that is shown."""
    shown = Content(text) if isinstance(text, str) else text
    if where.content != shown:
        where.update(shown)


class Press(Static):
    """A text that runs an action of its screen when it is clicked."""

    ALLOW_SELECT = False

    def __init__(self, text: str, action: str, *, classes: str = '', id: str | None = None) -> None:
        super().__init__(Content(text), classes=f'press {classes}'.strip(), id=id, markup=False)
        self._action = action

    async def on_click(self) -> None:
        """Runs the action."""
        await self.screen.run_action(self._action)


class Key(NamedTuple):
    """A key as the bar shows it, what it does in a word, and its action."""

    key: str
    word: str
    action: str


class KeyBar(Horizontal):
    """The keys of a screen in one line; those at the end give way where the line is short."""

    def __init__(self, keys: list[Key], id: str = 'keys') -> None:
        super().__init__(id=id)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One word a key."""
        for key in self._keys:
            yield Press(f'{key.key} {key.word}', key.action, classes='key')

    def on_resize(self) -> None:
        """Moves the words together where the line is short, then hides what has no room."""
        room = self.size.width
        tight = sum(width(key) + 1 for key in self._keys) > room
        self.set_class(tight, '-tight')
        for key, shown in zip(self._keys, self.query(Press), strict=True):
            room -= width(key) + (not tight)
            shown.display = room >= -1


def width(key: Key) -> int:
    """Columns that a key takes on the bar at least, one blank after it."""
    return cell_len(f'{key.key} {key.word}') + 1
