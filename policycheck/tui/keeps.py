"""Places that somebody keeps in spite of a flag: bound to the words and their sentence, with a reason."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from policycheck import reasons, repository
from policycheck.context import today
from policycheck.keep import named, second_reader, signed
from policycheck.model import ADVICE, Flag

_ENDS = re.compile(r'[.!?\u2026]+["\'\u201d\u2019\u00bb)\]]*\s+|[\r\n]+')


class Kept(NamedTuple):
    """A place that is kept. ``sentence`` is a digest of its sentence, '' for one that a file states."""

    rule: str
    words: str
    sentence: str = ''
    reason: str = ''
    by: str = ''
    until: str = ''


def good_reason(text: str) -> bool:
    """Whether a text can be a reason: what check takes for one, with eight characters that are no blanks.

    >>> good_reason('agreed with Kari'), good_reason('aaaaaaaaaa'), good_reason('ok')
    (True, False, False)
    """
    return reasons.good_reason(text) and len(''.join(text.split())) >= reasons.SHORTEST


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a place, roughly: to the nearest mark or line end on each side.

    >>> sentence('One here. Two there. Three.', 10, 13)
    'Two there.'
    """
    begin = 0
    for found in _ENDS.finditer(text, 0, start):
        begin = found.end()
    after = _ENDS.search(text, max(start, end - 1))
    return text[begin : after.end() if after else len(text)].strip()


def digest(text: str) -> str:
    """A short digest of a text, blanks aside: what is remembered instead of the text."""
    return blake2b(' '.join(text.split()).encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()


def keep(flag: Flag, text: str, start: int, end: int, reason: str = '', by: str = '') -> Kept:
    """A flag's place in a text as something kept; where it takes a name and nobody else's, the writer's."""
    by = by or (repository.signer(os.getcwd()) if named(flag) else '')
    own = digest(sentence(text, start, end))
    return Kept(flag.rule.id, text[start:end], own, ' '.join(reason.split()), ' '.join(by.split()))


def kept(keeps: Iterable[Kept], flag: Flag, text: str, start: int, end: int) -> Kept | None:
    """The entry that keeps a flag's place; None where none does. An expired entry keeps nothing."""
    own = ''
    for one in keeps:
        if one.rule != flag.rule.id or one.words != text[start:end] or (one.until and one.until < today()):
            continue
        own = own or digest(sentence(text, start, end))
        if one.sentence in ('', own):
            return one
    return None


def enough(one: Kept, flag: Flag, official: bool) -> bool:
    """Whether an entry says what its flag asks for: a reason from ``warn`` on, and who else read it."""
    if flag.level <= ADVICE and not flag.rule.locked:
        return True
    second = second_reader(flag, official)
    return good_reason(one.reason) and (not second or signed(one.by, flag, official, os.getcwd()))
