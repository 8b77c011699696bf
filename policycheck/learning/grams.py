"""A text as a bag of words and of pieces of words: what heads go by beside its vector."""

from __future__ import annotations

from itertools import pairwise
from zlib import crc32

from policycheck.patterns import compiled

BUCKETS = 1 << 15
"""Numbers that pieces are counted under; so many fall together that a list of them need not be kept."""

_LETTERS = 4
"""Letters of a piece, as of most word stems and endings of the four languages."""

LONGEST = 2000
"""Characters of a text that are read, by a model too: it takes 512 tokens at a time, and time grows with the text."""

SHORTEST = 60
"""Characters below which a text is too short for its words to tell a near miss: a plain sentence means what it says."""


def tells_near_miss(text: str) -> bool:
    """Whether a text's words can tell a near miss: it is not too short, and is weighed as a whole."""
    return SHORTEST <= len(text) <= LONGEST


_WORD = r'\w+|[^\w\s]'
_ADDRESS = r'(?i:https?://|www\.)\S+'


def gist(text: str) -> str:
    """What of a text meaning reads: of its first LONGEST characters all but addresses of pages.

    A shortened address is a dozen tokens to a model, a third of a short post, and says nothing: without them
    2,000 posts with links in every third took 27 % less time, and as much was found.
    """
    return compiled(_ADDRESS).sub('', text[:LONGEST])


def grams(text: str) -> list[int]:
    """The numbers, ascending and each once, of a text's words, neighbouring words and pieces of words.

    In small letters; a piece may begin or end with the border of its word. Feature hashing after
    Weinberger et al. 2009, https://arxiv.org/abs/0902.2206, without signs.
    """
    words = compiled(_WORD).findall(gist(text).lower())
    found = {f'1{word}' for word in words}
    found.update(f'{one}_{other}' for one, other in pairwise(words))
    for word in words:
        whole = f' {word} '
        found.update(whole[at : at + _LETTERS] for at in range(max(1, len(whole) - _LETTERS + 1)))
    return sorted({crc32(one.encode('utf-8', 'replace')) % BUCKETS for one in found})
