"""What a finding is known by from run to run: the rule, the words and the line around them; no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from policycheck.lines import Lines
from policycheck.model import Draft, Flag

VERSION = 1
"""Goes up when the same finding gets another fingerprint."""


def fingerprints(draft: Draft, flags: Iterable[Flag]) -> Iterator[tuple[Flag, str]]:
    """Each flag with its fingerprint, 32 hexadecimal digits that hold no text.

    It stays the same when the post moves within its file, or the file elsewhere, and when other
    lines of the post change. Findings that are alike in all of this are numbered in order.
    """
    lines = Lines(draft.text)
    seen: Counter[str] = Counter()
    for flag in flags:
        text, (start, end) = flag.stands_in(draft)
        if lines.text is not text:
            lines = Lines(text)
        first, last = lines.place(start)[0], lines.place(max(start, end - 1))[0]
        around = text[lines.span(first).start : lines.span(last).end]
        known = '\0'.join((flag.rule.id, _plain(text[start:end]), _plain(around)))
        seen[known] += 1
        said = f'{VERSION}\0{known}\0{seen[known]}'
        yield flag, blake2b(said.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()


def _plain(text: str) -> str:
    return ' '.join(text.lower().split())
