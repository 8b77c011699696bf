"""What the app can do beside a single flag: files, settings, help, leaving; the palette lists all of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.content import Content
from textual.screen import ModalScreen

from policycheck import machine
from policycheck.errors import InputError
from policycheck.formats.complaints import told
from policycheck.model import ADVICE, LANGUAGES
from policycheck.tui import files, finishing, recovery, settings
from policycheck.tui.dialogs import Ask, Choice, Page, Question
from policycheck.tui.look import GLYPHS, RIGHTS
from policycheck.tui.post import Post

if TYPE_CHECKING:
    from policycheck.tui.app import PolicycheckApp


def palette(app: PolicycheckApp) -> Iterator[SystemCommand]:
    """Every command with its keys, in the language of the screens."""
    screen = app.checking

    def worker(work: Callable[[PolicycheckApp], object]) -> Callable[[], object]:
        return lambda: app.run_worker(work(app), exit_on_error=False)  # type: ignore[arg-type]

    table: list[tuple[str, str, Callable[[], object]]] = [
        ('do.help', 'F1', app.action_help),
        ('do.check', 'F2', app.action_check),
        ('do.rules', 'F5', app.action_rules),
        ('do.next', 'F8', lambda: screen.action_visit(1)),
        ('do.previous', 'F7', lambda: screen.action_visit(-1)),
        ('do.fix', 'F4', screen.action_fix),
        ('do.keep', 'K', screen.action_keep),
        ('do.to_text', 'U', screen.action_to_text),
        ('do.explain', 'E', screen.action_explain),
        ('do.wrong', 'W', screen.action_wrong),
        ('do.ask', 'A', screen.action_ask),
        ('do.finish', 'F9', screen.action_finish),
        ('do.context', 'Ctrl+L', screen.action_context),
        ('do.pane', 'F6', lambda: app.screen.focus_next()),
        ('do.open', 'Ctrl+O', app.action_open),
        ('do.save', '', worker(save)),
        ('do.save_as', '', worker(save_as)),
        ('do.new', '', worker(new)),
        ('do.bare', '', lambda: screen.area.show_bare(not screen.area.bare)),
        ('do.off', '', lambda: turn_off(app)),
        ('do.again', '', lambda: again(app)),
        ('do.reload', '', lambda: again(app)),
        *_for_rules(app),
        ('do.language', '', worker(choose_language)),
        ('do.theme', '', worker(choose_theme)),
        ('do.glyphs', '', worker(choose_glyphs)),
        ('do.settings', '', lambda: where(app)),
        ('do.first', '', lambda: first_run(app)),
        ('do.quit', 'Ctrl+Q', app.action_leave),
    ]
    for key, keys, run in table:
        yield SystemCommand(app.look.say(key), keys, run)


def _for_rules(app: PolicycheckApp) -> list[tuple[str, str, Callable[[], object]]]:
    """What only the rules screen can do."""
    from policycheck.tui.rules_screen import RulesScreen

    screen = next(reversed(app.screen_stack), None)
    if not isinstance(screen, RulesScreen):
        return []
    return [
        ('do.search', '/', screen.action_search),
        ('do.examples', 'T', screen.action_all_examples),
        ('do.edit_rule', 'E', screen.action_edit_rule),
    ]


def first_run(app: PolicycheckApp) -> None:
    """The three first steps; whoever leaves them is not asked again."""
    from policycheck.tui.first_run import Chosen, FirstRun
    from policycheck.tui.samples import SAMPLES

    desk = app.desk

    def chosen(answer: Chosen | None) -> None:
        if answer is None:
            change(app, first_run=False)
            return
        before = app.look.language
        own = answer.policy if answer.policy != machine.find(os.getcwd()) else desk.settings.policy
        change(app, first_run=False, language=answer.language, policy=own)
        desk.look = desk.look._replace(language=answer.language)
        desk.checker.policy = answer.policy
        desk.checker.read_again()
        if answer.sample and not desk.post.text.strip():
            sample = SAMPLES[answer.language]
            show(app, Post(text=sample, written=sample))
            desk.greeting = app.look.say('first.now')
        if answer.language != before:
            app.exit('restart')
        elif desk.greeting:
            app.notify(desk.greeting, markup=False, timeout=12)
            desk.greeting = ''

    app.push_screen(FirstRun(app.look, desk.checker.policy), chosen)


def rules(app: PolicycheckApp) -> None:
    """The rules screen."""
    from policycheck.tui.rules_screen import RulesScreen

    if app.screen is app.checking:
        app.push_screen(RulesScreen(app.desk))


def help(app: PolicycheckApp) -> None:
    """Help for where the focus is; it is no dialog over a dialog."""
    from policycheck.tui.help_page import page

    if isinstance(app.screen, ModalScreen):
        return
    pane = 'draft'
    if app.screen is not app.checking:
        pane = 'rules'
    elif (focused := app.screen.focused) is not None:
        pane = {'flags': 'flags', 'told': 'why'}.get(focused.id or '', 'draft')
    text = page(pane, app.look, dict(app.desk.settings.keys))
    app.push_screen(Page(app.look.say('do.help'), text, app.look.say('close')))


async def leave(app: PolicycheckApp) -> None:
    """Ends the app; a text that is nowhere else is asked about first."""
    if not await _may_go(app, 'leave'):
        return
    app.recovery.remove()
    app.exit()


async def save(app: PolicycheckApp) -> None:
    """Saves the text in its file; asks for one where it has none."""
    if app.desk.post.path is None:
        await save_as(app)
        return
    app.notify(files.save_told(app.desk), markup=False)
    app.checking.refresh_status()


async def save_as(app: PolicycheckApp) -> None:
    """Saves the text in a file that is asked for."""
    await finishing.save_as(app.checking)


async def new(app: PolicycheckApp) -> None:
    """Begins another text; the one that is there is asked about where it is nowhere else."""
    if await _may_go(app, 'drop'):
        show(app, Post(given=dict(app.desk.post.given)))


async def open_file(app: PolicycheckApp) -> None:
    """Opens a file that is asked for."""
    look = app.look
    if not await _may_go(app, 'drop'):
        return
    said = await app.push_screen_wait(
        Ask(look.say('open.title'), look.say('open.where'), '', look.say('open.do'), look.say('cancel'))
    )
    if not said or not said.strip():
        return
    try:
        post = files.open_post(said.strip())
    except InputError as err:
        app.notify(told(err, app.desk.look.language), markup=False, severity='warning', timeout=8)
        return
    show(app, post)


async def _may_go(app: PolicycheckApp, what: str) -> bool:
    """Whether the text on the desk may go: it is kept somewhere, or the user says so. ``what``: 'leave', 'drop'."""
    look = app.look
    if not app.desk.post.unsaved:
        return True
    said = await app.push_screen_wait(
        Question(
            look.say(f'{what}.title'),
            look.say(f'{what}.text'),
            [
                ('stay', look.say('leave.stay')),
                ('save', look.say('leave.save')),
                ('go', look.say(f'{what}.go')),
            ],
        )
    )
    if said == 'save':
        await save(app)
    return said == 'go' or (said == 'save' and not app.desk.post.unsaved)


def show(app: PolicycheckApp, post: Post) -> None:
    """Puts another post on the desk."""
    app.desk.post = post
    app.checking.area.load_text(post.text)
    app.checking.area.show_items([])
    post.text = app.checking.area.text
    app.checking.revision_checked = -1
    app.checking.report = None
    app.checking.ask()
    app.checking.refresh_all()
    app.checking.area.focus()


def again(app: PolicycheckApp) -> None:
    """Reads the rules and checks the text again."""
    app.desk.checker.read_again()
    app.checking.problem = None
    app.checking.revision_checked = -1
    app.checking.ask()


def turn_off(app: PolicycheckApp) -> None:
    """Turns the tip that is spoken of off for this user."""
    item = app.checking.current
    if item is None:
        return
    if item.level == RIGHTS or item.level > ADVICE:
        app.notify(app.look.say('off.only_tips'), markup=False)
        return
    change(app, off=(*app.desk.settings.off, item.flag.rule.id))
    app.notify(app.look.say('off.done'), markup=False)
    app.checking.show_found(patient=False)


def change(app: PolicycheckApp, **values: Any) -> None:
    """Changes settings and writes them down."""
    app.desk.settings = app.desk.settings._replace(**values)
    try:
        settings.save(app.desk.settings, settings.path())
    except OSError as err:
        told = app.look.say('settings.failed', problem=err.strerror or str(err))
        app.notify(told, markup=False)


async def choose_language(app: PolicycheckApp) -> None:
    """Another language of the screens: the app starts again in it, the text stays."""
    entries = [(id, app.look.say(f'choose.language.{id}')) for id in LANGUAGES]
    said = await app.push_screen_wait(Choice(app.look.say('do.language'), entries, app.look.language))
    if said and said != app.look.language:
        change(app, language=said)
        app.desk.look = app.desk.look._replace(language=said)
        app.exit('restart')


async def choose_theme(app: PolicycheckApp) -> None:
    """Another theme, at once."""
    from policycheck.tui.themes import THEMES

    entries = [(id, app.look.say(f'choose.theme.{id}')) for id in THEMES]
    said = await app.push_screen_wait(Choice(app.look.say('do.theme'), entries, app.desk.settings.theme))
    if said:
        change(app, theme=said)
        app.theme = THEMES[said].name


async def choose_glyphs(app: PolicycheckApp) -> None:
    """Another set of signs: the app starts again with it."""
    entries = [(id, app.look.say(f'choose.glyphs.{id}')) for id in GLYPHS]
    said = await app.push_screen_wait(Choice(app.look.say('do.glyphs'), entries, app.look.glyphs))
    if said and said != app.look.glyphs:
        change(app, glyphs=said)
        app.desk.look = app.desk.look._replace(glyphs=said)
        app.exit('restart')


def where(app: PolicycheckApp) -> None:
    """Tells where files lie."""
    text = app.look.say(
        'settings.where',
        settings=settings.path(),
        state=recovery.folder(),
        policy=app.desk.checker.policy or app.look.say('settings.built_in'),
    )
    app.push_screen(Page(app.look.say('do.settings'), Content(text), app.look.say('close')))
