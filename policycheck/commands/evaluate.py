"""policycheck eval: labelled posts in, a table of figures out."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from policycheck import places
from policycheck.commands import options as shared
from policycheck.errors import InputError
from policycheck.evaluate import Count, Evaluation, Share, evaluate, read
from policycheck.formats import meaning_line
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
    given = parser.parse_args(words)
    ruleset = load(given.policy or places.find(os.getcwd()))
    attach(ruleset, wanted=not given.no_meaning)
    meaning = meaning_line.standing(ruleset, wanted=not given.no_meaning)
    if meaning == meaning_line.MISSING:
        language = shared.screen_language(None, ruleset.policy.get('screen_language'))
        shared.warn(f'policycheck: {meaning_line.line(language)}')
    rows = [row for path in given.posts for row in read(path, _content(path))]
    plain = figures(evaluate(rows, ruleset))
    if given.format == 'json':
        json.dump({**plain, 'meaning': meaning}, sys.stdout, indent=1, sort_keys=True)
        sys.stdout.write('\n')
    else:
        sys.stdout.write(table(plain))
    return _gate(given.gate, plain) if given.gate else 0


def _content(path: str) -> bytes:
    try:
        with open(path, 'rb') as file:
            return file.read()
    except OSError as err:
        raise InputError(f'cannot be read: {err.strerror or err}', path) from err


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


def table(plain: dict[str, Any]) -> str:
    """The figures as lines, the worst categories first."""
    lines = [f'{plain["posts"]} posts, {plain["not_screened"]} of them not screened', '']
    languages = sorted(plain['recall_by_language'])
    by_category: dict[str, dict[str, Share]] = {}
    for key, own in plain['recall'].items():
        category, lang = key.rsplit(' ', 1)
        by_category.setdefault(category, {})[lang] = Share(*own)
    lines.append('Found, by category and language (worst first)')
    lines.append(f'  {"":27}{"".join(f"{lang:>9}" for lang in languages)}      all   95 %')
    total = {
        category: Share(*map(sum, zip(*own.values(), strict=True))) for category, own in by_category.items()
    }
    for category, share in sorted(total.items(), key=lambda item: (item[1].value or 0, item[0])):
        cells = ''.join(f'{_of(by_category[category].get(lang)):>9}' for lang in languages)
        lines.append(f'  {category:27}{cells}{_of(share):>9}   {_interval(share)}')
    for lang in languages:
        share = Share(*plain['recall_by_language'][lang])
        lines.append(f'  all in {lang:20}{_of(share):>9}   {_percent(share)} {_interval(share)}')
    for title, key in (
        ('Right among the flagged, by category', 'precision'),
        ('Near misses flagged', 'near_misses'),
        ('Clean posts flagged at advice or above', 'clean_flagged'),
    ):
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
        lines += ['', 'Flags per 1,000 clean posts: ' + (', '.join(
            f'{level} {1000 * count / clean:.1f}' for level, count in sorted(plain['flags_on_clean'].items())
        ) or 'none')]  # fmt: skip
    lines += [
        '',
        'Found by: ' + ', '.join(f'{name} {count}' for name, count in sorted(plain['found_by'].items())),
    ]
    return '\n'.join(lines) + '\n'


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


def _gate(path: str, plain: dict[str, Any]) -> int:
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
            told = f'{key.replace("_", " ")} {name}'
            try:
                before = Share(*own).value
            except TypeError as err:
                raise InputError(f'{told}: no share of an earlier run, but {own!r}', path) from err
            if name not in plain[key]:
                # what no longer fires has no precision; its recall tells
                worse += [] if key == 'precision' else [f'{told}: no longer among the posts']
                continue
            now = Share(*plain[key][name]).value
            if before is None or now is None or now == before:
                continue
            if (now < before) == _GATED[key]:
                worse.append(f'{told}: {now:.3f}, recorded {before:.3f}')
    for line in worse:
        shared.warn(f'worse: {line}')
    return 1 if worse else 0
