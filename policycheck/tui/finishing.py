"""The way out: what the gate asks for, then the text to the clipboard and, where it has one, to its file."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from policycheck.formats.options import contact
from policycheck.tui import files, gate, record
from policycheck.tui.dialogs import Ask, Question
from policycheck.tui.gate_dialog import GateDialog
from policycheck.tui.keeps import keep
from policycheck.tui.lines import unscreened
from policycheck.tui.look import shown

if TYPE_CHECKING:
    from policycheck.tui.check_screen import CheckScreen

_WAIT = 5.0
"""Seconds that F9 waits for a check that is under way."""


async def finish(screen: CheckScreen) -> None:
    """Takes the text through the gate; it is copied only if nothing in it changes on the way."""
    look, post = screen.desk.look, screen.desk.post
    while not await _settled(screen):
        said = await screen.app.push_screen_wait(
            Question(
                look.say('gate.title_wait'),
                look.say('gate.wait'),
                [('wait', look.say('gate.wait_on')), ('back', look.say('back'))],
            )
        )
        if said != 'wait':
            return
    now = screen.standing()
    revision = screen.area.revision
    if now.state == gate.EMPTY:
        screen.notify(look.say('gate.empty'), markup=False)
    elif now.state in (gate.FAILED, gate.UNSCREENED):
        await _unchecked(screen, now.state)
    elif now.state == gate.CLEAR:
        _deliver(screen)
    elif await _asked(screen, now) and screen.area.revision == revision:
        screen.refresh_all()
        if screen.standing().state == gate.CLEAR and post.text == screen.area.text:
            _deliver(screen)


async def _settled(screen: CheckScreen) -> bool:
    waited = 0.0
    while waited < _WAIT:
        if screen.standing().state not in (gate.CHECKING, gate.LOADING):
            return True
        await asyncio.sleep(0.05)
        waited += 0.05
    return False


async def _asked(screen: CheckScreen, now: gate.Standing) -> bool:
    """Asks for reasons; True when each open flag has what it needs."""
    look, post = screen.desk.look, screen.desk.post
    done = look.say('gate.save_copy' if post.path else 'gate.copy')
    dialog = GateDialog(
        now.open, look, official=screen.official, reach=_reach(screen, now), where=where(screen), done=done
    )
    said = await screen.app.push_screen_wait(dialog)
    if said is None:
        screen.speak_of(now.open[0])
        screen.area.focus()
        return False
    if said == 'ask':
        _request(screen, now)
        return False
    reasons, by = said
    for item, reason in zip(now.open, reasons, strict=True):
        post.keeps = [
            one for one in post.keeps if (one.rule, one.words) != (item.flag.rule.id, item.words(post.text))
        ]
        post.keeps.append(keep(item.flag, post.text, item.start, item.end, reason, by))
    return True


def where(screen: CheckScreen) -> str:
    """Where a reason is kept, told before it is written."""
    post = screen.desk.post
    return screen.desk.look.say('gate.file' if post.path and post.markup == 'markdown' else 'gate.here')


def _reach(screen: CheckScreen, now: gate.Standing) -> str:
    """Whom a second reader can be found with: the contacts of the open flags, out of hours too."""
    from policycheck.tui.story import whom

    ruleset = screen.desk.checker.ruleset
    if ruleset is None:
        return ''
    return '; '.join(dict.fromkeys(whom(item, ruleset.policy, screen.desk.look) for item in now.open))


def _request(screen: CheckScreen, now: gate.Standing) -> None:
    """Copies a message that asks somebody to read the text."""
    look, ruleset = screen.desk.look, screen.desk.checker.ruleset
    policy = ruleset.policy if ruleset else {}
    lines = [
        f'- {look.texts(item.flag.rule.title)}: {look.quote(" ".join(item.flag.quote.split()))}. '
        f'{look.texts(item.flag.rule.why)}'
        for item in now.open
    ]
    told = look.say('gate.request')
    screen.app.copy_to_clipboard('\n'.join([told, '', *lines, '', screen.desk.post.text.strip()]))
    known = contact(now.open[0].flag.rule.ask or 'default', policy.get('contacts') or {})
    who = ', '.join(filter(None, (known.get('who'), known.get('at')))) or '?'
    screen.notify(look.say('told.copied_ask', who=who), markup=False, timeout=8)


async def _unchecked(screen: CheckScreen, state: str) -> None:
    look = screen.desk.look
    if state == gate.UNSCREENED and screen.report is not None:
        why = unscreened(screen.report, look)
    else:
        why = look.say('flags.failed', problem=screen.problem or screen.desk.checker.problem or '')
    said = await screen.app.push_screen_wait(
        Question(
            look.say(f'state.{state}'),
            why,
            [('back', look.say('back')), ('copy', look.say('gate.copy_unchecked'))],
        )
    )
    if said == 'copy':
        screen.app.copy_to_clipboard(screen.desk.post.text)
        screen.notify(look.say('gate.copied_unchecked'), markup=False, timeout=8)


def _deliver(screen: CheckScreen) -> None:
    """Copies the text, saves it where it has a file, and says what was done."""
    look, post = screen.desk.look, screen.desk.post
    screen.app.copy_to_clipboard(post.text)
    told = [look.say('gate.copied')]
    if post.path:
        told.append(files.save_told(screen.desk))
    else:
        told.append(look.say('gate.not_arrived'))
    post.written = post.finished = post.text
    if screen.desk.settings.record and screen.report is not None:
        told += filter(None, [record.add(screen.desk, screen.report)])
    screen.notify('\n'.join(told), markup=False, timeout=10)
    screen.refresh_status()


async def save_as(screen: CheckScreen) -> bool:
    """Asks for a file and saves the text there; True when it was saved."""
    look, post = screen.desk.look, screen.desk.post
    said = await screen.app.push_screen_wait(
        Ask(
            look.say('save.title'),
            look.say('save.where', folder=shown(os.getcwd())),
            post.path or 'post.md',
            look.say('save.do'),
            look.say('cancel'),
        )
    )
    if not said or not said.strip():
        return False
    told, saved = files.save_as(screen.desk, said.strip())
    if told is None:
        again = await screen.app.push_screen_wait(
            Question(
                look.say('save.title'),
                look.say('save.exists', path=said.strip()),
                [('no', look.say('cancel')), ('yes', look.say('save.replace'))],
            )
        )
        if again != 'yes':
            return False
        told, saved = files.save_as(screen.desk, said.strip(), replace=True)
    screen.notify(told or '', markup=False, timeout=8)
    screen.refresh_status()
    return saved
