from __future__ import annotations

import pytest
from samples import SECRET, flag

from policycheck.formats.quotes import others, words
from policycheck.model import Related, Span
from policycheck.readers import drafts

ROW = '{"text": "We buy S\\u00e5 \\ud83c\\udf89 and S\\u00e5 again"}'


def places(draft, *wanted):
    at = 0
    for text, points in wanted:
        start = draft.text.index(text, at)
        at = start + 1
        span = draft.places.span(start, start + len(text)) if draft.places else Span(start, start + len(text))
        yield Related(span, draft.source[slice(*span)], points)


@pytest.mark.parametrize(
    ('related', 'expected'),
    [
        ([('Så', 1), ('🎉', -3)], [('Så', 1), ('🎉', -3)]),
        ([('Så', 1), ('🎉', 2), ('Så', 2)], [('Så', 3), ('🎉', 2)]),
        ([('Så', None), ('Så', None), ('again', None)], [('Så', None), ('again', None)]),
    ],
)
@pytest.mark.parametrize(('path', 'data'), [('a.jsonl', ROW), ('a.txt', 'We buy Så 🎉 and Så again')])
def test_words_beside_a_flag_are_told_once_and_as_people_read_them(path, data, related, expected):
    (draft,) = drafts.read(path, data.encode())
    found = flag(SECRET, draft, 'buy', related=tuple(places(draft, *related)))
    assert others(found, draft) == expected


@pytest.mark.parametrize(
    ('start', 'end', 'expected'),
    [('S\\u', ' \\ud', 'Så'), ('\\ud', ' and', '🎉'), ('buy', 'buy', ''), ('"text', ': "We', '"text"')],
)
def test_words_of_a_place(start, end, expected):
    (draft,) = drafts.read('a.jsonl', ROW.encode())
    assert words(draft, Span(ROW.index(start), ROW.index(end))) == expected
