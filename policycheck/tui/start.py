"""How the app starts: the file, the settings, the terminal; plain mode where a terminal cannot show it."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

from policycheck.commands import options as shared

_EXAMPLES = """examples:
  policycheck open post.md
  policycheck open post.md --channel linkedin --account official"""


def run(words: list[str]) -> int:
    """Opens the app, with the file that is named."""
    parser = shared.parser(
        'open', 'Open the app: flags while you write. Nothing leaves this computer.', _EXAMPLES
    )
    parser.add_argument(
        'path', nargs='?', metavar='FILE', help='a text or Markdown file; it need not exist yet'
    )
    shared.add_policy(parser)
    shared.add_context(parser)
    shared.add_meaning(parser)
    shared.add_screen_language(parser)
    parser.add_argument('--plain', action='store_true', help='question by question, without a screen')
    given = parser.parse_args(words)
    from policycheck.tui import settings as own

    settings = own.load(own.path())
    why = plain_because(settings.plain or given.plain)
    if why is None:
        _app(given, settings)
    from policycheck.tui import plain

    return plain.start(given, settings, why)


def plain_because(wanted: bool) -> str | None:
    """Why the app cannot be shown here, as a key of the texts of plain mode; None where it can."""
    if wanted or os.environ.get('POLICYCHECK_PLAIN') not in (None, '', '0'):
        return 'wanted'
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return 'no_terminal'
    if (os.environ.get('TERM') or ('dumb' if sys.platform != 'win32' else '')) == 'dumb':
        return 'dumb'
    if not shared.unicode(sys.stderr):
        return 'no_unicode'
    return None


def _app(given: Any, settings: Any) -> NoReturn:
    # short turns for the thread that checks, so that a key never waits long for its own
    sys.setswitchinterval(0.0005)
    for name in ('COLUMNS', 'LINES'):
        # a shell may hand on the size that the window had when it started
        os.environ.pop(name, None)
    from policycheck.tui.app import RESTART, PolicycheckApp
    from policycheck.tui.checking import Checker
    from policycheck.tui.files import open_post
    from policycheck.tui.look import Look
    from policycheck.tui.post import Desk, Post
    from policycheck.tui.recovery import Recovery

    policy = shared.policy(given.policy, given.path) or settings.policy
    post = open_post(given.path) if given.path else Post()
    post.given = {name: value for name, value in shared.settings(given).items() if value is not None}
    look = Look(shared.screen_language(given.screen_language, settings.language), settings.glyphs)
    recovery = Recovery(settings.recovery)
    greeting = ''
    if not given.path and (found := recovery.found()) is not None:
        post, greeting = found, look.say('back.again')
    desk = Desk(look, settings, Checker(policy, meaning=not given.no_meaning), post, greeting)
    while True:
        app = PolicycheckApp(desk, recovery)
        if app.run() != RESTART:
            break
    code = app.return_code or 0
    if code == 0:
        recovery.remove()
    sys.stdout.flush()
    sys.stderr.flush()
    # a check may be under way in its thread, and taking all modules down takes half a second
    os._exit(code)
