"""policycheck init: a few questions, and a commented policycheck.yaml."""

from __future__ import annotations

import os
import sys
from typing import Any, TextIO

from policycheck import git, machine
from policycheck.authoring import starter
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.errors import InputError
from policycheck.model import LANGUAGES
from policycheck.repository.repository_files import Piece, pieces

_EXAMPLES = """examples:
  policycheck init
  policycheck init --yes
  policycheck init --repo
  policycheck init --screen-language nb content/"""


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
        '--screen-language',
        '--language',
        choices=LANGUAGES,
        help='language of questions and comments (else: that of the system)',
    )
    parser.add_argument(
        '--repo',
        action='store_true',
        help='also hooks and CI, into an existing repository, after showing them',
    )
    given = parser.parse_args(words)
    language = shared.screen_language(given.screen_language)
    if given.repo:
        return _repository(given, language)
    path = _file(given.path)
    answers = starter.defaults(language) if given.yes else starter.ask(read_line, write_text, language)
    starter.write(path, starter.render(answers, language))
    page.put(say('init.written', language, path=path))
    example = os.path.join(os.path.dirname(path), 'post.md')
    page.put(say('init.next', language, example=example))
    return 0


def _repository(given: Any, language: str) -> int:
    """Shows what a repository gets, asks, writes it; a file that is there already stays as it is."""
    if not os.path.isdir(given.path):
        raise InputError('there is no such folder; make it first', given.path)
    top = git.root(given.path)
    if top is None:
        raise InputError(
            '--repo writes into a git repository, and this folder is in none; run git init', given.path
        )
    policy = os.path.join(top, machine.POLICY_NAMES[0])
    found = pieces(top)
    if not any(os.path.lexists(os.path.join(top, name)) for name in machine.POLICY_NAMES):
        answers = starter.defaults(language) if given.yes else starter.ask(read_line, write_text, language)
        found.insert(0, Piece(policy, starter.render(answers, language), False))
    new = [piece for piece in found if not piece.there]
    for piece in found:
        if piece.there:
            page.put(say('repo.there', language, path=os.path.relpath(piece.path)))
            _content(piece)
    if new:
        page.put(say('repo.would', language))
    for piece in new:
        page.put(f'--- {os.path.relpath(piece.path)}')
        _content(piece)
    if not new or not (given.yes or _agreed(language)):
        page.put(say('repo.nothing', language))
        return 0
    for piece in new:
        os.makedirs(os.path.dirname(piece.path), exist_ok=True)
        starter.write(piece.path, piece.content)
        page.put(say('repo.written', language, path=os.path.relpath(piece.path)))
    page.put(say('repo.next', language))
    return 0


def _content(piece: Piece) -> None:
    for line in piece.content.splitlines():
        page.put(f'    {line}' if line else '')


def _agreed(language: str) -> bool:
    write_text(say('repo.ask', language))
    # the end of input is no consent
    return read_line().strip().lower()[:1] in ('y', 'j', 'k')


def _file(given: str) -> str:
    """The file to write; raises InputError where there is one already or no folder to write it to."""
    path = os.path.normpath(os.path.join(given, machine.POLICY_NAMES[0]) if os.path.isdir(given) else given)
    folder, name = os.path.split(path)
    if not name.endswith(('.yaml', '.yml')):
        raise InputError('there is no such folder; make it first', given)
    if folder and not os.path.isdir(folder):
        raise InputError('there is no such folder; make it first', folder)
    for other in machine.POLICY_NAMES:
        if os.path.lexists(os.path.join(folder, other)) and other != name and name in machine.POLICY_NAMES:
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


def write_text(text: str, to: TextIO | None = None) -> None:
    """Writes at once, to standard output if nothing else is said; what a terminal obeys is made visible."""
    stream = to or sys.stdout
    stream.write(''.join(map(_shown, text.splitlines(keepends=True))))
    stream.flush()


def _shown(line: str) -> str:
    end = '\n' if line.endswith('\n') else ''
    return page.shown(line.removesuffix('\n')) + end
