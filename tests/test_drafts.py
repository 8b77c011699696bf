from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.errors import InputError
from policycheck.model import Setting
from policycheck.readers import drafts


def read(path, data):
    return list(drafts.read(path, data))


def told(found):
    return [str(entry) if isinstance(entry, InputError) else entry for entry in found]


BAD = 'a.jsonl:2: not a row of JSON'
CURE = 'write {"text": "..."} on one line'


def front(**values):
    return {name: Setting(value, 'front matter') for name, value in values.items()}


def row(**values):
    return {name: Setting(value, 'row') for name, value in values.items()}


@pytest.mark.parametrize(
    ('path', 'data', 'expected'),
    [
        ('a.txt', b'Hei p\xc3\xa5 deg\r\n', ('a.txt', 'a.txt', 'Hei på deg\r\n', 'Hei på deg\r\n', 'none')),
        ('a.TEXT', b'x', ('a.TEXT', 'a.TEXT', 'x', 'x', 'none')),
        ('-', b'x', ('<stdin>', '<stdin>', 'x', 'x', 'none')),
        # a named file is read whatever it is called
        ('LICENSE', b'x', ('LICENSE', 'LICENSE', 'x', 'x', 'none')),
        ('a.txt', b'', ('a.txt', 'a.txt', '', '', 'none')),
        ('a.txt', b'\xef\xbb\xbfx', ('a.txt', 'a.txt', '\ufeffx', 'x', 'none')),
        # dashes are nothing special in plain text
        ('a.txt', b'---\na: b\n---\n', ('a.txt', 'a.txt', '---\na: b\n---\n', '---\na: b\n---\n', 'none')),
        ('a.md', b'*x*\n', ('a.md', 'a.md', '*x*\n', '*x*\n', 'markdown')),
        ('a.markdown', b'---\na: b\r\n---\nx',
         ('a.markdown', 'a.markdown', '---\na: b\r\n---\nx', '   \n    \r\n   \nx', 'markdown')),
        ('a.md', b'\xef\xbb\xbf---\na: b\n---\nx',
         ('a.md', 'a.md', '\ufeff---\na: b\n---\nx', '   \n    \n   \nx', 'markdown')),
    ],
)  # fmt: skip
def test_one_post_a_file(path, data, expected):
    (draft,) = read(path, data)
    assert draft[:5] == expected


@pytest.mark.parametrize(
    ('block', 'settings'),
    [
        # Norwegian, not the opposite of yes
        ('lang: no', front(lang='no')),
        ('lang: nb\nchannel: linkedin\naccount: Official\nreply: yes\npaid: false',
         front(lang='nb', channel='linkedin', account='official', reply=True, paid=False)),
        ('title: "Sol: nå"\n', front(title='Sol: nå')),
        ("title: 'Sol # nå'\n", front(title='Sol # nå')),
        ('title: Sol#1 at 10:30\n', front(title='Sol#1 at 10:30')),
        ('date: 2027-01-15T08:00:00+01:00', front(scheduled='2027-01-15')),
        ('date: 2027-01-15\nscheduled: 2027-02-01', front(scheduled='2027-02-01')),
        # the site's own way to write a date: none of our business
        ('date: 15 January', {}),
        ('date: 2027/01/15 10:00', front(scheduled='2027-01-15')),
        ('date: 02/01/2027', {}),
        ('date: {y: 2027}', {}),
        ('# a comment\n\nlayout: post\nlang:\nchannel: ~', {}),
        ('tags:\n  - sun\nlang: nb # ours', front(lang='nb')),
        ('title: >\n  two\n  lines', front(title='two lines')),
        ('params: {lang: fi}\nlang: sv', front(lang='sv')),
        ('', {}),
    ],
)  # fmt: skip
def test_front_matter_says(block, settings):
    (draft,) = read('a.md', f'---\n{block}\n---\nBody'.encode())
    assert draft.settings == settings
    heads = [draft.text[one.span.start : one.span.end].strip() for one in draft.heads]
    assert heads == [one.value for name, one in settings.items() if name == 'title']
    assert ' '.join(draft.text.split()) == ' '.join((*heads, 'Body'))


