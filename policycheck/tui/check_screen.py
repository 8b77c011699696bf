"""The check screen: a draft, its flags, and what is told of one of them, kept in step while the text changes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import OptionList, Static

from policycheck.model import ADVICE, Report
from policycheck.tui import finishing, flag_actions, gate, in_step, lines
from policycheck.tui.checking import Answer, RulesRead
from policycheck.tui.editor import DraftArea
from policycheck.tui.flags import FlagList
from policycheck.tui.follow import Item, again, held_back, in_order, items_of
from policycheck.tui.keeps import is_kept
from policycheck.tui.post import Desk
from policycheck.tui.press import KeyBar
from policycheck.tui.why import WhyPane

_DEBOUNCE = 0.02
_PATIENCE = 0.3
"""Seconds after which a check that is under way is spoken of."""
_IN_A_WORD = 1.0
"""Seconds that a new flag waits while the cursor is within its words."""


class CheckScreen(Screen[None]):
    """Draft, flags, why."""

    HORIZONTAL_BREAKPOINTS = [(0, '-narrow'), (100, '-wide')]  # noqa: RUF012, as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding('f4', 'fix', id='fix', show=False),
        Binding('ctrl+r', 'fix', show=False),
        Binding('f7', 'visit(-1)', id='previous', show=False),
        Binding('f8', 'visit(1)', id='next', show=False),
        Binding('ctrl+g', 'visit(1)', show=False),
        Binding('f9', 'finish', id='finish', show=False, priority=True),
        Binding('ctrl+s', 'finish', show=False, priority=True),
        Binding('ctrl+l', 'context', id='context', show=False),
        Binding('escape', 'to_text', show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.report: Report | None = None
        self.problem: str | None = None
        self.seconds = 0.0
        self.revision_checked = -1
        self.spoken_of: Item | None = None
        self._asking: Timer | None = None
        self._holding: Timer | None = None
        self._waiting: Timer | None = None
        self.slow = False
        self.ahead = False
        """Whether the flag that is spoken of is still to be visited."""

    # ---- what stands where

    def compose(self) -> ComposeResult:
        """The line on top, the panes, the status and the keys."""
        look = self.desk.look
        yield lines.top(look, 'check')
        with Vertical(id='work'):
            yield DraftArea(self.desk.post.text, look, blink=self.desk.settings.cursor_blink, id='draft')
            with Vertical(id='side'):
                with Vertical(id='flags-box'):
                    yield Static('', id='flags-none', markup=False)
                    yield FlagList(look, id='flags')
                yield WhyPane(look, id='why')
        with Horizontal(id='status'):
            yield Static('', id='status-left', markup=False)
            yield Static('', id='status-right', markup=False)
        yield KeyBar(lines.check_keys(self.desk))

    @property
    def area(self) -> DraftArea:
        """The editor."""
        return self.query_one('#draft', DraftArea)

    @property
    def flag_list(self) -> FlagList:
        """The list of flags."""
        return self.query_one('#flags', FlagList)

    def on_mount(self) -> None:
        """Titles, the first check, the focus in the text."""
        look = self.desk.look
        self.query_one('#flags-box').border_title = look.say('flags.title')
        self.query_one('#why').border_title = look.say('why.title')
        self.area.move_cursor(self.area.clamp_visitable(self.desk.post.cursor))
        self.area.focus()
        self.ask()
        self.refresh_all()

    def on_descendant_focus(self) -> None:
        """The letters of the actions work outside the text."""
        self.query_one('#why', WhyPane).show_way(self.area.has_focus)

    def on_resize(self) -> None:
        """What depends on the width is written anew."""
        self.call_after_refresh(self.refresh_all)

    # ---- the text changes, the cursor moves, an answer comes

    def on_draft_area_moved(self, event: DraftArea.Moved) -> None:
        """Follows the text and the cursor."""
        event.stop()
        post, area = self.desk.post, self.area
        post.cursor = area.cursor_location
        if event.edited:
            post.text = area.text
            self.desk.checker.forget()
            if self._asking is not None:
                self._asking.stop()
            self._asking = self.set_timer(_DEBOUNCE, self.ask)
        elif self.desk.checker.ruleset is None:
            return
        at = area.offset_at(area.cursor_location)
        here, current = area.item_at(at), self.current
        if here is not None and area.has_focus and not (current and current.start <= at < current.end):
            self.spoken_of = here
        self.refresh_all()

    def ask(self) -> None:
        """Asks for a check of the text as it is now."""
        post = self.desk.post
        self.slow = False
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_PATIENCE, self._still)
        self.desk.checker.ask(post.draft(), post.given, self.area.revision)

    def again(self) -> None:
        """Checks the same text once more: something else has changed."""
        self.revision_checked = -1
        self.ask()

    def _still(self) -> None:
        # as the app closes its panes go
        if len(self.query('#draft, #status-left')) == 2 and not self.fresh and self.problem is None:
            self.slow = True
            self.refresh_status()

    def got(self, answer: Answer) -> None:
        """Takes an answer; one to an older text is dropped."""
        area, report = self.area, answer.report
        if answer.revision != area.revision or (
            report and not report.draft.source.endswith(self.desk.post.text)
        ):
            return
        self.revision_checked, self.seconds = answer.revision, answer.seconds
        self.report, self.problem = answer.report, answer.problem
        self.slow = False
        self.show_found(patient=area.has_focus)

    def rules_read(self, news: RulesRead) -> None:
        """The rules were read: the text is checked with them."""
        if news.problem is None:
            self.again()
        self.refresh_all()

    def show_found(self, *, patient: bool) -> None:
        """Draws the flags of the report; one that is new and under the cursor waits for a second."""
        if self._holding is not None:
            self._holding.stop()
            self._holding = None
        area, found = self.area, self.found()
        if patient:
            at = area.offset_at(area.cursor_location)
            found, held = held_back(found, area.items, area.word_at_cursor(), at)
            if held:
                self._holding = self.set_timer(_IN_A_WORD, self._hold_no_longer)
        area.show_items(found)
        self.refresh_all()

    def _hold_no_longer(self) -> None:
        if self.query('#draft') and self.fresh:
            self.show_found(patient=False)

    # ---- what is shown follows

    @property
    def fresh(self) -> bool:
        """Whether the report is of this very text."""
        return self.revision_checked == self.area.revision

    @property
    def items(self) -> list[Item]:
        """The flags in the order in which they are read."""
        return in_order(self.area.items)

    @property
    def official(self) -> bool:
        """Whether the text is for the organisation's account."""
        return self.report is not None and self.report.context.account.value == 'official'

    @property
    def current(self) -> Item | None:
        """The flag that is spoken of, at its present place."""
        same = again(self.items, self.spoken_of) if self.spoken_of else None
        return same or next(iter(self.items), None)

    def found(self) -> list[Item]:
        """What the report tells, without the tips that this user has turned off."""
        off = self.desk.settings.off
        told = items_of(self.report, self.desk.post.text) if self.report else ()
        return [item for item in told if item.level > ADVICE or item.flag.rule.id not in off]

    def standing(self) -> gate.Standing:
        """Where the text stands; never better than what is known of this very text."""
        return gate.standing(
            self.desk.post.text, self.report, self.found() if self.fresh else self.area.items,
            self.desk.post.keeps,
            fresh=self.fresh, problem=self.problem, loading=self.desk.checker.ruleset is None,
        )  # fmt: skip

    def is_kept(self, item: Item) -> bool:
        """Whether a flag's place is kept, with all that it asks for."""
        return is_kept(self.desk.post.keeps, item, self.desk.post.text, self.official)

    def refresh_all(self) -> None:
        """Brings list, why, marks and status in step with the text."""
        in_step.refresh_all(self)

    def refresh_status(self) -> None:
        """The two lines that say where the text stands and where it is to go."""
        in_step.refresh_status(self)

    # ---- moving about

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The list leads, while the focus is in it."""
        if event.option_list.id == 'flags' and event.option_list.has_focus:
            self.speak_of(self.flag_list.items[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter and a click go to the words."""
        if event.option_list.id == 'flags':
            self.speak_of(self.flag_list.items[event.option_index])
            self.action_to_text()

    def speak_of(self, item: Item) -> None:
        """Makes a flag the one that is spoken of and shows its words."""
        self.spoken_of, self.ahead = item, False
        self.area.go_to(item)
        self.refresh_all()

    def action_visit(self, step: int) -> None:
        """Goes to the next flag of the list or the one before; round at the ends."""
        items = self.items
        if not items:
            return
        current = self.current
        here = self.area.item_at(self.area.offset_at(self.area.cursor_location))
        if current is not None and self.ahead and step > 0:
            at = items.index(current)
        elif current is None or (here is None and current is items[0] and step > 0):
            at = 0
        else:
            at = (items.index(current) + step) % len(items)
        self.speak_of(items[at])

    def action_to_text(self) -> None:
        """Goes to the words of the flag, to write."""
        self.area.focus()

    def action_fix(self) -> None:
        """Uses the fix of the flag that is spoken of."""
        flag_actions.fix(self)

    def action_keep(self) -> None:
        """Keeps the place, or no longer."""
        flag_actions.keep(self)

    def action_wrong(self) -> None:
        """Copies a report for the owner of the rule."""
        flag_actions.wrong(self)

    def action_ask(self) -> None:
        """Copies a question to the contact."""
        flag_actions.ask(self)

    def action_explain(self) -> None:
        """Tells all that is known of the flag."""
        flag_actions.explain(self)

    def action_context(self) -> None:
        """Asks where the text is to be published."""
        flag_actions.context(self)

    def action_finish(self) -> None:
        """The gate."""
        self.run_worker(finishing.finish(self), group='finish', exclusive=True, exit_on_error=False)
