"""Markdown blanked in place: what readers see stays where it is, the rest is blank."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policycheck.markup.markup import blank, quick, visible


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        # a middle dot stands for a blank that was a sign, a pilcrow for what ends a paragraph before a cell
        ('Vanlig tekst, to\nlinjer.', 'Vanlig tekst, to\nlinjer.'),
        ('# Ny vakt\n\nHei', '··Ny vakt\n\nHei'),
        ('## Ny vakt ##', '···Ny vakt···'),
        ('Ny vakt\n=======\nHei', 'Ny vakt\n·······\nHei'),
        ('#nyvakt i dag', '#nyvakt i dag'),
        ('**Hei** og *du*', '··Hei·· og ·du·'),
        ('__Hei__ snake_case _du_', '··Hei·· snake_case ·du·'),
        ('***begge*** ~~bort~~', '···begge··· ··bort··'),
        ('2 * 3 * 4 og **åpen', '2 * 3 * 4 og **åpen'),
        ('**a *b\nc* d**', '··a ·b\nc· d··'),
        ('- en\n* to\n+ tre', '··en\n··to\n··tre'),
        ('1. mai\n2. juni', '1· mai\n2· juni'),
        ('- en\n\n  mer\n  - under', '··en\n\n  mer\n  ··under'),
        ('> sitert\nlat linje', '··sitert\nlat linje'),
        ('> - a\n>   b', '····a\n····b'),
        ('Se [vakt](https://a.no/x "t") nå', 'Se ·vakt················ ···· nå'),
        ('[vakt][1] [1] [løs]\n\n[1]: https://a.no', '·vakt···· ·1· [løs]\n\n·················'),
        ('[a `]` b](c)', '·a ··· b····'),
        ('[løs](a b c)', '[løs](a b c)'),
        ('![En *glad* katt](k.png)', '··En ·glad· katt········'),
        ('[![katt](k.png)](x)', '···katt············'),
        ('Kjør `rm -rf` nå', 'Kjør ········ nå'),
        ('en ` tegn', 'en ` tegn'),
        ('```py\nx = 1\n```\nHei', '·····\n·····\n···\nHei'),
        ('a\n\n    kode\n\nb', 'a\n\n········\n\nb'),
        ('Hei <b class="x">du</b><br>', 'Hei ·············du········'),
        ('<div>\nHei <i>du</i>\n</div>', '·····\nHei ···du····\n······'),
        ('<!-- skjult\n\nmer -->\nHei', '···········\n\n·······\nHei'),
        ('Hei <!-- skjult --> du', 'Hei ··············· du'),
        ('<script>\nlet x\n</script>', '········\n·····\n·········'),
        ('Vi <3 deg & 5 < 6', 'Vi <3 deg & 5 < 6'),
        ('<https://a.no>', '·https://a.no·'),
        ('a\\*b &amp; &aring;', 'a\\*b &amp; &aring;'),
        ('a\\\nb', 'a·\nb'),
        ('C:\\temp', 'C:\\temp'),
        ('| a | **b** |\n|---|:-:|\n| x \\| y | z |', '¶ a ¶ ··b·· ·\n·········\n¶ x \\| y ¶ z ·'),
        ('- | 1 | 2 |\n  |---|---|\n  | 2 | 1 |', '··¶ 1 ¶ 2 ·\n  ·········\n  ¶ 2 ¶ 1 ·'),
        ('Fot[^1].\n\n[^1]: Noten her.', 'Fot····.\n\n······Noten her.'),
        ('Se {{< video id="1" >}} her', 'Se ···················· her'),
        ('{% include "a" %}\n# Hei {#hei}', '·················\n··Hei ······'),
        ('## Hei {#hei} {.stor} a\nb\n{: .x title="c"}', '···Hei ······ ······· a\nb\n················'),
        ('a {# b\n\nc #} d {#- e -#} {:) {. f', 'a ····\n\n···· d ········· {:) {. f'),
        ('{#a} b {# c #} {# åpen }', '···· b ······· {# åpen }'),
        ('{% comment %}a\n\nb{%- endcomment -%} c', '··············\n\n··················· c'),
        ('{{< highlight go >}}\na\n{{< /highlight >}}b', '····················\n·\n··················b'),
        ('{% comment %} a {% endraw %}', '············· a ············'),
        ('{{% notice %}}\nHei\n{{% /notice %}}', '··············\nHei\n···············'),
        ('en {{ åpen og {% åpen', 'en {{ åpen og {% åpen'),
        ('a\n\n---\n\n***\n', 'a\n\n···\n\n···\n'),
        ('a  \r\n# b\r\n\r\n- c\rd', 'a  \r\n··b\r\n\r\n··c\rd'),
        ('a\0b *c*', 'a\0b ·c·'),
        ('שלום **עולם** \u202eabc', 'שלום ··עולם·· \u202eabc'),
        ('-\tmed tabulator', '·\tmed tabulator'),
        ('**👨‍👩‍👧** e\u0301', '··👨‍👩‍👧·· e\u0301'),
        ('', ''),
    ],
)
def test_blank(text, expected):
    assert blank(text)[0] == expected.replace('·', ' ').replace('¶', '\u2029')


WRITTEN = {
    'named': ('a&nbsp;b &amp;amp;', [(1, 7, '\u00a0'), (9, 14, '&')]),
    'decimal and hex': ('Fal&#99;o&#x6E;&#X41;', [(3, 8, 'c'), (9, 15, 'n'), (15, 21, 'A')]),
    'of two signs': ('&fjlig;', [(0, 7, 'fj')]),
    'an escape': ('zork\\-mid \\\\ \\a', [(4, 6, '-'), (10, 12, '\\')]),
    'an escaped reference': ('\\&amp; &amp;lt;', [(0, 2, '&'), (7, 12, '&')]),
    'no mark after all': ('\\*a\\* 1\\. b', [(0, 2, '*'), (3, 5, '*'), (7, 9, '.')]),
    'not known, not ended': ('&nope; &amp &;', []),
    'a code that is none': ('&#xD800;', [(0, 8, '\ufffd')]),
    'code': ('`&amp; \\*` &lt;\n\n    &amp;\n', [(11, 15, '<')]),
    'a link': ('[a&amp;b](/x?a&amp;b "&lt;\\"") \\[c]', [(2, 7, '&'), (31, 33, '[')]),
    'a picture': ('![a&amp;b](/x&amp;y)', [(3, 8, '&')]),
    'a picture in a link': ('[![a&amp;b](/x)\\*](&lt;)', [(4, 9, '&'), (15, 17, '*')]),
    'a tag': ('<b title="&amp;">&lt;</b>', [(17, 21, '<')]),
    'HTML': ('<div title="&amp;">\n&lt; \\* &nope;\n</div>', [(20, 24, '<')]),
    'an address': ('<https://a.no/?b&amp;c>', []),
    'a heading': ('# A &amp; B #', [(4, 9, '&')]),
    'CRLF and emoji': ('😀 &#128512;\r\n> a\\\r\n> &amp;', [(2, 11, '😀'), (21, 26, '&')]),
    'a table': (
        '| a | b |\n|---|---|\n| x \\| &amp; | `\\|` \\\\| |',
        [(24, 26, '|'), (27, 32, '&'), (40, 43, '|')],
    ),
    'a template': ('{{< a "&amp;" >}} &amp;', [(18, 23, '&')]),
    'a block that is left as it is': ('[' * 401 + '&amp;\\*', [(401, 406, '&'), (406, 408, '*')]),
}


@pytest.mark.parametrize(('text', 'expected'), WRITTEN.values(), ids=WRITTEN)
def test_escapes_and_references(text, expected):
    blanked, written, _ = blank(text)
    assert [tuple(one) for one in written] == expected
    assert all(blanked[start:end] == text[start:end] for start, end, _ in expected)


ORDINARY = [
    'Vi søker deg som liker folk.\n\nSøk innen fredag! #jobb @nordvik https://nordvik.example/jobb',
    '# Ny vakt\n\nVi har **tre** ledige plasser, og *alle* er faste.\n\n- Dag\n- Natt\n- Helg\n\nSøk [her](https://nordvik.example/jobb).',
    '1. Les\n2. Skriv\n3. Vent\n\n> Det er bra\n> sa hun.\n\nTakk (**alle**)!',
    'Meet the team 👋🏽\nsnake_case and 5 > 4.\n\n* One\n* Two\n  - Three',
    'Hei [du](/her) og [dere](#der).\n\n## Om **oss**\nMer',
    '17. mai er fri.',
    'FoU & drift, AT&T, B&B; ja.',
    'Tilbud: 20. mai - 30. mai\n\n#jobb #sommer\n\n>Sitat',
]


@pytest.mark.parametrize('text', ORDINARY)
def test_an_ordinary_post_needs_no_parser(text):
    assert (quick(text), [], []) == blank(text)


@pytest.mark.parametrize(
    'text',
    [
        'a\\*',
        '&amp;',
        '<b>',
        '`a`',
        '{{< a >}}',
        '| a |',
        '![a](b)',
        '[a][b]',
        '    a',
        'a\n===',
        'a\n---',
        '_a_',
        '*a',
        '**a*',
        'x*a*',
        '[a](javascript:x)',
        '- # a',
        'a\n5. b',
        '-',
        '## a #',
        '-     a',
        '[a]',
        '~~a~~',
        '\ta',
    ],
)
def test_what_is_not_ordinary_is_left_to_the_parser(text):
    assert quick(text) is None


PIECES = st.sampled_from(
    [
        'a',
        'Hei',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '*',
        '**',
        '_',
        '#',
        '# ',
        '- ',
        '* ',
        '1. ',
        '2. ',
        '3) ',
        '> ',
        '>',
        '[',
        ']',
        '(',
        ')',
        '](x)',
        '[a](b)',
        '**a**',
        '*b*',
        '![',
        '`',
        '```\n',
        '<b>',
        '</b>',
        '<',
        '&amp;',
        '&#99;',
        '&shy',
        ';',
        '&',
        '\\',
        '\\*',
        '\\|',
        '|',
        '\n|---|---|\n',
        '---',
        '===',
        '    ',
        '\t',
        '~~',
        '{{< a >}}',
        '{%',
        '%}',
        '[^1]',
        '[^1]: ',
        ': ',
        '!',
        '.',
        '\r',
        '\r\n',
        '\0',
        '"',
        '\u00a0',
        '😀',
        'e\u0301',
        '\u202e',
        '\x0b',
        '\u2028',
        '\ue000',
        '+ ',
        '<!--',
        '-->',
        '<div>',
        '](x "',
        '")',
        '<img alt="',
        '">',
        "title='",
        '{{< a alt="',
        '[x]: y "a"\n',
        '[x]: y\n',
        'https://a.no',
        '«',
    ]
)
PLAINER = st.sampled_from(
    [
        'a',
        'Hei',
        ' ',
        '\n',
        '\n\n',
        '*',
        '**',
        '# ',
        '#',
        '- ',
        '* ',
        '1. ',
        '2. ',
        '> ',
        '>',
        '[a](b)',
        '**a**',
        '*b*',
        '.',
        '!',
        '"',
        '(',
        ')',
        '  ',
        '   ',
        '[',
        ']',
        '+ ',
        '3) ',
        '\u00a0',
        '«',
        '-',
        'snake_case',
        ':',
        '[b](/c)',
        '&',
        '&a',
        ';',
        '1',
        '=',
        '[a b](https://c.no)',
    ]
)
MARKDOWN = st.one_of(
    st.text(max_size=60), *(st.lists(pieces, max_size=25).map(''.join) for pieces in (PIECES, PLAINER))
)


@settings(max_examples=150, deadline=None)
@given(MARKDOWN)
def test_blanking_moves_nothing(text):
    blanked, _, asides = blank(text)
    assert all(blanked[start:end].isspace() for *_, (start, end), _ in asides)
    assert len(blanked) == len(text)
    # before a cell stands what ends a paragraph, in the place of a mark or a line end
    assert all(new in (old, ' ', '\u2029') for new, old in zip(blanked, text, strict=True))
    moved = [m.start() for m in re.finditer(r'\s', text) if blanked[m.start()] != text[m.start()]]
    assert [at for at in moved if blanked[at] != '\u2029'] == []


def _seen_by_the_parser(tokens):
    """What the parser's own tokens show: texts, texts of pictures and the numbers of lists."""
    for token in tokens or ():
        if token.type in ('text', 'text_special'):
            yield token.content
        elif token.type == 'list_item_open':
            yield token.info
        elif token.type in ('inline', 'image'):
            yield from _seen_by_the_parser(token.children)


