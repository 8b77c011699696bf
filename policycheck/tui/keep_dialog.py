"""The question why a place is kept."""

from __future__ import annotations

import os

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from policycheck.keep import second_reader, signed
from policycheck.model import WARN
from policycheck.tui.dialogs import Dialog
from policycheck.tui.follow import Item
from policycheck.tui.keeps import good_reason
from policycheck.tui.line_input import Line
from policycheck.tui.look import Look


class KeepDialog(Dialog[tuple[str, str]]):
    """The answer is the reason and who else has read the place, both may be ''."""

    def __init__(self, item: Item, look: Look, *, official: bool, where: str) -> None:
        super().__init__()
        self._item, self._look, self._where = item, look, where
        self._needed = item.level >= WARN
        self._official = official
        self._second = second_reader(item.flag, official)

    def compose(self) -> ComposeResult:
        """What is kept, why, and who else has read it."""
        look = self._look
        with Vertical(classes='box') as box:
            box.border_title = Content(look.say('keep.title'))
            words = look.quote(self._item.flag.quote[:120])
            yield Static(Content(look.say('keep.what', words=words)), classes='line', markup=False)
            asked = look.say('keep.reason' if self._needed else 'keep.optional')
            yield Static(Content(f'{asked} {self._where}'), markup=False, classes='asked')
            yield Line(id='reason')
            if self._second:
                yield Static(Content(look.say('keep.by')), markup=False, classes='asked')
                yield Line(id='by')
            yield Static('', id='short', classes='quiet', markup=False)
            with Horizontal(classes='buttons'):
                yield Button(Content(look.say('keep.do')), id='do')
                yield Button(Content(look.say('back')), id='back')

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next line, then keeps."""
        if event.input.id == 'reason' and self._second and not self.query_one('#by', Input).value.strip():
            self.query_one('#by', Input).focus()
        else:
            self._answer()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keeps, or goes back."""
        if event.button.id == 'do':
            self._answer()
        else:
            self.dismiss(None)

    def _answer(self) -> None:
        reason = self.query_one('#reason', Input).value.strip()
        by = self.query_one('#by', Input).value.strip() if self._second else ''
        if self._needed and not good_reason(reason):
            self.query_one('#short', Static).update(Content(self._look.say('keep.short')))
            self.query_one('#reason', Input).focus()
        elif self._second and not signed(by, self._item.flag, self._official, os.getcwd()):
            self.query_one('#short', Static).update(Content(self._look.say('keep.by')))
            self.query_one('#by', Input).focus()
        else:
            self.dismiss((reason, by))
