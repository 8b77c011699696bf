"""rules/labels.yaml to the wordings of a label that count, as patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

KINDS = ('weak', 'no_label')
"""What people write in place of a label: what says too little, and what is no label at all."""

PARTS = ('why', 'advice')

_BEFORE = r'[^\w#@]*(?:[#@]\w+[^\w#@]+)*?'
"""What may stand before a label at the start: signs, other hashtags, mentions."""

_AFTER = r'(?=\s*(?:\Z|[:|/.,;!)\]#@*]|[^\w\s\x00-\x7F‘’])|\s+-|\s+(?-i:[A-ZÆØÅÄÖ0-9]))'
"""What follows a label in words: a sign, an end or a new sentence; where the sentence goes on it is a word of it."""

_NAME = r'(?-i:[A-ZÆØÅÄÖ0-9@«"“])[^\s:|.,]*'
_CALLED = r'[^\n:|.,!?]{1,60}(?=\s*[:|])'
"""Other words for whoever pays ("my employer"): before a colon they are part of a label."""
_NAMES = rf'{_NAME}(?:\s+(?:&|og|och|ja|and|{_NAME})){{0,4}}'


def labels(plain: Mapping[str, Any]) -> dict[str, Any]:
    """By label and language: what a fix inserts, also with the ``employer``, and patterns of what is accepted.

    ``instead`` are those of what people write for a label, weak or false, each with where it stands: first, for a
    fix to replace, or as a hashtag anywhere; ``told`` is what is said of either, why and advice.
    """
    return {
        name: {
            lang: {
                'insert': str(own.get('insert') or ''),
                'employer': str(own.get('employer') or ''),
                'patterns': [label_pattern(label) for label in own.get('accepted') or ()],
                'instead': [(kind, _stand_in(one)) for kind in KINDS for one in own.get(kind) or ()],
                'tags': [
                    (kind, _tag(one))
                    for kind in KINDS
                    for one in own.get(kind) or ()
                    if len(one.split()) == 1
                ],
                'told': {
                    kind: {part: str(own[f'{kind}_{part}']) for part in PARTS if own.get(f'{kind}_{part}')}
                    for kind in KINDS
                },
            }
            for lang, own in by_language.items()
            if isinstance(own, dict)
        }
        for name, by_language in plain.items()
        if isinstance(by_language, dict)
    }


def label_pattern(label: str) -> str:
    """The pattern of a label of rules/labels.yaml at the start of a line; {ORG} stands for any name.

    >>> re.match(label_pattern('Reklame for {ORG}'), 'REKLAME FOR Nordvik: lys', re.I) is not None
    True
    >>> re.match(label_pattern('Reklame for {ORG}'), 'Reklame for arbeidsgiveren min: lys', re.I) is not None
    True
    >>> re.match(label_pattern('Reklame'), 'Reklame er kjedelig', re.I) is None
    True

    After one that ends in ... the sentence may go on.

    >>> re.match(label_pattern('Dette er reklame ...'), 'Dette er reklame for sjefen min', re.I) is not None
    True
    """
    if label.endswith('...'):
        return rf'{_BEFORE}(?P<label>{_written(label.removesuffix("..."))})(?!\w)'
    written = _written(label)
    # in capitals it is a label, whatever follows
    loud = '' if label.startswith('#') else rf'|(?-i:{re.escape(label.strip().upper())})(?!\w)'
    after = r'(?!\w)' if label.startswith('#') else _AFTER
    return rf'{_BEFORE}(?P<label>{written}{after}{loud})'


def _stand_in(label: str) -> str:
    """A weak or false label with the sign after it; of words without such a sign a sentence may go on."""
    sign = r'(?!\w)' if label.startswith('#') else r'\s*[:|]'
    return rf'{_BEFORE}(?P<label>{_written(label)}{sign})'


def _tag(label: str) -> str:
    """A weak or false label as a hashtag, wherever it stands."""
    return rf'(?<![\w#])#{re.escape(label.strip().removeprefix("#"))}(?!\w)'


def _written(label: str) -> str:
    return re.escape(label.strip()).replace(r'\{ORG\}', rf'(?:{_NAMES}|{_CALLED})')
