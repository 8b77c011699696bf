"""policycheck rules new: a few questions, and a commented rule file."""

from __future__ import annotations

import os
import sys
from functools import partial

from policycheck import machine
from policycheck.authoring import newrule, starter
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.check_wording import say
from policycheck.commands.init import read_line, write_text
from policycheck.context import today
from policycheck.errors import InputError
from policycheck.formats.complaints import translated
from policycheck.model import LANGUAGES, LEVELS, OFF

_EXAMPLES = """examples:
  policycheck rules new tone/cheap
  policycheck rules new tone/cheap --yes --languages en,nb --level note
  policycheck rules new tone/cheap --yes --words "en: our cheap, bargain" --title "en: Cheap"
What an option says is not asked. A file that is there is never written over."""


def run(words: list[str]) -> int:
    """Asks what no option says, writes the file, says where it is and what to do next."""
    parser = shared.parser('rules new', 'Write a new rule file, with comments.', _EXAMPLES)
    parser.add_argument('name', metavar='TOPIC/NAME', help='the id of the rule: tone/cheap')
    parser.add_argument(
        '--folder', default=newrule.FOLDER, help=f'the folder of your rules (default: {newrule.FOLDER})'
    )
    parser.add_argument('--yes', action='store_true', help='ask nothing, take options and defaults')
    parser.add_argument('--languages', metavar='LIST', help='en, nb, sv, fi (default: your own)')
    parser.add_argument('--level', choices=LEVELS[OFF + 1 :], help='how grave a hit is (default: advice)')
    parser.add_argument('--opinion', action='store_true', help='the rule is about opinions')
    parser.add_argument('--title', action='append', metavar='"LANG: TEXT"', help='what the rule is called')
    parser.add_argument('--words', action='append', metavar='"LANG: A, B"', help='words or phrases that flag')
    shared.add_screen_language(parser)
    shared.add_format(parser)
    given = parser.parse_args(words)
    language = shared.screen_language(given.screen_language)
    name = newrule.checked_name(given.name)
    path = os.path.join(given.folder, *f'{name}.yaml'.split('/'))
    if os.path.lexists(path):
        # said before the questions, not after them
        raise InputError('the file exists already; edit it, or move it away first', path)
    if os.path.exists(os.path.join(machine.rules_folder(), f'{name}.yaml')):
        raise InputError(
            f"'{name}' is a rule of policycheck; choose another name, or copy that rule and add overrides: "
            'with your reason'
        )
    answers = newrule.defaults(name, language)
    titles, phrases = _by_language(given.title, '--title'), _by_language(given.words, '--words')
    spoken = tuple(lang for lang in LANGUAGES if lang in (*titles, *phrases))
    languages = _languages(given.languages)
    for lang in spoken:
        if languages and lang not in languages:
            raise InputError(f"'{lang}' is not among --languages; add it there, or leave its words out")
    answers = answers._replace(
        languages=languages or spoken or answers.languages,
        level=given.level or answers.level,
        opinion=given.opinion,
        titles=titles,
        phrases={lang: newrule.split(said) for lang, said in phrases.items()},
    )
    said = {'languages': languages, 'level': given.level, 'opinion': given.opinion}
    if given.yes:
        answers = newrule.filled(answers)
    else:
        answers = newrule.ask(
            answers,
            read_line,
            partial(write_text, to=sys.stderr if given.format == 'json' else sys.stdout),
            language,
            lambda wrong: translated(wrong, language),
            {name for name, option in said.items() if option},
        )
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as err:
        raise InputError(f'the folder cannot be made: {err.strerror or err}', os.path.dirname(path)) from err
    starter.write(path, newrule.render(answers, language, today()))
    folder = f'./{given.folder}' if given.folder[0] not in './' else given.folder
    if given.format == 'json':
        # the name for packs: in policycheck.yaml
        page.data({'version': 1, 'id': name, 'path': path, 'pack': folder})
        return 0
    page.put(say('written', language, path=path))
    page.put(say('next', language, path=path))
    page.put(say('packs', language, folder=folder))
    return 0


def _languages(said: str | None) -> tuple[str, ...]:
    found = newrule.split(said or '')
    for one in found:
        if one not in LANGUAGES:
            raise InputError(f"--languages: '{one}' is not known; one of {', '.join(LANGUAGES)}")
    return found


def _by_language(said: list[str] | None, option: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in said or ():
        lang, colon, text = one.partition(':')
        if not colon or lang.strip() not in LANGUAGES or not text.strip():
            raise InputError(
                f'{option} "{one}": write the language first, as in {option} "en: {one or "..."}"'
            )
        found[lang.strip()] = ' '.join(text.split())
    return found
