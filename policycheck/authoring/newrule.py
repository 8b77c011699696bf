"""``policycheck rules new``: a few questions, and the commented rule file that holds the answers."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Container

from policycheck.authoring.newrule_words import COMMENTS, QUESTIONS, TEXTS
from policycheck.errors import InputError
from policycheck.model import LANGUAGES, LEVELS, OFF
from policycheck.records import NamedTuple
from policycheck.schema.rulefile import TITLE_AT_MOST
from policycheck.words.phrase_tree import PhraseError
from policycheck.words.phrases import parse

FOLDER = os.path.join('policy', 'rules')
"""Where an organisation's own rules are written if nothing else is said."""

UNFILLED = '...'
"""Stands in a new file where the author has to write something."""

_NAME = re.compile(r'[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*')
_NO_TOPICS = ('words', 'exemplars', 'ordinary')
_YES = {'yes': True, 'y': True, 'ja': True, 'j': True, 'kyllä': True, 'k': True,
        'no': False, 'n': False, 'nei': False, 'nej': False, 'ei': False, 'e': False}  # fmt: skip

_LEVELS = {
    **{level: level for level in LEVELS[OFF + 1 :]},
    'merk': 'note', 'notera': 'note', 'huomaa': 'note',
    'tip': 'advice', 'tips': 'advice', 'vinkki': 'advice',
    'reason': 'warn', 'begrunn': 'warn', 'motivera': 'warn', 'perustele': 'warn',
    'stopp': 'stop', 'seis': 'stop',
}  # fmt: skip
"""Levels by what they are called in files, and on the screens of all four languages."""

Check = Callable[[str], str | None]
"""What is wrong with an answer, in a sentence; None where nothing is."""


class Answers(NamedTuple):
    """What the author said; titles and phrases by language."""

    name: str
    languages: tuple[str, ...]
    titles: dict[str, str]
    level: str = 'advice'
    opinion: bool = False
    phrases: dict[str, tuple[str, ...]] = {}  # noqa: RUF012, read only


def checked_name(name: str) -> str:
    """The id of a new rule; raises InputError where it is none."""
    if not _NAME.fullmatch(name) or name.partition('/')[0] in _NO_TOPICS:
        raise InputError(
            f"'{name}' is no name of a rule; write <topic>/<name> with small letters, digits and -, "
            'such as tone/cheap'
        )
    return name


def defaults(name: str, language: str) -> Answers:
    """The answers of somebody who only presses Enter: a rule that looks for its own name."""
    languages = (language,)
    title = name.partition('/')[2].replace('-', ' ').capitalize()[:TITLE_AT_MOST]
    return Answers(name, languages, dict.fromkeys(languages, title))


def filled(answers: Answers) -> Answers:
    """The answers with a title and a phrase in each of their languages; raises InputError for what cannot be read."""
    name = answers.name.partition('/')[2].replace('-', ' ')
    titles = {lang: answers.titles.get(lang) or name.capitalize() for lang in answers.languages}
    phrases = {lang: answers.phrases.get(lang) or (name,) for lang in answers.languages}
    for lang in answers.languages:
        for wrong in (title_fault(titles[lang]), *map(phrase_fault, phrases[lang])):
            if wrong:
                raise InputError(wrong)
    return answers._replace(titles=titles, phrases=phrases)


def title_fault(title: str) -> str | None:
    """What is wrong with a title."""
    over = len(title) > TITLE_AT_MOST
    return f"'{title}' has {len(title)} characters; at most {TITLE_AT_MOST}" if over else None


def phrase_fault(phrase: str) -> str | None:
    """What is wrong with a phrase."""
    try:
        parse(phrase)
    except PhraseError as err:
        return f"'{phrase}', column {err.column}: {err.message}"
    return None


