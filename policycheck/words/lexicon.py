"""Which slots a word fills: a hash table that is looked up where it lies, in both speeds.

A slot is anything a phrase asks for in one place: a word with its forms, a word list, a name.
"""

from __future__ import annotations

import zlib
from itertools import compress

from policycheck.artefact import Artefact
from policycheck.memory import Memory
from policycheck.patterns import compiled
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST, LAST, WRITTEN = '\x01', '\x02', '\x03'
"""Prefixes of keys that are the first or last part of a word, or a word as it is written."""

FOUND = (
    'money', 'percent', 'number', 'date', 'time', 'age', 'name', 'url', 'mention', 'hashtag', 'emoji', 'caps', 'exclaim'
)  # fmt: skip
"""Classes that the pipeline finds by itself; their slots are the first, in this order, from 1."""

BY_CASE = 0
"""No slot, but among those of a word it says that the word as it is written may fill more."""

_MEMORY = 50_000
"""Words whose slots are kept at hand; beyond that the table is asked again."""

_LONGEST = 64
"""Letters of a word beyond which it fills no slot."""

_TRIPLE = r'(.)\1{2,}'
# Finnish clitics, then possessive endings: VISK § 126-133, § 95-97 (scripta.kotus.fi/visk)
_CLITIC = r'(?:kin|kaan|kään|kohan|köhän|kos|kös|ko|kö|han|hän|pas|päs|pa|pä)$'
_POSSESSIVE = r'(?:ni|si|nsa|nsä|mme|nne|(?<=aa|ää|ee|ii|oo|uu|yy|öö)n)$'
_SHORTEST_STEM = 3
# 'koskaan' is no form of 'koska' (because), 'mitään' none of 'mitä': indefinite pronouns, VISK § 740-748
_WHOLE = frozenset((
    'koskaan', 'milloinkaan', 'missään', 'mistään', 'mihinkään', 'minnekään', 'mitään', 'ketään',
    'kenenkään', 'kenellekään', 'keneltäkään', 'minkään', 'millään', 'milläkään', 'millekään',
    'kukaan', 'mikään', 'jossakin', 'jostakin', 'johonkin', 'jotakin', 'jollakin', 'joltakin',
    'jollekin', 'jonakin', 'jonkin', 'jotkin', 'jokin', 'joissakin', 'joistakin', 'joihinkin',
    'joitakin', 'joillakin', 'joillekin', 'vain', 'vaan', 'niin', 'noin', 'kuin',
))  # fmt: skip


RIM = 3
"""Letters at the rim of a word by which the lengths of the parts are kept that it may begin or end with;
fewer where a part is shorter."""


LOOSE, AFTER, BEFORE = range(3)
"""Where the slot stands under which an entry is kept beside its rarest: anywhere, after it or before it."""


class Entry(NamedTuple):
    """An entry of single words: its list, the place of its rarest slot, all its slots in order."""

    owner: int
    place: int
    slots: tuple[int, ...]


class Loose(NamedTuple):
    """An entry with a part that is a class found later, or another list's entry of several words."""

    owner: int
    slots: tuple[int, ...]
    known: frozenset[int]
    """Its slots without the classes that are found later."""
    waits: bool
    """Whether it has any of those."""


class Beside(NamedTuple):
    """By slot that an entry asks for next to a word, after it and before it: where such entries are told."""

    after: dict[int, tuple[int, ...]]
    before: dict[int, tuple[int, ...]]


