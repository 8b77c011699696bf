"""When one phrase does the work of another: pairs of phrases, and what fills their slots."""

from __future__ import annotations

import pytest

from policycheck.compiling.plans import plain
from policycheck.lint.cover import covers
from policycheck.lint.slots import slots
from policycheck.words.entries import Entry, WordTable, parse_entry
from policycheck.words.phrases import parse
from policycheck.words.vocabulary import Vocabulary

LISTS = {
    'bad': ('awful', 'hopeless', 'not good'),
    'worst': ('awful',),
    'boss': ('boss', 'chief'),
    'ski': ('ski*', '-shift'),
    'empty': ('-word',),
}


def table(lines: tuple[str, ...]) -> WordTable:
    """A word list of these entries."""
    entries = [
        Entry(parse_entry(line.removeprefix('-')), line.startswith('-'), 'list.yaml', 1) for line in lines
    ]
    return WordTable(tuple(entries), False)


@pytest.mark.parametrize(
    ('wide', 'narrow', 'expected'),
    [
        pytest.param('{bad}', 'my {bad}', True, id='fewer words'),
        pytest.param('my {bad}', '{bad}', False, id='more words'),
        pytest.param('{bad}', '{worst}', True, id='a list within a list'),
        pytest.param('{worst}', '{bad}', False, id='a list beyond a list'),
        pytest.param('{bad}', 'awful', True, id='a word of a list'),
        pytest.param('{bad}', 'not good', False, id='a negation is no entry'),
        pytest.param('{empty}', '{bad}', False, id='nothing fills the wide one'),
        pytest.param('{bad}', '{empty}', False, id='nothing fills the narrow one'),
        pytest.param('{ski}', 'skier', True, id='a word that a part takes'),
        pytest.param('my ... {bad}', 'my {bad}', True, id='a gap may be empty'),
        pytest.param('my ...2 {bad}', 'my ...3 {bad}', False, id='a gap too narrow'),
        pytest.param('my ...2 {bad}', 'my very old {bad}', True, id='words in a gap'),
        pytest.param('my ...1 {bad}', 'my very old {bad}', False, id='too many words in a gap'),
        pytest.param('my {bad}', 'my very {bad}', False, id='side by side'),
        pytest.param('^ buy', 'buy now', False, id='only at the start of a clause'),
        pytest.param('buy', '^ buy now', True, id='anywhere'),
        pytest.param('(a|b) x', 'b x', True, id='one of the alternatives'),
        pytest.param('b x', '(a|b) x', False, id='not all of the alternatives'),
        pytest.param('{boss} ~ {bad}', '{bad} ~ {boss}', True, id='either order'),
        pytest.param('{boss} ~> {bad}', '{bad} ~> {boss}', False, id='the other order'),
        pytest.param('{boss} ~ {bad}', '{boss} ~> {worst}', True, id='any order for one order'),
        pytest.param('{boss} ~~ {bad}', '{boss} ~ {bad}', True, id='a sentence for a clause'),
        pytest.param('{boss} ~ {bad}', '{boss} ~~ {bad}', False, id='a clause for a sentence'),
        pytest.param('{boss} ~~~ {bad}', '{boss} ~~ {bad}', False, id='another span'),
        pytest.param('{boss} & {bad}', '{boss} ~~~ {worst}', True, id='the same span, further apart'),
        pytest.param('{boss} & {bad}', '{bad} & {boss}', False, id='the span on the other side'),
        pytest.param('{bad}', '{boss} & {bad}', True, id='the side that is flagged'),
        pytest.param('{boss}', '{boss} & {bad}', False, id='the side that is only related'),
        pytest.param('{bad}', '{boss} ~ {bad}', True, id='one side of a relation'),
        pytest.param('{boss} ~ {bad}', '({boss} ~ {bad}) ~~ again', True, id='a relation in a relation'),
        pytest.param('{bad}', 'not {bad}', True, id='what is denied'),
        pytest.param('not {bad}', 'not {worst}', True, id='denied both'),
        pytest.param('not {bad}', '{bad}', False, id='denied or not'),
        pytest.param('my ~~ {bad}', 'my old {bad}', True, id='a relation inside a sequence'),
        pytest.param('my ~ {bad}', 'my ... {bad}', False, id='a clause may end in a gap'),
        pytest.param('{bad} ~> my', 'my old {bad}', False, id='a sequence in the other order'),
    ],
)
def test_covers(wide: str, narrow: str, expected: bool) -> None:
    lists = {name: table(lines) for name, lines in LISTS.items()}
    words = Vocabulary('en', lists, lambda word: [word], frozenset())
    trees = [plain(parse(phrase), words) for phrase in (wide, narrow)]
    assert covers(*trees, slots(words)) is expected
