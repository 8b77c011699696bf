"""How numbers of people, accounts and cards look, and which of them are real by their check digits."""

from __future__ import annotations

import re
from operator import mul

from policycheck.counts.glance import FEWEST_DIGITS
from policycheck.kinds.detect_phones import is_other

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int, int]

# Separators inside a number: a space of any kind that stays on its line, a hyphen, a dash.
_SEP = r'[ \u00a0\u2009\u202f\u2010-\u2013-]'
_HYPHENS = '-\u2010\u2011\u2012\u2013'
# Not inside a longer number or word, nor behind a sign that makes it a part of one (1.234, #123).
_BEFORE = r'(?<![\w+#])(?<![0-9][.,:/-])'
_AFTER = r'(?![\w])(?![.,:/-][0-9])'

_DAY, _MONTH = '(?:0[1-9]|[12][0-9]|3[01])', '(?:0[1-9]|1[0-2])'
# +40 on the day for D-numbers; +40, +65 or +80 on the month for numbers of nobody
_NO_DAY, _NO_MONTH = '(?:[04][1-9]|[1256][0-9]|[37][01])', '(?:[048][1-9]|[159][0-2]|6[6-9]|7[0-7])'

_NO = (
    rf'{_BEFORE}{_NO_DAY}(?:{_NO_MONTH}[0-9]{{2}}|\.{_NO_MONTH}\.[0-9]{{2}})'
    rf'(?:{_SEP}?[0-9]{{5}}|{_SEP}[0-9]{{3}}{_SEP}[0-9]{{2}}){_AFTER}'
)
_SE = (
    rf'{_BEFORE}(?:1[89]|20)?[0-9]{{2}}{_MONTH}(?:[06][1-9]|[1278][0-9]|[39][01])'
    rf'(?:{_SEP}|\+)?[0-9]{{4}}{_AFTER}'
)
_FI = rf'(?i){_BEFORE}{_DAY}{_MONTH}[0-9]{{2}}[-\u2010-\u2013+A-FU-Y][0-9]{{3}}[0-9A-FHJ-NPR-Y](?!\w)'
_DK = rf'{_BEFORE}{_DAY}{_MONTH}[0-9]{{2}}{_SEP}?[0-9]{{4}}{_AFTER}'
_CARD = (
    rf'{_BEFORE}(?=(?P<number>[2-6][0-9]{{12,18}}'
    rf'|[2-6][0-9]{{3}}(?P<sep>{_SEP})[0-9]{{4}}(?P=sep)[0-9]{{4}}(?P=sep)[0-9]{{1,4}}(?:(?P=sep)[0-9]{{1,3}})?'
    rf'|3[0-9]{{3}}(?P<sep3>{_SEP})[0-9]{{6}}(?P=sep3)[0-9]{{4,5}}){_AFTER})'
)
_IBAN = rf'(?i)(?<![\w])(?P<land>[A-Z]{{2}})[0-9]{{2}}(?=(?P<rest>(?:{_SEP}?[0-9A-Z]){{11,30}}))'

_NO_WEIGHTS = 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1

_IBAN_HEAD = r'[^\W\d_]{2}[0-9]{2}'

# Length by country: SWIFT IBAN Registry, release 101; the test compares it with python-stdnum's.
IBAN_LENGTHS = {
    land: length
    for length, lands in {
        15: 'NO', 16: 'BE', 18: 'DK FI FK FO GL NL SD', 19: 'MK SI',
        20: 'AT BA EE KZ LT LU MN XK', 21: 'CH HR LI LV', 22: 'BG BH CR DE GB GE IE ME RS VA',
        23: 'AE GI IL IQ OM SO TL', 24: 'AD CZ ES MD PK RO SA SE SK TN VG', 25: 'LY PT ST',
        26: 'IS TR', 27: 'BI DJ FR GR IT MC MR SM', 28: 'AL AZ BY CY DO GT HN HU LB NI PL SV',
        29: 'BR EG PS QA UA', 30: 'JO KW MU YE', 31: 'MT SC', 32: 'LC', 33: 'RU',
    }.items()
    for land in lands.split()
}  # fmt: skip

