"""The choice of channel, account, reply and language of a text."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Select, Static

from policycheck.formats import messages
from policycheck.model import CHANNELS, LANGUAGES, Report
from policycheck.tui.dialogs import Dialog
from policycheck.tui.post import Desk


class ContextDialog(Dialog[dict[str, Any]]):
    """The answer is what was chosen, by name as check wants it; what was left alone is not in it."""

    def __init__(self, desk: Desk, report: Report | None) -> None:
        super().__init__()
        self._desk, self._report = desk, report
        self._before: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """One row for each choice, filled in with what is in force."""
        look, now = self._desk.look, self._report
        ruleset = self._desk.checker.ruleset
        name = (lambda id: ruleset.channel(id).name) if ruleset else str
        channels = [(look.say('context.no_channel') if id == 'other' else name(id), id) for id in CHANNELS]
        accounts = [(look.word('account', id), id) for id in ('personal', 'official')]
        languages = [(look.say('context.find_out'), 'auto')]
        languages += [(look.word('language', id), id) for id in LANGUAGES]
        replies = [
            (messages.say('reply.no', look.language), 'no'),
            (messages.say('reply.yes', look.language), 'yes'),
        ]
        with Vertical(classes='box') as box:
            box.border_title = Content(look.say('context.title'))
            for key, options, value in (
                ('channel', channels, now.context.channel.value if now else 'other'),
                ('account', accounts, now.context.account.value if now else 'personal'),
                ('reply', replies, 'yes' if now and now.context.reply.value else 'no'),
                ('lang', languages, self._desk.post.given.get('lang') or 'auto'),
            ):
                value = value if value in [id for _, id in options] else options[-1][1]
                self._before[key] = value
                text = look.say('context.language' if key == 'lang' else f'context.{key}')
                with Horizontal(classes='row'):
                    yield Static(Content(text), classes='label', markup=False)
                    yield Select(
                        [(Content(label), id) for label, id in options],
                        value=value,
                        allow_blank=False,
                        compact=True,
                        id=key,
                    )
            with Horizontal(classes='buttons'):
                yield Button(Content(look.say('ok')), id='ok')
                yield Button(Content(look.say('cancel')), id='cancel')

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The answer, or none."""
        if event.button.id != 'ok':
            self.dismiss(None)
            return
        given = dict(self._desk.post.given)
        for id, before in self._before.items():
            chosen = self.query_one(f'#{id}', Select).value
            if chosen != before:
                given[id] = chosen == 'yes' if id == 'reply' else chosen
        if given.get('lang') == 'auto':
            del given['lang']
        self.dismiss(given)
