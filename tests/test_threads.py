"""Several posts in one text, between lines that the organisation chooses."""

from __future__ import annotations

import pytest

from policycheck.errors import InputError
from policycheck.model import Draft
from policycheck.readers import drafts, threads
from policycheck.readers.drafts import Layout

LINE = '<!-- next post -->'

FILES = {
    'two posts': ('a.txt', f'One\n{LINE}\nTwo\n', [('1', 'One\n'), ('2', 'Two\n')]),
    'blanks, Windows, nothing between': (
        'a.txt',
        f'\ufeffOne\r\n  {LINE} \r\n\r\n{LINE}\r\nTwo',
        [('1', 'One\r\n'), ('2', 'Two')],
    ),
    'within a line it is text': ('a.txt', f'One {LINE}\nTwo', [('a.txt', f'One {LINE}\nTwo')]),
    'none': ('a.txt', 'One\n---\nTwo', [('a.txt', 'One\n---\nTwo')]),
    'front matter counts for all': (
        'a.md',
        f'---\nlang: nb\n---\nEn\n\n{LINE}\n\nTo\n',
        [('1', 'En\n\n'), ('2', '\nTo\n')],
    ),
    'tables have rows already': ('a.csv', f'text\n{LINE}\n', [('2', LINE)]),
}


@pytest.mark.parametrize(('path', 'source', 'expected'), FILES.values(), ids=FILES)
def test_a_file(path: str, source: str, expected: list[tuple[str, str]]) -> None:
    found = list(drafts.read(path, source.encode(), Layout(between=LINE)))
    assert all(isinstance(one, Draft) for one in found)
    posts = [one for one in found if isinstance(one, Draft)]
    assert [(one.id, one.text.lstrip(' ').removeprefix('\n').lstrip(' \n') or one.text) for one in posts] == [
        (name, text.lstrip('\n') if path == 'a.md' else text) for name, text in expected
    ]
    for one in posts:
        for at in range(len(one.text)):
            start, end = one.places.span(at, at + 1) if one.places else (at, at + 1)
            assert one.source[start:end] == one.text[at] or (path == 'a.md' and one.text[at] == ' ')
        if path == 'a.md':
            assert one.settings['lang'].value == 'nb'


def test_waivers_go_with_their_words() -> None:
    source = (
        '---\npolicycheck:\n  keep:\n'
        '    - {rule: a/b, words: worst winter, reason: because it was}\n'
        '    - {rule: a/b, words: gone, reason: because it was}\n'
        f'---\nOne\n{LINE}\nThe worst\nwinter\n'
    )
    one, two = drafts.read('a.md', source.encode(), Layout(between=LINE))
    assert isinstance(one, Draft)
    assert isinstance(two, Draft)
    assert [[waiver.words for waiver in post.waivers] for post in (one, two)] == [['gone'], ['worst winter']]


@pytest.mark.parametrize('line', ['---', ' *** ', '===', '', '~~~', 'a\nb'])
def test_what_markdown_has_other_uses_for_is_refused(line: str) -> None:
    with pytest.raises(InputError, match='take one such as <!-- next post -->'):
        threads.separator(line)
