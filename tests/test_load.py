"""Compiled rules are kept between runs, made anew when a file behind them changes, and never trusted blindly."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import engine
import pytest
from started import started

from policycheck.artefact import Artefact, DamagedError, as_plain, open_file, pack
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load

TEXT = 'An awful terrible boss at Project Falcon.'


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A policy beside a small pack of rules."""
    rules = {'t/bad': engine.find('en', '{bad}'), 't/secret': engine.find('en', '{secret}')}
    engine.pack(tmp_path / 'rules', rules, {'bad': {'en': '"awful"'}})
    path = tmp_path / 'policycheck.yaml'
    path.write_text('packs: [./rules]\norganisation: {secrets: [{words: Project Falcon}]}\n', 'utf-8')
    return path


def quotes(rules: Ruleset) -> list[str]:
    return [flag.quote for flag in engine.report(rules, TEXT).flags]


def loaded(policy: Path, *extra: Path) -> Ruleset:
    cache = policy.parent / 'cache'
    return load(str(policy), [str(path) for path in extra], cache=str(cache), quiet=True)


def kept(policy: Path) -> list[str]:
    """The artefacts in the cache."""
    return sorted(path.name for path in (policy.parent / 'cache').glob('*.pc'))


def write(path: Path, text: str) -> None:
    """Writes a file with a later time than before, whatever the clock of the file system."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, 'utf-8')
    if before:
        os.utime(path, ns=(before + 10**9, before + 10**9))


def test_what_is_compiled_is_kept(policy: Path) -> None:
    assert quotes(loaded(policy)) == ['awful', 'Project Falcon']
    (name,) = kept(policy)
    stamp = (policy.parent / 'cache' / name).stat().st_mtime_ns
    assert quotes(loaded(policy)) == ['awful', 'Project Falcon']
    assert kept(policy) == [name]
    assert (policy.parent / 'cache' / name).stat().st_mtime_ns == stamp


def _change_rule(policy: Path) -> None:
    write(policy.parent / 'rules/t/bad.yaml', engine.find('en', '"boss"'))


def _change_list(policy: Path) -> None:
    write(policy.parent / 'rules/words/bad.yaml', 'about: "Test."\nen: |\n  "terrible"\n')


def _change_list_in_size_only(policy: Path) -> None:
    # the same time, another size
    path = policy.parent / 'rules/words/bad.yaml'
    stamp = path.stat().st_mtime_ns
    path.write_text('about: "Test."\nen: |\n  "awful"\n  "boss"\n', 'utf-8')
    os.utime(path, ns=(stamp, stamp))


def _change_policy(policy: Path) -> None:
    write(policy, 'packs: [./rules]\n')


def _add_rule(policy: Path) -> None:
    write(policy.parent / 'rules/t/more.yaml', engine.find('en', '"boss"'))


def _remove_rule(policy: Path) -> None:
    (policy.parent / 'rules/t/bad.yaml').unlink()


def _turn_off(policy: Path) -> None:
    write(policy, 'packs: [./rules]\nrules: {t/bad: {level: "off", reason: as agreed}}\n')


@pytest.mark.parametrize(
    ('change', 'expected'),
    [
        (_change_rule, ['boss', 'Project Falcon']),
        (_change_list, ['terrible', 'Project Falcon']),
        (_change_list_in_size_only, ['awful', 'boss', 'Project Falcon']),
        (_change_policy, ['awful']),
        (_add_rule, ['awful', 'boss', 'Project Falcon']),
        (_remove_rule, ['Project Falcon']),
        (_turn_off, []),
    ],
    ids=lambda value: getattr(value, '__name__', None),
)
def test_a_change_is_seen(policy: Path, change: Callable[[Path], None], expected: list[str]) -> None:
    assert quotes(loaded(policy)) == ['awful', 'Project Falcon']
    change(policy)
    assert quotes(loaded(policy)) == expected


def test_a_rule_that_is_renamed_has_its_new_name(policy: Path) -> None:
    assert {flag.rule.id for flag in engine.report(loaded(policy), TEXT).flags} == {'t/bad', 't/secret'}
    folder = policy.parent / 'rules/t'
    (folder / 'bad.yaml').rename(folder / 'awful.yaml')
    assert {flag.rule.id for flag in engine.report(loaded(policy), TEXT).flags} == {'t/awful', 't/secret'}


def test_rule_files_beside_the_policy(policy: Path) -> None:
    extra = policy.parent / 'try.yaml'
    write(extra, engine.find('en', '"boss"'))
    assert quotes(loaded(policy, extra)) == ['awful', 'boss', 'Project Falcon']
    write(extra, engine.find('en', '"an"'))
    assert quotes(loaded(policy, extra)) == ['An', 'awful', 'Project Falcon']
    assert quotes(loaded(policy)) == ['awful', 'Project Falcon']


def test_a_secret_is_dropped_when_its_last_day_is_over(policy: Path) -> None:
    folder = policy.parent / 'rules'
    text = 'organisation: {secrets: [{words: Project Falcon, until: 2026-11-30}]}\n'
    for today, expected in (('2026-11-30', ['awful', 'Project Falcon']), ('2026-12-01', ['awful'])):
        assert quotes(Ruleset(Artefact(engine.artefact(folder, text, today=today)))) == expected


def test_what_was_compiled_before_a_last_day_is_not_used_after_it(policy: Path) -> None:
    write(policy, 'packs: [./rules]\norganisation: {secrets: [{words: Project Falcon, until: 2099-01-01}]}\n')
    loaded(policy)
    (reference,) = (policy.parent / 'cache').glob('*.ref')
    plain = open_file(str(reference)).plain('reference')
    assert plain['today'] == '2099-01-01'
    # as if it had been compiled for a day that is over, from rules that are found nowhere any more
    stale = {**plain, 'today': '2020-01-01', 'artefact': 'gone'}
    reference.write_bytes(pack({'reference': as_plain(stale)}))
    assert quotes(loaded(policy)) == ['awful', 'Project Falcon']
    assert open_file(str(reference)).plain('reference') == plain


@pytest.mark.parametrize('ending', ['pc', 'ref'])
@pytest.mark.parametrize('data', [b'', b'\0' * 100, b'[]', b'{"today": 1}', '{"tødy'.encode()], ids=repr)
def test_a_foreign_file_in_the_cache_is_put_right(policy: Path, ending: str, data: bytes) -> None:
    loaded(policy)
    (path,) = (policy.parent / 'cache').glob(f'*.{ending}')
    whole = path.read_bytes()
    path.write_bytes(data)
    assert quotes(loaded(policy)) == ['awful', 'Project Falcon']
    assert path.read_bytes() == whole


def test_damage_inside_is_noticed_and_mended(policy: Path) -> None:
    loaded(policy)
    (path,) = (policy.parent / 'cache').glob('*.pc')
    whole = path.read_bytes()
    at = whole.index(b'\x03\x00\x00\x00seq')
    path.write_bytes(whole[:at] + b'?' + whole[at + 1 :])
    with pytest.raises(DamagedError):
        quotes(loaded(policy))
    mended = load(str(policy), cache=str(path.parent), quiet=True, fresh=True)
    assert quotes(mended) == ['awful', 'Project Falcon']
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_costs_time_only(policy: Path) -> None:
    taken = policy.parent / 'taken'
    taken.write_text('a file', 'utf-8')
    for _ in range(2):
        assert quotes(load(str(policy), cache=str(taken), quiet=True)) == ['awful', 'Project Falcon']
    assert taken.read_text('utf-8') == 'a file'


def test_runs_at_the_same_time_do_not_disturb_each_other(policy: Path) -> None:
    cache = policy.parent / 'policycheck'
    (policy.parent / 'post.txt').write_text(TEXT, 'utf-8')
    words = ['check', 'post.txt', '--policy', str(policy), '--lang', 'en', '--format', 'jsonl', '--no-cache']
    own = {**os.environ, 'XDG_CACHE_HOME': str(policy.parent)}
    with ThreadPoolExecutor(3) as pool:
        runs = list(pool.map(lambda _: started(words, policy.parent, own), range(3)))
    found = [(code, [flag['quote'] for flag in json.loads(out)['flags']], err) for code, out, err in runs]
    assert found == [(1, ['awful', 'Project Falcon'], b'')] * 3
    # nothing half written is left
    assert sorted({path.suffix for path in cache.iterdir()}) == ['.pc', '.ref']


def test_only_the_last_artefacts_are_kept(policy: Path) -> None:
    cache = policy.parent / 'cache'
    cache.mkdir()
    for day in range(20):
        old = cache / f'{day:02}.pc'
        old.write_bytes(b'old')
        os.utime(old, (day, day))
    loaded(policy)
    names = kept(policy)
    assert len(names) == 12
    assert [name for name in names if len(name) == 5] == [f'{day:02}.pc' for day in range(9, 20)]


def test_a_policy_with_rules_of_its_own_alone_leans_on_the_shipped_lists(
    tmp_path: Path, shipped_cache: Path
) -> None:
    engine.keep_forms(shipped_cache, tmp_path / 'cache')
    engine.pack(
        tmp_path / 'rules', {'a/mild': engine.find('en', '"awful"', 'adjust: [{if: negated, level: off}]')}
    )
    for path in (tmp_path / 'rules').glob('*.yaml'):
        path.unlink()
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    rules = load(str(tmp_path / 'policycheck.yaml'), cache=str(tmp_path / 'cache'), quiet=True)
    assert [rule.id for rule in rules.rules] == ['a/mild']
    assert (
        engine.shown(rules, 'a/mild', 'An awful day. It was not awful.')
        == 'An [[awful]] day. It was not awful.'
    )
