"""Posts in tables: cells, columns, and places that lead back to the very characters of the file."""

from __future__ import annotations

import csv
import io

import engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.errors import InputError
from policycheck.fix import applied
from policycheck.model import Draft, Setting, Span
from policycheck.readers import csv_rows
from policycheck.readers.columns import Columns, columns
from policycheck.readers.columns import given as mapping
from policycheck.readers.escapes import ESCAPES
from policycheck.readers.headed import post_begins
from policycheck.screened import screened_of


def texts(source: str, named: Columns | None = None) -> list[object]:
    """Id, text and settings of each draft; errors as lines."""
    return engine.rows(csv_rows.read('a.csv', source, named))


TABLES = {
    'text, channel, date': (
        'text,channel,date\nHei hei,LinkedIn,2027-01-15 08:00\n"Ja, da",Twitter,\n',
        [
            ('2', 'Hei hei', {'channel': 'linkedin', 'scheduled': '2027-01-15'}),
            ('3', 'Ja, da', {'channel': 'x'}),
        ],
    ),
    'Buffer': (
        'Text,Image URL,Tags,Posting Time\r\n"Say ""hi""\r\nagain",,,2027-02-01 09:00\r\n',
        [('2', 'Say "hi"\r\nagain', {'scheduled': '2027-02-01'})],
    ),
    'Hootsuite, no names': ('02/01/2027 09:00,Good morning,https://x.example\n', [('1', 'Good morning', {})]),
    'Publer': (
        'Date - Intl. format or prompt;Text;Link(s)\n2027-03-01 10:00;Moi vaan;\n',
        [('2', 'Moi vaan', {'scheduled': '2027-03-01'})],
    ),
    'Publer, with what stands beside a post': (
        'Date - Intl. format or prompt,Text,Link(s) - Separated by comma for FB carousels,'
        '"Title - For the video, pin, PDF ..",Alt text(s) - Separated by ||,Comment(s) - Separated by ||\r\n'
        'next Friday,"Moi, vaan",https://x.example,Terve,"A ""b""||c",Ostakaa\r\n2027-03-01 10:00,Hei,,,,\r\n',
        [
            ('2', 'Moi, vaan\n\nTerve\n\nA "b"||c\n\nOstakaa', {'title': 'Terve'}),
            ('3', 'Hei', {'scheduled': '2027-03-01'}),
        ],
    ),
    'a line for Excel': ('\ufeffsep=;\r\ntext;n\r\nHei, du, der;1\r\n', [('3', 'Hei, du, der', {})]),
    'a line for Excel alone': ('sep=;\n', ['a.csv:1: no column here is called text, message or the like (there '
                               'are: sep=, ); say which one is: --map text=COLUMN']),
    'Hootsuite, a day that can be one only': (
        '15/01/2027 09:30,Good morning,\n', [('1', 'Good morning', {'scheduled': '2027-01-15'})],
    ),
    'networks as schedulers name them': (
        'text,network\na,LinkedIn Company Page\nb,Twitter/X\nc,Google Business Profile\nd,Pinterest\ne,X (Twitter)\n',
        [
            ('2', 'a', {'channel': 'linkedin'}),
            ('3', 'b', {'channel': 'x'}),
            ('4', 'c', {'channel': 'other'}),
            ('5', 'd', {'channel': 'other'}),
            ('6', 'e', {'channel': 'x'}),
        ],
    ),
    'marks of the text between tabs': (
        'text\tn\n"Winter" is near\t1\n"Hi" and "ho"\t2\n"never closed\t3\n"a\tb"\t4\n',
        [('2', '"Winter" is near', {}), ('3', '"Hi" and "ho"', {}), ('4', '"never closed', {}), ('5', 'a\tb', {})],
    ),
    'tabs and an id': ('id\tmessage\n7\tHej\n\n8\t  \n', [('7', 'Hej', {})]),
    'a mark before it': ('\ufefftext\nHi\n', [('2', 'Hi', {})]),
    'no such column': (
        'a,b\n1,2\n',
        ['a.csv:1: no column here is called text, message or the like (there are: a, b); say which one is: '
         '--map text=COLUMN'],
    ),
    'never closed': (
        'text\n"Hi\n',
        ['a.csv:2: a quotation mark is opened here and never closed; close it'],
    ),
    'a wrong channel': (
        'text,channel\nHi,smoke signals\nHo,x\n',
        [
            "a.csv:2: there is no channel 'smoke signals'; one of x, bluesky, mastodon, threads, linkedin, facebook, "
            'instagram, tiktok, youtube, other; write other for one not named here',
            ('3', 'Ho', {'channel': 'x'}),
        ],
    ),
    'a text that its commas part': (
        'text,n\nHi, you,1\nHo,2,,\n',
        [
            'a.csv:2: the row has 3 cells, and there are 2 columns; put a text with commas in quotes',
            ('3', 'Ho', {}),
        ],
    ),
    'nothing': ('', []),
}  # fmt: skip


