"""Fixes that nothing comes of: their words can stand in no place that the rule flags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policycheck.compiling.sources import RuleSource
from policycheck.lint.bench import Bench
from policycheck.lint.finding import Finding
from policycheck.lint.slots import Slots, covers_form
from policycheck.model import LANGUAGES
from policycheck.words.lexicon import FIRST, LAST, WRITTEN

_OTHERS = ('tokens', 'regex', 'detect', 'limit', 'like')
"""Finders whose flags may stand on words that no phrase holds."""

_PARTS = (FIRST, LAST)


def findings(bench: Bench) -> Iterator[Finding]:
    """The phrases under fix that are never put right, since every flag of the rule stands on other words."""
    with_fixes = {source.id for source in bench.sources if source.file.fix and not _others(source)}
    for lang in LANGUAGES:
        slots, trees = bench.slots[lang], bench.trees[lang]
        flagged: dict[str, set[str] | None] = {}
        for phrase in bench.book[lang]:
            if phrase.rule in with_fixes and phrase.key in ('find', 'require', 'points'):
                before, own = flagged.get(phrase.rule, set()), _spanned(trees[phrase.number], slots)
                flagged[phrase.rule] = None if before is None or own is None else before | own
        for phrase in bench.book[lang]:
            words = flagged.get(phrase.rule)
            if phrase.key == 'fix' and words is not None and not _within(trees[phrase.number], slots, words):
                yield Finding(phrase.path, phrase.line, 'unfixed', {'phrase': phrase.text})


def _others(source: RuleSource) -> bool:
    return any(getattr(source.file, key) for key in _OTHERS)


def _spanned(tree: Any, slots: Slots) -> set[str] | None:
    """The forms of all words that a flag of a phrase may stand on; None where any word may be among them."""
    if tree[0] in ('~~~', '&'):
        return _spanned(tree[2], slots)
    # a gap, the stretch between two sides and that from a negation to its words hold anything
    if tree[0] != 'seq' or any(len(parts) > 1 for _, parts in tree[1]):
        return None
    found: set[str] = set()
    for slot in {slot for _, parts in tree[1] for slot in parts[0]}:
        own = _forms(slot, slots)
        if own is None:
            return None
        found |= own
    return found


def _forms(slot: int, slots: Slots, depth: int = 0) -> set[str] | None:
    """The forms that fill a slot, those of its entries' words too; None where any may."""
    if slot in slots.open or depth > 4:
        return None
    found = set(slots.forms.get(slot, ()))
    for part in {part for entry in slots.entries.get(slot, ()) for part in entry}:
        own = _forms(part, slots, depth + 1)
        if own is None:
            return None
        found |= own
    return found


def _within(tree: Any, slots: Slots, words: set[str]) -> bool:
    """Whether in some way of writing it every word of a phrase may be one of these."""
    if tree[0] != 'seq':
        return True
    return any(
        all(
            (own := _forms(slot, slots)) is None or any(_among(one, words) for one in own)
            for run in parts[::2]
            for slot in run
        )
        for _, parts in tree[1]
    )


def _among(form: str, words: set[str]) -> bool:
    """Whether a form is one of these, in whatever case, or a part of a word meets one."""
    plain = form[1:].lower() if form[0] == WRITTEN else form
    return plain in words or any(
        (one[0] in _PARTS and covers_form(one, plain))
        or (plain[0] in _PARTS and covers_form(plain, one))
        or (one[0] == WRITTEN and one[1:].lower() == plain)
        for one in words
    )
