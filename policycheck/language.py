"""Which language a draft is in, and how sure: by function words, by runs of letters where these fall short."""

from __future__ import annotations

import marshal
from functools import partial
from itertools import accumulate, chain, repeat, takewhile
from operator import add

from policycheck.memory import Memory
from policycheck.model import LANGUAGES
from policycheck.patterns import compiled
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_CODES = LANGUAGES
"""What the first lanes of a table stand for; the lane of Norwegian holds bokmål and nynorsk."""

_EXPECTED = {'en': 0, 'nb': 1, 'nn': 1, 'no': 1, 'sv': 2, 'fi': 3}

_LOOKED_AT = 2000
"""Characters read from the beginning of a draft; of a longer one also _SAMPLE from its middle and its end."""

_SAMPLE = 500

_MOST_WORDS = 600
"""Words looked up at most, and _MOST_LETTERS characters: more would run over the 16 bits of a lane."""

_MOST_LETTERS = 330

_LONGEST = 64
"""Letters of a word whose runs are looked at."""

_MEMORY = 20_000
"""Words whose runs are kept at hand."""

_MARKUP = r'https?://\S+|www\.\S+|[\w.+-]{0,64}@[\w.-]+|#\w+'
"""Addresses, mentions and hashtags: no evidence of the language around them."""

_WORD = '[a-zß-ɏ]+'
"""A word in small letters. The one sign in it that is no letter is taken out first: two stretches compile fast."""
_NO_LETTER = '÷'
_LETTERS_OF_OTHER_SCRIPTS = '[^\\W\\d_\0-ɏ]+'
_STRANGE = frozenset('áçðñýþãõìíîùúûâêëïÿœāăąćčđēęěğģīįıķļłńņňőřśşťţūůűųźżșțə')
"""Letters of other languages in Latin script that the four of ours use in names at most."""

# Scores are tenths of a natural logarithm. These were set on one half of a labelled sample.
_CLEAR = 80
"""Lead of one of ours by function words alone, four of them, at which runs of letters are not looked at."""

_RUN_WEIGHT = 0.3
"""Runs overlap, so that their evidence is counted several times over."""

_SURE = 40
"""Lead over the second of ours below which a draft is screened under both."""

_DANISH, _FOREIGN = 15, 30
"""Lead of Danish, of another language, at which a draft is not screened; a short one, with less
than _SHORT letters, needs one more for each letter it lacks: to lose a draft is the worse fault."""

_SHORT = 60

_PART = 150
"""Function words of a second language, five of them, from which a draft is screened under it too,
if they are worth half of those of the first."""

_EXPECTED_BONUS = 20


class Routed(NamedTuple):
    """The language that a draft is screened in, or why it is not."""

    lang: str
    """One of en, nb, sv, fi where ``screened``; otherwise what the text seems to be ('da', 'de'), or 'und'."""
    also: str | None
    """A second of the four to screen under: the text may be in it, or parts of it are."""
    sure: bool
    note: str | None
    """'nynorsk' for a text that is screened as nb, otherwise None."""
    screened: bool


