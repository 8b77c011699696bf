"""What was there before: known by fingerprint, as often as it was written down, wherever it has moved to."""

from __future__ import annotations

import json
import os
from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.commands.check_run import Run

RULES = {
    'a/mild': engine.find('en', '"awful winter"'),
    'a/grave': engine.find('en', '"project owl"', 'level: stop'),
}
ONE = 'An awful winter.\n'
TWO = 'We ask project owl.\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two old posts and their baseline."""
    engine.pack(tmp_path / 'rules', RULES, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'one.txt').write_text(ONE)
    (tmp_path / 'two.txt').write_text('Hello.\n' + TWO)
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.setenv('LANG', 'en_GB.UTF-8')
    monkeypatch.chdir(tmp_path)
    assert main(['baseline', 'create']) == 0
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    capsys.readouterr()
    code = main([*words])
    return code, capsys.readouterr().out.splitlines()


def rename(home: Path) -> None:
    os.rename('one.txt', 'moved.txt')


def append(home: Path) -> None:
    (home / 'two.txt').write_text(f'New first line.\n\nHello.\n{TWO}')


def swap(home: Path) -> None:
    (home / 'one.txt').write_text('Hello.\n' + TWO)
    (home / 'two.txt').write_text(ONE)


def copy(home: Path) -> None:
    (home / 'copy.txt').write_text(ONE)


def again(home: Path) -> None:
    (home / 'one.txt').write_text(ONE + ONE)


def rewrite(home: Path) -> None:
    (home / 'one.txt').write_text('An awful winter, awful.\n')


def gone(home: Path) -> None:
    (home / 'one.txt').write_text('A fine winter.\n')


CHANGES = {
    'nothing': (lambda home: None, 'New: 0. Known: 2. Gone: 0.', 0),
    'the file has another name': (rename, 'New: 0. Known: 2. Gone: 0.', 0),
    'other lines have changed': (append, 'New: 0. Known: 2. Gone: 0.', 0),
    'two posts have changed places': (swap, 'New: 0. Known: 2. Gone: 0.', 0),
    # the first is where it was: what is copied is new
    'a post has been copied': (copy, 'New: 1. Known: 2. Gone: 0.', 1),
    'the same line once more': (again, 'New: 1. Known: 2. Gone: 0.', 1),
    'the line was rewritten': (rewrite, 'New: 1. Known: 1. Gone: 1.', 1),
    'the fault was mended': (gone, 'New: 0. Known: 1. Gone: 1.', 1),
}


@pytest.mark.parametrize(('change', 'state', 'code'), CHANGES.values(), ids=CHANGES)
def test__what_is_new_and_what_is_gone(
    home: Path, capsys: pytest.CaptureFixture[str], change: object, state: str, code: int
) -> None:
    assert callable(change)
    change(home)
    found, lines = told(capsys, 'baseline', 'check')
    assert (found, lines[-1]) == (code, state)


def test__check_tells_what_is_new_and_nothing_else(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, 'check', '.') == (
        0,
        ['2 in all: 0 flagged, 2 clean, 0 not screened, 0 unreadable.'],
    )
    copy(home)
    code, lines = told(capsys, 'check', '.', '--format', 'jsonl')
    found = {Path(row['path']).name: row for row in map(json.loads, lines)}
    assert code == 1
    assert [flag['rule'] for flag in found['copy.txt']['flags']] == ['a/mild']
    assert [(one['rule'], one['kept']['how']) for one in found['one.txt']['kept']] == [('a/mild', 'baseline')]


