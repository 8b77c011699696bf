from __future__ import annotations

import os

import pytest

from policycheck import drafts


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in (
        'b.md', 'a/z.txt', 'a/deep/er/x.jsonl', 'a/b.html', 'a/.hidden.md', '.git/x.md',
        'a/node_modules/x.md',
        'vendor/x.md', '.venv/x.txt', 'a/__pycache__/x.txt', 'drafts/d.md', 'c.MARKDOWN',
    ):  # fmt: skip
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('x')
    return tmp_path


def walked(*args, **options):
    return [entry.replace(os.sep, '/') for entry in map(str, drafts.walk(*args, **options))]


@pytest.mark.parametrize(
    ('paths', 'include', 'exclude', 'expected'),
    [
        (['.'], (), (), ['a/deep/er/x.jsonl', 'a/z.txt', 'b.md', 'c.MARKDOWN', 'drafts/d.md']),
        (['a'], (), (), ['a/deep/er/x.jsonl', 'a/z.txt']),
        # in the order given, each once
        (['b.md', './a/', 'a/z.txt', '-'], (), (), ['b.md', 'a/deep/er/x.jsonl', 'a/z.txt', '-']),
        (['.'], ('**/*.md',), (), ['b.md', 'drafts/d.md']),
        # globs that name a folder take in what is otherwise read only by name
        (['.'], ('*.md', 'a/**'), (), ['a/b.html', 'a/deep/er/x.jsonl', 'a/z.txt', 'b.md']),
        (['.'], ('a/**/*.jsonl', '[!c].md', '?.MARK*'), (), ['a/deep/er/x.jsonl', 'b.md', 'c.MARKDOWN']),
        (['.'], (), ('drafts/', 'a/deep', 'c.*'), ['a/z.txt', 'b.md']),
        (['.'], ('**/*.md',), ('drafts/**',), ['b.md']),
        (['a'], ('a/*',), (), ['a/b.html', 'a/z.txt']),
        # what is named is read: hidden, excluded, of another kind
        (['a/.hidden.md', 'a/b.html', 'drafts/d.md', '.venv'], (), ('**',),
         ['a/.hidden.md', 'a/b.html', 'drafts/d.md']),
        (['.venv'], (), (), ['.venv/x.txt']),
        (['none.md', 'b.md'], (), (), ['none.md: there is no such file or folder', 'b.md']),
    ],
)  # fmt: skip
def test_walk(tree, paths, include, exclude, expected):
    assert walked(paths, include, exclude) == expected


def test_globs_are_relative_to_the_folder_of_the_policy(tree, monkeypatch):
    monkeypatch.chdir(tree / 'a')
    assert walked(['.'], ('a/*.txt',), root='..') == ['z.txt']


@pytest.mark.skipif(os.name == 'nt', reason='links take special rights on Windows')
def test_links_are_not_followed_unless_named(tree):
    (tree / 'elsewhere').mkdir()
    (tree / 'elsewhere' / 'e.md').write_text('x')
    (tree / 'a' / 'out').symlink_to(tree / 'elsewhere')
    (tree / 'a' / 'loop').symlink_to(tree / 'a')
    (tree / 'a' / 'e.md').symlink_to(tree / 'elsewhere' / 'e.md')
    assert walked(['a']) == ['a/deep/er/x.jsonl', 'a/z.txt']
    assert walked(['a/e.md', 'a/out']) == ['a/e.md', 'a/out/e.md']


@pytest.mark.skipif(os.name == 'nt' or os.geteuid() == 0, reason='root may open everything')
def test_a_folder_that_cannot_be_opened_is_told(tree):
    (tree / 'a' / 'deep').chmod(0)
    try:
        assert walked(['a']) == ['a/deep: the folder cannot be opened: Permission denied', 'a/z.txt']
    finally:
        (tree / 'a' / 'deep').chmod(0o700)
