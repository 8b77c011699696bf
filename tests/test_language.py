"""Languages are told apart, and drafts that cannot be told apart are screened rather than lost."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policycheck.language import _MOST_LETTERS, _MOST_WORDS, Routed, Router
from policycheck.language_tables import _STEPS, LANES, OTHERS, WORD, build_table

ROOT = Path(__file__).parent.parent
WORDS = yaml.load((ROOT / 'rules/function-words.yaml').read_text('utf-8'), Loader=yaml.BaseLoader)


@pytest.fixture(scope='module')
def table() -> bytes:
    return build_table(WORDS)


@pytest.fixture(scope='module')
def router(table: bytes) -> Router:
    return Router(table)


@pytest.mark.parametrize(
    ('lang', 'note', 'text'),
    [
        ('en', None, 'We are hiring for our new office in Leeds.'),
        ('en', None, 'Never seen a canteen queue this long on a Monday'),
        ('nb', None, 'Vi søker nye kolleger til kontoret vårt i Ålesund.'),
        ('nb', None, 'Sjefen min vet ikke hva han holder på med'),
        # no æ, ø or å, and each word but one is Danish too
        ('nb', None, 'Det var en lang dag, men vi kom hjem til slutt etter mye bråk.'),
        ('nb', 'nynorsk', 'Me søkjer nye kollegaer til kontoret vårt i Førde.'),
        ('nb', 'nynorsk', 'Eg veit ikkje kva leiinga tenkjer på'),
        ('nb', None, 'æ e så lei av å vær på jobb, det går itj an'),
        ('sv', None, 'Vi söker nya kollegor till vårt kontor i Umeå.'),
        ('sv', None, 'asså ja orkar inte mer, chefen e helt borta'),
        # Finland Swedish
        ('sv', None, 'Hej, vi håller öppet i Borgå på lördag och det bjuds på kaffe'),
        ('fi', None, 'Etsimme uusia työkavereita Oulun toimistoomme.'),
        # as it is spoken
        ('fi', None, 'mä oon niin väsyny tähän, ei jaksa enää'),
    ],
)
def test_text_in_our_languages_is_screened_in_its_own(
    router: Router, lang: str, note: str | None, text: str
) -> None:
    assert router.route(text) == Routed(lang, None, True, note, True)


@pytest.mark.parametrize(
    ('lang', 'text'),
    [
        ('da', 'Vi søger nye kolleger til vores kontor i Aarhus.'),
        ('da', 'Min chef aner ikke, hvad der foregår, og nogen burde sige det til ham'),
        ('de', 'Mein Chef hat keine Ahnung, was hier los ist!'),
        ('nl', "Wij zijn op zoek naar nieuwe collega's voor ons team."),
        ('et', 'Mul on täna väga palju tööd ja ülemus ei saa sellest aru.'),
        ('fr', 'Nous recrutons des développeurs à Lyon, rejoignez notre équipe !'),
        ('es', 'Mi jefe no entiende nada de lo que hacemos aquí'),
        ('it', 'Cerchiamo nuovi colleghi per il nostro ufficio di Milano.'),
        ('pt', 'Procuramos novos colegas para o nosso escritório em Lisboa.'),
        ('pl', 'Szukamy nowych pracowników do naszego biura w Krakowie.'),
        ('lt', 'Ieškome naujų darbuotojų mūsų biure Vilniuje.'),
        ('ro', 'Căutăm colegi noi pentru biroul nostru din București.'),
        ('so', 'Waxaan raadineynaa shaqaale cusub xafiiska Muqdisho.'),
        ('tr', 'İstanbul ofisimiz için yeni çalışma arkadaşları arıyoruz.'),
        # letters alone show that it is none of the languages known here
        ('und', 'Yfirmaður minn skilur ekkert í því sem við gerum hér.'),
        ('und', 'Мы ищем новых сотрудников в наш офис.'),
        ('und', 'نبحث عن زملاء جدد'),
        ('und', 'OK 我们正在招聘新同事'),
    ],
)
def test_text_in_other_languages_is_not_screened(router: Router, lang: str, text: str) -> None:
    assert router.route(text) == Routed(lang, None, True, None, False)
    assert router.route(text, ('nb', 'en')).screened is False


@pytest.mark.parametrize(
    'text', ['', '   ', '👍', '🎉🎉 100 %', '!!!', '#fredag', '@nordvik https://example.org/a-b', 'π']
)
@pytest.mark.parametrize(
    ('expected', 'lang'),
    [((), 'en'), (('fi', 'sv'), 'fi'), (('nn',), 'nb'), (('de',), 'en'), (('da', 'sv'), 'sv')],
)
def test_text_without_letters_is_screened_as_the_first_expected_language(
    router: Router, text: str, expected: tuple[str, ...], lang: str
) -> None:
    assert router.route(text, expected) == Routed(lang, None, False, None, True)


@pytest.mark.parametrize(
    ('text', 'langs'),
    [
        ('OK!', {'en', 'nb', 'sv', 'fi'}),
        ('Fredagspils på kontoret', {'nb'}),
        ('Kaffe?', {'nb', 'sv'}),
        ('Takk for i dag', {'nb'}),
        ('Tack för idag', {'sv'}),
        ('Kiitos tästä', {'fi'}),
        ('Så er der kage!', {'nb'}),
    ],
)
def test_short_text_is_always_screened(router: Router, text: str, langs: set[str]) -> None:
    routed = router.route(text)
    assert routed.screened
    assert {routed.lang, routed.also} & langs


def test_an_expected_language_tips_the_scale_where_words_do_not(router: Router) -> None:
    assert [router.route('Kaffe?', (code,)).lang for code in ('sv', 'nb', 'nn')] == ['sv', 'nb', 'nb']
    assert router.route('Vi söker nya kollegor till vårt kontor', ('fi', 'nb')).lang == 'sv'


def test_a_text_in_two_languages_is_screened_in_both(router: Router) -> None:
    text = (
        'Vi er stolte av å være en del av dette, og vi gleder oss til å se dere alle sammen på mandag. '
        'We are proud to be a part of this, and we look forward to seeing you all there on Monday.'
    )
    routed = router.route(text)
    assert {routed.lang, routed.also} == {'nb', 'en'}


def test_addresses_mentions_and_hashtags_are_no_evidence(router: Router) -> None:
    text = 'Jeg vet ikke hva dette er https://this.is.what.they/have/and-you-will-like #thatwouldbe @whowhatwhere'
    assert router.route(text).lang == 'nb'


@pytest.mark.parametrize(
    'text',
    [
        'a' * 10_000_000,
        'å' * 10_000_000,
        'ab@' * 1_000_000,
        '@' * 1_000_000,
        'http://' * 500_000,
        '.-+' * 1_000_000 + '@',
        ('x' * 10_000 + ' ') * 100,
        'аb' * 1_000_000,
        'İ' * 1_000_000,
        '\u0301' * 1_000_000,
        '\ud800' * 1_000_000,
        'the ' * 1_000_000,
    ],
    ids=['one letter', 'one letter, not ASCII', 'addresses', 'at signs', 'schemes', 'punctuation', 'long words',
         'two scripts', 'grows in lower case', 'accents', 'surrogates', 'one word'],
)  # fmt: skip
def test_hostile_text_takes_no_longer_than_a_long_post(router: Router, text: str) -> None:
    begun = time.process_time()
    router.route(text)
    assert time.process_time() - begun < 0.1


@given(
    st.text(max_size=400) | st.text('abcdeæøåäö @#:/.\n', max_size=400),
    st.lists(st.sampled_from(['en', 'nb', 'nn', 'no', 'sv', 'fi', 'da', '', 'x']), max_size=4).map(tuple),
)
def test_any_text_gets_valid_fields(router: Router, text: str, expected: tuple[str, ...]) -> None:
    routed = router.route(text, expected)
    ours = {'en', 'nb', 'sv', 'fi'}
    if routed.screened:
        assert routed.lang in ours
        assert routed.also is None or routed.also in ours - {routed.lang}
        assert routed.note is None or (routed.note, routed.lang) == ('nynorsk', 'nb')
    else:
        assert routed.lang in {*OTHERS, 'und'}
        assert (routed.also, routed.note) == (None, None)
    assert router.route(text, expected) == routed


def test_the_most_words_and_letters_do_not_run_over_a_lane(router: Router) -> None:
    # were it to, the sum of one language would spill into the next
    assert router.route('the ' * 700) == Routed('en', None, True, None, True)
    assert router.route('zyxwą ' * 400).lang == 'pl'
    assert _STEPS * 3 * _MOST_LETTERS < 2**16 > WORD * _MOST_WORDS


def test_the_same_words_make_the_same_bytes(table: bytes) -> None:
    shuffled = {code: ' '.join(reversed(words.split())) for code, words in reversed(WORDS.items())}
    assert build_table(shuffled) == table


def test_a_memoryview_serves_as_well_as_bytes(table: bytes, router: Router) -> None:
    inside = memoryview(b'xx' + table + b'yy')[2:-2]
    text = 'Fredagspils på kontoret'
    assert Router(inside).route(text) == router.route(text)


def test_words_of_a_language_without_a_lane_are_refused() -> None:
    with pytest.raises(ValueError, match="no lane for the function words of 'xx'"):
        build_table({'xx': 'foo bar'})


@pytest.mark.parametrize('broken', [b'', b'PCL2', b'PCL3' + bytes(20), b'PCL2' + b'\xff' * 40])
def test_bytes_that_are_no_table_are_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match='language table'):
        Router(broken)


def test_every_lane_of_words_has_words() -> None:
    assert {*WORDS} == {*LANES} - {'no'}


def test_the_router_needs_nothing_but_the_standard_library() -> None:
    code = (
        'import sys; import policycheck.language; '
        'print(*sorted({"yaml", "langdetect", "dataclasses", "inspect", "pathlib", "spacy"} & set(sys.modules)))'
    )
    run = subprocess.run(
        [sys.executable, '-S', '-c', code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ''
