# ruff: noqa: E501  messages stand on one line, as they are shown
"""Strict YAML: what is read, where it stands, and the sentence for everything that is refused."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.errors import InputError
from policycheck.strict_yaml.yamlfile import Line, parse, read

BLOCK = 'write all of it in quotes, "...", or in a block after |'


def refused(source: bytes | str) -> str:
    with pytest.raises(InputError) as caught:
        parse(source.encode() if isinstance(source, str) else source, 'a.yaml')
    return str(caught.value)


@pytest.mark.parametrize(
    ('source', 'expected'),
    [
        pytest.param(
            'a: no\nb: yes\nc: on', {'a': 'no', 'b': 'yes', 'c': 'on'}, id='norwegian stays norwegian'
        ),
        pytest.param(
            'a: 1.10\nb: 0o7\nc: 1_0', {'a': '1.10', 'b': '0o7', 'c': '1_0'}, id='numbers stay text'
        ),
        pytest.param('a: 2027-01-15', {'a': '2027-01-15'}, id='dates stay text'),
        pytest.param(
            "a: ~\nb: null\nc:\nd: ''", {'a': '~', 'b': 'null', 'c': None, 'd': ''}, id='only nothing is None'
        ),
        pytest.param('<<: {a: b}', {'<<': {'a': 'b'}}, id='no merging'),
        pytest.param('---\na: b\n...\n', {'a': 'b'}, id='document marks'),
        pytest.param('\ufeffa: æ', {'a': 'æ'}, id='byte order mark'),
        pytest.param('a: 👋🏽 e\u0301', {'a': '👋🏽 e\u0301'}, id='emoji and combining signs'),
        pytest.param('a:\r\n- b\r\n- |\r\n  c\r\n  d\r\n', {'a': ['b', 'c\nd\n']}, id='windows line ends'),
        pytest.param(
            'a: |\n  \n  {x} ~ *y*\n   - [[z]]: %\n', {'a': '\n{x} ~ *y*\n - [[z]]: %\n'}, id='free block'
        ),
        pytest.param('a: {b: [c, {d: e}]}', {'a': {'b': ['c', {'d': 'e'}]}}, id='nested flow'),
        pytest.param('{}', {}, id='no keys'),
    ],
)
def test_what_is_read(source: str, expected: object) -> None:
    assert parse(source.encode(), 'a.yaml').value == expected


@pytest.mark.parametrize(
    ('source', 'expected'),
    [
        # indentation and tabs
        ('a:\n\tb: c', 'a.yaml:2: a tab stands in the indentation; YAML takes spaces only, so put spaces in its place'),
        ('a: |\n  x\n \tb\n', 'a.yaml:3: a tab stands in the indentation; YAML takes spaces only, so put spaces in its place'),
        ('a:\n  b: c\n c: d', 'a.yaml:3: this does not fit the lines before it; indent it like its neighbours'),
        (
            'a:\n  - b\n  c: d',
            "a.yaml:3: this does not fit the lines before it; begin it with '- ' or indent it like its neighbours",
        ),
        (
            'a: b\n  c: d',
            'a.yaml:2: this key is indented deeper than its neighbours; give them the same number of spaces',
        ),
        # colons
        ('title x\nb: c', "a.yaml:1: 'title x' has no ':'; write key: value"),
        ('a: b\ntitle x\nb: c', "a.yaml:2: 'title x' has no ':'; write key: value"),
        ('a:b\nc: d', "a.yaml:1: a space is missing after ':'; write key: value"),
        ('why: One thing: another', f"a.yaml:1: a text with ': ' in it needs quotes; {BLOCK}"),
        ('\n- a: b: c', f"a.yaml:2: a text with ': ' in it needs quotes; {BLOCK}"),
        (': a', "a.yaml:1: the key before ':' is missing; write key: value"),
        ('"": a', "a.yaml:1: the key before ':' is missing; write key: value"),
        ('a: |\nour cheap\nb: c', 'a.yaml:2: after a: | the lines begin with more spaces than that line; indent them deeper'),
        ('a:\n  en: >-\n\n  our cheap\n  dear', 'a.yaml:4: after en: >- the lines begin with more spaces than that line; indent them deeper'),
        # hashtags
        ('a: Say #ad first', "a.yaml:1: what stands from ' #' on would be left out, as a comment; put the text in quotes, or a space after # in a comment"),
        ('a:\n  - one\n    two #ad', "a.yaml:3: what stands from ' #' on would be left out, as a comment; put the text in quotes, or a space after # in a comment"),
        ('a: #ad', "a.yaml:1: what stands from ' #' on would be left out, as a comment; put the text in quotes, or a space after # in a comment"),
        # quotes and brackets
        ('a: "x\nb: "y"', 'a.yaml:1: the quote that opens here is not closed in its line; close it at the end of the text'),
        ("a:\n  b: 'x\n  c: 'y'", 'a.yaml:2: the quote that opens here is not closed in its line; close it at the end of the text'),
        ('a: "x\nb: c', 'a.yaml:1: the quote that opens here is not closed; close it at the end of the text'),
        ("a: b\nc: 'x\n---\n", 'a.yaml:2: the quote that opens here is not closed; close it at the end of the text'),
        ("a: 'it's'", "a.yaml:1: text stands after the closing '; put all of it in double quotes"),
        ('a: "x" y', 'a.yaml:1: text stands after the closing "; put all of it in single quotes'),
        ('a: "\\d"', "a.yaml:1: a backslash in double quotes begins an escape; use single quotes, '...'"),
        ('a: "\\x0"', 'a.yaml:1: an escape in double quotes lacks digits; write the character itself'),
        ('a: [x, y\nb: c', "a.yaml:1: the list that '[' opens is not closed, or a comma is missing in it; close it with ']'"),
        ('a: {x: y\nb: c', "a.yaml:1: what '{' opens is not closed, or a comma is missing in it; close it with '}'"),
        ('a: [', "a.yaml:1: a bracket is not closed; close it with ']' or '}'"),
        ('a: [,]', "a.yaml:1: a value is missing before ','; write it or remove the comma"),
        # texts that YAML takes for something else
        ('a:\n  - [[My boss]] is here', f'a.yaml:2: a text that begins with [[ needs quotes; {BLOCK}'),
        ('en: {employer} ~ bad', f'a.yaml:1: a text that begins with {{ needs quotes; {BLOCK}'),
        ('a: @nordvik', f"a.yaml:1: a text cannot begin with '@' unquoted; {BLOCK}"),
        ('a: %x', f"a.yaml:1: a text cannot begin with '%' unquoted; {BLOCK}"),
        ('a: *tarjous', f"a.yaml:1: a text cannot begin with '*' unquoted; {BLOCK}"),
        ('a: *sale*', f"a.yaml:1: a text cannot begin with '*' unquoted; {BLOCK}"),
        ('a: &b c', f"a.yaml:1: a text cannot begin with '&' unquoted; {BLOCK}"),
        ('a: !b c', f"a.yaml:1: a text cannot begin with '!' unquoted; {BLOCK}"),
        ('a: !!python/object:os.system x', f"a.yaml:1: a text cannot begin with '!' unquoted; {BLOCK}"),
        ('a: ? b', f"a.yaml:1: a text cannot begin with '?' unquoted; {BLOCK}"),
        ('a: , b', f"a.yaml:1: a text cannot begin with ',' unquoted; {BLOCK}"),
        ('a: - b', "a.yaml:1: '- ' cannot stand here; begin the list on a line of its own"),
        ('a: | text\n  b', 'a.yaml:1: after | the text begins on the next line, indented'),
        ('a: |0\n b', 'a.yaml:1: after | the text begins on the next line, indented'),
        # shape
        ('a: b\nc: d\na: e', "a.yaml:3: duplicate key 'a'; it stands in line 1 already"),
        ('a:\n  b: c\n  "b": d', "a.yaml:3: duplicate key 'b'; it stands in line 2 already"),
        ('[a]: b', f'a.yaml:1: a key must be plain text, not a list or more keys; {BLOCK}'),
        ('- a', "a.yaml:1: expected keys such as 'name: value' at the top of the file, not a list"),
        ('text', "a.yaml:1: expected keys such as 'name: value' at the top of the file, not a text"),
        ('# nothing\n', "a.yaml:1: the file is empty; write keys such as 'name: value'"),
        ('', "a.yaml:1: the file is empty; write keys such as 'name: value'"),
        ('a: b\n---\nc: d', "a.yaml:2: only one document is read; remove the line '---'"),
        ('a: b\n...\nc: d', 'a.yaml:3: something stands after the end of the document; put it before or remove it'),
        ('%TAG ! x\n---\na: b', 'a.yaml:1: a line cannot begin with % here; put the text in quotes'),
        # characters
        ('a: b\n\0', 'a.yaml:2: a NUL character stands in this line; remove it'),
        ('a: b\r\nc: \x07', 'a.yaml:2: an invisible control character (U+0007) stands in this line; remove it'),
        ('a: \u2028', 'a.yaml:1: an invisible control character (U+2028) stands in this line; remove it'),
        ('a: "\\0"', 'a.yaml:1: an escape in this text stands for a control character; leave it out'),
        ('a: "\\ud800"', 'a.yaml:1: the escape \\u in double quotes names no character; write the character itself'),
        (b'a: b\nc: \xe6', 'a.yaml:2: this line is not UTF-8 text; save the file as UTF-8'),
        (b'\xef\xbb\xbfa: b\n\n\xff', 'a.yaml:3: this line is not UTF-8 text; save the file as UTF-8'),
        ('a: b'.encode('utf-16'), 'a.yaml:1: this file is written in UTF-16; save it as UTF-8'),
        ('a: b'.encode('utf-16-be'), 'a.yaml:1: this file is written in UTF-16; save it as UTF-8'),
        ('a: b'.encode('utf-32'), 'a.yaml:1: this file is written in UTF-32; save it as UTF-8'),
    ],
)  # fmt: skip
def test_what_is_refused(source: bytes | str, expected: str) -> None:
    assert refused(source) == expected


LAUGHS = 'a: &a [x, x]\n' + ''.join(
    f'{b}: &{b} [*{a}, *{a}]\n' for a, b in zip('abcdefgh', 'bcdefghi', strict=True)
)


@pytest.mark.parametrize(
    ('build', 'expected'),
    [
        pytest.param(lambda: b'a: ' + b'x' * 50_000_000, 'a.yaml: the file is larger than 1,000,000 bytes; split it', id='50 MB'),
        pytest.param(lambda: b'[' * 100_000, f'a.yaml:1: nested deeper than 20 levels; {BLOCK}', id='deep lists'),
        pytest.param(lambda: b'{a: ' * 20 + b'[' * 100_000, f'a.yaml:1: nested deeper than 20 levels; {BLOCK}', id='deep keys'),
        pytest.param(lambda: b'{' * 900_000, f'a.yaml:1: a key must be plain text, not a list or more keys; {BLOCK}', id='deep key'),
        pytest.param(lambda: b'- ' * 400_000, f'a.yaml:1: nested deeper than 20 levels; {BLOCK}', id='deep items'),
        pytest.param(
            lambda: b''.join(b' ' * depth + b'a:\n' for depth in range(1_300)),
            f'a.yaml:21: nested deeper than 20 levels; {BLOCK}',
            id='deep indentation',
        ),
        pytest.param(LAUGHS.encode, f"a.yaml:1: a text cannot begin with '&' unquoted; {BLOCK}", id='billion laughs'),
        pytest.param(lambda: b'a: [' + b'x,' * 499_000, 'a.yaml:1: more than 100,000 values; split the file', id='many values'),
        pytest.param(
            lambda: b''.join(b'k%d:\n' % number for number in range(110_000)),
            'a.yaml:50000: more than 100,000 values; split the file',
            id='many keys',
        ),
        pytest.param(
            lambda: b''.join(b'%%TAG !a%d! !b\n' % number for number in range(50_000)),
            'a.yaml:1: a line cannot begin with % here; put the text in quotes',
            id='many directives',
        ),
        pytest.param(
            lambda: b'a: "' + b'\n' * 900_000,
            'a.yaml:1: the quote that opens here is not closed; close it at the end of the text',
            id='long quote',
        ),
        pytest.param(lambda: b'a: b\n' * 190_000, "a.yaml:2: duplicate key 'a'; it stands in line 1 already", id='duplicates'),
        pytest.param(lambda: b'a: b\n' + b' ' * 900_000 + b': ', None, id='long line'),
        pytest.param(lambda: b'a: ' + b'"' * 900_000, None, id='quotes'),
        pytest.param(lambda: b'a ' * 450_000 + b': b: c', None, id='long key'),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_within_a_second(build: Callable[[], bytes], expected: str | None) -> None:
    source = build()
    # what other tests have left in this process is looked through by no collection of garbage that is timed
    gc.freeze()
    # seconds of work: the machine may be busy with something else
    started = time.process_time()
    message = refused(source)
    assert time.process_time() - started < 1
    assert expected is None or message == expected
    assert len(message) < 300
    assert '\n' not in message


PLACES = parse(
    b"""\
