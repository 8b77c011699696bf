"""What heads are learned from: example posts, and the examples of rules that listen to meaning."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest
import sense
from samples import HERE

from policycheck.authoring.examples import outcomes
from policycheck.cli import main
from policycheck.compiling import learned
from policycheck.judging.meaning import Meaning
from policycheck.schema.exemplars import Exemplar
from policycheck.schema.packs import read_pack
from policycheck.training.train import digests

EXAMPLES = """examples:
  en:
    flags:
      - {flags}
      - {{text: "On their page: [[order]] the cart.", account: official}}
      - {{text: "[[Deal]] of the day.", level: advice}}
    passes:
      - The bread was cheap.
      - {{text: Order at our shop., paid: true}}
"""


def rule(flags: str = '"What a [[sale]], [[shop]] today."', more: str = 'like: loud') -> str:
    """A rule that listens to meaning, with these examples."""
    kept = [line for line in engine.rule(more, ['en']).splitlines() if not line.startswith('examples:')]
    return '\n'.join(kept) + '\n' + EXAMPLES.format(flags=flags)


def of_rules(folder: Path) -> list[Exemplar]:
    return [one for one in learned.posts(read_pack(str(folder))) if one.writer == learned.WRITER]


def test_examples_of_rules_join_the_posts_of_their_category(tmp_path: Path) -> None:
    sense.pack(tmp_path, {'t/loud': rule()})
    path = str(tmp_path / 't/loud.yaml')
    lines = Path(path).read_text('utf-8').splitlines()
    assert [(one[:5], one.path, lines[one.line - 1].strip()) for one in of_rules(tmp_path)] == [
        (
            ('loud', 'en', 'flags', 'rules', 'What a sale, shop today.'),
            path,
            '- "What a [[sale]], [[shop]] today."',
        ),
        (
            ('loud', 'en', 'flags', 'rules', 'Deal of the day.'),
            path,
            '- {text: "[[Deal]] of the day.", level: advice}',
        ),
        (('loud', 'en', 'passes', 'rules', 'The bread was cheap.'), path, '- The bread was cheap.'),
    ]


def test_examples_of_other_rules_stay_what_they_are(tmp_path: Path) -> None:
    sense.pack(tmp_path, {'t/words': rule(more='find: {en: "sale"}')})
    assert of_rules(tmp_path) == []


@pytest.mark.parametrize(
    ('flags', 'stale'),
    [('"What a [[sale]], [[shop]] today."', False), ('"What a [[sale]], [[shop]] tonight."', True)],
    ids=['the same', 'another example'],
)
def test_heads_do_not_belong_to_other_examples(
    flags: str, stale: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sense.pack(tmp_path, {'t/loud': rule()})
    before = digests(learned.posts(read_pack(str(tmp_path))))
    (tmp_path / 't/loud.yaml').write_text(rule(flags), 'utf-8')
    assert (digests(learned.posts(read_pack(str(tmp_path)))) != before) == stale
    assert main(['train', str(tmp_path), '--check']) == stale
    out, err = capsys.readouterr()
    path = tmp_path / 'heads.json'
    same = f'{path}: belongs to the 22 posts of 2 categories\n'
    other = (
        f'{path}: not of the posts in exemplars/loud.yaml and the examples of rules with like: loud; '
        f'run policycheck train {tmp_path}\n'
    )
    assert (out, err) == (('', other) if stale else (same, ''))


def test_of_two_posts_in_a_file_the_newer_is_nearly_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / 'exemplars/loud.yaml'
    path.parent.mkdir()
    posts = [f'{sign * 12} today' for sign in 'abcdefghij']
    path.write_text(
        'about: test\nen:\n  flags:\n    w:\n' + ''.join(f'      - {one}\n' for one in [*posts, posts[0]])
    )
    assert main(['train', str(tmp_path)]) == 2
    told = f'{path}:15: nearly the same as {path}:5; write another post\n'
    assert capsys.readouterr().err == told


@pytest.mark.parametrize(
    ('command', 'unlearned', 'language', 'said'),
    [
        ('check', False, 'en', None),
        ('check', True, 'en', 'by meaning this finds nothing, since nothing has been learned of loud yet'),
        ('verify', True, 'nb', 'etter mening finner dette ingenting, for ingenting er lært om loud ennå'),
        ('check', True, 'sv', 'efter innebörden hittar detta inget, för inget har lärts in om loud än'),
        (
            'check',
            True,
            'fi',
            'merkityksen mukaan tämä ei löydä mitään, sillä luokasta loud ei ole vielä opittu',
        ),
    ],
)
def test_rules_that_nothing_was_learned_of_are_told(
    command: str,
    unlearned: bool,
    language: str,
    said: str | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    starter: Path,
) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(starter))
    sense.pack(tmp_path / 'rules', {'t/loud': rule()})
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nembedder: ./rules/model\n', 'utf-8')
    if unlearned:
        (tmp_path / 'rules' / 'model' / 'words.vec').write_text('buy 1 0\n', 'utf-8')
    monkeypatch.chdir(tmp_path)
    code = main(['rules', command, 'rules/t/loud.yaml', '--screen-language', language])
    line = next(at for at, own in enumerate(rule().splitlines(), 1) if own.startswith('like:'))
    told = f'rules/t/loud.yaml:{line}: {said}: policycheck train rules'
    assert (told in capsys.readouterr().out.splitlines(), bool(code)) == (unlearned, unlearned)


SENTENCES = """examples:
  en:
    flags:
      - "[[What a sale, shop today.]]"
    passes:
      - Bread in the garden.
