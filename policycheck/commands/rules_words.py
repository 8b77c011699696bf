"""The word lists and other classes that phrases may name, for policycheck rules list --words."""

from __future__ import annotations

import os

from policycheck.authoring.catalogue import Catalogue
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.compiling.ruleplain import names
from policycheck.compiling.sources import content
from policycheck.context import today
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.schema import rulefile
from policycheck.words.lexicon import FOUND


class _List(NamedTuple):
    name: str
    languages: tuple[str, ...]
    about: str


def write(known: Catalogue, text: str, language: str, *, plain: bool) -> None:
    """Prints the word lists of all packs with a text in their names or descriptions, and the classes that need none.

    ``plain`` prints JSON.
    """
    every = _lists(known)
    lists = [one for one in every if text.casefold() in f'{one.name} {one.about}'.casefold()]
    named = [name for name in names(known.plain, today()) if name not in {one.name for one in every}]
    if plain:
        document = {
            'version': 1,
            'lists': [one._asdict() for one in lists],
            'found': FOUND,
            'named': named,
        }
        page.data(document)
        return
    width = max((len(one.name) for one in lists), default=0) + 2
    for one in lists:
        page.put(f'{page.padded(f"{{{one.name}}}", width)}  {" ".join(one.languages):11}  {one.about}')
    page.put()
    for key, classes in (('words.found', FOUND), ('words.named', named)):
        page.wrap(say(key, language, names=' '.join(f'{{{name}}}' for name in classes)), '', '  ')
    page.put(say('words.count', language, count=len(lists)))


def _lists(known: Catalogue) -> list[_List]:
    """Each list with the languages that any of its files has, sorted; raises InputError for a wrong file."""
    found: dict[str, _List] = {}
    for path in (path for pack in known.packs for path in pack.words):
        name = os.path.splitext(os.path.basename(path))[0]
        file, _ = rulefile.load_words(path, content(path))
        before = found.get(name, _List(name, (), file.about))
        languages = tuple(lang for lang in LANGUAGES if lang in before.languages or getattr(file, lang))
        found[name] = before._replace(languages=languages)
    return sorted(found.values())
