"""The kinds of values that people write in YAML files, and what is said when a value is not of its kind."""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, RootModel, ValidationError, model_validator
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from policycheck.strict_yaml.yamlfile import Located

T = TypeVar('T')
K = TypeVar('K')

Lang = Literal['en', 'nb', 'sv', 'fi']
Level = Literal['note', 'advice', 'warn', 'stop']
LevelOrOff = Literal['off', 'note', 'advice', 'warn', 'stop']
Account = Literal['personal', 'official']
Channel = Literal[
    'x', 'bluesky', 'mastodon', 'threads', 'linkedin', 'facebook', 'instagram', 'tiktok', 'youtube', 'other'
]
Jurisdiction = Literal['NO', 'SE', 'FI', 'US', 'GB', 'EU']

REASON_AT_LEAST = 8

_MEANT = {
    'no': 'nb', 'nn': 'nb', 'nb-no': 'nb', 'se': 'sv', 'uk': 'GB', 'twitter': 'x', 'private': 'personal',
    'company': 'official', 'error': 'stop', 'critical': 'stop', 'high': 'stop', 'medium': 'warn',
    'low': 'note', 'info': 'note', 'severity': 'level', 'message': 'why', 'description': 'why',
    'patterns': 'find', 'phrases': 'find', 'replace': 'fix', 'tests': 'examples',
    'organization': 'organisation',
}  # fmt: skip
"""What people write out of habit, and the word it is here."""


def fault(sentence: str, *keys: str | int) -> PydanticCustomError:
    """The error of a validator: ``{key}`` in its sentence becomes the name of the key ``keys`` lead to."""
    return PydanticCustomError('said', '{sentence}', {'sentence': sentence, 'keys': keys})


def faults(wrong: Iterable[tuple[str, tuple[str | int, ...]]]) -> PydanticCustomError:
    """The error of a validator that found several things wrong: sentences and keys as ``fault`` takes them."""
    (sentence, keys), *more = wrong
    return PydanticCustomError('said', '{sentence}', {'sentence': sentence, 'keys': keys, 'more': more})


_KINDS = {'dict': 'keys', 'list': 'a list', 'tuple': 'a list', 'str': 'a text'}


def _kind(value: object) -> str:
    return _KINDS.get(type(value).__name__, 'nothing')


def _plain_text(value: object) -> str:
    if isinstance(value, str):
        if value.strip():
            return value
        raise fault("'{key}' is empty; write a text or leave the key out")
    if value is None:
        raise fault("'{key}' is empty; write a text or leave the key out")
    listed = "lines stand after | without '- '; " if isinstance(value, list) else ''
    sign = '[' if listed else '{'
    raise fault(
        f"'{{key}}': expected a text, not {_kind(value)}; {listed}a text that begins with {sign} needs quotes"
    )


def _text(value: object) -> str:
    return ' '.join(_plain_text(value).split())


def _reason(value: object) -> str:
    text = _text(value)
    # fewer than four different letters is a key held down, not a reason
    if len(text) < REASON_AT_LEAST or len(set(text.casefold())) < 4:
        raise fault(f"'{text}' is no reason; write one that a colleague understands")
    return text


def _text_or_nothing(value: object) -> str:
    return '' if value is None or value == '' else _plain_text(value)


def _yes(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.casefold() if isinstance(value, str) else ''
    if word in ('true', 'yes', 'on'):
        return True
    if word in ('false', 'no', 'off'):
        return False
    raise fault("'{key}': expected true or false" + _found(value))


def _whole(value: object) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r'-?\d{1,9}', value, re.ASCII):
        return int(value)
    raise fault("'{key}': expected a whole number" + _found(value))


def _day(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and re.fullmatch(r'\d{4}-\d\d-\d\d', value, re.ASCII):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise fault(f"'{{key}}': the calendar has no {value}") from None
    raise fault("'{key}': expected a date such as 2027-03-01" + _found(value))


def _found(value: object) -> str:
    return f", not '{value[:40]}'" if isinstance(value, str) else f', not {_kind(value)}'


def _list(value: object) -> object:
    if isinstance(value, str | dict):
        raise fault(f"'{{key}}': expected a list such as [one, two], not {_kind(value)}")
    return () if value is None else value


def _keys(value: object) -> object:
    if isinstance(value, str | list):
        raise fault(f"'{{key}}': expected keys such as 'name: value', not {_kind(value)}")
    return {} if value is None else value


def one_or_more(value: object) -> object:
    """A list with the one value that stands where a list may: ``account: official``."""
    return (value,) if isinstance(value, str) else () if value is None else value


Text = Annotated[str, BeforeValidator(_text, json_schema_input_type=str)]
"""A text that is not empty, on one line."""
Block = Annotated[str, BeforeValidator(_plain_text, json_schema_input_type=str)]
"""A text that is not empty, as it stands: its lines have places in the file."""
Reason = Annotated[str, BeforeValidator(_reason, json_schema_input_type=str)]
"""A text that says something to somebody else."""
TextOrNothing = Annotated[str, BeforeValidator(_text_or_nothing, json_schema_input_type=str)]
Yes = Annotated[bool, BeforeValidator(_yes, json_schema_input_type=bool)]
Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int)]
Day = Annotated[datetime.date, BeforeValidator(_day, json_schema_input_type=datetime.date)]
ListOf = Annotated[tuple[T, ...], BeforeValidator(_list)]
KeysOf = Annotated[dict[K, T], BeforeValidator(_keys)]
Texts = KeysOf[Lang, Text]


