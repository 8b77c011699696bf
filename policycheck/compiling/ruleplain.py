"""Rules and policy as the plain tables that the artefact keeps: names, texts, what decides on a level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policycheck.compiling.sources import RuleSource
from policycheck.model import LANGUAGES, LEVELS, OFF
from policycheck.schema.finders import FINDERS


def set_keys(model: Any) -> dict[str, Any]:
    """A pydantic model as plain data, without what was left out."""
    if model is None:
        return {}
    plain = model if isinstance(model, dict) else model.model_dump(mode='json', by_alias=True)
    return {key: value for key, value in plain.items() if value is not None and value != [] and value != {}}


def names(policy: Mapping[str, Any], today: str) -> dict[str, list[str]]:
    """The names that the policy gives to the classes policy_names.NAMED, by class.

    Secrets and topics only while they last.
    """
    organisation = policy.get('organisation') or {}
    own = [
        organisation.get('name'),
        *(organisation.get('aliases') or ()),
        *(organisation.get('handles') or ()),
    ]
    named = [name for name in own if name]
    secrets = [
        one['words'] for one in organisation.get('secrets') or () if (one.get('until') or today) >= today
    ]
    topics = [
        one['words'] for one in policy.get('sensitive_topics') or () if (one.get('until') or today) >= today
    ]
    return {
        'organisation': named,
        'employer': named,
        'product': list(organisation.get('products') or ()),
        'competitor': list(organisation.get('competitors') or ()),
        'executive': list(organisation.get('executives') or ()),
        'secret': secrets,
        'sensitive_topic': topics,
    }


def texts(source: RuleSource, policy: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a model.Rule, with the level that the policy gives it."""
    file = source.file
    override = (policy.get('rules') or {}).get(source.id) or {}
    level = override.get('level') or file.level
    return {
        'id': source.id,
        'category': file.category,
        'title': set_keys(file.title),
        'short': set_keys(file.short),
        'why': set_keys(file.why),
        'advice': set_keys(file.advice),
        'level': LEVELS.index(level) if level else OFF,
        'rights': file.notice == 'rights',
        'opinion': bool(file.opinion),
        'ask': file.ask,
        'precedents': list(file.precedents or ()),
        'sources': [[one.title, one.url] for one in file.sources or ()],
        'checked': str(file.checked or ''),
        'locked': bool(file.locked),
        'despite_rights': file.despite_rights,
    }


def judging(source: RuleSource) -> dict[str, Any]:
    """What decides on the level of a match; phrases of conditions and fixes are put in by compile.py."""
    file = source.file
    adjust = []
    for entry in file.adjust or ():
        plain = set_keys(entry)
        if plain.get('has') is not None:
            # phrases become numbers, language by language; the name of a label stays
            label = plain['has'].get('label')
            plain['has'] = {'label': label.strip()} if label else {}
        adjust.append(plain)
    return {'adjust': adjust, 'at_least': file.at_least or 1, 'fix': {}, 'safe': bool(file.safe)}


def origin(source: RuleSource) -> dict[str, Any]:
    """Where a rule stands and what it says of itself, for those who ask why; lines are of its file, from 1."""
    file, located = source.file, source.located
    return {
        'path': source.path,
        'languages': list(file.languages),
        'level': file.level,
        'overrides': set_keys(file.overrides),
        'lines': {
            'level': located.line('level' if file.level else 'notice'),
            'applies': located.line('applies'),
            'at_least': located.line('at_least'),
            'despite_rights': located.line('despite_rights'),
            **{name: located.line(name) for name in FINDERS if getattr(file, name)},
        },
        'adjust': [located.line('adjust', index) for index in range(len(file.adjust))],
        'regex': {
            lang: [[line.line, line.text] for line in located.lines('regex', lang)]
            for lang in ('any', *LANGUAGES)
            if lang in dict(file.regex)
        },
    }
