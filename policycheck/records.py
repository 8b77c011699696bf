"""Tuples with named fields, as typing.NamedTuple has them, whose classes are made in a tenth of its time.

A run that checks one post makes some forty of these classes, uses a third of them and needs nothing else of typing.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Self
    from typing import NamedTuple as NamedTuple


_FEW = 30
"""Records of a class for which it does not pay to compile a constructor."""
_made: dict[type, int] = {}
"""How many records of a class there were without one."""


class _Record(tuple[object, ...]):
    """What all records can; each has its fields, ``_fields`` and ``_field_defaults``."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: dict[str, Any] = {}  # noqa: RUF012, read only

    def __new__(cls, *values: Any, **named: Any) -> Self:
        _made[cls] = count = _made.get(cls, 0) + 1
        given = dict(zip(cls._fields, values)) | named
        # else a value is one too many or there twice: the constructor says which
        if count <= _FEW and len(given) == len(values) + len(named):
            whole = cls._field_defaults | given
            if whole.keys() == set(cls._fields):
                return tuple.__new__(cls, map(whole.__getitem__, cls._fields))
        cls.__new__ = staticmethod(_constructor(cls))  # type: ignore[method-assign]
        made: Self = cls.__new__(cls, *values, **named)
        return made

    def __repr__(self) -> str:
        said = ', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self))
        return f'{type(self).__name__}({said})'

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f'{cls.__name__} has {len(cls._fields)} fields, not {len(made)}')
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self))

    def _replace(self, /, **changes: Any) -> Self:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f'{type(self).__name__} has no fields {list(changes)}')
        return made

    __replace__ = _replace


def _constructor(cls: type[_Record]) -> Callable[..., Any]:
    names = ''.join(f'{name}, ' for name in cls._fields)
    made: Any = eval(f'lambda _cls, {names}: _new(_cls, ({names}))', {'_new': tuple.__new__})
    made.__defaults__ = tuple(cls._field_defaults.values())
    made.__name__, made.__qualname__ = '__new__', f'{cls.__qualname__}.__new__'
    return made  # type: ignore[no-any-return]


class _Maker(type):
    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        # there on every Python, since the module of a record has from __future__ import annotations
        fields = tuple(body.get('__annotations__', ()))
        defaults = {field: body[field] for field in fields if field in body}
        if tuple(defaults) != fields[len(fields) - len(defaults) :]:
            raise TypeError(f'{name}: a field without a default after one that has one')
        for place, field in enumerate(fields):
            body[field] = _tuplegetter(place, None)
        body |= {'__slots__': (), '__match_args__': fields, '_fields': fields, '_field_defaults': defaults}
        return type(name, (_Record,), body)


if not TYPE_CHECKING:
    NamedTuple = type.__new__(_Maker, 'NamedTuple', (), {})
    """The base of a record: ``class Span(NamedTuple):`` and its fields, with defaults or without."""