PARSER = MarkdownIt('commonmark').enable(['table', 'strikethrough'])
# what is seen on purpose though the parser has another opinion: templates, footnotes, tags
ALIKE = MARKDOWN.map(lambda text: re.sub('[<{^\0\x0b\x0c\x1c-\x1f\x85\u00a0\u2000-\u2029\u3000]', '', text))


@settings(max_examples=150, deadline=None)
@given(ALIKE)
def test_exactly_what_the_parser_shows_is_left(text):
    assert ''.join(visible(text, *blank(text)[:2]).text.split()) == ''.join(
        ''.join(_seen_by_the_parser(PARSER.parse(text))).split()
    )


@settings(max_examples=150, deadline=None)
@given(MARKDOWN)
def test_the_quick_way_is_sure_or_says_nothing(text):
    plain = quick(text)
    assert plain is None or (plain, [], []) == blank(text)


@pytest.mark.parametrize(
    'sign',
    [
        '[',
        '![',
        '<',
        '<!--',
        '*',
        '**a',
        '_a ',
        '`',
        '`a``',
        '>',
        '> ',
        '- ',
        '{{<',
        '[^',
        '|',
        '&',
        '\\',
        ']',
        '[a](',
        '\r',
        '\0',
        '~~',
        '(',
        '[a]: b\n',
        '|-',
        '<a ',
        '1. ',
        '\t',
        '"',
        '*a_',
        '[a',
        '{#',
        '<script>',
        '&amp;',
        '\\|',
        '[a](b "c")',
        '[a](b "',
        '<a title="b">',
        '<a title="',
        '<a b=',
        '[a]: b "c"\n\n[a] ',
        '{{< a alt="b" >}}',
        '{% comment %}',
        '{{< highlight >}}',
    ],
)
def test_hostile_repetition_neither_raises_nor_hangs(sign):
    for text in (sign * 4_000, (sign + '\n') * 1_000, 'a | b\n-|-\n' + sign * 1_500):
        started = time.process_time()
        assert len(blank(text)[0]) == len(text)
        quick(text)
        assert time.process_time() - started < 2
