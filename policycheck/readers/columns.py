"""What the columns of posts are called: in common schedulers, and by the user with --map."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from policycheck.errors import InputError
from policycheck.model import CHANNELS
from policycheck.readers.draft_settings import BESIDE, NAMES, any_day
from policycheck.records import NamedTuple

KEYS = ('text', 'id', *dict.fromkeys((*NAMES, *BESIDE)))
"""What a column can be."""


class Columns(NamedTuple):
    """What is which column of a table or key of an object, {'text': 'body'}.

    Where a file lacks one of them it is an error if ``strict``; else it does without, and where it lacks that of the
    text its names are looked up among the built-in ones, as in files of which nothing is said.
    """

    names: Mapping[str, str]
    strict: bool = True

    def of(self, keys: Sequence[str]) -> Columns:
        """What of it an object with these keys has, which may leave out all but the text."""
        there = {key.strip().lower() for key in keys}
        names = {
            key: name for key, name in self.names.items() if key == 'text' or name.strip().lower() in there
        }
        return self._replace(names=names)


BUILT_IN: dict[str, dict[str, Any]] = {
    # columns of Buffer, Hootsuite, Publer and of plain tables, in small letters
    'columns': {
        'text': (
            'text', 'message', 'post', 'caption', 'content', 'body', 'post text', 'post content', 'copy',
            'innlegg', 'tekst', 'inlägg', 'teksti', 'julkaisu',
        ),
        'id': ('id', 'post id', 'row id'),
        'channel': ('channel', 'network', 'platform', 'social network', 'profile type', 'kanal', 'kanava'),
        'scheduled': (
            'scheduled', 'date', 'posting time', 'publish date', 'publish time', 'scheduled at', 'schedule date',
            'datetime', 'dato', 'datum', 'päivä',
        ),
        'lang': ('lang', 'language', 'locale', 'språk', 'kieli'),
        'account': ('account', 'account type'),
        'reply': ('reply', 'is reply'),
        'paid': ('paid', 'sponsored'),
        'title': ('title', 'headline', 'tittel', 'rubrik', 'otsikko'),
        'alt': ('alt', 'alt text', 'alt texts', 'alt text(s)', 'alt-text', 'alttekst', 'alttext', 'alt-teksti'),
        'first_comment': (
            'first_comment', 'first comment', 'comment(s)',
            'første kommentar', 'första kommentar', 'ensimmäinen kommentti',
        ),
    },
    'channels': {
        'twitter': 'x', 'x (twitter)': 'x', 'x/twitter': 'x', 'ig': 'instagram', 'fb': 'facebook',
        'facebook page': 'facebook', 'linkedin page': 'linkedin', 'linkedin profile': 'linkedin',
        'instagram business': 'instagram', 'yt': 'youtube', 'tik tok': 'tiktok', 'bsky': 'bluesky',
        # schedulers post there too, and no rule is about them
        'pinterest': 'other', 'google': 'other', 'gmb': 'other', 'gbp': 'other', 'telegram': 'other',
        'whatsapp': 'other', 'snapchat': 'other', 'reddit': 'other', 'tumblr': 'other', 'discord': 'other',
        'xing': 'other', 'vk': 'other', 'wordpress': 'other',
    },
}  # fmt: skip
"""Names by what they stand for."""


def given(option: str) -> Columns:
    """What ``--map text=body,channel=network`` says; raises InputError."""
    said: dict[str, str] = {}
    for part in option.split(','):
        key, equals, column = (piece.strip() for piece in part.partition('='))
        # as it is called in front matter
        key = 'scheduled' if key == 'date' else key
        if not equals or not column or key not in KEYS:
            known = ', '.join(KEYS)
            raise InputError(f"--map wants KEY=COLUMN,KEY=COLUMN with keys {known}, not '{part}'")
        said[key] = column
    if 'text' not in said:
        raise InputError('--map has to say which column is the text, as in text=body')
    return Columns(said)


def columns(head: Sequence[str], named: Columns | None, path: str) -> dict[str, int]:
    """The place of each column by what it is, from the names in the first row.

    Raises InputError, at line 1, where a named column is not there or none is the text.
    """
    names = [name.strip().lower() for name in head]
    if named is not None:
        missing = [column for column in named.names.values() if column.strip().lower() not in names]
        if missing and named.strict:
            raise InputError(f"there is no column '{missing[0]}'; there are: {', '.join(head)}", path, 1)
        there = {key: column.strip().lower() for key, column in named.names.items() if column not in missing}
        if 'text' in there:
            return {key: names.index(column) for key, column in there.items()}
    found: dict[str, int] = {}
    # Publer tells in the name of a column what goes into it: "Text", "Alt text(s) - Separated by ||"
    short = [name.partition(' - ')[0] for name in names]
    for key, known in BUILT_IN['columns'].items():
        place = next((row.index(name) for row in (names, short) for name in known if name in row), None)
        if place is not None:
            found[key] = place
    if 'text' not in found:
        shown = ', '.join(head)[:100]
        raise InputError(
            f'no column here is called text, message or the like (there are: {shown}); say which one is: '
            '--map text=COLUMN',
            path,
            1,
        )
    return found


def meant(name: str, value: str) -> object:
    """A cell, or a text under a key, as a setting: schedulers write dates and networks in ways of their own."""
    if name == 'scheduled':
        return any_day(value)
    if name in ('reply', 'paid'):
        return {'true': True, 'yes': True, '1': True, 'false': False, 'no': False, '0': False}.get(
            value.lower()
        )
    if name == 'channel':
        network = value.lower().split(',')[0].strip()
        known = BUILT_IN['channels']
        # "LinkedIn Company Page", "Twitter/X", "Google Business Profile"
        first = re.split(r'[\s/(]', network)[0]
        return known.get(network) or known.get(first) or (first if first in CHANNELS else network) or None
    return value or None
