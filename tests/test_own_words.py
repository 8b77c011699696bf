"""What a policy adds to the words of a rule and takes from them, and what it may not."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest

from policycheck.cli import main
from policycheck.compiling.load import load
from policycheck.errors import InputError

RULES = {
    't/scorn': engine.find('en', """
{people} ~ {scorn}
hate my job
"""),
    't/jargon': engine.rule("""
points:
  needs: 3
  within: post
  en: |
    2 {jargon}
    1 "again"
    -1 "really"
""", ['en']),
    't/kept': engine.find('en', '"secret"', 'locked: true'),
    't/ad': engine.rule("""
require:
  when:
    en: |
      our heater
  label: ad
  within: post
""", ['en']),
    't/mail': engine.rule('detect: [email]', ['en']),
}  # fmt: skip
LISTS = {
    'people': {'en': 'boss\ncolleague\n-bossy'},
    'scorn': {'en': '{rude}\nclown\n"wet blanket"\na buffoon\nfool*'},
    'rude': {'en': 'idiot\nmoron'},
    'jargon': {'en': 'synergy\nleverage'},
}


@pytest.fixture(scope='module')
def folder(tmp_path_factory: pytest.TempPathFactory, forms: Path) -> Path:
    folder = tmp_path_factory.mktemp('own_words')
    engine.keep_forms(forms, folder / 'cache')
    engine.pack(folder / 'base', RULES, LISTS, engine.MARKS)
    return folder


def changed(folder: Path, rule: str, words: str, more: str = '') -> str:
    """The path of a policy that changes the English words of a rule."""
    path = folder / 'policycheck.yaml'
    body = engine.block(words, 8)
    path.write_text(
        f'packs: [./base]\nrules:\n  {rule}:\n    reason: we say it so\n{more}    words:\n      en: {body}',
        'utf-8',
    )
    return str(path)


@pytest.mark.parametrize(
    ('rule', 'words', 'text', 'expected'),
    [
        ('t/scorn', '{people} ~ prat', 'My boss is a prat.', ['boss is a prat']),
        ('t/scorn', '{people} ~ prat', 'My boss is a clown.', ['boss is a clown']),
        ('t/scorn', '-clown', 'My boss is a clown.', []),
        ('t/scorn', '-clown', 'The bosses are clowns.', []),
        ('t/scorn', '-clown', 'My boss is an idiot.', ['boss is an idiot']),
        ('t/scorn', '-idiot', 'My boss is an idiot, the colleague a moron.', ['colleague a moron']),
        ('t/scorn', '-wet blanket', 'My boss is a wet blanket.', []),
        ('t/scorn', '-"wet blanket"', 'My boss is a wet blanket.', []),
        ('t/scorn', '-buffoon', 'My boss is a buffoon.', []),
        ('t/scorn', '-foolproof', 'My boss is foolproof. My boss is foolish.', ['boss is foolish']),
        ('t/scorn', '-hate my job', 'I hate my job.', []),
        ('t/scorn', '-{people} ~ {scorn}', 'My boss is a clown. I hate my job.', ['hate my job']),
        ('t/jargon', '"moonshot"', 'A moonshot.', ['moonshot']),
        ('t/jargon', '2 "moonshot"', 'A moonshot.', []),
        ('t/jargon', '2 "moonshot"', 'A moonshot again.', ['moonshot']),
        ('t/jargon', '-synergy', 'Synergy again.', []),
        ('t/jargon', '-"really"', 'Really, synergy again.', ['synergy']),
        ('t/jargon', '-2 "honestly"', 'Honestly, synergy again.', []),
        ('t/ad', 'our cooler', 'Our cooler is here.', ['Our cooler']),
        ('t/ad', 'our cooler', 'Ad: Our cooler is here.', []),
        ('t/mail', '"post box"', 'Our post box.', ['post box']),
        ('t/kept', '"hidden"', 'It is hidden.', ['hidden']),
    ],
)  # fmt: skip
def test_words_more_and_fewer(folder: Path, rule: str, words: str, text: str, expected: list[str]) -> None:
    rules = load(changed(folder, rule, words), cache=str(folder / 'cache'), quiet=True)
    flags = engine.report(rules, text).flags
    assert [flag.quote for flag in flags if flag.rule.id == rule] == expected


def test_a_level_and_words_in_one_change(folder: Path) -> None:
    path = changed(folder, 't/scorn', '"prat"', '    level: note\n')
    flags = engine.report(load(path, cache=str(folder / 'cache'), quiet=True), 'A prat.').flags
    assert [(flag.quote, flag.level) for flag in flags] == [('prat', 1)]


def test_a_locked_rule_loses_words_where_somebody_decided_it(folder: Path) -> None:
    path = changed(folder, 't/kept', '-"secret"\n"hidden"', '    by: Kari Lie\n')
    flags = engine.report(load(path, cache=str(folder / 'cache'), quiet=True), 'A hidden secret.').flags
    assert [flag.quote for flag in flags] == ['hidden']


NOTHING = "takes nothing out: 't/scorn' has no such phrase, and its word lists no such word"


@pytest.mark.parametrize(
    ('rule', 'words', 'expected'),
    [
        ('t/scorn', '# why\n-clwon', f"7: '-clwon' {NOTHING}"),
        ('t/scorn', '-{people}', f"7: '-{{people}}' {NOTHING}"),
        ('t/scorn', '-hate', "7: '-hate' stands in a phrase of 't/scorn'; take the phrase out too: '-hate my job'"),
        ('t/scorn', '{peple} ~ prat', "7: column 9: there is no class or word list 'peple'; did you mean people?"),
        ('t/scorn', '(prat', "7: column 9: '(' is never closed; add ), or write \\( for the sign itself"),
        ('t/scorn', '- prat', "7: write the word without '- ', or -word, without a space, to take it out of the list"),
        ('t/scorn', '# nothing', "6: 'words.en' has no words; write one a line, or remove the key"),
        ('t/kept', '-secret', "7: rules: 't/kept' is locked; '-secret' would weaken it, which takes by: and a name"),
    ],
)  # fmt: skip
def test_what_is_refused(folder: Path, rule: str, words: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        load(changed(folder, rule, words), cache=str(folder / 'cache'), quiet=True)
    line = int(expected.partition(':')[0]) + words.startswith('# why')
    assert str(caught.value) == f'{folder}/policycheck.yaml:{line}:{expected.partition(":")[2]}'


def test_a_language_that_the_rule_is_not_written_in(folder: Path) -> None:
    path = folder / 'policycheck.yaml'
    path.write_text(
        'packs: [./base]\nrules: {t/scorn: {reason: we say it so, words: {fi: pelle}}}\n', 'utf-8'
    )
    with pytest.raises(InputError) as caught:
        load(str(path), cache=str(folder / 'cache'), quiet=True)
    assert caught.value.message == (
        "rules: 't/scorn' is not written in fi, so no word of it can be changed; it is written in en"
    )


def test_rules_show_tells_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(folder, 't/scorn', '{people} ~ prat\n-clown\n-hate my job')
    monkeypatch.chdir(folder)
    assert main(['rules', 'show', 't/scorn']) == 0
    out = capsys.readouterr().out
    assert '  Words: your organisation has changed what it looks for: we say it so\n' in out
    assert out.partition('English\n')[2].startswith("""\
  Your organisation adds:
    {people} ~ prat
  Your organisation takes out:
    clown
    hate my job
  Finds:
    {people} ~ {scorn}
  Flagged:
""")
