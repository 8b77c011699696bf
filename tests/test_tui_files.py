"""Drafts in files, the settings, the copy for crashes, the record."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screens import desk, run, running, shown

from policycheck.errors import InputError
from policycheck.tui import files, record, settings
from policycheck.tui.keeps import Kept
from policycheck.tui.line_ends import one_kind, restored
from policycheck.tui.post import Post
from policycheck.tui.recovery import Recovery, folder
from policycheck.tui.settings import Settings
from policycheck.tui.waivers import read_keeps, with_keeps

pytestmark = pytest.mark.usefixtures('own_folders')

ONE = Kept('t/scorn', 'clueless', 'digest', 'a "quoted" customer: yes', 'Kari')
BLOCK = (
    'policycheck:\n  keep:\n    - {rule: "t/scorn", words: "clueless", '
    'reason: "a \\"quoted\\" customer: yes", by: "Kari"}\n'
)


@pytest.mark.parametrize(
    ('head', 'expected'),
    [
        ('', f'---\n{BLOCK}---\n'),
        ('---\ntitle: A   # mine\n---\n', f'---\ntitle: A   # mine\n{BLOCK}---\n'),
        # the old entry goes, what stands around it stays as it is
        (
            '---\ntitle: A\npolicycheck:\n  keep:\n    - {rule: t/old, words: gone, reason: it was so}\nlast: 1\n---\n',
            f'---\ntitle: A\n{BLOCK}last: 1\n---\n',
        ),
        ('---\npolicycheck: {keep: [{rule: a/b, words: gone}]}\n...\n', f'---\n{BLOCK}...\n'),
        (
            '---\r\ntitle: Å\r\n---\r\n',
            f'---\r\ntitle: Å\r\n{BLOCK}---\r\n'.replace('\r\n', '\n').replace('\n', '\r\n'),
        ),
        ('\ufeff---\ntitle: A\n---\n', f'\ufeff---\ntitle: A\n{BLOCK}---\n'),
    ],
    ids=['none', 'kept as it was', 'replaced', 'flow', 'crlf', 'byte order mark'],
)
def test_front_matter_states_what_is_kept(head: str, expected: str) -> None:
    written = with_keeps(head, [ONE], 'He is clueless.')
    assert written == expected
    assert read_keeps(written, 'a.md') == [ONE._replace(sentence='')]
    # once more changes nothing
    assert with_keeps(written, [ONE], 'He is clueless.') == expected


def test_what_no_longer_stands_in_the_text_is_not_stated() -> None:
    assert with_keeps('---\ntitle: A\n---\n', [ONE], 'He is kind.') == '---\ntitle: A\n---\n'


def test_a_file_is_written_back_whole_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / 'post.md'
    path.write_bytes('---\r\nchannel: x\r\n---\r\nHe is clueless. Å!\r\n'.encode())
    path.chmod(0o640)
    post = files.open_post(str(path))
    assert (post.text, post.markup, post.settings['channel'].value) == (
        'He is clueless. Å!\r\n', 'markdown', 'x',
    )  # fmt: skip
    post.text = 'He is so clueless. Å!\r\n'
    assert files.save(post, [ONE]) == 1
    block = BLOCK.replace('\n', '\r\n')
    assert path.read_bytes() == f'---\r\nchannel: x\r\n{block}---\r\nHe is so clueless. Å!\r\n'.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ['post.md']


@pytest.mark.parametrize(
    ('before', 'edit', 'after'),
    [
        (b'a\r\nb\nc\rd', ('b', 'bb'), b'a\r\nbb\nc\rd'),
        (b'a\r\nb\nc\n', ('a', 'x\r\na'), b'x\na\r\nb\nc\n'),
        (b'a\r\nb\nc\n', ('c', 'c\r\nd'), b'a\r\nb\nc\nd\n'),
        (b'a\r\nb\nc\r\n', ('b\r\n', ''), b'a\r\nc\r\n'),
        (b'a\r\nb\nc\r\nd', ('b\r\nc', 'bc'), b'a\r\nbc\r\nd'),
        ('a\u2028b\nc\x0bd\x0c'.encode(), ('b', 'bb'), 'a\u2028bb\nc\x0bd\x0c'.encode()),
        (b'a\r\nb\r\n', ('b', 'b\r\nc'), b'a\r\nb\r\nc\r\n'),
        (b'', ('', 'a\n'), b'a\n'),
    ],
    ids=['three kinds', 'line before', 'line after', 'line out', 'joined', 'other ends', 'one kind', 'empty'],
)
def test_line_ends_stay_as_they_were(
    tmp_path: Path, before: bytes, edit: tuple[str, str], after: bytes
) -> None:
    path = tmp_path / 'post.txt'
    path.write_bytes(before)
    post = files.open_post(str(path))
    files.save(post, [])
    assert path.read_bytes() == before
    post.text = post.text.replace(*edit, 1)
    files.save(post, [])
    assert path.read_bytes() == after


@given(st.text(st.sampled_from('ab\n\r\u2028'), max_size=30), st.data())
def test_what_is_not_touched_is_kept_to_the_letter(before: str, data: st.DataObject) -> None:
    text = one_kind(before)
    assert restored(text, before) == before
    at = data.draw(st.integers(0, len(text)).filter(lambda at: text[at - 1 : at + 1] != '\r\n'))
    changed = one_kind(text[:at] + 'X' + text[at:])
    written = restored(changed, before)
    assert one_kind(written).splitlines() == changed.splitlines()
    assert written.replace('X', '').splitlines() == before.splitlines()


def test_flags_of_a_file_with_mixed_line_ends_stand_under_their_words(
    app_policy: Path, tmp_path: Path
) -> None:
    path = tmp_path / 'post.txt'
    path.write_bytes(b'one\ntwo\nthree\r\nHe is clueless.\n')

    async def scenario() -> None:
        async with running(desk(app_policy, files.open_post(str(path)))) as (app, pilot):
            assert [app.checking.area.text[one.start : one.end] for one in app.checking.items] == ['clueless']
            await pilot.press('ctrl+end', *'So it is.')
            files.save(app.desk.post, [])

    run(scenario)
    assert path.read_bytes() == b'one\ntwo\nthree\r\nHe is clueless.\nSo it is.'


def test_a_file_that_another_program_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / 'post.txt'
    path.write_text('mine', 'utf-8')
    post = files.open_post(str(path))
    path.write_text('theirs', 'utf-8')
    post.text = 'mine too'
    assert files.save(post, []) is None
    assert path.read_text('utf-8') == 'theirs'


@pytest.mark.parametrize(
    ('name', 'content', 'message'),
    [
        ('posts.jsonl', b'{}', 'the app opens one post: a text or Markdown file'),
        ('a.txt', b'\xff\xfea\x00', 'this is UTF-16; save the file as UTF-8'),
    ],
)
def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as told:
        files.open_post(str(tmp_path / name))
    assert told.value.message == message


def test_finishing_an_opened_file_saves_text_and_reasons_and_says_so(
    app_policy: Path, tmp_path: Path
) -> None:
    path = tmp_path / 'post.md'
    path.write_text('---\ntitle: A\n---\nHe is clueless.\n', 'utf-8')

    async def scenario() -> None:
        async with running(desk(app_policy, files.open_post(str(path)))) as (app, pilot):
            await pilot.press('f9')
            await pilot.pause(0.2)
            await pilot.press(*'a quotation', 'enter')
            await pilot.pause(0.3)
            assert 'The reasons stand at the top of the file (1).' in ' '.join(shown(app).split())

    run(scenario)
    assert path.read_text('utf-8') == (
        '---\ntitle: A\npolicycheck:\n  keep:\n'
        '    - {rule: "t/scorn", words: "clueless", reason: "a quotation"}\n---\nHe is clueless.\n'
    )


@pytest.mark.parametrize(
    ('text', 'message'),
    [
        ('themes: dark\n', "1: 'themes' is no setting; did you mean theme?"),
        ('\ntheme: drak\n', "2: theme is one of dark, light, contrast, not 'drak'; did you mean dark?"),
        ('recovery: maybe\n', "1: recovery is true or false, not 'maybe'"),
        ('theme: dark\ntheme: light\n', "2: duplicate key 'theme'; it stands in line 1 already"),
        ('keys: {help: f3}\n', '1: keys: help keeps its own key, so that there is always a way out'),
        ('keys: {fixx: f3}\n', "1: keys: 'fixx' is no action; did you mean fix?"),
        ('keys: {fix: f}\n', "1: keys: 'f' is needed for writing; take a key such as f3 or ctrl+t"),
        ('keys: {fix: f3, next: f3}\n', "1: keys: 'f3' stands for two actions"),
        ('off: style\n', "1: off is a list of rules, such as ['style/hashtags']"),
    ],
)
def test_wrong_settings_are_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / 'settings.yaml'
    path.write_text(text, 'utf-8')
    with pytest.raises(InputError) as told:
        settings.load(str(path))
    assert str(told.value) == f'{path}:{message}'


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = str(tmp_path / 'deep' / 'settings.yaml')
    own = Settings(language='nb', theme='contrast', recovery=False, keys=(('fix', 'f3'),), off=('a/b',))
    settings.save(own, path)
    assert settings.load(path) == own
    assert settings.load(str(tmp_path / 'none.yaml')) == Settings()


def test_changed_keys_work(app_policy: Path) -> None:
    own = desk(app_policy, 'We utilize it.', keys=(('fix', 'f3'),))

    async def scenario() -> None:
        async with running(own) as (app, pilot):
            assert 'F3 Fix' in shown(app)
            await pilot.press('f8', 'f3')
            assert app.checking.area.text == 'We use it.'

    run(scenario)


def test_a_draft_outlives_a_crash_and_no_copy_outlives_a_clean_end(tmp_path: Path) -> None:
    where = folder()
    code = (
        'import os\nfrom policycheck.tui.recovery import Recovery\nfrom policycheck.tui.post import Post\n'
        "Recovery(True).write(Post(text='My draft å', given={'account': 'official'}))\n"
        'os.kill(os.getpid(), 9)\n'
    )
    subprocess.run([sys.executable, '-c', code], check=False)
    copies = list(Path(where).glob('draft-*.json'))
    assert len(copies) == 1
    assert stat.S_IMODE(copies[0].stat().st_mode) == 0o600
    own = Recovery(True)
    found = own.found()
    assert found is not None
    assert (found.text, found.given) == ('My draft å', {'account': 'official'})
    own.write(found)
    assert len(list(Path(where).glob('draft-*.json'))) == 1
    own.remove()
    assert list(Path(where).iterdir()) == []


def test_the_copy_can_be_turned_off_and_is_not_made_of_what_is_saved() -> None:
    Recovery(False).write(Post(text='My draft'))
    Recovery(True).write(Post(text='saved', written='saved'))
    assert not os.path.exists(folder()) or os.listdir(folder()) == []


def test_the_record_holds_no_text(app_policy: Path) -> None:
    async def scenario() -> None:
        async with running(desk(app_policy, 'He is clueless.', record=True)) as (_, pilot):
            await pilot.press('f9')
            await pilot.pause(0.2)
            await pilot.press(*'a quotation', 'enter')
            await pilot.pause(0.3)

    run(scenario)
    content = Path(record.path()).read_text('utf-8')
    row = json.loads(content)
    assert 'clueless' not in content
    assert row['kept'][0]['reason'] == 'a quotation'
    assert stat.S_IMODE(os.stat(record.path()).st_mode) == 0o600
