"""Records: whatever typing's NamedTuple does, at a fraction of the time."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import typing
from pathlib import Path

import pytest

from policycheck import records


class Place(records.NamedTuple):
    """Where something is."""

    line: int
    """From 1."""
    column: int = 1
    names: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The first of the names."""
        return self.names[0]


class Known(typing.NamedTuple):
    line: int
    column: int = 1
    names: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ('values', 'named'),
    [
        pytest.param((1,), {}, id='defaults'),
        pytest.param((1, 2, ('a',)), {}, id='by position'),
        pytest.param((), {'names': ('a',), 'line': 3}, id='by name, in any order'),
        pytest.param((4,), {'column': 2}, id='both'),
    ],
)
def test_a_record_is_what_a_named_tuple_is(values: tuple[object, ...], named: dict[str, object]) -> None:
    known = Known(*values, **named)  # type: ignore[arg-type]
    # the first ones are made in another way than all that follow
    ones = [Place(*values, **named) for _ in range(records._FEW + 2)]  # type: ignore[arg-type]
    assert set(ones) == {known}
    own = ones[-1]
    assert own == known == tuple(own)
    assert hash(own) == hash(known)
    assert (own.line, own.column, own.names) == (known.line, known.column, known.names)
    assert own._asdict() == known._asdict()
    assert own._replace(line=9) == known._replace(line=9)
    assert type(own._replace(line=9)) is Place
    assert repr(own) == repr(known).replace('Known', 'Place')
    for copied in (pickle.loads(pickle.dumps(own)), copy.copy(own), copy.deepcopy(own)):
        assert copied == own
        assert type(copied) is Place
    assert not hasattr(own, '__dict__')


def test_a_record_class_tells_of_its_fields() -> None:
    assert Place._fields == Place.__match_args__ == Known._fields
    assert Place._field_defaults == Known._field_defaults
    assert Place.__doc__ == 'Where something is.'
    assert issubclass(Place, tuple)
    assert Place(1, names=('a', 'b')).first == 'a'
    assert Place._make([1, 2, ()]) == (1, 2, ())


@pytest.mark.parametrize(
    ('make', 'message'),
    [
        pytest.param(lambda: Place(), 'line', id='too few'),  # type: ignore[call-arg]
        pytest.param(lambda: Place(1, 2, (), 4), 'positional arguments', id='too many'),  # type: ignore[call-arg, arg-type]
        pytest.param(lambda: Place(1, row=2), 'row', id='no such field'),  # type: ignore[call-arg]
        pytest.param(lambda: Place(1)._replace(row=2), 'row', id='none to replace'),  # type: ignore[call-arg]
        pytest.param(lambda: Place._make([1]), '3 fields', id='made of too few'),
    ],
)
def test_a_record_has_its_fields_and_no_others(make: typing.Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make()


def test_a_record_is_never_changed() -> None:
    with pytest.raises(AttributeError):
        Place(1).line = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Place(1).row = 2  # type: ignore[attr-defined]


class Nothing(records.NamedTuple):
    """No fields."""


def test_a_record_may_be_empty() -> None:
    assert Nothing() == ()
    assert repr(Nothing()) == 'Nothing()'


def test_modules_with_records_keep_annotations_as_text() -> None:
    # else Python 3.14 has none where fields are looked for
    for path in (Path(__file__).parent.parent / 'policycheck').rglob('*.py'):
        text = path.read_text('utf-8')
        if path.name != 'records.py' and '(NamedTuple):' in text:
            assert 'from __future__ import annotations\n' in text, path
            assert 'from policycheck.records import NamedTuple' in text, path


def test_defaults_come_last() -> None:
    with pytest.raises(TypeError, match='without a default'):

        class Odd(records.NamedTuple):
            a: int = 1
            b: int  # type: ignore[misc]


def test_records_need_no_typing() -> None:
    code = "import sys, policycheck.records\nprint('typing' in sys.modules)"
    assert subprocess.check_output([sys.executable, '-c', code], text=True) == 'False\n'
