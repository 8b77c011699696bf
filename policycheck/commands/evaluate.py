"""policycheck eval: labelled posts in, a table of figures out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from policycheck import machine
from policycheck.authoring.evaluate import DIMENSIONS, Share, clean_posts, evaluate, totals
from policycheck.authoring.labelled import Row, read
from policycheck.commands import eval_gate, page
from policycheck.commands import options as shared
from policycheck.commands.wording import say
from policycheck.compiling.load import load
from policycheck.errors import InputError
from policycheck.formats import meaning_line
from policycheck.formats.messages import number, word
from policycheck.judging.meaning import attach
from policycheck.model import LEVELS
from policycheck.readers import drafts
from policycheck.strict_yaml.fields import nearest

_EXAMPLES = """examples:
  policycheck eval posts.jsonl
  policycheck eval posts.jsonl --format json > figures.json
  policycheck eval posts.jsonl --gate figures.json
A post: {"text": "Our boss is a joke.", "lang": "en", "labels": ["employer_criticism"]}
Labels that are a list are all there are; near_miss_of names a category it must not be flagged for.
Exit code 0: measured; 1: a figure is worse than the recorded one; 2: a row or file could not be read."""


def run(words: list[str]) -> int:
    """Prints the figures; 1 when one is worse than in the record that ``--gate`` names."""
    parser = shared.parser(
        'eval', 'Measure the rules on labelled posts: what they find, where they fire in vain.', _EXAMPLES
    )
    parser.add_argument(
        'posts', nargs='+', metavar='POSTS.jsonl', help='one post a line: text, labels, ...; or -'
    )
    shared.add_policy(parser)
    shared.add_format(parser)
    parser.add_argument(
        '--gate', metavar='FILE', help='fail where a figure is worse than in this JSON of an earlier run'
    )
    shared.add_meaning(parser)
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    ruleset = load(given.policy or machine.find(os.getcwd()))
    language = shared.screen_language(given.screen_language, ruleset.policy.get('screen_language'))
    attach(ruleset, wanted=not given.no_meaning)
    meaning = meaning_line.standing(ruleset, wanted=not given.no_meaning)
    if line := meaning_line.line(language, meaning):
        shared.warn(f'policycheck: {line}')
    record = eval_gate.recorded(given.gate) if given.gate else None
    rows = [row for path in given.posts for row in read(*_content(path))]
    for line in _unknown(rows, {rule.category for rule in ruleset.rules}, language):
        shared.warn(line)
    plain = evaluate(rows, ruleset).plain()
    if given.format == 'json':
        page.data({**plain, **meaning.known})
    else:
        sys.stdout.write(table(plain, language))
    worse = list(eval_gate.worse(record, plain, language)) if record else []
    for line in worse:
        shared.warn(line)
    return 1 if worse else 0


def _content(path: str) -> tuple[str, bytes]:
    """The name of a file, as it is told, and what is in it."""
    if path == drafts.STDIN:
        return drafts.STDIN_NAME, sys.stdin.buffer.read()
    try:
        with open(path, 'rb') as file:
            return path, file.read()
    except OSError as err:
        raise InputError(f'cannot be read: {err.strerror or err}', path) from err


def _unknown(rows: list[Row], known: set[str], language: str) -> Iterator[str]:
    """A line for each category that posts are labelled with, or nearly have, and no rule is of; with the first post."""
    told: set[str] = set()
    for row in rows:
        for category in sorted({*row.faults, *filter(None, (row.near_miss_of,))} - known - told):
            told.add(category)
            near = nearest(category, sorted(known))
            meant = say('eval.near', language, name=near) if near else ''
            said = say('eval.no_rule', language, category=category, near=meant)
            yield str(InputError(said, row.path, row.line))


def table(plain: Mapping[str, Any], language: str) -> str:
    """The figures as lines in a reader's language, the worst categories first."""
    lines = [say('eval.posts', language, count=plain['posts'], unscreened=plain['not_screened'])]
    if plain['recall']:
        lines += ['', *_found(plain, language)]
    for key in ('precision', 'near_misses'):
        if plain[key]:
            lines += ['', _whole(key, plain, language), *_by(key, plain, language)]
    if plain['clean_flagged']:
        lines += ['', _whole('clean_flagged', plain, language)]
        lines += [f'  {_row(name, own)}' for name, own in plain['clean_flagged'].items() if own[0]]
        lines += ['', *_alarms(plain, language)]
    return '\n'.join(lines) + '\n'