# a comment
title: {en: One, nb: "To"}
find:
  en: |   # phrases
    # people

      boss ~ bad
    chief
  nb: |2
      sjef
    leder
  sv:
    - chef
    - 'b\xc3\xa5s'
list:
- {a: b,
   c: d}
""",
    'a.yaml',
)


@pytest.mark.parametrize(
    ('keys', 'line', 'text_line', 'column'),
    [
        pytest.param((), 1, 1, 0, id='the file'),
        pytest.param(('title',), 2, 2, 7, id='keys in braces'),
        pytest.param(('title', 'en'), 2, 2, 12, id='plain text'),
        pytest.param(('title', 'nb'), 2, 2, 22, id='the text in quotes begins behind the quote'),
        pytest.param(('find', 'en'), 4, 5, 4, id='a block begins on the next line'),
        pytest.param(('find', 'nb'), 9, 10, 4, id='a block that says its indentation'),
        pytest.param(('find', 'sv', 1), 14, 14, 7, id='an item'),
        pytest.param(('find', 'fi'), 3, 4, 2, id='the nearest parent of what is missing'),
        pytest.param(('list', 0, 'c'), 17, 17, 6, id='a key on a later line'),
        pytest.param(('list', 0, 'x', 3, 'y'), 16, 16, 2, id='far from anything known'),
    ],
)
def test_places(keys: tuple[str | int, ...], line: int, text_line: int, column: int) -> None:
    assert (PLACES.line(*keys), PLACES.text_line(*keys), PLACES.column(*keys)) == (line, text_line, column)


def test_lines_of_a_block_without_comments() -> None:
    assert PLACES.lines('find', 'en') == [Line('boss ~ bad', 7, 6), Line('chief', 8, 4)]
    assert PLACES.lines('find', 'nb') == [Line('sjef', 10, 6), Line('leder', 11, 4)]


def test_a_hashtag_is_no_comment() -> None:
    located = parse(b'a: |\r\n  #ad\r\n  #\r\n  # ad\r\n  x\r\n', 'a.yaml')
    assert located.lines('a') == [Line('#ad', 2, 2), Line('x', 5, 2)]


def test_read(tmp_path: object) -> None:
    folder = str(tmp_path)
    with pytest.raises(InputError, match='a folder; name a file'):
        read(folder)
    with pytest.raises(InputError, match='there is no such file'):
        read(f'{folder}/none.yaml')
    with open(f'{folder}/a.yaml', 'wb') as file:
        file.write(b'a: b\r\n')
    assert read(f'{folder}/a.yaml') == b'a: b\r\n'
    with pytest.raises(InputError, match='larger than 3 bytes; split it'):
        read(f'{folder}/a.yaml', limit=3)


SIGNS = st.text(st.sampled_from('ab:-[]{}"\'|>&*!%@#,?~ \n\t\\0é👋'), max_size=60)


@given(SIGNS)
def test_any_text_is_read_or_refused_with_a_line_of_the_file(source: str) -> None:
    error = None
    try:
        parse(source.encode(), 'a.yaml')
    except InputError as err:
        error = err
    if error is not None:
        assert error.line is not None
        assert 1 <= error.line <= source.count('\n') + 1
        assert 'not valid YAML' not in error.message, (source, error.message)


@given(
    st.lists(st.text(st.characters(blacklist_categories=('Cs', 'Cc', 'Zl', 'Zp')), min_size=1, max_size=20))
)
def test_lines_stand_where_they_say(texts: list[str]) -> None:
    source = 'a:\n  b: |\n    .\n' + ''.join(f'    {text}\n' for text in texts)
    if '\ufeff' in source or '\ufffe' in source or '\uffff' in source:
        return
    rows = source.split('\n')
    for text, line, column in parse(source.encode(), 'a.yaml').lines('a', 'b'):
        assert rows[line - 1][column : column + len(text)] == text


def test_comments_and_hashtags_in_quotes_are_read() -> None:
    source = b'a: b # c\nd: "e #f" #g\nh: |\n  i #j\nk: l#m\nn: o ## p\n'
    assert parse(source, 'a.yaml').value == {'a': 'b', 'd': 'e #f', 'h': 'i #j\n', 'k': 'l#m', 'n': 'o'}


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('|\n    x\n    y', False),
        ('>\n    x\n    y', True),
        ('x\n    y', True),
        ('"x\n    y"', True),
        ('x y', False),
        ('"x y"', False),
    ],
)
def test_lines_that_yaml_makes_one_are_known(text: str, expected: bool) -> None:
    located = parse(f'a:\n  b: {text}\nc: d\n'.encode(), 'a.yaml')
    assert (located.runs_together('a', 'b'), located.runs_together('c')) == (expected, False)
