"""The gate on the screen: what is open, one line for each reason, and the way back first."""

from __future__ import annotations

import os
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Button, Input, Static

from policycheck.keep import second_reader, signed
from policycheck.model import STOP
from policycheck.tui.dialogs import Dialog
from policycheck.tui.follow import Item
from policycheck.tui.keeps import good_reason
from policycheck.tui.line_input import Line
from policycheck.tui.look import Look


class GateDialog(Dialog[Any]):
    """The answer is a reason for each open flag and the second reader, '' where none is asked for.

    Or 'ask' where a request for approval is to be copied; None for back to the text.
    """

    def __init__(
        self, items: tuple[Item, ...], look: Look, *, official: bool, reach: str, where: str, done: str
    ) -> None:
        super().__init__()
        self._items, self._look, self._reach, self._where, self._done = items, look, reach, where, done
        self._official = official
        self._second = any(second_reader(item.flag, official) for item in items)
        self._stopped = any(item.level == STOP for item in items)

    def compose(self) -> ComposeResult:
        """A line of what is asked for, a row for each flag, the buttons."""
        look = self._look
        kind = 'second' if self._second else 'stopped' if self._stopped else 'reasons'
        told = look.say(f'gate.{kind}', reach=self._reach, where=self._where)
        with Vertical(classes='box') as box:
            box.border_title = Content(look.say(f'gate.title_{kind}'))
            yield Static(Content(told), classes='line', markup=False)
            with VerticalScroll(classes='scroll', can_focus=False):
                for number, item in enumerate(self._items):
                    title = f'{look.sign(item.level)} {look.level(item.level)}  {look.texts(item.flag.rule.title)}'
                    words = look.quote(' '.join(item.flag.quote.split())[:60])
                    asked = Content.assemble((title, 'bold'), f'  {words}')
                    yield Static(asked, markup=False, classes='asked -row', id=f'asked-{number}')
                    yield Line(placeholder=look.say('gate.placeholder'), id=f'reason-{number}', compact=True)
                if self._second:
                    yield Static(Content(look.say('keep.by')), markup=False, classes='asked')
                    yield Line(id='by', compact=True)
            with Horizontal(classes='buttons'):
                yield Button(Content(look.say('back')), id='back')
                if self._second:
                    yield Button(Content(look.say('gate.ask')), id='ask')
                if len(self._items) > 1:
                    yield Button(Content(look.say('gate.same')), id='same')
                yield Button(Content(self._done), id='done', disabled=True)

    def on_mount(self) -> None:
        """The first reason is what is to be written."""
        self.query_one('#reason-0', Input).focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """What a reason is for stays in sight."""
        number = (event.widget.id or '').removeprefix('reason-')
        if number.isdigit():
            self.query_one(f'#asked-{number}').scroll_visible(animate=False)

    def _reasons(self) -> list[str]:
        return [
            self.query_one(f'#reason-{number}', Input).value.strip() for number in range(len(self._items))
        ]

    def _by(self) -> str:
        return self.query_one('#by', Input).value.strip() if self._second else ''

    def _complete(self) -> bool:
        if not all(map(good_reason, self._reasons())):
            return False
        asking = (item.flag for item in self._items if second_reader(item.flag, self._official))
        return all(signed(self._by(), flag, self._official, os.getcwd()) for flag in asking)

    def on_input_changed(self) -> None:
        """The last button opens when everything is said."""
        self.query_one('#done', Button).disabled = not self._complete()

    def on_input_submitted(self) -> None:
        """Enter goes on to what is still empty, and ends when nothing is."""
        if self._complete():
            self.dismiss((self._reasons(), self._by()))
        else:
            open_ = [
                field
                for field in self.query(Input)
                if not (field.value.strip() if field.id == 'by' else good_reason(field.value))
            ]
            open_[0].focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The answer."""
        if event.button.id == 'done':
            self.dismiss((self._reasons(), self._by()))
        elif event.button.id == 'same':
            first = next(filter(good_reason, self._reasons()), '')
            for number in range(len(self._items)):
                self.query_one(f'#reason-{number}', Input).value = first
            self.query_one('#reason-0' if not first else '#done').focus()
        elif event.button.id == 'ask':
            self.dismiss('ask')
        else:
            self.dismiss(None)
