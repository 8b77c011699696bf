"""Escapes and character references in Markdown: read as what they mean, flagged and changed where they stand."""

from __future__ import annotations

import html
import re

import engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.markup.markup import blank, visible
from policycheck.model import Draft, Report
from policycheck.readers import drafts
from policycheck.readers.escapes import ESCAPES
from policycheck.repair import repaired
from policycheck.screened import screened_of
from policycheck.text import normalise

RULES = {
    'a/gold': engine.find('en', '"zorkmid"\n"zork-mid"\n"zork mid"', 'fix: {en: {"zorkmid": "gold"}}\nsafe: true'),
    'a/star': engine.find('en', '"bossy"', 'fix: {en: {"bossy": "*busy* & [1] &amp;"}}\nsafe: true'),
    'a/long': engine.rule('level: note\nlimit: {measure: length, at_most: 40}'),
    'a/tags': engine.rule('level: note\nlimit: {measure: hashtags, at_most: 1}'),
}  # fmt: skip


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return engine.ruleset(tmp_path_factory.mktemp('references'), RULES, shipped=engine.QUOTED)


def draft_of(text: str) -> Draft:
    (draft,) = drafts.read('a.md', text.encode())
    assert not isinstance(draft, InputError)
    return draft


def report(rules: Ruleset, text: str) -> Report:
    return check(draft_of(text), rules, {'lang': 'en'})


FOUND = {
    'a letter as a number': ('A zork&#109;id.', [('a/gold', 'zork&#109;id')]),
    'a letter as a hex number': ('A &#x7A;orkmid.', [('a/gold', '&#x7A;orkmid')]),
    'a soft hyphen': ('A zork&shy;mid.', [('a/gold', 'zork&shy;mid')]),
    'a no-break space': ('A zork&nbsp;mid.', [('a/gold', 'zork&nbsp;mid')]),
    'an escape': ('A zork\\-mid.', [('a/gold', 'zork\\-mid')]),
    'after front matter and a title': (
        '\ufeff---\r\ntitle: "A \\u263a"\r\n---\r\n😀 zork&#109;id.',
        [('a/gold', 'zork&#109;id')],
    ),
    'titles are no Markdown': ('---\ntitle: A zork&#109;id\n---\nFine.', []),
    'in code': ('A `zork&#109;id`.', []),
    'in a target': ('A [coin](zork&#109;id).', []),
    'in a link': ('A [zork&#109;id](x).', [('a/gold', 'zork&#109;id')]),
    'a length counts what is seen': ('&#97;' * 40, []),
    'a length that is passed': ('&#97;' * 40 + '&amp;&#98;', [('a/long', '&amp;&#98;')]),
    'no hashtags': ("It&#39;s &#39;fine&#39; &#40;so&#41;.", []),
    'hashtags': ('\\#one and &#35;two', [('a/tags', '&#35;two')]),
}  # fmt: skip


@pytest.mark.parametrize(('text', 'expected'), FOUND.values(), ids=FOUND)
def test_a_flag_stands_where_its_words_are_written(
    rules: Ruleset, text: str, expected: list[tuple[str, str]]
) -> None:
    found = report(rules, text)
    assert [(flag.rule.id, flag.quote) for flag in found.flags] == expected
    assert all(text[slice(*flag.span)] == flag.quote for flag in found.flags)


FIXED = {
    'a reference goes with its word': ('Zork&#109;id\\!\r\n', 'Gold\\!\r\n'),
    'marks are escaped': ('**bossy** \\* &lt;\n', '**\\*busy\\* & \\[1\\] \\&amp;** \\* &lt;\n'),
    'a title is no Markdown': ('---\ntitle: "bossy"\n---\nFine.\n', '---\ntitle: "*busy* & [1] &amp;"\n---\nFine.\n'),
}  # fmt: skip


@pytest.mark.parametrize(('before', 'after'), FIXED.values(), ids=FIXED)
def test_a_fix_stands_in_markdown_as_it_is_meant(rules: Ruleset, before: str, after: str) -> None:
    done = repaired('a.md', before.encode(), lambda draft: check(draft, rules, {'lang': 'en'}))
    assert done.content.decode() == after


MARKS = st.lists(
    st.sampled_from(
        [
            *'\\`*_[]<>&#-+=|~{}!.:;()%/',
            '1',
            'a',
            'amp;',
            ' ',
            '&amp;',
            '{{',
            '![a](b)',
            '**a**',
            '\n',
            '12. ',
        ]
    ),
    max_size=12,
).map(''.join)


@settings(max_examples=150, deadline=None)
@given(MARKS.map(lambda text: ' '.join(text.split())))
def test_an_escaped_text_is_read_as_it_was(text: str) -> None:
    written = ESCAPES['markdown'](text) or ''
    assert visible(written, *blank(written)[:2]).text == text


def in_references(sign: str) -> st.SearchStrategy[str]:
    """The ways to write a sign, with something that is not seen before it."""
    code = ord(sign)
    ways = st.sampled_from([sign, f'&#{code};', f'&#x{code:x};', f'&#X{code:05X};'])
    return st.tuples(st.sampled_from(['', '', '&shy;', '&ZeroWidthSpace;']), ways).map(''.join)


WORD = st.tuples(*map(in_references, 'zorkmid')).map(''.join)
AROUND = st.lists(
    st.sampled_from([
        ' ', '\r\n', '\r\n\r\n', '😀', '👩‍💻', 'e\u0301', '&amp;', '&#128512;', '&nbsp;', '\\*', '\\\\', '\\#',
        '&fjlig;', 'coin', '**so**', '[a&lt;b](c&amp;d)', '`a&amp;b`', '- ', '> ', '<b title="&amp;">', '</b>',
        '&nope;', '&', '\\', '| a &amp; |\r\n|---|\r\n| \\| |\r\n', '# ',
    ]),
    max_size=12,
).map(''.join)  # fmt: skip


def meant(written: str) -> str:
    """What references and escapes mean."""
    return re.sub(r'\\([!-/:-@\[-`{-~])|&[#\w]+;', lambda found: found[1] or html.unescape(found[0]), written)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(AROUND, WORD), min_size=1, max_size=3), AROUND)
def test_the_place_of_every_flag_means_its_words(
    rules: Ruleset, pairs: list[tuple[str, str]], end: str
) -> None:
    text = '\r\n\r\n'.join(f'{around}\r\n\r\nA {word}.' for around, word in pairs) + end
    found = [flag for flag in report(rules, text).flags if flag.rule.id == 'a/gold']
    assert [re.sub('[\u00ad\u200b]', '', meant(flag.quote)) for flag in found] == ['zorkmid'] * len(pairs)
    assert all(text[slice(*flag.span)] == flag.quote for flag in found)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(AROUND, WORD), max_size=8).map(' '.join))
def test_every_sign_that_is_read_stands_in_its_place(text: str) -> None:
    for normal in screened_of(draft_of(text))[:2]:
        for at, sign in enumerate(normal.text):
            start, end = normal.span(at, at + 1)
            written = text[start:end]
            # a space stands for what is not seen, a line end for the gap before what is told beside the text
            blank = '\n' if start == end else '\u2029' if written in ('|', '\n', '\r') else ' '
            assert sign in {' ', blank, *meant(written), *normalise(meant(written)).text}, (sign, written)
