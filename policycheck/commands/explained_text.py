"""Explanations for people: sentences about phrases, words, marks and levels."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.compiling.ruleplain import names
from policycheck.context import today
from policycheck.formats import meaning_line, messages
from policycheck.formats.excerpt import rows, shortened
from policycheck.formats.messages import word
from policycheck.formats.options import in_language
from policycheck.lines import Lines
from policycheck.model import LEVELS, OFF, Draft
from policycheck.reads import Reads

if TYPE_CHECKING:
    from policycheck.authoring.explain import Scene
    from policycheck.authoring.explained import Change, Line, Named, Why, Words
    from policycheck.authoring.whynot import Near, WhyNot

_INDENT = ' ' * 4


def write(scene: Scene, whys: list[Why], silent: WhyNot | None, rule_id: str | None, language: str) -> None:
    """Writes what was found out about a draft: its flags, or why a rule is silent."""
    _Page(scene, language).write(whys, silent, rule_id)


class _Page:
    """A draft, and the language that its explanations are written in."""

    def __init__(self, scene: Scene, language: str) -> None:
        self._scene = scene
        self._draft: Draft = scene.report.draft
        self._language = language

    def write(self, whys: list[Why], silent: WhyNot | None, rule_id: str | None) -> None:
        draft, report = self._draft, self._scene.report
        name = draft.path
        if draft.id != draft.path:
            name = f'{draft.path}, {messages.say("place.row", self._language, id=draft.id)}'
        if silent is not None:
            self._silent(name, silent)
        elif not report.screened:
            page.put(f'{name}: {self._unscreened(report.unscreened)}')
        elif not whys:
            key = 'explain.silent' if rule_id else 'explain.nothing'
            page.put(f'{name}: {self._say(key, rule=rule_id)}')
            for reads in () if rule_id else self._scene.nearest():
                # of a draft that nothing is wrong with one example each will do
                for sentence in self._reads(reads._replace(nearest=reads.nearest[:1], usual=None)):
                    page.wrap(sentence, _INDENT, _INDENT * 2)
        for number, why in enumerate(whys):
            if number:
                page.put()
            self._why(why)

    # flags

    def _why(self, why: Why) -> None:
        flag, draft = why.flag, self._draft
        line, column = Lines(draft.source).place(flag.span.start)
        level = word('level', 'rights' if flag.rule.rights else LEVELS[flag.level], self._language)
        title = in_language(flag.rule.title, self._language)
        page.put(f'{draft.path}:{line}:{column}  {level}  {title}  [{flag.rule.id}]')
        out = sys.stdout
        width = shared.width(out) - len(_INDENT)
        text, span = flag.stands_in(draft)
        for row in rows(text, span, Lines(text), width, shared.encoding(out)):
            out.write(f'{_INDENT}{row.text}\n{_INDENT}{row.under}\n')
        for sentence in self._found(why):
            page.wrap(sentence, _INDENT, _INDENT * 2)

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
                    'why.limit', measure=line.text, value=value, at_most=most, line=line.line, path=path
                )
            elif finder == 'like':
                yield self._say('why.like', line=line.line, path=path)
            elif finder == 'detect':
                yield self._say('why.detect', kind=line.text, line=line.line, path=path)
            else:
                own = shown_path(line.path) if line.path else path
                yield self._say('why.phrase', line=line.line, path=own, phrase=line.text)
                yield self._fills(line)
        for line in {line.line: line for line in why.inside}.values():
            yield self._say('why.inside', line=_at(line), phrase=line.text)
        if why.reads is not None:
            yield from self._reads(why.reads)
        if why.reworded:
            yield self._say('why.reworded', said=why.reworded)
        if why.unit and why.within and why.within != why.lines[0].words:
            yield self._say(f'why.{why.unit}', words=self._quote(why.within))
        if why.marks:
            marked = (self._say('why.mark', mark=one.name, cue=self._quote(one.words)) for one in why.marks)
            yield self._say('why.marks', marks=', '.join(marked))
        elif why.unit:
            yield self._say('why.no_marks')
        if why.changes:
            yield f'{messages.say("part.level", self._language)}: {self._changes(why.changes)}.'

    def _number(self, value: float) -> str:
        return messages.number(value, 2, self._language)

    def _reads(self, reads: Reads) -> Iterator[str]:
        """Score, threshold and the nearest exemplars of a head."""
        key = f'reads.{reads.silent}' if reads.silent else 'reads'
        said = {name: self._number(getattr(reads, name)) for name in ('score', 'threshold')}
        yield self._say(key, category=reads.category, **said)
        for one in reads.nearest:
            words = messages.say('quote', self._language, words=shortened(one.text))
            kind = self._say('reads.flags' if one.flags else 'reads.passes')
            yield f'- {self._number(one.likeness)} {words} ({one.lang}, {kind})'
        if reads.usual:
            where = self._say(f'usual.{reads.usual}')
            yield self._say('reads.here' if reads.here else 'reads.elsewhere', where=where)

    def _fills(self, line: Line) -> str:
        said = '; '.join(self._parts(line.filled))
        return f'{said}.' if said else ''

    def _parts(self, parts: Iterable[Named]) -> Iterator[str]:
        """Which words stand for which part; nothing of a word that stands for itself."""
        for part in parts:
            if part.words is not None and part.words.quote.casefold() != part.name.strip('"=').casefold():
                yield self._say('why.fills', words=self._quote(part.words), part=part.name)

    def _line(self, line: Line) -> str:
        said = {'words': self._quote(line.words), 'line': _at(line), 'phrase': line.text}
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

    # silence

    def _silent(self, name: str, found: WhyNot) -> None:
        level = word('level', str(found.facts.get('level')), self._language)
        key = f'not.{found.reason}' if found.whys else 'not.head'
        page.put(f'{name}: {self._say(key, rule=found.rule, level=level)}')
        for why in found.whys:
            self._why(why)
        for sentence in () if found.whys else self._stopped(found):
            page.wrap(sentence, _INDENT, _INDENT * 2)
        if found.reworded:
            page.wrap(self._say('why.reworded', said=found.reworded), _INDENT, _INDENT * 2)
        if found.reads is not None:
            for sentence in self._reads(found.reads):
                page.wrap(sentence, _INDENT, _INDENT * 2)

    def _like(self, facts: Mapping[str, Any], at: Mapping[str, Any]) -> str:
        if facts['learned']:
            return self._say('not.like', **facts, **at)
        rules = self._scene.ruleset
        how = meaning_line.training(rules) if facts['asked'] else meaning_line.standing(rules).how
        key = 'not.like.unlearned' if facts['asked'] else 'not.like.off'
        return self._say(key, how=how and f': {how}', **facts, **at)

    def _stopped(self, found: WhyNot) -> Iterator[str]:
        reason, facts = found.reason, found.facts
        at = {'line': found.line, 'path': shown_path(found.path or '')}
        if reason in ('language', 'empty'):
            yield self._unscreened(reason)
        elif reason == 'off':
            yield self._say('not.off', **facts)
            if facts['by']:
                yield self._say('not.off.by', **facts)
        elif reason == 'applies':
            yield self._applies(facts, at)
        elif reason == 'no language':
            languages = ', '.join(word('language', lang, self._language) for lang in facts['languages'])
            lang = word('language', facts['lang'], self._language)
            yield self._say('not.no language', languages=languages, lang=lang)
        elif reason == 'cleared':
            for one in found.cleared:
                changes = self._changes(change for change in one.changes if change.by == 'adjust')
                yield self._say('not.cleared', words=self._quote(one.words), changes=changes)
                if one.line:
                    yield self._line(one.line._replace(points=None))
        elif reason == 'words':
            yield self._say('not.words', **facts, **at)
            yield from map(self._near, found.near)
        elif reason == 'limit' and facts['at_most'] is None:
            yield self._say('not.limit.none', **facts)
        elif reason == 'like':
            yield self._like(facts, at)
        elif reason == 'detect':
            yield self._say('not.detect', kinds=', '.join(facts['kinds']), **at)
        else:
            within = facts.get('within')
            said = {**facts, 'within': self._say(f'within.{within}') if within else ''}
            yield self._say(f'not.{"patterns" if "patterns" in facts else reason}', **said, **at)
            yield from map(self._line, found.lines)

    def _applies(self, facts: dict[str, Any], at: dict[str, Any]) -> str:
        key = f'applies.{facts["key"]}'
        wanted = ', '.join(map(self._value, _listed(facts['wanted'])))
        value = ', '.join(map(self._value, _listed(facts['value']))) or self._say('not.nothing')
        origin = word('origin', facts['origin'], self._language)
        return self._say(
            'not.applies', wanted=f'{self._say(key)}: {wanted}', value=value, origin=origin, **at
        )

    def _value(self, value: Any) -> str:
        if isinstance(value, bool):
            return self._say('yes' if value else 'no')
        return word('account', str(value), self._language)

    def _near(self, near: Near) -> str:
        lacks = near.lacks
        said = {
            'missing': ', '.join(lacks.missing),
            'left': self._quote(near.left),
            'right': self._quote(near.right),
            'words': lacks.words,
            'allowed': lacks.allowed,
        }
        parts = [*self._parts(near.there), self._say(f'near.{lacks.reason}', **said)]
        named = names(self._scene.ruleset.policy, today()) if lacks.missing else {}
        unnamed = [one for one in lacks.missing if named.get(one.strip('{}')) == []]
        if unnamed:
            parts.append(self._say('near.unnamed', missing=', '.join(unnamed)))
        sentence = '; '.join(parts)
        line = self._say('near.line', line=_at(near), phrase=near.text)
        return f'- {line}. {sentence[:1].upper()}{sentence[1:]}.'

    def _unscreened(self, reason: str | None) -> str:
        report = self._scene.report
        return messages.unscreened(reason, report.lang, report.lang_origin, self._language)

    def _quote(self, words: Words | None) -> str:
        if words is None:
            return ''
        return messages.say('quote', self._language, words=' '.join(words.quote.split()))

    def _say(self, key: str, /, **values: object) -> str:
        return say(key, self._language, **values)


def shown_path(path: str) -> str:
    """A path as people type it: relative where it lies below here."""
    near = os.path.relpath(path) if path else ''
    return path if near.startswith(os.pardir) else near


def _at(line: Line | Near) -> str:
    """The number of a line, with its file where that is not the rule's."""
    return f'{line.line} ({shown_path(line.path)})' if line.path else str(line.line)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]
