"""For any post: places decode to quotes, the quick answer is never quieter than the slow one, nothing breaks."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator
from functools import cache
from itertools import chain

import engine
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policycheck import check as heart
from policycheck.authoring.examples import bare
from policycheck.compiled import Ruleset
from policycheck.context import context, today
from policycheck.judging import judge
from policycheck.judging.flagged import Texts
from policycheck.model import LANGUAGES, Draft, Flag, Likes, Report, Setting
from policycheck.screened import screened_of
from policycheck.text import normalise
from policycheck.words.reading import read

OPTIONS = settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))


def _examples() -> dict[str, list[str]]:
    """The posts of all rules' examples by language, without their [[ ]]."""
    found: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    for _, plain in engine.shipped_files().values():
        for lang, own in plain['examples'].items():
            for one in (*own.get('flags', ()), *own.get('passes', ())):
                found[lang].append(bare(one if isinstance(one, str) else one['text'])[0])
    return found


EXAMPLES = _examples()


def _halves(text: str) -> Iterator[str]:
    words = text.split(' ')
    middle = len(words) // 2
    yield ' '.join(words[:middle])
    yield ' '.join(words[middle:])


ODD = (
    '🎉', '👩🏽\u200d💻', '🇳🇴', '\u0308', 'bla\u030abær', 'ko\u0308', '\u00ad', '\u200b', '\u200d', '\u00a0', '\ufeff',
    '\r\n', '\n', '\n\n', '\t', ' ', '\x00', 'שלום', 'مرحبا', '\u202e', '𝐁𝐔𝐘', 'İ', '𐀀', 'x' * 10_000,
    '*', '**', '_', '#', '> ', '- ', '1. ', '`', '~~', '[a](https://acme.example)', '&amp;', '<b>', '\\',
    '!', '?', '...', '.', ', ', ' but ', ' men ', ' mutta ', '"', '«', '»', '”', '@acme', '#Acme', 'f***',
    '50 %', '500 kr', 'kr\n500', 'minister. Berg', '12 March',
)  # fmt: skip


def posts(lang: str) -> st.SearchStrategy[str]:
    """Posts put together from the examples of a language, halves of them, and what is odd."""
    pieces = EXAMPLES[lang] + [half for text in EXAMPLES[lang] for half in _halves(text)]
    return st.lists(
        st.sampled_from(pieces) | st.sampled_from(ODD) | st.text(max_size=4), min_size=1, max_size=8
    ).map(''.join)


CASES = st.sampled_from(LANGUAGES).flatmap(
    lambda lang: st.tuples(
        st.just(lang),
        posts(lang),
        st.sampled_from(['none', 'markdown']),
        st.fixed_dictionaries(
            {},
            optional={
                'account': st.sampled_from(['personal', 'official']),
                'channel': st.sampled_from(['x', 'linkedin']),
                'reply': st.booleans(),
            },
        ),
    )
)


def checked(rules: Ruleset, text: str, markup: str, options: dict[str, object]) -> Report:
    return heart.check(Draft('d', 'd', text, text, markup), rules, options)


@cache
def _phrases(rules: Ruleset, lang: str) -> dict[int, set[int]]:
    """All phrases of a language by group, as their rows name them."""
    plan = rules.plan(lang)
    phrases: dict[int, set[int]] = {}
    for alone, others in map(plan.rows.__getitem__, plan.anchors):
        for row in chain(alone, *others.values()):
            phrases.setdefault(row.group, set()).add(row.phrase)
    return phrases


def slowly(rules: Ruleset, text: str, markup: str, options: dict[str, object]) -> tuple[Flag, ...]:
    """The flags and notices when every phrase and test is tried, whatever the quick look says."""
    draft = Draft('d', 'd', text, text, markup)
    screened = screened_of(draft)
    normal = screened.normal
    lang = str(options['lang'])
    in_force = context(draft, rules.policy, options, lang, today())
    idle = rules.idle(in_force)
    phrases = {
        group: own
        for group, own in _phrases(rules, lang).items()
        if rules.plan(lang).groups[group].rule not in idle
    }
    tests = [number for number, test in enumerate(rules.tests) if test.rule not in idle]
    readings = {lang: read(normal.text, rules.lexicon(lang), rules.abbreviations(lang))}
    texts = Texts(draft, *screened)
    flags, rights = judge.judge(texts, readings, ({lang: phrases}, tests), rules, in_force, Likes())
    return (*flags, *rights)


