"""What a change of rules does to posts: counts and examples as people read them, and as JSON."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import engine
import pytest

from policycheck.authoring.difference import compare
from policycheck.cli import main
from policycheck.readers.drafts import load as drafts_of

POSTS = """
{"id": "a", "text": "An awful day.", "lang": "en"}
{"id": "b", "text": "A terrible, awful day.", "lang": "en"}
{"id": "c", "text": "A calm day with my boss.", "lang": "en"}
{"id": "d", "text": "Wir freuen uns sehr über die neuen Kollegen und laden alle zum Fest am Freitag ein."}
{"id": "e", "text": "Our pay, and a loud day.", "lang": "en"}
{"id": "f", "text": "A calm day.", "lang": "en"}
"""

OLD = {
    't/bad': engine.find('en', '"awful"'),
    't/boss': engine.find('en', '"boss"', 'level: advice'),
    't/gone': engine.find('en', '"loud"'),
}
NEW = {
    't/bad': engine.find('en', '"terrible"', 'level: stop'),
    't/boss': engine.find('en', '"boss"', 'level: note'),
    't/pay': engine.find('en', '"our" "pay"', 'notice: rights'),
}

TEXT = """
t/bad  Said.
  Stops firing: 1 (200.0 per 1,000 posts)
    posts.jsonl, post a: REASON
      An awful day.
         ^^^^^
  Another level: 1 (200.0 per 1,000 posts)
    posts.jsonl, post b: REASON → STOP
      A terrible, awful day.
        ^^^^^^^^

t/boss  Said.
  Another level: 1 (200.0 per 1,000 posts)
    posts.jsonl, post c: TIP → NOTE
      A calm day with my boss.
                         ^^^^

t/gone  Said.
  Stops firing: 1 (200.0 per 1,000 posts)
    posts.jsonl, post e: REASON
      Our pay, and a loud day.
                     ^^^^

t/pay  Said.
  Newly fires: 1 (200.0 per 1,000 posts)
    posts.jsonl, post e: RIGHTS
      Our pay, and a loud day.
      ^^^^^^^

Rules that are new: t/pay
Rules that are gone: t/gone
Newly fires: 1 (200.0 per 1,000 posts)
Stops firing: 2 (400.0 per 1,000 posts)
Another level: 2 (400.0 per 1,000 posts)
Posts with another verdict: 4; posts flagged that were clean: 0.
Posts compared: 5; not screened: 1; unreadable: 0.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    engine.pack(tmp_path / 'old', OLD)
    engine.pack(tmp_path / 'new', NEW)
    (tmp_path / 'posts.jsonl').write_text(POSTS, 'utf-8')
    (tmp_path / 'policycheck.yaml').write_text('packs: [./new]\n', 'utf-8')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.setenv('LC_ALL', 'en_GB.UTF-8')
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(['rules', 'diff', *words])
    return code, *capsys.readouterr()


@pytest.mark.parametrize('new', ['new', 'policycheck.yaml'])
def test_difference_for_people(folder: Path, capsys: pytest.CaptureFixture[str], new: str) -> None:
    assert told(capsys, 'old', new, '--posts', 'posts.jsonl') == (0, TEXT.lstrip(), '')


def test_no_difference(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = """\
        Newly fires: 0 (0.0 per 1,000 posts)
        Stops firing: 0 (0.0 per 1,000 posts)
        Another level: 0 (0.0 per 1,000 posts)
        Posts with another verdict: 0; posts flagged that were clean: 0.
        Posts compared: 5; not screened: 1; unreadable: 0.
    """
    assert told(capsys, 'old', 'old', '--posts', 'posts.jsonl') == (0, textwrap.dedent(expected), '')


def test_difference_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, 'old', 'new', '--posts', 'posts.jsonl', '--format', 'json')
    document = json.loads(out)
    none = {'posts': 0, 'per_1000': 0.0, 'examples': []}
    assert document['rules'][1] == {
        'id': 't/boss',
        'title': 'Said.',
        'newly_fires': none,
        'stops_firing': none,
        'other_level': {
            'posts': 1,
            'per_1000': 200.0,
            'examples': [
                {
                    'id': 'c',
                    'path': 'posts.jsonl',
                    'before': 'advice',
                    'after': 'note',
                    'text': 'A calm day with my boss.',
                    'spans': [{'start': 19, 'end': 23}],
                }
            ],
        },
    }
    assert (document['added'], document['removed']) == (['t/pay'], ['t/gone'])
    assert document['totals'] == {
        'newly_fires': {'posts': 1, 'per_1000': 200.0},
        'stops_firing': {'posts': 2, 'per_1000': 400.0},
        'other_level': {'posts': 2, 'per_1000': 400.0},
        'other_verdict': {'posts': 4, 'per_1000': 800.0},
        'newly_flagged': {'posts': 0, 'per_1000': 0.0},
        'posts': 5,
        'not_screened': 1,
        'unreadable': 0,
    }


@pytest.mark.parametrize(('most', 'code'), [('200', 0), ('199', 1)])
def test_a_gate(folder: Path, capsys: pytest.CaptureFixture[str], most: str, code: int) -> None:
    assert told(capsys, 'old', 'new', '--posts', 'posts.jsonl', '--max-new', most)[0] == code


def test_posts_that_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / 'posts.jsonl').write_text('no row\n', 'utf-8')
    code, out, err = told(capsys, 'old', 'new', '--posts', 'posts.jsonl', '--posts', 'none.txt')
    assert code == 2
    assert out.splitlines()[-1] == 'Posts compared: 0; not screened: 0; unreadable: 2.'
    assert [line.split(': ')[0] for line in err.splitlines()] == ['posts.jsonl:1', 'none.txt']


def test_columns_of_a_table_are_named_as_for_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / 'posts.csv').write_text('body,lang\nA terrible day.,en\n', 'utf-8')
    code, out, err = told(capsys, 'old', 'new', '--posts', 'posts.csv', '--map', 'text=body')
    assert (code, err) == (0, '')
    assert out.splitlines()[-1] == 'Posts compared: 1; not screened: 0; unreadable: 0.'


def test_a_side_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = 'odl: there is no such policy, folder or rule file; default are the rules that come along\n'
    assert told(capsys, 'odl', 'new', '--posts', 'posts.jsonl') == (2, '', expected)


def test_a_rule_under_another_name_is_the_same_rule(tmp_path: Path) -> None:
    old = engine.ruleset(tmp_path / 'a', {'t/bad': OLD['t/bad']})
    new = engine.ruleset(tmp_path / 'b', {'t/worse': NEW['t/bad']})
    (tmp_path / 'posts.jsonl').write_text(POSTS, 'utf-8')
    found = compare(drafts_of(str(tmp_path / 'posts.jsonl')), old, new, {}, {'t/bad': 't/worse'})
    assert {name: one.counts for name, one in found.rules.items()} == {
        't/worse': {'newly_fires': 0, 'stops_firing': 1, 'other_level': 1}
    }
    assert (found.added, found.removed) == ([], [])
