"""The fast path against the full pipeline: nothing that the one leaves out does the other find."""

from __future__ import annotations

import engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.model import Draft

PHRASES = """
    {caps} ~ "deal"
    {name} ~ "left"
    {money} ~ "off"
    {percent} & "sale"
    {date} ~~ "closing"
    {time} "sharp"
    {age} ~ "boss"
    {number} "seats"
    {url} ~~~ "click"
    {mention} "lied"
    {hashtag} ~ "win"
    {emoji} ~ "crash"
    {exclaim} & "hurry"
    ^ "buy"
    "buy" ... "now"
    not "happy"
    "win" & "win"
    ("win" & "seats") & "win"
    "deal" ... "deal" ~ "deal"
    not ({negation} ~ "sharp")
    {lists} ~ "crash"
    {lists} & {lists}
"""
LISTS = """
    "sharp boss"
    "now" "and" "now"
    {pairs} "boss"
    {number} "deal" "now"
    {money} "and"
    "boss"
"""
PAIRS = """
    "off" "sale"
    "hurry"
"""
TESTS = {
    'a/regex': 'regex:\n  any: |\n    (?:[Kk]ode|code) [0-9]{4}\n    \\b[0-9]{2}-[0-9]{3}\\b\n',
    'a/detect': 'detect: [email, phone, iban, card, secret_key]\n',
    'a/caps': 'limit: {measure: caps, at_most: 2}\n',
    'a/emoji': 'limit: {measure: emoji, at_most: 1}\n',
    'a/exclaims': 'limit: {measure: exclaims, at_most: 1}\n',
    'a/tags': 'limit: {measure: lowercase_hashtags, at_most: 0}\n',
    'a/length': 'limit: {measure: length, at_most: 40}\n',
    'a/fancy': 'limit: {measure: fancy, at_most: 0}\n',
}


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    files = {
        'a/find': engine.find('en', PHRASES),
        **{name: engine.rule(text) for name, text in TESTS.items()},
    }
    lists = {'lists': {'en': LISTS}, 'pairs': {'en': PAIRS}}
    return engine.ruleset(tmp_path_factory.mktemp('fast'), files, lists, shipped=engine.QUOTED)


PIECES = st.sampled_from([
    'deal', 'left', 'off', 'sale', 'closing', 'sharp', 'boss', 'seats', 'click', 'lied', 'win', 'crash', 'hurry',
    'buy', 'now', 'not', 'happy', 'R836', 'NATO', 'Kari', 'kari', '$500', '£4.50', '20 %', '5', 'two', 'Monday',
    '24 May', '10:30', 'at 9', '45 years old', 'www.example.com', '@kari', '#openday', '😀', '!', '.', '?', '\n',
    'and', 'but', '-', 'code 1234', '12-345', 'sharp boss', 'sharp-boss', 'off-sale boss', 'now and now', '500,-',
    'F***', 'A-Å', 'B2',
    'kari@example.com', '+47 22 22 22 22', '𝐧𝐨𝐰', 'å', "don't",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14).map(' '.join) | st.text(max_size=40))
def test_the_full_pipeline_finds_no_more(rules: Ruleset, text: str) -> None:
    draft = Draft('test', 'test', text, text)
    usual = check(draft, rules, {'lang': 'en'})
    thorough = check(draft, rules, {'lang': 'en'}, thorough=True)
    assert (usual.flags, usual.rights) == (thorough.flags, thorough.rights)


@pytest.mark.parametrize('text', [
    'The R836 is a deal.',
    'The $500 are off.',
    'THREE LOUD WORDS here',
    'Hurry up!',
    'We win and they win.',
    'A sharp-boss and now and now.',
    'The off-sale boss and a sharp boss.',
    'Five deal now, 500,- and it is fine.',
    'It was 500,- off.',
    'It is B2 deal.',
])  # fmt: skip
def test_what_is_found_is_found(rules: Ruleset, text: str) -> None:
    assert check(Draft('test', 'test', text, text), rules, {'lang': 'en'}).flags


@pytest.mark.parametrize('text', [
    'We win.',
    'A sharp and fair boss.',
    'The boss is sharp, and now.',
    'Off the sale, boss.',
])  # fmt: skip
def test_what_stands_apart_or_once_is_not(rules: Ruleset, text: str) -> None:
    found = check(Draft('test', 'test', text, text), rules, {'lang': 'en'}).flags
    assert [flag.quote for flag in found if flag.rule.id == 'a/find'] == []
