"""Which words are shouted: runs of words in capitals, acronyms left out."""

from __future__ import annotations

from policycheck.patterns import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = "[^\\W_](?:['’]?[^\\W_]|[\u0300-\u036f])*"
# two signs together of which neither is ASCII without case or a small letter of Latin-1
_MAY_SHOUT = "[^\0-@\\[-\u00bfß-ÿ]['’\u0300-\u036f]*[^\0-@\\[-\u00bfß-ÿ]"
_LISTED = r'[,;/&+|()\[\]•·]'
_ACRONYM = 5
"""Letters of the longest word that may stand in capitals by itself: NATO, NHO, UNHCR."""


def may_shout(text: str) -> bool:
    """False only where ``runs`` finds nothing."""
    return compiled(_MAY_SHOUT).search(text) is not None


def runs(text: str, barred: Sequence[tuple[int, int]]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Number of words and place of each run of words in capitals, in order.

    ``barred``: places, in order, whose words are none and end a run. No run is a single word of up
    to five letters, nor short words in an enumeration, nor single letters.
    """
    bar = 0
    count = start = end = 0
    latest = longest = 0
    for match in compiled(_LETTERS).finditer(text):
        word = match.group()
        first, last = match.span()
        while bar < len(barred) and barred[bar][1] <= first:
            bar += 1
        inside = bar < len(barred) and barred[bar][0] <= first
        if word.isdigit() and not inside:
            continue
        shouted = not inside and word.isupper()
        listed = len(word) <= _ACRONYM and latest <= _ACRONYM and compiled(_LISTED).search(text[end:first])
        if count and (not shouted or listed):
            if longest > (1 if count > 1 else _ACRONYM):
                yield count, (start, end)
            count = longest = 0
        if shouted:
            if not count:
                start = first
            count += 1
            end = last
            latest = len(word)
            longest = max(longest, len(word))
    if longest > (1 if count > 1 else _ACRONYM):
        yield count, (start, end)
