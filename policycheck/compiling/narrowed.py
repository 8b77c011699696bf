"""Rules from whose word lists a policy takes words: their phrases ask for classes of their own, without those words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from policycheck.compiling.sources import RuleSource, Taken, Trees, Written
from policycheck.errors import InputError
from policycheck.words.lexicon import FIRST, FOUND, LAST, WRITTEN
from policycheck.words.phrase_tree import (
    Choice,
    Class,
    Element,
    Not,
    Sequence,
    Tree,
    Word,
    classes_in,
    sequences,
    words_of,
)
from policycheck.words.vocabulary import Content, Vocabulary


def narrowed(source: RuleSource, own: Trees, words: Vocabulary) -> Trees:
    """The phrases of a rule, its finders' classes without what the policy takes out of them.

    Raises InputError, with the line of the policy, for what is in none of them.
    """
    if not own.taken:
        return own
    phrases = [*own.find, *own.require, *(one for _, one in own.points)]
    names = {one.name for phrase in phrases for one in _classes(phrase.tree)}
    held: set[int] = set()
    other: dict[str, str] = {}
    for name in sorted(names):
        if words.known(name) and name not in FOUND:
            content, here = _without(words, name, own.taken)
            if here:
                held |= here
                # no list can be called so
                other[name] = f'{name} of {source.id}'
                words.define(other[name], content)
    for at, taken in enumerate(own.taken):
        told = _refused(source.id, taken, phrases, words, nothing=at not in held)
        if told:
            raise InputError(told, taken.path, taken.line)
    for phrase in phrases:
        phrase.tree = _renamed(phrase.tree, other)
    return own


def _without(words: Vocabulary, name: str, taken: Iterable[Taken]) -> tuple[Content, set[int]]:
    """What a class holds without what is taken out, and the places in ``taken`` of what it did hold."""
    content = words.content_of(name)
    forms, sequences, exceptions = dict(content.forms), dict(content.sequences), dict(content.exceptions)
    held: set[int] = set()
    for at, one in enumerate(taken):
        if len(one.words) == 1:
            surface = _surface(one.words[0], words)
            if any(_finds(form, content.forms) for form in surface):
                held.add(at)
                forms = {form: None for form in forms if form not in surface}
                exceptions.update(dict.fromkeys(surface))
        slots = [_slots(word, words) for word in one.words]
        for entry in content.sequences:
            # a word takes along the entries that hold it, several words those that are these words
            alike = [own & {slot} for own, slot in zip(slots, entry)]
            if slots[0] & set(entry) if len(slots) == 1 else all(alike) and len(entry) == len(slots):
                held.add(at)
                sequences.pop(entry, None)
    return Content(forms, sequences, exceptions, content.names), held


def _surface(word: Word, words: Vocabulary) -> list[str]:
    return [WRITTEN + word.text] if word.forms == 'case' else words.surface(word)


def _slots(word: Word, words: Vocabulary) -> set[int]:
    """The slots of the words that share a form with this one."""
    surface = {*_surface(word, words)}
    return {
        slot
        for (forms, text), slot in words.slot_of.items()
        if forms in ('inflected', 'exact', 'case')
        and surface.intersection(_surface(Word(text, forms, 1), words))
    }


def _finds(form: str, forms: Collection[str]) -> bool:
    """Whether a form, or the part of words that it is, is among these, or is found by a part among them."""
    if form in forms:
        return True
    if form[0] == FIRST:
        return any(one.startswith(form[1:]) for one in forms)
    if form[0] == LAST:
        return any(one.endswith(form[1:]) for one in forms)
    return any(
        form.startswith(one[1:]) if one[0] == FIRST else form.endswith(one[1:])
        for one in forms
        if one[0] in (FIRST, LAST)
    )


def _refused(
    rule_id: str, taken: Taken, phrases: Iterable[Written], words: Vocabulary, *, nothing: bool
) -> str:
    """Why a line cannot take out what it says; '' where it can."""
    wanted = [{*_surface(word, words)} for word in taken.words]
    for phrase in phrases:
        here = [{*_surface(word, words)} for word in _words(phrase.tree)]
        if wanted and all(any(one & own for own in here) for one in wanted):
            return f"'-{taken.text}' stands in a phrase of '{rule_id}'; take the phrase out too: '-{phrase.text}'"
    if nothing:
        return f"'-{taken.text}' takes nothing out: '{rule_id}' has no such phrase, and its word lists no such word"
    return ''


def _classes(tree: Tree) -> Iterable[Class]:
    return (one for own in sequences(tree) for one in classes_in(own.elements))


def _words(tree: Tree) -> Iterable[Word]:
    return (one for own in sequences(tree) for one in words_of(own.elements))


def _renamed(tree: Tree, other: dict[str, str]) -> Tree:
    """The tree with these classes in the place of those of these names."""
    if isinstance(tree, Sequence):
        return Sequence(_elements(tree.elements, other))
    if isinstance(tree, Not):
        return Not(_renamed(tree.operand, other))
    return tree._replace(left=_renamed(tree.left, other), right=_renamed(tree.right, other))


def _elements(elements: Iterable[Element], other: dict[str, str]) -> tuple[Element, ...]:
    return tuple(
        one._replace(name=other.get(one.name, one.name))
        if isinstance(one, Class)
        else Choice(tuple(_elements(option, other) for option in one.options))
        if isinstance(one, Choice)
        else one
        for one in elements
    )
