"""policycheck eval: labelled posts in, a table of figures out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from policycheck import places
from policycheck.commands import options as shared
from policycheck.commands.wording import say
from policycheck.errors import InputError
from policycheck.evaluate import Count, Evaluation, Row, Share, evaluate, read
from policycheck.fields import nearest
from policycheck.formats import meaning_line
from policycheck.formats.messages import word
from policycheck.load import load
from policycheck.meaning import attach


def run(words: list[str]) -> int:
    """Prints the figures; 1 when a figure falls below the one recorded in ``--gate``."""
    parser = shared.parser(
        'eval', 'Measure the rules on labelled posts: what they find, where they fire in vain.'
    )
    parser.add_argument('posts', nargs='+', metavar='POSTS.jsonl', help='one post a line: text, labels, ...')
    parser.add_argument(
        '--policy', metavar='FILE', help='policycheck.yaml (else: looked for upwards from here)'
    )
    parser.add_argument('--format', choices=('text', 'json'), default='text')
    parser.add_argument(
        '--gate', metavar='FILE', help='fail where a figure is worse than in this JSON of an earlier run'
    )
    parser.add_argument('--no-meaning', action='store_true', help='go by words alone')
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    ruleset = load(given.policy or places.find(os.getcwd()))
    language = shared.screen_language(given.screen_language, ruleset.policy.get('screen_language'))
    attach(ruleset, wanted=not given.no_meaning)
    meaning = meaning_line.standing(ruleset, wanted=not given.no_meaning)
    if meaning == meaning_line.MISSING:
        shared.warn(f'policycheck: {meaning_line.line(language)}')
    rows = [row for path in given.posts for row in read(path, _content(path))]
    for line in _unknown(rows, {rule.category for rule in ruleset.rules}, language):
        shared.warn(line)
    plain = figures(evaluate(rows, ruleset))
    if given.format == 'json':
        json.dump({**plain, 'meaning': meaning}, sys.stdout, indent=1, sort_keys=True)
        sys.stdout.write('\n')
    else:
        sys.stdout.write(table(plain, language))
    return _gate(given.gate, plain, language) if given.gate else 0


def _content(path: str) -> bytes:
    try:
        with open(path, 'rb') as file:
            return file.read()
    except OSError as err:
        raise InputError(f'cannot be read: {err.strerror or err}', path) from err


def _unknown(rows: list[Row], known: set[str], language: str) -> Iterator[str]:
    """A line for each category that posts are labelled with and no rule has."""
    for category in sorted({one for row in rows for one in row.faults} - known):
        near = nearest(category, sorted(known))
        meant = say('eval.near', language, name=near) if near else ''
        yield say('eval.no_rule', language, category=category, near=meant)


def figures(found: Evaluation) -> dict[str, Any]:
    """The figures as plain data: shares as [of, all], by the names that the table shows."""

    def shares(counts: dict[Any, Count]) -> dict[str, list[int]]:
        return {
            ' '.join(key) if isinstance(key, tuple) else key: list(count.share())
            for key, count in counts.items()
        }

    by_language: dict[str, Count] = {}
    for (_, lang), count in found.recall.items():
        own = by_language.setdefault(lang, Count())
        own.of, own.all = own.of + count.of, own.all + count.all
    return {
        'posts': found.posts,
        'not_screened': found.unscreened,
        'recall': shares(found.recall),
        'recall_by_language': shares(by_language),
        'precision': shares(found.precision),
        'near_misses': shares(found.near),
        'clean_flagged': shares(found.clean),
        'flags_on_clean': found.alarms,
        'found_by': found.finders,
    }


def table(plain: dict[str, Any], language: str) -> str:
    """The figures as lines in a reader's language, the worst categories first."""
    lines = [say('eval.posts', language, count=plain['posts'], unscreened=plain['not_screened']), '']
    languages = sorted(plain['recall_by_language'])
    by_category: dict[str, dict[str, Share]] = {}
    for key, own in plain['recall'].items():
        category, lang = key.rsplit(' ', 1)
        by_category.setdefault(category, {})[lang] = Share(*own)
    lines.append(say('eval.recall', language))
    lines.append(
        f'  {"":27}{"".join(f"{lang:>9}" for lang in languages)}{say("eval.all", language):>9}   95 %'
    )
    total = {
        category: Share(*map(sum, zip(*own.values(), strict=True))) for category, own in by_category.items()
    }
    for category, share in sorted(total.items(), key=lambda item: (item[1].value or 0, item[0])):
        cells = ''.join(f'{_of(by_category[category].get(lang)):>9}' for lang in languages)
        lines.append(f'  {category:27}{cells}{_of(share):>9}   {_interval(share)}')
    for lang in languages:
        share = Share(*plain['recall_by_language'][lang])
        lines.append(
            f'  {say("eval.all_in", language, lang=lang):27}{_of(share):>9}   {_percent(share)} {_interval(share)}'
        )
    for key in ('precision', 'near_misses', 'clean_flagged'):
        title = say(f'eval.{key}', language, level=word('level', 'advice', language))
        if plain[key]:
            every = Share(*map(sum, zip(*plain[key].values(), strict=True)))
            lines += ['', f'{title}: {_of(every)}  {_percent(every)} {_interval(every)}']
            lines += [
                f'  {name:27}{_of(Share(*own)):>9}'
                for name, own in sorted(plain[key].items())
                if own[0] or key == 'precision'
            ]
    clean = sum(own[1] for own in plain['clean_flagged'].values())
    if clean:
        per_1000 = (
            f'{word("level", level, language)} {_number(1000 * count / clean, 1, language)}'
            for level, count in sorted(plain['flags_on_clean'].items())
        )
        levels = ', '.join(per_1000) or say('eval.none', language)
        lines += ['', say('eval.flags_on_clean', language, levels=levels)]
    finders = ', '.join(f'{name} {count}' for name, count in sorted(plain['found_by'].items()))
    lines += ['', say('eval.found_by', language, finders=finders or say('eval.none', language))]
    return '\n'.join(lines) + '\n'


