"""Why a rule did not fire: the first thing that stopped it on this draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policycheck.authoring.explain import Scene
from policycheck.authoring.explained import Change, Line, Named, Why, Words
from policycheck.compiled import Ruleset
from policycheck.context import meant, unmet
from policycheck.errors import InputError
from policycheck.kinds import limit
from policycheck.kinds.points import evidence
from policycheck.kinds.view import View
from policycheck.model import LEVELS, Setting
from policycheck.nlp import match
from policycheck.nlp.shortfall import Shortfall, shortfall
from policycheck.reads import Reads
from policycheck.records import NamedTuple
from policycheck.words.phrases import parse as parse_phrase

_MOST_NEAR = 3
"""Phrases told that came near."""
_OF_THE_TEXT = ('limit', 'detect', 'regex', 'tokens', 'like')
"""Finders without phrases: tried last, since they have nothing that could come near."""


class Near(NamedTuple):
    """A phrase that came near, with its line in the rule file, and what it lacked.

    ``there``: parts of the phrase that are somewhere in the draft, with their words. ``left`` and
    ``right`` are the words that ``lacks.reason`` speaks of.
    """

    line: int
    text: str
    lacks: Shortfall
    there: tuple[Named, ...]
    left: Words | None
    right: Words | None
    path: str | None = None
    """Of the policy, where it is the policy that has the phrase."""


class Cleared(NamedTuple):
    """Words that the rule found, and what turned it off."""

    line: Line | None
    words: Words
    changes: tuple[Change, ...]


class WhyNot(NamedTuple):
    """Why a rule is silent on a draft; ``path`` and ``line`` are of the rule file, where it has to do with it.

    ``reason`` and what ``facts`` hold with it:
    'language' and 'empty' (the draft is not screened: lang); 'off' (the policy's reason, by);
    'applies' (key, wanted, value, origin); 'no language' (languages, lang); 'cleared' (see
    ``cleared``); 'at least' (needs, found: see ``lines``); 'words' (phrases: how many there are;
    see ``near``); 'points' (needs, sum, within; see ``lines``); 'label' (label, within); 'limit'
    (measure, value, at_most; None: the channel has no limit); 'detect' (kinds); 'regex' and
    'tokens' (patterns: how many); 'like' (category;
    asked: whether meaning was; learned: whether there is a head); 'other notice' (rule: the notice
    that is shown); 'level' (the flag is there, below the level that is shown; see ``whys``); 'fires' (see ``whys``).
    """

    rule: str
    reason: str
    facts: dict[str, Any]
    path: str | None = None
    line: int | None = None
    near: tuple[Near, ...] = ()
    lines: tuple[Line, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    whys: tuple[Why, ...] = ()
    reads: Reads | None = None
    """What the head says that the rule listens to, where meaning was asked."""
    reworded: str | None = None
    """Why the policy has changed the words that the rule looks for; None where it has not."""


def why_not(scene: Scene, rule_id: str, shown: int) -> WhyNot:
    """What first stopped a rule on a draft; ``shown`` is the lowest level that is shown.

    Raises InputError for a rule that does not exist.
    """
    report, rules = scene.report, scene.ruleset
    known(rules, rule_id)
    if rule_id not in scene.numbers:
        change = rules.policy['rules'][rule_id]
        return WhyNot(rule_id, 'off', {'said': change['reason'], 'by': change.get('by')})
    if not report.screened:
        return WhyNot(rule_id, report.unscreened or 'language', {'lang': report.lang})
    number = scene.numbers[rule_id]
    origin = rules.origins[number]
    path, lines = origin['path'], origin['lines']
    conditions = rules.meta['applies'][number]
    key = unmet(conditions, report.context)
    if key is not None:
        setting: Setting = getattr(report.context, meant(key))
        said = {'key': key, 'wanted': conditions[key], 'value': setting.value, 'origin': setting.origin}
        return WhyNot(rule_id, 'applies', said, path, lines['applies'])
    own = [flag for flag in report.fired if flag.rule.id == rule_id]
    if own:
        whys = tuple(map(scene.why, own))
        level = max(flag.level for flag in own)
        below = level < shown and not own[0].rule.rights
        return WhyNot(rule_id, 'level' if below else 'fires', {'level': LEVELS[level]}, path, whys=whys)
    kept = [one for one in report.kept if one.flag.rule.id == rule_id]
    if kept:
        whys = tuple(scene.why(one.flag) for one in kept)
        return WhyNot(rule_id, 'kept', {'said': kept[0].reason}, path, whys=whys)
    if set(scene.views).isdisjoint(origin['languages']):
        said = {'languages': origin['languages'], 'lang': report.lang}
        return WhyNot(rule_id, 'no language', said, path)
    found = _stopped(scene, number) or _unseen(scene, number)
    listens = scene.plain(number, 'like')
    return found._replace(reads=scene.reads(listens) if listens else None, reworded=scene.reworded(rule_id))


def known(rules: Ruleset, rule_id: str) -> None:
    """Raises InputError for an id that is no rule's, not even of one that the policy switches off."""
    names = [rule.id for rule in rules.rules]
    if rule_id not in names and rule_id not in (rules.policy.get('rules') or {}):
        from policycheck.strict_yaml.fields import suggestion

        near = suggestion(rule_id, names) or '; policycheck rules list names them'
        raise InputError(f"there is no rule '{rule_id}'{near}")


def _stopped(scene: Scene, number: int) -> WhyNot | None:
    """What became of the matches that the rule has; None where it has none."""
    fates = scene.fates(number)
    origin, rule = scene.ruleset.origins[number], scene.ruleset.rules[number]
    path = origin['path']
    if any(fate.gone is None for fate in fates):
        # one notice of rights is shown, the first in the text
        other = next((flag.rule.id for flag in scene.report.rights), None)
        return WhyNot(rule.id, 'other notice', {'rule': other}, path)
    few = [fate for fate in fates if fate.gone == 'at_least']
    if few:
        by_line: dict[int, Line] = {}
        for fate in sorted(few, key=lambda fate: fate.one.match.start):
            for line in scene.lines(fate):
                by_line.setdefault(line.line, line)
        said = {'needs': scene.ruleset.judging(number)['at_least'], 'found': len(by_line)}
        lines = tuple(by_line.values())
        return WhyNot(rule.id, 'at least', said, path, origin['lines']['at_least'], lines=lines)
    cleared = []
    for fate in sorted(fates, key=lambda fate: fate.one.match.start):
        one = fate.one
        found = scene.lines(fate)
        words = scene.characters(one.match.start, one.match.end, counted=one.match.counted)
        changes = scene.changes(number, fate.steps, None, one.view)
        cleared.append(Cleared(found[0] if found else None, words, changes))
    if not cleared:
        return None
    return WhyNot(rule.id, 'cleared', {}, path, cleared[0].changes[-1].line, cleared=tuple(cleared))


def _unseen(scene: Scene, number: int) -> WhyNot:
    """Why no finder of the rule found anything: the one that came nearest, phrases first."""
    rules = scene.ruleset
    origin, rule = rules.origins[number], rules.rules[number]
    path, lines = origin['path'], origin['lines']
    finders = rules.finders(number)
    if 'points' in finders:
        points = _points(scene, number)
        if points is not None:
            return points
    if 'require' in finders:
        said = finders['require']
        for view in scene.views.values():
            for group, phrases in scene.phrases(number, view.parse.grammar.lang).items():
                finder = rules.plan(view.parse.grammar.lang).groups[group].finder
                if finder == 'require' and any(_hits(view, phrase) for phrase in phrases):
                    facts = {'label': said['label'], 'within': said['within']}
                    return WhyNot(rule.id, 'label', facts, path, lines['require'])
    near = sorted(_near(scene, number), key=lambda one: one.lacks.distance)
    if near:
        some = [one for one in near if one.there][:_MOST_NEAR] or near[:1]
        return WhyNot(rule.id, 'words', {'phrases': len(near)}, path, some[0].line, tuple(some))
    finder = next(name for name in _OF_THE_TEXT if name in lines)
    return WhyNot(rule.id, finder, _facts(scene, number, finder), path, lines[finder])


def _hits(view: View, phrase: int) -> bool:
    return bool(match.find(view.parse, view.trees[phrase], ('phrase', phrase)))


def _points(scene: Scene, number: int) -> WhyNot | None:
    """The sentence or post with the most points, where any line of points matches at all."""
    rules = scene.ruleset
    plain = rules.finders(number)['points']
    best: tuple[int, tuple[Line, ...]] | None = None
    for lang, view in scene.views.items():
        own = map(int, plain['lines'].get(lang, {}))
        for _, found in evidence(view, plain, own):
            points = sum(line.points for line in found)
            if any(line.points > 0 for line in found) and (best is None or points > best[0]):
                lines = (scene.line(view, one.phrase, one.hit, one.points) for one in found)
                best = points, tuple(lines)
    if best is None:
        return None
    origin = rules.origins[number]
    facts = {'needs': plain['needs'], 'sum': best[0], 'within': plain['within']}
    line = origin['lines']['points']
    return WhyNot(rules.rules[number].id, 'points', facts, origin['path'], line, lines=best[1])


def _near(scene: Scene, number: int) -> Iterator[Near]:
    """Every phrase of the rule, with what it lacks."""
    for lang, view in scene.views.items():
        written = scene.ruleset.written(lang)
        phrases = {phrase for own in scene.phrases(number, lang).values() for phrase in own}
        for phrase in sorted(phrases):
            compiled = view.trees[phrase]
            if compiled[0] == 'tokens' or _hits(view, phrase):
                continue
            line, text, *elsewhere = written[phrase]
            lacks = shortfall(view.parse, parse_phrase(text), compiled)
            yield Near(
                line,
                text,
                lacks,
                tuple(Named(name, scene.words(view, span)) for name, span in lacks.there),
                scene.words(view, lacks.left) if lacks.left else None,
                scene.words(view, lacks.right) if lacks.right else None,
                *elsewhere,
            )


def _facts(scene: Scene, number: int, finder: str) -> dict[str, Any]:
    rules = scene.ruleset
    plain = scene.plain(number, finder)
    if finder == 'limit':
        found = limit.measured(next(iter(scene.views.values())), plain)
        value, at_most = found or (None, None)
        return {'measure': plain['measure'], 'value': value, 'at_most': at_most}
    if finder == 'like':
        sense = rules.sense
        return {
            'category': plain,
            'asked': sense is not None,
            'learned': bool(sense and plain in sense.categories),
        }
    if finder == 'detect':
        return {'kinds': plain}
    if finder == 'regex':
        return {'patterns': sum(len(plain.get(lang, ())) for lang in ('any', *scene.views))}
    groups = (
        (rules.plan(lang).groups[group], phrases)
        for lang in scene.views
        for group, phrases in scene.phrases(number, lang).items()
    )
    return {'patterns': sum(len(phrases) for group, phrases in groups if group.finder == 'tokens')}
