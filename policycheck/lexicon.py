"""Which slots a word fills: a hash table that is looked up where it lies, in both speeds.

A slot is anything a phrase asks for in one place: a word with its forms, a word list, a name.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policycheck.artefact import Artefact

FIRST, LAST, WRITTEN = '\x01', '\x02', '\x03'
"""Prefixes of keys that are the first or last part of a word, or a word as it is written."""

BY_CASE = 0
"""No slot, but among those of a word it says that the word as it is written may fill more."""

_MEMORY = 50_000
"""Words whose slots are kept at hand; beyond that the table is asked again."""

# Patterns are kept as text and compiled by `re` when a draft first asks for them.
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


class Entry(NamedTuple):
    """An entry of several words: its list, the place of its rarest slot, all its slots in order."""

    owner: int
    place: int
    slots: tuple[int, ...]
    known: frozenset[int]
    """Its slots without the classes that are found later."""
    waits: bool
    """Whether it has any of those."""
    nested: bool
    """Whether a part of it is another list's entry of several words."""


class Lexicon:
    """The slots of one language, read from an artefact."""

    def __init__(self, artefact: Artefact, lang: str) -> None:
        self.lang = lang
        self._cells = artefact.numbers(f'forms.{lang}')
        self._slots = artefact.numbers(f'slots.{lang}')
        self._mask = len(self._cells) // 3 - 1
        parts = artefact.json(f'parts.{lang}')
        self._first: list[int] = parts['first']
        self._last: list[int] = parts['last']
        self._except: dict[str, list[int]] = parts['except']
        self._except_parts = {len(key) - 1 for key in self._except if key[0] in (FIRST, LAST)}
        self.open: frozenset[int] = frozenset(parts['open'])
        """Classes found beforehand, and the lists with an entry that holds one: they are known to the slow speed."""
        self.nested: frozenset[int] = frozenset(parts['nested'])
        """Lists with entries of several words that are themselves part of such an entry."""
        self._entries = artefact.numbers(f'entries.{lang}')
        self._read_entries: dict[int, list[Entry]] = {}
        self._known: dict[str, tuple[int, ...]] = {}

    def slots(self, word: str) -> tuple[int, ...]:
        """The slots that a token's word fills, in no order; empty for most words."""
        found = self._known.get(word)
        if found is None:
            found = self._look_up(word)
            if len(self._known) >= _MEMORY:
                self._known.clear()
            if len(word) <= 64:
                self._known[word] = found
        return found

    def entries(self, slot: int) -> list[Entry]:
        """The entries of several words whose rarest slot is this.

        Those of 0 consist of classes found beforehand only.
        """
        found = self._read_entries.get(slot)
        if found is None:
            found = []
            numbers = self._entries
            at = numbers[slot + 1] if slot < numbers[0] else 0
            if at:
                for _ in range(numbers[at]):
                    size = numbers[at + 3]
                    slots = tuple(numbers[at + 4 : at + 4 + size])
                    known = frozenset(slots) - self.open
                    waits = len(known) < len(set(slots))
                    nested = not self.nested.isdisjoint(slots)
                    found.append(Entry(numbers[at + 1], numbers[at + 2], slots, known, waits, nested))
                    at += 3 + size
            self._read_entries[slot] = found
        return found

    def _look_up(self, word: str) -> tuple[int, ...]:
        if len(word) > 64:
            return ()
        found = self._of_form(word)
        if not found and len(word) > 2 and re.search(_TRIPLE, word):
            for plain in {re.sub(_TRIPLE, r'\1', word), re.sub(_TRIPLE, r'\1\1', word)}:
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
        found = set(self._of_key(word))
        size = len(word)
        for length in self._first:
            if length > size:
                break
            found.update(self._of_key(FIRST + word[:length]))
        for length in self._last:
            if length > size:
                break
            found.update(self._of_key(LAST + word[size - length :]))
        return found

    def _of_key(self, key: str) -> tuple[int, ...]:
        code = key.encode('utf-8', 'replace')
        crc = zlib.crc32(code)
        cells, mask = self._cells, self._mask
        at = crc & mask
        while True:
            place = cells[3 * at + 2]
            if not place:
                return ()
            if cells[3 * at] == crc and cells[3 * at + 1] == zlib.adler32(code):
                count = self._slots[place]
                return tuple(self._slots[place + 1 : place + 1 + count])
            at = (at + 1) & mask


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
        cut = re.search(_CLITIC, bare)
        if cut is None or cut.start() < _SHORTEST_STEM:
            break
        bare = bare[: cut.start()]
        found.add(bare)
    for stem in (word, *found):
        cut = re.search(_POSSESSIVE, stem)
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


