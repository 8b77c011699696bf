from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.lines import Lines, line_column


@pytest.mark.parametrize(
    ('text', 'places'),
    [
        ('', [(1, 1)]),
        ('ab', [(1, 1), (1, 2), (1, 3)]),
        ('a\nb', [(1, 1), (1, 2), (2, 1), (2, 2)]),
        # the two signs of CRLF end one line
        ('a\r\nb', [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]),
        ('a\rb', [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ('\n\r', [(1, 1), (2, 1), (3, 1)]),
        # one code point, two UTF-16 units, four bytes
        ('🎉b', [(1, 1), (1, 2), (1, 3)]),
        # editors show no column for a byte order mark
        ('\ufeffab', [(1, 1), (1, 1), (1, 2), (1, 3)]),
        # a line of its own only for some programs
        ('a\u2028b\x0bc', [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6)]),
    ],
)
def test_every_offset_has_a_place(text, places):
    assert [line_column(text, offset) for offset in range(len(text) + 1)] == places


@pytest.mark.parametrize(
    ('text', 'lines'),
    [
        ('', ['']),
        ('a', ['a']),
        ('a\n', ['a', '']),
        ('a\r\nb\rc\n\nd', ['a', 'b', 'c', '', 'd']),
        ('\r\n\r\n', ['', '', '']),
        ('\ufeffa\nb', ['a', 'b']),
    ],
)
def test_lines_come_without_their_ends(text, lines):
    known = Lines(text)
    assert [text[slice(*known.span(line))] for line in range(1, len(known) + 1)] == lines


@given(st.text(st.sampled_from('a\r\n\ufeff🎉')))
def test_place_and_span_agree(text):
    lines = Lines(text)
    for offset in range(len(text)):
        line, column = lines.place(offset)
        start, end = lines.span(line)
        assert column == max(offset - start, 0) + 1
        assert offset < start or text[offset] in '\r\n' or offset < end
