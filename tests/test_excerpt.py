from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.formats.excerpt import Row, columns, rows, visible
from policycheck.lines import Lines
from policycheck.model import Span


@pytest.mark.parametrize(
    ('text', 'words', 'width', 'expected'),
    [
        ('ab cd ef', 'cd', 40, [Row('ab cd ef', 3, 2)]),
        ('a\tb', 'b', 40, [Row('a    b', 5, 1)]),
        ('a\tb', '\t', 40, [Row('a    b', 1, 4)]),
        ('日本 ok', 'ok', 40, [Row('日本 ok', 5, 2)]),
        ('👩‍💻👍🏽 ok', 'ok', 40, [Row('👩‍💻👍🏽 ok', 5, 2)]),
        ('❤️ ok', 'ok', 40, [Row('❤️ ok', 3, 2)]),
        ('e\u0301e\u0301 ok', 'ok', 40, [Row('e\u0301e\u0301 ok', 3, 2)]),
        ('one two three four five six', 'three', 15, [Row('…two three fou…', 5, 5)]),
        ('one two three four five six', 'one', 10, [Row('one two t…', 0, 3)]),
        ('one two three four five six', 'six', 10, [Row('… five six', 7, 3)]),
        ('one two three four five six', 'two three four', 8, [Row('two thr…', 0, 8)]),
        ('x' * 10_000, 'x' * 10_000, 8, [Row('xxxxxxx…', 0, 8)]),
        ('日本日本日本 ok 日本日本日本', 'ok', 9, [Row('… ok 日…', 2, 2)]),
        # never between a letter and its accent
        ('aaaaae\u0301 ok', 'ok', 5, [Row('…e\u0301 ok', 3, 2)]),
        ('a\nb\nc\nd\ne', 'a\nb\nc\nd\ne', 9, [Row('a', 0, 1), Row('b', 0, 1), Row('c', 0, 1)]),
        ('one\r\n\r\ntwo', 'e\r\n\r\nt', 9, [Row('one', 2, 1), Row('two', 0, 1)]),
        ('x \x1b[2J\u202eabc', 'abc', 40, [Row('x ␛[2J<U+202E>abc', 14, 3)]),
        ('ab\u2028cd', 'cd', 40, [Row('ab<U+2028>cd', 10, 2)]),
        ('\ufeffab', 'ab', 40, [Row('ab', 0, 2)]),
    ],
)
def test_rows(text, words, width, expected):
    start = text.index(words)
    assert rows(text, Span(start, start + len(words)), Lines(text), width, 'utf-8') == expected


@pytest.mark.parametrize(
    ('offset', 'expected'),
    [(0, Row('ab', 0, 1)), (2, Row('ab', 2, 1)), (3, Row('', 0, 1))],
)
def test_an_empty_stretch_has_one_caret(offset, expected):
    assert rows('ab\n', Span(offset, offset), Lines('ab\n'), 9, 'utf-8') == [expected]


@pytest.mark.parametrize(
    ('text', 'shown', 'in_ascii'),
    [
        ('a b', 'a b', 'a b'),
        ('\x1b[31m\x07\x00\x7f\r', '␛[31m␇␀␡␍', '^[[31m^G^@^?^M'),
        ('\x9b2J\u200b\xad', '<U+009B>2J<U+200B><U+00AD>', '<U+009B>2J<U+200B><U+00AD>'),
        ('«Blåbærsøt» – naïve… → 5 €', '«Blåbærsøt» – naïve… → 5 €', '"Blabaersot" - naive... -> 5 EUR'),
        ('👍 日本', '👍 日本', '? ??'),
        ('\udc80', '<U+DC80>', '<U+DC80>'),
        ('e\u0301', 'e\u0301', 'e'),
    ],
)  # fmt: skip
def test_visible(text, shown, in_ascii):
    assert (visible(text), visible(text, 'ascii')) == (shown, in_ascii)


@pytest.mark.parametrize(
    ('encoding', 'shown'),
    [
        ('latin-1', 'også «Blåbær» -"x"... Åland och Zizek -> ZiZ? 5 EUR'),
        ('cp1252', 'også «Blåbær» –“x”… Åland och Žižek -> ŽiŽ? 5 €'),
        ('cp437', 'også «Blåbær» -"x"... Åland och Zizek -> ZiZ? 5 EUR'),
        ('ascii', 'ogsa "Blabaer" -"x"... Aland och Zizek -> ZiZ? 5 EUR'),
    ],
)
def test_only_what_an_encoding_lacks_is_replaced(encoding, shown):
    assert visible('også «Blåbær» –“x”… Åland och Žižek → ŽiŽ👍 5 €', encoding) == shown


WILD = st.text(
    st.one_of(st.sampled_from('a \t\n\r\x1b\x9b\u202e\u200d\ufe0f👩🏽日e\u0301\udc80'), st.characters())
)


@given(WILD.filter(bool), st.data(), st.integers(1, 30), st.sampled_from(['utf-8', 'cp1252', 'ascii']))
def test_rows_fit_and_obey_nothing(text, data, width, encoding):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    for row in rows(text, span, Lines(text), width, encoding):
        assert columns(row.text) <= width
        assert not re.search('[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]', row.text)
        assert row.text.encode(encoding).decode(encoding) == row.text
        assert 1 <= row.carets <= max(width, 1)