class Router:
    """Tells languages apart by a table of language_tables.build_table; keeps nothing of the texts."""

    def __init__(self, table: bytes | memoryview) -> None:
        """Raises ValueError for bytes that are no such table.

        The bytes are not copied and have to stay readable: the part of them with the runs of
        letters is first read for a draft that function words do not decide.
        """
        view = memoryview(table)
        if len(view) < 12 or bytes(view[:4]) != b'PCL2':
            raise ValueError('not a language table')
        words, runs = (int.from_bytes(view[at : at + 4], 'little') for at in (4, 8))
        if len(view) < 12 + words + runs:
            raise ValueError('the language table is cut short')
        self._table = view[12 + words : 12 + words + runs]
        self._runs: Memory[str, int] | None = None
        lanes, sets, *blocks = str(view[12 : 12 + words], 'utf-8').split('\n')
        self._lanes = lanes.split(' ')
        self._sets = sets.split(' ')
        self._blocks = {block[1]: block for block in blocks}
        self._words: Memory[str, int] = Memory(self._worth, _MEMORY, _LONGEST)
        self._rows = Memory(self._row, len(self._sets))
        self._size = 2 * len(self._lanes)

    def _worth(self, word: str) -> int:
        """What a function word is worth, as a row; 0 for any other word."""
        block = self._blocks.get(word[:1], '')
        at = block.find(f' {word}/') + len(word) + 2
        return self._rows[int(block[at : block.index(' ', at)])] if at > len(word) + 1 else 0

    def _row(self, number: int) -> int:
        """A row is one integer of 16 bits a lane, so that one addition adds to every language."""
        worth, _, names = self._sets[number].partition(':')
        return int(worth) * sum([1 << 16 * self._lanes.index(name) for name in names.split(',')])

    def route(self, text: str, expected: tuple[str, ...] = ()) -> Routed:
        """The language of a normalised text of any length; the time it takes is bounded.

        ``expected`` are the languages an organisation writes in, a mild preference. A text
        without evidence is screened in the first of them that is one of ours, else in English.
        """
        text = _excerpt(text)
        words = compiled(_WORD).findall(text)[:_MOST_WORDS]
        letters = len(''.join(words))
        if not text.isascii():
            others = sum(map(len, compiled(_LETTERS_OF_OTHER_SCRIPTS).findall(text)))
            if others > 1 and others > letters:
                return Routed('und', None, True, None, False)
        hoped = [*dict.fromkeys([_EXPECTED[code] for code in expected if code in _EXPECTED])]
        if letters < 2:
            return Routed(_CODES[hoped[0]] if hoped else 'en', None, False, None, True)

        *by_words, bokmal, nynorsk = self._add(map(self._words.__getitem__, words))
        scores: list[float] = [*by_words]
        first, second, lead = _lead(scores)
        foreign = max(scores[4:])
        if lead < _CLEAR or scores[first] - foreign < _CLEAR:
            scores = [score + _RUN_WEIGHT * more for score, more in zip(scores, self._by_runs(words))]
            for place in hoped:
                scores[place] += _EXPECTED_BONUS
            first, second, lead = _lead(scores)
            foreign = max(scores[4:])
        behind = foreign - scores[first]

        enough = (_DANISH if foreign == scores[4] else _FOREIGN) + max(0, _SHORT - letters)
        if len(words) > 2 and behind > enough:
            return Routed(self._lanes[scores.index(foreign, 4)], None, True, None, False)
        if not text.isascii() and sum(map(text.count, _STRANGE.intersection(text))) > max(2, letters // 20):
            seems = self._lanes[scores.index(foreign, 4)] if behind > 0 else 'und'
            return Routed(seems, None, True, None, False)
        close = lead < (_SURE if len(words) > 2 else 2 * _SURE)
        also = _CODES[second] if close else _beside(by_words, first)
        note = 'nynorsk' if first == 1 and nynorsk > bokmal else None
        return Routed(_CODES[first], also, not close and behind < 0, note, True)

    def _by_runs(self, words: list[str]) -> tuple[int, ...]:
        if self._runs is None:
            self._runs = Memory(partial(_runs, rows=marshal.loads(self._table)), _MEMORY, _LONGEST)
        places = accumulate(len(word[:_LONGEST]) + 1 for word in words)
        near = sum(1 for _ in takewhile(_MOST_LETTERS.__ge__, places))
        return self._add(map(self._runs.__getitem__, words[:near]))

    def _add(self, rows: Iterable[int]) -> tuple[int, ...]:
        return tuple(memoryview(sum(rows).to_bytes(self._size, 'little')).cast('H'))


def _runs(word: str, rows: dict[str, int]) -> int:
    """What the runs of letters of a word add up to; no run reaches over a word's end."""
    text = f' {word[:_LONGEST]} '
    pairs = [*map(add, text, text[1:])]
    return sum(map(rows.get, chain(text, pairs, map(add, pairs, text[2:])), repeat(0)))


def _excerpt(text: str) -> str:
    if len(text) > _LOOKED_AT:
        middle = len(text) // 2
        text = ' '.join((text[:_LOOKED_AT], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
    if '@' in text or '#' in text or '://' in text or 'www.' in text:
        text = compiled(_MARKUP).sub(' ', text)
    return text.lower().replace(_NO_LETTER, ' ')


def _lead(scores: list[float]) -> tuple[int, int, float]:
    """Places of the first and the second of ours, and the distance between them."""
    first, second = sorted(range(4), key=scores.__getitem__, reverse=True)[:2]
    return first, second, scores[first] - scores[second]


def _beside(by_words: list[int], first: int) -> str | None:
    """A second language that a good part of the text is in, by its function words.

    Norwegian and Swedish share too many of them for the one to be seen beside the other.
    """
    for place in range(4):
        worth = by_words[place]
        if worth >= _PART and 2 * worth >= by_words[first] and place != first and {place, first} != {1, 2}:
            return _CODES[place]
    return None