class Anchors:
    """The slots under which a section of numbers tells something, with the operations of a set that are needed.

    Such a section begins with how many slots it speaks of and, for each, where it does, 0 for nowhere.
    """

    __slots__ = ('_all', '_asked', '_numbers')

    _FEW = 20
    """Questions for which it does not pay to make the set of thousands."""

    def __init__(self, numbers: memoryview) -> None:
        self._numbers = numbers
        self._asked = 0
        self._all: frozenset[int] | None = None

    def __contains__(self, slot: int) -> bool:
        return slot < self._numbers[0] and self._numbers[slot + 1] > 0

    def __iter__(self) -> Iterator[int]:
        return iter(self._set())

    def __and__(self, slots: set[int]) -> set[int]:
        if self._all is None and self._asked < self._FEW:
            self._asked += 1
            numbers, size = self._numbers, self._numbers[0]
            return {slot for slot in slots if slot < size and numbers[slot + 1]}
        return slots & self._set()

    __rand__ = __and__

    def _set(self) -> frozenset[int]:
        if self._all is None:
            size = self._numbers[0]
            self._all = frozenset(compress(range(size), self._numbers[1 : size + 1]))
        return self._all


class Lexicon:
    """The slots of one language, read from an artefact."""

    def __init__(self, artefact: Artefact, lang: str) -> None:
        self.lang = lang
        self._cells = artefact.numbers(f'forms.{lang}')
        self._slots = artefact.numbers(f'slots.{lang}')
        self._size = len(self._cells) // 3
        parts = artefact.plain(f'parts.{lang}')
        self._first: dict[str, list[int]] = parts['first']
        self._last: dict[str, list[int]] = parts['last']
        self._gate: int = parts['gate']
        self._except: dict[str, list[int]] = parts['except']
        self._except_parts = {len(key) - 1 for key in self._except if key[0] in (FIRST, LAST)}
        self.open: frozenset[int] = frozenset(parts['open'])
        """Classes found beforehand, and the lists with an entry that holds one: they are known to the slow speed."""
        self.nested: frozenset[int] = frozenset(parts['nested'])
        """Lists with entries of several words that are themselves part of such an entry."""
        self._forms_named: dict[str, list[int]]
        self._forms_named, entries_named = artefact.plain(f'names.{lang}')
        self._named = [Entry(owner, 0, tuple(slots)) for owner, slots in entries_named]
        """What the policy's names add: forms, and entries told at -1, -2, ..."""
        self._named_under: dict[int, list[tuple[int, int, int]]] = {}
        for at, own in enumerate(self._named, 1):
            self._named_under.setdefault(own.slots[0], []).append((AFTER, own.slots[1], -at))
        self._entries = artefact.numbers(f'entries.{lang}')
        numbers = self._entries
        self.anchors = Anchors(numbers)
        """The slots that are the rarest of some entry of several words."""
        self.beside = Memory(self._read_beside, _MEMORY)
        """By the slots of a word: what entries ask for next to it whose rarest slot it fills; None for nothing."""
        self.entries = Memory(self._read_entries, _MEMORY)
        """The entries of single words that are told at a place."""
        self._loose = Memory(self._read_loose, _MEMORY)
        self._loose_anchors: frozenset[int] = frozenset(parts['loose'])
        self.always_waiting = [(one.owner, one.slots) for one in self._loose[0]]
        """List and slots of the entries that consist of classes found beforehand."""
        self.slots_of = Memory(self._look_up, _MEMORY, _LONGEST)
        """The slots that a token's word fills, in no order; empty for most words."""

    def loose(self, present: set[int]) -> list[Loose]:
        """The loose entries whose words are all among these slots."""
        return [
            one
            for anchor in self._loose_anchors & present
            for one in self._loose[anchor]
            if one.known <= present
        ]

    def _read_loose(self, anchor: int) -> list[Loose]:
        found = []
        for side, _, place in self._kept_under(anchor):
            for owner, _, slots in self._read_entries(place) if side == LOOSE else ():
                known = frozenset(slots) - self.open
                found.append(Loose(owner, slots, known, len(known) < len(set(slots))))
        return found

    def _read_beside(self, filled: tuple[int, ...]) -> Beside | None:
        after: dict[int, tuple[int, ...]] = {}
        before: dict[int, tuple[int, ...]] = {}
        for anchor in {*filled}:
            for side, slot, place in self._kept_under(anchor):
                if side != LOOSE:
                    told = after if side == AFTER else before
                    told[slot] = (*told.get(slot, ()), place)
        return Beside(after, before) if after or before else None

    def _kept_under(self, anchor: int) -> list[tuple[int, int, int]]:
        """Of the entries with this rarest slot: on which side, beside which slot, where they are told."""
        if anchor not in self.anchors:
            return self._named_under.get(anchor, [])
        at = self._entries[anchor + 1]
        end = at + 3 * self._entries[at]
        told = self._entries[at + 1 : end + 1].tolist()
        return [*zip(told[::3], told[1::3], told[2::3])]

    def _read_entries(self, at: int) -> list[Entry]:
        if at < 0:
            return [self._named[-at - 1]]
        numbers = self._entries
        found = []
        for _ in range(numbers[at]):
            owner, place, size = numbers[at + 1 : at + 4]
            found.append(Entry(owner, place, tuple(numbers[at + 4 : at + 4 + size])))
            at += 3 + size
        return found

    def _look_up(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return ()
        found = self._of_form(word)
        if not found and len(word) > 2 and compiled(_TRIPLE).search(word):
            for plain in {compiled(_TRIPLE).sub(r'\1', word), compiled(_TRIPLE).sub(r'\1\1', word)}:
                found |= self._of_form(plain)
        if self.lang == 'fi':
            for bare in bare_finnish(word):
                found |= self._of_form(bare)
        if found and self._except:
            for known in (word, *(bare_finnish(word) if self.lang == 'fi' else ())):
                found.difference_update(self._excepted(known))
        return tuple(found)

    def _excepted(self, word: str) -> set[int]:
        found = set(self._except.get(word, ()))
        for cut in self._except_parts:
            found.update(self._except.get(FIRST + word[:cut], ()))
            found.update(self._except.get(LAST + word[-cut:], ()))
        return found

    def _of_form(self, word: str) -> set[int]:
        found = {*self._of_key(word), *self._forms_named.get(word, ())}
        size = len(word)
        for length in self._first.get(word[: self._gate], ()):
            if length > size:
                break
            found.update(self._of_key(FIRST + word[:length]))
        for length in self._last.get(word[-self._gate :], ()):
            if length > size:
                break
            found.update(self._of_key(LAST + word[size - length :]))
        return found

    def _of_key(self, key: str) -> tuple[int, ...]:
        code = key.encode('utf-8', 'replace')
        crc = zlib.crc32(code)
        cells, size = self._cells, self._size
        at = crc % size
        while True:
            place = cells[3 * at + 2]
            if not place:
                return ()
            if cells[3 * at] == crc and cells[3 * at + 1] == zlib.adler32(code):
                count = self._slots[place]
                return tuple(self._slots[place + 1 : place + 1 + count])
            at = (at + 1) % size


def bare_finnish(word: str) -> set[str]:
    """What a Finnish word may be without its clitics and possessive ending; without the word itself.

    >>> sorted(bare_finnish('pomonikin'))
    ['pomo', 'pomon', 'pomoni']
    """
    found: set[str] = set()
    if word in _WHOLE:
        return found
    bare = word
    for _ in range(2):
        cut = compiled(_CLITIC).search(bare)
        if cut is None or cut.start() < _SHORTEST_STEM:
            break
        bare = bare[: cut.start()]
        found.add(bare)
    for stem in (word, *found):
        cut = compiled(_POSSESSIVE).search(stem)
        if cut is not None and cut.start() >= _SHORTEST_STEM:
            owned = stem[: cut.start()]
            # taloni: talo, talon or talot; ilokseni: iloksi; talossaan: talossa
            found |= {owned, f'{owned}n'}
            if owned.endswith('kse'):
                found.add(f'{owned[:-1]}i')
            if stem.endswith('n') and owned[-1:] == owned[-2:-1]:
                found.add(owned[:-1])
    found.discard(word)
    return found
