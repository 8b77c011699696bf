"""Every example of every shipped rule is a test, and every rule and list is whole."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import engine
import pytest

from policycheck.authoring.examples import bare, fixed, outcomes, report_of
from policycheck.compiled import Ruleset
from policycheck.model import LANGUAGES
from policycheck.schema import rulefile

RULES = {rule: path for rule, (path, _) in engine.shipped_files().items()}
LISTS = {path.stem: path for path in sorted((engine.SHIPPED / 'words').glob('*.yaml'))}


@cache
def rule_file(rule: str) -> rulefile.RuleFile:
    return rulefile.load(str(RULES[rule]), RULES[rule].read_bytes())[0]


@cache
def examples(rule: str) -> dict[str, Any]:
    """The examples of a rule as it is read, by language and kind."""
    plain: dict[str, Any] = rule_file(rule).model_dump(mode='json')['examples']
    return plain


# a test for each example would be thousands, and what a test costs by itself is more than an example takes
@pytest.mark.parametrize(
    ('rule', 'lang'),
    [(rule, lang) for rule, (_, plain) in engine.shipped_files().items() for lang in plain['examples']],
)
def test_examples(shipped: Ruleset, rule: str, lang: str) -> None:
    written = engine.shipped_files()[rule][1]['examples'][lang]
    tried = list(outcomes(rule, {lang: examples(rule)[lang]}, shipped))
    assert Counter(one.kind for one in tried) == {kind: len(own) for kind, own in written.items() if own}
    assert [one for one in tried if not one.holds] == []


@pytest.mark.parametrize('rule', RULES)
def test_the_fixes_in_its_examples_raise_nothing_new(shipped: Ruleset, rule: str) -> None:
    worse = []
    for lang, own in examples(rule).items():
        for example in own['flags']:
            settings = {key: value for key, value in example.items() if key != 'text' and value}
            text = bare(example['text'])[0]
            before = report_of(text, lang, settings, shipped)
            mended = fixed(text, list(before.flags))
            if mended == text:
                continue
            after = report_of(mended, lang, settings, shipped)
            new = {flag.rule.id for flag in after.fired} - {flag.rule.id for flag in before.fired}
            if new or after.level > before.level:
                worse.append((text, sorted(new)))
    assert worse == []


@pytest.mark.parametrize('rule', RULES)
def test_a_rule_is_whole(rule: str) -> None:
    file = rule_file(rule)
    assert file.sources, 'what does it rest on?'
    assert file.checked is not None
    assert set(file.languages) == set(LANGUAGES)
    assert set(file.short) == set(LANGUAGES)
    counts = {lang: (len(file.examples[lang].flags), len(file.examples[lang].passes)) for lang in LANGUAGES}
    assert {lang: both for lang, both in counts.items() if min(both) < 4} == {}


# nor is there a test for each of 1,700 lists
def test_a_list_has_no_entry_twice() -> None:
    twice = []
    for path in LISTS.values():
        _, located = rulefile.load_words(str(path), path.read_bytes())
        for lang in LANGUAGES:
            seen: set[str] = set()
            for text, line, _ in located.lines(lang) if lang in located.value else ():
                # a cased entry is another one than the word in any case
                key = text if text.startswith('=') else text.lower()
                if key in seen:
                    twice.append(f'{path.name}:{line}: {text}')
                seen.add(key)
    assert twice == []


def test_lists_are_used_or_known_to_the_engine() -> None:
    from policycheck.words.vocabulary import ENGINE_CLASSES

    texts = [path.read_text('utf-8') for path in (*RULES.values(), *LISTS.values())]
    # read by name in clauses.py and compile.py
    known = {*ENGINE_CLASSES, 'and_words', 'abbreviation'}
    unused = [
        name for name in LISTS if name not in known and not any(f'{{{name}}}' in text for text in texts)
    ]
    assert unused == []


@pytest.mark.parametrize('name', engine.QUOTED)
def test_lists_of_the_marks_need_no_dictionary(name: str) -> None:
    # a rule of one word would wait for seconds; exceptions are looked up too
    entries = [line.strip() for line in LISTS[name].read_text('utf-8').splitlines() if line.startswith('  ')]
    assert [line for line in entries if line.lstrip('-')[:1].isalpha()] == []
