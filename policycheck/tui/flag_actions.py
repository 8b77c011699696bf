"""What can be done with the flag that is spoken of: fix, keep, tell that it is wrong, ask, explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from policycheck import __version__
from policycheck.formats.options import contact
from policycheck.keep import FINDER
from policycheck.machine import KEEP_NAME
from policycheck.tui import story
from policycheck.tui.dialogs import Page
from policycheck.tui.finishing import where
from policycheck.tui.fixing import Edit, edit
from policycheck.tui.follow import Item
from policycheck.tui.keep_dialog import KeepDialog
from policycheck.tui.keeps import Kept, keeper
from policycheck.tui.keeps import keep as keeping
from policycheck.tui.look import RIGHTS
from policycheck.tui.why import WhyPane, content

if TYPE_CHECKING:
    from policycheck.tui.check_screen import CheckScreen


def tell(screen: CheckScreen, item: Item | None) -> None:
    """Shows in the pane below the list what is to be told of a flag."""
    desk, ruleset, pane = screen.desk, screen.desk.checker.ruleset, screen.query_one('#why', WhyPane)
    if item is None or ruleset is None or screen.report is None:
        pane.show_nothing(desk.look.say('why.none'))
        pane.border_subtitle = ''
        pane.border_title = desk.look.say('why.title')
        return
    post, look = desk.post, desk.look
    own = keeper(post.keeps, item, post.text)
    told = story.parts(item, post.text, screen.report, ruleset, look, own)
    pane.show(item, told, fixable=fix_of(screen, item) is not None, kept=screen.is_kept(item))
    pane.border_subtitle = Content(item.flag.rule.id)
    # in the frame: there it moves no line where meaning finds it later than words
    rights = item.level != RIGHTS and any(one.level == RIGHTS for one in screen.items)
    line = f'{look.sign(RIGHTS)} {look.say("why.rights_too")}'
    pane.border_title = Content.styled(line, '$mark-rights') if rights else look.say('why.title')


def fix_of(screen: CheckScreen, item: Item) -> Edit | None:
    """The fix of a flag that fits the text as it is now."""
    return edit(item, screen.desk.post.text, fresh=screen.fresh)


def fix(screen: CheckScreen) -> None:
    """Puts the fix in; the next flag is spoken of then."""
    item = screen.current
    if item is None:
        return
    found = fix_of(screen, item)
    look = screen.desk.look
    if found is None:
        screen.notify(look.say('told.no_fix'), markup=False)
        return
    screen.spoken_of, screen.ahead = _after(screen, found), True
    screen.area.put(*found)
    screen.notify(look.say('told.fixed'), markup=False, timeout=3)


def _after(screen: CheckScreen, edit: Edit) -> Item | None:
    """The flag that comes after a stretch that is put in order, round at the end."""
    left = [one for one in screen.items if one.end <= edit.start or one.start >= edit.end]
    later = [one for one in left if one.start >= edit.end and one.level != RIGHTS]
    return next(iter(later or left), None)


def keep(screen: CheckScreen) -> None:
    """Asks why the place is kept; where it is kept already, it no longer is."""
    item, post, look = screen.current, screen.desk.post, screen.desk.look
    if item is None or item.level == RIGHTS:
        return
    if screen.is_kept(item):
        left = _without(screen, item)
        if left is None:
            screen.notify(look.say('keep.beside', path=KEEP_NAME), markup=False)
            return
        post.keeps = left
        screen.notify(look.say('keep.undone'), markup=False, timeout=3)
        screen.again()
        screen.refresh_all()
        return
    if item.flag.finder == FINDER:
        screen.notify(look.say('keep.waiver'), markup=False)
        return
    text = post.text

    def kept_now(answer: tuple[str, str] | None) -> None:
        if answer is not None and post.text == text:
            post.keeps.append(keeping(item.flag, text, item.start, item.end, *answer))
            screen.notify(look.say('keep.done'), markup=False, timeout=3)
            screen.refresh_all()

    screen.app.push_screen(KeepDialog(item, look, official=screen.official, where=where(screen)), kept_now)


def _without(screen: CheckScreen, item: Item) -> list[Kept] | None:
    """What is kept without the entry that keeps a flag; None where that stands in another file."""
    post, report = screen.desk.post, screen.report
    own = keeper(post.keeps, item, post.text)
    if item.reason is None or report is None:
        return [one for one in post.keeps if one != own]
    left = post.without(item.flag, report.draft)
    return left if len(left) < len(post.keeps) else None


def wrong(screen: CheckScreen) -> None:
    """Copies a report for the owner of the rule, with a place for the words and without them."""
    item, look = screen.current, screen.desk.look
    if item is None or screen.report is None:
        return
    told = look.say(
        'wrong.text',
        rule=item.flag.rule.id,
        words=look.say('wrong.own'),
        language=look.word('language', screen.report.lang),
        channel=screen.report.context.channel.value,
        version=__version__,
    )
    screen.app.copy_to_clipboard(f'{look.say("wrong.title")}\n\n{told}')
    screen.notify(look.say('told.copied_wrong'), markup=False)


def ask(screen: CheckScreen) -> None:
    """Copies a question with the words of the flag to whom the rule names."""
    item, look, ruleset = screen.current, screen.desk.look, screen.desk.checker.ruleset
    if item is None or screen.report is None or ruleset is None:
        return
    known = contact(item.flag.rule.ask or 'default', ruleset.policy.get('contacts') or {})
    if not known:
        screen.notify(look.say('why.nobody'), markup=False)
        return
    id = screen.report.context.channel.value
    channel = look.word('channel', id) if id == 'other' else ruleset.channel(id).name
    words = look.quote(' '.join(item.flag.quote.split()))
    title = look.texts(item.flag.rule.title)
    screen.app.copy_to_clipboard(look.say('ask.text', channel=channel, words=words, title=title))
    who = ', '.join(filter(None, (known.get('who'), known.get('at'))))
    screen.notify(look.say('told.copied_ask', who=who), markup=False)


def explain(screen: CheckScreen) -> None:
    """Tells everything of a flag on a page of its own."""
    item, look, ruleset = screen.current, screen.desk.look, screen.desk.checker.ruleset
    if item is None or screen.report is None or ruleset is None:
        return
    post = screen.desk.post
    own = keeper(post.keeps, item, post.text)
    told = story.parts(item, post.text, screen.report, ruleset, look, own)
    if item.level != RIGHTS:
        told = [part for part in told if part.key != 'part.before'] + story.more(item, ruleset, look)
    text = Content.assemble(
        (f'{look.sign(item.level)} {look.level(item.level)}  {look.texts(item.flag.rule.title)}', 'bold'),
        (f'   {item.flag.rule.id}\n\n', '$quiet'),
        content(told, look, apart=True),
    )
    screen.app.push_screen(Page(look.say('why.title'), text, look.say('close')))


def context(screen: CheckScreen) -> None:
    """Asks for channel, account, reply and language, and checks again."""
    from policycheck.tui.context_dialog import ContextDialog

    def chosen(given: dict[str, object] | None) -> None:
        if given is not None:
            screen.desk.post.given = given
            screen.again()

    screen.app.push_screen(ContextDialog(screen.desk, screen.report), chosen)
