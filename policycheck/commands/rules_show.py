"""policycheck rules show: one rule, as a person reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck.authoring.catalogue import Catalogue, catalogue
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.rules_list import level_word, row
from policycheck.commands.wording import say
from policycheck.compiling.ruleplain import set_keys
from policycheck.compiling.sources import RuleSource, content
from policycheck.formats.messages import say as report_says
from policycheck.formats.messages import word
from policycheck.formats.options import case, contact, in_language
from policycheck.model import LANGUAGES
from policycheck.strict_yaml.yamlfile import parse

_EXAMPLES = """examples:
  policycheck rules show employer/criticism
  policycheck rules show selling/urgency --lang fi --screen-language fi
  policycheck rules show selling/urgency --format json"""
_INDENT = '  '
_TEXTS = ('title', 'short', 'why', 'advice')
"""What is said of a rule to the reader, in whatever language the post is."""


def run(words: list[str]) -> int:
    """Prints a rule: texts in the reader's language, phrases and examples of each language of posts."""
    parser = shared.parser('rules show', 'Show one rule: why, advice, sources, phrases, examples.', _EXAMPLES)
    parser.add_argument('id', metavar='ID', help='the rule, as rules list names it: employer/criticism')
    parser.add_argument('--lang', choices=LANGUAGES, help='phrases and examples of this language only')
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    shared.add_format(parser)
    given = parser.parse_args(words)
    known = catalogue(shared.policy(given.policy))
    source = known.read(given.id)
    language = shared.screen_language(given.screen_language, known.plain.get('screen_language'))
    if given.format == 'json':
        page.data(_plain(known, source, given.lang))
        return 0
    _head(known, source, language)
    for lang in (given.lang,) if given.lang else ('any', *source.file.languages):
        _looked_for(source, lang, language)
    return 0


def _plain(known: Catalogue, source: RuleSource, lang: str | None) -> dict[str, Any]:
    """What the file says, as it says it, with what packs and policy add: level and reason, cases, who is asked."""
    file = source.file
    written = file.model_dump(mode='json', by_alias=True, exclude_unset=True)
    here = (known.plain.get('rules') or {}).get(source.id) or {}
    return {
        'version': 1,
        **row(known, source),
        'reason': here.get('reason'),
        'words': {
            key: {
                'added': [line.text for line in (*own.phrases, *own.points)],
                'taken': [line.text for line in own.taken],
            }
            for key, own in source.changed.items()
        },
        'contact': (contact(file.ask, known.plain.get('contacts') or {}) if file.ask else None) or None,
        'cases': [{'id': name, **own} for name, own in _precedents(known, file.precedents)],
        'rule': {
            key: own if lang is None or key in _TEXTS else _of(own, lang) for key, own in written.items()
        },
    }


def _of(value: Any, lang: str) -> Any:
    """A part of a rule without what it says for posts in other languages."""
    if isinstance(value, dict):
        return {key: _of(own, lang) for key, own in value.items() if key == lang or key not in LANGUAGES}
    return [_of(own, lang) for own in value] if isinstance(value, list) else value


def _head(known: Catalogue, source: RuleSource, language: str) -> None:
    file = source.file
    level = known.level(source)
    page.put(f'{source.id}  {level_word(level, language)}  {_text(file.title, language)}')
    page.put()
    _part(report_says('part.know' if file.notice else 'part.why', language), _text(file.why, language))
    _part(report_says('part.instead', language), _text(file.advice, language))
    _part(say('part.applies', language), _applies(set_keys(file.applies), language))
    here = (known.plain.get('rules') or {}).get(source.id)
    levels = [say('opinion', language)] if file.opinion else []
    if file.locked:
        levels.append(say('locked', language))
    if file.overrides:
        levels.append(say('rule.overrides', language, reason=file.overrides.reason))
    if here and here.get('level'):
        levels.append(say('policy.level', language, reason=here.get('reason')))
    _part(report_says('part.level', language), '; '.join(levels))
    if here and source.changed:
        _part(say('part.words', language), say('policy.words', language, reason=here['reason']))
    if file.ask:
        who = contact(file.ask, known.plain.get('contacts') or {})
        named = ', '.join(filter(None, (who.get('who'), who.get('at'))))
        nobody = report_says('ask.nobody', language, topic=word('topic', file.ask, language))
        _part(report_says('part.ask', language), named or nobody)
    for name, own in _precedents(known, file.precedents):
        told = ' '.join(filter(None, (case(own, language), own.get('url')))) if own else name
        _part(report_says('part.before', language), told)
    for one in file.sources:
        said = report_says('read.on', language, source=f'{one.title}, {one.url}', day=file.checked)
        _part(report_says('part.source', language), said)
    _part(say('part.category', language), file.category)
    _part(say('part.owner', language), file.owner or '')
    _part(say('part.file', language), source.path)