# First digits and lengths of the card schemes: ISO/IEC 7812 ranges as the schemes publish them.
_CARDS = (
    r'4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})'  # Visa
    r'|(?:5[1-5][0-9]{2}|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}'  # Mastercard
    r'|3[47][0-9]{13}'  # American Express
    r'|3(?:0[0-5]|095|6[0-9]|[89][0-9])[0-9]{11}'  # Diners Club
    r'|(?:6011|64[4-9][0-9]|65[0-9]{2})[0-9]{12}'  # Discover
    r'|35(?:2[89]|[3-8][0-9])[0-9]{12}'  # JCB
    r'|62[0-9]{14,17}'  # UnionPay
    r'|5019[0-9]{12}'  # Dankort
    r'|(?:5018|5020|5038|5893|6304|6759|676[1-3])[0-9]{12}(?:[0-9]{2,3})?'  # Maestro
)

_SE_WORD = r'(?i)\b(?:person(?:al)?[ -]?(?:nummer|numret|nr|id|number)|p-?nr|samordnings(?:nummer|nr))'
_DK_WORD = r'(?i)\bcpr\b|\bcpr-?(?:nr|nummer)'
_NEAR = 40
"""How many characters before a number the word that names it may stand."""


def numbers_only(number: str) -> str:
    """The digits of a number as written."""
    return ''.join(sign for sign in number if sign in '0123456789')


def fodselsnummer(text: str, norwegian: bool) -> Iterator[Place]:
    """Norwegian fødselsnummer and D-numbers, and where the text is Norwegian those of the test registers.

    Eleven digits, a date and two check digits. Help numbers (FH, first digit 8 or 9) hold no
    date and are left alone.
    """
    for place, digits in _no_candidates(text):
        if _is_norwegian(digits, norwegian):
            yield place


def personnummer(text: str, swedish: bool) -> Iterator[Place]:
    """Swedish personnummer and samordningsnummer, ten or twelve digits, with - or + or without.

    Without either sign only where the text is Swedish or a word before the number names it; never
    what may be a mobile number (07...) or a time stamp unless it is so named.
    """
    for match in _se_candidates(text, swedish):
        if _is_swedish(numbers_only(match[0]), '+' if '+' in match[0] else '-'):
            yield match.span()


def hetu(text: str) -> Iterator[Place]:
    """Finnish personal identity codes, with the signs for the century of 2023; made-up ones (900-999) too."""
    for match in re.finditer(_FI, text):
        from stdnum.fi import hetu as checks

        if checks.is_valid(match[0], allow_temporary=True):
            yield match.span()


def cpr(text: str) -> Iterator[Place]:
    """Danish CPR numbers: a date and four digits, written ddmmyy-nnnn or named by a word before them.

    The modulus 11 of old is not asked for: numbers are given out without it since 2007 (cpr.dk).
    """
    for match in _cpr_candidates(text):
        from stdnum.dk import cpr as checks

        if checks.is_valid(numbers_only(match[0])):
            yield match.span()


def cards(text: str) -> Iterator[Place]:
    """Numbers of payment cards: a scheme's first digits and length, groups as on the card, Luhn."""
    for place, digits in _card_candidates(text):
        from stdnum import luhn

        if luhn.is_valid(digits) and len(set(digits)) > 1:
            yield place


def ibans(text: str) -> Iterator[Place]:
    """International bank account numbers with their check digits, in groups or in one piece, any case."""
    for place, number in _iban_candidates(text):
        from stdnum import iban

        if iban.is_valid(number, check_country=False):
            yield place


def fodselsnummer_possible(text: str) -> bool:
    """Whether there are eleven digits that begin like a date and end in the right check digit."""
    return next(_no_candidates(text), None) is not None


def personnummer_possible(text: str, swedish: bool) -> bool:
    """Whether there are ten or twelve digits that could hold a date, written or named as such a number."""
    return next(_se_candidates(text, swedish), None) is not None


def hetu_possible(text: str) -> bool:
    """Whether something has the form of a Finnish code."""
    return re.search(_FI, text) is not None


def cpr_possible(text: str) -> bool:
    """Whether there is a number in the form of a CPR number that is hyphened or named."""
    return next(_cpr_candidates(text), None) is not None


def card_possible(text: str) -> bool:
    """Whether there is a number with a scheme's first digits and length."""
    return next(_card_candidates(text), None) is not None


def iban_possible(text: str) -> bool:
    """Whether there is a country's code, a rest as long as that country's, and the right check digits."""
    return next(_iban_candidates(text), None) is not None


