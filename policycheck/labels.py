"""rules/labels.yaml to the wordings of a label that count, as patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any


def labels(plain: Mapping[str, Any]) -> dict[str, Any]:
    """By label and language: what a fix inserts, also with the ``employer``, and patterns of what is accepted."""
    return {
        name: {
            lang: {
                'insert': str(own.get('insert') or ''),
                'employer': str(own.get('employer') or ''),
                'patterns': [label_pattern(label) for label in own.get('accepted') or ()],
            }
            for lang, own in by_language.items()
            if isinstance(own, dict)
        }
        for name, by_language in plain.items()
        if isinstance(by_language, dict)
    }


def label_pattern(label: str) -> str:
    """The pattern of an accepted label of rules/labels.yaml as whole words, {ORG} standing for any name.

    >>> re.search(label_pattern('Reklame for {ORG}'), 'REKLAME FOR Nordvik', re.I) is not None
    True
    """
    written = re.escape(label.strip()).replace(r'\{ORG\}', r'[\w@][^\n:|.,]{0,60}')
    return rf'(?<![\w#]){written}(?!\w)' if not label.startswith('#') else rf'{written}(?!\w)'
