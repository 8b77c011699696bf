"""Words and signs: one spelling for what looks alike, tokens that lose nothing, places that lead back."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.text import (
    EMAIL,
    EMOJI,
    END,
    HASHTAG,
    MENTION,
    NUMBER,
    SIGN,
    URL,
    WORD,
    normalise,
    plain_tokens,
    plain_words,
    tokenise,
)

KINDS = {
    'url': URL, 'email': EMAIL, 'word': WORD, 'number': NUMBER, 'tag': HASHTAG, 'mention': MENTION, 'emoji': EMOJI,
    'end': END, 'sign': SIGN,
}  # fmt: skip
NAMES = {kind: name for name, kind in KINDS.items()}


def told(text: str) -> str:
    """The tokens of a text as 'word/kind', words of kind word bare."""
    tokens = tokenise(text)
    return ' '.join(
        word if kind == WORD else f'{word}/{NAMES[kind]}' for word, kind in zip(tokens.words, tokens.kinds)
    )


@pytest.mark.parametrize(
    ('text', 'tokens'),
    [
        # contractions
        ("I don't", "i do n't"),
        ("We're sure it's Anna's, they'd say", "we 're sure it 's anna 's ,/sign they 'd say"),
        ("can't won't", "ca n't wo n't"),
        ("rock'n'roll o'clock", "rock'n'roll o'clock"),
        ("the boss' desk", "the boss '/sign desk"),
        # hyphens and compounds
        ('so-called well-being', 'so -/sign called well -/sign being'),
        ('e-post og AI-sjef', 'e -/sign post og ai -/sign sjef'),
        # masked words
        ('f*** this', 'f*** this'),
        ('what the f**k', 'what the f**k'),
        ('sh*t and b#llshit', 'sh*t and b*llshit'),
        ('2*3', '2/number */sign 3/number'),
        ('C# and F#', 'c #/sign and f #/sign'),
        # emoji: joined ones, skin tones, flags, keycaps, hearts with and without their variation sign
        ('👩‍💻👍🏽', '👩‍💻/emoji 👍/emoji'),
        ('👨‍👩‍👧‍👦!', '👨‍👩‍👧‍👦/emoji !/end'),
        ('🇳🇴🇸🇪', '🇳🇴/emoji 🇸🇪/emoji'),
        ('❤️ ❤', '❤/emoji ❤/emoji'),
        # addresses
        ('see https://acme.example/a?b=1.', 'see https://acme.example/a?b=1/url ./end'),
        ('(www.acme.no)', '(/sign www.acme.no/url )/sign'),
        ('acme.no og acme.no/jobb', 'acme.no/url og acme.no/jobb/url'),
        ('mail anna.berg@acme.example!', 'mail anna.berg@acme.example/email !/end'),
        ('done.Now', 'done ./end now'),
        # mentions and hashtags
        ('@acme_energy: hei', '@acme_energy/mention :/sign hei'),
        ('@a@mastodon.example', '@a@mastodon.example/mention'),
        ('#MeToo #grønn', 'metoo/tag grønn/tag'),
        ('# 1', '#/sign 1/number'),
        # numbers
        ('12 500,50 kr', '12/number 500,50/number kr'),
        ('kl. 10:30', 'kl ./end 10:30/number'),
        ('20%, 3.', '20/number %/sign ,/sign 3/number ./end'),
        ('80-tallet', '80/number -/sign tallet'),
        # letters of the four languages, capitals
        ('Ålesund ÆØÅ sjökö', 'ålesund æøå sjökö'),
        # ends
        ('Wait... what?!', 'wait .../end what ?!/end'),
        ('ja… nei', 'ja …/end nei'),
        ('«Nei»', '«/sign nei »/sign'),
        ('', ''),
        (' \n\t ', ''),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    assert told(text) == tokens


@pytest.mark.parametrize(
    ('given_text', 'expected'),
    [
        ('don’t', "don't"),
        ('don‘t don`t don´t donʼt', "don't don't don't don't"),
        ('a\u00a0b\u202fc\u2009d', 'a b c d'),
        ('sa\u00adlg\u200bs\u2060tart\ufeff', 'salgstart'),
        ('se\u200dlg', 'selg'),
        ('👩\u200d💻 👩🏽\u200d💻 ❤️\u200d🔥', '👩\u200d💻 👩🏽\u200d💻 ❤️\u200d🔥'),
        ('\u200da\u00ad\u200db t\u0308\u200dc', 'ab ẗc'),
        # a joiner stays behind what is an emoji in the normal text too
        ('´\u200d Ⓐ\u200db', "' Ab"),
        ('Bla\u030abær ko\u0308', 'Blåbær kö'),
        ('𝐁𝐔𝐘 𝘯𝘰𝘸 𝓷𝓸𝔀', 'BUY now now'),
        ('ｂｕｙ ｎｏｗ！', 'buy now!'),
        ('Ⓑⓤⓨ 🅑🅤🅨 🅱🆄🆈 🄱🅄🅈', 'Buy BUY BUY BUY'),
        ('\u202eabc\u202c \u2067שלום\u2069', 'abc שלום'),
        # a fancy letter with an accent of its own, a hidden sign between a letter and its ring
        ('𝐚\u030a', 'å'),
        ('a\u00ad\u030a', 'å'),
        # the ångström sign is an Å
        ('\u212bngström', 'Ångström'),
        # a letter that has no composed form keeps its accent
        ('q\u0308', 'q\u0308'),
        ('plain', 'plain'),
        ('', ''),
    ],
)
def test_one_spelling_for_what_looks_alike(given_text: str, expected: str) -> None:
    assert normalise(given_text).text == expected


@pytest.mark.parametrize(
    ('written', 'word'),
    [
        ('I like sa\u00adlg a lot', 'salg'),
        ('ring: bla\u030abær.', 'blåbær'),
        ('𝐁𝐔𝐘 it', 'BUY'),
        ('we don’t', "don't"),
        ('\u200bstart', 'start'),
    ],
)
def test_places_lead_back_to_the_letters_as_written(written: str, word: str) -> None:
    normal = normalise(written)
    start = normal.text.index(word)
    begin, end = normal.span(start, start + len(word))
    assert normalise(written[begin:end]).text == word
    assert not written[begin - 1 : begin].isalpha()
    assert not written[end : end + 1].isalpha()


PIECES = (
    "don't", 'f***', 's**t', 'so-called', '#tag', '@who', 'a@b.example', 'https://x.example/?q=1', 'www.no',
    '👩\u200d💻', '👍🏽', '🇳🇴', '❤️', '1️⃣', '…', '...', '?!', '.', '12 500', '10:30', 'x' * 300,
    'bla\u030abær', 'q\u0308', '\u0308', '\u200b', '\u00ad', '\u200d', '\u202e', '\u00a0', '\u212b',
    'שלום', 'مرحبا', '𝐁𝐔𝐘', 'ｂｕｙ', 'İ', 'ß', 'ﬁ', '\r\n', '\t', ' ', '\x00', '\x1f', "'", '"', '*', '_', '\\',
)  # fmt: skip
POSTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map(''.join)


@settings(max_examples=150, deadline=None)
@given(POSTS)
def test_tokens_are_in_order_and_cover_everything_but_space(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.words) == len(tokens.kinds)
    at = 0
    for start, end in zip(tokens.starts, tokens.ends):
        assert at <= start < end <= len(text)
        assert text[at:start].strip() == ''
        at = end
    assert text[at:].strip() == ''


PLAIN_PIECES = st.sampled_from((
    "don't", "dogs'", "'s", "'", "o'clock", "I'LL", 'ÅRE', 'blåbær', '4x4', '1.5', '12:30', '7', 'x.y', 'no.', '...',
    '?!', '!', ',', ' ', '\n', '\t', '-', '\u2013', '"', '(', ')', '%', '€', '/', '«', '»', '•', '…', 'a',
))  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PLAIN_PIECES, max_size=14).map(''.join) | POSTS.map(lambda text: normalise(text).text))
def test_plain_words_are_those_of_the_tokens(text: str) -> None:
    words = plain_words(text)
    tokens = tokenise(text)
    assert words in (None, tokens.words)
    assert words is None or {WORD, NUMBER, END, SIGN}.issuperset(tokens.kinds)
    assert words is None or plain_tokens(text) == tokens


@settings(max_examples=150, deadline=None)
@given(POSTS)
def test_places_are_monotone_and_every_character_comes_from_its_own(text: str) -> None:
    normal = normalise(text)
    assert normalise(text).text == normal.text
    before = 0
    for i in range(len(normal.text)):
        start, end = normal.span(i, i + 1)
        assert 0 <= start < end <= len(text)
        assert start >= before
        before = start
        assert normalise(text[start:end]).text.startswith(normal.text[i]) or normal.text[
            i
        ] in unicodedata.normalize('NFKC', text[start:end])
    assert normal.span(0, len(normal.text))[1] <= len(text)


@settings(max_examples=150, deadline=None)
@given(POSTS)
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@pytest.mark.parametrize(
    'piece',
    [
        'a', '*', "'", '.', 'a.', '@', '#', 'a@', 'www.', '\u0308', 'a\u0308', '\u200d', '👩\u200d', '🇳', 'f*', '1,',
        '-', '\u00ad', '\n', 'https://', 'é', 'aaa.aaa.', '0:', 'x.com/',
    ],
    ids=ascii,
)  # fmt: skip
def test_a_long_run_of_anything_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        tokenise(normalise(text).text)
        return time.process_time() - begin

    # a quadratic step would take tens of seconds here; linear ones take a fraction of one on any machine
    assert seconds(100_000) < 1