@pytest.mark.parametrize('action', ['check', 'prune'])
@pytest.mark.parametrize(
    ('name', 'before', 'after', 'said', 'known'),
    [
        pytest.param(
            'one.txt',
            None,
            b'An awful \xff winter.\n',
            'one.txt:1: byte 0xFF is not UTF-8; save the file as UTF-8',
            1,
            id='a file that is no text',
        ),
        pytest.param(
            'queue.jsonl',
            b'{"text": "An awful winter."}\n{"text": "We ask project owl."}\n',
            b'{"text": "An awful winter."}\n{"text": "We ask project owl."\n',
            'queue.jsonl:2: not a row of JSON',
            3,
            id='a row that is no JSON',
        ),
    ],
)  # fmt: skip
def test__what_could_not_be_read_is_unknown_and_stays(
    home: Path,
    capsys: pytest.CaptureFixture[str],
    action: str,
    name: str,
    before: bytes | None,
    after: bytes,
    said: str,
    known: int,
) -> None:
    if before is not None:
        (home / name).write_bytes(before)
        assert main(['baseline', 'create', '--force']) == 0
    old = (home / 'policycheck.baseline.json').read_bytes()
    (home / name).write_bytes(after)
    capsys.readouterr()
    code = main(['baseline', action])
    out, err = capsys.readouterr()
    unknown = f'Unknown: 1, in files that could not be read whole; they stay in the baseline: {name}\n'
    first = {
        'check': f'New: 0. Known: {known}. Gone: 0.\n',
        'prune': f'policycheck.baseline.json: 0 taken out, {known + 1} left.\n',
    }
    assert (code, out) == (2, first[action] + unknown)
    assert said in err
    assert (home / 'policycheck.baseline.json').read_bytes() == old


