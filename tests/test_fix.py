"""Fixes in files: what is changed, what stays byte for byte, and what is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import SECRET, flag, post

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.fix import applied, together
from policycheck.judging.reword import edit
from policycheck.model import Draft, Fix, Report, Span
from policycheck.readers import drafts
from policycheck.repair import repaired
from policycheck.replace import replace

RULES = {
    'a/boss': engine.find('en', '"bossy"', 'fix: {en: {"bossy": "busy"}}\nsafe: true'),
    'a/cheap': engine.find('en', '"cheap"', 'fix: {en: {"cheap": "good value"}}'),
    'a/trap': engine.find('en', '"trap"', 'fix: {en: {"trap": "cheap"}}\nsafe: true'),
    'a/row': engine.rule(
        'level: note\nlimit: {measure: exclaim_run, at_most: 1}\nfix: {en: {\'"!!"\': "!"}}\nsafe: true'
    ),
    'a/long': engine.rule('level: note\nlimit: {measure: length, at_most: 40}'),
    'a/quote': engine.find('en', '"plain"', 'fix: {en: {"plain": "\\"said\\""}}\nsafe: true'),
}


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return engine.ruleset(tmp_path_factory.mktemp('fix'), RULES, shipped=engine.QUOTED)


def fixed(rules: Ruleset, name: str, content: bytes, *, unsafe: bool = False) -> tuple[bytes, int, int]:
    """The new bytes, how many fixes were made and how many refused."""
    done = repaired(name, content, lambda draft: check(draft, rules, {'lang': 'en'}), unsafe=unsafe)
    return done.content, len(done.made), done.refused


FILES = {
    'line ends and the mark stay': (
        'a.txt',
        '\ufeffMy bossy boss.\r\nBossy!\r\n'.encode(),
        '\ufeffMy busy boss.\r\nBusy!\r\n'.encode(),
        (2, 0),
    ),
    'only what is safe': ('a.txt', b'cheap and bossy', b'cheap and busy', (1, 0)),
    'a text between the braces of MDX, where a reference would be shown': (
        'a.mdx',
        b"""<X alt={"A plain one"} title={ 'bossy' } />\n<X alt="A plain one" />\n""",
        b"""<X alt={"A plain one"} title={ 'busy' } />\n<X alt="A &#34;said&#34; one" />\n""",
        (2, 0),
    ),
    'a limit, which flags one place at a time': (
        'a.csv',
        b'text,n\r\nHi!! All!!,"1"\r\n"You!!",2\r\n',
        b'text,n\r\nHi! All!,"1"\r\n"You!",2\r\n',
        (3, 0),
    ),
    'what stands beside a post, each as it is written': (
        'a.csv',
        b'title,text,alt text\r\n"bossy, he",bossy,"A ""plain"" one"\r\nplain,"bossy",\r\n',
        b'title,text,alt text\r\n"busy, he",busy,"A """"said"""" one"\r\nplain,"busy",\r\n',
        (4, 1),
    ),
    'what stands beside a post in a row of JSON': (
        'a.jsonl',
        b'{"alt": "b\\u006fssy", "text": "bossy \\"he\\"", "title": "plain"}',
        b'{"alt": "busy", "text": "busy \\"he\\"", "title": "\\"said\\""}',
        (3, 0),
    ),
    'front matter stays': (
        'a.md',
        b'---\ntitle: bossy\nauthor: bossy\n---\n**bossy**\n',
        b'---\ntitle: busy\nauthor: bossy\n---\n**busy**\n',
        (2, 0),
    ),
    'an address, with the marks at its end': (
        'a.md',
        b'<https://x.no/a!!> ftp://x.no/bossy\n\n[All!!](https://x.no/b!!)!! https://x.no/c!!\n',
        b'<https://x.no/a!!> ftp://x.no/bossy\n\n[All!](https://x.no/b!!)! https://x.no/c!!\n',
        (2, 0),
    ),
    'half of a tag is not taken along': (
        'a.html',
        b'<p>A bo<b>ssy</b> boss, a <b>bossy</b> one',
        b'<p>A bo<b>ssy</b> boss, a <b>busy</b> one',
        (1, 0),
    ),
    'a fix that raises another flag': ('a.txt', b'a trap and a bossy boss', b'a trap and a busy boss', (1, 1)),
    'quotation marks in JSON': (
        'a.jsonl',
        '{"text": "caf\\u00e9 plain 😀"}\n{"text": "bossy"}\r\n'.encode(),
        '{"text": "caf\\u00e9 \\"said\\" 😀"}\n{"text": "busy"}\r\n'.encode(),
        (2, 0),
    ),
    'nothing to do': ('a.txt', b'fine\n\n', b'fine\n\n', (0, 0)),
}  # fmt: skip


@pytest.mark.parametrize(('name', 'content', 'expected', 'counts'), FILES.values(), ids=FILES)
def test_a_file(rules: Ruleset, name: str, content: bytes, expected: bytes, counts: tuple[int, int]) -> None:
    assert fixed(rules, name, content) == (expected, *counts)


def test_posts_that_a_fix_would_harm_cost_the_others_little(rules: Ruleset) -> None:
    rows = [('bossy', 'busy'), ('trap bossy', 'trap busy'), ('plain', 'plain')] * 30
    before, after = ('text\n' + ''.join(f'{row[which]}\n' for row in rows) for which in (0, 1))
    checked = []

    def counted(draft: Draft) -> Report:
        checked.append(draft.id)
        return check(draft, rules, {'lang': 'en'})

    done = repaired('a.csv', before.encode(), counted)
    assert (done.content, len(done.made), done.refused) == (after.encode(), 60, 60)
    # one fix after the other would be 60 times the file
    assert len(checked) < 12 * len(rows)


def test_a_fix_that_makes_a_post_too_long_is_refused(rules: Ruleset) -> None:
    content = b'This one is cheap and just about forty.'
    assert fixed(rules, 'a.txt', content, unsafe=True) == (content, 0, 1)


WORDS = st.sampled_from(
    ['bossy', 'cheap', 'trap', 'plain', 'fine', 'å', '😀', '"', '\\', '\n', '\r\n', '\t', ' ']
)


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=12).map(' '.join), st.sampled_from(['a.txt', 'a.jsonl']), st.booleans())
def test_after_the_fixes_nothing_is_worse(rules: Ruleset, text: str, name: str, unsafe: bool) -> None:
    source = json.dumps({'text': text}) + '\n' if name.endswith('l') else text
    content, made, refused = fixed(rules, name, source.encode(), unsafe=unsafe)
    before, after = (
        [check(one, rules, {'lang': 'en'}) for one in drafts.read(name, data) if isinstance(one, Draft)]
        for data in (source.encode(), content)
    )
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert {one.rule.id for one in new.flags} <= {one.rule.id for one in old.flags}
        assert new.level <= old.level
    assert (content == source.encode()) == (made == 0)
    if made and not refused:
        assert fixed(rules, name, content, unsafe=unsafe)[1] <= made


def test_of_two_fixes_for_one_place_the_graver_stands() -> None:
    draft = post('buy it now')
    grave = flag(SECRET, draft, 'buy it')._replace(fixes=(Fix(Span(0, 6), 'get it', True),))
    light = flag(SECRET, draft, 'it now')._replace(level=1, fixes=(Fix(Span(4, 10), '', True),))
    assert together([light, grave]) == [Fix(Span(0, 6), 'get it', True)]
    assert applied('buy it now', [(Span(0, 3), 'get'), (Span(10, 10), '!')]) == 'get it now!'


def test_permissions_stay_and_links_are_followed(tmp_path: Path) -> None:
    path, link = tmp_path / 'a.txt', tmp_path / 'link.txt'
    path.write_bytes(b'old')
    path.chmod(0o640)
    link.symlink_to(path)
    replace(str(link), b'old', b'new')
    assert (path.read_bytes(), path.stat().st_mode & 0o777, link.is_symlink()) == (b'new', 0o640, True)
    assert sorted(os.listdir(tmp_path)) == ['a.txt', 'link.txt']


@pytest.mark.skipif(os.name == 'nt' or os.geteuid() != 0, reason='only root gives files away')
def test_a_file_stays_its_owners(tmp_path: Path) -> None:
    path = tmp_path / 'a.txt'
    path.write_bytes(b'old')
    os.chown(path, 1234, 5678)
    path.chmod(0o2640)
    replace(str(path), b'old', b'new')
    status = path.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (1234, 5678, 0o2640)


def test_an_interrupt_just_after_a_file_was_replaced_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(old: str, new: str) -> None:
        Path(old).rename(new)
        raise KeyboardInterrupt

    path = tmp_path / 'post.txt'
    path.write_bytes(b'old')
    monkeypatch.setattr('os.replace', interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace(str(path), b'old', b'new')
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [('post.txt', b'new')]


def test_what_changed_is_read_only_or_gone_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / 'a.txt'
    path.write_bytes(b'mine')
    with pytest.raises(InputError, match='has changed since it was read'):
        replace(str(path), b'theirs', b'new')
    path.chmod(0o444)
    with pytest.raises(InputError, match='read-only; nothing was changed'):
        replace(str(path), b'mine', b'new')
    assert path.read_bytes() == b'mine'
    with pytest.raises(InputError, match='nothing was changed'):
        replace(str(tmp_path / 'gone.txt'), b'', b'new')


@pytest.mark.parametrize(
    ('text', 'words', 'new', 'expected'),
    [
        ('Our so-called leadership met.', 'so-called', '', 'Our leadership met.'),
        ('So-called leadership met.', 'So-called', '', 'Leadership met.'),
        ('Basically, we met.', 'Basically', '', 'We met.'),
        ('It rained. Basically, we met.', 'Basically', '', 'It rained. We met.'),
        ('It rained.\nBasically we met.', 'Basically', '', 'It rained.\nWe met.'),
        ('basically, we met.', 'basically', '', 'we met.'),
        ('We met basically.', 'basically', '', 'We met.'),
        ('We, basically, met.', 'basically', '', 'We, met.'),
        ('We met, basically.', 'basically', '', 'We met.'),
        ('We met basically', 'basically', '', 'We met'),
        ('We (basically all) met.', 'basically', '', 'We (all) met.'),
        ('Basically', 'Basically', '', ''),
        ('Utilise it.', 'Utilise', 'use', 'Use it.'),
        ('We utilise it.', 'utilise', 'use', 'We use it.'),
    ],
)
def test_words_that_go_leave_no_gap(text, words, new, expected):
    start = text.index(words)
    assert applied(text, [edit(text, Span(start, start + len(words)), new)]) == expected
