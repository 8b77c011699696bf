"""The names that a policy gives to things, as they fill slots: put beside what is compiled of words and phrases.

A new name then costs no compiling. The slots of a name's words follow those of the language.
"""

from __future__ import annotations

from policycheck.records import NamedTuple
from policycheck.text import normalise, tokenise
from policycheck.words.lexicon import BY_CASE, WRITTEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

NAMED = ('organisation', 'employer', 'product', 'competitor', 'executive', 'secret', 'sensitive_topic')
"""Classes that hold names of the policy."""

_SHORT_NAME = 5
"""Letters from which the first word of a name may stand for it."""

_ENDINGS = {
    'en': ('',),
    'nb': ('', 's'),
    'sv': ('', 's'),
    # case endings on a name, with the i that a consonant takes before them (VISK § 82-93)
    'fi': tuple(
        f'{link}{case}'
        for link in ('', 'i')
        for case in ('', 'n', 'a', 'ä', 'ta', 'tä', 'ssa', 'ssä', 'sta', 'stä', 'in', 'an', 'än', 'on', 'en',
                     'lla', 'llä', 'lta', 'ltä', 'lle', 'na', 'nä', 'ksi', 'hin', 'seen', 't')
    ),
}  # fmt: skip


class Holders(NamedTuple):
    """The slots of a language that names fill, by class; and its first slot that is free."""

    slots: dict[str, list[int]]
    free: int


class Named(NamedTuple):
    """What names fill: slots by form; and entries of several words, each the slot it fills and those of its words."""

    forms: dict[str, list[int]]
    entries: list[tuple[int, tuple[int, ...]]]


def named(
    names: Mapping[str, Iterable[str]], holders: Holders, lang: str, frequent: Collection[str]
) -> Named:
    """The names by class as they fill the slots of a language, with the endings that it gives to names.

    ``frequent`` are words that stand in most posts: none of them is short for the name that it begins.
    """
    forms: dict[str, dict[int, None]] = {}
    entries: dict[tuple[int, tuple[int, ...]], None] = {}
    parts: dict[tuple[str, bool], int] = {}

    def put(found: Iterable[str], slots: Iterable[int]) -> None:
        for form in found:
            forms.setdefault(form, {}).update(dict.fromkeys(slots))

    for kind, own in names.items():
        slots = holders.slots.get(kind, [])
        for name in own:
            plain = normalise(name).text
            words = tokenise(plain).words
            if not words or not slots:
                continue
            *before, last = words
            bent = {last} if last[0] == '@' else _bent(last, lang)
            if not before:
                put(bent, slots)
                continue
            filled = []
            for word, ends in (*((word, False) for word in before), (last, len(bent) > 1)):
                if (word, ends) not in parts:
                    parts[word, ends] = holders.free + len(parts)
                    put(bent if ends else {word}, [parts[word, ends]])
                filled.append(parts[word, ends])
            entries.update(((slot, tuple(filled)), None) for slot in slots)
            if all(map(str.isalpha, words)):
                # as a hashtag has it
                put([''.join(words)], slots)
            first = plain.split()[0]
            known = kind == 'competitor' and len(first) >= _SHORT_NAME and first.istitle()
            if known and words[0] not in frequent:
                # Lumina for Lumina Power, as it is written: the small word may mean something else
                short = _bent(words[0], lang)
                put(short, [BY_CASE])
                put([WRITTEN + form.capitalize() for form in short], slots)
    return Named({form: sorted(own) for form, own in sorted(forms.items())}, list(entries))


def _bent(word: str, lang: str) -> set[str]:
    forms = {word + ending for ending in _ENDINGS[lang]}
    if lang == 'fi' and word[-2:] in ('kk', 'pp', 'tt'):
        # a double stop is single in a closed syllable: Polarwatti, Polarwatin (VISK § 41)
        forms |= {f'{word[:-1]}{ending}' for ending in _ENDINGS['fi'] if ending[:1] == 'i'}
    return forms
