"""One entry of a word list, a line a person wrote, to the words and lists it stands for."""

from __future__ import annotations

import re
from functools import lru_cache

from policycheck.records import NamedTuple
from policycheck.words.phrase_tree import ClauseStart, Element, Gap, PhraseError, Sequence, Word, leaves
from policycheck.words.phrases import parse

_LETTERS = '[a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+'
_PLAIN_WORD = re.compile(_LETTERS)
_PLAIN_ENTRY = re.compile(f'{_LETTERS}(?: {_LETTERS})*|"({_LETTERS}(?: {_LETTERS})*)"|=({_LETTERS})')


class Entry(NamedTuple):
    """One line of a word list: its elements, or the exception it makes."""

    elements: tuple[Element, ...]
    exception: bool
    path: str
    line: int
    column: int = 0
    """Signs before its elements in the line."""


class WordTable(NamedTuple):
    """A word list of one language as it was written."""

    entries: tuple[Entry, ...]
    masked: bool


def takes_out(entry: str) -> bool:
    """Whether an entry is an exception, -word: it takes words out of its list."""
    return entry.startswith('-') and len(entry) > 1


@lru_cache(maxsize=8192)
def parse_entry(line: str) -> tuple[Element, ...]:
    """The elements of an entry of a word list: words and included lists, no gaps, no relations.

    Raises PhraseError.
    """
    if plain := _PLAIN_ENTRY.fullmatch(line):
        # nearly all entries are plain words, bent or quoted, or a name
        if plain[1]:
            return tuple([Word(word, 'exact', 1) for word in plain[1].lower().split()])
        if plain[2]:
            return (Word(plain[2], 'case', 1),)
        found = _PLAIN_WORD.finditer(line)
        return tuple([Word(word[0].lower(), 'inflected', word.start() + 1) for word in found])
    tree = parse(line, entry=True)
    if not isinstance(tree, Sequence):
        raise PhraseError('an entry of a word list has no ~, & or not; write a phrase in a rule for that', 1)
    if any(isinstance(one, Gap | ClauseStart) for one in leaves(tree.elements)):
        raise PhraseError('an entry of a word list has no ... and no ^', 1)
    return tree.elements
