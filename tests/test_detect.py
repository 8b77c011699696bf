"""What is told by its form, numbers, addresses and keys, and what only looks like them."""

from __future__ import annotations

import subprocess
import sys
import time
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.kinds import detect
from policycheck.kinds.detect import DETECTORS, find, might_find
from policycheck.kinds.detect_numbers import IBAN_LENGTHS

EVERY = tuple(DETECTORS)


def luhn(digits: str) -> str:
    """The digits with their check digit, ISO/IEC 7812-1."""
    doubled = [int(sign) * (2 if at % 2 == 0 else 1) for at, sign in enumerate(reversed(digits))]
    return digits + str(-sum(part - 9 if part > 9 else part for part in doubled) % 10)


def norwegian(date: str) -> str:
    """A number with the date as written and the first serial whose two check digits exist."""
    for serial in range(100, 500):
        digits = f'{date}{serial}'
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            digits += str(-sum(int(sign) * weight for sign, weight in zip(digits, weights, strict=True)) % 11)
        if len(digits) == 11:
            return digits
    raise AssertionError(date)


def finnish(date: str, sign: str, serial: str = '908') -> str:
    """A code with its check character; 900-999 are never given to anybody."""
    return f'{date}{sign}{serial}' + '0123456789ABCDEFHJKLMNPRSTUVWXY'[int(date + serial) % 31]


def iban(land: str, account: str) -> str:
    """An account number of a country with its check digits, ISO 13616."""
    number = ''.join(str(int(sign, 36)) for sign in f'{account}{land}00')
    return f'{land}{98 - int(number) % 97:02d}{account}'