def _found(plain: Mapping[str, Any], language: str) -> Iterator[str]:
    languages = list(plain['recall_by_language'])
    yield say('eval.recall', language)
    yield f'  {"":27}{"".join(f"{lang:>9}" for lang in languages)}{say("eval.all", language):>9}   95 %'
    worst = sorted(plain['recall_by_category'].items(), key=lambda item: (item[1][0] / item[1][1], item[0]))
    for category, own in worst:
        cells = (plain['recall'].get(f'{category} {lang}') for lang in languages)
        shown = ''.join(f'{_of(Share(*cell) if cell else None):>9}' for cell in cells)
        yield f'  {category:27}{shown}{_of(Share(*own)):>9}   {_interval(Share(*own))}'
    for lang in languages:
        yield f'  {_row(say("eval.all_in", language, lang=lang), plain["recall_by_language"][lang])}'
    yield from _by('recall', plain, language, DIMENSIONS[2:])


def _whole(key: str, plain: Mapping[str, Any], language: str) -> str:
    share = totals(plain, key)
    title = say(f'eval.{key}', language, level=word('level', 'advice', language))
    return f'{title}: {_of(share)}  {_percent(share)} {_interval(share)}'


def _by(
    key: str, plain: Mapping[str, Any], language: str, dimensions: tuple[str, ...] = DIMENSIONS
) -> Iterator[str]:
    """A figure by category and the rest; what is zero is left out where that is as it should be."""
    for by in dimensions:
        own = _in_order(by, plain[key if by == 'category' else f'{key}_by_{by}'])
        shown = {name: share for name, share in own.items() if share[0] or key != 'near_misses'}
        if shown:
            yield f'  {say(f"eval.by_{by}", language)}'
        for name, share in shown.items():
            yield f'    {_row(_called(by, name, language), share, 25)}'


def _in_order(by: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """Levels with the gravest first, all else by name."""
    gravest = ('rights', *reversed(LEVELS))
    return dict(sorted(own.items(), key=lambda item: gravest.index(item[0]) if by == 'level' else item[0]))


def _called(by: str, name: str, language: str) -> str:
    return word('level', name, language) if by == 'level' else name


def _row(name: str, share: list[int], width: int = 27) -> str:
    own = Share(*share)
    return f'{name:{width}}{_of(own):>9}   {_percent(own)} {_interval(own)}'


def _alarms(plain: Mapping[str, Any], language: str) -> Iterator[str]:
    """Flags per 1,000 clean posts, those in a language per 1,000 in it."""
    yield say('eval.flags_on_clean', language) + (
        '' if plain['flags_on_clean'] else f' {say("eval.none", language)}'
    )
    for by in DIMENSIONS:
        counts = plain['flags_on_clean' if by == 'level' else f'flags_on_clean_by_{by}']
        if counts:
            yield f'  {say(f"eval.by_{by}", language)}'
        for name, count in _in_order(by, counts).items():
            of = clean_posts(plain, name if by == 'language' else None)
            yield f'    {_called(by, name, language):25}{number(1000 * count / of, 1, language):>9}'


def _of(share: Share | None) -> str:
    return f'{share.of}/{share.all}' if share is not None and share.all else '-'


def _percent(share: Share) -> str:
    return '' if share.value is None else f'{100 * share.value:.0f} %'


def _interval(share: Share) -> str:
    low, high = share.interval()
    return f'({100 * low:.0f}-{100 * high:.0f} %)' if share.all else ''