NAMED = {
    'JSON': ('---json\n{"title": "A \\u00e5", "lang":"nb","reply":true}\n---\n', ['nb', True], ['A å']),
    'JSON with tabs, Windows': (
        '---json\r\n{\r\n\t"lang":\t"nb",\r\n\t"n": [1,\t2]\r\n}\r\n---\r\n',
        ['nb'],
        [],
    ),
    'JSON in two halves': ('--- json\n{"title": "\\ud83d\\ude00/\\/", "x": null}\n---\n', [], ['😀//']),
    'JSON alone': ('{\n  "title": "A \\u00e5",\n\t"lang": "nb", "tags": ["x"]\n}\n', ['nb'], ['A å']),
    'JSON alone, after a mark, Windows': ('\ufeff{"lang": "nb",\r\n "title": "A"} \r\n\r\n', ['nb'], ['A']),
    'JavaScript': ('---js\n{\n  title: "A",\n  date: new Date(),\n}\n---\n', [], []),
    'YAML': ('---yaml\nlang: nb\ntitle: A\nexcerpt: "B"\n---\n', ['nb'], ['A', 'B']),
    'TOML': ('---toml\nlang = "nb"\ntitle = "A"\n---\n', ['nb'], ['A']),
}


@pytest.mark.parametrize(('head', 'said', 'titles'), NAMED.values(), ids=NAMED)
def test_front_matter_in_a_language_that_it_names(head, said, titles):
    (draft,) = read('a.md', f'{head}Body'.encode())
    assert [one.value for name, one in draft.settings.items() if name != 'title'] == said
    assert [draft.text[one.span.start : one.span.end] for one in draft.heads] == titles
    assert draft.text.split() == [*' '.join(titles).split(), 'Body']


SEEN = {
    'a name that ends in such a word': ('image_alt: A\nogDescription: "B"\ndefault: C\nsubtitle-alt-text: D', 'A|B|D'),
    'of pictures': (
        'images:\n  - {src: a.jpg, alt: "A \\u00e5"}\n  - src: b.jpg\n    alt: \'B\'\'s\'\n'
        'cover:\n  image: c.jpg\n  caption: >-\n    C\n\n    D\n',
        "A å|B's|C\nD",
    ),
    'what is named twice is one': ('a: &a {alt: &b A}\nb: [*a, {alt: *b}]\nc: {<<: *a, title: B}', 'A|B'),
    'a list of them': ('alt: [A, "B"]\nimages: {captions: [x], caption: [C, [D]]}\ntags: [x]', 'A|B|C|D'),
    'by language': ('title: {en: A, nb: B}\ndescription: {sv: C, id: 5, fi: {x: y, alt: D}}', 'A|B|C|5|D'),
    'a list that holds itself': ('a: &a [*a, {alt: A}]', 'A'),
    'waivers are not seen': (
        'policycheck: {keep: [{rule: a/b, words: Body, reason: so it was said}]}\nx: {summary: A}',
        'A',
    ),
    'in JSON': ('{"a": [{"alt": "A \\ud83d\\ude00"}, 1, null], "seo": {"description": "B"}}', 'A 😀|B'),
}  # fmt: skip


@pytest.mark.parametrize(('block', 'seen'), SEEN.values(), ids=SEEN)
def test_what_of_front_matter_readers_see(block, seen):
    (draft,) = read('a.md', f'---\n{block}\n---\nBody'.encode())
    assert [draft.text[one.span.start : one.span.end] for one in draft.heads] == seen.split('|')


@pytest.mark.parametrize('head', ['---json\n{"a": 1,}\n---\n', '---json\n\n{"a": 1\n"b": 2}\n---\n'])
def test_front_matter_that_is_no_json(head):
    line = 2 if ',' in head else 4
    (message,) = told(read('a.md', f'{head}Body'.encode()))
    assert message.startswith(f'a.md:{line}: the front matter is not JSON (')


