"""How long a post is where it is published: each channel's own way of counting."""

from __future__ import annotations

from functools import lru_cache

from policycheck.counts import emoji
from policycheck.counts.channels import Channel
from policycheck.patterns import compiled
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAMED = (
    'com|org|net|info|biz|edu|gov|int|app|dev|blog|shop|online|site|store|io|co|tv|me|ai|'
    'no|se|fi|dk|is|fo|ax|eu|uk|de|fr|nl|be|ch|at|pl|ee|lv|lt|es|it|ie|us|ca|au'
)
_URL = (
    r'(?i)https?://[^\s<>"“”«»]+'
    r'|(?<![\w@./-])(?:www\.[^\s<>"“”«»]+'
    rf'|(?:[^\W_][\w-]{{0,62}}\.){{1,8}}(?:{_NAMED})(?![\w@-])(?::\d+)?(?:[/?][^\s<>"“”«»]*)?)'
)
_MAY_HOLD_URL = r'://|[^\W_]\.[A-Za-z]'
_AFTER_URL = ".,:;!?…'’*_)]}"
_OPENERS = {')': '(', ']': '[', '}': '{'}
_ADDRESS = r'\w://|mailto:|\w\.\w{2,}(?::\d+)?[/?#]'
_AROUND_URL = r'[\s<>"“”«»]'
_LONGEST_URL = 2000
_MENTION = r'(?<![\w@./-])@(\w+(?:[.-]\w+)*)(@[\w-]+(?:\.[\w-]+)+)?'
_AT_START = r'(?:\s*@\w+)+\s*'
# Weight 1: docs.x.com/fundamentals/counting-characters and the configuration it points to; others 2.
_HEAVY = '[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]'
_NOT_JOINED = '[^\u0300-\u036f\u1160-\u11ff]'
# Marks that UAX #29 never parts from a letter or pictograph before them.
_JOINED = '(?<=[\\w\U0001f300-\U0001faff])[\u0300-\u036f\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]+'


class Length(NamedTuple):
    """A length in the channel's unit and where in the text ``at_most`` is passed, if it is."""

    value: int
    beyond: int | None


@lru_cache(maxsize=2)
def urls(text: str) -> tuple[tuple[int, int], ...]:
    """Places of the web addresses of a text, in order, without the marks that end a sentence.

    Addresses without http are found by the commoner ends of domain names.
    """
    if '.' not in text and '://' not in text:
        return ()
    if not compiled(_MAY_HOLD_URL).search(text):
        return ()
    found = []
    for match in compiled(_URL).finditer(text):
        start, end = match.span()
        whole = match.group()
        kept = whole.rstrip(_AFTER_URL)
        closer = whole[len(kept) : len(kept) + 1]
        # a bracket that was opened within the address belongs to it
        if closer in _OPENERS and kept.count(_OPENERS[closer]) > kept.count(closer):
            kept += closer
        end = start + len(kept)
        found.append((start, end))
    return tuple(found)


def ends_in_address(text: str, at: int) -> bool:
    """Whether an address with a path leads up to a place of a text: marks that follow may be part of it.

    Nobody can tell for certain. A name alone ends before its marks; so does an address in brackets,
    in quotation marks or emphasised before marks after these.
    """
    before = text[max(0, at - _LONGEST_URL) : at]
    found = compiled(_ADDRESS).search(compiled(_AROUND_URL).split(before)[-1])
    if found is None:
        return False
    address = found.string[found.start() :].rstrip('.,:;!?…')
    last = address[-1:]
    return last not in "'’*_" and address.count(last) <= address.count(_OPENERS.get(last, last))


def mentions(text: str) -> list[tuple[int, int]]:
    """Places of the @names of a text, in order; e-mail addresses are none."""
    return [match.span() for match in compiled(_MENTION).finditer(text)] if '@' in text else []


def length(text: str, channel: Channel, at_most: float | None) -> Length:
    """How long a text is on a channel; ``at_most`` None means that nothing is beyond.

    Plain: code points. Bluesky: grapheme clusters, addresses as written
    (app.bsky.feed.post, maxGraphemes). X and Mastodon: see the functions below.
    """
    counting = _COUNTINGS.get(channel.counting)
    if counting is None:
        return Length(len(text), None if at_most is None or len(text) <= at_most else int(at_most))
    return _total(counting(text, channel), at_most)


def at_least_as_long(text: str, channel: Channel) -> int:
    """A number that ``length`` does not pass, with the standard library alone."""
    counting = channel.counting
    if counting == 'x':
        if text.isascii() and '.' not in text and '://' not in text:
            return len(text)
        import unicodedata

        if unicodedata.is_normalized('NFC', text):
            # no sign counts more than 2, and every address has a full stop or ://
            most = 2 * len(text) + (channel.url_length or 0) * (text.count('.') + text.count('://'))
            if most <= (channel.limit or 0):
                return most
        return length(text, channel, None).value
    if counting in ('bluesky', 'mastodon'):
        count = len(text)
        if not text.isascii():
            count -= sum(match.end() - match.start() for match in compiled(_JOINED).finditer(text))
        if counting == 'mastodon' and channel.url_length:
            count += sum(max(0, channel.url_length - (end - start)) for start, end in urls(text))
        return count
    return len(text)