def seen(
    text: str, names: tuple[str, ...] = EVERY, lang: str = 'en', where: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    return [(found.name, text[found.start : found.end]) for found in find(text, names, lang, where)]


BORN, SOMEWHERE = norwegian('150186'), norwegian('550186')
TEN = luhn('880320999')
HYPHENED = f'{TEN[:6]}-{TEN[6:]}'
COORDINATION = f'880380-{luhn("880380999")[6:]}'
SMALL = finnish('131004', 'A').lower()
GERMAN, FINNISH = iban('DE', '370400440532013000'), iban('FI', '12345600000785').lower()
NB, SV, FI = 'nb', 'sv', 'fi'
KEY = 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5'

NUMBERS = {
    'Norwegian, in one piece': (NB, f'Fnr: {BORN}.', [('fodselsnummer', BORN)]),
    'Norwegian, in two': (NB, f'{BORN[:6]} {BORN[6:]}', [('fodselsnummer', f'{BORN[:6]} {BORN[6:]}')]),
    'Norwegian, date with dots': (NB, f'15.01.86 {BORN[6:]}', [('fodselsnummer', f'15.01.86 {BORN[6:]}')]),
    'D-number': (NB, f'nr {SOMEWHERE},', [('fodselsnummer', SOMEWHERE)]),
    'made up, month + 80': (NB, norwegian('158186'), [('fodselsnummer', norwegian('158186'))]),
    'made up, month + 65': (NB, norwegian('156686'), [('fodselsnummer', norwegian('156686'))]),
    'made up, month + 40': (NB, norwegian('154186'), [('fodselsnummer', norwegian('154186'))]),
    'Swedish with a hyphen': (NB, f'{TEN[:6]}-{TEN[6:]}', [('personnummer', f'{TEN[:6]}-{TEN[6:]}')]),
    'Swedish over a hundred': (SV, f'{TEN[:6]}+{TEN[6:]}', [('personnummer', f'{TEN[:6]}+{TEN[6:]}')]),
    'Swedish, ten digits': (SV, TEN, [('personnummer', TEN)]),
    'Swedish, twelve digits': (SV, f'19{TEN}', [('personnummer', f'19{TEN}')]),
    'Swedish, twelve with a hyphen': (SV, f'19{HYPHENED}', [('personnummer', f'19{HYPHENED}')]),
    'samordningsnummer': (SV, COORDINATION, [('personnummer', COORDINATION)]),
    'Swedish, named in another language': ('en', f'personal id {TEN}', [('personnummer', TEN)]),
    'Finnish': (FI, finnish('131052', '-'), [('hetu', finnish('131052', '-'))]),
    'Finnish, small letters': (FI, SMALL, [('hetu', SMALL)]),
    'Danish, hyphened': ('en', '211062-9999', [('cpr', '211062-9999')]),
    'Danish, named': ('en', 'CPR-nr. 2110629999', [('cpr', '2110629999')]),
    'IBAN in groups': (NB, 'til NO93 8601 1117 947 nå', [('iban', 'NO93 8601 1117 947')]),
    'IBAN in one piece': ('en', f'{GERMAN}.', [('iban', GERMAN)]),
    'IBAN in small letters': (FI, FINNISH, [('iban', FINNISH)]),
    'card with its year': ('en', 'pay 4111 1111 1111 1111 12/27', [('card', '4111 1111 1111 1111')]),
    'card with its code': ('en', 'pay 4111 1111 1111 1111 123', [('card', '4111 1111 1111 1111')]),
    'card of fifteen digits': ('en', '3782 822463 10005', [('card', '3782 822463 10005')]),
    'card in one piece': ('en', f'({luhn("222300304840001")})', [('card', luhn('222300304840001'))]),
}  # fmt: skip


@pytest.mark.parametrize(('lang', 'text', 'expected'), NUMBERS.values(), ids=NUMBERS)
def test_numbers_with_check_digits(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text, lang=lang) == expected


@pytest.mark.parametrize('sign', '+-YXWVUABCDEF')
def test_every_century_sign_of_a_hetu(sign: str) -> None:
    assert seen(finnish('010120', sign), lang=FI) == [('hetu', finnish('010120', sign))]


PHONES = {
    'Norwegian mobile': (NB, 'Ring 912 34 567!', ['912 34 567']),
    'Norwegian in pairs': (NB, 'tlf. 91 23 45 67, eller 22 33 44 55.', ['91 23 45 67', '22 33 44 55']),
    'Norwegian in one piece': (NB, '41234567', ['41234567']),
    'Norwegian with a no-break space': (NB, '912\u00a034\u00a0567', ['912\u00a034\u00a0567']),
    'Norwegian with its country, then an hour': (NB, '+47 912 34 567 10.00', ['+47 912 34 567']),
    'Swedish mobile': (SV, '070-174 06 05', ['070-174 06 05']),
    'Swedish in one piece is no date of birth': (SV, '0701740605', ['0701740605']),
    'Swedish fixed': (SV, 'på 08-465 004 01.', ['08-465 004 01']),
    'Swedish with country and (0)': ('en', '+46 (0)70-174 06 05', ['+46 (0)70-174 06 05']),
    'Finnish mobile': (FI, '040 123 4567', ['040 123 4567']),
    'Finnish fixed': (FI, '(09) 123 4567', ['(09) 123 4567']),
    'British with its country': ('en', 'Call +44 20 7946 0958', ['+44 20 7946 0958']),
    'country code with 00': ('en', '0047 912 34 567', ['0047 912 34 567']),
    'a country code and a number of no known kind': ('en', '+47 12 34 56 78', ['+47 12 34 56 78']),
    'free, shared and company numbers': (NB, '800 12 345, 815 00 000, +47 800 12 345', []),
    'Swedish free and shared': (SV, '020-12 34 56, 0771-12 34 56', []),
    'Finnish free, company and premium': (FI, '0800 123 456, 020 123 4567, 010 300 1234, 0600 123 456', []),
    'national form of a country not asked for': ('en', '912 34 567, 070-174 06 05, 202-555-0123', []),
}


@pytest.mark.parametrize(('lang', 'text', 'expected'), PHONES.values(), ids=PHONES)
def test_phones(lang: str, text: str, expected: list[str]) -> None:
    assert seen(text, lang=lang) == [('phone', number) for number in expected]


@pytest.mark.parametrize(('where', 'text'), [
    ('US', '(202) 555-0123'), ('US', '202-555-0123'), ('GB', '020 7946 0958'), ('DK', '32 12 34 56'),
    ('SE', '070-174 06 05'),
])  # fmt: skip
def test_a_jurisdiction_adds_its_national_form(where: str, text: str) -> None:
    assert seen(text, lang='en', where=(where,)) == [('phone', text)]
    assert seen(text, lang='en') == []


NEAR_MISSES = {
    'years': '2024-2026, 2024–2026, 1999/2000, 2019 2020',
    'dates': '31.12.2024, 2024-11-21, 20241121, 01-12-2024, 08-12 2024, 12/31/2024, 01.12.24',
    'hours': 'kl. 08.00-16.00, 08:00–16:00, 07-23',
    'sums': '10 000 000 kr, 45 000 000, kr 41234567, 41234567 kroner, 45000000 €, € 45000000, 1.234.567,00',
    'amounts': '41234567 kWh, 91234567 %',
    'order numbers': 'ordrenr 41234567, Ordrenummer: 91234567, order no. 0701740605, #41234567, '
        'tilausnumero 0401234567',
    'cases and bills': 'sak 41234567, faktura 91234567, viite 0401234567, KID: 41234567',
    'organisations': 'org.nr 912 345 678, 556012-5790, 212000-0142, y-tunnus 1234567-8, NO 912 345 678 MVA',
    'Norwegian account': '1234.56.78903',
    'lottery': '04 21 23 34 45 46 og 22 33 44 55 66',
    'version and address': '10.0.22.33, v2.22.33.44, 192.168.100.200, 22.33.44.55',
    'wrong check digits': f'{BORN[:-1]}{(int(BORN[-1]) + 1) % 10} {HYPHENED[:-1]}{(int(TEN[9]) + 1) % 10}',
    'wrong check of account and card': 'NO94 8601 1117 947, 4111 1111 1111 1112, 0000 0000 0000 0000',
    'date that is none': f'{norwegian("320186")} {luhn("881320999")} 311162-999 320162-9998',
    'Danish, bare': '2110629999',
    'time stamp': '202411211230, 20241121123045',
    'part of a longer number': f'1{BORN} {BORN}1 A{BORN}',
    'numbers in links': 'https://example.com/status/4111111111111111 www.example.no/41234567',
    'role addresses': 'info@example.no, post@example.no, Support@example.com, kundeservice@example.no, '
        'asiakaspalvelu@example.fi',
    'role with more': 'post.oslo@example.no, no-reply@example.com, support+no@example.com, '
        'firstname.lastname@example.com',
    'handles and files': '@kari@mastodon.social, @kari, logo@2x.png, kari@localhost, a @ b.no',
    'advice on passwords': 'Password: change it often. Passord: glemt? Lösenord: ****** salasana: <oma>, '
        'password is important',
    'keys that are none': 'sk-learn-is-a-library-for-learning, AKIA, sk-fading-circle-with-a-long-name, '
        'ghp_short, token: yes',
}  # fmt: skip


@pytest.mark.parametrize('lang', ['en', NB, SV, FI])
@pytest.mark.parametrize('text', NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_near_misses(text: str, lang: str) -> None:
    assert seen(text, lang=lang) == []


@pytest.mark.parametrize(('text', 'expected'), [
    ('Write to kari.nordmann@example.no.', ['kari.nordmann@example.no']),
    ('<mailto:åse@blåbær.example>', ['åse@blåbær.example']),
    ("o'brien+news@example.co.uk, k_n@example.fi", ["o'brien+news@example.co.uk", 'k_n@example.fi']),
    ('hr.larsen@example.no', ['hr.larsen@example.no']),
    ('https://example.no/?to=kari@example.no', ['kari@example.no']),
])  # fmt: skip
def test_mail_of_a_person(text: str, expected: list[str]) -> None:
    assert seen(text) == [('email', address) for address in expected]


SECRETS = {
    'Amazon': ('AKIA' + 'ABCDEFGH12345678', None),
    'GitHub': ('ghp_' + KEY, None),
    'GitHub, fine-grained': ('github_pat_' + KEY, None),
    'GitLab': ('glpat-' + KEY[:20], None),
    'Slack': ('xoxb-' + '123456789012-abcdef', None),
    'Stripe': ('sk_live_' + KEY[:24], None),
    'Google': ('AIza' + KEY[:35], None),
    'OpenAI': ('sk-proj-' + KEY, None),
    'Anthropic': ('sk-ant-api03-' + KEY, None),
    'token of the web': ('eyJ' + 'hbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl', None),
    'private key': ('-----BEGIN RSA ' + 'PRIVATE KEY-----', None),
    'name and password in an address': ('postgres://app:Hemmelig9@db.example.no/x', 'app:Hemmelig9@'),
    'password': ('password: Hunter22!', 'Hunter22!'),
    'password in code': ('"password": "tr0ub4dor",', 'tr0ub4dor'),
    'plain word behind a sign of equality': ('pwd=sommersol', 'sommersol'),
    'Norwegian': ('Passordet er Sommer2024.', 'Sommer2024'),
    'Swedish': ('Lösenord: Vinter-2024', 'Vinter-2024'),
    'Finnish': ('salasana: Kesä2024', 'Kesä2024'),
    'digits only': ('passord: 48151623', '48151623'),
    'api key': ('API key: ' + KEY, KEY),
}


@pytest.mark.parametrize(('text', 'secret'), SECRETS.values(), ids=SECRETS)
def test_secrets(text: str, secret: str | None) -> None:
    assert seen(f'See {text}') == [('secret_key', secret or text)]


def test_numbers_of_test_registers_count_in_norwegian_only() -> None:
    assert (seen(norwegian('156686'), lang='nb'), seen(norwegian('156686'))) == (
        [('fodselsnummer', norwegian('156686'))],
        [],
    )


def test_the_more_specific_detector_wins_even_when_not_asked_for() -> None:
    text = f'{iban("NO", "86011117947")[:4]} 8601 1117 947, passord: kari@Sommer2024.no, +47 912 34 567'
    assert seen(text, ('phone', 'email'), NB) == [('phone', '+47 912 34 567')]


def test_offsets_are_code_points_in_text_order() -> None:
    text = f'👋 å {BORN} 👋 kari@example.no'
    assert find(text, EVERY, NB) == [('fodselsnummer', 4, 15), ('email', 18, 33)]


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        find('x', ['phones'], 'en')


PIECES = st.sampled_from([
    BORN, TEN, HYPHENED, finnish('131052', '-'), '211062-9999', 'cpr ', 'NO93 8601 1117 947',
    '4111 1111 1111 1111', GERMAN, COORDINATION, '202-555-0123', '912 34 567', '+47 91234567',
    '+46 (0) 70-174 06 05', '070-174 06 05', '(09) 123 4567', '(09) - 123 4567', 'kari@example.no',
    'password: ', 'Sommer2024', 'ghp_' + KEY, 'https://x.no/',
    ' ', '-', '+', '(', ')', '.', ',', '\n', '1', '47', '0', 'kr', 'ordrenr ', 'å', '👋',
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text('0123456789 -+.()aå@:', max_size=12), max_size=12).map(''.join) | st.text()


@given(
    TEXTS,
    st.sets(st.sampled_from(EVERY)),
    st.sampled_from(['en', NB, SV, FI]),
    st.sampled_from([(), ('SE', 'US'), ('GB',)]),
)
def test_might_find_never_denies_what_is_found(
    text: str, names: set[str], lang: str, where: tuple[str, ...]
) -> None:
    found = find(text, names, lang, where)
    assert might_find(text, names) >= bool(found)
    assert might_find(text, names, lang, where) >= bool(found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize('text', [
    'A post about nothing, from 2024, for 1 200 kr, see post@example.no and @kari #hello 🎉',
    NEAR_MISSES['order numbers'], NEAR_MISSES['handles and files'], NEAR_MISSES['sums'],
])  # fmt: skip
def test_might_find_is_tight_on_ordinary_posts(text: str) -> None:
    assert not might_find(text, EVERY)


def test_iban_lengths_are_those_of_python_stdnum() -> None:
    known = {}
    for line in (resources.files('stdnum') / 'iban.dat').read_text().splitlines():
        if 'bban="' in line:
            fields = line.partition('bban="')[2].partition('"')[0]
            known[line[:2]] = 4 + sum(
                int(part.rstrip('nac').rstrip('!').split(',')[0]) for part in _fields(fields)
            )
    assert known == IBAN_LENGTHS


def _fields(structure: str) -> list[str]:
    """'4!n11!c' as its parts."""
    spaced = ''.join(f'{sign} ' if sign in 'nac' else sign for sign in structure)
    return spaced.split()


HOSTILE = {
    'digits': '1',
    'fours': '4',
    'spaced digits': '4 1 ',
    'groups': '4111 1111 ',
    'pairs': '22 33 ',
    'zeros': '0-1',
    'signs': '@',
    'chains of addresses': 'a@a.',
    'dots': '.',
    'accounts': 'NO93 8601 ',
    'words for passwords': 'password ',
    'tokens of the web': 'eyJ',
    'countries': '+47 ',
    'dates': '010101-',
    'links': 'https://',
    'letters': 'å',
}


@pytest.mark.parametrize('piece', HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear_in_the_text(piece: str) -> None:
    text = (piece * 60_000)[:60_000]
    start = time.process_time()
    might_find(text, EVERY)
    find(text, EVERY, NB, ('SE', 'FI', 'GB', 'US'))
    # 25 us a character: a hundred times what plain text takes, far below anything quadratic
    assert time.process_time() - start < 1.5


def test_looking_imports_the_standard_library_only() -> None:
    code = (
        'import sys; from policycheck.kinds.detect import DETECTORS, might_find; '
        f'might_find({BORN!r} + " kari@example.no +47 912 34 567 NO93 8601 1117 947", DETECTORS); '
        'print(sorted({"stdnum", "phonenumbers", "dataclasses", "inspect", "pathlib"} & set(sys.modules)))'
    )
    done = subprocess.run([sys.executable, '-S', '-c', code], capture_output=True, text=True, check=True)
    assert done.stdout == '[]\n'


def test_detectors_are_those_of_the_rule_key() -> None:
    assert set(detect.DETECTORS) == {
        'email', 'phone', 'iban', 'fodselsnummer', 'personnummer', 'hetu', 'cpr', 'card', 'secret_key',
    }  # fmt: skip
