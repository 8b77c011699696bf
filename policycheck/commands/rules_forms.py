"""policycheck rules forms: what the words and lists of a phrase stand for."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck import machine
from policycheck.authoring.catalogue import Catalogue, catalogue
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.compiling.forms import Forms, additions
from policycheck.compiling.plans import plain
from policycheck.compiling.ruleplain import names
from policycheck.compiling.sources import content, inflected, word_table
from policycheck.context import today
from policycheck.errors import InputError
from policycheck.formats.excerpt import columns
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.schema import rulefile
from policycheck.strict_yaml.yamlfile import Located
from policycheck.words import phrases
from policycheck.words.entries import WordTable
from policycheck.words.lexicon import FIRST, FOUND, LAST, WRITTEN
from policycheck.words.phrase_tree import (
    Choice,
    Class,
    Element,
    PhraseError,
    Word,
    sequences,
    spelled,
    words_of,
)
from policycheck.words.policy_names import named
from policycheck.words.vocabulary import UnknownClassError, Vocabulary

_EXAMPLES = """examples:
  policycheck rules forms "(hate|loathe) my job" --lang en
  policycheck rules forms "{employer} ~ {contempt}" --lang fi
  policycheck rules forms "*tarjous ...3 heti" --lang fi --patterns
  policycheck rules forms "{tragedy}" --lang nb --format json"""
_FIRST = 24
"""Forms that are shown of a list."""


def run(words: list[str]) -> int:
    """Prints what each word and list of a phrase stands for, with --patterns the patterns of spaCy too."""
    parser = shared.parser('rules forms', 'Show what the words and lists of a phrase stand for.', _EXAMPLES)
    parser.add_argument('phrase', metavar='PHRASE', help='as it stands in a rule, in quotation marks')
    parser.add_argument('--lang', choices=LANGUAGES, required=True, help='language of the phrase')
    parser.add_argument(
        '--patterns', action='store_true', help="the token patterns that spaCy's Matcher gets"
    )
    parser.add_argument('--all', action='store_true', help=f'all forms of a list, not the first {_FIRST}')
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    shared.add_format(parser)
    given = parser.parse_args(words)
    try:
        tree = phrases.parse(given.phrase)
    except PhraseError as err:
        raise _pointed(err.message, given.phrase, err.column) from err
    known = catalogue(shared.policy(given.policy))
    language = shared.screen_language(given.screen_language, known.plain.get('screen_language'))
    parts = list(dict.fromkeys(part for own in sequences(tree) for part in _parts(own.elements)))
    vocabulary = _vocabulary(known, given.lang, parts)
    try:
        compiled = plain(tree, vocabulary)
    except UnknownClassError as err:
        raise _pointed(vocabulary.absent(err.name), given.phrase, err.column) from err
    except ValueError as err:
        raise InputError(str(err)) from err
    own_names = names(known.plain, today())
    vocabulary.add(named(own_names, vocabulary.holders(), given.lang, ()))
    if given.format == 'json':
        document = {'version': 1, 'phrase': given.phrase, 'lang': given.lang}
        document['parts'] = list(
            {spelled(part): _plain(part, vocabulary, own_names) for part in parts}.values()
        )
        page.data(document | (_matched(compiled, vocabulary) if given.patterns else {}))
        return 0
    shown: set[str] = set()
    for part in parts:
        name, what = (
            spelled(part),
            _what(part, vocabulary, own_names, language, None if given.all else _FIRST),
        )
        if name not in shown:
            page.wrap(f'{name}  {what}', '', '  ')
        shown.add(name)
    if given.patterns:
        _patterns(compiled, vocabulary, language)
    return 0


def _pointed(message: str, phrase: str, column: int) -> InputError:
    """The error with the phrase below it and a caret under a column of it."""
    before = page.shown(phrase[: column - 1])
    return InputError(f'column {column}: {message}\n  {page.shown(phrase)}\n  {" " * columns(before)}^')


def _parts(elements: Iterable[Element]) -> Iterator[Word | Class]:
    """The words and classes among elements, in the order in which they are written."""
    for element in elements:
        if isinstance(element, Choice):
            for option in element.options:
                yield from _parts(option)
        elif isinstance(element, Word | Class):
            yield element


def _vocabulary(known: Catalogue, lang: str, parts: Iterable[Word | Class]) -> Vocabulary:
    """The words of a language with the lists that these parts need."""
    files: dict[str, list[tuple[str, Located]]] = {}
    paths: dict[str, list[str]] = {}
    for pack in known.packs:
        for path in pack.words:
            paths.setdefault(os.path.splitext(os.path.basename(path))[0], []).append(path)
    lists: dict[str, WordTable] = {}
    waiting = [part.name for part in parts if isinstance(part, Class)]
    if any(isinstance(part, Class) and part.name not in paths for part in parts):
        # an unknown name is answered with the nearest known one
        waiting += paths
    while waiting:
        name = waiting.pop()
        if name in lists or name not in paths:
            continue
        for path in paths[name]:
            model, located = rulefile.load_words(path, content(path))
            if getattr(model, lang):
                files.setdefault(name, []).append((path, located))
        if name in files:
            lists[name] = word_table(files[name], lang)
            waiting += [
                element.name
                for entry in lists[name].entries
                for element in _parts(entry.elements)
                if isinstance(element, Class)
            ]
    forms = Forms(machine.cache_folder(), additions(known.packs))
    own = {part.text for part in parts if isinstance(part, Word)}
    forms_of = forms.of(lang, own | inflected(lists.values(), ()), {})
    return Vocabulary(lang, lists, forms_of, frozenset(), paths)


class _Listed(NamedTuple):
    """What a class stands for: how many entries its lists have, their words and phrases, names of the policy."""

    entries: int
    forms: list[str]
    phrases: list[str]
    names: list[str]


def _listed(part: Class, vocabulary: Vocabulary, own_names: Mapping[str, list[str]]) -> _Listed:
    table = vocabulary.lists.get(part.name)
    names_ = own_names.get(part.name, [])
    if table is None:
        return _Listed(0, [], [], names_)
    entries = [entry for entry in table.entries if not entry.exception]
    phrases_ = [_written(entry.elements) for entry in entries if len(list(words_of(entry.elements))) > 1]
    return _Listed(len(entries), _forms(part, vocabulary), phrases_, names_)


def _plain(part: Word | Class, vocabulary: Vocabulary, own_names: Mapping[str, list[str]]) -> dict[str, Any]:
    """A part for programs, with all it stands for; a class that is found without a list has nothing beside it."""
    if isinstance(part, Word):
        return {'written': spelled(part), 'forms': _forms(part, vocabulary)}
    if part.name in FOUND:
        return {'written': spelled(part)}
    return {'written': spelled(part), **_listed(part, vocabulary, own_names)._asdict()}


def _what(
    part: Word | Class,
    vocabulary: Vocabulary,
    own_names: Mapping[str, list[str]],
    language: str,
    most: int | None,
) -> str:
    if isinstance(part, Word):
        return _word(part, vocabulary, language)
    if part.name in FOUND:
        return say('found.class', language)
    said = []
    own = _listed(part, vocabulary, own_names)
    if part.name in vocabulary.lists:
        said.append(f'{say("found.list", language, count=own.entries)}: {_first(own.forms, most)}')
    if own.phrases:
        said.append(_first(own.phrases, most))
    if own.names:
        said.append(f'{say("found.names", language, count=len(own.names))}: {_first(own.names, most)}')
    return '; '.join(said) or say('found.names', language, count=0)


def _word(part: Word, vocabulary: Vocabulary, language: str) -> str:
    if part.forms == 'first':
        return say('found.first', language)
    forms = _forms(part, vocabulary)
    if part.forms == 'case' or forms == [part.text]:
        return say(f'found.{"case" if part.forms == "case" else "itself"}', language)
    if part.forms == 'last':
        forms = [form.removeprefix('*') for form in forms]
    key = 'found.last' if part.forms == 'last' else 'found.words'
    return f'{say(key, language, count=len(forms))}: {", ".join(forms)}'


def _forms(part: Word | Class, vocabulary: Vocabulary) -> list[str]:
    """The forms that fill the slot of a word or a class, sorted, as a phrase would ask for them."""
    slot = vocabulary.element(part)
    return sorted(_asked(form) for form, slots in vocabulary.forms.items() if slot in slots)


def _asked(key: str) -> str:
    shapes = {FIRST: '{}*', LAST: '*{}', WRITTEN: '={}'}
    return shapes[key[0]].format(key[1:]) if key[0] in shapes else key


def _written(elements: Iterable[Element]) -> str:
    return ' '.join(
        '(' + '|'.join(map(_written, element.options)) + ')'
        if isinstance(element, Choice)
        else spelled(element)
        for element in elements
        if isinstance(element, Word | Class | Choice)
    )


def _first(texts: list[str], most: int | None) -> str:
    return ', '.join(texts[:most]) + (' …' if most is not None and len(texts) > most else '')


def _matched(tree: Any, vocabulary: Vocabulary) -> dict[str, Any]:
    """The names of the slots that the patterns of a phrase have, and each sequence: patterns and gaps in turn."""
    # spaCy is a slow import, and only patterns need it
    from policycheck.nlp.match import token_pattern

    names_ = {
        slot: name if kind != 'class' else f'{{{name}}}' for (kind, name), slot in vocabulary.slot_of.items()
    }
    runs = list(_sequences(tree))
    used = sorted({slot for _, parts in runs for run_ in parts[::2] for slot in run_})
    return {
        'slots': {slot: names_[slot] for slot in used},
        'patterns': [
            {
                'at_start': at_start,
                'parts': [part if isinstance(part, int) else token_pattern(tuple(part)) for part in parts],
            }
            for at_start, parts in runs
        ],
    }


def _patterns(tree: Any, vocabulary: Vocabulary, language: str) -> None:
    found = _matched(tree, vocabulary)
    slots = ', '.join(f'{slot} {name}' for slot, name in found['slots'].items())
    page.put()
    page.wrap(f'{say("forms.patterns", language)}: {slots}', '', '  ')
    for sequence in found['patterns']:
        page.put()
        if sequence['at_start']:
            page.put(say('forms.start', language))
        for part in sequence['parts']:
            if isinstance(part, int):
                page.put(say('forms.gap', language, words=part))
            else:
                for token in part:
                    page.put(f'  {json.dumps(token, ensure_ascii=False)}')


def _sequences(tree: Any) -> Iterator[tuple[bool, list[Any]]]:
    """The sequences of slots and gaps of a tree as plans.plain gives it."""
    kind, *operands = tree
    if kind == 'seq':
        yield from operands[0]
    else:
        for operand in operands:
            yield from _sequences(operand)
