"""What was found in a draft, for people: each place with the words underlined, why, what to write, whom to ask."""

from __future__ import annotations

from policycheck.formats.excerpt import rows, shortened, visible
from policycheck.formats.messages import not_shown, say, word
from policycheck.formats.options import Options, case, contact, in_language, like_key
from policycheck.formats.quotes import others, words
from policycheck.formats.rights import Notice, notices
from policycheck.lines import Lines
from policycheck.model import ADVICE, LEVELS, NOTE, STOP, WARN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from policycheck.model import Draft, Fix, Flag, Report

_PRECEDENTS = 2
"""Cases told with a flag; `rules show` lists them all."""
_INDENT = ' ' * 4
_RESET = '\x1b[0m'
_RIGHTS = '\x1b[1;36m'
_COLOURS = {STOP: '\x1b[1;31m', WARN: '\x1b[1;33m', ADVICE: '\x1b[1;34m', NOTE: '\x1b[1m'}


class Findings:
    """The stream, and the lines of the texts that were last looked into."""

    def __init__(self, out: TextIO, options: Options) -> None:
        self._out = out
        self._options = options
        self._language = options.screen_language
        self._known: list[Lines] = []
        self._cases: set[str] = set()
        """Precedents that were told of the present draft."""

    def told(self, report: Report) -> None:
        """Writes what was found in a draft: the rights first; the reasons of a rule once, at its first place."""
        if report.rights:
            self._rights(report)
        told: set[str] = set()
        self._cases = set()
        for flag in report.flags:
            if flag.level >= self._options.level:
                self._flag(flag, report.draft, again=flag.rule.id in told)
                told.add(flag.rule.id)
                self._out.write('\n')

    def verdict(self, report: Report) -> None:
        """Writes the counts of a single draft by level, and what they ask for."""
        levels = [flag.level for flag in report.flags]
        counts = ', '.join(
            f'{levels.count(level)} {self._word("level", LEVELS[level])}'
            for level in range(STOP, NOTE - 1, -1)
            if level in levels
        )
        key = LEVELS[report.level] + (f'.{report.context.account.value}' if report.level == STOP else '')
        hidden = sum(level < self._options.level for level in levels)
        left_out = f' {not_shown(hidden, self._options.level, self._language)}' if hidden else ''
        colour = _COLOURS[report.level]
        said = visible(f'{counts}. {self._say(f"verdict.{key}")}{left_out}', self._options.encoding)
        self._out.write(self._painted(said, colour) + '\n')

    def _put(self, line: str) -> None:
        self._out.write(visible(line, self._options.encoding) + '\n')

    def _rights(self, report: Report) -> None:
        by_rule: dict[str, list[Flag]] = {}
        for flag in report.rights:
            by_rule.setdefault(flag.rule.id, []).append(flag)
        told = notices(report, self._options.notices, self._language)
        for flags in by_rule.values():
            first = flags[0]
            sign = '§ ' if visible('§', self._options.encoding) == '§' else ''
            self._place(first, report.draft, sign + self._word('level', 'rights'), _RIGHTS)
            for notice in told:
                # two countries' notices are told apart, also where their texts do not name them
                self._part('law', f'{notice.jurisdiction}: {notice.text}' if told[1:] else notice.text)
                if notice.source:
                    source = f'{notice.law}, {notice.source}' if notice.law else notice.source
                    self._part('source', self._say('read.on', source=source, day=notice.checked))
                else:
                    self._part('source', self._say('read.none'))
            self._like(first)
            self._part('know', in_language(first.rule.why, self._language))
            # no 'Instead': the writer is asked to change nothing
            advice = ' '.join(in_language(first.rule.advice, self._language).split())
            if advice:
                self._put(_INDENT + advice)
            if flags[1:]:
                places = ', '.join(self._where(flag, report.draft) for flag in flags[1:])
                self._put(f'{_INDENT}{self._say("more.places", places=places)}')
        self._part('report', '; '.join(self._channels(told)))
        self._out.write('\n')

    def _channels(self, told: list[Notice]) -> Iterator[str]:
        for channel in self._options.reporting:
            yield ', '.join(filter(None, (channel.get('name'), channel.get('at'))))
        if not self._options.reporting:
            yield self._say('report.none')
            yield from filter(None, (notice.channel for notice in told))

    def _flag(self, flag: Flag, draft: Draft, *, again: bool) -> None:
        rule = flag.rule
        self._place(flag, draft, self._word('level', LEVELS[flag.level]), _COLOURS[flag.level])
        related = (
            self._quote(said) + (f' ({points:+})' if points is not None else '')
            for said, points in others(flag, draft)
        )
        self._part('with', ', '.join(related))
        if not again:
            self._part('why', in_language(rule.why, self._language))
            self._part('instead', in_language(rule.advice, self._language))
        for fix in flag.fixes:
            self._part('fix', self._fix(fix, flag, draft))
        if not again:
            # a case that another flag of the draft has told is not told again
            for name in rule.precedents[:_PRECEDENTS]:
                if name not in self._cases:
                    self._cases.add(name)
                    self._part('before', self._precedent(name))
            if rule.ask is not None:
                self._part('ask', self._contact(rule.ask))
        self._like(flag)
        also = {one.rule.id: one.rule.title for one in flag.also}
        told = (f'{in_language(title, self._language)} [{name}]' for name, title in also.items())
        self._part('also', ', '.join(told))
        self._part('level', '; '.join(self._word('reason', reason) for reason in flag.reasons))

    def _like(self, flag: Flag) -> None:
        if flag.like is not None:
            self._part(like_key(flag), self._quote(shortened(flag.like.text)))

    def _place(self, flag: Flag, draft: Draft, level: str, colour: str) -> None:
        """The first line of a flag and the words in their line, underlined."""
        title = in_language(flag.rule.title, self._language)
        where = visible(self._where(flag, draft), self._options.encoding)
        said = visible(f'  {title}  [{flag.rule.id}]', self._options.encoding)
        shown = visible(level, self._options.encoding)
        self._out.write(f'{where}  {self._painted(shown, colour)}{said}\n')
        # the post's own line, not that of the file: a row of JSON is no sight for people
        text, span = flag.stands_in(draft)
        room = self._options.width - len(_INDENT)
        for row in rows(text, span, self._lines(text), room, self._options.encoding):
            carets = self._painted('^' * row.carets, colour)
            self._out.write(f'{_INDENT}{row.text}\n{_INDENT}{" " * row.indent}{carets}\n')

    def _lines(self, text: str) -> Lines:
        # two are kept: the file, which many drafts may share, and the post
        lines = next((known for known in self._known if known.text is text), None) or Lines(text)
        self._known = [lines, *(known for known in self._known if known is not lines)][:2]
        return lines

    def _where(self, flag: Flag, draft: Draft) -> str:
        line, column = self._lines(draft.source).place(flag.span.start)
        return f'{draft.path}:{line}:{column}'

    def _part(self, part: str, text: str) -> None:
        said = ' '.join(text.split())
        if said:
            self._put(f'{_INDENT}{self._say(f"part.{part}")}: {said}')

    def _fix(self, fix: Fix, flag: Flag, draft: Draft) -> str:
        old = words(draft, fix.span)
        if fix.span == flag.span:
            text, span = flag.stands_in(draft)
            old = text[span.start : span.end]
        shape = 'fix.replace' if old and fix.text else 'fix.insert' if fix.text else 'fix.remove'
        return self._say(shape, old=old, new=fix.text)

    def _precedent(self, name: str) -> str:
        known = self._options.precedents.get(name)
        if known is None:
            return name
        return ' '.join(filter(None, (case(known, self._language), known.get('url'))))

    def _contact(self, topic: str) -> str:
        known = contact(topic, self._options.contacts)
        if not known:
            return self._say('ask.nobody', topic=self._word('topic', topic))
        late = known.get('out_of_hours')
        parts = (known.get('who'), known.get('at'), self._say('ask.out_of_hours', at=late) if late else None)
        return ', '.join(filter(None, parts))

    def _quote(self, said: str) -> str:
        return self._say('quote', words=said)

    def _say(self, key: str, /, **values: object) -> str:
        return say(key, self._language, **values)

    def _word(self, family: str, key: str) -> str:
        return word(family, str(key), self._language)

    def _painted(self, text: str, colour: str) -> str:
        return f'{colour}{text}{_RESET}' if self._options.colour else text
