"""Why flags are there, for people: sentences about phrases, words, marks and levels."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.formats import messages
from policycheck.formats.excerpt import rows, shortened
from policycheck.formats.messages import word
from policycheck.formats.options import in_language
from policycheck.lines import Lines
from policycheck.model import LEVELS, OFF, Draft
from policycheck.reads import Reads

if TYPE_CHECKING:
    from policycheck.authoring.explain import Scene
    from policycheck.authoring.explained import Change, Line, Named, Why, Words
    from policycheck.authoring.whynot import Near

INDENT = ' ' * 4


class FlagsPage:
    """A draft, and the language that its explanations are written in."""

    def __init__(self, scene: Scene, language: str) -> None:
        self._scene = scene
        self._draft: Draft = scene.report.draft
        self._language = language

    def why(self, why: Why) -> None:
        flag, draft = why.flag, self._draft
        line, column = Lines(draft.source).place(flag.span.start)
        level = word('level', 'rights' if flag.rule.rights else LEVELS[flag.level], self._language)
        title = in_language(flag.rule.title, self._language)
        page.put(f'{draft.path}:{line}:{column}  {level}  {title}  [{flag.rule.id}]')
        out = sys.stdout
        width = shared.width(out) - len(INDENT)
        text, span = flag.stands_in(draft)
        for row in rows(text, span, Lines(text), width, shared.encoding(out)):
            out.write(f'{INDENT}{row.text}\n{INDENT}{row.under}\n')
        for sentence in self._found(why):
            page.wrap(sentence, INDENT, INDENT * 2)

    def _found(self, why: Why) -> Iterator[str]:
        if why.kept is not None:
            yield self._say('why.kept', said=why.kept)
        if not why.lines:
            yield in_language(why.flag.rule.why, self._language)
            return
        path = shown_path(why.path)
        finder = why.flag.finder
        if finder == 'points':
            points = sum(line.points or 0 for line in why.lines)
            yield self._say('why.points', sum=points, needs=why.needs, path=path)
            yield from map(self._line, why.lines)
        for line in why.lines if finder != 'points' else ():
            if finder == 'limit' and why.measured:
                value, most = why.measured
                yield self._say(
                    'why.limit',
                    measure=self._measure(line.text),
                    value=value,
                    at_most=most,
                    line=line.line,
                    path=path,
                )
            elif finder == 'like':
                yield self._say('why.like', line=line.line, path=path)
            elif finder == 'detect':
                yield self._say('why.detect', kind=self._word('detect', line.text), line=line.line, path=path)
            else:
                own = shown_path(line.path) if line.path else path
                yield self._say('why.phrase', line=line.line, path=own, phrase=line.text)
                yield self._fills(line)
        for line in {line.line: line for line in why.inside}.values():
            yield self._say('why.inside', line=at_line(line), phrase=line.text)
        if why.reads is not None:
            yield from self._reads(why.reads)
        if why.reworded:
            yield self._say('why.reworded', said=why.reworded)
        if why.unit and why.within and why.within != why.lines[0].words:
            yield self._say(f'why.{why.unit}', words=self._quote(why.within))
        if why.marks:
            yield self._say('why.marks', marks='; '.join(map(self._mark, why.marks)))
        elif why.unit:
            yield self._say('why.no_marks')
        if why.changes:
            yield f'{messages.say("part.level", self._language)}: {self._changes(why.changes)}.'

    def _measure(self, name: str) -> str:
        called = self._word('measure', name)
        return called[:1].upper() + called[1:]

    def _mark(self, mark: Named) -> str:
        return f'{self._word("reason", mark.name)} ({mark.name}: {self._quote(mark.words)})'

    def _number(self, value: float) -> str:
        return messages.number(value, 2, self._language)

    def _reads(self, reads: Reads) -> Iterator[str]:
        """Score, threshold and the nearest exemplars of a head."""
        key = f'reads.{reads.silent}' if reads.silent else 'reads'
        said = {name: self._number(getattr(reads, name)) for name in ('score', 'threshold')}
        yield self._say(key, category=self._category(reads.category), **said)
        for one in reads.nearest:
            words = messages.say('quote', self._language, words=shortened(one.text))
            kind = self._say('reads.flags' if one.flags else 'reads.passes')
            yield f'- {self._number(one.likeness)} {words} ({one.lang}, {kind})'
        if reads.usual:
            where = self._say(f'usual.{reads.usual}')
            yield self._say('reads.here' if reads.here else 'reads.elsewhere', where=where)

    def _category(self, name: str) -> str:
        """A category as the title of a rule of it calls it, with its name; by its name alone where no rule is of it."""
        titles = (rule.title for rule in self._scene.ruleset.rules if rule.category == name)
        title = in_language(next(titles, {}), self._language)
        return f'{messages.say("quote", self._language, words=title)} ({name})' if title else name

    def _fills(self, line: Line) -> str:
        said = '; '.join(self._parts(line.filled))
        return f'{said}.' if said else ''

    def _parts(self, parts: Iterable[Named]) -> Iterator[str]:
        """Which words stand for which part; nothing of a word that stands for itself."""
        for part in parts:
            if part.words is not None and part.words.quote.casefold() != part.name.strip('"=').casefold():
                yield self._say('why.fills', words=self._quote(part.words), part=part.name)

    def _line(self, line: Line) -> str:
        said = {'words': self._quote(line.words), 'line': at_line(line), 'phrase': line.text}
        if line.points is None:
            return '- ' + self._say('why.found', **said)
        return '- ' + self._say('why.line', points=f'{line.points:+}', **said)

    def _changes(self, changes: Iterable[Change]) -> str:
        return '; '.join(map(self._change, changes))

    def _change(self, change: Change) -> str:
        key = 'off' if change.by == 'adjust' and change.after == LEVELS[OFF] else change.by
        after = (
            self._say('level.off')
            if change.after == LEVELS[OFF]
            else word('level', change.after, self._language)
        )
        because = ', '.join(map(self._because, change.because))
        return self._say(f'change.{key}', line=change.line, after=after, because=because, said=change.said)

    def _because(self, held: Named) -> str:
        if held.name == 'has':
            return (
                self._say('held.has', words=self._quote(held.words))
                if held.words
                else self._say('held.label')
            )
        said = word('reason', held.name, self._language)
        return f'{said} ({self._quote(held.words)})' if held.words else said

    def _quote(self, words: Words | None) -> str:
        if words is None:
            return ''
        return messages.say('quote', self._language, words=' '.join(words.quote.split()))

    def _word(self, family: str, key: str) -> str:
        return word(family, key, self._language)

    def _say(self, key: str, /, **values: object) -> str:
        return say(key, self._language, **values)


def shown_path(path: str) -> str:
    """A path as people type it: relative where it lies below here."""
    near = os.path.relpath(path) if path else ''
    return path if near.startswith(os.pardir) else near


def at_line(line: Line | Near) -> str:
    """The number of a line, with its file where that is not the rule's."""
    return f'{line.line} ({shown_path(line.path)})' if line.path else str(line.line)
