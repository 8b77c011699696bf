"""Posts in JSON documents, with places through escapes."""

from __future__ import annotations

import json

import engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.model import Draft
from policycheck.readers import drafts, json_posts
from policycheck.readers.columns import Columns


def told(source: str, named: Columns | None = None) -> list[object]:
    """Id, text and settings of each draft; errors as lines."""
    return engine.rows(json_posts.read('a.json', source, named))


DOCUMENTS = {
    'a list': ('[{"text": "Hi", "channel": "x"}, {"text": "Ho", "id": 7}, {"other": 1}, 3]', [
        ('1', 'Hi', {'channel': 'x'}), ('7', 'Ho', {}),
    ]),
    'an object with posts': ('\ufeff{"v": 1, "posts": [{"message": "Hei", "date": "2027-01-15T08:00"}]}', [
        ('1', 'Hei', {'scheduled': '2027-01-15'}),
    ]),
    'one post': ('{"body": "Moi", "reply": true}', [('1', 'Moi', {'reply': True})]),
    'a post with pictures': (
        '{"text": "Moi", "media": [{"alt": "A \\u00e5", "url": "u"}], "seo": {"ogTitle": "B"}, "n": [["x"]]}',
        [('1', 'Moi\n\nA å\n\nB', {})],
    ),
    'a list of alt texts': (
        '{"text": "Moi", "tags": ["x"], "alt": ["A", 5], "media": [{"caption": ["B"]}]}', [('1', 'Moi\n\nA\n\nB', {})],
    ),
    'pictures before the text': (
        '[{"images": [{"alt": " "}, {"caption": "A"}], "alt": "B", "text": "Moi"}]',
        [('1', 'A\n\nB\n\nMoi', {})],
    ),
    'a post and those under it': (
        '{"text": "Moi", "tags": [{"name": "x"}], "comments": [{"text": "Hei", "alt": "A"}]}',
        [('1', 'Moi', {}), ('2', 'Hei\n\nA', {})],
    ),
    'the first list with texts': ('{"users": [{"name": "x"}], "rows": [{"text": "Hei"}]}', [('1', 'Hei', {})]),
    'an empty list': ('[]', []),
    'no JSON': ('[{"text": "Hi"},\n{"text": }]', ['a.json:2: not JSON; correct it or give it another ending']),
    'two values': ('{} {}', ['a.json:1: not JSON; correct it or give it another ending']),
    'too deep': ('[' * 100_000, ['a.json:1: not JSON; correct it or give it another ending']),
    'a wrong account': ('[{"text": "Hi",\n "account": "boss"}]', [
        "a.json:1: account is personal or official, not 'boss'",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(('source', 'expected'), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document(source: str, expected: list[object]) -> None:
    assert told(source) == expected


def test_named_keys() -> None:
    assert told('[{"copy": "Hi"}]', Columns({'text': 'copy'})) == [('1', 'Hi', {})]
    assert told('[{"text": "Hi"}]', Columns({'text': 'copy'})) == [
        "a.json:1: there is no column 'copy'; there are: text"
    ]


MAPPED = {
    'an object may leave out all but the text': (
        '[{"body": "Hi", "net": "x"}, {"body": "Ho"}]', [('1', 'Hi', {'channel': 'x'}), ('2', 'Ho', {})],
    ),
    'a slip in a name': ('[{"body": "Hi"}, {"body": "Ho"}]', ["a.json:1: there is no column 'net'; there are: body"]),
    'one without the text': (
        '[{"body": "Hi", "net": "x"}, {"net": "x"}]',
        [('1', 'Hi', {'channel': 'x'}), "a.json:1: there is no column 'body'; there are: net"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(('source', 'expected'), MAPPED.values(), ids=MAPPED)
def test_keys_that_some_objects_lack(source: str, expected: list[object]) -> None:
    assert told(source, Columns({'text': 'body', 'channel': 'net'})) == expected


ROWS = {
    'the names of schedulers': (
        None,
        '{"id": 7, "message": "Hei", "network": "Facebook Page"}\n\n{"text": "a", "message": "b"}\n{"n": 1}\n',
        [('7', 'Hei', {'channel': 'facebook'}), ('3', 'a', {}), 'a.jsonl:4: the row has no "text"'],
    ),
    'named keys': (
        Columns({'text': 'Copy', 'channel': 'net'}),
        '\ufeff{"text": "a", "copy": "H\\u00e5", "net": "x"}\n{"copy": "Ho"}\n{"text": "a"}\n{"copy": []}\n',
        [
            ('1', 'Hå', {'channel': 'x'}),
            ('2', 'Ho', {}),
            "a.jsonl:3: there is no column 'Copy'; there are: text",
            "a.jsonl:4: 'copy' of post 4 is not one text",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(('named', 'source', 'expected'), ROWS.values(), ids=ROWS)
def test_rows_of_json_lines(named: Columns | None, source: str, expected: list[object]) -> None:
    found = list(drafts.read('a.jsonl', source.encode(), drafts.Layout(named)))
    assert engine.rows(found) == expected
    for one in found:
        if isinstance(one, Draft) and one.places is not None:
            start, end = one.places.span(0, len(one.text))
            assert json.loads(f'"{source[start:end]}"') == one.text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=4), st.booleans(), st.booleans())
def test_every_place_leads_back_to_its_character(posts: list[str], ascii_only: bool, wide: bool) -> None:
    rows = [{'text': text} for text in posts]
    source = json.dumps(rows, ensure_ascii=ascii_only, indent=2 if wide else None)
    drafts = list(json_posts.read('a.json', source))
    assert [one.text for one in drafts if isinstance(one, Draft)] == posts
    for one in drafts:
        assert isinstance(one, Draft)
        assert one.places is not None
        for at in range(len(one.text)):
            start, end = one.places.span(at, at + 1)
            assert json.loads(f'"{source[start:end]}"') == one.text[at]


def test_half_a_surrogate_pair_is_a_sign_of_its_own_place() -> None:
    source = r'[{"text": "\ud83d b \ud83d\ude00 c\udE00"}]'
    (draft,) = drafts.read('a.json', source.encode())
    assert isinstance(draft, Draft)
    assert draft.text == '\ufffd b 😀 c\ufffd'
    assert draft.places is not None
    written = [source[slice(*draft.places.span(at, at + 1))] for at in range(len(draft.text))]
    assert written == [r'\ud83d', ' ', 'b', ' ', r'\ud83d\ude00', ' ', 'c', r'\udE00']


def test_so_it_is_in_the_yaml_of_front_matter() -> None:
    source = '---\ntitle: "\\ud83d b \\ud83d\\ude00 c"\n---\nHi\n'
    (draft,) = drafts.read('a.md', source.encode())
    assert isinstance(draft, Draft)
    ((start, end), _, _) = draft.heads[0]
    assert draft.text[start:end] == '\ufffd b 😀 c'
    assert draft.places is not None
    assert source[slice(*draft.places.span(start + 4, start + 5))] == r'\ud83d\ude00'
