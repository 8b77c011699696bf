"""How a regular expression is read: the part of the notation that is taken, as a tree of five nodes."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

MOST = 1000
"""The highest number in {n,m}; the limit of re2, too."""

Chars = frozenset[int]


class Sign(NamedTuple):
    """One character out of a set; the case of letters is no matter.

    ``plain`` is the way to write it for `re`, ``linear`` for re2 (None: re2 has no way to say it),
    ``chars`` the code points of the pattern's universe that it takes, ``literal`` the lower-case
    character where there is but one.
    """

    plain: str
    linear: str | None
    chars: Chars
    literal: str | None = None


class Edge(NamedTuple):
    """A place between characters: 'border' of a word, 'line start', 'line end', 'start', 'end'."""

    place: str


class Seq(NamedTuple):
    """Nodes in a row."""

    parts: tuple[Node, ...]


class Either(NamedTuple):
    """The first of the branches that fits."""

    branches: tuple[Node, ...]


class Repeat(NamedTuple):
    """``low`` to ``high`` times the body; ``high`` None is an open repeat."""

    body: Node
    low: int
    high: int | None
    lazy: bool


Node = Sign | Edge | Seq | Either | Repeat

_PLACES = {
    'AT_BEGINNING': 'line start',
    'AT_END': 'line end',
    'AT_BOUNDARY': 'border',
    'AT_BEGINNING_STRING': 'start',
    'AT_END_STRING': 'end',
}
_REFUSED = {
    'GROUPREF': 'a reference back to a group',
    'GROUPREF_EXISTS': 'a condition on a group',
    'ASSERT': 'a look ahead or behind',
    'ASSERT_NOT': 'a look ahead or behind',
    'ATOMIC_GROUP': 'an atomic group',
    'POSSESSIVE_REPEAT': 'a possessive repeat',
}
_CASED = (range(0x2E00), range(0xA640, 0xABC0), range(0xFF21, 0xFF5B), range(0x10400, 0x10600))
_LAST = 0x10FFFF


@lru_cache(maxsize=256)
def read(pattern: str) -> Seq:
    """The tree of a pattern. Raises ValueError, in words, where it cannot be read or is not taken.

    ``^`` and ``$`` are the ends of a line. Groups only group. Inline flags, look-arounds,
    references back, atomic groups and possessive repeats are refused, as are repeats above MOST.
    """
    from re import _parser  # type: ignore[attr-defined]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter('error', FutureWarning)
            parsed = _parser.parse(pattern, re.UNICODE)
    except FutureWarning as err:
        raise ValueError(r'a [ within [...] is written \[') from err
    except re.error as err:
        column = f' at column {err.pos + 1}' if err.pos is not None else ''
        raise ValueError(f'cannot read the pattern{column}: {err.msg}') from err
    except (OverflowError, RecursionError) as err:
        raise ValueError('cannot read the pattern: it is too big') from err
    if parsed.state.flags & ~(re.UNICODE | re.IGNORECASE):
        raise ValueError('inline flags such as (?x) are not taken; case never matters')
    items = list(parsed)
    try:
        return _seq(items, _universe(items))
    except RecursionError as err:
        raise ValueError('cannot read the pattern: it is nested too deeply') from err


@lru_cache(maxsize=1)
def _spaces() -> Chars:
    return frozenset(code for code in range(0x3001) if chr(code).isspace())


@lru_cache(maxsize=1)
def _cases() -> dict[str, frozenset[int]]:
    """Lower-case character to all that become it by ``str.lower``; only those that are more than one."""
    groups: dict[str, set[int]] = {}
    for codes in _CASED:
        for code in codes:
            lower = chr(code).lower()
            if len(lower) == 1:
                groups.setdefault(lower, set()).add(code)
    return {lower: frozenset(group) for lower, group in groups.items() if len(group) > 1}


def _variants(code: int) -> Chars:
    return _cases().get(chr(code).lower(), frozenset((code,)))


def _range_variants(low: int, high: int) -> Chars:
    """The other cases of the letters in a range."""
    return frozenset(
        code
        for group in _cases().values()
        if any(low <= member <= high for member in group)
        for code in group
        if not low <= code <= high
    )


def _universe(items: Any) -> Chars:
    """Code points that tell the sets of a pattern apart: the common ones and all that it names."""
    named: set[int] = set()
    waiting = [items]
    while waiting:
        item = waiting.pop()
        if isinstance(item, int) and not isinstance(item, bool) and type(item) is int:
            named.update(code for code in (item - 1, item, item + 1) if 0 <= code <= _LAST)
        elif not isinstance(item, str) and hasattr(item, '__iter__'):
            waiting.extend(item)
    return frozenset(range(0x3000)) | frozenset(named)


def _seq(items: Any, universe: Chars) -> Seq:
    parts: list[Node] = []
    for item in items:
        node = _node(item, universe)
        parts.extend(node.parts if isinstance(node, Seq) else (node,))
    return Seq(tuple(parts))


def _node(item: Any, universe: Chars) -> Node:
    name, value = str(item[0]), item[1]
    if name in _REFUSED:
        raise ValueError(f'{_REFUSED[name]} is not taken: it cannot be searched in linear time')
    if name == 'LITERAL':
        return _sign([item], universe)
    if name == 'NOT_LITERAL':
        return _sign([('NEGATE', None), ('LITERAL', value)], universe)
    if name == 'ANY':
        return Sign('.', '.', universe - {10})
    if name == 'IN':
        return _sign(value, universe)
    if name == 'AT':
        if str(value) not in _PLACES:
            raise ValueError(r'\B is not taken')
        return Edge(_PLACES[str(value)])
    if name == 'SUBPATTERN':
        if (value[1] | value[2]) & ~re.IGNORECASE or value[2]:
            raise ValueError('flags cannot be changed within a pattern')
        return _seq(value[3], universe)
    if name == 'BRANCH':
        return Either(tuple(_seq(branch, universe) for branch in value[1]))
    if name in ('MAX_REPEAT', 'MIN_REPEAT'):
        low, high = int(value[0]), None if str(value[1]) == 'MAXREPEAT' else int(value[1])
        if max(low, high or 0) > MOST:
            raise ValueError(f'a repeat may go to {MOST}, not to {max(low, high or 0)}')
        return Repeat(_seq(value[2], universe), low, high, name == 'MIN_REPEAT')
    raise ValueError(f'{name.lower()} is not taken')


def _sign(items: Any, universe: Chars) -> Sign:
    """A set of characters, from the items of the standard library's parser."""
    negated, plain, linear = False, '', ''
    chars: set[int] = set()
    sayable = True
    for kind, value in items:
        if str(kind) == 'NEGATE':
            negated = True
        elif str(kind) == 'LITERAL':
            ways = _variants(value)
            chars |= ways
            plain, linear = plain + _ranges(ways), linear + _ranges(ways)
        elif str(kind) == 'RANGE':
            low, high = value
            others = _range_variants(low, high)
            chars |= {code for code in universe if low <= code <= high} | others
            text = f'{_escape(low)}-{_escape(high)}' + _ranges(others)
            plain, linear = plain + text, linear + text
        else:
            text, as_linear, taken = _category(str(value), universe)
            chars |= taken
            plain, linear = plain + text, linear + (as_linear or '')
            sayable = sayable and as_linear is not None
    if str(items[-1][1]) == 'CATEGORY_NOT_WORD' and len(items) == 1:
        return Sign(r'\W', r'[^\p{L}\p{N}_]', frozenset(chars))
    head = '[^' if negated else '['
    taken = universe - chars if negated else frozenset(chars)
    literal = None
    lower = {chr(code).lower() for code in taken} if len(taken) < 8 and not negated else set()
    if len(lower) == 1:
        # one letter in whatever case, also where it is written [Aa]
        literal = next(iter(lower))
        literal = literal if len(literal) == 1 else None
        if len(taken) == 1 and len(items) == 1:
            return Sign(plain, linear, taken, literal)
    return Sign(f'{head}{plain}]', f'{head}{linear}]' if sayable else None, taken, literal)


