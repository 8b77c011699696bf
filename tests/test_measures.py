"""Every measure on tables of posts; limits.might_exceed held against the measures themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.counts import channels
from policycheck.counts.glance import Glance
from policycheck.counts.limits import might_exceed
from policycheck.counts.measures import MEASURES
from policycheck.errors import InputError
from policycheck.text import normalise

FILE = Path(__file__).parents[1] / 'rules' / 'channels.yaml'
CHANNELS = channels.read(FILE.read_text(encoding='utf-8'), 'channels.yaml')
FAMILY = '\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466'
DECOMPOSED = 'bla\u030aba\u0308rsylteto\u0308y'


def measured(name, text, at_most=None, channel='other', **fields):
    return MEASURES[name](text, CHANNELS[channel]._replace(**fields), at_most)


@pytest.mark.parametrize(
    ('channel', 'text', 'expected'),
    [
        ('x', '', 0),
        ('x', 'Takk for i dag', 14),
        ('x', 'blåbær', 6),
        # NFC first: letter and ring are one
        ('x', 'bla\u030aba\u0308r', 6),
        ('x', '日本語', 6),
        ('x', '한국어', 6),
        ('x', '\u1112\u1161\u11ab', 2),
        ('x', 'Привет', 6),
        ('x', '– “a” …', 8),
        ('x', '👋', 2),
        ('x', '👋🏽', 2),
        ('x', FAMILY, 2),
        ('x', '🇳🇴🇸🇪🇫🇮', 6),
        ('x', '1️⃣ og #️⃣', 8),
        ('x', '❤️', 2),
        ('x', '©️', 2),
        ('x', '©', 1),
        ('x', '🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f', 2),
        ('x', 'Les https://example.com/' + 'a' * 200 + ' nå', 30),
        ('x', 'Les https://a.no.', 28),
        ('x', '(https://example.com/x_(y))', 25),
        ('x', 'example.com og example.no/vakt', 23 + 4 + 23),
        ('x', 'https://example.com/👋', 23),
        ('mastodon', 'Hei @kari@example.social!', 10),
        ('mastodon', 'Hei @kari!', 10),
        ('mastodon', 'https://example.com/' + 'a' * 200, 23),
        # without http it is text there
        ('mastodon', 'example.com', 11),
        ('mastodon', 'https://example.com/@kari@example.social', 23),
        ('mastodon', FAMILY, 1),
        ('bluesky', FAMILY + '🇳🇴👋🏽1️⃣', 4),
        ('bluesky', 'bla\u030a', 3),
        ('bluesky', 'https://example.com', 19),
        ('bluesky', 'a\r\nb', 3),
        ('linkedin', FAMILY, 7),
    ],
)
def test_length(channel, text, expected):
    assert measured('length', text, channel=channel).value == expected


@pytest.mark.parametrize(
    ('channel', 'text', 'at_most', 'spans'),
    [
        ('x', 'abcdef', 4, [(4, 6)]),
        ('x', 'abcdef', 6, []),
        ('x', '日本語', 4, [(2, 3)]),
        # an emoji that does not fit is beyond as a whole
        ('x', 'abc' + FAMILY, 4, [(3, 10)]),
        # places are those of the text as given, not of its NFC form
        ('x', 'a\u030aa\u030ab', 2, [(4, 5)]),
        ('bluesky', 'ab' + FAMILY + 'c', 3, [(9, 10)]),
        ('mastodon', 'a https://example.com/abcdefghijklmnop', 10, [(2, 38)]),
        ('linkedin', 'x' * 3001, None, [(3000, 3001)]),
        ('other', 'x' * 3001, None, []),
    ],
)
def test_length_points_at_what_is_beyond(channel, text, at_most, spans):
    assert measured('length', text, at_most, channel).spans == spans


def test_names_that_open_a_reply_on_x_are_not_counted():
    assert measured('length', '@kari @ola takk', channel='x', reply=True).value == 4
    assert measured('length', '@kari @ola takk', channel='x').value == 15
    assert measured('length', '@kari takk', 3, channel='x', reply=True).spans == [(9, 10)]


@pytest.mark.parametrize(
    ('text', 'at_most', 'expected'),
    [
        ('blåbær', None, (8, [])),
        ('blåbær', 3, (8, [(2, 6)])),
        ('👋' * 751, None, (3004, [(750, 751)])),
    ],
)
def test_bytes(text, at_most, expected):
    assert measured('bytes', text, at_most, 'bluesky') == expected


@pytest.mark.parametrize(
    ('name', 'text', 'at_most', 'expected'),
    [
        ('hashtags', '#en #to #tre', 2, (3, [(8, 12)])),
        ('hashtags', 'nr. #1, C#, a#b, &#39; #️⃣ # tom', 0, (0, [])),
        ('hashtags', 'https://example.com/#topp #nå', 0, (1, [(26, 29)])),
        ('hashtags', '#bla\u030aba\u0308r', 0, (1, [(0, 9)])),
        ('lowercase_hashtags', '#arbeidslivetidag #ArbeidslivetIDag #jobb', 0, (1, [(0, 17)])),
        ('emoji', FAMILY + ' 👋🏽 🇳🇴 1️⃣ ❤️ ❤ ☺︎ © 5 #', 5, (6, [(21, 22)])),
        ('emoji', '🇳🇴🇸🇪', 1, (2, [(2, 4)])),
        ('emoji', '🧑‍💻👩🏿‍🚒', 0, (2, [(0, 3), (3, 7)])),
        ('emoji', '→ ✓ • ★', 0, (0, [])),
        ('emoji_run', 'Yes 🎉 🎉🎉 no 🎉', 2, (3, [(4, 8)])),
        ('emoji_run', '🎉\n🎉', 1, (1, [])),
        ('caps', 'DO NOT MISS this', 2, (3, [(0, 11)])),
        ('caps', 'The NATO summit', 0, (0, [])),
        ('caps', 'From EU, UN, NATO and WHO', 0, (0, [])),
        ('caps', 'TODAY ONLY: 50 FREE TICKETS', 2, (4, [(0, 27)])),
        ('caps', 'A B C og U.S.A.', 0, (0, [])),
        ('caps', 'KJEMPETILBUD nå', 0, (1, [(0, 12)])),
        ('caps', 'ÅPENT HELE DØGNET', 2, (3, [(0, 17)])),
        ('caps', '#HELLO @NRK HTTPS://EXAMPLE.COM/A/B', 0, (0, [])),
        ('caps', "I DON'T CARE", 2, (3, [(0, 12)])),
        ('exclaims', 'Hei! Kom nå!!!', 2, (4, [(11, 14)])),
        ('exclaim_run', 'Hei! Hva?! Nå!!!', 2, (3, [(13, 16)])),
        ('exclaim_run', 'https://a.no/b!!!c www.a.no!!', 1, (2, [(27, 29)])),
        ('exclaim_run', 'https://a.no/b!!! <https://a.no!!!> x.example/?c=!!!', 1, (0, [])),
        ('exclaim_run', '(https://a.no/b)!! kom.nå!! a.no!!', 1, (2, [(16, 18), (25, 27), (32, 34)])),
        ('exclaims', 'https://a.no/b!!!c, ja!', 0, (1, [(22, 23)])),
        ('sentence_words', 'En to. En to tre fire! En\nto', 3, (4, [(7, 22)])),
        ('sentence_words', 'Det koster 3.50 kr.', 3, (4, [(0, 19)])),
        ('links', 'www.example.no, example.com. post@example.com meg.du', 1, (2, [(16, 27)])),
        ('mentions', '@kari og @ola@example.social, post@example.com', 1, (2, [(9, 28)])),
        ('fancy', 'Ny 𝗷𝗼𝗯𝗯 Ⓗⓔⓘ vanlig', 0, (7, [(3, 7), (8, 11)])),
        ('fancy', 'ᴛɪʟʙᴜᴅ a\u0336b\u0336', 0, (10, [(0, 6), (7, 11)])),
        ('fancy', 'ℹ️ № ½ ™ 5 ℓ, nai\u0308v', 0, (0, [])),
    ],
)
def test_measure(name, text, at_most, expected):
    assert measured(name, text, at_most) == expected


def test_lix_is_words_a_sentence_plus_per_cent_of_long_words():
    # 8 words, 2 sentences, 2 long words
    assert measured('lix', 'Vi bygger broer. Kommunen betaler for dem alle #vei', 20).value == 29.0
    assert measured('lix', '') == (0, [])
    assert MEASURES['lix']('one two. three', CHANNELS['other'], 1, sentences=[(0, 14)]) == (3, [(0, 14)])


def test_known_sentences_take_the_place_of_the_simple_split():
    text = 'Se f.eks. her og der'
    assert MEASURES['sentence_words'](text, CHANNELS['other'], 3, sentences=[(0, 20)]) == (5, [(0, 20)])


def test_the_channels_recommendation_stands_for_a_missing_limit():
    assert measured('hashtags', '#en #to #tre', channel='x').spans == [(8, 12)]


def test_every_channel_has_a_limit_with_a_source():
    for channel in CHANNELS.values():
        if channel.id != 'other':
            assert channel.limit
            assert channel.source.startswith('https://')
        assert channel.checked == '2026-11-21'


@pytest.mark.parametrize(
    ('text', 'message'),
    [
        ('x: {name: X, limt: 3}', "c.yaml:1: unknown key 'limt'"),
        ('x:\n  name: X\n  limit: many', "c.yaml:3: 'limit' must be a whole number"),
        ('x: {name: X}\nx: {name: Y}', "c.yaml:2: 'x' stands here twice"),
        ('x: {limit: 3}', "c.yaml:1: channel 'x' has no name"),
        ('x: [', 'c.yaml:1: not YAML'),
        ('- x', 'c.yaml:1: expected keys and values'),
        ('', 'c.yaml: expected keys and values'),
        ('x: {name: X, unsourced: limit}', "c.yaml:1: 'unsourced' must be a list of keys that hold numbers"),
        ('x: {name: [X]}', "c.yaml:1: 'name' must be a text"),
    ],
)
def test_a_wrong_channel_is_told_at_its_line(text, message):
    with pytest.raises(InputError) as caught:
        channels.read(text, 'c.yaml')
    assert str(caught.value) == message


PIECES = st.sampled_from(
    [
        'a',
        'Å',
        'BUY',
        ' ',
        '\n',
        '.',
        '!',
        '?',
        '#',
        '#tagg',
        '@kari',
        '@kari@ex.social',
        'https://ex.no/a',
        'ex.com',
        '\u0301',
        '\u200d',
        '\ufe0f',
        '🏽',
        '👩',
        '🇳',
        '❤',
        '日',
        '\u1112',
        '\u1161',
        '1',
        '\u20e3',
        '\r',
        '𝗮',
        '\u0600',
        '\u0915',
        '\u094d',
        '\U0001d15e',
        '\ufb2c',
        '\u0903',
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map(''.join))


@settings(max_examples=150, deadline=None)
@given(
    TEXTS,
    st.sampled_from(sorted(MEASURES)),
    st.sampled_from(sorted(CHANNELS)),
    st.integers(0, 40),
    st.booleans(),
)
def test_what_might_not_exceed_does_not(text, name, channel, at_most, reply):
    place = CHANNELS[channel]._replace(reply=reply)
    value, spans = MEASURES[name](text, place, at_most)
    assert value <= at_most or might_exceed(name, Glance(text, normalise(text).text), place, at_most)
    assert bool(spans) == (value > at_most)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    'sign', ['🇳', 'a\u0301', '\u200d', 'A', '!', '#', '#1', '@a', 'a.', ')', 'A, ', '👩\u200d', '\u0600', '1']
)
def test_work_grows_with_the_text_and_not_with_its_square(sign):
    text = 'http://(' + sign * 30_000
    for name in MEASURES:
        for channel in ('x', 'bluesky', 'mastodon'):
            MEASURES[name](text, CHANNELS[channel], 5)
