"""MDX: code is blank, what readers see stays, and nothing of it is lost or moved."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policycheck.markup.markup import blank
from policycheck.model import Draft
from policycheck.readers import drafts
from policycheck.readers.mdx import without_code

PIECES = {
    'imports, Windows': ("import A from 'a'\r\nimport {\r\n  b,\r\n} from 'b'\r\n\r\nHi", 'Hi'),
    'an import for its effect': ("Hi\n\nimport './x.css'\n\nall", 'Hi all'),
    'an export with an empty line': ('export const a = {\n  b: 1,\n\n  c: "}"\n}\n\nHi', 'Hi'),
    'an export that never ends': ('export const a = {\n\nHi\n', 'Hi'),
    'only words': ('import duties rose\n\nexport sales fell', 'import duties rose export sales fell'),
    'in a paragraph': ("We\nimport {x} from 'y'", "We import from 'y'"),
    'remarks': ("Hi {/* it's\n\n} nothing */} all", 'Hi all'),
    'expressions': ("Hi {props.map(x => <p>it's {x}</p>)} all {'}'}.", 'Hi all .'),
    'a brace without an end': ('Hi { all {a} of', 'Hi { all of'),
    'after a backslash': (r'Hi \{all}', r'Hi \{all}'),
    'tags': ('<Card data={{a: 1}} on={() => go("x")}\n  {...more}>Hi</Card>', 'Hi'),
    'an attribute that readers see': ('<Chart title="Sun" data={a > b} />', ''),
    'code that is shown': ('Hi\n\n```js\nimport {\n```\n\nall', 'Hi all'),
    'code in a line': ('Hi `{` all }', 'Hi all }'),
    'front matter': ("---\ntitle: A\n---\nimport a from 'b'\n\nHi", 'Hi'),
}


@pytest.mark.parametrize(('source', 'expected'), PIECES.values(), ids=PIECES)
def test_what_is_read_of_it(source: str, expected: str) -> None:
    (draft,) = drafts.read('a.mdx', source.encode())
    assert isinstance(draft, Draft)
    assert len(draft.text) == len(source)
    assert ' '.join(blank(draft.text).text.replace('\u200b', '').split()) == expected


TOLD = {
    'as in HTML': ('<Chart title="Sun" alt={a} data={a > "b"} />', ['Sun']),
    'a text between braces': ("""<Chart title={"Sun's"} alt={'Rain "now"'} />""", ["Sun's", 'Rain "now"']),
    'a template, spaces': ('<Chart title={`Sun`}alt={ "Rain" }/> all', ['Sun', 'Rain']),
    'in a line': ('Hi <Icon aria-label={"Sun"} /> all', ['Sun']),
    'what is worked out': ('<Chart title={`${a} days`} alt={"Sun" + rain} aria-label={t("Sun")} />', []),
    'an escape, two kinds of marks': (r"""<Chart title={"Sun \u0041"} alt={`Sun's "rain"`} />""", []),
    'empty': ('<Chart title={""} alt={} />', []),
}


@pytest.mark.parametrize(('source', 'expected'), TOLD.values(), ids=TOLD)
def test_what_a_tag_tells_is_read(source: str, expected: list[str]) -> None:
    (draft,) = drafts.read('a.mdx', source.encode())
    assert isinstance(draft, Draft)
    asides = blank(draft.text).asides
    assert [one.text for one in asides] == expected
    assert [source[one.span.start : one.span.end] for one in asides] == expected


SIGNS = st.sampled_from(
    [*'{}()"\'`\\/*=<> a', '\n', '\r\n', '\n\n', '```', 'import {', 'export const ', '/*', '*/']
)


@settings(max_examples=150, deadline=None)
@example('=import {\n', 1)
@given(st.lists(SIGNS, max_size=30).map(''.join), st.integers(0, 5))
def test_nothing_moves(text: str, start: int) -> None:
    found = without_code(text, start)
    assert len(found) == len(text)
    assert found[:start] == text[:start]
    assert all(new in (old, ' ', '"', '\u200b') for old, new in zip(text, found, strict=True))
    assert [sign for sign in found if sign in '\r\n'] == [sign for sign in text if sign in '\r\n']


@pytest.mark.parametrize(
    'sign', ['{', '{"', '{`', '`', '{/*', 'export const {\n\n', '{a}', '``` \n', "'", '={']
)
def test_work_grows_with_the_text(sign: str) -> None:
    begin = time.process_time()
    without_code(sign * 10_000, 0)
    assert time.process_time() - begin < 3
