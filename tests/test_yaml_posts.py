"""Posts in YAML, with places through folding, indentation and escapes."""

from __future__ import annotations

import engine
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policycheck import fix
from policycheck.model import Draft, Fix
from policycheck.readers import drafts, yaml_posts
from policycheck.readers.columns import Columns


def told(source: str, named: Columns | None = None) -> list[object]:
    """Id, text and settings of each draft; errors as lines."""
    return engine.rows(yaml_posts.read('a.yaml', source, named))


DOCUMENTS = {
    'a list of mappings': (
        '- text: Hi\n  channel: Twitter\n  reply: no\n- message: Ho\n  id: 7\n- other: 1\n',
        [('1', 'Hi', {'channel': 'x', 'reply': False}), ('7', 'Ho', {})],
    ),
    'a list of texts': ('- Hi\n- "Ho"\n- 3\n- ~\n', [('1', 'Hi', {}), ('2', 'Ho', {}), ('3', '3', {})]),
    'posts under a key': (
        '\ufeffcampaign: spring\nposts:\n  - {text: Hei, date: 2027-01-15, lang: no}\n  - Moi\n',
        [('1', 'Hei', {'scheduled': '2027-01-15', 'lang': 'no'}), ('2', 'Moi', {})],
    ),
    'one post': ('body: |\n  Moi\n  vaan\nreply: true\n', [('1', 'Moi\nvaan\n', {'reply': True})]),
    'pictures, and one that is named again': (
        '- text: Hi\n  image: &i {alt: &a A}\n- text: Ho\n  images: [*i, {caption: *a}, {alt: B}]\n',
        [('1', 'Hi\n\nA', {}), ('2', 'Ho\n\nB', {})],
    ),
    'several documents': (
        '---\ntext: Hi\n---\ntext: Ho\naccount: official\n...\n',
        [('1', 'Hi', {}), ('2', 'Ho', {'account': 'official'})],
    ),
    'settings may be references': (
        '- &where {text: Hi, channel: &c x}\n- {text: Ho, channel: *c}\n',
        [('1', 'Hi', {'channel': 'x'}), ('2', 'Ho', {'channel': 'x'})],
    ),
    'something else': ('services:\n  web: {image: nginx}\n', []),
    'nothing': ('# only a comment\n', []),
    'a post that is a reference': (
        '- text: &t Hi\n- text: *t\n',
        [('1', 'Hi', {}), 'a.yaml:2: a post cannot be a reference (*name); write its words out'],
    ),
    'a reference to nothing': ('- text: *t\n', ['a.yaml:1: *t refers to nothing before it']),
    'a wrong account': (
        '- text: Hi\n\n- text: Ho\n  account: boss\n',
        [('1', 'Hi', {}), "a.yaml:3: account is personal or official, not 'boss'"],
    ),
    'no YAML': (
        '- text: "Hi\n- text: Ho\n',
        ['a.yaml:1: the quote that opens here is not closed; close it at the end of the text'],
    ),
    'odd line ends': ('- text: a\u2028b\n', ['a.yaml:1: U+2028 ends a line for YAML only; replace it']),
    'no sign of a text': ('- text: a\x07b\n', ['a.yaml:1: no YAML; correct it or give it another ending']),
    'deep': ('[' * 200 + 'text' + ']' * 200, []),
}  # fmt: skip


