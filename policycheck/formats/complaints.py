"""An error in the reader's language: all that an employee can meet; what rule authors meet stays English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policycheck.errors import InputError
from policycheck.formats.complaints_files import FILES, REASONS
from policycheck.formats.complaints_runs import RUNS
from policycheck.model import LANGUAGES

_FIELD = re.compile(r'\{([a-z]+)\}')
_OF_A_COMMAND = re.compile(r'(policycheck[ \w]*): (.+); see \1 --help', re.DOTALL)
_NEAR = re.compile(r'(.+); did you mean (.+)\?', re.DOTALL)
_LIST = re.compile(r'(.+); one of ([^;]+)', re.DOTALL)
_SEE = ('; se {0} --help', '; se {0} --help', '; katso {0} --help')
_MEANT = ('; mente du {0}?', '; menade du {0}?', '; tarkoititko {0}?')
_ONE_OF = ('; en av {0}', '; någon av {0}', '; jokin näistä: {0}')


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
    for pattern, texts in _known():
        found = pattern.fullmatch(message)
        if found:
            return _filled(texts[at], found.groupdict(), at)
    if found := _OF_A_COMMAND.fullmatch(message):
        inner = _line(found[2], at)
        return inner and f'{found[1]}: {inner}{_SEE[at].format(found[1])}'
    for ending, texts in ((_NEAR, _MEANT), (_LIST, _ONE_OF)):
        if found := ending.fullmatch(message):
            inner = _line(found[1], at)
            return inner and inner + texts[at].format(found[2])
    return None


def _filled(text: str, said: dict[str, str], at: int) -> str:
    def value(field: re.Match[str]) -> str:
        own = said[field[1]]
        return REASONS[own][at] if own in REASONS else own

    return _FIELD.sub(value, text)


@cache
def _known() -> tuple[tuple[re.Pattern[str], tuple[str, str, str]], ...]:
    return tuple(_patterns())


def _patterns() -> Iterator[tuple[re.Pattern[str], tuple[str, str, str]]]:
    for english, texts in {**FILES, **RUNS}.items():
        pieces = _FIELD.split(english)
        # a field is what stands between: a name, a path, a reason; an ending is no part of it
        written = ''.join(
            rf'(?P<{piece}>(?:(?!; did you mean |; one of ).)+?)' if number % 2 else re.escape(piece)
            for number, piece in enumerate(pieces)
        )
        yield re.compile(written, re.DOTALL), texts
