"""Reports for programs, one line of JSON a draft; ``report.schema.json`` describes a line."""

from __future__ import annotations

import json
from json.encoder import encode_basestring

from policycheck.errors import InputError
from policycheck.formats.options import (
    Counts,
    Options,
    Tally,
    Written,
    contact,
    in_language,
    known_year,
    whose,
)
from policycheck.lines import Lines
from policycheck.model import LEVELS, NOTE, OFF, STOP, Flag, Report, Span
from policycheck.patterns import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TextIO

# Signs that a terminal obeys, or that turn or hide what follows, and halves of surrogate pairs.
_UNSAFE = (
    '[\x80-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]'
)
_NOT_ASCII = '[^\x00-\x7f]'
_LEVELS = range(STOP, OFF, -1)


def write(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write a line for each report as it comes; a last one, ``{"complete":false}``, where more was to come."""
    tally = Tally(options)
    lines = LineWriter(options)
    for report in tally.counted(reports):
        if not isinstance(report, InputError):
            out.write(lines.line(report) + '\n')
    if not tally.whole:
        out.write('{"complete":false}\n')
    return tally.counts()


class LineWriter:
    """Reports to lines. It remembers what drafts have in common.

    That is the end of the line of a clean draft, by language and context, and where the lines of
    the last file begin.
    """

    __slots__ = ('_ends', '_lines', '_options')

    def __init__(self, options: Options) -> None:
        self._options = options
        self._ends: dict[object, str] = {}
        self._lines: Lines | None = None

    def line(self, report: Report) -> str:
        """The object of a report, without line end."""
        draft = report.draft
        head = f'{{"id":{encode_basestring(draft.id)},"path":{encode_basestring(draft.path)},'
        end = self._flagged(report) if report.flags or report.rights or report.kept else self._clean(report)
        return safe(head + end, self._options.unicode)

    def _clean(self, report: Report) -> str:
        # all of the report but the draft
        key = report[1:]
        end = self._ends.get(key)
        if end is None:
            end = self._ends[key] = self._tail(report, [], [], [])
        return end

    def _flagged(self, report: Report) -> str:
        source = report.draft.source
        if self._lines is None or self._lines.text is not source:
            self._lines = Lines(source)
        rights = [self._flag(flag) | {'level': 'rights'} for flag in report.rights]
        flags = [self._flag(flag) for flag in report.flags if flag.level >= self._options.level]
        kept = [
            {**self._flag(one.flag), 'kept': {'reason': one.reason, 'how': one.how}} for one in report.kept
        ]
        return self._tail(report, rights, flags, kept)

    def _tail(
        self,
        report: Report,
        rights: list[dict[str, Any]],
        flags: list[dict[str, Any]],
        kept: list[dict[str, Any]],
    ) -> str:
        """The line from the language on, with the brace that ends it."""
        return json.dumps(
            {
                'lang': report.lang,
                'lang_sure': report.lang_sure,
                'screened': report.screened,
                'verdict': verdict(report),
                'counts': counts(report),
                'rights': rights,
                'flags': flags,
                'kept': kept,
                'also': report.also,
                'lang_origin': report.lang_origin,
                'note': report.lang_note,
                'unscreened': report.unscreened,
                'meaning': self._options.meaning.state,
                'context': {
                    name: {'value': setting.value, 'origin': setting.origin}
                    for name, setting in report.context._asdict().items()
                },
            },
            ensure_ascii=False,
            separators=(',', ':'),
        )[1:]

    def _flag(self, flag: Flag) -> dict[str, Any]:
        rule = flag.rule
        language = self._options.screen_language
        return {
            'rule': rule.id,
            'category': rule.category,
            'level': LEVELS[flag.level],
            'finder': flag.finder,
            **self._place(flag.span),
            'quote': flag.quote,
            'related': [
                {**self._place(other.span), 'quote': other.quote, 'points': other.points}
                for other in flag.related
            ],
            'title': in_language(rule.title, language),
            'why': in_language(rule.why, language),
            'advice': in_language(rule.advice, language),
            'fixes': [
                {'start': fix.span.start, 'end': fix.span.end, 'text': fix.text, 'safe': fix.safe}
                for fix in flag.fixes
            ],
            'precedents': [self._precedent(name) for name in rule.precedents],
            'text_start': flag.text_span.start,
            'text_end': flag.text_span.end,
            'reasons': list(flag.reasons),
            'ask': self._ask(rule.ask),
            'like': None if flag.like is None else flag.like._asdict(),
            'also': [one.rule.id for one in flag.also],
            'sources': [{'title': title, 'url': url} for title, url in rule.sources],
        }

    def _place(self, span: Span) -> dict[str, int]:
        line, column = self._lines.place(span.start) if self._lines else (1, 1)
        return {'start': span.start, 'end': span.end, 'line': line, 'column': column}

    def _precedent(self, name: str) -> dict[str, Any]:
        precedent = self._options.precedents.get(name, {})
        return {
            'id': name,
            'organisation': whose(precedent, self._options.screen_language),
            'year': known_year(precedent),
            'lesson': in_language(precedent.get('lesson', {}), self._options.screen_language),
            'url': precedent.get('url'),
        }

    def _ask(self, topic: str | None) -> dict[str, Any] | None:
        if topic is None:
            return None
        who = contact(topic, self._options.contacts)
        return {
            'topic': topic,
            'who': who.get('who'),
            'at': who.get('at'),
            'out_of_hours': who.get('out_of_hours'),
        }


def verdict(report: Report) -> str:
    """The name of the highest level among the flags, 'clean', or 'not screened'."""
    if not report.screened:
        return 'not screened'
    return 'clean' if report.level == OFF else LEVELS[report.level]


def counts(report: Report) -> dict[str, int]:
    """How many flags there are of each level, the gravest first."""
    levels = [flag.level for flag in report.flags]
    return {LEVELS[level]: levels.count(level) for level in range(STOP, NOTE - 1, -1)}


def safe(line: str, unicode: bool) -> str:
    """JSON with escapes for what may not be written as it is: only strings can hold any."""
    if line.isascii():
        return line
    return compiled(_UNSAFE if unicode else _NOT_ASCII).sub(lambda found: json.dumps(found[0])[1:-1], line)
