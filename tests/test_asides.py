"""What readers are told beside a Markdown text: found, placed, not counted, and mended without harm."""

from __future__ import annotations

import html
import json
import re

import engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.markup.asides import values
from policycheck.markup.markup import blank
from policycheck.model import Report
from policycheck.readers import drafts
from policycheck.repair import repaired

SIGNS = '"b" (c) \'d\' <e> {{f}} [g] \\ | `'
RULES = {
    'a/gold': engine.find('en', '"zorkmid"\n"zork" ... "mid"', 'fix: {en: {"zorkmid": "gold"}}\nsafe: true'),
    'a/very': engine.find('en', '"very zarky"', 'fix: {en: {"very": ""}}\nsafe: true'),
    'a/nice': engine.find('en', '"bossy"', f'fix: {{en: {{"bossy": {json.dumps(SIGNS)}}}}}\nsafe: true'),
    'a/long': engine.rule('level: note\nlimit: {measure: length, at_most: 20}'),
}  # fmt: skip


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return engine.ruleset(tmp_path_factory.mktemp('asides'), RULES, shipped=engine.QUOTED)


def report(rules: Ruleset, text: str) -> Report:
    (draft,) = drafts.read('a.md', text.encode())
    assert not isinstance(draft, InputError)
    return check(draft, rules, {'lang': 'en'})


FOUND = {
    'the title of a link': ('A [b](u "zorkmid")', ['zorkmid']),
    'in single quotes, in brackets': ("A [b](u 'zorkmid') [b](<u v> (zorkmid))", ['zorkmid', 'zorkmid']),
    'of a picture': ('![b](u "zork&#109;id")', ['zork&#109;id']),
    'of a picture in a link': ('[![b](u "zorkmid")](v "zork\\-mad zorkmid")', ['zorkmid', 'zorkmid']),
    'in a heading and an item': ('# [b](u "zorkmid")\n\n- [b](u "zorkmid")', ['zorkmid', 'zorkmid']),
    'in a table': ('| a |\n|---|\n| [b](u "x \\| zorkmid") |', ['zorkmid']),
    'over two lines of a quote': ('> [b](u "zork\r\n> mid")', ['zork\r\n> mid']),
    'of a definition': ('A [b] c.\r\n\r\n[b]: /u "zorkmid"', ['zorkmid']),
    'of a definition, over lines': (
        'A [b] c.\r\n\r\n[b]:\r\n  /u\r\n  "a \\"zork\r\n  mid\\" b"\r\n\r\nD',
        ['zork\r\n  mid'],
    ),
    'of a definition, over lines, not the last': ("A [b][c d] c.\n\n[C\nD]: /u 'zorkmid\nb'\n[e]: f", ['zorkmid']),
    'of a definition by another name': ('A ![b][C d] c.\n\n[c D]: /u (zorkmid)', ['zorkmid']),
    'of a definition that nothing uses': ('A.\n\n[//]: # (zorkmid)\n[b]: u "zorkmid"', []),
    'a link that is none': ('A [b](u "zorkmid" x)', ['zorkmid']),
    'in code': ('`[b](u "zorkmid")`\n\n    <img alt="zorkmid">', []),
    'an alt text in a block': ('<p>\n  <img src="x"\n alt="zorkmid"/></p>', ['zorkmid']),
    'in a line': ("A <img alt='zork&#109;id' src=x> b", ['zork&#109;id']),
    'without quotes': ('A <img alt=zorkmid> b', ['zorkmid']),
    'a title of any tag': ('<abbr title="zorkmid">Z</abbr> is', ['zorkmid']),
    'signs of tags in an alt text': ('<img alt="a > b zorkmid <c>">', ['zorkmid']),
    'other attributes': ('<img data-alt="zorkmid" alt="" class="alt=zorkmid">', []),
    'in a comment': ('<!-- <img alt="zorkmid"> -->', []),
    'an expression': ('<Image alt={zorkmid} />', []),
    'a caption in a shortcode': ('{{< figure src="u" caption="zorkmid" >}} {% img alt=\'zorkmid\' %}', ['zorkmid'] * 2),
    'a raw text of Hugo': ('{{< figure src="u" caption=`a "zorkmid"` >}}', ['zorkmid']),
    'a summary': ('{{< details summary="zorkmid" >}}b{{< /details >}}', ['zorkmid']),
    'what comes after the picture': (
        '{% image "u.jpg", "zorkmid", "50vw" %} {%- img page.cover `zorkmid` -%} {{< picture "u" \'zorkmid\' >}}',
        ['zorkmid'] * 3,
    ),
    'what comes after something else': (
        '{% video "u", "zorkmid" %} {% image src="u" "zorkmid" %} {% image "zorkmid" %}',
        [],
    ),
    'a shortcode in code, and one that is shown': ('`{{< f alt="zorkmid" >}}` {{</* f alt="zorkmid" */>}}', []),
    'no sentence runs into it': ('Zork [a](u "mid") b', []),
    'cells of a table are apart': (
        '| a | zork |\r\n|---|---|\r\n| mid | zork |\r\n| b | mid zork a mid |\r\n',
        ['zork a mid'],
    ),
    'cells without bars around them': ('zork\n\na | zork\n--|--\nmid | zork\nmid | a', []),
    'nor is it torn by it': ('Zork [b](u "x") mid', ['Zork [b](u "x") mid']),
    'after front matter': ('\ufeff---\r\ntitle: "A \\u263a"\r\n---\r\n😀 [b](u "zorkmid")', ['zorkmid']),
}  # fmt: skip


