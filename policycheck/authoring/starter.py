"""``policycheck init``: a few questions, and the commented policycheck.yaml that holds the answers."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from typing import Any

from policycheck.authoring.starter_words import COMMENTS, KINDS, MEANT, QUESTIONS, TALK
from policycheck.errors import InputError
from policycheck.model import CHANNELS, JURISDICTIONS, LANGUAGES
from policycheck.records import NamedTuple

COUNTRIES = ('NO', 'SE', 'FI', 'US', 'GB', 'EU')
_SECTORS = {'school': 'school', 'care': 'health', 'agency': 'communications'}
_NOT_WORDS = frozenset(('y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null'))
_LONGEST = 200
"""Characters of an answer that are kept; a name is never longer."""


class Answers(NamedTuple):
    """What the organisation said; empty where it said nothing."""

    kind: str = 'company'
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    name: str = ''
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    channels: tuple[tuple[str, str, str], ...] = ()
    """Id, purpose and goal."""
    who: str = ''
    at: str = ''
    hours: str = ''
    out_of_hours: str = ''
    reporting: tuple[tuple[str, str], ...] = ()
    """Name and how to reach it."""


class Question(NamedTuple):
    """One question: ``choices`` are the answers it takes by what is shown of them, any text when empty."""

    key: str
    text: str
    choices: dict[str, str]
    many: bool


def defaults(language: str) -> Answers:
    """The answers of somebody who only presses Enter."""
    return Answers(
        countries=JURISDICTIONS[language],
        languages=(language,) if language == 'en' else (language, 'en'),
        channels=(('linkedin', '', ''),),
    )


def questions(language: str) -> list[Question]:
    """The questions in a language, in their order; ``{channel}`` is asked for each channel."""
    choices: dict[str, dict[str, str]] = {
        'kind': {said: kind for kind, said in KINDS[language].items()},
        'countries': {country: country for country in COUNTRIES},
        'languages': {lang: lang for lang in LANGUAGES},
        'channels': {channel: channel for channel in CHANNELS},
    }
    shown = {'kind': ', '.join(KINDS[language].values()), 'channels': ', '.join(CHANNELS)}
    many = {
        'countries',
        'languages',
        'aliases',
        'handles',
        'products',
        'competitors',
        'channels',
        'reporting',
    }
    return [
        Question(key, text.replace('{choices}', shown.get(key, '')), choices.get(key, {}), key in many)
        for key, text in QUESTIONS[language].items()
    ]


def ask(read: Callable[[], str], write: Callable[[str], None], language: str) -> Answers:
    """Asks the questions; ``read`` gives a line, '' at the end of the input, as ``sys.stdin.readline`` does.

    An empty answer takes the default. Raises InputError when the input ends before the questions.
    """
    answers = defaults(language)
    write(TALK[language]['opening'] + '\n')
    for question in questions(language):
        if question.key == 'channels':
            given = _answer(question, tuple(row[0] for row in answers.channels), read, write, language)
            answers = answers._replace(channels=tuple((channel, '', '') for channel in given))
        elif question.key in ('purpose', 'goal'):
            at = 1 if question.key == 'purpose' else 2
            rows = [list(row) for row in answers.channels]
            for row in rows:
                named = question._replace(text=question.text.replace('{channel}', row[0]))
                row[at] = ''.join(_answer(named, (), read, write, language))
            answers = answers._replace(channels=tuple((row[0], row[1], row[2]) for row in rows))
        elif question.key == 'reporting':
            given = _answer(question, (), read, write, language)
            answers = answers._replace(reporting=tuple(_named(text) for text in given))
        else:
            before = getattr(answers, question.key)
            shown = before if question.many else tuple(filter(None, (before,)))
            given = _answer(question, shown, read, write, language)
            value: Any = given if question.many else ''.join(given)
            answers = answers._replace(**{question.key: value})
    return answers


def render(answers: Answers, language: str) -> str:
    """The text of policycheck.yaml; policy.load reads the answers back from it."""
    say = COMMENTS[language]
    first = answers.channels[0][0] if answers.channels else 'other'
    lines = [f'# {say["head"]}', '', f'# {say["organisation"]}', 'organisation:']
    lines.append(f'  name: {_quoted(answers.name)}' if _clean(answers.name) else '  # name: ...')
    lines += [
        f'  aliases: {_list(answers.aliases)}  # {say["aliases"]}',
        f'  handles: {_list(answers.handles)}',
        f'  products: {_list(answers.products)}',
        f'  competitors: {_list(_others(answers))}',
        f'  # {say["secrets"]}',
        f'  # secrets: [{{words: {say["secret"]}, until: 2027-03-01}}]',
        f'  {"" if answers.kind in _SECTORS else "# "}sector: {_SECTORS.get(answers.kind, "energy")}'
        f'  # {say["sector"]}',
        f'  listed: {str(answers.kind == "listed").lower()}  # {say["listed"]}',
        f'  public_body: {str(answers.kind == "public").lower()}  # {say["public_body"]}',
        *('', f'# {say["languages"]}', f'languages: {_list(answers.languages)}'),
        *('', f'# {say["jurisdictions"]}', f'jurisdictions: {_list(answers.countries)}'),
        *('', f'# {say["defaults"]}'),
        f'defaults: {{account: personal, channel: {first}, reply: false}}',
        *('', f'# {say["channels"]}', 'channels:'),
    ]
    for channel, purpose, goal in answers.channels:
        keys = {'purpose': purpose, 'goal': goal, 'hours': answers.hours}
        lines.append(f'  {channel}: {_keys(keys)}')
    lines += ['', f'# {say["contacts"]}', 'contacts:']
    contact = {'who': answers.who or answers.at, 'at': answers.at, 'out_of_hours': answers.out_of_hours}
    lines.append(
        f'  default: {_keys(contact)}' if _clean(contact['who']) else '  # default: {who: ..., at: ...}'
    )
    lines += ['', f'# {say["reporting"]}', 'reporting:']
    lines += [f'  - {_keys({"name": name, "at": at})}' for name, at in answers.reporting if _clean(name)] or [
        '  # - {name: ..., at: ...}'
    ]
    lines += [
        *('', f'# {say["silent_periods"]}', '# silent_periods: [{from: 2027-01-15, to: 2027-02-11}]'),
        *('', f'# {say["sensitive_topics"]}'),
        f'# sensitive_topics: [{{words: {say["topic"]}, until: 2027-02-01}}]',
        *('', f'# {say["packs"]}', 'packs: [default]'),
        *(
            '',
            f'# {say["rules"]}',
            '# rules:',
            f'#   style/hashtags: {{level: off, reason: {say["reason"]}}}',
        ),
        *('', f'# {say["fail_on"]}', 'fail_on: warn'),
        *('', f'# {say["files"]}', '# files: {include: ["content/**/*.md"], exclude: [drafts/]}'),
    ]
    return '\n'.join(lines) + '\n'


def write(path: str, text: str) -> None:
    """Writes a new file, whole or not at all. Raises InputError if there is one or it cannot be written."""
    waiting = f'{path}.{os.getpid()}.new'
    try:
        if os.path.lexists(path):
            raise FileExistsError
        with open(waiting, 'xb') as file:
            file.write(text.encode())
        try:
            # unlike a rename, a link never replaces a file that came in between
            os.link(waiting, path)
        except FileExistsError:
            raise
        except OSError:
            os.rename(waiting, path)
    except FileExistsError:
        raise InputError('the file exists already; edit it, or move it away first', path) from None
    except OSError as err:
        raise InputError(f'the file cannot be written: {err.strerror or err}', path) from err
    finally:
        if os.path.lexists(waiting):
            os.unlink(waiting)


def _answer(
    question: Question,
    default: tuple[str, ...],
    read: Callable[[], str],
    write: Callable[[str], None],
    language: str,
) -> tuple[str, ...]:
    shown = {value: said for said, value in question.choices.items()}
    while True:
        standing = ', '.join(shown.get(value, value) for value in default)
        write(f'{question.text} [{standing}] ')
        line = read()
        if not line:
            raise InputError(
                'the input ended before the questions; answer each on a line of its own, '
                'or take the defaults with policycheck init --yes'
            )
        given = [_clean(part) for part in (line.split(',') if question.many else [line])]
        words = tuple(dict.fromkeys(filter(None, given)))
        if not words:
            return default
        taken = {said.casefold(): value for said, value in question.choices.items()}
        unknown = [word for word in words if taken and word.casefold() not in taken]
        if not unknown:
            return tuple(dict.fromkeys(taken.get(word.casefold(), word) for word in words))
        meant = _meant(unknown[0], shown)
        key = 'unknown' if meant is None else 'meant'
        choices = ', '.join(shown.values())
        write(TALK[language][key].format(word=unknown[0], choices=choices, meant=meant) + '\n')


def _meant(word: str, shown: dict[str, str]) -> str | None:
    """The choice, as it is shown, that somebody may have meant with another word; None where none is near."""
    # rapidfuzz and pydantic are slow imports for the one who types right
    from policycheck.strict_yaml.fields import nearest

    folded = word.casefold()
    known = {
        **{value.casefold(): said for value, said in shown.items()},
        **{s.casefold(): s for s in shown.values()},
    }
    value = MEANT.get(folded)
    near = next((said for own, said in known.items() if folded in own.split()), None)
    # suomi is a country and a language, FI and fi
    meant = next((said for own, said in shown.items() if value and own.casefold() == value.casefold()), None)
    return meant or near or known.get(nearest(folded, known) or '')


def _named(text: str) -> tuple[str, str]:
    name, _, at = text.partition(':')
    return (name.strip(), at.strip()) if name.strip() else (text.strip(' :') or text, '')


def _others(answers: Answers) -> tuple[str, ...]:
    """The competitors without the organisation's own names, which the policy would refuse."""
    own = {_clean(name).casefold() for name in (answers.name, *answers.aliases, *answers.products)}
    return tuple(name for name in answers.competitors if _clean(name).casefold() not in own)


def _clean(text: str) -> str:
    """A text on one line, without what a YAML file must not hold."""
    text = re.sub('[\x00-\x1f\x7f-\x9f\u2028\u2029]', ' ', text)
    text = re.sub('[\ud800-\udfff\ufeff\ufffe\uffff]', '', text)
    return ' '.join(text.split())[:_LONGEST].rstrip()


def _quoted(text: str) -> str:
    """A text as YAML writes it: bare where that is safe, else as a JSON string, which YAML reads."""
    text = _clean(text)
    if re.fullmatch(r'[^\W\d_](?:[\w &.-]*[\w.])?', text) and text.casefold() not in _NOT_WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _list(texts: tuple[str, ...]) -> str:
    return '[' + ', '.join(_quoted(text) for text in texts if _clean(text)) + ']'


def _keys(texts: dict[str, str]) -> str:
    return '{' + ', '.join(f'{key}: {_quoted(text)}' for key, text in texts.items() if _clean(text)) + '}'