def _number(value: float, digits: int, language: str) -> str:
    written = f'{value:.{digits}f}'
    return written if language == 'en' else written.replace('.', ',')


def _of(share: Share | None) -> str:
    return f'{share.of}/{share.all}' if share is not None and share.all else '-'


def _percent(share: Share) -> str:
    return '' if share.value is None else f'{100 * share.value:.0f} %'


def _interval(share: Share) -> str:
    low, high = share.interval()
    return f'({100 * low:.0f}-{100 * high:.0f} %)' if share.all else ''


_GATED = {
    'recall': True,
    'recall_by_language': True,
    'precision': True,
    'near_misses': False,
    'clean_flagged': False,
}
"""The figures that may not become worse, by name; True where a higher one is better."""


def _gate(path: str, plain: dict[str, Any], language: str) -> int:
    """Compares with a recorded run: recall and precision may not fall, alarms may not rise, nothing may vanish."""
    if not os.path.lexists(path):
        raise InputError('there are no figures yet; write those of now into it: --format json > FILE', path)
    try:
        recorded = json.loads(_content(path))
    except ValueError as err:
        raise InputError('no JSON of an earlier run; make one with --format json', path) from err
    told_then = recorded if isinstance(recorded, dict) else {}
    shares = {key: own for key in _GATED if isinstance(own := told_then.get(key), dict)}
    if not any(shares.values()):
        raise InputError('this holds no figures of an earlier run; make some with --format json', path)
    worse = []
    for key, recorded_shares in shares.items():
        for name, own in recorded_shares.items():
            told = {'key': key.replace('_', ' '), 'name': name}
            try:
                before = Share(*own).value
            except TypeError as err:
                raise InputError(
                    f'{told["key"]} {name}: no share of an earlier run, but {own!r}', path
                ) from err
            if name not in plain[key]:
                # what no longer fires has no precision; its recall tells
                worse += [] if key == 'precision' else [say('eval.gone', language, **told)]
                continue
            now = Share(*plain[key][name]).value
            if before is None or now is None or now == before:
                continue
            if (now < before) == _GATED[key]:
                then = {'now': _number(now, 3, language), 'before': _number(before, 3, language)}
                worse.append(say('eval.worse', language, **told, **then))
    for line in worse:
        shared.warn(line)
    return 1 if worse else 0
