"""Where sentences begin: marks at the end, line breaks, and what only looks like an end."""

from __future__ import annotations

from policycheck.text import EMOJI, END, HASHTAG, NUMBER, PARAGRAPH, SIGN, WORD, Tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 256
"""Tokens after which a sentence is cut, so that work grows with the text and not with its square."""

_BLANKS = frozenset(('', ' '))
_CLOSERS = frozenset('"\'\u201d\u2019\u00bb)]*_')
_BEFORE_FIGURES = frozenset(('kr',))
"""Units that are abbreviated with a full stop before an amount; behind one the same stop ends a sentence."""
_OPENERS = frozenset('"\'\u201c\u201e\u201d\u00ab([*_-\u2013\u2014\u2022')


def sentence_starts(text: str, tokens: Tokens, abbreviations: Container[str]) -> list[int]:
    """Indices of the tokens that begin a sentence, in order; the first is 0, empty for no tokens.

    A sentence ends at ``.``, ``!``, ``?`` or ``…`` with what closes it (quotes, emoji), and at a
    line break, unless the next line goes on in lower case; always before an empty line and at
    PARAGRAPH. A full stop after one of
    ``abbreviations`` or a single letter, in an ordinal number or inside a word ends nothing.
    """
    starts, ends, words, kinds = tokens
    count = len(words)
    if not count:
        return []
    found = [0]
    ended = False
    for i in range(1, count):
        gap = text[ends[i - 1] : starts[i]] if starts[i] > ends[i - 1] else ''
        before = i - 1
        if kinds[before] == END:
            ended = _ends(text, tokens, before, gap, abbreviations)
        elif ended and not ((kinds[before] == SIGN and words[before] in _CLOSERS) or kinds[before] == EMOJI):
            ended = False
        begins = False
        if gap not in _BLANKS and (PARAGRAPH in gap or '\n' in gap or '\r' in gap):
            begins = PARAGRAPH in gap or gap.count('\n') > 1 or ended or not _goes_on(text, tokens, i)
        elif ended:
            begins = (
                (bool(gap) and kinds[i] != EMOJI) or (kinds[i] == WORD and kinds[before] != SIGN)
            ) and not (kinds[i] == SIGN and words[i] in _CLOSERS and not gap)
        if begins or i - found[-1] >= LONGEST:
            found.append(i)
            ended = False
    return found


def _ends(text: str, tokens: Tokens, at: int, gap: str, abbreviations: Container[str]) -> bool:
    starts, ends, words, kinds = tokens
    mark = words[at]
    after = text[starts[at + 1]]
    if mark[-1] == '\u2026' or mark.endswith('..'):
        return not after.islower()
    if mark != '.':
        return True
    if not gap and kinds[at + 1] not in (SIGN, EMOJI) and not (after.isupper() and len(words[at - 1]) > 2):
        return False
    if at and ends[at - 1] == starts[at]:
        word = words[at - 1]
        if kinds[at - 1] == WORD and (len(word) == 1 or word in abbreviations):
            return False
        if kinds[at - 1] == NUMBER and after.islower():
            return False
        if word in _BEFORE_FIGURES and kinds[at + 1] == NUMBER:
            return at > 1 and kinds[at - 2] == NUMBER
    return True


def _goes_on(text: str, tokens: Tokens, at: int) -> bool:
    starts, _, words, kinds = tokens
    return (
        kinds[at] == WORD
        and text[starts[at]].islower()
        and kinds[at - 1] not in (EMOJI, HASHTAG)
        and words[at - 1] not in (':', ';')
    )
