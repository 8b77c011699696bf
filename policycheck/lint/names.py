"""Names of files that nothing can name: a rule in policycheck.yaml, a word list in a phrase."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from policycheck.lint.finding import Finding

_RULE = re.compile(r'[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*')
_LIST = re.compile(r'[a-z][a-z0-9_]*')
_WRITTEN = str.maketrans({'æ': 'ae', 'ø': 'o', 'ß': 'ss'})


def findings(rules: Mapping[str, str], lists: Iterable[str]) -> Iterator[Finding]:
    """The rules (paths by id) and word lists (paths) whose names cannot be written where they are asked for."""
    for name, path in rules.items():
        if not _RULE.fullmatch(name):
            yield Finding(path, 1, 'rule_name', {'name': name, 'better': _plain(name, '-')})
    for path in lists:
        name = os.path.splitext(os.path.basename(path))[0]
        if not _LIST.fullmatch(name):
            yield Finding(path, 1, 'list_name', {'name': name, 'better': _plain(name, '_')})


def _plain(name: str, between: str) -> str:
    """The name in letters that may be written.

    >>> _plain('strøm/Vær ute', '-'), _plain('strömavbrott-2', '_')
    ('strom/vaer-ute', 'stromavbrott_2')
    """
    bare = unicodedata.normalize('NFKD', name.lower().translate(_WRITTEN)).encode('ascii', 'ignore').decode()
    return '/'.join(re.sub(r'[^a-z0-9]+', between, part).strip(between) for part in bare.split('/'))
