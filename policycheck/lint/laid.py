"""What a rule file says other than its author meant: signs of YAML in phrases, blocks run together, other languages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from policycheck.compiling.sources import RuleSource
from policycheck.errors import InputError
from policycheck.schema.finders import covered
from policycheck.strict_yaml.yamlfile import Line, Located

Keys = tuple[str | int, ...]

_QUOTED = re.compile(r'"[^"]*"')
_COMMA = re.compile(r'(?<!\\),(?=\s)')
_MINUS = re.compile(r'-(?=[^\W\d_]|\{)')

RUN_TOGETHER = 'the lines of this text become one phrase; write | after the key, and one phrase a line'
_BULLET = "'- ' is looked for as it stands; write the phrase without it"
_EXCEPT = (
    'in phrases -word excepts nothing, only in a word list; '
    'clear such posts with adjust: - {has: ..., level: off}, or write \\- for the sign'
)
_COMMAS = (
    'the comma is looked for as it stands; write one phrase a line, or (a|b), '
    'or put it in "..." where you mean the sign'
)


def phrases(located: Located, keys: Keys, path: str) -> Iterator[InputError]:
    """What is likely meant otherwise in a block of phrases, with line and column."""
    if located.runs_together(*keys):
        yield InputError(RUN_TOGETHER, path, located.line(*keys))
        return
    for line in located.lines(*keys):
        for column, sentence in _signs(line, points=keys[0] == 'points'):
            yield InputError(f'column {line.column + column + 1}: {sentence}', path, line.line)


def _signs(line: Line, *, points: bool) -> Iterator[tuple[int, str]]:
    if line.text.startswith('- '):
        yield 0, _BULLET
    elif _MINUS.match(line.text) and not points:
        yield 0, _EXCEPT
    # what stands in quotation marks is meant as it stands
    comma = _COMMA.search(_QUOTED.sub(lambda found: '"' * len(found.group()), line.text))
    if comma:
        yield comma.start(), _COMMAS


def languages(source: RuleSource) -> Iterator[InputError]:
    """Finders and examples in a language of which the rule says that it is not written in it."""
    file, located = source.file, source.located
    for key in ('find', 'tokens', 'regex', 'points', 'require', 'examples'):
        more = sorted(covered(getattr(file, key)) - {'any', *file.languages})
        if more:
            named = ', '.join(more)
            yield InputError(
                f"'{key}' is written in {named} too, which 'languages' lacks; add {named} there, or take it out",
                source.path,
                located.line(key),
            )


def counts(source: RuleSource) -> Iterator[InputError]:
    """Where fewer phrases stand than the rule asks for."""
    most = source.file.at_least
    few = [
        (lang, found)
        for lang in source.file.find
        if (found := len(source.located.lines('find', lang))) < most
    ]
    for lang, found in few:
        yield InputError(
            f"'at_least' asks for {most} different phrases, and find.{lang} has {found}; the rule never flags there",
            source.path,
            source.located.line('at_least'),
        )


def days(source: RuleSource, today: str) -> Iterator[InputError]:
    """A day on which sources were read that has not come yet; ``today`` is an ISO date."""
    checked = source.file.checked
    # one day ahead is today elsewhere
    if checked is not None and (checked - datetime.date.fromisoformat(today)).days > 1:
        yield InputError(
            f"'checked' is the day on which a person read the sources, and {checked} has not come yet",
            source.path,
            source.located.line('checked'),
        )
