"""Where posts of a category are usual: what that adds to a score, where it is read and what knows of it."""

from __future__ import annotations

from math import exp, log
from pathlib import Path

import engine
import pytest
import sense
from samples import HERE

from policycheck.judging.meaning import Meaning
from policycheck.learning.usual import evidence
from policycheck.model import Context, Setting
from policycheck.schema.exemplars import digest, load


def where(account: str, reply: bool = False) -> Context:
    return HERE._replace(account=Setting(account, 'option'), reply=Setting(reply, 'option'))


@pytest.mark.parametrize(
    ('usual', 'context', 'odds'),
    [
        (None, where('personal'), 1),
        # nine of ten such posts, of which three of ten of all posts are
        ('personal', where('personal'), 3),
        ('personal', where('official'), 1 / 7),
        ('official', where('official'), 9 / 7),
        ('official', where('personal', reply=True), 1 / 3),
        ('reply', where('official', reply=True), 6),
        ('reply', where('personal'), 2 / 17),
    ],
)
def test_what_a_context_tells(usual: str | None, context: Context, odds: float) -> None:
    assert exp(evidence(usual, context)) == pytest.approx(odds)


def test_a_post_needs_to_read_less_like_it_where_that_is_usual(tmp_path: Path) -> None:
    about, rest = sense.LOUD.strip().split('\n', 1)
    loud = f'{about}\nusual: official\n{rest}\n'
    rule = engine.rule('like: loud', ['en']).replace('category: test', 'category: loud')
    sense.pack(tmp_path, {'t/loud': rule}, {'loud': loud, 'ordinary': sense.ORDINARY})
    found = sense.opened(tmp_path).sense
    assert isinstance(found, Meaning)
    text = 'a price and a lamp, tea'
    odds = []
    for account in ('official', 'personal'):
        reads = found.reads(text, 'loud', where(account))
        assert reads is not None
        assert (reads.usual, reads.here) == ('official', account == 'official')
        odds.append(log(reads.score / (1 - reads.score)))
    # scores are told with three figures
    assert odds[0] - odds[1] == pytest.approx(log(27 / 7), abs=0.05)


def test_it_is_part_of_what_heads_belong_to(tmp_path: Path) -> None:
    (tmp_path / 'loud.yaml').write_text(sense.LOUD, 'utf-8')
    plain = load(str(tmp_path / 'loud.yaml'))
    about, rest = sense.LOUD.strip().split('\n', 1)
    (tmp_path / 'loud.yaml').write_text(f'{about}\nusual: reply\n{rest}\n', 'utf-8')
    usual = load(str(tmp_path / 'loud.yaml'))
    assert {one.usual for one in plain} == {None}
    assert {one.usual for one in usual} == {'reply'}
    assert [one.text for one in plain] == [one.text for one in usual]
    assert digest(plain) != digest(usual)
