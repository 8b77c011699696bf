"""Explanations for people: why the flags of a draft are there, or why a rule is silent on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from policycheck.commands import page
from policycheck.commands.explained_flags import INDENT, FlagsPage, at_line, shown_path
from policycheck.compiling.ruleplain import names
from policycheck.context import today
from policycheck.formats import meaning_line, messages
from policycheck.formats.messages import word

if TYPE_CHECKING:
    from policycheck.authoring.explain import Scene
    from policycheck.authoring.explained import Why
    from policycheck.authoring.whynot import Near, WhyNot

_WITHOUT_CHECK_DIGITS = frozenset(('email', 'phone', 'secret_key'))


def write(scene: Scene, whys: list[Why], silent: WhyNot | None, rule_id: str | None, language: str) -> None:
    """Writes what was found out about a draft: its flags, or why a rule is silent."""
    _Page(scene, language).write(whys, silent, rule_id)


class _Page(FlagsPage):
    """What is told of a draft."""

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
                    page.wrap(sentence, INDENT, INDENT * 2)
        for number, why in enumerate(whys):
            if number:
                page.put()
            self.why(why)

    def _silent(self, name: str, found: WhyNot) -> None:
        level = word('level', str(found.facts.get('level')), self._language)
        key = f'not.{found.reason}' if found.whys else 'not.head'
        page.put(f'{name}: {self._say(key, rule=found.rule, level=level)}')
        for why in found.whys:
            self.why(why)
        for sentence in () if found.whys else self._stopped(found):
            page.wrap(sentence, INDENT, INDENT * 2)
        if found.reworded:
            page.wrap(self._say('why.reworded', said=found.reworded), INDENT, INDENT * 2)
        if found.reads is not None:
            for sentence in self._reads(found.reads):
                page.wrap(sentence, INDENT, INDENT * 2)

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
        elif reason == 'limit':
            at_most = facts['at_most']
            measure = (
                self._measure(facts['measure'])
                if at_most is not None
                else self._word('measure', facts['measure'])
            )
            key = 'not.limit.none' if at_most is None else 'not.limit'
            yield self._say(key, measure=measure, value=facts['value'], at_most=at_most, **at)
        elif reason == 'like':
            yield self._like(facts, at)
        elif reason == 'detect':
            yield self._say('not.detect', kinds=self._any_of(facts['kinds']), **at)
            if not _WITHOUT_CHECK_DIGITS.issuperset(facts['kinds']):
                yield self._say('not.detect.digits')
        else:
            within = facts.get('within')
            said = {**facts, 'within': self._say(f'within.{within}') if within else ''}
            if reason == 'label':
                said['label'] = self._label(facts['label'])
            yield self._say(f'not.{"patterns" if "patterns" in facts else reason}', **said, **at)
            yield from map(self._line, found.lines)

    def _any_of(self, kinds: Iterable[str]) -> str:
        *others, last = (self._word('detect', kind) for kind in kinds)
        return self._say('not.or', others=', '.join(others), last=last) if others else last

    def _label(self, name: str) -> str:
        """A label as it is written in a post of this language; its name where no file tells it."""
        own = self._scene.ruleset.reference['labels'].get(name, {}).get(self._scene.report.lang, {})
        return str(own.get('insert') or name).strip(' :')

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
        line = self._say('near.line', line=at_line(near), phrase=near.text)
        return f'- {line}. {sentence[:1].upper()}{sentence[1:]}.'

    def _unscreened(self, reason: str | None) -> str:
        report = self._scene.report
        return messages.unscreened(reason, report.lang, report.lang_origin, self._language)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]
