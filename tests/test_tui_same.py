"""The app and plain mode judge of a file what check judges of it: titles, waivers, those beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
import screens
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_tui_plain import plain

from policycheck.check import check
from policycheck.compiling.load import load
from policycheck.machine import KEEP_NAME
from policycheck.model import Draft
from policycheck.readers import drafts
from policycheck.tui import gate
from policycheck.tui.files import open_post, save
from policycheck.tui.follow import items_of

pytestmark = pytest.mark.usefixtures('own_folders')

WAIVER = '{rule: t/scorn, words: clueless, reason: the words of a customer}'
KEEP = f'policycheck:\n  keep:\n    - {WAIVER}\n'
BESIDE = 'keep:\n  - {file: a.md, rule: t/secret, words: Project Heron, reason: it is public since May, by: Kari}\n'
FILES = {
    'a plain text': ('a.txt', 'One clueless one.\n', ''),
    'with a mark': ('a.txt', '\ufeffOne clueless one.\r\n', ''),
    'titles': ('a.md', '---\ntitle: Project Heron\ndescription: "wow \\u263a"\n---\n\nOne clueless one.\n', ''),
    'titles, a mark and Windows': ('a.md', '\ufeff---\r\ntitle: "A \\u263a"\r\n---\r\nOne clueless one.\r\n', ''),
    'TOML': ('a.md', '+++\ntitle = "Project Heron"\n+++\nOne clueless one.\n', ''),
    'a waiver': ('a.md', f'---\n{KEEP}---\nOne **clue&shy;less** one.\n', ''),
    'a waiver of more words': ('a.md', f'---\n{KEEP.replace("clueless", "One clueless")}---\nOne\nclueless one.\n', ''),
    'a waiver that is not used': ('a.md', f'---\n{KEEP}---\nOne.\n', ''),
    'a waiver without a reason': ('a.md', f'---\n{KEEP.replace("the words of a customer", "ok")}---\nclueless\n', ''),
    'a waiver in a title': ('a.md', f'---\ntitle: "Clueless"\n{KEEP.replace("clueless", "Clueless")}---\nOne.\n', ''),
    'a waiver beside it': ('a.md', '---\ntitle: Project Heron\n---\nOne clueless one, Project&nbsp;Heron.\n', BESIDE),
    'of another file': ('b.md', 'Project Heron.\n', BESIDE),
    'a file of waivers that is none': ('a.md', 'Project Heron.\n', 'keep: 1\n'),
    'MDX': ('a.mdx', "---\ntitle: Wow\n---\nimport A from 'a'\n\nOne {wow()} clueless <A alt={'Wow'} />\n", ''),
    'JSON': ('a.md', '\ufeff{"title": "Project \\u0048eron", "lang": "en"}\nOne clueless one.\n', ''),
    'a link title': ('a.md', 'See [it](u "wow, clueless").\n', ''),
}  # fmt: skip


def wrote(folder: Path, name: str, source: str, beside: str) -> str:
    (folder / KEEP_NAME).unlink(missing_ok=True)
    if beside:
        (folder / KEEP_NAME).write_text(beside, 'utf-8')
    (folder / name).write_bytes(source.encode())
    return str(folder / name)


@pytest.mark.parametrize(('name', 'source', 'beside'), FILES.values(), ids=FILES)
def test_the_app_checks_the_draft_that_check_reads(
    app_policy: Path, tmp_path: Path, name: str, source: str, beside: str
) -> None:
    path, rules = wrote(tmp_path, name, source, beside), load(str(app_policy))
    (draft,) = drafts.load(path)
    assert isinstance(draft, Draft)
    own = open_post(path)
    mine = own.draft()
    assert (mine.source, mine.text, mine.settings, mine.waivers, mine.heads) == (
        draft.source, draft.text, draft.settings, draft.waivers, draft.heads,
    )  # fmt: skip
    there, here = check(draft, rules), check(mine, rules)
    assert (here.flags, here.kept, here.rights) == (there.flags, there.kept, there.rights)
    for item in items_of(here, own.text):
        assert item.words(own.text) == item.flag.quote


LINES = st.lists(
    st.sampled_from(['One clueless one.', 'Wow!', 'Project Heron', '', '*a*', '[b](u "wow")', 'å 😀', '---']),
    max_size=6,
)  # fmt: skip
HEADS = st.sampled_from(
    ['', '---\ntitle: Wow\n---\n', f'---\n{KEEP}---\n', '+++\ntitle = "Project \\u0048eron"\n+++\n']
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HEADS, LINES, st.sampled_from(['\n', '\r\n']), st.sampled_from(['', '\ufeff']))
def test_any_file(app_policy: Path, tmp_path: Path, head: str, lines: list[str], end: str, mark: str) -> None:
    path = wrote(tmp_path, 'a.md', mark + (head + '\n'.join(lines)).replace('\n', end), '')
    (draft,) = drafts.load(path)
    if isinstance(draft, Draft):
        rules = load(str(app_policy))
        there, here = check(draft, rules), check(open_post(path).draft(), rules)
        assert (here.flags, here.kept) == (there.flags, there.kept)


def test_what_a_file_keeps_is_shown_as_kept_and_can_be_taken_back(app_policy: Path, tmp_path: Path) -> None:
    path = wrote(tmp_path, 'a.md', f'---\ntitle: Project Heron\n{KEEP}---\nOne clue&shy;less one.\n', '')

    async def scenario() -> None:
        own = screens.desk(app_policy, open_post(path))
        async with screens.running(own) as (app, pilot):
            screen = app.checking
            assert [(one.flag.rule.id, one.start < 0, screen.is_kept(one)) for one in screen.items] == [
                ('t/secret', True, False),
                ('t/scorn', False, True),
            ]
            assert [item.flag.rule.id for item in screen.standing().open] == ['t/secret']
            assert 'Project Heron' in screens.shown(app)
            screen.speak_of(screen.items[0])
            screen.speak_of(screen.items[1])
            screen.action_keep()
            await screens.checked(app, pilot)
            assert [item.flag.rule.id for item in screen.standing().open] == ['t/secret', 't/scorn']
            assert own.post.keeps == []

    screens.run(scenario)


def test_what_is_kept_beside_a_file_stays_kept(app_policy: Path, tmp_path: Path) -> None:
    path = wrote(tmp_path, 'a.md', 'Project Heron is late.\n', BESIDE)

    async def scenario() -> None:
        own = screens.desk(app_policy, open_post(path))
        async with screens.running(own) as (app, pilot):
            screen = app.checking
            assert screen.standing().state == gate.CLEAR
            screen.action_keep()
            await pilot.pause()
            assert [screen.is_kept(item) for item in screen.items] == [True]

    screens.run(scenario)


def test_a_waiver_survives_saving_while_its_words_are_read(tmp_path: Path) -> None:
    source = f'---\ntitle: "Clue\\u006cess"\n{KEEP}---\nOne **clue&shy;less** one.\n'
    path = wrote(tmp_path, 'a.md', source, '')
    own = open_post(path)
    own.text += 'More.\n'
    assert save(own, own.keeps) == 1
    assert Path(path).read_text('utf-8').endswith('\nOne **clue&shy;less** one.\nMore.\n')
    assert 'the words of a customer' in Path(path).read_text('utf-8')


PLAIN = {
    'a title': ('---\ntitle: Project Heron\n---\nFine.\n', 1, 'STOP, line 2'),
    'a waiver': (f'---\n{KEEP}---\nOne clue&shy;less one.\n', 0, 'Kept already'),
    'a waiver beside it': ('Project Heron.\n', 0, 'Kept already'),
    'a waiver that is not used': (f'---\n{KEEP}---\nOne.\n', 1, '(waiver/unused)'),
}


@pytest.mark.parametrize(('source', 'code', 'told'), PLAIN.values(), ids=PLAIN)
def test_plain_mode_tells_the_same(
    app_policy: Path, tmp_path: Path, source: str, code: int, told: str
) -> None:
    path = wrote(tmp_path, 'a.md', source, BESIDE if source.startswith('Project') else '')
    words = ('--policy', str(app_policy), '--screen-language', 'en')
    done, out, err = plain(app_policy, '', 'plain', path, *words)
    assert (done, err) == (code, '')
    assert told in out
    checked = plain(app_policy, '', 'check', path, '--policy', str(app_policy))
    assert checked[0] == code
