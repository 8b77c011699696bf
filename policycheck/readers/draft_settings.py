"""What a draft may say of itself: the names, and what each value has to look like."""

from __future__ import annotations

from policycheck.errors import InputError
from policycheck.model import CHANNELS, Setting
from policycheck.patterns import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAMES = ('lang', 'channel', 'account', 'reply', 'paid', 'scheduled', 'title')
"""The settings of a draft; the file keys have the same names."""

BESIDE = ('title', 'alt', 'first_comment')
"""What readers see beside the post of a row or object: it is checked with it, and no limit counts it."""

SWITCHES = ('reply', 'paid')
"""The settings that are true or false."""

ACCOUNTS = ('personal', 'official')

_LANGUAGE = r'[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*'
"""The shape of a language tag (BCP 47), an underscore where locales have one."""
_LONG_CODES = {'eng': 'en', 'nor': 'nb', 'nob': 'nb', 'nno': 'nn', 'swe': 'sv', 'fin': 'fi'}
"""Codes of three letters (ISO 639-3) of the languages that are read, which have one of two."""

_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta
te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
LANGUAGE_CODES = frozenset(_ISO_639_1.split())
"""The codes of two letters that languages have (ISO 639-1, and sh, which it had)."""

_DAY = r'(?s)(\d{4}-\d{2}-\d{2})(?:[Tt\s].*)?'
_FIGURES = r'(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?!\d)'


def setting(name: str, value: object, origin: str, path: str, line: int) -> Setting | None:
    """The setting of that name; None where the value is null or blank, which says nothing.

    Text comes back without the blanks around it, an account in small letters, ``scheduled`` as an
    ISO date without the time of day. Raises InputError for a value of the wrong kind.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return Setting(_checked(name, value, path, line), origin)


def iso_day(text: str) -> str | None:
    """The ISO date that a date or a point in time begins with; None where there is none.

    >>> iso_day('2027-01-15 08:00:00 +0100')
    '2027-01-15'
    """
    found = compiled(_DAY).fullmatch(text.strip())
    return found[1] if found and _in_calendar(found[1]) else None


def any_day(text: str) -> str | None:
    """The same of a date as other programs write it; None too where it could be two, as 02/01/2027.

    >>> any_day('15/01/2027 09:30'), any_day('1.2.2027'), any_day('2027/1/15'), any_day('02/01/2027')
    ('2027-01-15', '2027-02-01', '2027-01-15', None)
    """
    found = None if iso_day(text) else compiled(_FIGURES).match(text.strip())
    if not found:
        return iso_day(text)
    one, sign, two, three = found.groups()
    if len(one) == 4:
        year, month, day = one, two, three
    elif len(three) != 4:
        return None
    elif sign == '.' or int(one) > 12 or one == two:
        day, month, year = one, two, three
    elif int(two) > 12:
        month, day, year = one, two, three
    else:
        return None
    return iso_day(f'{year}-{month:0>2}-{day:0>2}')


def _checked(name: str, value: object, path: str, line: int) -> Any:
    if name in SWITCHES:
        if isinstance(value, bool):
            return value
        raise InputError(f'{name} is true or false', path, line)
    if not isinstance(value, str):
        raise InputError(f'{name} has to be text', path, line)
    text = value.strip()
    if name == 'account':
        if text.lower() in ACCOUNTS:
            return text.lower()
        raise InputError(f"account is personal or official, not '{text}'", path, line)
    if name == 'channel' and text.lower() in CHANNELS:
        return text.lower()
    if name == 'channel':
        # rapidfuzz and pydantic are slow imports for drafts that are right
        from policycheck.strict_yaml.fields import suggestion

        known = f"there is no channel '{text}'{suggestion(text, CHANNELS)}"
        raise InputError(
            known if 'did you' in known else f'{known}; write other for one not named here', path, line
        )
    if name == 'lang':
        code = text.lower().replace('_', '-').partition('-')[0]
        near = _LONG_CODES.get(code)
        if near or not compiled(_LANGUAGE).fullmatch(text) or (len(code) == 2 and code not in LANGUAGE_CODES):
            meant = f'; did you mean {near}?' if near else ''
            raise InputError(f"lang is a code such as en, nb, sv or fi, not '{text}'{meant}", path, line)
    if name == 'scheduled':
        day = iso_day(text)
        if day is None:
            raise InputError('scheduled has to be a date such as 2027-01-15', path, line)
        return day
    return text


def _in_calendar(day: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