class _Piece(NamedTuple):
    """A stretch of the text and what it weighs; signs are counted one by one where ``each`` is set."""

    start: int
    end: int
    weight: int
    each: Callable[[str], Iterator[tuple[int, int]]] | None
    """From a stretch to the start and the count of each of its signs."""


def _total(pieces: tuple[str, Iterator[_Piece], list[int] | None], at_most: float | None) -> Length:
    text, stretches, places = pieces
    total = 0
    beyond = None
    for piece in stretches:
        if beyond is None and at_most is not None and total + piece.weight > at_most:
            beyond = piece.start
            if piece.each is not None:
                so_far = total
                for offset, count in piece.each(text[piece.start : piece.end]):
                    so_far += count
                    if so_far > at_most:
                        beyond = piece.start + offset
                        break
        total += piece.weight
    if beyond is not None and places is not None:
        beyond = places[beyond]
    return Length(total, beyond)


def _x(text: str, channel: Channel) -> tuple[str, Iterator[_Piece], list[int] | None]:
    """X: NFC, every address ``url_length``, an emoji 2, other signs 1 or 2 by range.

    In a reply the @names at the start are filled in by X and not counted.
    docs.x.com/fundamentals/counting-characters
    """
    composed, places = _composed(text)
    start = 0
    if channel.reply:
        names = compiled(_AT_START).match(composed)
        start = names.end() if names is not None else 0
    return composed, _x_pieces(composed, start, channel), places


def _x_pieces(text: str, start: int, channel: Channel) -> Iterator[_Piece]:
    fixed = [(begin, end, channel.url_length or end - begin) for begin, end in urls(text) if begin >= start]
    if emoji.at_most(text):
        addresses = iter([*fixed, (len(text), len(text), 0)])
        address = next(addresses)
        among = []
        for match in compiled(emoji.ONE).finditer(text, start):
            while address[1] <= match.start():
                address = next(addresses)
            if match.end() <= address[0]:
                among.append((*match.span(), 2))
        fixed = sorted(fixed + among)
    for begin, end, count in fixed:
        if start < begin:
            yield _Piece(start, begin, begin - start + _heavy(text, start, begin), _weights)
        yield _Piece(begin, end, count, None)
        start = end
    if start < len(text):
        yield _Piece(start, len(text), len(text) - start + _heavy(text, start, len(text)), _weights)


def _heavy(text: str, start: int, end: int) -> int:
    return 0 if text.isascii() else sum(1 for _ in compiled(_HEAVY).finditer(text, start, end))


def _weights(text: str) -> Iterator[tuple[int, int]]:
    for i, sign in enumerate(text):
        yield i, 2 if compiled(_HEAVY).match(sign) else 1


def _composed(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC and where each of its signs begins in the text as given, None for the same places."""
    import unicodedata

    if unicodedata.is_normalized('NFC', text):
        return text, None
    pieces: list[str] = []
    places: list[int] = []
    begin = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and (text[at] >= '\u0300') and _goes_with_the_last(text[at]):
            continue
        piece = unicodedata.normalize('NFC', text[begin:at])
        pieces.append(piece)
        places.extend([begin] * len(piece))
        begin = at
    places.append(len(text))
    return ''.join(pieces), places


def _goes_with_the_last(sign: str) -> bool:
    import unicodedata

    return not compiled(_NOT_JOINED).match(sign) or unicodedata.category(sign)[0] == 'M'


def _mastodon(text: str, channel: Channel) -> tuple[str, Iterator[_Piece], list[int] | None]:
    """Mastodon: grapheme clusters; every address with http ``url_length``, of @user@server only @user.

    github.com/mastodon/mastodon, app/validators/status_length_validator.rb
    """
    fixed = [
        (start, end, channel.url_length or end - start)
        for start, end in urls(text)
        if '://' in text[start:end]
    ]
    if '@' in text:
        inside = iter([*fixed, (len(text), len(text), 0)])
        address = next(inside)
        among = []
        for match in compiled(_MENTION).finditer(text):
            while address[1] <= match.start():
                address = next(inside)
            if match.group(2) and match.end() <= address[0]:
                among.append((*match.span(), 1 + len(match.group(1))))
        fixed = sorted(fixed + among)
    return text, _grapheme_pieces(text, fixed), None


def _bluesky(text: str, channel: Channel) -> tuple[str, Iterator[_Piece], list[int] | None]:
    return text, _grapheme_pieces(text, []), None


def _grapheme_pieces(text: str, fixed: list[tuple[int, int, int]]) -> Iterator[_Piece]:
    start = 0
    for begin, end, count in [*fixed, (len(text), len(text), 0)]:
        if start < begin:
            yield _Piece(start, begin, sum(count for _, count in _graphemes(text[start:begin])), _graphemes)
        if begin < end:
            yield _Piece(begin, end, count, None)
        start = end


def _graphemes(text: str) -> Iterator[tuple[int, int]]:
    if text.isascii() and '\r' not in text:
        for i in range(len(text)):
            yield i, 1
        return
    import regex

    # Pairs of regional indicators first: \X looks back over all of them at each, a square of work.
    for match in regex.finditer(r'\p{RI}{2}[\p{GCB=Extend}\p{GCB=SpacingMark}\u200d]*|\X', text):
        yield match.start(), 1


_COUNTINGS = {'x': _x, 'bluesky': _bluesky, 'mastodon': _mastodon}