class Keys(BaseModel):
    """What every mapping of ours has in common: no unknown keys, nothing changes after it is read."""

    model_config = ConfigDict(extra='forbid', frozen=True, populate_by_name=True)

    @model_validator(mode='before')
    @classmethod
    def _keys_or_nothing(cls, value: object) -> object:
        return _keys(value)


def first_fault(
    error: ValidationError, model: type[BaseModel], located: Located
) -> tuple[tuple[str | int, ...], str]:
    """The keys to the first fault in the order of the file, and its sentence; what is missing comes last."""
    return all_faults(error, model, located)[0]


def all_faults(
    error: ValidationError, model: type[BaseModel], located: Located
) -> list[tuple[tuple[str | int, ...], str]]:
    """The keys to every fault and its sentence, in the order of the file; what is missing comes last."""
    found = []
    for order, detail in enumerate(error.errors(include_url=False)):
        context = detail.get('ctx', {})
        at = tuple(key for key in detail['loc'] if key != '[key]')
        keys = (*at, *context.get('keys', ()))
        missing = detail['type'] == 'missing'
        sentence = _sentence(detail['type'], keys, detail.get('input'), context, model)
        found.append((missing, located.line(*keys), order, keys, sentence or detail['msg']))
        for said, more in context.get('more', ()):
            keys = (*at, *more)
            found.append((missing, located.line(*keys), order, keys, said.replace('{key}', _dotted(keys))))
    found.sort(key=lambda one: one[:3])
    return [(keys, sentence) for *_, keys, sentence in found]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; None if none is near."""
    from rapidfuzz import fuzz, process

    names = list(known)
    folded = word.casefold()
    for name in names:
        if name.casefold() == folded or (_MEANT.get(folded) == name):
            return name
    if len(folded) > 2:
        for name in names:
            if name.startswith(folded) or name.endswith(f'/{folded}'):
                return name
    # 65: one wrong, missing or swapped letter in a word of three or four
    found = process.extractOne(folded, names, scorer=fuzz.ratio, score_cutoff=65)
    return found[0] if found else None


def suggestion(word: str, known: Iterable[str], *, otherwise: str = 'one of') -> str:
    """'; did you mean x?', or the known words where none is near and they are not too many."""
    names = list(known)
    if near := nearest(word, names):
        return f'; did you mean {near}?'
    return f'; {otherwise} {", ".join(names)}' if 0 < len(names) <= 12 else ''


def _sentence(
    kind: str, keys: tuple[str | int, ...], value: object, context: dict[str, Any], model: type[BaseModel]
) -> str | None:
    """One sentence for an error of pydantic; None for a kind that our models do not raise."""
    key = _dotted(keys)
    if kind == 'said':
        return str(context['sentence']).replace('{key}', key)
    if kind == 'extra_forbidden':
        known = [name for shape in _shapes_at(model, keys[:-1]) for name in _names(shape)]
        return f"unknown key '{keys[-1]}'" + suggestion(str(keys[-1]), known, otherwise='the keys here are')
    if kind == 'missing':
        return f"missing key '{keys[-1]}'; add {keys[-1]}: {_sample(model, keys)}"
    if kind == 'literal_error':
        words = re.findall(r"'([^']*)'", context['expected'])
        if not isinstance(value, str):
            return f"'{key}': expected one of {', '.join(words)}, not {_kind(value)}"
        what = 'key' if keys and keys[-1] == value else f"value of '{key}':"
        return f"unknown {what} '{value[:40]}'" + suggestion(value, words)
    if kind in ('greater_than_equal', 'less_than_equal'):
        word, number = (
            ('least', context.get('ge')) if kind.startswith('greater') else ('most', context.get('le'))
        )
        return f"'{key}' is {value}; at {word} {number}"
    if kind == 'string_type':
        return f"'{key}': expected one word such as {_sample(model, keys)}, not {_kind(value)}"
    if kind == 'string_pattern_mismatch':
        return f"'{key}': '{str(value)[:40]}' does not have the form {_sample(model, keys)}"
    if kind == 'too_short':
        return f"'{key}' is empty; write at least {context['min_length']}"
    return None


def _dotted(keys: tuple[str | int, ...]) -> str:
    """The last keys that have names, 'title.en'; where they stand in a list is told by the line."""
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    names: list[str] = []
    for key in reversed(keys):
        if isinstance(key, int):
            break
        names.insert(0, key)
    return '.'.join(names)


def _shapes_at(annotation: Any, keys: tuple[str | int, ...]) -> list[Any]:
    """The types that a path leads to, seen from a model."""
    shapes = [_bare(annotation)]
    while get_origin(shapes[0]) in (Union, types.UnionType):
        shapes = [_bare(part) for part in get_args(shapes[0]) if part is not type(None)]
    if not keys:
        return shapes
    inner: list[Any] = []
    for shape in shapes:
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            inner += [field.annotation for name, field in _names(shape).items() if name == keys[0]]
        elif get_origin(shape) in (dict, list, tuple):
            inner.append(get_args(shape)[1 if get_origin(shape) is dict else 0])
    return [found for part in inner for found in _shapes_at(part, keys[1:])]


def _bare(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return _bare(annotation.model_fields['root'].annotation)
    return annotation


def _names(shape: Any) -> dict[str, Any]:
    """The fields of a model by the name they have in a file."""
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return {}
    return {field.alias or name: field for name, field in shape.model_fields.items()}


def _sample(model: type[BaseModel], keys: tuple[str | int, ...]) -> str:
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    for shape in _shapes_at(model, keys[:-1]) if keys else ():
        field = _names(shape).get(str(keys[-1]))
        if field is not None and field.examples:
            return str(field.examples[0])
    return '...'
