"""How telephone numbers are written, and which of them reach a person and not a service."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int, int]

REGIONS = ('NO', 'SE', 'FI', 'DK', 'GB', 'US')
"""Countries whose numbers are known without their country code."""

_SPACE = r'[ \u00a0\u2009\u202f]'
_DASH = r'[-\u2010-\u2013]'
_BEFORE = r'(?<![\w+#])(?<![0-9][.,:/-])'
_AFTER = r'(?!\w)(?![.,:/-][0-9])'
# Groups stand alone: not a window into a longer row of numbers, such as those of a lottery.
_FIRST_GROUP = rf'{_BEFORE}(?<![0-9]{_SPACE})'
_LAST_GROUP = rf'{_AFTER}(?!{_SPACE}[0-9])'

_ABROAD = (
    rf'(?<![\w+])(?:\+|00){_SPACE}?[1-9]'
    rf'(?:(?:{_SPACE}?\(0\){_SPACE}?|[ \u00a0\u2009\u202f()./\u2010-\u2013-]{{0,2}})[0-9]){{6,14}}(?!\w)'
)
_EIGHT = (
    rf'{_BEFORE}[2-9][0-9]{{7}}{_AFTER}'
    rf'|{_FIRST_GROUP}(?:[2-9][0-9](?:{_SPACE}[0-9]{{2}}){{3}}|[2-9][0-9]{{2}}{_SPACE}[0-9]{{2}}{_SPACE}[0-9]{{3}}'
    rf'|[2-9][0-9]{{3}}{_SPACE}[0-9]{{4}}){_LAST_GROUP}'
)
_ZERO = (
    rf'{_BEFORE}0[1-9][0-9]{{6,9}}{_AFTER}'
    rf'|{_FIRST_GROUP}\(?0[1-9][0-9]{{0,3}}\)?(?:{_SPACE}?(?:{_DASH}|/){_SPACE}?|{_SPACE})'
    rf'[0-9]{{2,8}}(?:(?:{_SPACE}|{_DASH})[0-9]{{2,4}}){{0,3}}{_LAST_GROUP}'
)
_AMERICAN = (
    rf'{_BEFORE}(?:1[-. ])?(?:\([2-9][0-9]{{2}}\) ?|[2-9][0-9]{{2}}[-. ])'
    rf'[2-9][0-9]{{2}}[-. ][0-9]{{4}}{_AFTER}'
)
_SHAPES = {'NO': _EIGHT, 'DK': _EIGHT, 'SE': _ZERO, 'FI': _ZERO, 'GB': _ZERO, 'US': _AMERICAN}

# How many digits may follow a country code: ITU national numbering plans; others 6 to 12.
_LENGTHS = {
    '47': (8,),
    '45': (8,),
    '46': (7, 8, 9, 10),
    '358': (5, 6, 7, 8, 9, 10, 11),
    '44': (9, 10),
    '1': (10,),
}

_DATE = r'[0-9]{1,2}[-./ ][0-9]{1,2}[-./ ](?:[0-9]{4}|[0-9]{2})'
_UNIT_BEHIND = (
    r'(?i)\s?(?:kr|kroner|kronor|kruunua|nok|sek|dkk|eur|euro|euroa|usd|gbp|mill|mrd|kwh|mwh|gwh|kg|km|m2)\b'
    r'|\s?[€£$%]|,-|:-'
)
_BEHIND = 16
# A word that says that the number is something else: an order, a case, a bill, a customer.
_REFERENCE = (
    r'(?i)(?:[€£$]|\b(?:kr|nok|sek|dkk|eur|usd|gbp'
    r'|kid|ref|isbn|sak|case|ticket|order|ordre|faktura|invoice|lasku|tilaus|viite|dnr|y-tunnus|konto|kontonr'
    r'|(?:order|ordre|bestillings|beställnings|boknings|booking|tilaus|varaus|faktura|invoice|laskun|viite'
    r'|saks|ärende|diarie|asia|case|ticket|referanse|referens|reference|kvitterings|kvitto|konto|account'
    r'|org|organisasjons|organisations|kunde|kund|asiakas|customer|medlems|jäsen|member'
    r'|artikel|vare|tuote|product|serie|serial|sporings|spårnings|seuranta|tracking|kolli)'
    r'[ -]?(?:nr|nummer|numret|nummeret|no|number|numero|tunnus|koodi|kode|code|kod|id)))'
    r'[ .:#\u00a0]{0,3}\Z'
)
_AHEAD = 40


def regions(lang: str | None, jurisdictions: tuple[str, ...]) -> tuple[str, ...]:
    """Countries whose numbers are looked for without a country code; all of them for lang None."""
    if lang is None:
        return REGIONS
    own = {'nb': 'NO', 'sv': 'SE', 'fi': 'FI'}.get(lang, '')
    return tuple(region for region in REGIONS if region == own or region in jurisdictions)


def phone_possible(text: str, where: tuple[str, ...]) -> bool:
    """Whether something is written as a telephone number is and nothing by it says it is none."""
    # of countries that write numbers alike one stands for all
    one_of = {_SHAPES[region]: region for region in where}
    return next(_written(text, tuple(one_of.values())), None) is not None


def phones(text: str, where: tuple[str, ...]) -> Iterator[Place]:
    """Numbers of telephones: mobile, fixed, and with a country code also those of a kind unknown.

    Free, shared-cost, premium and company numbers (800, 0800, 020, 815 ...) are no person's.
    """
    for start, end, region in _written(text, where):
        if region is not None:
            if _reaches_person(text[start:end], region):
                yield start, end
            continue
        ends = [place for place in _group_ends(text, start, end) if _length_fits(text[start:place])]
        for place in ends:
            if _reaches_person(text[start:place], None):
                yield start, place
                break


def _written(text: str, where: tuple[str, ...]) -> Iterator[tuple[int, int, str | None]]:
    """Start, end and country (None: the number has its country code) of what looks like a number."""
    for match in re.finditer(_ABROAD, text):
        if not is_other(text, *match.span()):
            yield (*match.span(), None)
    for region in where:
        for match in re.finditer(_SHAPES[region], text):
            if not re.fullmatch(_DATE, match[0]) and not is_other(text, *match.span()):
                yield (*match.span(), region)


def is_other(text: str, start: int, end: int) -> bool:
    """Whether a sum of money, an amount, an order or the like stands there."""
    if re.match(_UNIT_BEHIND, text[end : end + _BEHIND]):
        return True
    return re.search(_REFERENCE, text[max(0, start - _AHEAD) : start]) is not None


def _group_ends(text: str, start: int, end: int) -> list[int]:
    """Ends of the groups of a number, the last first: a year or an hour may stand behind it."""
    return [
        place
        for place in range(end, start + 7, -1)
        if text[place - 1].isdigit() and not (place < end and text[place].isdigit())
    ]


def _length_fits(written: str) -> bool:
    digits = ''.join(sign for sign in written.replace('(0)', '') if sign in '0123456789')
    if digits.startswith('00'):
        digits = digits[2:]
    for code, lengths in _LENGTHS.items():
        if digits.startswith(code):
            # 0 may stand between the country code and the number in all but Norwegian and Danish
            return len(digits) - len(code) in lengths
    return 8 <= len(digits) <= 14


def _reaches_person(written: str, region: str | None) -> bool:
    import phonenumbers

    kinds = phonenumbers.PhoneNumberType
    digits = ''.join(sign for sign in written.replace('(0)', '') if sign in '+0123456789')
    if region is None and digits.startswith('00'):
        digits = f'+{digits[2:]}'
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return False
    if not phonenumbers.is_valid_number(number):
        return written.startswith('+') and phonenumbers.is_possible_number(number)
    return phonenumbers.number_type(number) not in (
        kinds.TOLL_FREE,
        kinds.SHARED_COST,
        kinds.PREMIUM_RATE,
        kinds.UAN,
        kinds.VOICEMAIL,
    )
