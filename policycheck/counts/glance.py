"""What one look at a text tells, each thing found once: small letters, signs, words, figures."""

from policycheck.patterns import compiled

_WORDS = r'\w+'

DIGITS = '0123456789'
FEWEST_DIGITS = 7
"""Figures of the shortest number that the finder ``detect`` knows."""
ODD = '\uffff'
"""Among the signs of a glance: that one is neither of Latin-1 nor ordinary punctuation."""

_ORDINARY = frozenset(
    map(chr, (*range(0xA9), *range(0xAA, 0xAE), *range(0xAF, 0x180), *range(0x2010, 0x203B)))
)


class Glance:
    """A text as the quick tests see it: as it stands in the draft, and normalised."""

    __slots__ = ('_digits', '_lower', '_signs', '_words', 'normal', 'written')

    def __init__(self, written: str, normal: str) -> None:
        self.written = written
        self.normal = normal
        self._lower: str | None = None
        self._signs: frozenset[str] | None = None
        self._words: list[str] | None = None
        self._digits: int | None = None

    @property
    def lower(self) -> str:
        """The normalised text in small letters."""
        if self._lower is None:
            self._lower = self.normal.lower()
        return self._lower

    @property
    def signs(self) -> frozenset[str]:
        """The signs of the text as written and as normalised, in small letters at least; ODD for rare ones."""
        if self._signs is None:
            signs = frozenset(self.lower if self.written is self.normal else self.written + self.lower)
            self._signs = signs if signs <= _ORDINARY else signs | {ODD}
        return self._signs

    @property
    def words(self) -> list[str]:
        """The runs of letters, figures and underscores of the text as written."""
        if self._words is None:
            self._words = compiled(_WORDS).findall(self.written)
        return self._words

    @property
    def digits(self) -> int:
        """How many figures the normalised text has."""
        if self._digits is None:
            self._digits = 0 if self.signs.isdisjoint(DIGITS) else sum(map(self.normal.count, DIGITS))
        return self._digits
