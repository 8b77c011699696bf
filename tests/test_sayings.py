"""Kinds of saying that rules must know, and what only sounds alike, one a line in `sayings/LANG.tsv`.

A line holds `flag` or `pass`, the category, the account (`reply` after it for an answer) and the post. Other posts
than the examples of the rules, so that a rule is seen to reach further than those.
"""

from __future__ import annotations

from pathlib import Path

import engine
import pytest

from policycheck.compiled import Ruleset
from policycheck.model import ADVICE

SAYINGS = [
    pytest.param(path.stem, *line.split('\t'), id=f'{path.stem}-{number}')
    for path in sorted((Path(__file__).parent / 'sayings').glob('*.tsv'))
    for number, line in enumerate(path.read_text('utf-8').splitlines(), 1)
]


@pytest.mark.parametrize(('lang', 'expected', 'category', 'account', 'text'), SAYINGS)
def test_sayings(shipped: Ruleset, lang: str, expected: str, category: str, account: str, text: str) -> None:
    who, *reply = account.split()
    report = engine.report(shipped, text, lang, account=who, reply=bool(reply))
    told = {flag.rule.category for flag in report.flags if flag.level >= ADVICE}
    assert ('flag' if category in told else 'pass') == expected
