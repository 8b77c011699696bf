from __future__ import annotations

import os
import subprocess

import pytest

from policycheck.readers import drafts


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
        # one who opens it is told the same of what is in it, and not that it is not there
        assert walked(['a/deep/er/x.jsonl']) == ['a/deep/er/x.jsonl']
    finally:
        (tree / 'a' / 'deep').chmod(0o700)


IGNORED = {
    'a folder, wherever it is': ('draft/', ['c/x.md', 'new.md', 'public/x.md']),
    'a folder at the top': ('/draft', ['c/draft/a.md', 'c/x.md', 'new.md', 'public/x.md']),
    'a name, a comment, blanks': ('x.md  \n\n# new.md\n/\n', ['c/draft/a.md', 'draft/a.md', 'new.md']),
    'a folder is no file': ('new.md/\nc/draft/*.md', ['c/x.md', 'draft/a.md', 'new.md', 'public/x.md']),
    'a path': ('c/draft\npub*/', ['c/x.md', 'draft/a.md', 'new.md']),
    'any folder between': ('c/**/a.md\n**/x.md', ['draft/a.md', 'new.md']),
    'what is taken back': ('*.md\n!x.md\n!/draft', ['c/x.md', 'public/x.md']),
    'not out of an ignored folder': ('c/\n!c/x.md', ['draft/a.md', 'new.md', 'public/x.md']),
}


@pytest.mark.parametrize(('lines', 'expected'), IGNORED.values(), ids=IGNORED)
def test_what_git_ignores_is_passed_over(tmp_path, monkeypatch, lines, expected):
    monkeypatch.chdir(tmp_path)
    for path in ('c/draft/a.md', 'c/x.md', 'draft/a.md', 'new.md', 'public/x.md'):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('x')
    everything = walked(['.'])
    (tmp_path / '.gitignore').write_text(lines)
    # outside a repository the file says nothing
    assert walked(['.']) == everything
    subprocess.run(['git', 'init', '-q'], check=True)
    assert walked(['.']) == expected
    # git says the same
    done = subprocess.run(['git', 'ls-files', '-coz', '--exclude-standard'], capture_output=True, text=True)
    assert sorted(done.stdout.split('\0')[:-1]) == ['.gitignore', *expected]
    # what is named is read
    assert walked(['draft/a.md', 'new.md']) == ['draft/a.md', 'new.md']
    # from a folder below; one that is ignored and named is read
    monkeypatch.chdir(tmp_path / 'c')
    below = [one.removeprefix('c/') for one in expected if one.startswith('c/')]
    assert walked(['.'], root='..') == (['draft/a.md', 'x.md'] if 'c/\n' in lines else below)


def test_a_file_further_down_counts_first(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in ('a/x.md', 'a/y.md', 'b/x.md'):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('x')
    (tmp_path / '.gitignore').write_text('x.md\n')
    (tmp_path / 'a' / '.gitignore').write_text('!x.md\n')
    subprocess.run(['git', 'init', '-q'], check=True)
    (tmp_path / '.git' / 'info' / 'exclude').write_text('y.md\n')
    assert walked(['.']) == ['a/x.md']