def tables(
    forms: Mapping[str, Iterable[int]], exceptions: Mapping[str, Iterable[int]]
) -> tuple[bytes, bytes, dict[str, object]]:
    """The sections forms, slots and parts of a language.

    ``forms`` maps a key (a form in lower case, or FIRST or LAST and a part) to its slots;
    ``exceptions`` maps a form to the slots it must not fill. The table is open addressing over
    CRC-32, with Adler-32 to tell words of one CRC apart, at most half full.
    """
    size = 4
    while size < 2 * len(forms) + 2:
        size *= 2
    cells = [0] * (3 * size)
    slots: list[int] = [0]
    places: dict[tuple[int, ...], int] = {}
    lengths: dict[str, set[int]] = {FIRST: set(), LAST: set()}
    for key in sorted(forms):
        own = tuple(sorted(set(forms[key])))
        if own not in places:
            places[own] = len(slots)
            slots.extend((len(own), *own))
        if key[0] in lengths:
            lengths[key[0]].add(len(key) - 1)
        code = key.encode('utf-8', 'replace')
        crc, adler = zlib.crc32(code), zlib.adler32(code)
        at = crc & (size - 1)
        while cells[3 * at + 2]:
            at = (at + 1) & (size - 1)
        cells[3 * at : 3 * at + 3] = [crc, adler, places[own]]
    parts: dict[str, object] = {
        'first': sorted(lengths[FIRST]),
        'last': sorted(lengths[LAST]),
        'except': {form: sorted(set(own)) for form, own in sorted(exceptions.items())},
    }
    return struct.pack(f'<{len(cells)}I', *cells), struct.pack(f'<{len(slots)}I', *slots), parts


def entries(
    by_list: Mapping[int, Iterable[tuple[int, ...]]], weights: Mapping[int, float], found: Iterable[int]
) -> tuple[bytes, dict[str, object]]:
    """The section entries of a language: the entries of several words by their rarest slot; and more for parts.

    ``by_list`` holds the slots of entries by the slot of their list, ``weights`` how often a slot is
    filled, ``found`` the classes found beforehand. The section begins with the number of slots and,
    for each, where its entries are told; there stands their number, then for each the list, the
    place of the rarest slot, how many slots, the slots.
    """
    waiting = set(found)
    while more := {
        owner
        for owner, own in by_list.items()
        if owner not in waiting and any(not waiting.isdisjoint(slots) for slots in own)
    }:
        waiting |= more
    by_anchor: dict[int, list[int]] = {}
    counts: dict[int, int] = {}
    for owner in sorted(by_list):
        for slots in by_list[owner]:
            known = [i for i, slot in enumerate(slots) if slot not in waiting]
            place = min(known, key=lambda i: (weights[slots[i]], i)) if known else 0
            anchor = slots[place] if known else 0
            counts[anchor] = counts.get(anchor, 0) + 1
            by_anchor.setdefault(anchor, []).extend((owner, place, len(slots), *slots))
    most = max(by_anchor, default=-1) + 1
    numbers = [most, *([0] * most)]
    for anchor in sorted(by_anchor):
        numbers[anchor + 1] = len(numbers)
        numbers.extend((counts[anchor], *by_anchor[anchor]))
    members = {slot for own in by_list.values() for slots in own for slot in slots}
    parts: dict[str, object] = {'open': sorted(waiting), 'nested': sorted(members & by_list.keys())}
    return struct.pack(f'<{len(numbers)}I', *numbers), parts
