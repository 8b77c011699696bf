"""Brings what stands on the check screen in step with its text: list, marks, why, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from policycheck.tui import flag_actions, gate, lines
from policycheck.tui.press import Press, put
from policycheck.tui.why import WhyPane

if TYPE_CHECKING:
    from policycheck.tui.check_screen import CheckScreen

_SMALLEST = (60, 18)
"""Columns and rows below which a larger window is asked for."""


def refresh_all(screen: CheckScreen) -> None:
    """Brings list, why, marks and status in step with the text."""
    items, current = screen.items, screen.current
    screen.spoken_of = current or screen.spoken_of
    held = frozenset(item.place for item in items if screen.is_kept(item))
    screen.area.show_kept(held)
    listed = screen.flag_list
    listed.show_items(items, held)
    listed.show_highlight(items.index(current) if current in items else None)
    listed.display = bool(items)
    none = screen.query_one('#flags-none', Static)
    none.display = not items
    if not items:
        put(none, lines.nothing(screen.desk, screen.report, screen.problem))
    at = items.index(current) + 1 if current in items else 0
    box = screen.query_one('#flags-box')
    box.border_subtitle = screen.desk.look.say('flags.count', at=at, all=len(items)) if items else ''
    screen.area.show_current(current)
    flag_actions.tell(screen, current)
    screen.query_one('#why', WhyPane).show_way(screen.area.has_focus)
    refresh_status(screen)


def refresh_status(screen: CheckScreen) -> None:
    """The two lines that say where the text stands and where it is to go."""
    post, look = screen.desk.post, screen.desk.look
    now = screen.standing()
    if now.state == gate.CHECKING and not screen.slow and screen.report is not None:
        # a check takes a moment: what was known is shown until it has taken long
        now = gate.standing(
            post.text, screen.report, screen.area.items, post.keeps, fresh=True, problem=screen.problem
        )
    put(screen.query_one('#status-left', Static), lines.status(now, screen.desk))
    done = post.text == post.finished
    local = 'status.local' if screen.size.width >= 100 else 'state.empty'
    settled = now.state not in (gate.EMPTY, gate.CHECKING, gate.LOADING, gate.FAILED, gate.UNSCREENED)
    right = look.say('state.finished' if done else local) if settled else ''
    put(screen.query_one('#status-right', Static), right)
    small = screen.size.width < _SMALLEST[0] or screen.size.height < _SMALLEST[1]
    screen.set_class(screen.size.height < _SMALLEST[1], '-low')
    where = look.say('small') if small else lines.context(screen.desk, screen.report)
    put(screen.query_one('#context', Press), where)
    screen.area.border_title = lines.title(screen.desk)
    screen.area.border_subtitle = lines.length_of(screen.desk, screen.report)
