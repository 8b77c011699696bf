"""The lines around the panes: tabs and context on top, the status below, what an empty list says."""

from __future__ import annotations

import os

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from policycheck.counts.lengths import length
from policycheck.formats import messages
from policycheck.model import WARN, Report
from policycheck.tui import gate
from policycheck.tui.look import RIGHTS, Look, shown
from policycheck.tui.post import Desk
from policycheck.tui.press import Key, Press

_SURE_FROM = 20
"""Words from which on a language that was found out is named without a question mark."""
_A_WHILE = 3
"""Seconds from which on the time is told that something takes."""
_STATE_LEVEL = {gate.STOPPED: 4, gate.REASONS: 3}


def top(look: Look, here: str) -> Horizontal:
    """The line on top: name, tabs, and a place for the context."""
    tabs = (('check', 'app.check'), ('rules', 'app.rules'))
    return Horizontal(
        Static(Content('policycheck'), classes='name', markup=False),
        *(
            Press(look.say(f'tab.{name}'), action, classes='tab -here' if name == here else 'tab')
            for name, action in tabs
        ),
        Press('', 'context' if here == 'check' else 'reload', id='context'),
        id='top',
    )


def check_keys(desk: Desk) -> list[Key]:
    """The keys of the check screen, the most needed first."""
    named = dict(desk.settings.keys)
    keys = (
        ('help', 'F1', 'app.help'), ('next', 'F8', 'visit(1)'), ('fix', 'F4', 'fix'),
        ('finish', 'F9', 'finish'), ('pane', 'F6', 'app.focus_next'), ('rules', 'F5', 'app.rules'),
        ('all', '^P', 'app.command_palette'), ('quit', '^Q', 'app.leave'),
    )  # fmt: skip
    return [
        Key(key_name(named[id]) if id in named else key, desk.look.say(f'key.{id}'), action)
        for id, key, action in keys
    ]


def key_name(key: str) -> str:
    """A key as the bar names it.

    >>> key_name('ctrl+t'), key_name('f3')
    ('^T', 'F3')
    """
    return '^' + key[5:].upper() if key.startswith('ctrl+') else key.upper()


def context(desk: Desk, report: Report | None) -> str:
    """Where the text goes, from whom, in which language."""
    look, ruleset = desk.look, desk.checker.ruleset
    if report is None or ruleset is None:
        waits = ruleset is None and desk.checker.problem is None and not desk.post.text.strip()
        return reading(desk) if waits else ''
    now = report.context
    id = now.channel.value
    channel = look.say('context.no_channel') if id == 'other' else ruleset.channel(id).name
    words = [channel, look.say(f'context.short_{now.account.value}')]
    if now.reply.value:
        words.append(look.say('context.short_reply'))
    if desk.post.text.strip():
        words.append(language(report, look))
    return look.plain(' · '.join(words))


def title(desk: Desk) -> Content:
    """What the text is called: a draft, and its file where it has one."""
    look, post = desk.look, desk.post
    words = [look.say('draft.title')]
    if post.path:
        words.append(shown(os.path.basename(post.path)))
    if post.path and not post.digest:
        words.append(look.say('draft.new'))
    return Content(look.plain(' · '.join(words)))


def reading(desk: Desk) -> str:
    """That the rules are being read, and for how long where that takes a while."""
    seconds = desk.checker.reading_for
    told = desk.look.say('state.loading')
    return f'{told} {seconds} s' if seconds >= _A_WHILE else told


def length_of(desk: Desk, report: Report | None) -> str:
    """How long the text is, as its channel counts, and how long it may be."""
    ruleset, look, text = desk.checker.ruleset, desk.look, desk.post.text.strip()
    if ruleset is None or report is None:
        return look.say('draft.length', length=len(text))
    channel = ruleset.channel(report.context.channel.value)
    count = length(text, channel, None).value
    if channel.limit is None:
        return look.say('draft.length', length=count)
    over = count - channel.limit
    if over > 0:
        return f'{look.sign(WARN)} {look.say("draft.over", length=count, limit=channel.limit, over=over)}'
    return look.say('draft.limit', length=count, limit=channel.limit)


def language(report: Report, look: Look) -> str:
    """The language of a text; with a question mark where it is little more than a guess."""
    name = look.word('language', report.lang)
    if report.lang_note == 'nynorsk':
        name = messages.say('language.nynorsk', look.language)
    short = len(report.draft.text.split()) < _SURE_FROM
    unsure = report.lang_origin == 'detected' and (short or not report.lang_sure)
    return look.say('context.auto', language=name) if unsure else name


def status(now: gate.Standing, desk: Desk) -> Content:
    """Where a text stands, in words, and how many flags of which level."""
    look = desk.look
    if now.state == gate.EMPTY:
        return Content('')
    level = _STATE_LEVEL.get(now.state)
    name = reading(desk) if now.state == gate.LOADING else look.say(f'state.{now.state}')
    style = {4: 'bold $mark-stop on $mark-stop-ground', 3: 'bold $mark-warn on $mark-warn-ground'}
    if level is not None:
        head: tuple[str, str] = (f' {look.sign(level)} {name} ', style[level])
    elif now.state == gate.CLEAR:
        head = (f'{look.tick(True)} {name}', 'bold $mark-rights')
    elif now.state in (gate.FAILED, gate.UNSCREENED):
        head = (f' {look.sign(4)} {name} ', style[4])
    else:
        head = (name, '$quiet')
    counts = (
        f'   {look.sign(number)} {look.level(number)}' + ('' if number == RIGHTS else f' {count}')
        for number, count in now.counts
    )
    return Content.assemble(head, *counts)


def nothing(desk: Desk, report: Report | None, problem: str | None) -> str:
    """What stands in the place of flags where there are none."""
    look, ruleset = desk.look, desk.checker.ruleset
    if problem is not None:
        return look.say('flags.failed', problem=problem or desk.checker.problem or '')
    if ruleset is None:
        return look.say('flags.loading') if desk.post.text.strip() else look.say('flags.none_yet')
    if not desk.post.text.strip() or report is None:
        return look.say('flags.none_yet')
    if not report.screened:
        if report.unscreened == 'language':
            return unscreened(report, look)
        return look.say('flags.none_yet')
    return look.say('flags.none', rules=len(ruleset.rules), language=look.word('language', report.lang))


def unscreened(report: Report, look: Look) -> str:
    """Why a draft in another language is not checked, and how to say that it is in one of ours."""
    key = 'flags.unscreened_said' if report.lang_origin == 'draft' else 'flags.unscreened'
    return look.say(key, language=messages.language_told(report.lang, report.lang_origin, look.language))