@pytest.mark.parametrize(('source', 'expected'), TABLES.values(), ids=TABLES)
def test_a_table(source: str, expected: list[object]) -> None:
    assert texts(source) == expected


def test_what_stands_beside_a_post_is_no_part_of_it() -> None:
    source = 'title,text,alt text\nA title,"The ""post""",A picture\n'
    (draft,) = csv_rows.read('a.csv', source)
    assert isinstance(draft, Draft)
    screened = screened_of(draft)
    assert (screened.normal.text, screened.counted.text) == (
        'A title\n\nThe "post"\n\nA picture',
        'The "post"',
    )
    assert post_begins(draft, screened.normal) == len('A title')
    assert [source[one.source.start : one.source.end] for one in draft.heads] == ['A title', 'A picture']


def test_columns_that_are_named_are_all_that_is_read() -> None:
    assert texts('title,text\nA,B\n', mapping('text=text')) == [('2', 'B', {})]


def test_named_columns() -> None:
    assert texts('body,network\nHi,x\n', mapping('text=Body,channel=network')) == [
        ('2', 'Hi', {'channel': 'x'})
    ]
    # the policy speaks of every file
    assert texts('innhold\nHi\n', Columns({'text': 'innhold', 'channel': 'nett'}, strict=False)) == [
        ('2', 'Hi', {})
    ]
    with pytest.raises(InputError, match="there is no column 'copy'; there are: body, network"):
        columns(['body', 'network'], Columns({'text': 'copy'}), 'a.csv')
    for wrong in ('body', 'text=', 'words=body', 'channel=network'):
        with pytest.raises(InputError, match='--map'):
            mapping(wrong)


CELLS = st.text(st.sampled_from('ab ,;"\t\n😀é'), min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=150, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=5), st.sampled_from(',;\t'), st.sampled_from(['\n', '\r\n']))
def test_what_the_standard_library_writes_is_read_with_its_places(
    cells: list[str], delimiter: str, end: str
) -> None:
    out = io.StringIO()
    table = csv.writer(out, delimiter=delimiter, lineterminator=end)
    table.writerow(['text', 'id'])
    table.writerows([text, f'r{number}'] for number, text in enumerate(cells))
    source = out.getvalue()
    drafts = list(csv_rows.read('a.csv', source))
    assert [one.text for one in drafts if isinstance(one, Draft)] == cells
    for one in drafts:
        assert isinstance(one, Draft)
        assert one.places is not None
        for at, sign in enumerate(one.text):
            start, stop = one.places.span(at, at + 1)
            assert source[start:stop] == (sign if sign != '"' or one.escape == 'csv' else '""')
        written = ESCAPES[one.escape]('ny "x", y')
        if written is not None:
            whole = one.places.span(0, len(one.text))
            again = list(csv_rows.read('a.csv', applied(source, [(Span(*whole), written)])))
            assert 'ny "x", y' in [other.text for other in again if isinstance(other, Draft)]


def test_settings_tell_where_they_are_from() -> None:
    (draft,) = csv_rows.read('a.csv', 'text,account\nHi,official\n')
    assert isinstance(draft, Draft)
    assert draft.settings == {'account': Setting('official', 'row')}