WRONG_OBJECTS = {
    'a comma too many': ('{\n "lang": "nb",}\n', 2, 'the front matter is not JSON ('),
    'never closed': ('{\n "lang": "nb"\n\n', 4, 'the front matter is not JSON ('),
    'an account that is none': ('{"lang": "nb",\n "account": "ours"}\n', 2, "account is personal or official, not"),
    'a waiver without words': ('{"policycheck": {"keep": [\n{"rule": "a/b"}]}}\n', 2, "the waiver has no 'words'"),
}  # fmt: skip


@pytest.mark.parametrize(('head', 'line', 'problem'), WRONG_OBJECTS.values(), ids=WRONG_OBJECTS)
def test_front_matter_of_json_alone_that_is_wrong(head, line, problem):
    (message,) = told(read('a.md', f'{head}Body'.encode()))
    assert message.startswith(f'a.md:{line}: {problem}')


@pytest.mark.parametrize(
    'text', ['{{< figure src="a" >}}\n', '{% include a %}\n', '{"a": 1} said\n', '{ we }\n', '{}\n']
)
def test_a_brace_at_the_start_is_text(text):
    (draft,) = read('a.md', text.encode())
    assert (draft.text, draft.settings) == (text, {})


@pytest.mark.parametrize(
    'text',
    [
        '---\nlang: nb\nno end',
        '---lang\nlang: nb\n---\n',
        '---\n\nA paragraph between two rules.\n\n---\n',
        '----\nlang: nb\n----\n',
        '\n---\nlang: nb\n---\n',
        '---\n- a list\n---\n',
    ],
    ids=[
        'not closed',
        'no language that we know',
        'a rule across the page',
        'four dashes',
        'not first',
        'a list',
    ],
)
def test_what_is_no_front_matter_stays(text):
    (draft,) = read('a.md', text.encode())
    assert (draft.text, draft.settings) == (text, {})


@pytest.mark.parametrize(
    ('block', 'message'),
    [
        ('lang: nb\nlang: sv', 'a.md:3: lang stands twice in the front matter; keep one'),
        ('tags: [a]\nlang: nb\nlang: sv', 'a.md:4: lang stands twice in the front matter; keep one'),
        ('account: mine', 'a.md:2: account is personal or official, not \'mine\''),
        ('lang: nb\nreply: maybe', 'a.md:3: reply is true or false'),
        ('scheduled: 2027-02-30', 'a.md:2: scheduled has to be a date such as 2027-01-15'),
        ('x: y\n\nlang: [nb, sv]', 'a.md:4: lang has to be a single value in the front matter'),
        ('lang: nb\ntags: [a',
         "a.md:4: the front matter is not YAML (expected ',' or ']', but got '<stream end>'); "
         'correct it or remove it'),
        ('a: ' + '[' * 5000,
         'a.md:2: the front matter is not YAML (nested too deeply); correct it or remove it'),
    ],
)  # fmt: skip
def test_front_matter_that_makes_no_sense(block, message):
    assert told(read('a.md', f'---\n{block}\n---\nBody'.encode())) == [message]


@pytest.mark.parametrize(
    ('data', 'message'),
    [
        (b'a\r\nb\rc\n\xe5 \xe5', 'a.txt:4: byte 0xE5 is not UTF-8; save the file as UTF-8'),
        ('Hei på deg'.encode('utf-16'), 'a.txt: this is UTF-16; save the file as UTF-8'),
        ('Hei på deg'.encode('utf-16-le'), 'a.txt: this is UTF-16; save the file as UTF-8'),
        ('Hei'.encode('utf-16-be'), 'a.txt: this is UTF-16; save the file as UTF-8'),
        ('Hei'.encode('utf-32'), 'a.txt: this is UTF-32; save the file as UTF-8'),
        ('Hei på deg'.encode('utf-32-be'), 'a.txt: this is UTF-32; save the file as UTF-8'),
        (b'a\nPNG\0\1', 'a.txt:2: this is no text: it has a NUL byte; give a text file'),
        (b'x' * 10_000_001, 'a.txt: larger than 10 MB; give the posts in smaller files'),
    ],
    ids=['latin-1', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'binary', 'too large'],
)
def test_what_is_no_text_is_refused(data, message):
    assert told(read('a.txt', data)) == [message]


