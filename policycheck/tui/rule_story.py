"""What the rules screen tells of one rule: its texts, its cases, its examples with their outcome."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from textual.content import Content

from policycheck.authoring.examples import Outcome, heard, outcomes
from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.compiling.sources import RuleSource
from policycheck.errors import InputError
from policycheck.formats.options import case, contact
from policycheck.model import Draft, Rule
from policycheck.tui.look import RIGHTS, Look, shown
from policycheck.tui.texts import TEXTS

Piece = str | tuple[str, str]
_SAMPLE = 'sample-organisation.yaml'


def level_of(rule: Rule) -> int:
    """The level of a rule, RIGHTS for a notice."""
    return RIGHTS if rule.rights else rule.level


def topic(name: str, look: Look) -> str:
    """A folder of rules as the reader calls it; its own name where it is the organisation's."""
    return look.say(f'topic.{name}') if f'topic.{name}' in TEXTS else shown(name)


def told(rule: Rule, ruleset: Ruleset, look: Look, *, off: bool) -> Content:
    """Level, why, what to write instead, what has happened, whom to ask, what it rests on."""
    pieces: list[Piece] = [
        (f'{look.sign(level_of(rule))} {look.level(level_of(rule))}', 'bold'),
        (f'  {rule.id}\n\n', '$quiet'),
    ]
    if off:
        pieces += [(look.say('rules.off_for_you') + '\n\n', 'bold $mark-warn')]
    known = contact(rule.ask or 'default', ruleset.policy.get('contacts') or {})
    ask = shown(' · '.join(filter(None, (known.get('who'), known.get('at'))))) or look.say('why.nobody')
    table = ruleset.reference['precedents']
    cases = [
        look.plain(shown(' '.join((_case(case, look), str(case.get('url') or '')))).strip())
        for name in rule.precedents
        if (case := table.get(name)) is not None
    ]
    sources = [look.plain(shown(f'{title}, {url}')) for title, url in rule.sources]
    parts = (
        ('part.why', look.texts(rule.why)),
        ('part.try', look.texts(rule.advice)),
        ('part.ask', look.plain(ask)),
        ('part.before', '\n'.join(cases) or look.say('rules.no_case')),
        ('part.source', '\n'.join(sources)),
    )
    for key, text in parts:
        if text:
            pieces += [(look.say(key), 'bold $quiet'), f'\n{text}\n\n']
    if rule.checked:
        pieces += [(look.say('rules.checked', day=rule.checked) + '\n\n', '$quiet')]
    return Content.assemble(*pieces)


def _case(known: Mapping[str, Any], look: Look) -> str:
    return shown(case(known, look.language))


def run_examples(number: int, ruleset: Ruleset, cache: str | None) -> list[Outcome]:
    """The outcomes of a rule's examples; raises InputError where its file or sample policy is wrong.

    A pack may bring the organisation that its examples are written for; they are run as that one's. None of
    a rule that goes by meaning alone, where no head is at hand.
    """
    rule = ruleset.rules[number]
    path = ruleset.origins[number]['path']
    source = RuleSource(rule.id, path)
    sample = os.path.join(os.path.splitext(path)[0].removesuffix(rule.id), _SAMPLE)
    if os.path.isfile(sample):
        ruleset = load(sample, packs=[os.path.dirname(sample)], cache=cache, quiet=True)
    return list(outcomes(rule.id, _plain(source), ruleset)) if heard(rule.id, ruleset) else []


def _plain(source: RuleSource) -> dict[str, Any]:
    return {lang: own.model_dump(mode='json') for lang, own in source.file.examples.items()}


def examples(found: list[Outcome], look: Look) -> Content:
    """Examples by kind with a sign for what holds, the reader's language first."""
    pieces: list[Piece] = []
    for kind in ('flags', 'passes', 'fixes'):
        own = [one for one in found if one.kind == kind]
        if not own:
            continue
        held = sum(one.holds for one in own)
        head = look.say(f'rules.{kind}', held=held, all=len(own))
        pieces += [(f'{head} {look.tick(held == len(own))}\n', 'bold')]
        for one in sorted(own, key=lambda one: (one.holds, one.lang != look.language)):
            pieces += _line(one, look)
        pieces.append('\n')
    return Content.assemble(*pieces)


def _line(one: Outcome, look: Look) -> Iterator[Piece]:
    yield (f' {look.tick(one.holds)} {one.lang} ', '$quiet' if one.holds else 'bold $mark-stop')
    at = 0
    for start, end in one.expected if one.kind != 'passes' else one.found:
        yield shown(one.text[at:start])
        yield (shown(one.text[start:end]), 'underline')
        at = end
    yield shown(one.text[at:])
    if one.kind == 'fixes':
        yield (look.plain(' → '), '$quiet')
        yield shown(one.found_text)
    if not one.holds:
        yield (f'  {look.say("rules.fails")}', 'bold $mark-stop')
    yield '\n'


def tried(text: str, number: int, ruleset: Ruleset, given: Mapping[str, Any], look: Look) -> str:
    """What a rule, and what others, find in a sentence that somebody tries."""
    own_id = ruleset.rules[number].id
    try:
        report = check(Draft('-', '-', text, text), ruleset, given)
    except Exception as err:
        # shown and not raised: the screen lives on
        return type(err).__name__
    flags = [*report.rights, *report.flags]
    own = [look.quote(flag.quote) for flag in flags if flag.rule.id == own_id]
    others = dict.fromkeys(flag.rule.id for flag in flags if flag.rule.id != own_id)
    language = look.word('language', report.lang)
    yes = look.say('rules.tried_yes', words=', '.join(own))
    told = yes if own else look.say('rules.tried_no', language=language)
    return f'{told}  {look.say("rules.tried_others", rules=", ".join(others))}' if others else told


def failed(err: InputError) -> str:
    """A fault of a file as a sentence."""
    return shown(str(err))