def _no_candidates(text: str) -> Iterator[tuple[Place, str]]:
    """Places whose last digit is the second check digit: modulo 11 (Skatteetaten). Telephone numbers seldom are."""
    for match in re.finditer(_NO, text):
        digits = numbers_only(match[0])
        if sum(map(mul, map(int, digits), _NO_WEIGHTS)) % 11 == 0:
            yield match.span(), digits


def _se_candidates(text: str, swedish: bool) -> Iterator[re.Match[str]]:
    for match in re.finditer(_SE, text):
        sign = match[0][-5]
        if sign != '+' and sign not in _HYPHENS and not _named(_SE_WORD, text, match.start()):
            digits = numbers_only(match[0])
            stamp = len(digits) == 12 and digits[:2] == '20' and digits[8:10] < '24' and digits[10:] < '60'
            if (
                not swedish
                or stamp
                or digits[:2] == '07'
                or not sign.isdigit()
                or is_other(text, *match.span())
            ):
                continue
        yield match


def _cpr_candidates(text: str) -> Iterator[re.Match[str]]:
    for match in re.finditer(_DK, text):
        hyphened = match[0][6] in _HYPHENS
        if hyphened or _named(_DK_WORD, text, match.start()):
            yield match


def _card_candidates(text: str) -> Iterator[tuple[Place, str]]:
    for match in re.finditer(_CARD, text):
        start, written = match.start(), match['number']
        # a security code or a year may stand behind the sixteen digits
        for part in (written, written[:19]) if len(written) > 20 and match['sep'] else (written,):
            digits = numbers_only(part)
            if re.fullmatch(_CARDS, digits):
                yield (start, start + len(part)), digits


def _iban_candidates(text: str) -> Iterator[tuple[Place, str]]:
    """Places whose letters and digits have the length of the country and leave 1 modulo 97 (ISO 13616)."""
    # the full pattern looks far ahead at each letter
    for match in re.finditer(_IBAN, text) if re.search(_IBAN_HEAD, text) else ():
        wanted = IBAN_LENGTHS.get(match['land'].upper(), 0) - 4
        if wanted < 0:
            continue
        end, rest = match.end(), ''
        for sign in match['rest']:
            if len(rest) == wanted:
                break
            end += 1
            if sign.isalnum():
                rest += sign
        if len(rest) < wanted or text[end : end + 1].isalnum():
            continue
        number = (match[0] + rest).upper()
        # one without figures is none, whatever its check digits
        figures = sum(map(str.isdigit, number)) >= FEWEST_DIGITS
        if figures and int(''.join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1:
            yield (match.start(), end), number


def _named(word: str, text: str, start: int) -> bool:
    return re.search(word, text[max(0, start - _NEAR) : start]) is not None


def _is_norwegian(digits: str, made_up: bool) -> bool:
    from stdnum.no import fodselsnummer as checks

    valid: bool = checks.is_valid(digits)
    if valid or not made_up:
        return valid
    # python-stdnum knows +40 on the month (H and NAV); the tax register's made-up people have +80
    # (Tenor) or +65: their check digits are right, only the month has to be read back.
    month = int(digits[2:4])
    base = next((base for base in (80, 65) if 1 <= month - base <= 12), None)
    if (
        base is None
        or digits[9] != checks.calc_check_digit1(digits)
        or digits[10] != checks.calc_check_digit2(digits)
    ):
        return False
    return _is_date(digits[:2], f'{month - base:02d}', digits[4:6], shift=40)


def _is_swedish(digits: str, sign: str) -> bool:
    from stdnum import luhn
    from stdnum.se import personnummer as checks

    if checks.is_valid(f'{digits[:-4]}{sign}{digits[-4:]}'):
        return True
    # python-stdnum does not know samordningsnummer: the day of birth with 60 added
    # (lag 2022:1697 om samordningsnummer)
    date = digits[-10:-4]
    return (
        date[4:] > '60' and luhn.is_valid(digits[-10:]) and _is_date(date[4:], date[2:4], date[:2], shift=60)
    )


def _is_date(day: str, month: str, year: str, *, shift: int) -> bool:
    """Whether there is such a day in some century, the day as it is or with ``shift`` added."""
    import datetime

    number = int(day) - shift if int(day) > shift else int(day)
    try:
        datetime.date(2000 if int(year) % 4 == 0 else 2001, int(month), number)
    except ValueError:
        return False
    return True
