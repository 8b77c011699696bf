"""An error in the reader's language: all that an employee can meet, and what rule authors meet most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policycheck.errors import InputError
from policycheck.formats.complaints_files import FILES, REASONS
from policycheck.formats.complaints_phrases import PHRASES
from policycheck.formats.complaints_rules import RULES
from policycheck.formats.complaints_runs import RUNS
from policycheck.formats.complaints_yaml import YAML
from policycheck.model import LANGUAGES

_FIELD = re.compile(r'\{([a-z]+)\}')
_OF_A_COMMAND = re.compile(r'(policycheck[ \w]*): (.+)', re.DOTALL)
_IN_COLUMN = re.compile(r"((?:'.+', )?)column (\d+): (.+)", re.DOTALL)
_AT = ('kolonne', 'kolumn', 'sarake')
_ENDINGS = (
    (r'did you mean (.+)\?', ('mente du {0}?', 'menade du {0}?', 'tarkoititko {0}?')),
    (r'one of ([^;]+)', ('en av {0}', 'någon av {0}', 'jokin näistä: {0}')),
    (r'the keys here are ([^;]+)', ('her kan det stå {0}', 'här kan det stå {0}', 'tässä voi olla {0}')),
    (
        r'write all of it in quotes, "\.\.\.", or in a block after \|',
        (
            'sett alt i anførselstegn, "...", eller i en blokk etter |',
            'sätt allt inom citattecken, "...", eller i ett block efter |',
            'pane kaikki lainausmerkkeihin, "...", tai lohkoon merkin | jälkeen',
        ),
    ),
)
"""What may follow a sentence after a semicolon, the last of them first."""
_KINDS = {
    'keys': ('nøkler', 'nycklar', 'avaimia'),
    'a list': ('en liste', 'en lista', 'luettelo'),
    'a text': ('en tekst', 'en text', 'teksti'),
    'nothing': ('tom', 'tom', 'tyhjä'),
}
"""What a field {kind} holds where it is no value in quotation marks."""
_QUOTED = re.compile(r"'(.+)'", re.DOTALL)
_QUOTES = ('«{0}»', '”{0}”', '”{0}”')


def told(error: InputError, language: str) -> str:
    """The line of an error, ``path:line: message``, the message as ``translated`` has it."""
    return str(InputError(translated(error.message, language), error.path, error.line))


def translated(message: str, language: str) -> str:
    """A message in a language; as it is, in English, where the tables do not know it.

    >>> translated("there is no option '--lnag'; did you mean --lang?", 'nb')
    'det finnes ikke noe valg «--lnag»; mente du --lang?'
    """
    if language == 'en':
        return message
    at = LANGUAGES.index(language) - 1
    return '\n'.join(_line(line, at) or line for line in message.split('\n'))


def _line(message: str, at: int) -> str | None:
    """A line in a language, None where the tables do not know it; ends that several have come after it."""
    if message in REASONS:
        return REASONS[message][at]
    if found := _IN_COLUMN.fullmatch(message):
        inner = _line(found[3], at)
        of = _QUOTED.fullmatch(found[1].removesuffix(', '))
        return inner and f'{_QUOTES[at].format(of[1]) + ", " if of else ""}{_AT[at]} {found[2]}: {inner}'
    for pattern, texts in _known():
        found = pattern.fullmatch(message)
        if found:
            return _filled(texts[at], found.groupdict(), at)
    if found := _OF_A_COMMAND.fullmatch(message):
        inner = _line(found[2], at)
        return inner and f'{found[1]}: {inner}'
    for ending, texts in _ENDINGS:
        if found := re.fullmatch(f'(.+); {ending}', message, re.DOTALL):
            inner = _line(found[1], at)
            return inner and f'{inner}; {texts[at].format(*found.groups()[1:])}'
    return None


def _filled(text: str, said: dict[str, str], at: int) -> str:
    def value(field: re.Match[str]) -> str:
        own = said[field[1]]
        if own in REASONS:
            return REASONS[own][at]
        if field[1] not in ('kind', 'sign', 'line'):
            return own
        quoted = _QUOTED.fullmatch(own)
        return _QUOTES[at].format(quoted[1]) if quoted else _KINDS.get(own, (own,) * 3)[at]

    return _FIELD.sub(value, text)


@cache
def _known() -> tuple[tuple[re.Pattern[str], tuple[str, str, str]], ...]:
    return tuple(_patterns())


def _patterns() -> Iterator[tuple[re.Pattern[str], tuple[str, str, str]]]:
    known = {**FILES, **RUNS, **YAML, **RULES, **PHRASES}
    # of two that would fit, the one with more words of its own
    for english in sorted(known, key=lambda one: -len(_FIELD.sub('', one))):
        written = ''
        for number, piece in enumerate(_FIELD.split(english)):
            if number % 2 == 0:
                written += re.escape(piece)
            elif f'(?P<{piece}>' in written:
                written += f'(?P={piece})'
            else:
                # a field is what stands between: a name, a path, a reason; an ending is no part of it
                written += rf'(?P<{piece}>(?:(?!; did you mean |; one of |; the keys here are ).)+?)'
        yield re.compile(written, re.DOTALL), known[english]