@pytest.mark.parametrize('path', ['a.md', 'a.jsonl'])
def test_every_reader_refuses_what_is_no_text(path):
    assert told(read(path, b'\xff')) == [f'{path}:1: byte 0xFF is not UTF-8; save the file as UTF-8']


@pytest.mark.parametrize(
    ('line', 'expected'),
    [
        ('{"text": "x"}', ('1', 'x', {})),
        ('{"id": "p1", "text": "x"}', ('p1', 'x', {})),
        ('{"id": 7, "text": "x"}', ('7', 'x', {})),
        ('{"id": null, "text": "x"}', ('1', 'x', {})),
        ('{"text": ""}', ('1', '', {})),
        ('{"text": "x", "lang": "nb", "channel": "x", "account": "personal", "reply": true, "paid": false, '
         '"scheduled": "2027-01-15", "title": "t", "likes": [1]}',
         ('1', 'x\n\nt', row(lang='nb', channel='x', account='personal', reply=True, paid=False,
                        scheduled='2027-01-15', title='t'))),
        ('{"text": "x", "lang": null, "channel": " "}', ('1', 'x', {})),
        # the last of two equal keys, as everywhere in JSON
        ('{"text": "x", "text": "y"}', ('1', 'y', {})),
        (r'{"text": "\u00e5\n\ud83c\udf89\ud800!"}', ('1', 'å\n🎉\ufffd!', {})),
    ],
)  # fmt: skip
def test_a_row_is_a_draft(line, expected):
    (draft,) = read('a.jsonl', line.encode())
    assert (draft.id, draft.text, draft.settings) == expected
    assert (draft.path, draft.source, draft.markup) == ('a.jsonl', line, 'none')


@pytest.mark.parametrize(
    ('line', 'message'),
    [
        ('Hello', f'{BAD} (Expecting value, column 1); {CURE}'),
        ('{"text": "x"',
         f'{BAD} (Expecting \',\' delimiter, column 13); {CURE}'),
        ('[' * 100_000, f'{BAD} (it cannot be read); {CURE}'),
        ('["x"]', 'a.jsonl:2: a row has to be an object: {"text": "..."}'),
        ('{"words": "x"}', 'a.jsonl:2: the row has no "text"'),
        ('{"text": null}', 'a.jsonl:2: the row has no "text"'),
        ('{"text": 3}', 'a.jsonl:2: "text" has to be text in quotation marks'),
        ('{"text": "x", "id": [1]}', 'a.jsonl:2: "id" has to be text or a whole number'),
        ('{"text": "x", "reply": "yes"}', 'a.jsonl:2: reply is true or false'),
        ('{"text": "x", "account": 1}', 'a.jsonl:2: account has to be text'),
        ('{"text": "x", "account": "ours"}', "a.jsonl:2: account is personal or official, not 'ours'"),
        ('{"text": "x", "channel": "linkdin"}', "a.jsonl:2: there is no channel 'linkdin'; did you mean linkedin?"),
        ('{"text": "x", "lang": "norsk"}', "a.jsonl:2: lang is a code such as en, nb, sv or fi, not 'norsk'"),
        ('{"text": "x", "scheduled": "soon"}', 'a.jsonl:2: scheduled has to be a date such as 2027-01-15'),
    ],
)  # fmt: skip
def test_a_bad_row_is_told_and_the_rest_goes_on(line, message):
    found = read('a.jsonl', f'{{"text": "a"}}\n{line}\r\n\r\n{{"text": "b"}}\n'.encode())
    assert [entry if isinstance(entry, str) else entry.text for entry in told(found)] == ['a', message, 'b']
    # blank lines count as lines
    assert found[-1].id == '4'


def test_equal_ids_are_two_drafts():
    found = read('a.ndjson', b'{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}')
    assert [(draft.id, draft.text) for draft in found] == [('a', 'x'), ('a', 'y')]