@pytest.mark.parametrize(('text', 'expected'), FOUND.values(), ids=FOUND)
def test_it_is_found_where_it_stands(rules: Ruleset, text: str, expected: list[str]) -> None:
    found = report(rules, text)
    assert [flag.quote for flag in found.flags if flag.rule.id != 'a/long'] == expected
    assert all(text[slice(*flag.span)] == flag.quote for flag in found.flags)
    assert [flag.span for flag in found.flags] == sorted(flag.span for flag in found.flags)


PAGES = {
    'a text is not torn by it': ('Zork <a title="x" href=y>mid</a>', ['Zork <a title="x" href=y>mid']),
    'nor runs into it': ('<a title="zork">mid</a> <b aria-label=mid>zork', []),
    'nor do blocks': ('<p>zork</p><p>mid<li>zork<li>mid', []),
    'nor do they around it': ('<p>zork</p><img alt="a"><p>mid', []),
    'nor do cells': ('<td>zork<td>mid', []),
    'a label and a title': ('<button aria-label="zork&#109;id">', ['zork&#109;id']),
    'a preview': ('<meta property="OG:title" content=\'a "zorkmid"\'>', ['zorkmid']),
    'after blanks and entities': (
        'A &amp; <img alt="&quot;"> b <abbr title="zork m">zorkmid</abbr>',
        ['zorkmid'],
    ),
}


@pytest.mark.parametrize(('text', 'expected'), PAGES.values(), ids=PAGES)
def test_it_is_found_in_a_page(rules: Ruleset, text: str, expected: list[str]) -> None:
    (draft,) = drafts.read('a.html', text.encode())
    assert not isinstance(draft, InputError)
    found = check(draft, rules, {'lang': 'en'}).flags
    assert [flag.quote for flag in found if flag.rule.id != 'a/long'] == expected
    assert all(text[slice(*flag.span)] == flag.quote for flag in found)


def test_a_fix_in_a_page_leaves_the_tag(rules: Ruleset) -> None:
    before = 'Hi <img alt="a zork&#109;id" src=x> <a title=\'zorkmid\'>b</a> <b title="bossy">'
    done = repaired('a.html', before.encode(), lambda draft: check(draft, rules, {'lang': 'en'}))
    assert done.content.decode() == (
        'Hi <img alt="a gold" src=x> <a title=\'gold\'>b</a> '
        '<b title="&quot;b&quot; (c) \'d\' &lt;e&gt; {{f}} [g] \\ | `">'
    )


def test_a_limit_counts_what_stands_in_the_post(rules: Ruleset) -> None:
    shown = report(rules, '[Short](u "a title of so many words") <img alt="and a picture">')
    assert shown.flags == ()


