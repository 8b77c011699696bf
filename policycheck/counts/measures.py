"""What can be counted in a post: a text and its channel to a number and the places to point at."""

from __future__ import annotations

from policycheck.counts import capitals, lengths
from policycheck.counts.channels import Channel
from policycheck.counts.emoji import ONE, RUN
from policycheck.counts.emoji import at_most as most_emoji
from policycheck.patterns import compiled
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Spans = Sequence[tuple[int, int]]

_MARKS = '\u0300-\u036f'
_HASHTAG = rf'(?<![\w&/#@])[#＃](?=\d*[^\W\d])[\w{_MARKS}]+'
_WORD = rf'\w[\w{_MARKS}]*(?:[-\'’.,:][^\W_][\w{_MARKS}]*)*'
_SENTENCE_END = r'[.!?…]+(?=[\s"\'”’»)\]*_]|$)|[\r\n\u2029]+'
_EXCLAIM = '[!！]+'
_EXCLAIM_RUN = '[!?！？]{2,}'
# Mathematical, circled, squared and full-width letters, small capitals, struck-through letters.
_FANCY = (
    '(?:[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f172-\U0001f17d'
    '\U0001f180-\U0001f189\uff21-\uff3a\uff41-\uff5a\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00-\u1d22\u1d2c-\u1d6a\u2102\u210a-\u2112\u2115\u2119-\u211d'
    '\u2124\u2128\u212c\u212d\u212f-\u2134]|[^\\W\\d_][\u0332\u0335\u0336])+'
)
_MAY_BE_FANCY = (
    '[\u0262-\u029f\u0332-\u0336\u1d00-\u1d6a\u2102-\u2134\u24b6-\u24e9\uff21-\uff5a\U0001d400-\U0001f189]'
)
_LONG = 6
"""A word of more letters is long for LIX (C.-H. Björnsson, Läsbarhet, 1968)."""
_TAG_OF_SEVERAL_WORDS = 15
"""Letters from which a hashtag in lower case is taken for several words."""


class Measured(NamedTuple):
    """A number and the places in the text that make it pass the limit, in order; none where it does not."""

    value: float
    spans: list[tuple[int, int]]


def _over(places: Spans, at_most: float | None) -> list[tuple[int, int]]:
    return [] if at_most is None else list(places[max(0, int(at_most)) :])


