"""Phrases that carry nothing: those that can never match, and those that another one always matches for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from policycheck.lint.bench import Bench
from policycheck.lint.book import Phrase
from policycheck.lint.cover import covers
from policycheck.lint.finding import Finding
from policycheck.lint.sample import posts
from policycheck.model import LANGUAGES, OFF
from policycheck.nlp import match
from policycheck.words.lexicon import FOUND

_TRIED = 3
"""Posts on which a phrase that seems to do the work of another has to do it."""

_ANY_OF = ('find', 'require', 'adjust')
"""Keys under which any of the phrases is enough, so that one may do the work of another."""


def findings(bench: Bench) -> Iterator[Finding]:
    """The dead and the shadowed phrases of all rules on the bench."""
    for lang in LANGUAGES:
        alive = []
        fillable = bench.slots[lang].fillable()
        for phrase in bench.book[lang]:
            dead = _dead(bench, lang, phrase, fillable)
            if dead is None:
                alive.append(phrase)
            else:
                yield dead
        yield from _shadowed(bench, lang, alive)


def _dead(bench: Bench, lang: str, phrase: Phrase, fillable: frozenset[int]) -> Finding | None:
    slots = bench.slots[lang]
    tree = bench.trees[lang][phrase.number]
    empty = [slot for slot in _asked(tree) if slot not in fillable]
    if empty and not _some_variant(tree, fillable):
        names = ', '.join(sorted({f'{{{slots.names[slot]}}}' for slot in empty if slot in slots.names}))
        kind = 'empty' if names else 'dead'
        return Finding(phrase.path, phrase.line, kind, {'phrase': phrase.text, 'names': names, 'lang': lang})
    if any(slots.names.get(slot) not in FOUND and not slots.forms.get(slot) and not slots.entries.get(slot)
           for slot in _asked(tree)):  # fmt: skip
        # names of the policy, and this policy has none
        return None
    last = ''
    for post in posts(tree, slots, lang):
        last = post
        if match.find(bench.place(post, lang, {}).view.parse, tree):
            return None
    return Finding(phrase.path, phrase.line, 'dead', {'phrase': phrase.text, 'lang': lang, 'post': last})


def _asked(tree: Any) -> set[int]:
    """The slots that a phrase asks for."""
    if tree[0] == 'seq':
        return {slot for _, parts in tree[1] for run in parts[::2] for slot in run}
    return {slot for operand in tree[1:] if tree[0] != 'tokens' for slot in _asked(operand)}


def _some_variant(tree: Any, fillable: frozenset[int]) -> bool:
    if tree[0] == 'seq':
        return any(all(fillable.issuperset(run) for run in parts[::2]) for _, parts in tree[1])
    return all(_some_variant(operand, fillable) for operand in tree[1:])


def _shadowed(bench: Bench, lang: str, phrases: Iterable[Phrase]) -> Iterator[Finding]:
    def block(phrase: Phrase) -> tuple[str, str, int]:
        return phrase.rule, phrase.key, phrase.entry

    files = {source.id: source.file for source in bench.sources}
    for (rule, key, _), own in groupby(phrases, key=block):
        rows = list(own)
        yield from _twice(rows)
        # with at_least each phrase counts, even beside another that finds the same
        if key not in _ANY_OF or (key == 'find' and files[rule].at_least > 1):
            continue
        shadowed: set[int] = set()
        for narrow in rows:
            for wide in rows:
                if wide.number in shadowed or _plain(wide) == _plain(narrow):
                    continue
                if _does_the_work(bench, lang, wide, narrow):
                    shadowed.add(narrow.number)
                    values = {'phrase': narrow.text, 'other': wide.text, 'other_line': wide.line}
                    yield Finding(narrow.path, narrow.line, 'shadowed', values)
                    break


def _twice(rows: list[Phrase]) -> Iterator[Finding]:
    """Phrases that stand in a block a second time, however they are spaced."""
    first: dict[str, Phrase] = {}
    for row in rows:
        written = _plain(row)
        if written in first:
            values = {'phrase': row.text, 'other_line': first[written].line}
            yield Finding(row.path, row.line, 'twice', values)
        first.setdefault(written, row)


def _plain(phrase: Phrase) -> str:
    return ' '.join(phrase.text.split()).casefold()


def _does_the_work(bench: Bench, lang: str, wide: Phrase, narrow: Phrase) -> bool:
    slots, trees = bench.slots[lang], bench.trees[lang]
    if not covers(trees[wide.number], trees[narrow.number], slots):
        return False
    if wide.number > narrow.number and covers(trees[narrow.number], trees[wide.number], slots):
        # they find the same: the later one is the one too many
        return False
    if narrow.key == 'adjust':
        return True
    # a negation or another mark inside the narrow phrase may be what lets it stand
    for post in islice(posts(trees[narrow.number], slots, lang), _TRIED):
        place = bench.place(post, lang, bench.situation_of(narrow.rule))
        level = bench.level(place, narrow)
        if level > OFF and bench.level(place, wide) < level:
            return False
    return True
