"""Forms and entries to the tables of a lexicon, as lexicon.py looks them up; part of compiling rules."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from itertools import chain

from policycheck.words.lexicon import AFTER, BEFORE, FIRST, LAST, LOOSE, RIM


def tables(
    forms: Mapping[str, set[int]], exceptions: Mapping[str, Iterable[int]]
) -> tuple[bytes, bytes, dict[str, object]]:
    """The sections forms, slots and parts of a language.

    ``forms`` maps a key (a form in lower case, or FIRST or LAST and a part) to its slots;
    ``exceptions`` maps a form to the slots it must not fill. The table is open addressing over
    CRC-32, with Adler-32 to tell words of one CRC apart, at most two thirds full.
    """
    size = 3 * len(forms) // 2 + 2
    crcs, adlers, told = [0] * size, [0] * size, [0] * size
    slots: list[int] = [0]
    places: dict[tuple[int, ...], int] = {}
    gate = min([RIM, *[len(key) - 1 for key in forms if key[0] in (FIRST, LAST)]])
    lengths: dict[str, dict[str, set[int]]] = {FIRST: {}, LAST: {}}
    for key in sorted(forms):
        own = tuple(sorted(forms[key])) if len(forms[key]) > 1 else tuple(forms[key])
        if own not in places:
            places[own] = len(slots)
            slots.extend((len(own), *own))
        if key[0] in lengths:
            rim = key[1 : 1 + gate] if key[0] == FIRST else key[-gate:]
            lengths[key[0]].setdefault(rim, set()).add(len(key) - 1)
        code = key.encode('utf-8', 'replace')
        crc = zlib.crc32(code)
        at = crc % size
        while told[at]:
            at = (at + 1) % size
        crcs[at], adlers[at], told[at] = crc, zlib.adler32(code), places[own]
    parts: dict[str, object] = {
        'gate': gate,
        'first': {rim: sorted(own) for rim, own in sorted(lengths[FIRST].items())},
        'last': {rim: sorted(own) for rim, own in sorted(lengths[LAST].items())},
        'except': {form: sorted(set(own)) for form, own in sorted(exceptions.items())},
    }
    cells = chain.from_iterable(zip(crcs, adlers, told))
    return struct.pack(f'<{3 * size}I', *cells), struct.pack(f'<{len(slots)}I', *slots), parts


def entries(
    by_list: Mapping[int, Iterable[tuple[int, ...]]],
    weights: Mapping[int, float],
    found: Iterable[int],
    named: Iterable[int] = (),
) -> tuple[bytes, dict[str, object]]:
    """The section entries of a language: the entries of several words by their rarest slot; and more for parts.

    ``by_list`` holds the slots of entries by the slot of their list, ``weights`` how often a slot is
    filled, ``found`` the classes found beforehand, ``named`` those that a policy may add entries to.
    The section begins with the number of slots and, for each, where its entries are told; there stands under
    how many other slots they are kept, for each on which side of the rarest it stands (see lexicon.AFTER),
    the slot itself, and where its entries are told: their number, then for each the list, the place of the
    rarest slot, how many slots, the slots.
    An entry of single words is kept under the rarer neighbour of its rarest, a loose one under 0.
    """
    waiting = set(found)
    while more := {
        owner
        for owner, own in by_list.items()
        if owner not in waiting and any(not waiting.isdisjoint(slots) for slots in own)
    }:
        waiting |= more
    members = {slot for own in by_list.values() for slots in own for slot in slots}
    nested = members & {*by_list, *named}
    by_anchor: dict[int, dict[tuple[int, int], list[tuple[int, ...]]]] = {}
    for owner in sorted(by_list):
        for slots in by_list[owner]:
            known = [i for i, slot in enumerate(slots) if slot not in waiting]
            place = min(known, key=lambda i: (weights[slots[i]], i)) if known else 0
            anchor = slots[place] if known else 0
            under = (LOOSE, 0)
            if len(known) == len(slots) and nested.isdisjoint(slots):
                near = [i for i in (place - 1, place + 1) if 0 <= i < len(slots)]
                other = min(near, key=lambda i: (weights[slots[i]], i))
                under = (AFTER if other > place else BEFORE, slots[other])
            own = (owner, place, len(slots), *slots)
            by_anchor.setdefault(anchor, {}).setdefault(under, []).append(own)
    most = max(by_anchor, default=-1) + 1
    numbers = [most, *([0] * most)]
    for anchor in sorted(by_anchor):
        groups = sorted(by_anchor[anchor].items())
        at = numbers[anchor + 1] = len(numbers)
        numbers += (len(groups), *([0] * (3 * len(groups))))
        for i, (under, own_entries) in enumerate(groups):
            numbers[at + 1 + 3 * i : at + 4 + 3 * i] = (*under, len(numbers))
            numbers += (len(own_entries), *[number for own in own_entries for number in own])
    loose = sorted(anchor for anchor, groups in by_anchor.items() if (LOOSE, 0) in groups)
    parts: dict[str, object] = {'open': sorted(waiting), 'nested': sorted(nested), 'loose': loose}
    return struct.pack(f'<{len(numbers)}I', *numbers), parts
