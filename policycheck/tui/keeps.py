"""Places that somebody keeps in spite of a flag: bound to the words and their sentence, with a reason."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from hashlib import blake2b

from policycheck import git
from policycheck.context import today
from policycheck.keep import named, second_reader, signed
from policycheck.model import ADVICE, Flag
from policycheck.records import NamedTuple
from policycheck.tui.follow import Item
from policycheck.waivers import reasons

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
    by = by or (git.signer(os.getcwd()) if named(flag) else '')
    words, own = text[start:end], digest(sentence(text, start, end))
    if start < 0:
        # it stands in front matter, which has no sentences
        words, own = flag.quote, ''
    return Kept(flag.rule.id, words, own, ' '.join(reason.split()), ' '.join(by.split()))


def kept(keeps: Iterable[Kept], flag: Flag, text: str, start: int, end: int) -> Kept | None:
    """The entry that keeps a flag's place; None where none does. An expired entry keeps nothing."""
    own = ''
    words = text[start:end] if start >= 0 else flag.quote
    for one in keeps:
        if one.rule != flag.rule.id or one.words != words or (one.until and one.until < today()):
            continue
        own = own or digest(sentence(text, start, end))
        if one.sentence in ('', own):
            return one
    return None


def keeper(keeps: Iterable[Kept], item: Item, text: str) -> Kept | None:
    """What keeps a flag: a waiver that the check has heeded, else an entry for its place."""
    if item.reason is not None:
        return Kept(item.flag.rule.id, item.words(text), reason=item.reason)
    return kept(keeps, item.flag, text, item.start, item.end)


def is_kept(keeps: Iterable[Kept], item: Item, text: str, official: bool) -> bool:
    """Whether a flag is kept, with all that it asks for."""
    own = keeper(keeps, item, text)
    return own is not None and (item.reason is not None or enough(own, item.flag, official))


def enough(one: Kept, flag: Flag, official: bool) -> bool:
    """Whether an entry says what its flag asks for: a reason from ``warn`` on, and who else read it."""
    if flag.level <= ADVICE and not flag.rule.locked:
        return True
    second = second_reader(flag, official)
    return good_reason(one.reason) and (not second or signed(one.by, flag, official, os.getcwd()))
