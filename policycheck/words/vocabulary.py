"""The words of one language while rules are compiled: every word, list and name becomes a slot."""

from __future__ import annotations

from policycheck.errors import InputError
from policycheck.records import NamedTuple
from policycheck.words.absent import absent, circular
from policycheck.words.lexicon import BY_CASE, FIRST, FOUND, LAST, WRITTEN
from policycheck.words.phrase_tree import MOST_VARIANTS, Class, Element, Word, classes_in, masks, variants
from policycheck.words.policy_names import NAMED, Holders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from policycheck.words.entries import Entry, WordTable
    from policycheck.words.policy_names import Named

ENGINE_CLASSES = (
    'negation', 'not_only', 'raising', 'clause_break', 'subordinator', 'reporting', 'condition', 'past',
    'others', 'currency', 'percent_word', 'month', 'weekday', 'number_word', 'title_word', 'age_word', 'given_name',
    *NAMED,
)  # fmt: skip
"""Classes that the pipeline asks for by name."""

_OBSERVED = 1000.0
"""Weight of an ordinary post that fills a slot, beside 1 for each form that does."""

_NAME = 3.0
"""Weight of the names of a policy, of which nothing is known yet: about as many forms."""

_MAY_BE = dict(zip(FOUND, (0.4,) * 6 + (1.0, 0.1, 0.1, 0.2, 0.2, 1.0, 0.2)))
"""Share of posts in which the fast path has to reckon with a found class, by its name: any capital may begin
a name, any figure be money. Roughly, as in posts of organisations; only speed depends on it."""


class Content(NamedTuple):
    """What a list comes to: forms of single words, slots of entries of several, forms that are exceptions.

    ``names`` are the classes of names of the policy that it holds.
    """

    forms: dict[str, None]
    sequences: dict[tuple[int, ...], None]
    exceptions: dict[str, None]
    names: dict[str, None]


class UnknownClassError(ValueError):
    """A class that neither the lists, the policy nor the pipeline know."""

    def __init__(self, name: str, column: int) -> None:
        super().__init__(name)
        self.name = name
        self.column = column