"""


@pytest.mark.parametrize(
    ('policy', 'language', 'out', 'err'),
    [
        ('', 'en', 'Rules: 1. Examples: 2; 2 hold, 0 fail.', ''),
        (
            'meaning: off\n',
            'en',
            'Rules: 0. Examples: 0; 0 hold, 0 fail.',
            't/loud: examples not run, it goes by meaning alone and that is not at hand\n',
        ),
        (
            'embedder: ./other\n',
            'nb',
            'Regler: 0. Eksempler: 0; 0 stemmer, 0 stemmer ikke.',
            't/loud: eksemplene er ikke prøvd, den går bare etter mening, og det mangler her: '
            'policycheck train rules\n',
        ),
    ],
    ids=['a model and heads', 'meaning is off', 'another model'],
)
def test_examples_of_a_rule_that_goes_by_meaning_alone(
    policy: str,
    language: str,
    out: str,
    err: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    starter: Path,
) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(starter))
    text = rule()[: rule().index('examples:')] + SENTENCES
    sense.pack(tmp_path / 'rules', {'t/loud': text})
    (tmp_path / 'other').mkdir()
    (tmp_path / 'other' / 'words.vec').write_text('buy 1 0\n', 'utf-8')
    model = '' if 'embedder' in policy else 'embedder: ./rules/model\n'
    (tmp_path / 'policycheck.yaml').write_text(f'packs: [./rules]\n{model}{policy}', 'utf-8')
    monkeypatch.chdir(tmp_path)
    code = main(['rules', 'test', 't/loud', '--screen-language', language])
    assert (code, *capsys.readouterr()) == (0, f'{out}\n', err)


def test_examples_of_other_rules_are_run_by_their_words(tmp_path: Path) -> None:
    words = 'like: loud\nfind: {en: "bargain"}'
    sense.pack(tmp_path, {'t/both': rule(more=words)})
    rules = sense.opened(tmp_path)
    examples = {'en': {'flags': ['a [[bargain]]'], 'passes': ['What a sale, shop today.']}}
    assert [one.holds for one in outcomes('t/both', examples, rules)] == [True, True]
    assert engine.report(rules, 'What a sale, shop today.').flags


def test_an_example_that_is_no_longer_there_is_not_named(tmp_path: Path) -> None:
    text = 'sale sale shop shop'
    sense.pack(tmp_path, {'t/loud': rule(f'"{text.replace("sale sale", "[[sale sale]]")}"')})
    named = []
    for own in (None, rule()):
        if own:
            (tmp_path / 't/loud.yaml').write_text(own, 'utf-8')
        rules = sense.opened(tmp_path)
        assert isinstance(rules.sense, Meaning)
        like = engine.report(rules, text).flags[0].like
        reads = rules.sense.reads(text, 'loud', HERE)
        assert like is not None
        assert reads is not None
        assert reads.nearest[0].text == like.text
        named.append(like.text)
    assert named[0] == text
    assert named[1] in sense.LOUD
