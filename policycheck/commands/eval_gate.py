"""The gate of policycheck eval: figures of now against those of an earlier run."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from policycheck.authoring.evaluate import Share, clean_posts, totals
from policycheck.commands.wording import say
from policycheck.errors import InputError
from policycheck.formats.messages import number
from policycheck.records import NamedTuple

_SHARES = {
    'recall': True,
    'recall_by_category': True,
    'recall_by_language': True,
    'precision': True,
    'precision_by_language': True,
    'precision_by_level': True,
    'precision_by_finder': True,
    'near_misses': False,
    'near_misses_by_language': False,
    'near_misses_by_level': False,
    'near_misses_by_finder': False,
    'clean_flagged': False,
}
"""The shares that may not become worse, by name; True where a higher one is better.

By which finder and at which level faults are found is told and not compared: none of them is the worse.
"""
_WHOLE = ('recall', 'precision', 'near_misses', 'clean_flagged')
"""Those that add up to all there is."""
_COUNTS = (
    'flags_on_clean',
    'flags_on_clean_by_category',
    'flags_on_clean_by_language',
    'flags_on_clean_by_finder',
)
"""Flags on clean posts, compared per 1,000 of these posts; none is zero."""
_NONE_IS_ZERO = (*_COUNTS, 'near_misses_by_level', 'near_misses_by_finder')
_ALL = 'all'


class _Figure(NamedTuple):
    """A value, how it is shown, and whether a higher one is better."""

    value: float
    shown: str
    better: bool = False


def recorded(path: str) -> dict[str, Any]:
    """The figures of an earlier run; raises InputError for a file that holds none."""
    if not os.path.lexists(path):
        raise InputError('there are no figures yet; write those of now into it: --format json > FILE', path)
    try:
        with open(path, 'rb') as file:
            plain = json.load(file)
    except OSError as err:
        raise InputError(f'cannot be read: {err.strerror or err}', path) from err
    except ValueError as err:
        raise InputError('no JSON of an earlier run; make one with --format json', path) from err
    if not isinstance(plain, dict) or not any(
        isinstance(plain.get(key), dict) and plain[key] for key in _SHARES
    ):
        raise InputError('this holds no figures of an earlier run; make some with --format json', path)
    known = {key: plain[key] for key in (*_SHARES, *_COUNTS) if key in plain}
    for key, own in known.items():
        for name, one in own.items() if isinstance(own, dict) else [('', own)]:
            if not (isinstance(one, int) if key in _COUNTS else _is_share(one)):
                raise InputError(
                    f'{key} {name}: no figure of an earlier run, but {one!r}; make the file anew with --format json',
                    path,
                )
    if any(known.get(key) for key in _COUNTS) and not known.get('clean_flagged'):
        raise InputError('this holds no figures of an earlier run; make some with --format json', path)
    return known


def _is_share(one: object) -> bool:
    return isinstance(one, list) and len(one) == 2 and all(isinstance(part, int) for part in one)


def worse(record: Mapping[str, Any], plain: Mapping[str, Any], language: str) -> Iterator[str]:
    """A line for each figure that is worse than the recorded one, or gone; new ones are compared in their totals."""
    before, now = _figures(record, language), _figures(plain, language)
    for (key, name), was in before.items():
        told = {'key': key.replace('_', ' '), 'name': name}
        if (key, name) in now:
            own = now[key, name]
            if own.value != was.value and (own.value < was.value) == was.better:
                yield say('eval.worse', language, **told, now=own.shown, before=was.shown)
        elif key not in _NONE_IS_ZERO and not key.startswith('precision'):
            # what no longer fires has no precision; its recall tells
            yield say('eval.gone', language, **told)
    for (key, name), own in now.items():
        if (key, name) not in before and key in record and key in _NONE_IS_ZERO and own.value:
            told = {'key': key.replace('_', ' '), 'name': name}
            yield say('eval.worse', language, **told, now=own.shown, before='0')


def _figures(plain: Mapping[str, Any], language: str) -> dict[tuple[str, str], _Figure]:
    found = {}
    for key, better in _SHARES.items():
        shares = {name: Share(*own) for name, own in plain.get(key, {}).items()}
        if key in _WHOLE and shares:
            shares[_ALL] = totals(plain, key)
        for name, share in shares.items():
            if share.value is not None:
                shown = f'{number(share.value, 3, language)} ({share.of}/{share.all})'
                found[key, name] = _Figure(share.value, shown, better)
    for key in _COUNTS:
        for name, count in plain.get(key, {}).items():
            posts = clean_posts(plain, name if key.endswith('language') else None)
            if posts:
                rate = 1000 * count / posts
                found[key, name] = _Figure(rate, number(rate, 1, language))
    return found
