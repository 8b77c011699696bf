"""A parsed draft: the spaCy document and, by token index, its clauses, classes and marks."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from policycheck.records import NamedTuple
from policycheck.text import EMOJI, END, SIGN
from policycheck.words.reading import HYPHENS, Reading, TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

MARKS = ('negated', 'quoted', 'reported', 'question', 'conditional', 'past', 'others')


class Grammar(NamedTuple):
    """What the pipeline of one language has to know of the compiled rules.

    ``slots``: slot by class name; ``long``: slots of lists with entries of several words.
    """

    lang: str
    slots: dict[str, int]
    long: frozenset[int]


class Scope(NamedTuple):
    """Where a mark holds, and the words that make it hold."""

    start: int
    end: int
    cue: TokenSpan


class Parse:
    """All that the finders ask of a draft; filled by the components of the pipeline."""

    def __init__(self, reading: Reading, grammar: Grammar) -> None:
        self.reading = reading
        self.grammar = grammar
        self.text = reading.text
        self.tokens = reading.tokens
        self.count = len(reading.tokens.words)
        self.doc: Any = None
        self.sentence_of: list[int] = []
        self.clause_of: list[int] = []
        self.spans: dict[int, list[TokenSpan]] = dict(reading.found.spans)
        self.marks: dict[str, list[Scope]] = {}
        self.scopes: dict[str, dict[int, list[Scope]]] = {}
        """The same by sentence, for those marks that were asked for."""
        self.inside: dict[int, set[int]] = {}
        """By token: the slots whose span begins (n) or goes on (-n) there, as the Matcher asks for them; of
        those that were laid out."""
        self._laid_out: set[int] = set()
        self.hits: dict[object, Any] = {}
        """What phrases were found so far, by tree; emptied by nobody, a parse lives as long as one check."""

    def of(self, name: str) -> list[TokenSpan]:
        """The spans of a class by its name, in the order of the text; empty for a class not compiled."""
        slot = self.grammar.slots.get(name)
        return [] if slot is None else self.spans.get(slot, [])

    def lay_out(self, slots: Iterable[int]) -> None:
        """Tells the tokens under ``inside`` which spans of these slots hold them."""
        for slot in slots:
            if slot in self._laid_out:
                continue
            self._laid_out.add(slot)
            for start, end in self.spans.get(slot, ()):
                self.inside.setdefault(start, set()).add(slot)
                for token in range(start + 1, end):
                    self.inside.setdefault(token, set()).add(-slot)

    @cached_property
    def words_before(self) -> list[int]:
        """By token, and for the end: how many of those before it are words, neither signs nor emoji."""
        counts = (kind not in (SIGN, END, EMOJI) for kind in self.tokens.kinds)
        return [0, *accumulate(counts)]

    def sentence(self, token: int) -> TokenSpan:
        """The sentence that a token stands in."""
        starts = self.reading.sentences
        i = self.sentence_of[token]
        return starts[i], starts[i + 1] if i + 1 < len(starts) else self.count

    def clause(self, token: int) -> TokenSpan:
        """The clause that a token stands in."""
        own = self.clause_of[token]
        begin, end = self.sentence(token)
        while self.clause_of[begin] != own:
            begin += 1
        while self.clause_of[end - 1] != own:
            end -= 1
        return begin, end

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """The place of a stretch of tokens in the normalised text."""
        return self.tokens.starts[start], self.tokens.ends[end - 1]

    def after_hyphen(self, token: int) -> int:
        """The token after ``token``, one hyphen passed over where it stands between two words."""
        words = self.tokens.words
        if token < self.count and words[token] in HYPHENS and self.tokens.kinds[token] == SIGN:
            return token + 1
        return token
