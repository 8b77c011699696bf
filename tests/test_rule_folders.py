# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""Rules in whatever they may lie in: one file, a topic, a pack, a folder of files; what each command makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.errors import InputError
from policycheck.schema.packs import around, loose_rules, read_pack

RULE = engine.find('en', '{low}').replace('["x"]', '["So [[dirtcheap]]."]').replace('["y"]', '["So warm."]')
OTHER = RULE.replace('{low}', '"our" ... {low}').replace('So [[dirtcheap]]', 'And [[our stove is dirtcheap]]')
WORDS = 'about: "Low prices."\nen: |\n  "dirtcheap"\n  "giveaway"\n'

LAYOUTS: dict[str, dict[str, str]] = {
    'a pack': {'p/tone/cheap.yaml': RULE, 'p/words/low.yaml': WORDS},
    'a pack of .yml': {'p/tone/cheap.yml': RULE, 'p/words/low.yml': WORDS},
    'a topic called rules': {'p/rules/cheap.yaml': RULE, 'p/words/low.yaml': WORDS},
    'topics in rules': {'p/rules/tone/cheap.yaml': RULE, 'p/words/low.yaml': WORDS},
    'topics and lists in rules': {'p/rules/tone/cheap.yaml': RULE, 'p/rules/words/low.yaml': WORDS},
    'files of no topic': {'p/cheap.yaml': RULE, 'p/words/low.yaml': WORDS},
}
TOLD = {
    'verify': 'Rules: 1. Word lists: {lists}. To mend: 0.\nRules: 1. Examples: 2; 2 hold, 0 fail.\n',
    'test': 'Rules: 1. Examples: 2; 2 hold, 0 fail.\n',
    'check': 'Rules: 1. Word lists: {lists}. To mend: 0.\n',
}


def lay(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, 'utf-8')


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, forms: Path
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in a folder whose policy names a small pack of its own; exit code, output, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv('XDG_CACHE_HOME', str(forms))
    monkeypatch.setenv('LC_ALL', 'en')
    engine.pack(tmp_path / 'base', {'t/loud': engine.find('en', '"loud"')}, {}, engine.QUOTED)
    lay(tmp_path, {'policycheck.yaml': 'organisation: {name: Nordvik}\npacks: [./base]\n'})

    def told(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*words])
        return code, *capsys.readouterr()

    return told


@pytest.mark.parametrize('action', TOLD)
@pytest.mark.parametrize('layout', LAYOUTS)
def test_a_folder_is_tried_whatever_it_is(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, layout: str, action: str
) -> None:
    lay(tmp_path, LAYOUTS[layout])
    assert run('rules', action, 'p') == (0, TOLD[action].format(lists=1), '')


@pytest.mark.parametrize('action', TOLD)
@pytest.mark.parametrize('layout', LAYOUTS)
def test_one_file_finds_the_lists_beside_it(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, layout: str, action: str
) -> None:
    lay(tmp_path, LAYOUTS[layout])
    assert run('rules', action, next(iter(LAYOUTS[layout]))) == (0, TOLD[action].format(lists=0), '')


@pytest.mark.parametrize('action', TOLD)
def test_a_topic_of_a_folder_is_tried(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, action: str
) -> None:
    lay(tmp_path, LAYOUTS['a pack'])
    assert run('rules', action, 'p/tone') == (0, TOLD[action].format(lists=0), '')


