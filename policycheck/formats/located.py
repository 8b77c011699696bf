"""Flags as the formats of other tools see them: one row each, with lines, columns and one message."""

from __future__ import annotations

import os
from collections.abc import Iterator

from policycheck.formats.excerpt import shortened, visible
from policycheck.formats.messages import say, word
from policycheck.formats.options import Options, in_language, like_key
from policycheck.lines import Lines
from policycheck.model import LEVELS, Flag, Report
from policycheck.records import NamedTuple
from policycheck.repository.fingerprint import fingerprints

RIGHTS = 'rights'
"""The level of a notice of rights, which is no fault."""
EVERYTHING = '.'
"""The path of what is said of a whole run, where a format asks for one."""


class Located(NamedTuple):
    """A flag and where it is: lines and columns from 1, columns in code points, the end not included."""

    path: str
    draft: str
    """Id of the draft."""
    line: int
    column: int
    end_line: int
    end_column: int
    level: str
    """A name of LEVELS, or 'rights'."""
    rule: str
    title: str
    quote: str
    message: str
    """Why it matters and what to write instead."""
    fingerprint: str
    like: str | None
    """What it reads like, as text for people says it; None where only words speak."""
    kept: str | None
    """Why it was kept, for one that counts no longer; else None."""
    flag: Flag


def located(report: Report, options: Options, lines: Lines | None = None) -> Iterator[Located]:
    """A row for each notice of rights, each flag from ``options.level`` on and each one that was kept.

    ``lines`` are those of the draft's source, for who has them at hand.
    """
    draft = report.draft
    places = lines or Lines(draft.source)
    kept = {id(one.flag): one.reason for one in report.kept}
    flags = [flag for flag in report.flags if flag.level >= options.level]
    shown = [*report.rights, *flags, *(one.flag for one in report.kept)]
    for flag, fingerprint in fingerprints(draft, shown):
        rule = flag.rule
        language = options.screen_language
        line, column = places.place(flag.span.start)
        end_line, end_column = places.place(flag.span.end)
        yield Located(
            draft.path,
            draft.id,
            line,
            column,
            end_line,
            end_column,
            RIGHTS if rule.rights else LEVELS[flag.level],
            rule.id,
            in_language(rule.title, language),
            flag.quote,
            f'{in_language(rule.why, language)} {in_language(rule.advice, language)}'.strip(),
            fingerprint,
            reads_like(flag, language),
            kept.get(id(flag)),
            flag,
        )


def reads_like(flag: Flag, language: str) -> str | None:
    """The example that a flag reads like, after the word for it; None where only words speak."""
    if flag.like is None:
        return None
    words = say('quote', language, words=shortened(flag.like.text))
    return f'{word("part", like_key(flag), language)}: {words}'


def shown(report: Report, options: Options) -> Iterator[Located]:
    """The same rows with texts that a terminal or a browser shows and does not obey; ASCII where it has to be.

    Line ends in paths stay: formats have escapes for them, and programs open the file.
    """
    for row in located(report, options):
        said = (
            row.draft,
            row.rule,
            row.title,
            row.quote,
            row.message,
            row.like or '',
            row.kept or '',
        )
        draft, rule, title, quote, message, like, kept = (visible(text, options.encoding) for text in said)
        yield row._replace(
            path=shown_path(row.path, options),
            draft=draft,
            rule=rule,
            title=title,
            quote=quote,
            message=message,
            like=None if row.like is None else like,
            kept=None if row.kept is None else kept,
        )


def shown_path(path: str, options: Options) -> str:
    """A path as programs find the file by it: what a terminal would obey is made visible, but for line ends.

    >>> shown_path('a\\n\\x1b.txt', Options())
    'a\\n␛.txt'
    """
    return '\n'.join(visible(piece, options.encoding) for piece in path.split('\n'))


def slashed(path: str) -> str:
    """A path as other programs read it in a report: with slashes, and no ./ before it."""
    return path.replace(os.sep, '/').removeprefix('./')