def test__a_copy_is_new_in_a_run_that_does_not_see_the_first(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy(home)
    assert told(capsys, 'check', 'copy.txt')[0] == 1
    assert told(capsys, 'check', 'one.txt')[0] == 0


def test__prune_takes_out_and_never_adds(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone(home)
    (home / 'three.txt').write_text('That awful winter.\n')
    assert told(capsys, 'baseline', 'prune')[1] == [
        'one.txt: - a/mild',
        'policycheck.baseline.json: 1 taken out, 1 left.',
    ]
    assert told(capsys, 'baseline', 'show')[1] == ['By rule', '     1  a/grave', 'By file', '     1  two.txt']
    assert told(capsys, 'check', '.')[0] == 1


def elsewhere(home: Path) -> None:
    (home / 'new').mkdir()
    os.rename('old/one.txt', 'new/renamed.txt')


def removed(home: Path) -> None:
    os.remove('old/one.txt')


def mended(home: Path) -> None:
    (home / 'old/one.txt').write_text('A fine winter.\n')


GONE = ['old/one.txt: - a/mild', 'policycheck.baseline.json: 1 taken out, 2 left.']
STAYS = ['policycheck.baseline.json: 0 taken out, 3 left.']
PRUNED = {
    'a post was renamed, and nobody looks at it': (elsewhere, ['two.txt'], STAYS),
    'it was renamed out of the folder': (elsewhere, ['old'], GONE),
    'it was renamed, and both are looked at': (elsewhere, ['old', 'new'], STAYS),
    'it was renamed, and everything is looked at': (elsewhere, [], STAYS),
    'it was removed, and another one is looked at': (removed, ['two.txt'], STAYS),
    'a folder whose name begins alike': (removed, ['ol'], STAYS),
    'it was removed from the folder': (removed, ['old/'], GONE),
    'it was removed from a folder above': (removed, ['.'], GONE),
    'it was removed': (removed, [], GONE),
    'it was mended, and another one is looked at': (mended, ['two.txt'], STAYS),
    'it was mended': (mended, ['old/one.txt'], GONE),
}


@pytest.mark.parametrize(('change', 'paths', 'lines'), PRUNED.values(), ids=PRUNED)
def test__with_paths_only_what_lies_in_them_is_gone(
    home: Path, capsys: pytest.CaptureFixture[str], change: object, paths: list[str], lines: list[str]
) -> None:
    for name in ('old', 'ol'):
        (home / name).mkdir()
    os.rename('one.txt', 'old/one.txt')
    (home / 'ol/three.txt').write_text(TWO)
    assert main(['baseline', 'create', '--force']) == 0
    assert callable(change)
    change(home)
    state = told(capsys, 'baseline', 'check', *paths)
    assert (state[0], state[1][:-1]) == ((1, GONE[:1]) if lines == GONE else (0, []))
    main(['check', *(paths or ['.'])])
    assert ('policycheck baseline prune' in capsys.readouterr().err) == (lines == GONE)
    assert told(capsys, 'baseline', 'prune', *paths) == (0, lines)


IS_GONE = {
    'en': ('1 known finding is gone; policycheck baseline prune takes it out',
           '2 known findings are gone; policycheck baseline prune takes them out'),
    'nb': ('1 kjent funn er borte; policycheck baseline prune tar det ut',
           '2 kjente funn er borte; policycheck baseline prune tar dem ut'),
    'sv': ('1 känt fynd är borta; policycheck baseline prune tar bort det',
           '2 kända fynd är borta; policycheck baseline prune tar bort dem'),
    'fi': ('1 tunnettu löydös on poistunut; policycheck baseline prune karsii sen',
           '2 tunnettua löydöstä on poistunut; policycheck baseline prune karsii ne'),
}  # fmt: skip


@pytest.mark.parametrize(('language', 'one', 'two'), [(name, *IS_GONE[name]) for name in IS_GONE])
def test__check_says_that_something_is_gone(
    home: Path, capsys: pytest.CaptureFixture[str], language: str, one: str, two: str
) -> None:
    for said in (one, two):
        (home / ('one.txt' if said == one else 'two.txt')).write_text('A fine winter.\n')
        capsys.readouterr()
        assert main(['check', '.', '--screen-language', language]) == 0
        assert capsys.readouterr().err == f'{home}/policycheck.baseline.json: {said}\n'


SCHEDULE = '{"id": "1", "text": "An awful winter.", "account": "personal"}\n'
OFFICIAL = SCHEDULE.replace('personal', 'official')
LEVELS = {
    'as it was': (SCHEDULE, SCHEDULE, 'New: 0. Known: 1. Gone: 0.'),
    'graver than it was: new, and not gone': (SCHEDULE, OFFICIAL, 'New: 1. Known: 0. Gone: 0.'),
    'less grave than it was': (OFFICIAL, SCHEDULE, 'New: 0. Known: 1. Gone: 0.'),
    'a graver copy does not take the entry of the first': (
        SCHEDULE,
        OFFICIAL + SCHEDULE,
        'New: 1. Known: 1. Gone: 0.',
    ),
    'one of two has become graver': (SCHEDULE * 2, SCHEDULE + OFFICIAL, 'New: 1. Known: 1. Gone: 0.'),
    'a grave one and a mild one': (SCHEDULE + OFFICIAL, OFFICIAL + SCHEDULE, 'New: 0. Known: 2. Gone: 0.'),
    'the graver of two was mended': (SCHEDULE + OFFICIAL, SCHEDULE, 'New: 0. Known: 1. Gone: 1.'),
}


@pytest.mark.parametrize(('before', 'after', 'state'), LEVELS.values(), ids=LEVELS)
@pytest.mark.parametrize('name', ['posts.jsonl', 'moved.jsonl'])
def test__what_is_graver_than_it_was_is_new(
    home: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, state: str, name: str
) -> None:
    opinion = engine.find('en', '"awful winter"', 'level: warn\nopinion: true')
    engine.pack(home / 'rules', {'a/mild': opinion}, shipped=engine.QUOTED)
    os.remove('one.txt')
    os.remove('two.txt')
    (home / 'posts.jsonl').write_text(before)
    assert main(['baseline', 'create', '--force']) == 0
    os.rename('posts.jsonl', name)
    (home / name).write_text(after)
    assert told(capsys, 'baseline', 'check')[1][-1] == state


def test__a_level_stands_beside_each_finding(home: Path) -> None:
    known = json.loads((home / 'policycheck.baseline.json').read_text())['known']
    assert [[row[1:] for row in rows] for rows in known.values()] == [
        [['a/mild', 1, 'warn']],
        [['a/grave', 1, 'stop']],
    ]


def test__a_file_without_levels_is_read_as_it_was_written(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / 'policycheck.baseline.json'
    old = path.read_text().replace(', "warn"', '').replace(', "stop"', '')
    path.write_text(old)
    assert told(capsys, 'baseline', 'check') == (0, ['New: 0. Known: 2. Gone: 0.'])
    os.remove('two.txt')
    assert told(capsys, 'baseline', 'prune')[1][-1] == 'policycheck.baseline.json: 1 taken out, 1 left.'
    assert [line for line in path.read_text().splitlines() if 'a/' in line] == [
        line for line in old.splitlines() if 'a/mild' in line
    ]


@pytest.mark.parametrize(('senses', 'gone'), [(False, 1), (True, 2)])
def test__what_only_meaning_found_is_gone_where_a_model_is_asked(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, senses: bool, gone: int
) -> None:
    monkeypatch.setattr(Run, 'senses', senses)
    path = home / 'policycheck.baseline.json'
    path.write_text(path.read_text().replace('"warn"', '"warn", "meaning"'))
    os.remove('one.txt')
    os.remove('two.txt')
    (home / 'one.txt').write_text('Hello.\n')
    assert told(capsys, 'baseline', 'check')[1][-1] == f'New: 0. Known: 0. Gone: {gone}.'
    assert told(capsys, 'baseline', 'prune')[1][-1] == f'{path.name}: {gone} taken out, {2 - gone} left.'
    assert ('"warn", "meaning"]' in path.read_text()) == (gone == 1)


def test__a_baseline_holds_no_text(home: Path) -> None:
    kept = (home / 'policycheck.baseline.json').read_text()
    assert [word for word in ('awful', 'winter', 'owl') if word in kept] == []


def test__a_baseline_is_not_written_over(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['baseline', 'create']) == 2
    assert 'there is a baseline already' in capsys.readouterr().err
    copy(home)
    assert main(['baseline', 'create', '--force']) == 0
    assert told(capsys, 'check', '.')[0] == 0


UNREAD = {
    'a file': ('two.txt', b'\xff\xfe', 'two.txt'),
    'a row': ('rows.jsonl', b'{"text": "We ask project owl.", "id": "1"}\n{"text"\n', 'rows.jsonl'),
}


@pytest.mark.parametrize(('name', 'content', 'told_of'), UNREAD.values(), ids=UNREAD)
def test__what_cannot_be_read_stays_in_a_new_baseline(
    home: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, told_of: str
) -> None:
    rows = home / 'rows.jsonl'
    rows.write_text('{"text": "We ask project owl.", "id": "1"}\n{"text": "An awful winter.", "id": "2"}\n')
    assert main(['baseline', 'create', '--force']) == 0
    old = json.loads((home / 'policycheck.baseline.json').read_text())['known']
    before = (home / name).read_bytes()
    (home / name).write_bytes(content)
    code, lines = told(capsys, 'baseline', 'create', '--force')
    assert code == 2
    assert lines[-1].startswith('Unknown: 1, in files that could not be read whole')
    assert lines[-1].endswith(told_of)
    assert json.loads((home / 'policycheck.baseline.json').read_text())['known'] == old
    (home / name).write_bytes(before)
    assert told(capsys, 'baseline', 'check')[0] == 0


@pytest.mark.parametrize(
    'words', [['check', '.', '--baseline', 'b.json'], ['baseline', 'check', '--baseline', 'b.json']]
)
def test_a_baseline_that_is_not_there(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main(words) == 2
    assert (
        capsys.readouterr().err
        == 'b.json: there is no such baseline; policycheck baseline create writes one\n'
    )


@pytest.mark.parametrize(
    'content',
    [
        '',
        '[]',
        '{"version": 1}',
        '{"version": 9, "fingerprints": 1, "known": {}}',
        '{"version"',
        '{"version": 1, "fingerprints": 1, "known": {"a": [["f", "a/mild", 1, "tip"]]}}',
        '{"version": 1, "fingerprints": 1, "known": {"a": [["f", "a/mild", 1, "note", "more"]]}}',
    ],
)
def test__what_is_no_baseline_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (home / 'policycheck.baseline.json').write_text(content)
    assert main(['check', '.']) == 2
    said = capsys.readouterr().err
    assert 'policycheck.baseline.json: ' in said
    assert 'Traceback' not in said
