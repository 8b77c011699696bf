"""Front matter in TOML: what it says of the draft, where its titles stand, and waivers in it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.errors import InputError
from policycheck.model import Draft
from policycheck.readers import drafts
from policycheck.tui.keeps import Kept
from policycheck.tui.waivers import read_keeps, with_keeps


def told(block: str) -> list[object]:
    """The settings, titles as they stand in the file, and words kept; errors as lines."""
    return [
        str(one)
        if isinstance(one, InputError)
        else (
            {name: said.value for name, said in one.settings.items()},
            [one.source[head.source.start : head.source.end] for head in one.heads],
            [waiver.words for waiver in one.waivers],
        )
        for one in drafts.read('a.md', f'+++\n{block}\n+++\nBody'.encode())
    ]


BLOCKS = {
    'plain': (
        'title = "Sol"\nlang = "nb"\nreply = true\ndate = 2027-01-15T08:00:00Z\nweight = 3',
        [({'title': 'Sol', 'lang': 'nb', 'reply': True, 'scheduled': '2027-01-15'}, ['Sol'], [])],
    ),
    'lists are not ours': ('tags = ["a, b", \'c\']\nlang = "nb"', [({'lang': 'nb'}, [], [])]),
    'an empty block': ('', [({}, [], [])]),
    'tables and escapes': (
        'description = "Say \\"hi\\" \\u00e9"\n[params]\nlang = "sv"\ntitle = "inside"',
        [({}, ['Say \\"hi\\" \\u00e9', 'inside'], [])],
    ),
    'texts of pictures, in the order of the file': (
        '[[images]]\nalt = "One"\n[cover]\nimage = "x"\ncaption = "Two"\n[[images]]\nalt = \'Three\'\n'
        '[a]\nb = [{coverAlt = "Four", salt = "5"}, "alt"]\n',
        [({}, ['One', 'Two', 'Three', 'Four'], [])],
    ),
    'several lines': ("summary = '''\nOne\ntwo'''\ntitle = \"\"\"a \\\n  b\"\"\"", [
        ({'title': 'a b'}, ['One\ntwo', 'a \\\n  b'], []),
    ]),
    'waivers in tables': (
        'lang = "en"\n[policycheck]\n[[policycheck.keep]]\nrule = "a/b"\nwords = "one"\nreason = "because it was"\n'
        '[[policycheck.keep]]\nrule = "a/b"\nwords = "two"\nreason = "because it was"\nuntil = 2027-01-31',
        [({'lang': 'en'}, [], ['one', 'two'])],
    ),
    'waivers on a line': (
        'policycheck = {keep = [{rule = "a/b", words = "one", reason = "because it was"}]}',
        [({}, [], ['one'])],
    ),
    'a key under a dot': (
        'policycheck.keep = [\n  # why\n  {rule = "a/b", words = "one", reason = "because it was"},\n]',
        [({}, [], ['one'])],
    ),
    'no TOML': (
        'lang = "nb"\ntitle = Sol',
        ['a.md:3: the front matter is not TOML (Invalid value); correct it or remove it'],
    ),
    'a key twice': (
        'lang = "nb"\nlang = "sv"',
        ['a.md:3: lang stands twice in the front matter; keep one'],
    ),
    'a wrong account': ('x = 1\naccount = "mine"', ["a.md:3: account is personal or official, not 'mine'"]),
    'a list for one value': ('lang = ["nb"]', ['a.md:2: lang has to be a single value in the front matter']),
    'a waiver without words': (
        '[[policycheck.keep]]\nrule = "a/b"\nreason = "because it was"',
        ["a.md:2: the waiver has no 'words'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(('block', 'expected'), BLOCKS.values(), ids=BLOCKS)
def test_front_matter_says(block: str, expected: list[object]) -> None:
    assert told(block) == expected


@pytest.mark.parametrize('text', ['+++\nno end', '++++\nx = 1\n++++\n', '\n+++\nx = 1\n+++\n'])
def test_what_is_no_front_matter_stays(text: str) -> None:
    (draft,) = drafts.read('a.md', text.encode())
    assert isinstance(draft, Draft)
    assert (draft.text, draft.settings) == (text, {})


SIGNS = st.sampled_from([*'ab"\\\'#=[]{}+ .', 'é', '😀', '\n', '\t'])


@settings(max_examples=150, deadline=None)
@given(st.lists(SIGNS, min_size=1, max_size=20).map(''.join).filter(str.strip), st.booleans(), st.booleans())
def test_every_place_of_a_title_leads_back_to_its_character(text: str, ascii_only: bool, slow: bool) -> None:
    more = '[params]\nx = 1\n' if slow else ''
    source = f'+++\ntitle = {json.dumps(text, ensure_ascii=ascii_only)}\n{more}+++\nBody'
    if ascii_only and '😀' in text:
        # TOML knows no halves of characters
        source = source.replace('\\ud83d\\ude00', '\\U0001F600')
    (draft,) = drafts.read('a.md', source.encode())
    assert isinstance(draft, Draft), draft
    (head,) = draft.heads
    assert draft.text[head.span.start : head.span.end] == text
    for at in range(*head.span):
        start, end = draft.places.span(at, at + 1) if draft.places else (at, at + 1)
        piece = source[start:end].replace('\\U0001F600', '😀')
        assert json.loads(f'"{piece}"', strict=False) == draft.text[at]


ONE = Kept('a/b', 'worst winter', reason='because "it" was', by='Kari', until='2027-01-31')
HEADS = {
    'none yet': (
        '+++\nlang = "nb"\n+++\n',
        '+++\nlang = "nb"\n\n[[policycheck.keep]]\nrule = "a/b"\nwords = "worst winter"\n'
        'reason = "because \\"it\\" was"\nuntil = "2027-01-31"\nby = "Kari"\n+++\n',
    ),
    'others before, Windows': (
        '\ufeff+++\r\n[[policycheck.keep]]\r\nrule = "x/y"\r\nwords = "old"\r\nreason = "because it was"\r\n'
        '[params]\r\nx = 1\r\n+++\r\n',
        '\ufeff+++\r\n[params]\r\nx = 1\r\n\r\n[[policycheck.keep]]\r\nrule = "a/b"\r\nwords = "worst winter"\r\n'
        'reason = "because \\"it\\" was"\r\nuntil = "2027-01-31"\r\nby = "Kari"\r\n+++\r\n',
    ),
}


@pytest.mark.parametrize(('head', 'expected'), HEADS.values(), ids=HEADS)
def test_the_app_states_what_is_kept(head: str, expected: str) -> None:
    written = with_keeps(head, [ONE], 'The worst winter.')
    assert written == expected
    assert read_keeps(written, 'a.md') == [ONE]
    assert read_keeps(with_keeps(written, [], ''), 'a.md') == []
    assert with_keeps(written, [ONE], 'The worst winter.') == written


OTHERS = {
    'JSON': '---json\n{"policycheck": {"keep": [%s]}}\n---\n',
    'JavaScript': '---js\n{}\n---\n',
    'named TOML': '---toml\nx = 1\n---\n',
}


@pytest.mark.parametrize('head', OTHERS.values(), ids=OTHERS)
def test_front_matter_that_the_app_cannot_write_is_left_alone(head: str) -> None:
    entry = {'rule': 'a/b', 'words': 'worst', 'reason': 'because it was'}
    head = head.replace('%s', json.dumps(entry))
    assert with_keeps(head, read_keeps(head, 'a.md'), 'The worst winter.') == head
    with pytest.raises(InputError, match='YAML or TOML alone'):
        with_keeps(head, [ONE], 'The worst winter.')


def test_yaml_that_is_named_takes_reasons() -> None:
    written = with_keeps('---yaml\nx: 1\n---\n', [ONE], 'The worst winter.')
    assert written.startswith('---yaml\nx: 1\npolicycheck:\n')
    assert read_keeps(written, 'a.md') == [ONE]


def test_waivers_that_share_their_lines_are_left_alone() -> None:
    keep = '{rule = "a/b", words = "one", reason = "because it was"}'
    head = f'+++\npolicycheck = {{keep = [{keep}, {keep.replace("one", "two")}]}}\n+++\n'
    with pytest.raises(InputError, match='share their lines'):
        with_keeps(head, [ONE], 'The worst winter.')