def _category(name: str, universe: Chars) -> tuple[str, str | None, Chars]:
    """How a class such as \\w is written within [...] for `re` and for re2, and what it takes."""
    spaces = _ranges(_spaces())
    if name == 'CATEGORY_SPACE':
        return spaces, spaces, _spaces()
    if name == 'CATEGORY_NOT_SPACE':
        others = ''.join(f'{_escape(low)}-{_escape(high)}' for low, high in _gaps(_spaces()))
        return others, others, universe - _spaces()
    if name in ('CATEGORY_DIGIT', 'CATEGORY_NOT_DIGIT'):
        digits = frozenset(code for code in universe if chr(code).isdecimal())
        if name == 'CATEGORY_DIGIT':
            return r'\d', r'\p{Nd}', digits
        return r'\D', r'\P{Nd}', universe - digits
    words = word_chars(universe)
    if name == 'CATEGORY_WORD':
        return r'\w', r'\p{L}\p{N}_', words
    return r'\W', None, universe - words


@lru_cache(maxsize=64)
def word_chars(chars: Chars) -> Chars:
    """Those of the code points that are part of words: letters and numbers of any script, and _."""
    return frozenset(code for code in chars if code == 0x5F or chr(code).isalnum())


def _gaps(codes: Chars) -> Iterator[tuple[int, int]]:
    low = 0
    for code in sorted(codes):
        if low < code:
            yield low, code - 1
        low = code + 1
    # re2 has no surrogates; the text never reaches it with one, so the gap may span them
    yield low, _LAST


def _ranges(codes: Chars) -> str:
    """Code points as they are written within [...]."""
    return ''.join(_escape(code) for code in sorted(codes))


def _escape(code: int) -> str:
    sign = chr(code)
    return (
        f'\\{sign}' if sign.isascii() and sign.isprintable() and not sign.isalnum() and sign != ' ' else sign
    )
