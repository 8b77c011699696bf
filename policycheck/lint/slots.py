"""Which words fill each slot of the phrases of one language, and when one slot takes all that another takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policycheck.records import NamedTuple
from policycheck.words.lexicon import FIRST, FOUND, LAST, WRITTEN
from policycheck.words.phrase_tree import Class
from policycheck.words.policy_names import NAMED
from policycheck.words.vocabulary import Vocabulary

_LONGEST = 12
"""Words that an entry of lists within lists is taken to have at most."""


class Slots(NamedTuple):
    """``forms`` of one word and ``entries`` of several by slot; ``open`` slots are filled by what is found
    in a draft or named in a policy."""

    forms: Mapping[int, frozenset[str]]
    entries: Mapping[int, frozenset[tuple[int, ...]]]
    open: frozenset[int]
    names: Mapping[int, str]
    """The class of a slot, where it is one."""
    parts: Mapping[int, tuple[str, ...]]
    """Those of the forms that are the first or last part of a word."""
    seen: dict[tuple[int, int], bool]
    """What ``covers`` has answered so far."""

    def fillable(self) -> frozenset[int]:
        """The slots that some word can fill."""
        filled = {*self.open, *(slot for slot, forms in self.forms.items() if forms)}
        more = True
        while more:
            more = False
            for slot, own in self.entries.items():
                if slot not in filled and any(filled.issuperset(entry) for entry in own):
                    filled.add(slot)
                    more = True
        return frozenset(filled)

    def words(self, slot: int) -> int:
        """The most words that fill a slot."""
        return self._words(slot, 0)

    def _words(self, slot: int, depth: int) -> int:
        if depth > 4 or slot in self.open:
            return _LONGEST
        own = [sum(self._words(part, depth + 1) for part in entry) for entry in self.entries.get(slot, ())]
        return min(_LONGEST, max([1, *own]))

    def covers(self, wide: int, narrow: int) -> bool:
        """Whether every word or entry that fills ``narrow`` fills ``wide``."""
        key = (wide, narrow)
        if key not in self.seen:
            self.seen[key] = wide == narrow or self._covers(wide, narrow)
        return self.seen[key]

    def _covers(self, wide: int, narrow: int) -> bool:
        if narrow in self.open or not (self.forms.get(narrow) or self.entries.get(narrow)):
            return False
        return all(self._takes(wide, form) for form in self.forms.get(narrow, ())) and all(
            self._takes_entry(wide, entry) for entry in self.entries.get(narrow, ())
        )

    def _takes(self, slot: int, form: str) -> bool:
        forms = self.forms.get(slot, frozenset())
        if form in forms:
            return True
        if form[0] == WRITTEN:
            return self._takes(slot, form[1:].lower())
        return any(covers_form(part, form) for part in self.parts.get(slot, ()))

    def _takes_entry(self, slot: int, entry: tuple[int, ...]) -> bool:
        return any(
            own == entry or (len(own) == len(entry) and all(map(self.covers, own, entry)))
            for own in self.entries.get(slot, ())
        )


def covers_form(wide: str, form: str) -> bool:
    """Whether the first or last part of a word takes a form, itself perhaps the same part of a longer one.

    >>> covers_form('\\x01super', 'superfin'), covers_form('\\x01super', '\\x01superb'), covers_form('\\x02fin', 'fin')
    (True, True, True)
    """
    part = wide[1:]
    whole = form[0] not in (FIRST, LAST)
    if not whole and form[0] != wide[0]:
        return False
    text = form if whole else form[1:]
    return text.startswith(part) if wide[0] == FIRST else text.endswith(part)


def slots(words: Vocabulary) -> Slots:
    """The slots of a vocabulary that all phrases have been read with."""
    forms: dict[int, set[str]] = {}
    for form, own in words.forms.items():
        for slot in own:
            if slot and slot not in words.exceptions.get(form, ()):
                forms.setdefault(slot, set()).add(form)
    names = {slot: name for (kind, name), slot in words.slot_of.items() if kind == 'class'}
    return Slots(
        forms={slot: frozenset(own) for slot, own in forms.items()},
        entries={slot: frozenset(own) for slot, own in words.entries.items()},
        open=frozenset(slot for slot, name in names.items() if name in FOUND or _named(words, name, ())),
        names=names,
        parts={slot: tuple(form for form in own if form[0] in (FIRST, LAST)) for slot, own in forms.items()},
        seen={},
    )


def _named(words: Vocabulary, name: str, above: Iterable[str]) -> bool:
    """Whether a class holds names of the policy, by itself or by a list that it includes whole."""
    if name in NAMED:
        return True
    table = words.lists.get(name)
    return table is not None and any(
        isinstance(entry.elements[0], Class)
        and entry.elements[0].name not in above
        and _named(words, entry.elements[0].name, (*above, name))
        for entry in table.entries
        if len(entry.elements) == 1
    )
