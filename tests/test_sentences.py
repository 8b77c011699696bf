"""Where sentences begin: at ends, line breaks and emoji, not at short forms, ordinals and dots in words."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.text import tokenise
from policycheck.words.sentences import LONGEST, sentence_starts

SHORT = {
    'en': {'mr', 'dr', 'approx', 'etc', 'no', 'vs'},
    'nb': {'ca', 'kl', 'nr', 'bl', 'eks', 'dr', 'osv', 'mvh'},
    'sv': {'ca', 'kl', 'nr', 'bl', 'dr', 'osv', 'resp'},
    'fi': {'esim', 'klo', 'nro', 'ks', 'ns', 'mm', 'ym'},
}


def sentences(text: str, lang: str = 'en') -> list[str]:
    """The sentences of a text, without the space around them."""
    tokens = tokenise(text)
    starts = sentence_starts(text, tokens, SHORT[lang])
    bounds = [tokens.starts[i] for i in starts] + [len(text)]
    return [text[a:b].strip() for a, b in pairwise(bounds)]


@pytest.mark.parametrize(
    ('lang', 'text'),
    [
        # '|' stands where a sentence is to begin
        ('en', 'We met.| They left.'),
        ('en', 'We met \u2029| all of them'),
        ('en', 'Really?| Yes!| No.'),
        ('en', 'we met.| they left in lower case.'),
        ('nb', 'Vi møttes.| De gikk.'),
        ('sv', 'Vi sågs.| De gick.'),
        ('fi', 'Tavattiin.| He lähtivät.'),
        # short forms
        ('en', 'Ask Mr. Smith vs. Dr. Who, approx. 3 etc. and so on.| Done.'),
        ('nb', 'Det koster ca. 300 kr.| Vi møtes kl. 10.| Hei!'),
        ('nb', 'Vi tar kr. 500 i dag og 20 kr.| 500 kom.'),
        ('nb', 'Bl.a. sjefen og f.eks. Kari kom.| Så gikk vi.'),
        ('sv', 'Det kostar ca. 300 kr resp. 400.| Vi ses kl. 10.| Hej!'),
        ('fi', 'Tavataan klo. 10 esim. kahvilassa, ks. ohje.| Moi!'),
        ('en', 'J. Smith met A. B. Jones.| They left.'),
        # ordinals and numbers
        ('nb', 'Den 3. mai og den 12. juni.| Ferdig.'),
        ('sv', 'Plats 3. i tabellen.| Klart.'),
        ('fi', 'Se on 5. toukokuuta.| Valmis.'),
        ('en', 'It costs 3.50 now.| We sold 3.| That is all.'),
        # inside a word or an address
        ('en', 'Version 2.0.1 of acme.no is out.| Try it.'),
        ('en', 'Mail a.b@acme.example now.| Thanks.'),
        # a full stop without the space after it
        ('en', 'That was the end.|Now we start.'),
        # ellipsis
        ('en', 'Well... maybe not.| Fine.'),
        ('en', 'Well...| Maybe not.'),
        ('nb', 'Tja… kanskje.| Tja…| Kanskje.'),
        # what closes a sentence belongs to it
        ('en', 'He said "we are done."| Then he left.'),
        ('nb', '«Nei!»| Så gikk hun.'),
        ('sv', '”Nej!”| Sedan gick hon.'),
        ('en', '(That was it.)| Now go.'),
        ('fi', '”Ei käy.”| Hän lähti.'),
        # emoji after the stop close it, without a stop they do not
        ('en', 'Great news! 🎉🎉| We are hiring.'),
        ('en', 'Great news 🎉 we are hiring.'),
        ('nb', 'Bra! 👏🏽| Neste.'),
        # line breaks
        ('en', 'First line|\nSecond line'),
        ('en', 'a line that goes\non in lower case'),
        ('en', 'First paragraph|\n\nsecond paragraph'),
        ('en', 'Done.|\nnext one'),
        ('en', 'We sell:|\nbread|\n- butter'),
        ('en', 'First|\r\nSecond'),
        ('en', 'Look 🎉|\nnext line'),
        ('en', '#Tag|\nnext line'),
        # several marks
        ('en', 'What?!| No way!!!| Ok'),
        ('en', 'No end'),
        ('en', ''),
        ('en', '...'),
    ],
)
def test_sentences(lang: str, text: str) -> None:
    expected = [part.strip() for part in text.split('|') if part.strip()]
    assert sentences(text.replace('|', ''), lang) == expected


def test_a_sentence_without_end_is_cut() -> None:
    tokens = tokenise('word ' * (3 * LONGEST))
    assert sentence_starts('word ' * (3 * LONGEST), tokens, ()) == [0, LONGEST, 2 * LONGEST]


PIECES = st.sampled_from(
    [
        'Hi',
        'hi',
        'kl',
        'Å',
        '3',
        '3.5',
        '#a',
        '🎉',
        '.',
        '!',
        '...',
        ':',
        '- ',
        '"',
        '»',
        ')',
        ' ',
        '\n',
        '\r\n',
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(''.join))
def test_starts_begin_with_the_first_token_and_rise(text: str) -> None:
    tokens = tokenise(text)
    starts = sentence_starts(text, tokens, {'kl'})
    assert starts == sorted(set(starts))
    assert starts[:1] == ([0] if tokens.words else [])
    assert all(start < len(tokens.words) for start in starts)
    assert all(b - a <= LONGEST for a, b in zip(starts, [*starts[1:], len(tokens.words)]))


@pytest.mark.parametrize('piece', ['a.', '. ', '"', '.\n', 'A\n', '1. ', '🎉'], ids=ascii)
def test_a_long_text_takes_linear_time(piece: str) -> None:
    text = piece * (150_000 // len(piece))
    tokens = tokenise(text)
    begin = time.process_time()
    sentence_starts(text, tokens, ())
    assert time.process_time() - begin < 2.4