def length(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Length as the channel counts it, the channel's own limit by default; the span is what is beyond."""
    allowed = channel.limit if at_most is None else at_most
    value, beyond = lengths.length(text, channel, allowed)
    return Measured(value, [] if beyond is None else [(beyond, len(text))])


def bytes_(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """UTF-8 bytes, the channel's own limit by default; the span is what is beyond."""
    allowed = channel.bytes_limit if at_most is None else at_most
    encoded = text.encode('utf-8', 'surrogatepass')
    if allowed is None or len(encoded) <= allowed:
        return Measured(len(encoded), [])
    fits = len(encoded[: int(allowed)].decode('utf-8', 'ignore'))
    return Measured(len(encoded), [(fits, len(text))])


def hashtags(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Number of hashtags, the channel's recommendation by default; the spans are those too many."""
    found = _hashtags(text)
    return Measured(len(found), _over(found, channel.hashtags if at_most is None else at_most))


def _hashtags(text: str) -> list[tuple[int, int]]:
    if '#' not in text and '＃' not in text:
        return []
    return _outside(lengths.urls(text), [match.span() for match in compiled(_HASHTAG).finditer(text)])


def _no_words(text: str) -> list[tuple[int, int]]:
    """Places, in order, of what is written like words but read otherwise."""
    return sorted([*lengths.urls(text), *lengths.mentions(text), *_hashtags(text)])


def _outside(areas: Spans, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places, in order, that touch none of the areas, in order."""
    found = []
    at = 0
    for start, end in places:
        while at < len(areas) and areas[at][1] <= start:
            at += 1
        if at == len(areas) or end <= areas[at][0]:
            found.append((start, end))
    return found


def lowercase_hashtags(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Number of hashtags that seem to be several words without capitals; the spans are those too many."""
    found = [
        (start, end)
        for start, end in _hashtags(text)
        if end - start > _TAG_OF_SEVERAL_WORDS and text[start:end].islower() and '_' not in text[start:end]
    ]
    return Measured(len(found), _over(found, at_most))


def emoji(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Number of emoji, a joined sequence, flag or keycap being one; the spans are those too many."""
    found = [match.span() for match in compiled(ONE).finditer(text)] if most_emoji(text) else []
    return Measured(len(found), _over(found, at_most))


def emoji_run(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """The most emoji in a row; the spans are the rows that are too long."""
    if not most_emoji(text):
        return Measured(0, [])
    runs = [
        (len(compiled(ONE).findall(match.group())), match.span()) for match in compiled(RUN).finditer(text)
    ]
    return _longest(runs, at_most)


def _longest(runs: Iterable[tuple[int, tuple[int, int]]], at_most: float | None) -> Measured:
    value = 0
    spans = []
    for count, span in runs:
        value = max(value, count)
        if at_most is not None and count > at_most:
            spans.append(span)
    return Measured(value, spans)


def caps(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Words in the longest run of words in capitals; the spans are the runs that are too long.

    A single word of up to five letters is an acronym and counts nothing, as do short ones in an
    enumeration and single letters by themselves; hashtags, @names and addresses end a run, figures do not.
    """
    if not capitals.may_shout(text):
        return Measured(0, [])
    return _longest(capitals.runs(text, _no_words(text)), at_most)


def exclaims(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Number of exclamation marks outside addresses; the spans are the rows from the first mark too many."""
    found = _outside(lengths.urls(text), [match.span() for match in compiled(_EXCLAIM).finditer(text)])
    spans = []
    so_far = 0
    for start, end in found:
        so_far += end - start
        if at_most is not None and so_far > at_most:
            spans.append((start, end))
    return Measured(so_far, spans)


def exclaim_run(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """The most exclamation and question marks in a row (0 for single ones); the spans are too long rows.

    Those of an address belong to it, also at its end: without them it leads elsewhere.
    """
    found = [
        match.span()
        for match in compiled(_EXCLAIM_RUN).finditer(text)
        if not lengths.ends_in_address(text, match.start())
    ]
    rows = _outside(lengths.urls(text), found) if found else found
    return _longest(((end - start, (start, end)) for start, end in rows), at_most)


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Places of what stands between full stops, question and exclamation marks and line breaks."""
    found = []
    start = 0
    for match in compiled(_SENTENCE_END).finditer(text):
        if match.start() > start:
            found.append((start, match.end()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return [(start + _blank_before(text, start, end), end) for start, end in found]


def _blank_before(text: str, start: int, end: int) -> int:
    stretch = text[start:end]
    return 0 if stretch.isspace() else len(stretch) - len(stretch.lstrip())


def sentence_words(
    text: str, channel: Channel, at_most: float | None = None, sentences: Spans | None = None
) -> Measured:
    """Words of the longest sentence, of ``sentences`` if they are known; the spans are the long ones."""
    places = sentences_of(text) if sentences is None else sentences
    word = compiled(_WORD)
    return _longest(((len(word.findall(text, start, end)), (start, end)) for start, end in places), at_most)


def lix(
    text: str, channel: Channel, at_most: float | None = None, sentences: Spans | None = None
) -> Measured:
    """LIX, words a sentence plus per cent of words of more than six letters, to one decimal.

    Addresses, @names and hashtags are no words. 0 for no words. The span is the whole text.
    C.-H. Björnsson, Läsbarhet, 1968.
    """
    places = sentences_of(text) if sentences is None else sentences
    words = _outside(_no_words(text), [match.span() for match in compiled(_WORD).finditer(text)])
    if not words:
        return Measured(0, [])
    starts = iter(words)
    start = next(starts)[0]
    count = 0
    done = False
    for _, end in places:
        if start < end and not done:
            count += 1
        while not done and start < end:
            word = next(starts, None)
            done = word is None
            start = start if word is None else word[0]
    long = sum(1 for start, end in words if end - start > _LONG and _letters(text[start:end]) > _LONG)
    value = round(len(words) / max(1, count) + 100 * long / len(words), 1)
    return Measured(value, [(words[0][0], words[-1][1])] if at_most is not None and value > at_most else [])


def _letters(word: str) -> int:
    if word.isascii():
        return len(word)
    import unicodedata

    return len(unicodedata.normalize('NFC', word))


def links(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Number of web addresses; the spans are those too many."""
    found = lengths.urls(text)
    return Measured(len(found), _over(found, at_most))


def mentions(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Number of @names; the spans are those too many."""
    found = _outside(lengths.urls(text), lengths.mentions(text))
    return Measured(len(found), _over(found, at_most))


def fancy(text: str, channel: Channel, at_most: float | None = None) -> Measured:
    """Number of signs that only look like letters; the spans are the stretches from the first too many."""
    spans = []
    so_far = 0
    for match in (
        compiled(_FANCY).finditer(text) if not text.isascii() and compiled(_MAY_BE_FANCY).search(text) else ()
    ):
        so_far += len(match.group())
        if at_most is not None and so_far > at_most:
            spans.append(match.span())
    return Measured(so_far, spans)


MEASURES: dict[str, Callable[..., Measured]] = {
    'length': length,
    'bytes': bytes_,
    'hashtags': hashtags,
    'lowercase_hashtags': lowercase_hashtags,
    'emoji': emoji,
    'emoji_run': emoji_run,
    'caps': caps,
    'exclaims': exclaims,
    'exclaim_run': exclaim_run,
    'sentence_words': sentence_words,
    'lix': lix,
    'links': links,
    'mentions': mentions,
    'fancy': fancy,
}
"""Every measure by the name that rules call it; each takes text, channel and what is allowed at most."""

SENTENCES = frozenset(('sentence_words', 'lix'))
"""The measures that also take ``sentences``: places as (start, end), in order."""