def ask(
    answers: Answers,
    read: Callable[[], str],
    write: Callable[[str], None],
    language: str,
    say: Callable[[str], str] = str,
    settled: Container[str] = (),
) -> Answers:
    """Asks the questions; ``read`` gives a line, '' at the end of the input. Empty answers take the default.

    Of 'languages', 'level' and 'opinion' those that are ``settled`` are not asked, nor a title or phrases
    that the answers have and that will do. ``say`` puts what is wrong with an answer into the reader's language.

    Raises InputError when the input ends before the questions.
    """
    talk = QUESTIONS[language]

    def one(question: str, standing: str, wrong: Check) -> str:
        while True:
            write(f'{question} [{standing}] ')
            line = read()
            if not line:
                raise InputError(
                    'the input ended before the questions; answer each on a line of its own, '
                    'or take the defaults with policycheck rules new --yes'
                )
            said = ' '.join(line.split()) or standing
            fault = wrong(said)
            if fault is None:
                return said
            write(say(fault) + '\n')

    def known(words: tuple[str, ...], shown: tuple[str, ...] = ()) -> Check:
        listed = ', '.join(shown or words)
        return lambda said: (
            None if said and set(split(said.casefold())) <= {*words} else f'{talk["one_of"]} {listed}'
        )

    write(talk['opening'].format(name=answers.name) + '\n')
    languages, level, opinion = answers.languages, answers.level, answers.opinion
    if 'languages' not in settled:
        languages = split(one(talk['languages'], ', '.join(languages), known(LANGUAGES)).casefold())
    if 'level' not in settled:
        level = _LEVELS[one(talk['level'], level, known(tuple(_LEVELS), LEVELS[OFF + 1 :])).casefold()]
    if 'opinion' not in settled:
        standing = talk['yes'] if opinion else talk['no']
        shown = talk['yes'], talk['no']
        opinion = _YES[one(talk['opinion'], standing, known(tuple(_YES), shown)).casefold()]
    titles: dict[str, str] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    first = filled(answers._replace(languages=languages))
    for lang in languages:
        title, said = first.titles[lang], ', '.join(first.phrases[lang])
        if lang not in answers.titles or title_fault(title):
            title = one(talk[f'title.{lang}'], title, title_fault)
        if lang not in answers.phrases or _phrases_fault(said):
            said = one(talk[f'words.{lang}'], said, _phrases_fault)
        titles[lang], phrases[lang] = title, split(said)
    return answers._replace(languages=languages, level=level, opinion=opinion, titles=titles, phrases=phrases)


def _phrases_fault(said: str) -> str | None:
    return next((wrong for phrase in split(said) if (wrong := phrase_fault(phrase))), None)


def split(said: str) -> tuple[str, ...]:
    """The parts of an answer between commas, each once.

    >>> split('cheap, our  rate,cheap')
    ('cheap', 'our rate')
    """
    return tuple(dict.fromkeys(filter(None, (' '.join(part.split()) for part in said.split(',')))))


def render(answers: Answers, language: str, day: str) -> str:
    """The text of the rule file, commented in a language, of a day (ISO); rulefile.load reads the answers back."""
    say = COMMENTS[language]
    topic = answers.name.partition('/')[0].replace('-', '_')
    category = topic if topic[0].isalpha() else f'own_{topic}'
    langs = answers.languages
    lines = [f'# {say["head"].format(name=answers.name)}', f'category: {category}']
    if langs != LANGUAGES:
        lines += [f'languages: [{", ".join(langs)}]  # {say["languages"]}']
    lines += ['title:', *(f'  {lang}: {_quoted(answers.titles[lang])}' for lang in langs)]
    lines += [f'# {say["level"]}', f'level: {answers.level}']
    lines += [f'# {say["opinion"]}', f'opinion: {str(answers.opinion).lower()}']
    for key in ('why', 'advice'):
        lines += [f'# {say[key]}', f'{key}:', *(f'  {lang}: {_quoted(TEXTS[lang][key])}' for lang in langs)]
    lines += [f'# {say["find"]}', 'find:']
    for lang in langs:
        lines += [f'  {lang}: |', *(f'    {phrase}' for phrase in answers.phrases[lang])]
    lines += [
        *(f'# {say["adjust"]}', 'adjust:', '  - {if: [quoted, question], level: off}'),
        f'# {say["sources"]}',
        '# sources: [{title: ..., url: "https://..."}]',
        f'# checked: {day}',
        f'# {say["examples"]}',
        'examples:',
    ]
    for lang in langs:
        lines += [
            *(f'  {lang}:', '    flags:', f'      - "[[{UNFILLED}]]"  # {say["flags"]}'),
            *('    passes:', f'      - "{UNFILLED}"  # {say["passes"]}'),
        ]
    return '\n'.join(lines) + '\n'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
