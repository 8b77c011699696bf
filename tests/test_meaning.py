"""The finder like: what it flags, how high, where, and what makes it silent."""

from __future__ import annotations

import json
from pathlib import Path

import engine
import pytest
import sense

from policycheck.authoring.explain import Scene
from policycheck.authoring.whynot import why_not
from policycheck.check import check
from policycheck.cli import main
from policycheck.commands import explained_text
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.judging.meaning import Meaning, attach
from policycheck.model import LEVELS, Draft, Likes, Report
from policycheck.tui import story
from policycheck.tui.follow import Item
from policycheck.tui.look import Look
from policycheck.tui.story import Part

RULES = {
    't/loud': engine.rule('level: stop\nlike: loud', ['en']).replace('category: test', 'category: loud'),
    't/words': engine.find('en', '"grab it"', 'level: warn').replace('category: test', 'category: loud'),
    't/other': engine.find('en', '"hello"', 'level: note'),
}
SHOWS = 'buy the bargain, order'


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return sense.ruleset(tmp_path_factory.mktemp('sense'), RULES)


def told(report: Report) -> list[tuple[str, str, str, str]]:
    return [(flag.rule.id, LEVELS[flag.level], flag.finder, flag.quote) for flag in report.flags]


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        (SHOWS, [('t/loud', 'advice', 'like', SHOWS)]),
        (
            f'Tea. {SHOWS}!'.replace('buy', 'Buy'),
            [('t/loud', 'advice', 'like', f'{SHOWS}!'.replace('buy', 'Buy'))],
        ),
        ('Soup and tea by the window.', []),
        # a near miss is nearer
        ('a cheap blanket for the sofa', []),
        # words say the same: theirs is the flag
        (f'{SHOWS} and grab it', [('t/words', 'warn', 'find', 'grab it')]),
        (
            f'hello, {SHOWS}',
            [('t/loud', 'advice', 'like', f'hello, {SHOWS}'), ('t/other', 'note', 'find', 'hello')],
        ),
        ('', []),
    ],
    ids=['reads like', 'its sentence', 'nothing', 'near miss', 'agreed', 'beside another', 'empty'],
)
def test_like(rules: Ruleset, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(engine.report(rules, text)) == expected


def test_a_flag_names_the_nearest_exemplar(rules: Ruleset) -> None:
    flag = engine.report(rules, SHOWS).flags[0]
    assert flag.like is not None
    assert (flag.like.category, flag.like.lang) == ('loud', 'en')
    assert flag.like.text in sense.LOUD
    agreed = engine.report(rules, f'{SHOWS} and grab it').flags[0]
    assert agreed.finder == 'find'
    assert agreed.like is not None


def told_in_the_app(rules: Ruleset, text: str, look: Look) -> list[Part]:
    report = engine.report(rules, text)
    flag = report.flags[0]
    item = Item(flag, flag.text_span.start, flag.text_span.end)
    return [part for part in story.parts(item, text, report, rules, look, None) if part.key != 'part.where']


@pytest.mark.parametrize(
    ('more', 'look', 'keys', 'heading'),
    [
        ('', Look('en'), ['why', 'reads_like', 'try', 'ask'], 'READS LIKE'),
        ('', Look('nb', 'ascii'), ['why', 'reads_like', 'try', 'ask'], 'LIGNER PÅ'),
        (
            ' and grab it',
            Look('fi'),
            ['why', 'try', 'ask', 'agreed'],
            'MERKITYS TUKEE TÄTÄ; MUISTUTTAA ESIMERKKIÄ',
        ),
    ],
    ids=['by meaning', 'in ASCII', 'agreed'],
)
def test_the_app_names_the_nearest_exemplar(
    rules: Ruleset, more: str, look: Look, keys: list[str], heading: str
) -> None:
    like = engine.report(rules, SHOWS + more).flags[0].like
    assert like is not None
    parts = told_in_the_app(rules, SHOWS + more, look)
    assert [part.key for part in parts] == [f'part.{key}' for key in keys]
    said = {look.say(part.key): part.text for part in parts}
    assert said[heading] == look.quote(' '.join(like.text.split()))


def test_vectors_of_a_long_run_are_not_all_kept(rules: Ruleset) -> None:
    assert isinstance(rules.sense, Meaning)
    rules.sense.prepare([f'tea {number}' for number in range(5000)])
    assert len(rules.sense._vectors) <= 4000


def test_without_meaning_words_alone_decide(rules: Ruleset) -> None:
    draft = Draft('x', 'x', SHOWS, SHOWS)
    assert check(draft, rules, {'lang': 'en'}, likes=Likes()).flags == ()


@pytest.mark.parametrize(
    ('adjust', 'text', 'level'),
    [
        ('{if: [quoted], level: off}', f'"{SHOWS}"', None),
        ('{if: [question], lower: 1}', f'{SHOWS}?', 'note'),
        ('{has: {en: "blanket"}, in: sentence, level: off}', f'{SHOWS}, blanket', None),
        ('{account: personal, raise: 1}', SHOWS, 'advice'),
    ],
    ids=['quoted', 'a question', 'its own clears', 'never above advice'],
)
def test_the_rules_own_adjustments_count(tmp_path: Path, adjust: str, text: str, level: str | None) -> None:
    own = {'t/loud': engine.rule(f'like: loud\nadjust:\n  - {adjust}', ['en'])}
    flags = engine.report(sense.ruleset(tmp_path, own), text).flags
    assert [LEVELS[flag.level] for flag in flags] == ([level] if level else [])


def test_a_notice_of_rights_by_meaning_caps_opinions(tmp_path: Path) -> None:
    own = {
        't/rights': engine.rule('notice: rights\nlike: loud', ['en']),
        't/opinion': engine.find('en', '"fools"', 'level: warn\nopinion: true'),
    }
    rules = sense.ruleset(tmp_path, own)
    report = engine.report(rules, f'{SHOWS}, fools')
    assert [flag.rule.id for flag in report.rights] == ['t/rights']
    assert [LEVELS[flag.level] for flag in report.flags] == ['note']


@pytest.mark.parametrize(
    ('policy', 'wanted', 'why'),
    [('', True, None), ('meaning: off', True, 'off'), ('', False, 'off')],
    ids=['a model', 'off', 'not wanted'],
)
def test_attach(tmp_path: Path, policy: str, wanted: bool, why: str | None) -> None:
    rules = sense.ruleset(tmp_path, RULES, policy)
    assert attach(rules, wanted=wanted) == why
    assert (rules.sense is None) == (why is not None)


def test_heads_of_another_model_are_not_used(tmp_path: Path) -> None:
    rules = sense.ruleset(tmp_path, RULES)
    (tmp_path / 'model' / 'words.vec').write_text('buy 1 0 0 0 0 0 0 0\n', 'utf-8')
    assert attach(rules) == 'learned'


def test_explain_shows_scores_and_the_nearest_three(rules: Ruleset) -> None:
    scene = Scene(Draft('x', 'x', SHOWS, SHOWS), rules, {'lang': 'en'})
    why = scene.why(scene.report.flags[0])
    assert why.reads is not None
    assert why.reads.score > why.reads.threshold
    assert len(why.reads.nearest) == 3
    assert why.reads.nearest[0].flags


@pytest.mark.parametrize(
    ('text', 'kinds'),
    [
        (SHOWS, [True, True, True]),
        ('tea and soup by the window, bread and a blanket on the sofa', [False, False, False, True]),
    ],
    ids=['posts that show it', 'three near misses, and what a flag would name'],
)
def test_explain_shows_a_post_that_shows_the_fault(rules: Ruleset, text: str, kinds: list[bool]) -> None:
    reads = Scene(Draft('x', 'x', text, text), rules, {'lang': 'en'}).reads('loud')
    assert reads is not None
    assert [one.flags for one in reads.nearest] == kinds


@pytest.mark.parametrize(
    ('text', 'silent'),
    [('soup and tea', 'below'), ('a cheap blanket for the sofa', {'below', 'near'})],
    ids=['another topic', 'a near miss'],
)
def test_why_not_shows_what_meaning_says(rules: Ruleset, text: str, silent: str | set[str]) -> None:
    found = why_not(Scene(Draft('x', 'x', text, text), rules, {'lang': 'en'}), 't/loud', 1)
    assert found.reason == 'like'
    assert found.facts == {'category': 'loud', 'asked': True, 'learned': True}
    assert found.reads is not None
    assert found.reads.silent in silent


def test_of_a_draft_without_flags_the_nearest_categories_are_told(
    rules: Ruleset, capsys: pytest.CaptureFixture[str]
) -> None:
    text = 'a cheap blanket for the sofa'
    scene = Scene(Draft('x', 'x', text, text), rules, {'lang': 'en'})
    explained_text.write(scene, [], None, None, 'en')
    found = scene.nearest()[0]
    score, threshold = f'{found.score:.2f}', f'{found.threshold:.2f}'
    lines = [
        'x: No rule flags this draft.',
        f'    By meaning it is no “Said.” (loud): score {score}, enough from {threshold}. Nearest',
        '        examples:',
        f'    - 1.00 “{text}” (en, harmless)',
    ]
    assert capsys.readouterr().out == '\n'.join(lines) + '\n'


def test_a_rule_needs_exemplars(tmp_path: Path) -> None:
    own = {'t/loud': engine.rule('like: lord', ['en'])}
    with pytest.raises(InputError) as caught:
        sense.ruleset(tmp_path, own)
    assert "there are no example posts 'lord' in exemplars/; did you mean loud?" in str(caught.value)


def test_heads_are_the_same_every_time(tmp_path: Path) -> None:
    sense.pack(tmp_path, RULES)
    before = [(tmp_path / name).read_bytes() for name in ('heads.json', 'heads.vectors')]
    sense.learn(tmp_path)
    assert before == [(tmp_path / name).read_bytes() for name in ('heads.json', 'heads.vectors')]


def test_a_model_that_is_not_there_is_told_by_the_line_of_the_policy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sense.pack(tmp_path, RULES)
    (tmp_path / 'policycheck.yaml').write_text('languages: [en]\npacks: [.]\nembedder: ./gone\n')
    (tmp_path / 'post.txt').write_text('A calm day.')
    (tmp_path / 'below').mkdir()
    for folder, path in ((tmp_path, 'policycheck.yaml'), (tmp_path / 'below', '../policycheck.yaml')):
        # rules that are kept were compiled in the first folder
        monkeypatch.chdir(folder)
        assert main(['explain', str(tmp_path / 'post.txt'), '--policy', path]) == 2
        told = "embedder: there is no folder './gone'; name one that holds a model, or leave the key out"
        assert capsys.readouterr().err == f'{path}:3: {told}\n'


def test_heads_that_are_not_whole_are_refused(tmp_path: Path) -> None:
    sense.pack(tmp_path, RULES)
    plain = json.loads((tmp_path / 'heads.json').read_text('utf-8'))
    (tmp_path / 'heads.json').write_text(json.dumps({**plain, 'format': 0}), 'utf-8')
    with pytest.raises(InputError, match=f'make it anew: policycheck train {tmp_path}'):
        engine.artefact(tmp_path, 'embedder: model')