class Vocabulary:
    """Slots by word and class, filled while phrases are read, turned into tables at the end.

    ``forms_of`` gives the surface forms of a word, ``frequent`` the words that stand in most posts,
    ``elsewhere`` the word lists that there are in any language. The names of a policy are no part of it:
    see ``holders``.
    """

    def __init__(
        self,
        lang: str,
        lists: Mapping[str, WordTable],
        forms_of: Callable[[str], Iterable[str]],
        frequent: frozenset[str],
        elsewhere: Collection[str] = (),
    ) -> None:
        self.lang = lang
        self.lists = lists
        self.frequent = frequent
        self.elsewhere = elsewhere
        self.forms: dict[str, set[int]] = {}
        self.exceptions: dict[str, set[int]] = {}
        self.entries: dict[int, dict[tuple[int, ...], None]] = {}
        """By slot of a list: the slots of its entries of several words, and of classes found beforehand."""
        self.weights: dict[int, float] = {}
        self.slot_of: dict[tuple[str, str], int] = {('class', name): i for i, name in enumerate(FOUND, 1)}
        self._forms_of = forms_of
        self._open: list[str] = []
        self._contents: dict[str, Content] = {}
        self._count = len(FOUND)
        self._named: dict[str, list[int]] = {}
        for slot in self.slot_of.values():
            self.weights[slot] = 0.0

    def known(self, name: str) -> bool:
        """Whether a class of this name exists."""
        return name in self.lists or name in NAMED or name in FOUND or name in self._contents

    def absent(self, name: str) -> str:
        """What is said of a class that is not known."""
        return absent(name, (*self.lists, *NAMED, *FOUND), self.lang, self.elsewhere)

    def word(self, word: Word) -> int:
        """The slot of a word as it is written in a phrase."""
        key = (word.forms, word.text)
        if key not in self.slot_of:
            self._put(self._new(key), self._forms(word, masked=False))
        return self.slot_of[key]

    def class_slot(self, name: str, column: int = 1) -> int:
        """The slot of a word list, of names of the policy or of a found class.

        Raises UnknownClassError, and InputError for a list that includes what is not there, or itself.
        """
        key = ('class', name)
        if key not in self.slot_of:
            if not self.known(name):
                raise UnknownClassError(name, column)
            slot = self._new(key)
            content = self.content_of(name)
            self._put(slot, content.forms)
            for form in content.exceptions:
                self.exceptions.setdefault(form, set()).add(slot)
            for sequence in content.sequences:
                self._add_sequence(slot, sequence)
            for named in content.names:
                self._named.setdefault(named, []).append(slot)
            self.weights[slot] += _NAME if content.names else 0.0
        return self.slot_of[key]

    def element(self, element: Word | Class) -> int:
        """The slot that an element of a phrase asks for."""
        return (
            self.word(element) if isinstance(element, Word) else self.class_slot(element.name, element.column)
        )

    def define(self, name: str, content: Content) -> None:
        """Makes a class of what another one holds, or a part of it."""
        self._contents[name] = content

    def holders(self) -> Holders:
        """The slots that hold names of the policy; right once every phrase has been read."""
        return Holders(self._named, self._count + 1)

    def add(self, own: Named) -> None:
        """Puts names of a policy among the forms and entries."""
        for form, slots in own.forms.items():
            self.forms.setdefault(form, set()).update(slots)
        for slot, words in own.entries:
            self.entries.setdefault(slot, {})[words] = None

    def _new(self, key: tuple[str, str]) -> int:
        self._count += 1
        self.slot_of[key] = self._count
        self.weights[self._count] = 0.0
        return self._count

    def content_of(self, name: str) -> Content:
        """What a list comes to, with the lists that it includes."""
        if name not in self._contents:
            found = Content({}, {}, {}, {name: None} if name in NAMED else {})
            self._open.append(name)
            if name in self.lists:
                self._read_list(self.lists[name], found)
            self._open.pop()
            self._contents[name] = found
        return self._contents[name]

    def _read_list(self, table: WordTable, content: Content) -> None:
        for entry in table.entries:
            if len(entry.elements) == 1 and isinstance(entry.elements[0], Word) and not entry.exception:
                content.forms.update(self._forms(entry.elements[0], table.masked))
                continue
            self._check(entry)
            for elements in _variants(entry):
                if entry.exception:
                    for element in elements:
                        if isinstance(element, Word):
                            content.exceptions.update(dict.fromkeys(self.surface(element)))
                elif len(elements) == 1:
                    self._read_one(elements[0], content, table.masked)
                else:
                    slots = tuple([self.element(one) for one in elements if isinstance(one, Word | Class)])
                    content.sequences[slots] = None

    def _check(self, entry: Entry) -> None:
        for one in classes_in(entry.elements):
            message = '' if self.known(one.name) else self.absent(one.name)
            if one.name in self._open:
                message = circular(one.name, self._open[self._open.index(one.name) + 1 :])
            if message:
                raise InputError(f'column {entry.column + one.column}: {message}', entry.path, entry.line)

    def _read_one(self, element: Element, content: Content, masked: bool) -> None:
        if isinstance(element, Word):
            content.forms.update(self._forms(element, masked))
        elif isinstance(element, Class) and element.name in FOUND:
            content.sequences[self.class_slot(element.name),] = None
        elif isinstance(element, Class):
            included = self.content_of(element.name)
            content.forms.update(included.forms)
            content.sequences.update(included.sequences)
            content.exceptions.update(included.exceptions)
            content.names.update(included.names)

    def _add_sequence(self, slot: int, slots: tuple[int, ...]) -> None:
        own = self.entries.setdefault(slot, {})
        if slots not in own:
            own[slots] = None
            self.weights[slot] += min(self.weights[one] for one in slots) / 10

    def _forms(self, word: Word, masked: bool) -> dict[str, None]:
        if word.forms == 'case':
            self.forms.setdefault(word.text.lower(), set()).add(BY_CASE)
            return {WRITTEN + word.text: None}
        found = dict.fromkeys(self.surface(word))
        if masked:
            for form in [*found]:
                if form[0] not in (FIRST, LAST):
                    found.update(dict.fromkeys(masks(form)))
        return found

    def surface(self, word: Word) -> list[str]:
        """The forms of a word, or the part of words that it is."""
        if word.forms == 'inflected':
            return list(self._forms_of(word.text))
        if word.forms == 'last':
            return [LAST + form for form in self._forms_of(word.text)]
        return [FIRST + word.text if word.forms == 'first' else word.text.lower()]

    def _put(self, slot: int, forms: Iterable[str]) -> None:
        weight = 0.0
        for form in forms:
            own = self.forms.get(form) or self.forms.setdefault(form, set())
            if slot not in own:
                own.add(slot)
                weight += 100.0 if form in self.frequent else 20.0 if form[0] in (FIRST, LAST) else 1.0
        self.weights[slot] += weight

    def observe(self, posts: Iterable[str]) -> None:
        """Weighs the slots by how many ordinary posts fill them: what is rare there is looked for first.

        Only speed depends on it.
        """
        from policycheck.text import normalise, tokenise

        parts = {(form[0], len(form)) for form in self.forms if form[0] in (FIRST, LAST)}
        read = list(posts)
        for post in read:
            filled: set[int] = set()
            for word in set(tokenise(normalise(post).text).words):
                filled.update(self.forms.get(word, ()))
                for side, size in parts:
                    part = word[: size - 1] if side == FIRST else word[1 - size :]
                    if len(part) == size - 1:
                        filled.update(self.forms.get(side + part, ()))
            for slot in filled:
                if slot in self.weights:
                    self.weights[slot] += _OBSERVED
        for name, share in _MAY_BE.items():
            self.weights[self.slot_of['class', name]] += share * (len(read) or 1) * _OBSERVED


def _variants(entry: Entry) -> list[tuple[Element, ...]]:
    try:
        return variants(entry.elements)
    except ValueError as err:
        message = (
            f'more than {MOST_VARIANTS} alternatives in one entry; write some of them on a line of their own'
        )
        raise InputError(message, entry.path, entry.line) from err