POSTS = st.text(st.one_of(st.sampled_from('aå🎉"\\/\n\r\t\b\u2028\ufeff{},:'), st.characters(codec='utf-8')))
KEYS = st.dictionaries(
    st.one_of(
        st.sampled_from(['titel', 'a"b', 'te\\xt']), POSTS.filter(lambda key: key not in drafts_keys())
    ),
    st.recursive(st.one_of(st.none(), st.integers(), POSTS), st.lists, max_leaves=3),
    max_size=3,
)


def drafts_keys():
    return {
        'text', 'id', 'lang', 'channel', 'account', 'reply', 'paid', 'scheduled', 'title', 'alt', 'first_comment',
    }  # fmt: skip


def meant(written):
    return json.loads(f'"{written}"', strict=False)


@given(st.lists(st.tuples(KEYS, POSTS, KEYS, st.booleans()), min_size=1, max_size=3), st.booleans())
def test_places_in_rows_hold_the_same_characters(posts, marked):
    rows = '\r\n'.join(
        json.dumps(before | {'text': text} | after, ensure_ascii=ascii_only)
        for before, text, after, ascii_only in posts
    )
    found = read('a.jsonl', ('\ufeff' * marked + rows).encode())
    assert [draft.text for draft in found] == [text for _, text, _, _ in posts]
    for draft in found:
        for at, sign in enumerate(draft.text):
            assert meant(draft.source[slice(*draft.places.span(at, at + 1))]) == sign
        whole = draft.places.span(0, len(draft.text))
        assert meant(draft.source[slice(*whole)]) == draft.text
        # what surrounds the text is its quotation marks, and an empty text still has its place there
        assert draft.source[whole.start - 1] == draft.source[whole.end] == '"'
        assert len(draft.places.starts) == len(draft.places.ends) == len(draft.text)


@given(st.sampled_from(['a.txt', 'a.md']), st.booleans(), POSTS.filter(lambda text: '\0' not in text))
def test_places_in_text_hold_the_same_characters(path, marked, text):
    text = text.lstrip('\ufeff')
    source = '\ufeff' * marked + 'x' + text
    (draft,) = read(path, source.encode())
    assert (draft.source, draft.text) == (source, 'x' + text)
    for at, sign in enumerate(draft.text):
        start, end = draft.places.span(at, at + 1) if draft.places else (at, at + 1)
        assert draft.source[start:end] == sign


@given(st.binary())
def test_any_bytes_are_drafts_or_errors(data):
    for path in ('a.txt', 'a.md', 'a.jsonl'):
        for found in read(path, data):
            assert isinstance(found, drafts.Draft | InputError)


def test_a_file_that_is_gone_is_told(tmp_path):
    gone = str(tmp_path / 'gone.md')
    assert told(drafts.load(gone)) == [f'{gone}: cannot be read: No such file or directory']


def test_load_keeps_line_ends(tmp_path):
    (tmp_path / 'w.txt').write_bytes(b'a\r\nb\r')
    assert [draft.source for draft in drafts.load(str(tmp_path / 'w.txt'))] == ['a\r\nb\r']


def test_standard_input_is_plain_text():
    program = 'from policycheck.readers import drafts; print([d[:4] for d in drafts.load("-")])'
    done = subprocess.run([sys.executable, '-c', program], input=b'Hei\n', capture_output=True, check=True)
    assert done.stdout.decode().strip() == r"[('<stdin>', '<stdin>', 'Hei\n', 'Hei\n')]"


def test_plain_front_matter_needs_no_yaml():
    program = (
        'import sys; from policycheck.readers import drafts; '
        'list(drafts.read("a.md", b"---\\nlang: nb\\ntitle: \\"Sol\\"\\n---\\nx")); '
        'print(sorted({"yaml", "dataclasses", "pathlib", "inspect", "argparse"} & set(sys.modules)))'
    )
    done = subprocess.run([sys.executable, '-S', '-c', program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == '[]'
