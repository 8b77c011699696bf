"""What stands between quotation marks, single ones among them, and what only looks like a quotation."""

from __future__ import annotations

from policycheck.nlp.parse import Parse, Scope
from policycheck.text import EMOJI, HASHTAG, MENTION, NUMBER, SIGN, WORD

_PAIRS = {
    '\u201c': '\u201d\u201c',
    '\u201e': '\u201c\u201d',
    '\u00ab': '\u00bb',
    '\u00bb': '\u00ab\u00bb',
    '\u201d': '\u201d',
    '"': '"',
}
_SINGLE = "'"
"""Every single quotation mark and apostrophe: normalising makes them one."""
_SHORTEST = 3
"""Words; one or two between marks are a distance taken ('leadership'), no quotation."""
_LONGEST = 120
_CUT_SHORT = frozenset(
    ('tis', 'twas', 'twere', 'twill', 'em', 'cause', 'cos', 'coz', 'cuz', 'til', 'till', 'n', 'round', 'bout', 'bouts',
     'nuff', 'ere', 'ello', 'ome', 'er', 'im', 'ard', 'kay', 'scuse', 'fraid', 'neath', 'gainst', 'tude', 'sup', 'zat')
)  # fmt: skip
"""Words that an apostrophe begins where letters were left out."""


def quotations(parse: Parse) -> list[Scope]:
    """The stretches between quotation marks, of three words or more; the opening mark is their cue."""
    scopes = []
    words = parse.tokens.words
    i = 0
    while i < parse.count:
        end = _closed(parse, i)
        if end is None or end == i + 1:
            i += 1
            continue
        if sum(word.isalnum() for word in words[i + 1 : end]) >= _SHORTEST:
            scopes.append(Scope(i + 1, end, (i, i + 1)))
        i = end + 1
    return scopes


def _closed(parse: Parse, at: int) -> int | None:
    """Where the quotation closes that this token opens; None where it opens none."""
    words = parse.tokens.words
    last = min(parse.count, at + _LONGEST)
    if words[at] == _SINGLE:
        return _closed_single(parse, at, last) if _opens_single(parse, at) else None
    closers = _PAIRS.get(words[at])
    if closers is None:
        return None
    return next((end for end in range(at + 1, last) if words[end] in closers), None)


def _opens_single(parse: Parse, at: int) -> bool:
    """Whether a single mark stands before a word and behind none, and no letters are left out there."""
    starts, ends, words, kinds = parse.tokens
    if at + 1 >= parse.count or starts[at + 1] != ends[at]:
        return False
    if kinds[at + 1] not in (WORD, HASHTAG, MENTION, EMOJI) or words[at + 1] in _CUT_SHORT:
        return False
    return not at or starts[at] > ends[at - 1] or (kinds[at - 1] == SIGN and words[at - 1] != _SINGLE)


def _closed_single(parse: Parse, at: int, last: int) -> int | None:
    """The first single mark that ends a word; one that may be a genitive (``players' own``) only if no other does."""
    starts, ends, words, kinds = parse.tokens
    genitive = None
    for end in range(at + 1, last):
        if words[end] != _SINGLE or starts[end] != ends[end - 1]:
            if words[end] == _SINGLE and _opens_single(parse, end):
                break
            continue
        following = end + 1
        apart = following == parse.count or starts[following] > ends[end]
        if not apart and kinds[following] in (WORD, NUMBER):
            continue
        owned = apart and following < parse.count and kinds[following] == WORD
        if not (owned and kinds[end - 1] == WORD and words[end - 1][-1] == 's'):
            return end
        genitive = end if genitive is None else genitive
    return genitive
