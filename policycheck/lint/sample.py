"""Posts that a phrase asks for, put together from its own words: what it cannot find in them it never finds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from policycheck.lint.slots import Slots
from policycheck.words.lexicon import FIRST, LAST, WRITTEN

_MOST = 30
"""Posts that are tried before a phrase is given up."""

_A_TURN = 6

_FOUND = {
    'money': ('€20', '500 kr'),
    'percent': ('20 %',),
    'number': ('3', '12'),
    'date': ('24.12.', '2026-11-21'),
    'time': ('12.30', '10:30'),
    'url': ('https://example.org',),
    'mention': ('@somebody',),
    'hashtag': ('#Word',),
    'emoji': ('🎉',),
    'caps': ('OPEN NOW',),
    'exclaim': ('!',),
    'name': ('Kari Holm', 'Kari', 'Holm'),
}
_AGE = {'en': '42 years old', 'nb': '42-åring', 'sv': '42-åring', 'fi': '42-vuotias'}
_NEGATION = {
    'en': ('not', 'never'),
    'nb': ('ikke', 'aldri'),
    'sv': ('inte', 'aldrig'),
    'fi': ('ei', 'en', 'eivät'),
}
_SIDES = {'~>': ('{0} {1}',), '~': ('{0} {1}', '{1} {0}', '{0}, {1}')}
_FURTHER = ('{0} {1}', '{0}. {1}.', '{1} {0}', '{1}. {0}.')


def posts(tree: Any, slots: Slots, lang: str) -> Iterator[str]:
    """Posts that hold what a phrase (a tree as plans.plain gives it) asks for; few, the likeliest first."""
    yield from islice(_posts(tree, slots, lang), _MOST)


def _posts(tree: Any, slots: Slots, lang: str) -> Iterator[str]:
    # word by word instead of one word through all the others: the first word may be an unlucky one
    for turn in range(_MOST // _A_TURN):
        yield from islice(_texts(tree, slots, lang, turn), _A_TURN)


def _texts(tree: Any, slots: Slots, lang: str, turn: int) -> Iterator[str]:
    if tree[0] == 'seq':
        for _, parts in tree[1]:
            yield _glued([_word(slot, slots, lang, turn) for run in parts[::2] for slot in run])
    elif tree[0] == 'not':
        for text in _texts(tree[1], slots, lang, turn):
            negation = _NEGATION[lang][turn % len(_NEGATION[lang])]
            yield f'{negation} {text}'
            yield f'{text} {negation}'
    elif tree[0] != 'tokens':
        left = list(islice(_texts(tree[1], slots, lang, turn), _A_TURN))
        right = list(islice(_texts(tree[2], slots, lang, turn), _A_TURN))
        for one, two in product(left, right):
            for shape in _SIDES.get(tree[0], _FURTHER):
                yield shape.format(one, two)


def _word(slot: int, slots: Slots, lang: str, turn: int, depth: int = 0) -> str:
    """One word or entry that fills a slot, another one each turn."""
    name = slots.names.get(slot, '')
    if name == 'age':
        return _AGE[lang]
    if name in _FOUND:
        return _FOUND[name][turn % len(_FOUND[name])]
    forms = sorted(form for form in slots.forms.get(slot, ()) if '*' not in form)
    if forms:
        form = forms[(turn * 7919) % len(forms)]
        shapes = {FIRST: '{}abc', LAST: 'abc{}', WRITTEN: '{}'}
        return shapes[form[0]].format(form[1:]) if form[0] in shapes else form
    entries = sorted(slots.entries.get(slot, ()))
    if not entries or depth > 3:
        return ''
    entry = entries[(turn * 7919) % len(entries)]
    return _glued([_word(part, slots, lang, turn, depth + 1) for part in entry])


def _glued(words: list[str]) -> str:
    """Words as they are written: n't and 's without a space before them."""
    text = ''
    for word in words:
        text += word if word.startswith("'") or word in ("n't", '!') or not text else f' {word}'
    return text