@pytest.mark.parametrize(('source', 'expected'), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document(source: str, expected: list[object]) -> None:
    assert told(source) == expected


def test_too_deep_ends_in_an_error_and_nothing_else() -> None:
    (only,) = told('[' * 100_000)
    assert isinstance(only, str)
    assert only.startswith('a.yaml:1: ')


def test_named_keys() -> None:
    assert told('- {copy: Hi}', Columns({'text': 'copy'})) == [('1', 'Hi', {})]
    assert told('- {text: Hi}', Columns({'text': 'copy'})) == [
        "a.yaml:1: there is no column 'copy'; there are: text"
    ]
    assert told('- {text: Hi}', Columns({'text': 'copy'}, strict=False)) == [('1', 'Hi', {})]
    assert told('- {copy: [Hi]}', Columns({'text': 'copy'})) == ["a.yaml: 'copy' of post 1 is not one text"]


SCALARS = {
    'literal': ('- |\n   ab\n\n    c\r\n   d\n', ['a', 'b', '\n', '\n   ', ' ', 'c', '\r\n   ', 'd', '\n']),
    'literal, indentation told': ('- |2-\n    a\n   b\n', [' ', ' ', 'a', '\n  ', ' ', 'b']),
    'folded': (
        '- >-\n  a\n  b\n\n  c\n    d\n  e\n',
        ['a', '\n  ', 'b', '\n\n  ', 'c', '\n  ', ' ', ' ', 'd', '\n  ', 'e'],
    ),
    'plain over lines': ('- a b\n\n  c\n  d\n', ['a', ' ', 'b', '\n\n  ', 'c', '\n  ', 'd']),
    'single': ("- 'it''s\n   so'\n", ['i', 't', "''", 's', '\n   ', 's', 'o']),
    'double': ('- "\\u00e9\\"\\\n   x \n   y"\n', ['\\u00e9', '\\"', 'x', ' \n   ', 'y']),
    'with an anchor': ('- &a !!str "x"\n', ['x']),
}


@pytest.mark.parametrize(('source', 'pieces'), SCALARS.values(), ids=SCALARS)
def test_the_place_of_each_character(source: str, pieces: list[str]) -> None:
    (draft,) = yaml_posts.read('a.yaml', source)
    assert isinstance(draft, Draft)
    assert draft.places is not None
    assert [
        source[start:end] for start, end in zip(draft.places.starts, draft.places.ends, strict=True)
    ] == pieces


SIGNS = st.sampled_from([*'ab :#-\'"\\!{[,&*|>%@`?.', '\n', '\n\n', ' ', 'é', '😀', '\t', 'word ', '  two'])
POSTS = st.lists(SIGNS, min_size=1, max_size=25).map(''.join).filter(str.strip)


@settings(max_examples=150, deadline=None)
@given(
    POSTS,
    st.sampled_from([None, '"', "'", '|', '>']),
    st.sampled_from([8, 30, 1000]),
    st.booleans(),
    st.booleans(),
)
@example('\na\n\n  b\n', '>', 30, True, False)
@example('  two a', '>', 8, True, False)
def test_every_place_leads_back_to_its_character(
    text: str, style: str | None, width: int, wide: bool, windows: bool
) -> None:
    source = yaml.safe_dump(
        [{'text': text, 'id': 'one'}], default_style=style, width=width, allow_unicode=wide
    )
    source = source.replace('\n', '\r\n') if windows else source
    # the dumper itself folds lines that must not be folded: what the file says is what YAML reads in it
    text = yaml.safe_load(source)[0]['text']
    (draft,) = yaml_posts.read('a.yaml', source)
    assert isinstance(draft, Draft), draft
    assert draft.text == text
    assert draft.places is not None
    for at, sign in enumerate(text):
        start, end = draft.places.span(at, at + 1)
        quote = source[start:end]
        if draft.escape == 'yaml double' and not quote.isspace():
            assert yaml.safe_load(f'"{quote}"') == sign
        elif sign.isspace():
            assert not quote.strip()
        else:
            assert quote.replace("''", "'") == sign


@settings(max_examples=150, deadline=None)
@given(POSTS, st.sampled_from([None, '"', "'", '|', '>']), st.sampled_from(['new', 'ny "x", y', "it's\nso"]))
def test_what_is_written_in_a_place_is_read_again_or_refused(text: str, style: str | None, new: str) -> None:
    source = yaml.safe_dump([{'text': f'Say old, {text}', 'id': 'one'}], default_style=style)
    said = yaml.safe_load(source)[0]['text']
    (draft,) = yaml_posts.read('a.yaml', source)
    assert isinstance(draft, Draft)
    assert draft.places is not None
    changes = fix.edits(draft, [Fix(draft.places.span(4, 7), new, True)])
    if '\n' in new and draft.escape not in ('yaml double', 'yaml literal 4', 'yaml literal 2'):
        assert changes == []
    elif draft.escape != 'yaml plain':
        (again,) = yaml_posts.read('a.yaml', fix.applied(source, changes))
        assert isinstance(again, Draft)
        assert again.text == said.replace('old', new, 1)


def test_yaml_in_a_folder_is_read_where_the_policy_names_it() -> None:
    assert {'.yaml', '.yml'} <= set(drafts.READERS)
    assert {'.yaml', '.yml'}.isdisjoint(drafts.IN_FOLDERS)
