"""policycheck init: a few questions, and a commented policycheck.yaml."""

from __future__ import annotations

import os
import sys

from policycheck import places, starter
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.errors import InputError
from policycheck.model import LANGUAGES

_EXAMPLES = """examples:
  policycheck init
  policycheck init --yes
  policycheck init --language nb content/"""


def run(words: list[str]) -> int:
    """Asks, writes the file, says where it is and what to do next; never writes over a file."""
    parser = shared.parser('init', 'Write a commented policycheck.yaml for your organisation.', _EXAMPLES)
    parser.add_argument(
        'path',
        nargs='?',
        default='.',
        metavar='PATH',
        help='the folder of your drafts, or a file (default: here)',
    )
    parser.add_argument('--yes', action='store_true', help='ask nothing, take the defaults')
    parser.add_argument(
        '--language',
        choices=LANGUAGES,
        help='language of questions and comments (else: that of the system)',
    )
    given = parser.parse_args(words)
    language = shared.screen_language(given.language)
    path = _file(given.path)
    answers = starter.defaults(language) if given.yes else starter.ask(read_line, write_text, language)
    starter.write(path, starter.render(answers, language))
    page.put(say('init.written', language, path=path))
    example = os.path.join(os.path.dirname(path), 'post.md')
    page.put(say('init.next', language, example=example))
    return 0


def _file(given: str) -> str:
    """The file to write; raises InputError where there is one already or no folder to write it to."""
    path = os.path.normpath(os.path.join(given, places.POLICY_NAMES[0]) if os.path.isdir(given) else given)
    folder, name = os.path.split(path)
    if not name.endswith(('.yaml', '.yml')):
        raise InputError('there is no such folder; make it first', given)
    if folder and not os.path.isdir(folder):
        raise InputError('there is no such folder; make it first', folder)
    for other in places.POLICY_NAMES:
        if os.path.lexists(os.path.join(folder, other)) and other != name and name in places.POLICY_NAMES:
            raise InputError(
                'the file exists already; edit it, or move it away first', os.path.join(folder, other)
            )
    if os.path.lexists(path):
        # said before the questions, not after them
        raise InputError('the file exists already; edit it, or move it away first', path)
    return path


def read_line() -> str:
    """The next line of standard input, '' at its end; raises InputError for what is no text."""
    try:
        return sys.stdin.readline()
    except UnicodeDecodeError as err:
        raise InputError(f'this answer is not {err.encoding} text; write it in that encoding') from err


def write_text(text: str) -> None:
    """Writes to standard output at once, without a line end of its own; what a terminal obeys is made visible."""
    sys.stdout.write(''.join(map(_shown, text.splitlines(keepends=True))))
    sys.stdout.flush()


def _shown(line: str) -> str:
    end = '\n' if line.endswith('\n') else ''
    return page.shown(line.removesuffix('\n')) + end