def _text(texts: Any, language: str) -> str:
    return in_language(set_keys(texts), language)


def _part(name: str, text: str) -> None:
    if text:
        page.wrap(f'{name}: {text}', _INDENT, _INDENT * 2)


def _applies(conditions: Mapping[str, Any], language: str) -> str:
    said = []
    for key, value in conditions.items():
        if isinstance(value, bool):
            shown = say('yes' if value else 'no', language)
        else:
            shown = ', '.join(_named(key, one, language) for one in value)
        said.append(f'{say(f"applies.{key}", language)}: {shown}')
    return '; '.join(said) or say('applies.everywhere', language)


def _named(key: str, value: str, language: str) -> str:
    return word('account', value, language) if key == 'accounts' else value


def _precedents(known: Catalogue, names: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The cases of these names, each as its file tells it; nothing of one that no file tells."""
    table: dict[str, Any] = {}
    for pack in known.packs:
        if names and 'precedents' in pack.data:
            table.update(parse(content(pack.data['precedents']), pack.data['precedents']).value)
    for name in names:
        yield name, table.get(name) or {}


def _looked_for(source: RuleSource, lang: str, language: str) -> None:
    """What the rule looks for in posts of a language, 'any' for what it looks for in all, and its examples."""
    blocks = [(heading, lines) for heading, lines in _finders(source, lang, language) if lines]
    if not blocks:
        return
    page.put()
    if lang != 'any':
        page.put(word('language', lang, language))
    for heading, lines in blocks:
        _block(heading, lines)


def _block(heading: str, lines: Iterable[str]) -> None:
    page.wrap(f'{heading}:', _INDENT)
    for line in lines:
        page.wrap(line, _INDENT * 2, _INDENT * 3)


def _finders(source: RuleSource, lang: str, language: str) -> Iterable[tuple[str, list[str]]]:
    file = source.file
    changed = source.changed.get(lang)
    taken = {line.text for line in changed.taken} if changed else set()

    def lines(*keys: str | int) -> list[str]:
        at: Any = source.located.value
        for key in keys:
            at = at.get(key) if isinstance(at, dict) else None
        written = [line.text for line in source.located.lines(*keys)] if at else []
        # a line of points has its number first
        return [line for line in written if not {line, line.partition(' ')[2].strip()} & taken]

    yield say('show.regex', language), lines('regex', lang)
    if lang == 'any':
        yield (
            say('show.detect', language),
            [', '.join(word('detect', kind, language) for kind in file.detect)],
        )
        if file.limit:
            key = 'show.limit_channel' if file.limit.at_most is None else 'show.limit'
            measure = word('measure', file.limit.measure, language)
            limit = say(key, language, measure=measure, most=file.limit.at_most)
            yield say('show.find', language), [limit]
        return
    if changed:
        yield say('show.added', language), [line.text for line in (*changed.phrases, *changed.points)]
        yield say('show.taken', language), [line.text for line in changed.taken]
    yield say('show.find', language), lines('find', lang)
    if file.points:
        within = say(f'within.{file.points.within}', language)
        yield say('show.points', language, needs=file.points.needs, within=within), lines('points', lang)
    if file.require:
        within = say(f'within.{file.require.within}', language)
        label = file.require.label
        yield say('show.require', language, label=label, within=within), lines('require', 'when', lang)
    patterns: Mapping[str, Any] = set_keys(file).get('tokens') or {}
    yield (
        say('show.tokens', language),
        [json.dumps(one, ensure_ascii=False) for one in patterns.get(lang, ())],
    )
    examples: Any = set_keys(file)['examples'].get(lang) or {}
    for kind in ('flags', 'passes'):
        yield say(f'show.{kind}', language), [_example(one) for one in examples.get(kind) or ()]
    fixes = (examples.get('fixes') or {}).items()
    yield say('show.fixes', language), [f'{_line(old)} → {_line(new)}' for old, new in fixes]


def _example(example: Mapping[str, Any]) -> str:
    context = ', '.join(
        f'{key}: {str(value).lower() if isinstance(value, bool) else value}'
        for key, value in example.items()
        if key != 'text' and value not in (None, [])
    )
    return _line(example['text']) + (f'  ({context})' if context else '')


def _line(text: str) -> str:
    return ' / '.join(filter(None, map(str.strip, text.splitlines())))
