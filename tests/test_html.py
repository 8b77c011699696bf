"""Pages of HTML: what is read of them, and places through entities and tags."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.readers import html_text

PAGES = {
    'paragraphs and emphasis': ('<p>Hi <b>all</b></p><p>Bye</p>', 'Hi all\n\nBye\n\n'),
    'entities': ('<p>Q&amp;A &lt;3 &#229; &#x1F600;</p>', 'Q&A <3 å 😀\n\n'),
    'what is not shown': ('<style>p{}</style><script>buy()</script>Hi<!-- no --><code>x</code>', 'Hi'),
    'line breaks': ('One<br>two<br/>three', 'One\ntwo\nthree'),
    'broken tags': ('<p>Hi <b>all < 3 &nosuch; & more', 'Hi all < 3 &nosuch; & more'),
    'nothing': ('', ''),
    'title and description': (
        '<head><title>A&amp;B</title><meta name="Description" content="So &lt; it"><meta name="k" content=""></head>Hi',
        'A&B\nSo < it\nHi',
    ),
    'alt texts': ('Hi <img src="a.png" alt="A &quot;boss&quot;"> all<img alt="">', 'Hi \nA "boss"\nall'),
    'alt texts in other quotes': ("Hi <img alt='A &quot;b&quot;' src=x><img alt=Boss>", 'Hi \nA "b"\nBoss\n'),
    'lines and margins of the file': (
        '\n<div>\n  <p>Hi\r\n\t<b> all</b> of\n  you </p>\n\n  <p> Bye<br>\n now </p>\n</div>\n',
        'Hi all of you\n\nBye\nnow\n\n',
    ),
    'a picture between words': ('Hi<img alt="A"> all\n<img alt="B">\nof', 'Hi\nA\n all \nB\nof'),
    'a title beside an alt text': ('<img title="B" alt="A>" alt="no">', 'B\nA>\n'),
    'what networks show': (
        '<meta property="og:title" content="A"><meta name=twitter:description content="B &amp; C">'
        '<meta property="og:url" content="no">Hi',
        'A\nB & C\nHi',
    ),
    'what screen readers say': (
        '<a title="A" href=b>b</a> <button aria-label="C"></button><link title="no" />',
        'A\nb\n\nC\n\n\n',
    ),
    'a reference to nothing': ('<img alt="&#1;">', ''),
    'cells': ('<table><tr><td>a<td>b</table>c', 'a\n\nb\n\nc'),
    'what only ends like one': ('<img data-alt="no" class="x alt=no">Hi', 'Hi'),
    'controls': (
        '<button>A</button><textarea>B</textarea><select><option>C<option>D</select>e',
        'A\n\nB\n\nC\n\nD\n\ne',
    ),
    'a head without its end': ('<head><title>T</title><body><p>Hi', 'T\n\nHi'),
    'a title of a drawing': ('<svg><title>T</title></svg>Hi', 'Hi'),
    'a part that is not shown in another': ('<noscript><code>p</noscript>Hi</code> all', 'Hi all'),
}


@pytest.mark.parametrize(('source', 'expected'), PAGES.values(), ids=PAGES)
def test_a_page(source: str, expected: str) -> None:
    (draft,) = html_text.read('a.html', source)
    assert draft.text == expected


def test_the_language_of_the_page() -> None:
    (draft,) = html_text.read('a.html', '<!doctype html><html lang="nb-NO"><p>Hei')
    assert (draft.text, draft.settings['lang'].value) == ('Hei', 'nb-NO')


PIECES = st.sampled_from(
    [
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '&amp;',
        '&aring;',
        '&#x41;',
        'a',
        'å',
        '😀',
        ' ',
        '\n',
        '\r\n',
        '<br>',
        '<title>',
        '</title>',
        '<img alt="',
        '">',
        '<',
        '>',
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map(''.join) | st.text(max_size=40))
def test_every_place_leads_back_to_its_character(source: str) -> None:
    (draft,) = html_text.read('a.html', source)
    assert draft.places is not None
    before = 0
    for at, sign in enumerate(draft.text):
        start, end = draft.places.span(at, at + 1)
        assert before <= start <= end <= len(source)
        before = start
        if end > start:
            there = source[start:end]
            assert sign in html.unescape(there) or (sign == ' ' and there.isspace())
        else:
            assert sign == '\n'
