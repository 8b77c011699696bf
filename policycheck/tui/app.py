"""The Textual app: screens, themes, clipboard, palette, and the messages of the checker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, SearchIcon
from textual.message import Message
from textual.screen import Screen

from policycheck.formats import meaning_line
from policycheck.formats.complaints import translated
from policycheck.tui import commands, hangup
from policycheck.tui.check_screen import CheckScreen
from policycheck.tui.checking import Answer, RulesRead
from policycheck.tui.look import Look
from policycheck.tui.post import Desk
from policycheck.tui.recovery import Recovery
from policycheck.tui.themes import DARK, THEMES

_LOOK_AGAIN = 2.0
"""Seconds between looks at the files of the rules, and between copies for crashes."""
RESTART = 'restart'
"""What ``run`` gives back where the app is to start again in another language."""


_PANES = ('#draft', '#flags-none', '#flags', '#why', '#status-left', '#status-right')
"""What news is drawn in."""


class Told(Message):
    """Something that the checker's thread has to say."""

    def __init__(self, news: Answer | RulesRead) -> None:
        super().__init__()
        self.news = news


class PolicycheckApp(App[str]):
    """The app over a desk: its rules, its post, its settings."""

    CSS_PATH = 'app.tcss'
    TITLE = 'policycheck'
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding('f1', 'help', id='help', show=False, priority=True),
        Binding('f2', 'check', id='check', show=False),
        Binding('f5', 'rules', id='rules', show=False),
        Binding('f6', 'focus_next', id='pane', show=False),
        Binding('ctrl+o', 'open', id='open', show=False),
        Binding('ctrl+p', 'command_palette', id='palette', show=False, priority=True),
        Binding('ctrl+q', 'leave', id='quit', show=False, priority=True),
    ]

    def __init__(self, desk: Desk, recovery: Recovery) -> None:
        super().__init__()
        self.desk = desk
        self.recovery = recovery
        self.checking = CheckScreen(desk)
        self._told_of_copies = False
        # one message at a time: that a text was brought back is more urgent
        self._told_of_meaning = bool(desk.greeting)

    @property
    def look(self) -> Look:
        """How the screens speak."""
        return self.desk.look

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours for themes that lack them."""
        return dict(DARK.variables)

    def on_mount(self) -> None:
        """Themes, keys, the first screen; the rules are read once something is painted."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[self.desk.settings.theme].name
        self.set_keymap(dict(self.desk.settings.keys))
        if self.desk.look.glyphs == 'ascii':
            self.add_class('-ascii')
        self.desk.checker.deliver = self._deliver
        self.push_screen(self.checking)
        self.call_after_refresh(self._begin)
        self.set_interval(_LOOK_AGAIN, self._every_now_and_then)

    def on_unmount(self) -> None:
        """Nobody waits for a check any longer."""
        self.desk.checker.forget()

    def notify(self, message: str, **values: Any) -> None:
        """One message at a time: they stand where the reasons are read."""
        self.clear_notifications()
        super().notify(message, **values)

    def _begin(self) -> None:
        self.desk.checker.start()
        if self.desk.checker.ruleset is not None:
            self.checking.ask()
        if self.desk.greeting:
            self.notify(self.desk.greeting, markup=False, timeout=8)
            self.desk.greeting = ''
        if self.desk.settings.first_run:
            commands.first_run(self)

    def _deliver(self, news: Answer | RulesRead) -> None:
        # called in the checker's thread: a message is all that crosses over
        self.post_message(Told(news))

    def on_told(self, event: Told) -> None:
        """Hands news on to the screens; what comes in while they are taken down is for nobody."""
        if len(self.checking.query(', '.join(_PANES))) < len(_PANES):
            return
        news = event.news
        if isinstance(news, Answer):
            self.checking.got(news)
            return
        if news.problem is not None and news.ruleset is not None:
            told = self.look.say('told.rules_wrong', problem=news.problem)
            self.notify(told, markup=False, timeout=12, severity='warning')
        elif news.ruleset is not None and not self._told_of_meaning:
            self._told_of_meaning = True
            wanted = self.desk.checker.meaning
            standing = meaning_line.standing(news.ruleset, wanted=wanted)
            line = meaning_line.line(self.look.language, standing)
            if line:
                self.notify(self.look.plain(line), markup=False, timeout=12)
        for screen in self.screen_stack:
            changed = getattr(screen, 'rules_read', None)
            if changed is not None:
                changed(news)

    def _every_now_and_then(self) -> None:
        if self.desk.checker.ruleset is not None or self.desk.checker.problem is not None:
            self.desk.checker.read_again()
        if self.desk.checker.reading_for:
            self.checking.refresh_status()
        try:
            self.recovery.write(self.desk.post)
        except OSError as err:
            if not self._told_of_copies:
                self._told_of_copies = True
                problem = translated(err.strerror or str(err), self.look.language)
                told = self.look.say('back.not_kept', problem=problem)
                self.notify(told, markup=False, timeout=8)
        if hangup.gone():
            # Textual would wait for keys that cannot come, and take a whole processor for it
            hangup.end()

    # ---- the clipboard

    def copy_to_clipboard(self, text: str) -> None:
        """To the system's clipboard where it can be reached, and to the terminal's in any case."""
        try:
            import pyperclip

            pyperclip.copy(text)
        except Exception:
            # no clipboard here: the terminal has one
            pass
        super().copy_to_clipboard(text)

    def action_paste_into_draft(self) -> None:
        """Pastes the system's clipboard into the text; says how where it cannot be read."""
        text = ''
        try:
            import pyperclip

            text = pyperclip.paste()
        except Exception:
            text = self.clipboard
        area = self.checking.area
        if text and self.screen is self.checking:
            area.replace(text, *area.selection)
        elif not text:
            self.notify(self.look.say('told.paste'), markup=False)

    # ---- what the keys do; the palette has all of it too

    def action_check(self) -> None:
        """To the draft."""
        while self.screen is not self.checking and len(self.screen_stack) > 2:
            self.pop_screen()

    def action_rules(self) -> None:
        """To the rules."""
        commands.rules(self)

    def action_help(self) -> None:
        """Help for where the focus is."""
        commands.help(self)

    def action_open(self) -> None:
        """Opens a file."""
        self.run_worker(commands.open_file(self), exit_on_error=False)

    def action_leave(self) -> None:
        """Quits, after a question where a text is nowhere else."""
        self.run_worker(commands.leave(self), group='leave', exclusive=True, exit_on_error=False)

    async def action_quit(self) -> None:
        """Textual's own way out asks too."""
        self.action_leave()

    def action_command_palette(self) -> None:
        """All commands, in the language of the screens."""
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            found = CommandPalette(placeholder=self.look.say('palette.search'), id='--command-palette')
            self.push_screen(found)
            if self.look.glyphs == 'ascii':
                self.call_after_refresh(lambda: found.query(SearchIcon).remove())

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every action there is."""
        yield from commands.palette(self)
