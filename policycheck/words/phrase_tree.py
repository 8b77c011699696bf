"""What a phrase is made of: the nodes of its tree, and the mistake it may hold."""

from __future__ import annotations

from itertools import product

from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_VARIANTS = 64
"""Alternatives that one phrase may multiply out to."""


class PhraseError(ValueError):
    """A phrase that cannot be read; ``column`` counts from 1 in the phrase."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


class Word(NamedTuple):
    """``forms``: 'inflected', 'exact', 'case', 'first' (``super*``) or 'last' (``*tarjous``)."""

    text: str
    forms: str
    column: int


class Class(NamedTuple):
    """A word list, a name of the policy, or a class found beforehand."""

    name: str
    column: int


class Gap(NamedTuple):
    """Up to so many words between."""

    words: int


class ClauseStart(NamedTuple):
    """What follows stands at the start of a clause."""


class Choice(NamedTuple):
    """One of several sequences; an optional word has an empty one."""

    options: tuple[tuple[Element, ...], ...]


Element = Word | Class | Gap | ClauseStart | Choice


class Sequence(NamedTuple):
    """Elements in this order, side by side but for gaps."""

    elements: tuple[Element, ...]


class Not(NamedTuple):
    """What stands under a negation."""

    operand: Tree


class Relation(NamedTuple):
    """Two operands and what joins them: ``~``, ``~>``, ``~~``, ``~~~`` or ``&``."""

    sign: str
    left: Tree
    right: Tree


Tree = Sequence | Not | Relation


def spelled(element: Element) -> str:
    """A word, class or choice as it is written in a phrase; '' for a gap and the start of a clause.

    >>> spelled(Choice(((Word('hate', 'inflected', 1),), (Class('scorn', 6),))))
    '(hate|{scorn})'
    """
    if isinstance(element, Class):
        return f'{{{element.name}}}'
    if isinstance(element, Word):
        shapes = {'exact': '"{}"', 'case': '={}', 'first': '{}*', 'last': '*{}'}
        return shapes.get(element.forms, '{}').format(element.text)
    if isinstance(element, Choice):
        options = (' '.join(filter(None, map(spelled, option))) for option in element.options if option)
        return f'({"|".join(options)})'
    return ''


def variants(elements: Iterable[Element]) -> list[tuple[Element, ...]]:
    """The sequences without choices that a sequence with choices stands for.

    Raises ValueError when there are more than MOST_VARIANTS.
    """
    elements = tuple(elements)
    if Choice not in map(type, elements):
        # as most are
        return [elements]
    options: list[list[tuple[Element, ...]]] = []
    total = 1
    for element in elements:
        if isinstance(element, Choice):
            own = [one for option in element.options for one in (variants(option) if option else [()])]
            options.append(_joined(own))
        else:
            options.append([(element,)])
        total *= len(options[-1])
        if total > MOST_VARIANTS:
            raise ValueError(
                f'more than {MOST_VARIANTS} alternatives in one phrase; put them into a word list'
            )
    return [tuple(one for part in parts for one in part) for parts in product(*options)]


def _joined(options: list[tuple[Element, ...]]) -> list[tuple[Element, ...]]:
    return list(dict.fromkeys(options))


def sequences(tree: Tree) -> Iterator[Sequence]:
    """Every sequence of a phrase, in the order in which they are written."""
    if isinstance(tree, Sequence):
        yield tree
    elif isinstance(tree, Not):
        yield from sequences(tree.operand)
    else:
        yield from sequences(tree.left)
        yield from sequences(tree.right)


def classes_in(elements: Iterable[Element]) -> Iterable[Class]:
    """Every class among the elements of a phrase or an entry, those of its choices too."""
    return (one for one in leaves(elements) if isinstance(one, Class))


def words_of(elements: Iterable[Element]) -> Iterable[Word]:
    """Every word of a sequence, those of its choices too."""
    return (one for one in leaves(elements) if isinstance(one, Word))


def leaves(elements: Iterable[Element]) -> Iterator[Element]:
    """Every element of a phrase or an entry but its choices, in whose place what they hold."""
    for element in elements:
        if isinstance(element, Choice):
            for option in element.options:
                yield from leaves(option)
        else:
            yield element


def masks(form: str) -> list[str]:
    """A word with asterisks in the place of neighbouring letters; the first one shows, and another one.

    With the first one alone it could be many a word: f****** is no name for a group.

    >>> masks('damn')
    ['d*mn', 'd**n', 'da*n', 'da**', 'dam*']
    """
    size = len(form)
    ends = ((at, end) for at in range(1, size) for end in range(at + 1, size + 1) if end - at < size - 1)
    return [form[:at] + '*' * (end - at) + form[end:] for at, end in ends]