def test_a_rule_that_fails_is_shown_from_a_folder(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    lay(tmp_path, {**LAYOUTS['a pack'], 'p/tone/cheap.yaml': RULE.replace('So warm', 'A giveaway')})
    code, out, err = run('rules', 'test', 'p')
    assert (code, err) == (1, '')
    assert out == (
        'p/tone/cheap.yaml:5: tone/cheap, examples.en.passes\n'
        '    expected  A giveaway.  (no flag)\n'
        '    found     A [[giveaway]].\n'
        '                  ^^^^^^^^\n'
        '\n'
        'Rules: 1. Examples: 2; 1 hold, 1 fail.\n'
    )


def test_two_rule_files_are_compared_with_the_lists_beside_them(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    shipped_cache: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # the default rules are compiled there under this policy: what is new is in English
    monkeypatch.setenv('XDG_CACHE_HOME', str(shipped_cache.parent))
    layout = 'files of no topic'
    old = next(iter(LAYOUTS[layout]))
    new = old.replace('cheap', 'dear')
    post = (
        '{"text": "A dirtcheap day.", "lang": "en"}\n{"text": "And our stove is dirtcheap.", "lang": "en"}\n'
    )
    lay(tmp_path, {**LAYOUTS[layout], new: OTHER, 'posts.jsonl': post})
    code, out, err = run('rules', 'diff', old, new, '--posts', 'posts.jsonl', '--policy', str(engine.SAMPLE))
    assert (code, err) == (0, '')
    assert out == (
        'dear  Said.\n'
        '  Stops firing: 1 (500.0 per 1,000 posts)\n'
        '    posts.jsonl, post 1: REASON\n'
        '      A dirtcheap day.\n'
        '        ^^^^^^^^^\n'
        '\n'
        'Newly fires: 0 (0.0 per 1,000 posts)\n'
        'Stops firing: 1 (500.0 per 1,000 posts)\n'
        'Another level: 0 (0.0 per 1,000 posts)\n'
        'Posts with another verdict: 1; posts flagged that were clean: 0.\n'
        'Posts compared: 2; not screened: 0; unreadable: 0.\n'
    )


@pytest.mark.parametrize('broken', ['find: [\n', 'advice: {en: "x"\n'])
def test_a_broken_file_beside_a_rule_is_told_of(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, broken: str
) -> None:
    lay(tmp_path, {**LAYOUTS['files of no topic'], 'p/broken.yaml': broken})
    code, out, _ = run('rules', 'check', 'p')
    assert code == 2
    assert out.startswith('p/broken.yaml:')


def test_a_list_beside_a_tried_rule_is_watched(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    lay(tmp_path, {**LAYOUTS['files of no topic'], 'post.txt': 'A bargainy day by the sea.\n'})
    words = ('check', 'post.txt', '--lang', 'en', '--rules', 'p/cheap.yaml')
    assert run(*words)[0] == 0
    lay(tmp_path, {'p/words/low.yaml': WORDS + '  "bargainy"\n'})
    assert run(*words)[0] == 1


REFUSED = {
    'a rule at the top': ({'p/cheap.yaml': RULE, 'p/tone/dear.yaml': RULE}, 'cheap.yaml: a rule is read from <topic>/<name>.yaml; move it into such a folder'),
    'a list at the top': ({'p/low.yml': WORDS, 'p/tone/dear.yaml': RULE}, 'low.yml: a word list is read from words/<name>.yaml; move it into such a folder'),
    'too deep': (
        {'p/own/tone/cheap.yaml': RULE},
        'own/tone/cheap.yaml: this lies too deep to be read: a pack holds <topic>/<name>.yaml and words/<name>.yaml; '
        "name the folder 'own' in place of 'p', or move the file up",
    ),
    'too deep in rules': (
        {'p/rules/tone/cheap.yaml': RULE, 'p/rules/tone/old/dear.yaml': RULE},
        'rules/tone/old/dear.yaml: this lies too deep to be read: a pack holds <topic>/<name>.yaml and words/<name>.yaml; '
        "name the folder 'tone' in place of 'rules', or move the file up",
    ),
    'in rules and beside it': (
        {'p/rules/tone/cheap.yaml': RULE, 'p/tone/cheap.yaml': RULE},
        'tone/cheap.yaml: rules/tone/cheap.yaml has the same id; keep one of them',
    ),
    'lists in rules and beside it': (
        {'p/rules/tone/cheap.yaml': RULE, 'p/rules/labels.yaml': '', 'p/labels.yaml': ''},
        'rules/labels.yaml: labels.yaml beside it is called the same; keep one of them',
    ),
    'twice': ({'p/tone/cheap.yaml': RULE, 'p/tone/cheap.yml': RULE}, 'tone/cheap.yml: cheap.yaml beside it is called the same; keep one of them'),
    'texts twice': ({'p/labels.yaml': '', 'p/labels.yml': ''}, 'labels.yml: labels.yaml beside it is called the same; keep one of them'),
}  # fmt: skip


@pytest.mark.parametrize('case', REFUSED)
def test_what_would_not_be_read_is_refused(tmp_path: Path, case: str) -> None:
    files, told = REFUSED[case]
    lay(tmp_path, files)
    with pytest.raises(InputError) as caught:
        read_pack(str(tmp_path / 'p'))
    assert str(caught.value) == f'{tmp_path}/p/{told}'


def test_a_policy_with_such_a_pack_says_so(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    lay(
        tmp_path,
        {**LAYOUTS['files of no topic'], 'post.txt': 'Hello.\n', 'own.yaml': 'packs: [./base, ./p]\n'},
    )
    told = f'{tmp_path}/p/cheap.yaml: a rule is read from <topic>/<name>.yaml; move it into such a folder\n'
    assert run('check', 'post.txt', '--policy', 'own.yaml') == (2, '', told)


@pytest.mark.parametrize('layout', ['topics in rules', 'topics and lists in rules'])
def test_topics_in_a_folder_rules_count_as_those_of_the_pack(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, layout: str
) -> None:
    lay(tmp_path, {**LAYOUTS[layout], 'post.txt': 'So dirtcheap.\n', 'own.yaml': 'packs: [./base, ./p]\n'})
    pack = read_pack(str(tmp_path / 'p'))
    assert [pack.rule_id(path) for path in pack.rules] == ['tone/cheap']
    assert [Path(path).name for path in pack.words] == ['low.yaml']
    code, out, _ = run('check', 'post.txt', '--policy', 'own.yaml', '--lang', 'en')
    assert (code, '[tone/cheap]' in out) == (1, True)
    for part in ('p', 'p/rules', 'p/rules/tone', 'p/rules/tone/cheap.yaml', 'tone/cheap'):
        code, out, err = run('rules', 'check', part, '--policy', 'own.yaml')
        assert (code, out.startswith('Rules: 1.'), err) == (0, True, ''), (part, out)
        assert run('rules', 'test', part, '--policy', 'own.yaml') == (0, TOLD['test'], ''), part


def test_a_pack_named_by_its_folder_rules_has_the_lists_beside_it(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    files = {'post.txt': 'A bargainy day.\n', 'own.yaml': 'packs: [./base, ./p/rules]\n'}
    lay(tmp_path, {**LAYOUTS['topics in rules'], **files})
    words = ('check', 'post.txt', '--policy', 'own.yaml', '--lang', 'en')
    assert run(*words)[0] == 0
    lay(tmp_path, {'p/words/low.yaml': WORDS + '  "bargainy"\n'})
    code, out, _ = run(*words)
    assert (code, '[tone/cheap]' in out) == (1, True)
    assert run('rules', 'check', 'p/rules', '--policy', 'own.yaml') == (0, TOLD['check'].format(lists=1), '')


def test_what_is_no_rule_is_left_alone(tmp_path: Path) -> None:
    files = {
        'p/policycheck.yaml': 'packs: [default]\n',
        'p/notes.yaml': 'about: us\n',
        'p/.ci.yml': 'category: x\n',
    }
    lay(tmp_path, {**LAYOUTS['a pack'], **files})
    pack = read_pack(str(tmp_path / 'p'))
    assert (pack.rules, pack.words) == (
        [str(tmp_path / 'p/tone/cheap.yaml')],
        [str(tmp_path / 'p/words/low.yaml')],
    )


def test_an_empty_folder_is_said_to_be_empty(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / 'p').mkdir()
    told = 'p: there are no rules in this folder; a rule stands in <topic>/<name>.yaml\n'
    assert run('rules', 'test', 'p') == run('rules', 'verify', 'p') == (2, '', told)


def test_where_a_file_looks_for_lists(tmp_path: Path) -> None:
    lay(tmp_path, {'p/tone/cheap.yaml': RULE, 'q/cheap.yaml': RULE, 'q/words/low.yaml': WORDS})
    assert around(str(tmp_path / 'p/tone/cheap.yaml')) == (
        None,
        [str(tmp_path / 'p/tone/words'), str(tmp_path / 'p/words')],
    )
    found, looked = around(str(tmp_path / 'q/cheap.yaml'))
    assert found is not None
    assert (found.words, looked) == ([str(tmp_path / 'q/words/low.yaml')], [str(tmp_path / 'q/words')])
    assert loose_rules(str(tmp_path / 'q')) == [str(tmp_path / 'q/cheap.yaml')]
    assert loose_rules(str(tmp_path / 'p')) == []
