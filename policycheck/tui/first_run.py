"""The first run: language, rules, a draft to play with; each step can be left out."""

from __future__ import annotations

import os

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.tui.dialogs import Dialog
from policycheck.tui.line_input import Line
from policycheck.tui.look import Look, shown


class Chosen(NamedTuple):
    """What was chosen; ``policy`` None: the rules that come along; ``sample``: put the prepared draft in."""

    language: str
    policy: str | None
    sample: bool


class FirstRun(Dialog[Chosen]):
    """Three lists, one after the other; Esc leaves all of it."""

    def __init__(self, look: Look, policy: str | None) -> None:
        super().__init__()
        self._look = look
        self._step = 1
        self._policy = policy

    def compose(self) -> ComposeResult:
        """A text, a list, a line for a path."""
        with Vertical(classes='box', id='first-box'):
            yield Static('', markup=False, classes='line', id='first-text')
            yield OptionList(id='first-list', markup=False)
            yield Line(id='first-path')
            yield Static('', markup=False, classes='quiet', id='first-hint')

    def on_mount(self) -> None:
        """The first step."""
        self._show()

    def _show(self) -> None:
        look = self._look
        self.query_one('#first-box').border_title = Content(look.say('first.title', step=self._step))
        self.query_one('#first-text', Static).update(Content(look.say(f'first.{self._step}')))
        self.query_one('#first-hint', Static).update(Content(look.say('first.hint')))
        self.query_one('#first-path').display = False
        listed = self.query_one('#first-list', OptionList)
        listed.display = True
        listed.clear_options()
        listed.add_options([Option(Content(text), id=id) for id, text in self._entries()])
        ids = [id for id, _ in self._entries()]
        listed.highlighted = ids.index(look.language) if self._step == 1 else 0
        listed.focus()

    def _entries(self) -> list[tuple[str, str]]:
        look = self._look
        if self._step == 1:
            return [(id, look.say(f'choose.language.{id}')) for id in LANGUAGES]
        if self._step == 2:
            found = [('found', look.say('first.found', path=shown(self._policy)))] if self._policy else []
            return [*found, ('starter', look.say('first.starter')), ('file', look.say('first.file'))]
        return [('sample', look.say('first.sample')), ('empty', look.say('first.empty'))]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes a choice and goes on."""
        chosen = event.option_id or ''
        if self._step == 1:
            self._look = self._look._replace(language=chosen)
        elif self._step == 2:
            if chosen == 'file':
                event.option_list.display = False
                field = self.query_one('#first-path', Input)
                field.display = True
                field.placeholder = 'policycheck.yaml'
                field.focus()
                return
            if chosen == 'starter':
                self._policy = None
        else:
            self.dismiss(Chosen(self._look.language, self._policy, chosen == 'sample'))
            return
        self._step += 1
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes a path, if there is a file."""
        path = os.path.abspath(os.path.expanduser(event.value.strip()))
        if not os.path.isfile(path):
            told = self._look.say('first.no_file', path=shown(path))
            self.query_one('#first-hint', Static).update(Content(told))
            return
        self._policy = path
        self._step += 1
        self._show()
