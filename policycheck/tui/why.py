"""The pane that tells of one flag: why it is there, what to write instead, whom to ask."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from policycheck.tui.flags import KEYS
from policycheck.tui.follow import Item
from policycheck.tui.look import Look
from policycheck.tui.press import Press, put
from policycheck.tui.story import Part

ACTIONS = (
    ('act.fix', 'fix'), ('act.edit', 'to_text'), ('act.keep', 'keep'), ('act.wrong', 'wrong'),
    ('act.more', 'explain'), ('act.ask', 'ask'),
)  # fmt: skip
"""Words under a flag and the actions behind them."""


_ROOMY = 18
"""Rows from which on parts stand apart."""


class _Told(VerticalScroll):
    BINDINGS: ClassVar[list[BindingType]] = KEYS


class WhyPane(Vertical):
    """Title, parts and actions of the flag that is spoken of."""

    def __init__(self, look: Look, id: str) -> None:
        super().__init__(id=id)
        self._look = look
        self._told: object = None
        self._rule = ''

    def compose(self) -> ComposeResult:
        """A text that scrolls, and a line of actions that stays."""
        with _Told(id='told'):
            yield Static('', markup=False, id='told-text')
        with Horizontal(id='actions'):
            yield Static(self._look.say('act.first'), markup=False, id='act-first')
            for key, action in ACTIONS:
                yield Press(self._look.say(key), action, classes='act', id=f'act-{action}')

    def show(self, item: Item, parts: list[Part], *, fixable: bool, kept: bool) -> None:
        """Tells of a flag, and what can be done with it."""
        told = (
            item.flag.rule.id,
            item.level,
            tuple(parts),
            fixable,
            kept,
            self.size.height >= _ROOMY,
        )
        if told == self._told:
            return
        self._told = told
        self.query_one('#told-text', Static).update(self._content(item, parts))
        if item.flag.rule.id != self._rule:
            self.query_one('#told', VerticalScroll).scroll_home(animate=False)
        self._rule = item.flag.rule.id
        self.query_one('#actions').display = True
        self.query_one('#act-fix').display = fixable
        self.query_one('#act-keep').display = not item.flag.rule.rights
        self.query_one('#act-wrong').display = not item.flag.rule.rights
        key = 'act.unkeep' if kept else 'act.keep'
        put(self.query_one('#act-keep', Press), self._look.say(key))

    def show_way(self, writing: bool) -> None:
        """Says which key comes before the letters, while letters are what is written."""
        self.query_one('#act-first').display = writing

    def show_nothing(self, text: str) -> None:
        """Tells of no flag."""
        if self._told != text:
            self._told = text
            self.query_one('#told-text', Static).update(Content(text))
            self.query_one('#actions').display = False

    def _content(self, item: Item, parts: list[Part]) -> Content:
        look = self._look
        head = f'{look.sign(item.level)} {look.level(item.level)}  {look.texts(item.flag.rule.title)}'
        told = content(parts, look, gap=self.size.height >= _ROOMY)
        return Content.assemble((head, 'bold'), '\n', told)


def content(parts: list[Part], look: Look, *, apart: bool = False, gap: bool = False) -> Content:
    """Parts as one text, the heading in front of what it heads.

    ``apart``: the heading above, blank lines between the parts; ``gap``: only the blank lines.
    """
    pieces: list[str | tuple[str, str]] = []
    for part in parts:
        shape = '\n{}\n\n' if apart else '  {}\n\n' if gap else '  {}\n'
        pieces += [(look.say(part.key), 'bold $quiet'), shape.format(part.text)]
    return Content.assemble(*pieces)
