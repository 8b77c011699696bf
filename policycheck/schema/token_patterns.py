"""Which token patterns a pipeline without a trained model can look for, and what is said of the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from policycheck.strict_yaml.fields import fault, nearest

_TEXTS = ('ORTH', 'TEXT', 'LOWER', 'NORM', 'SHAPE')
_YES = (
    'IS_ALPHA', 'IS_ASCII', 'IS_DIGIT', 'IS_LOWER', 'IS_UPPER', 'IS_TITLE', 'IS_PUNCT', 'IS_SPACE', 'IS_BRACKET',
    'IS_QUOTE', 'IS_LEFT_PUNCT', 'IS_RIGHT_PUNCT', 'IS_CURRENCY', 'IS_STOP', 'IS_SENT_START', 'LIKE_NUM', 'LIKE_URL',
    'LIKE_EMAIL', 'SPACY',
)  # fmt: skip
_KNOWN = (*_TEXTS, 'LENGTH', *_YES, 'OP')
_OF_MODELS = ('POS', 'TAG', 'LEMMA', 'DEP', 'MORPH', 'ENT_TYPE', 'ENT_IOB', 'ENT_ID', 'ENT_KB_ID')
"""What only a trained model tells of a token."""

_IN = ('IN', 'NOT_IN')
_SETS = ('IS_SUBSET', 'IS_SUPERSET', 'INTERSECTS')
_LIKE = ('REGEX', 'FUZZY', *(f'FUZZY{edits}' for edits in range(1, 10)))
_COMPARISONS = ('==', '>=', '<=', '>', '<', '!=')
_MOST_TURNS = 100
"""How often a token may be repeated: spaCy writes each turn out."""


def token(value: object) -> object:
    """One token of a pattern, its texts made numbers, yes or no where spaCy wants them.

    Raises the error of a validator for the first thing that spaCy would refuse, or never find without a model.
    """
    if not isinstance(value, dict):
        return value
    return {key: _value(key, inner) for key, inner in value.items()}


def regexes(pattern: Iterable[dict[str, Any]]) -> list[str]:
    """The regular expressions in a pattern, in its order."""
    found: list[str] = []
    for one in pattern:
        for conditions in one.values():
            inner = conditions.get('REGEX', ()) if isinstance(conditions, dict) else ()
            for part in inner.values() if isinstance(inner, dict) else (inner,):
                found += [part] if isinstance(part, str) else part
    return found


def _value(key: str, value: object) -> object:
    if key in _TEXTS:
        return (
            _conditions(key, value, (*_LIKE, *_IN, *_SETS)) if isinstance(value, dict) else _text(key, value)
        )
    if key == 'LENGTH':
        return (
            _conditions(key, value, (*_COMPARISONS, *_IN)) if isinstance(value, dict) else _whole(key, value)
        )
    if key in _YES:
        if value not in ('true', 'false', True, False):
            raise fault(f"'{key}': expected true or false", key)
        return value in ('true', True)
    if key == 'OP':
        return _times(value)
    if key in _OF_MODELS:
        raise fault(f"'{key}' needs a trained model, and none is loaded; write LOWER, SHAPE or the like", key)
    if key == '_':
        raise fault("'_' needs extensions of spaCy, and there are none; write LOWER, SHAPE or the like", key)
    raise fault(_unknown(key, _KNOWN, 'LOWER, ORTH, SHAPE, IS_UPPER or the like'), key)


def _unknown(key: str, known: Iterable[str], otherwise: str) -> str:
    near = nearest(key, map(str.lower, known))
    return f"unknown key '{key}'; {f'did you mean {near.upper()}?' if near else f'write {otherwise}'}"


def _conditions(key: str, value: dict[str, Any], known: Collection[str]) -> object:
    if not value:
        raise fault(f"'{key}' is empty; write what it must be", key)
    for name in value:
        if name not in known:
            # the many FUZZY1 to FUZZY9 would hide the others
            few = [one for one in known if not one[-1].isdigit()]
            raise fault(_unknown(name, known, f'one of {", ".join(few)}'), key, name)
    return {name: _condition((key, name), inner) for name, inner in value.items()}


def _condition(keys: tuple[str, ...], value: object) -> object:
    name = keys[-1]
    one = _whole if keys[0] == 'LENGTH' else _text
    if name in (*_IN, *_SETS):
        if not isinstance(value, list):
            raise fault(f"'{name}': expected a list such as [one, two], not {_kind(value)}", *keys)
        return [one(*keys, inner) for inner in value]
    if name in _LIKE and isinstance(value, dict):
        if not value or not set(value) <= set(_IN):
            raise fault(f"'{name}': expected a text, or a list under IN or NOT_IN", *keys)
        return {inner: _condition((*keys, inner), texts) for inner, texts in value.items()}
    return one(*keys, value)


def _text(*keys_and_value: Any) -> str:
    *keys, value = keys_and_value
    if isinstance(value, str) and value:
        return value
    if isinstance(value, list):
        raise fault(f"'{keys[-1]}': expected a text, not a list; write {{IN: [one, two]}}", *keys)
    raise fault(f"'{keys[-1]}': expected a text, not {_kind(value)}", *keys)


def _whole(*keys_and_value: Any) -> int:
    *keys, value = keys_and_value
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch('[0-9]{1,9}', value):
        return int(value)
    said = f"'{value[:40]}'" if isinstance(value, str) else _kind(value)
    raise fault(f"'{keys[-1]}': expected a whole number, not {said}", *keys)


def _times(value: object) -> object:
    if isinstance(value, str):
        if value in ('!', '?', '+', '*'):
            return value
        found = re.fullmatch(r'\{([0-9]{0,4})(,?)([0-9]{0,4})\}', value)
        if found and (found[1] or found[3]):
            low, high = int(found[1] or 0), int(found[3] or found[1])
            if max(low, high) <= _MOST_TURNS and (low <= high or not found[3]):
                return value
            raise fault(f"'OP': '{value}' does not count up to {_MOST_TURNS} at most; write {{2,3}}", 'OP')
    said = f"'{value[:40]}'" if isinstance(value, str) else _kind(value)
    raise fault(f"unknown value of 'OP': {said}; one of !, ?, +, *, {{n}}, {{n,m}}, {{n,}}, {{,m}}", 'OP')


def _kind(value: object) -> str:
    kinds = {dict: 'keys', list: 'a list', str: 'a text' if value else 'an empty text', bool: 'true or false'}
    return kinds.get(type(value), 'nothing')