FIXED = {
    'words': ('[b](u "A zork&#109;id, so")\r\n', '[b](u "A gold, so")\r\n'),
    'a word at the beginning': ('[b](u "very zarky") c', '[b](u "zarky") c'),
    'a word at the beginning, with a capital': ('<img alt="Very zarky">', '<img alt="Zarky">'),
    'the whole': ("[b](u 'zorkmid')", "[b](u 'gold')"),
    'signs in a title': (
        '[b](u "bossy")',
        '[b](u "&#34;b&#34; (c) \'d\' &#60;e&#62; &#123;&#123;f&#125;&#125; &#91;g&#93; &#92; &#124; &#96;")',
    ),
    'in single quotes': (
        "<img alt='bossy'>",
        "<img alt='\"b\" (c) &#39;d&#39; &#60;e&#62; &#123;&#123;f&#125;&#125; &#91;g&#93; &#92; &#124; &#96;'>",
    ),
    'in brackets': (
        '[b](u (bossy))',
        '[b](u (&#34;b&#34; &#40;c&#41; '.replace('&#34;', '"')
        + "'d' &#60;e&#62; &#123;&#123;f&#125;&#125; &#91;g&#93; &#92; &#124; &#96;))",
    ),
    'no quotes, no change': ('<img alt=zorkmid src=x>', '<img alt=zorkmid src=x>'),
    'a shortcode': ('{{< f alt="zorkmid" >}}', '{{< f alt="gold" >}}'),
    'a raw text of Hugo': ('{{< f alt=`zorkmid` >}}', '{{< f alt=`gold` >}}'),
    'what comes after the picture': ('{% image "zorkmid", "a zorkmid" %}', '{% image "zorkmid", "a gold" %}'),
    'a shortcode takes no such signs': ('{{< f alt="bossy" >}}', '{{< f alt="bossy" >}}'),
}  # fmt: skip


@pytest.mark.parametrize(('before', 'after'), FIXED.values(), ids=FIXED)
def test_a_fix_leaves_the_signs_around(rules: Ruleset, before: str, after: str) -> None:
    done = repaired('a.md', before.encode(), lambda draft: check(draft, rules, {'lang': 'en'}))
    assert done.content.decode() == after


PIECES = st.sampled_from(
    ['a', 'zorkmid', ' ', '&quot;', '&#109;', '&amp;', '😀', 'e\u0301', 'å', ',', '-', '!']
)
HOLDERS = st.sampled_from([
    '[b](u "{}")', "![b](<u v> '{}')", '<img src=x alt="{}">', "<a href='u' title='{}'>b</a>", '[b](u (x))',
    '> [b](u "{}") `c`', '- **a** [*b*](u "{}")', '| a |\n|---|\n| ![b](u "{}") |', '{{{{< f caption="{}" >}}}}',
    '{{{{< f caption=`{}` >}}}}', '{{% image "u", "{}" %}}',
    '<div>\n<img alt="{}">\n</div>', '[b]\n\n[b]: u "{}"', '`[b](u "{}")`',
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(HOLDERS, st.lists(PIECES, min_size=1, max_size=8).map(''.join)), min_size=1, max_size=4
    )
)
def test_every_place_decodes_to_what_is_read(pairs: list[tuple[str, str]]) -> None:
    text = '\r\n\r\n'.join(holder.format(said) for holder, said in pairs)
    for one in blank(text).asides:
        assert len(one.text) == len(one.starts) == len(one.ends)
        assert html.unescape(text[slice(*one.span)]) == one.text
        for sign, start, end in zip(one.text, one.starts, one.ends, strict=True):
            assert html.unescape(text[start:end]) == sign


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(HOLDERS, st.lists(PIECES, min_size=1, max_size=6).map(''.join)), min_size=1, max_size=3
    )
)
def test_fixes_change_nothing_but_their_words(rules: Ruleset, pairs: list[tuple[str, str]]) -> None:
    text = '\r\n\r\n'.join(holder.format(said) for holder, said in pairs)
    done = repaired('a.md', text.encode(), lambda draft: check(draft, rules, {'lang': 'en'}))
    bare = re.compile('(?i)zork(?:m|&#109;)id|gold')
    assert bare.sub('', done.content.decode()) == bare.sub('', text)


VALUES = {
    'quotes of both kinds': ('<a x="1" Y=\'2\'>', [('x', '1', '"'), ('y', '2', "'")]),
    'none': ('<a x=1 y z = 3/>', [('x', '1', ''), ('z', '3/', '')]),
    'a value in a value': ("<a x=\"alt='q'\" alt='\"'>", [('x', "alt='q'", '"'), ('alt', '"', "'")]),
    'expressions': ('<A x={y} z={`a`} alt="b">', [('alt', 'b', '"')]),
    'an open quotation mark': ('<a alt="b>', []),
    'line ends': ('<a\r\n\talt\n=\n"b\nc">', [('alt', 'b\nc', '"')]),
}


@pytest.mark.parametrize(('tag', 'expected'), VALUES.values(), ids=VALUES)
def test_values(tag: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.name, tag[one.start : one.end], one.quote) for one in values(tag)] == expected
