# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""`policycheck rules new`: what is asked, what is written, what is refused."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import engine
import pytest

from policycheck.authoring import newrule
from policycheck.authoring.newrule_words import COMMENTS, QUESTIONS, TEXTS
from policycheck.cli import main
from policycheck.context import today
from policycheck.model import LANGUAGES
from policycheck.schema import rulefile

WRITTEN = """\
# tone/cheap. All keys: docs/rules.md; phrases: docs/phrase-language.md
category: tone
languages: [en, nb]  # the rule is written in these; without this line in all four
title:
  en: "Cheap"
  nb: "Billig"
# note < advice < warn < stop
level: note
# true where it is about opinions of the employer, managers, pay, politics: gentler on personal accounts
opinion: false
# what may come of it, in two sentences at most, without blame
why:
  en: "Readers may take it otherwise than you mean it."
  nb: "Leserne kan forstå det annerledes enn du mener."
# what to write instead
advice:
  en: "Say the same in other words, or leave it out."
  nb: "Si det samme med andre ord, eller la det være."
# one phrase a line; {product} ~ cheap: both in one clause
find:
  en: |
    our ... cheap
    bargain
  nb: |
    billig ... vår
# when the level is another: no flag inside quotations and questions
adjust:
  - {if: [quoted, question], level: off}
# what the rule rests on, and the day you last read it
# sources: [{title: ..., url: "https://..."}]
# checked: TODAY
# the tests of the rule: put posts of your own here
examples:
  en:
    flags:
      - "[[...]]"  # a post, with [[ ]] around the words that are flagged
    passes:
      - "..."  # a post that looks alike and is fine
  nb:
    flags:
      - "[[...]]"  # a post, with [[ ]] around the words that are flagged
    passes:
      - "..."  # a post that looks alike and is fine
"""


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, starter: Path) -> Path:
    """An empty folder, where the commands are typed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv('LC_ALL', 'en')
    monkeypatch.setenv('XDG_CACHE_HOME', str(starter))
    return tmp_path


OPTIONS = (
    '--yes', '--level', 'note', '--title', 'en: Cheap', '--title', 'nb: Billig',
    '--words', 'en: our ... cheap, bargain', '--words', 'nb: billig ... vår',
)  # fmt: skip


def test_options_say_it_all(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['rules', 'new', 'tone/cheap', *OPTIONS]) == 0
    path = 'policy/rules/tone/cheap.yaml'
    assert (office / path).read_text('utf-8') == WRITTEN.replace('TODAY', today())
    assert capsys.readouterr().out == (
        f'Written: {path}\n'
        f'Put posts of your own under examples, then: policycheck rules test {path}, policycheck rules check {path}\n'
        'It counts once policycheck.yaml names the folder: packs: [default, ./policy/rules]\n'
    )


def test_what_an_option_says_is_not_asked(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, 'stdin', io.StringIO('\nno\nBillig\n'))
    words = ('--level', 'note', '--title', 'en: Cheap', *OPTIONS[-4:])
    assert main(['rules', 'new', 'tone/cheap', *words]) == 0
    text = (office / 'policy/rules/tone/cheap.yaml').read_text('utf-8')
    assert text == WRITTEN.replace('TODAY', today())
    # which languages, whether it is about opinions, and the title that no option says
    assert capsys.readouterr().out.count('] ') == 3


def test_the_same_is_asked(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = 'en, nb\nbad\nMerk\n\nCheap\nour ... cheap, bargain\n\n(billig\nbillig ... vår\n'
    monkeypatch.setattr(sys, 'stdin', io.StringIO(said))
    assert main(['rules', 'new', 'tone/cheap']) == 0
    text = (office / 'policy/rules/tone/cheap.yaml').read_text('utf-8')
    assert text == WRITTEN.replace('"Billig"', '"Cheap"').replace('TODAY', today())
    asked = capsys.readouterr().out
    assert 'Please answer with note, advice, warn, stop\n' in asked
    assert "'(billig', column 1: '(' is never closed" in asked


def test_an_unfilled_file_is_sent_back_and_a_filled_one_passes(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.pack(office / 'rules', {}, shipped=engine.QUOTED)
    (office / 'policycheck.yaml').write_text('packs: [./rules]\n', 'utf-8')
    words = ('--words', 'en: "cheap" "stuff"', '--languages', 'en')
    assert main(['rules', 'new', 'tone/cheap', '--yes', *words]) == 0
    path = office / 'policy/rules/tone/cheap.yaml'
    capsys.readouterr()
    command = ['rules', 'check', 'policy/rules/tone/cheap.yaml']
    assert main(command) == 1
    assert capsys.readouterr().out == (
        'policy/rules/tone/cheap.yaml:30: examples.en.flags: write a post of your own here\n'
        'policy/rules/tone/cheap.yaml:32: examples.en.passes: write a post of your own here\n'
        'Rules: 1. Word lists: 0. To mend: 2.\n'
    )
    text = path.read_text('utf-8').replace('[[...]]', 'Our [[cheap stuff]] is here.')
    path.write_text(text.replace('"..."  #', '"Stuff that is cheap."  #'), 'utf-8')
    assert main(command) == 0
    assert main(['rules', 'test', command[-1]]) == 0


@pytest.mark.parametrize(
    ('words', 'expected'),
    [
        pytest.param(
            ('Cheap',),
            "'Cheap' is no name of a rule; write <topic>/<name> with small letters, digits and -, such as tone/cheap",
            id='no topic',
        ),
        pytest.param(
            ('words/cheap',),
            "'words/cheap' is no name of a rule; write <topic>/<name> with small letters, digits and -, such as tone/cheap",
            id='a folder that holds no rules',
        ),
        pytest.param(
            ('there/is',),
            'policy/rules/there/is.yaml: the file exists already; edit it, or move it away first',
            id='never over a file',
        ),
        pytest.param(
            ('a/b', '--yes', '--languages', 'en,da'),
            "--languages: 'da' is not known; one of en, nb, sv, fi",
            id='another language',
        ),
        pytest.param(
            ('a/b', '--yes', '--languages', 'en', '--words', 'fi: halpa'),
            "'fi' is not among --languages; add it there, or leave its words out",
            id='words in a language that is not wanted',
        ),
        pytest.param(
            ('employer/criticism', '--yes'),
            "'employer/criticism' is a rule of policycheck; choose another name, or copy that rule and add "
            'overrides: with your reason',
            id='the name of a shipped rule',
        ),
        pytest.param(
            ('a/b', '--yes', '--words', 'cheap'),
            '--words "cheap": write the language first, as in --words "en: cheap"',
            id='words without a language',
        ),
        pytest.param(
            ('a/b', '--yes', '--words', 'en: (cheap'),
            "'(cheap', column 1: '(' is never closed; add ), or write \\( for the sign itself",
            id='a phrase that cannot be read',
        ),
        pytest.param(
            ('a/b',),
            'the input ended before the questions; answer each on a line of its own, '
            'or take the defaults with policycheck rules new --yes',
            id='no answers',
        ),
    ],
)
def test_what_is_refused(
    office: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    expected: str,
) -> None:
    (office / 'policy/rules/there').mkdir(parents=True)
    (office / 'policy/rules/there/is.yaml').write_text('mine', 'utf-8')
    monkeypatch.setattr(sys, 'stdin', io.StringIO(''))
    assert main(['rules', 'new', *words]) == 2
    assert capsys.readouterr().err == f'{expected}\n'
    assert (office / 'policy/rules/there/is.yaml').read_text('utf-8') == 'mine'
    assert not (office / 'policy/rules/a').exists()


@pytest.mark.parametrize('language', LANGUAGES)
def test_what_is_written_can_be_read(language: str) -> None:
    answers = newrule.filled(newrule.Answers('24h/x-1', LANGUAGES, {}, 'stop', True))
    rule, _ = rulefile.load('x.yaml', newrule.render(answers, language, '2026-11-21').encode())
    assert (rule.category, rule.languages, rule.level, rule.opinion) == ('own_24h', LANGUAGES, 'stop', True)
    assert rule.find == dict.fromkeys(LANGUAGES, 'x 1\n')
    assert rule.title == dict.fromkeys(LANGUAGES, 'X 1')


def test_every_word_is_there_in_every_language() -> None:
    for table in (QUESTIONS, COMMENTS, TEXTS):
        assert set(table) == set(LANGUAGES)
        assert len({frozenset(own) for own in table.values()}) == 1
