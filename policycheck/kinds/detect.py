"""The finder ``detect``: what can be told by its form alone, personal numbers, addresses and keys. FAST."""

from __future__ import annotations

import re
from bisect import bisect

from policycheck.kinds import detect_numbers, detect_phones, detect_words
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Regions = tuple[str, ...]
"""Countries whose own ways of writing are looked for."""


class Found(NamedTuple):
    """Something detected: the name of its detector and its place, in code points."""

    name: str
    start: int
    end: int


class Detector(NamedTuple):
    """``possible`` needs the standard library alone and is False only where ``find`` finds nothing."""

    possible: Callable[[str, Regions], bool]
    find: Callable[[str, Regions], Iterable[tuple[int, int]]]
    digits: bool
    """Whether what it finds has at least seven digits on one line, four other signs between them at most."""
    in_links: bool
    """Whether it looks within web addresses, where long numbers are mostly ids of pages."""


def _any(places: Iterator[tuple[int, int]]) -> bool:
    return next(places, None) is not None


DETECTORS: dict[str, Detector] = {
    'secret_key': Detector(
        lambda text, _: _any(detect_words.secrets(text)),
        lambda text, _: detect_words.secrets(text),
        False,
        True,
    ),
    'iban': Detector(
        lambda text, _: detect_numbers.iban_possible(text),
        lambda text, _: detect_numbers.ibans(text),
        False,
        True,
    ),
    'hetu': Detector(
        lambda text, _: detect_numbers.hetu_possible(text),
        lambda text, _: detect_numbers.hetu(text),
        True,
        True,
    ),
    'fodselsnummer': Detector(
        lambda text, _: detect_numbers.fodselsnummer_possible(text),
        lambda text, where: detect_numbers.fodselsnummer(text, 'NO' in where),
        True,
        True,
    ),
    'personnummer': Detector(
        lambda text, where: detect_numbers.personnummer_possible(text, 'SE' in where),
        lambda text, where: detect_numbers.personnummer(text, 'SE' in where),
        True,
        False,
    ),
    'card': Detector(
        lambda text, _: detect_numbers.card_possible(text),
        lambda text, _: detect_numbers.cards(text),
        True,
        False,
    ),
    'email': Detector(
        lambda text, _: _any(detect_words.mails(text)), lambda text, _: detect_words.mails(text), False, True
    ),
    'phone': Detector(detect_phones.phone_possible, detect_phones.phones, True, False),
    'cpr': Detector(
        lambda text, _: detect_numbers.cpr_possible(text),
        lambda text, _: detect_numbers.cpr(text),
        True,
        False,
    ),
}
"""The detectors by the name a rule gives them, the most specific first: it wins an overlap."""

_LINK = r'(?i)(?:https?://|www\.)\S+'
_DIGITS = r'[0-9](?:[^0-9\n]{0,4}[0-9]){6}'


def might_find(text: str, names: Iterable[str], lang: str | None = None, jurisdictions: Regions = ()) -> bool:
    """False only where ``find`` would find nothing; needs the standard library alone.

    Without ``lang`` it holds for every language and jurisdiction.
    """
    where = detect_phones.regions(lang, jurisdictions)
    digits = re.search(_DIGITS, text) is not None
    chosen = [DETECTORS[name] for name in set(names)]
    return any(detector.possible(text, where) for detector in chosen if digits or not detector.digits)


def find(text: str, names: Iterable[str], lang: str, jurisdictions: Regions = ()) -> list[Found]:
    """What the named detectors find, in the order of the text, none overlapping.

    Where two detectors see the same stretch the more specific one has it, asked for or not: the
    digits of an account are no telephone number even where only telephones are looked for.
    ``jurisdictions`` (NO, SE, FI, DK, GB, US) and the language say whose numbers are known
    without a country code. Raises KeyError for a name that is not in DETECTORS.
    """
    where = detect_phones.regions(lang, jurisdictions)
    wanted = set(names)
    found = {name: _places(name, text, where) for name in wanted}
    if not any(found.values()):
        return []
    ranks = list(DETECTORS)
    lowest = max(ranks.index(name) for name, places in found.items() if places)
    everything = [
        (start, end, rank)
        for rank, name in enumerate(ranks[: lowest + 1])
        for start, end in (found[name] if name in found else _places(name, text, where))
    ]
    return [
        Found(ranks[rank], start, end) for start, end, rank in _apart(everything) if ranks[rank] in wanted
    ]


def _places(name: str, text: str, where: Regions) -> list[tuple[int, int]]:
    detector = DETECTORS[name]
    if detector.digits and not re.search(_DIGITS, text):
        return []
    places = sorted(set(detector.find(text, where)))
    if detector.in_links or not places:
        return places
    links = iter([match.span() for match in re.finditer(_LINK, text)])
    link = next(links, None)
    kept = []
    for start, end in places:
        while link and link[1] <= start:
            link = next(links, None)
        if not link or not link[0] <= start:
            kept.append((start, end))
    return kept


def _apart(places: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Those that stay where the lower rank wins an overlap, then the longer, then the earlier."""
    kept: list[tuple[int, int, int]] = []
    cluster: list[tuple[int, int, int]] = []
    reach = -1
    for place in [*sorted(places), (1 << 62, 1 << 62, 0)]:
        if place[0] >= reach:
            kept.extend(_winners(cluster))
            cluster = []
        cluster.append(place)
        reach = max(reach, place[1])
    return kept


def _winners(cluster: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The places of a row of overlapping ones that win, in order."""
    winners: list[tuple[int, int, int]] = []
    for place in sorted(cluster, key=lambda place: (place[2], place[0] - place[1], place[0])):
        at = bisect(winners, place)
        if (at == 0 or winners[at - 1][1] <= place[0]) and (at == len(winners) or place[1] <= winners[at][0]):
            winners.insert(at, place)
    return winners
