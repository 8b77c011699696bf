"""policycheck cache: what is kept from earlier runs, and its removal."""

from __future__ import annotations

import os
from collections.abc import Iterator

from policycheck import machine
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.errors import InputError
from policycheck.formats.messages import number
from policycheck.repository import recall

_EXAMPLES = """examples:
  policycheck cache info
  policycheck cache clear"""
_RULES = ('.pc', '.ref', '.json')


def run(words: list[str]) -> int:
    """Says what is kept, or removes it; 0."""
    parser = shared.parser(
        'cache',
        'Compiled rules and verdicts of earlier runs: hashes and places, no text of any post.',
        _EXAMPLES,
    )
    parser.add_argument('action', choices=('info', 'clear'), help='say what there is, or remove it')
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    language = shared.screen_language(given.screen_language)
    folder = machine.cache_folder()
    if folder is None:
        page.put(say('cache.none', language))
        return 0
    rules, verdicts = list(_files(folder, _RULES)), list(_files(os.path.join(folder, recall.FOLDER)))
    size = sum(entry.stat().st_size for entry in (*rules, *verdicts))
    if given.action == 'clear':
        for entry in (*rules, *verdicts):
            try:
                os.unlink(entry.path)
            except FileNotFoundError:
                # another run has tidied up
                pass
            except OSError as err:
                raise InputError(f'cannot be removed: {err.strerror or err}', entry.path) from err
    page.put(say(f'cache.{given.action}', language, folder=folder))
    compiled = sum(entry.name.endswith('.pc') for entry in rules)
    page.put(
        say('cache.holds', language, rules=compiled, logs=len(verdicts), size=number(size / 1e6, 1, language))
    )
    return 0


def _files(folder: str, endings: tuple[str, ...] = (recall.ENDING,)) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if entry.is_file() and entry.name.endswith(endings))
    except FileNotFoundError:
        return
