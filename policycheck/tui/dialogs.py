"""The plain dialogs: a question with buttons, a line to fill in, a page to read, a choice from a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from policycheck.tui.line_input import Line

Answer = TypeVar('Answer')


class Dialog(ModalScreen[Answer]):
    """A box over the screen; Esc leaves it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding('escape', 'leave', show=False)]

    def action_leave(self) -> None:
        """Closes without an answer."""
        self.dismiss(None)


class Question(Dialog[str]):
    """A text and buttons; the answer is the id of a button, None for Esc. The first one has the focus."""

    def __init__(self, title: str, text: str | Content, buttons: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._text, self._buttons = title, text, buttons

    def compose(self) -> ComposeResult:
        """Title, text, buttons."""
        with Vertical(classes='box') as box:
            box.border_title = Content(self._title)
            with VerticalScroll(classes='scroll', can_focus=False):
                text = self._text if isinstance(self._text, Content) else Content(self._text)
                yield Static(text, classes='line', markup=False)
            with Horizontal(classes='buttons'):
                for id, label in self._buttons:
                    yield Button(Content(label), id=id)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The answer."""
        self.dismiss(event.button.id)


class Page(Dialog[str]):
    """A text to read and to scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding('enter,q,f1', 'leave', show=False)]

    def __init__(self, title: str, text: Content, close: str) -> None:
        super().__init__()
        self._title, self._text, self._close = title, text, close

    def compose(self) -> ComposeResult:
        """Title and text."""
        with Vertical(classes='box') as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(self._close)
            with VerticalScroll(classes='scroll'):
                yield Static(self._text, classes='line', markup=False)


class Ask(Dialog[str]):
    """One line to fill in; the answer is the text, None for Esc."""

    def __init__(self, title: str, text: str, value: str, ok: str, cancel: str) -> None:
        super().__init__()
        self._title, self._text, self._value, self._ok, self._cancel = title, text, value, ok, cancel

    def compose(self) -> ComposeResult:
        """Title, text, line, buttons."""
        with Vertical(classes='box') as box:
            box.border_title = Content(self._title)
            yield Static(Content(self._text), classes='line', markup=False)
            yield Line(self._value)
            with Horizontal(classes='buttons'):
                yield Button(Content(self._ok), id='ok')
                yield Button(Content(self._cancel), id='cancel')

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter is the answer."""
        self.dismiss(event.value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The answer, or none."""
        self.dismiss(self.query_one(Input).value if event.button.id == 'ok' else None)


class Choice(Dialog[str]):
    """A list to choose from; the answer is the id of an entry, None for Esc."""

    def __init__(self, title: str, entries: Sequence[tuple[str, str]], chosen: str | None) -> None:
        super().__init__()
        self._title, self._entries, self._chosen = title, entries, chosen

    def compose(self) -> ComposeResult:
        """Title and list."""
        with Vertical(classes='box') as box:
            box.border_title = Content(self._title)
            listed = OptionList(*(Option(Content(text), id=id) for id, text in self._entries), markup=False)
            ids = [id for id, _ in self._entries]
            listed.highlighted = ids.index(self._chosen) if self._chosen in ids else 0
            yield listed

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The answer."""
        self.dismiss(event.option_id)
