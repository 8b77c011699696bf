"""How the router's table is made when rules are compiled: function words and langdetect's letter statistics."""

from __future__ import annotations

import json
import marshal
import math
import struct
from functools import cache, lru_cache

MAGIC = b'PCL2'

OURS = ('en', 'no', 'sv', 'fi')
"""First lanes of every table: the languages drafts are screened in; bokmål and nynorsk share one."""

OTHERS = ('da', 'de', 'nl', 'et', 'fr', 'es', 'it', 'pt', 'pl', 'lt', 'ro', 'so', 'tr')
"""The following lanes: languages to recognise and leave alone (neighbours, and what is much spoken here)."""

WRITTEN = ('nb', 'nn')
"""The last lanes, of words only: which written standard a Norwegian text keeps to."""

LANES = OURS + OTHERS + WRITTEN

WORD = 30
"""What a function word is worth, in tenths of a natural logarithm: odds of twenty to one."""

LETTER_WORD = 8
"""The same for a word of one letter: it may be an initial, a list mark or half of a word cut in two."""

_STEPS = 63
"""The most that one run of letters can be worth, in the same tenths. 16 bits hold 1,040 of them."""

_FLOOR = 2e-6
"""Share of a run of letters that a language's profile does not list: profiles end at about this share."""

_COMMON = 2.5e-4
"""A run of letters is kept if it has this share in one of the _NEAR languages. Rarer ones mislead:
without them the table has a quarter of the rows and makes fewer faults."""

_NEAR = 8
"""Lanes of ours and of the languages most like them: da, de, nl, et."""


def build_table(function_words: dict[str, str]) -> bytes:
    """One blob for language.Router: the same bytes for the same words and the same langdetect.

    ``function_words`` maps a language code (a name of LANES, nb and nn for Norwegian) to words
    parted by white space. Raises ValueError for a code that has no lane.

    Layout, all little-endian: MAGIC; two 32-bit lengths; UTF-8 lines, the first all lanes, the second
    ``WORTH:LANE,LANE`` for each set of languages, then for each letter the words that begin with it, each
    with the number of its set, `` word/SET word/SET ``; by marshal the runs of letters, each with a row: one
    number of 16 bits for each lane without WRITTEN.
    """
    words = _words(tuple(function_words.items())).encode()
    runs = marshal.dumps(_runs(), 2)
    return MAGIC + struct.pack('<2I', len(words), len(runs)) + words + runs


@lru_cache(maxsize=2)
def _words(function_words: tuple[tuple[str, str], ...]) -> str:
    lanes: dict[str, set[str]] = {}
    for code, words in function_words:
        if code not in LANES or code == 'no':
            raise ValueError(f'no lane for the function words of {code!r}')
        for word in words.lower().split():
            # an apostrophe ends a word in a draft too
            for part in word.split("'"):
                if part:
                    lanes.setdefault(part, set()).update({'no', code} if code in WRITTEN else {code})
    sets: dict[str, int] = {}
    blocks: dict[str, list[str]] = {}
    for word in sorted(lanes):
        own = f'{WORD if len(word) > 1 else LETTER_WORD}:{",".join(sorted(lanes[word]))}'
        blocks.setdefault(word[0], []).append(f'{word}/{sets.setdefault(own, len(sets))}')
    return '\n'.join([' '.join(LANES), ' '.join(sets), *(f' {" ".join(own)} ' for own in blocks.values())])


@cache
def _runs() -> dict[str, int]:
    shares = [_shares(code) for code in OURS + OTHERS]
    common = sorted({run for near in shares[:_NEAR] for run, share in near.items() if share >= _COMMON})
    rows: dict[str, int] = {}
    for run in common:
        logs = [math.log(share.get(run, 0.0) + _FLOOR) for share in shares]
        row = [min(_STEPS, round(10 * (log - min(logs)))) for log in logs]
        rows[run] = sum([value << 16 * lane for lane, value in enumerate(row)])
    return rows


def _shares(code: str) -> dict[str, float]:
    """How often each run of one to three letters stands among the runs of its length, upper case folded."""
    from importlib.resources import files

    profile = json.loads((files('langdetect') / 'profiles' / code).read_text('utf-8'))
    counts: dict[str, float] = {}
    for run, count in profile['freq'].items():
        run = run.lower()
        if len(run) <= len(profile['n_words']) and _is_latin(run):
            counts[run] = counts.get(run, 0.0) + count / profile['n_words'][len(run) - 1]
    return counts


def _is_latin(run: str) -> bool:
    return all(sign == ' ' or (sign.isalpha() and sign < '\u0250') for sign in run) and not run.isspace()