@OPTIONS
@given(CASES)
def test_every_place_decodes_to_its_quote(
    shipped: Ruleset, case: tuple[str, str, str, dict[str, object]]
) -> None:
    lang, text, markup, options = case
    report = checked(shipped, text, markup, {**options, 'lang': lang})
    places = [(flag.span.start, -flag.level) for flag in report.flags]
    assert places == sorted(places)
    for flag in (*report.flags, *report.rights):
        for span, quote in ((flag.span, flag.quote), *((one.span, one.quote) for one in flag.related)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == quote
        for fix in flag.fixes:
            assert 0 <= fix.span.start <= fix.span.end <= len(text)
    assert report.screened or not normalise(text).text.strip() or markup == 'markdown'


@OPTIONS
@given(CASES)
def test_the_quick_look_misses_nothing(
    shipped: Ruleset, case: tuple[str, str, str, dict[str, object]]
) -> None:
    lang, text, markup, options = case
    options = {**options, 'lang': lang}
    report = checked(shipped, text, markup, options)
    if report.screened:
        assert (*report.flags, *report.rights) == slowly(shipped, text, markup, options)


@OPTIONS
@given(CASES)
def test_the_same_post_gives_the_same_report(
    shipped: Ruleset, case: tuple[str, str, str, dict[str, object]]
) -> None:
    _, text, markup, options = case
    # the language is found out
    assert checked(shipped, text, markup, options) == checked(shipped, text, markup, options)


_TOGETHER = 20
"""Examples in one post."""


@pytest.mark.parametrize('lang', LANGUAGES)
def test_the_quick_look_misses_nothing_in_examples_that_follow_each_other(
    shipped: Ruleset, lang: str
) -> None:
    # neighbouring sentences are where relations across them can go wrong
    order = list(EXAMPLES[lang])
    random.Random(7).shuffle(order)
    joints = itertools.cycle((' ', '\n'))
    for at, joint in zip(range(0, len(order), _TOGETHER), joints):
        text = joint.join(order[at : at + _TOGETHER])
        report = checked(shipped, text, 'none', {'lang': lang})
        assert (*report.flags, *report.rights) == slowly(shipped, text, 'none', {'lang': lang}), text


@pytest.mark.parametrize(
    ('text', 'unscreened'),
    [
        ('', 'empty'),
        (' \n\t', 'empty'),
        ('\u200b\u00ad', 'empty'),
        ('Wir suchen neue Kollegen für unser Büro.', 'language'),
    ],
    ids=ascii,
)
def test_a_post_that_is_not_screened_says_why(shipped: Ruleset, text: str, unscreened: str) -> None:
    options = {'lang': 'en'} if unscreened == 'empty' else {}
    report = checked(shipped, text, 'none', options)
    assert (report.screened, report.unscreened, report.flags) == (False, unscreened, ())


@pytest.mark.parametrize(
    'piece',
    [
        'my boss is awful ',
        'buy now! ',
        'boss\n',
        '"',
        '«',
        '500 kr ',
        '#Acme ',
        'Anna Berg ',
        '🎉',
        'not ',
        'aaaa',
        'å\u030a',
        '*',
        'A B ',
    ],
)
def test_a_long_post_of_anything_takes_linear_time(shipped: Ruleset, piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        checked(shipped, text, 'none', {'lang': 'en'})
        return time.process_time() - begin

    # spaCy is imported for a long text, and any first time is slower
    from policycheck.nlp import pipeline  # noqa: F401

    seconds(5_000)
    # ten times the text; thirty leaves room for a slow moment, a square would take a hundred
    assert seconds(50_000) < 30 * max(seconds(5_000), 0.05)


@pytest.mark.parametrize(
    ('said', 'expected'),
    [
        ('nn', ('nb', 'nynorsk', True)),
        ('nn-NO', ('nb', 'nynorsk', True)),
        ('nb', ('nb', None, True)),
        ('no', ('nb', None, True)),
        ('en_GB', ('en', None, True)),
        ('de', ('de', None, False)),
    ],
)
def test_the_language_that_a_draft_says(
    shipped: Ruleset, said: str, expected: tuple[str, str | None, bool]
) -> None:
    draft = Draft('x', 'x', 'Hei.', 'Hei.', settings={'lang': Setting(said, 'front matter')})
    lang, _, origin, _, note, screened = heart.spoken('Hei.', draft, shipped, {})
    assert (lang, note, screened, origin) == (*expected, 'draft')
