"""The examples in rule files, run: what each was to flag, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.fix import applied, together
from policycheck.model import LEVELS, Draft, Flag, Report, Setting
from policycheck.records import NamedTuple

_SPAN = re.compile(r'\[\[(.*?)\]\]', re.DOTALL)


class Outcome(NamedTuple):
    """One example of one rule: ``expected`` and ``found`` are places in ``text``, sorted.

    ``kind``: 'flags', 'passes' or 'fixes'. For fixes ``expected_text`` is what was to come out and
    ``found_text`` what came out; both are '' for the others.
    """

    rule: str
    lang: str
    kind: str
    text: str
    expected: list[tuple[int, int]]
    found: list[tuple[int, int]]
    expected_text: str = ''
    found_text: str = ''
    expected_level: str = ''
    found_level: str = ''

    @property
    def holds(self) -> bool:
        """Whether what was found is what was expected."""
        return (
            self.expected == self.found
            and self.expected_text == self.found_text
            and self.expected_level == self.found_level
        )


def outcomes(rule_id: str, examples: Mapping[str, Any], ruleset: Ruleset) -> Iterator[Outcome]:
    """The outcomes of a rule's examples (as in its file, by language), in the order of the file."""
    for lang, own in examples.items():
        for example in own.get('flags') or ():
            written, settings = _parts(example)
            text, spans = bare(written)
            flags = _flags(rule_id, text, lang, settings, ruleset)
            level = str(settings.get('level') or '')
            found = LEVELS[max(flag.level for flag in flags)] if flags and level else ''
            yield Outcome(rule_id, lang, 'flags', text, spans, _places(flags), '', '', level, found)
        for example in own.get('passes') or ():
            written, settings = _parts(example)
            yield Outcome(
                rule_id,
                lang,
                'passes',
                written,
                [],
                _places(_flags(rule_id, written, lang, settings, ruleset)),
            )
        for written, expected in (own.get('fixes') or {}).items():
            text, spans = bare(written)
            flags = _flags(rule_id, text, lang, {}, ruleset)
            yield Outcome(rule_id, lang, 'fixes', text, spans, _places(flags), expected, fixed(text, flags))


def bare(written: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its [[ ]], and the places that these enclosed.

    >>> bare('So [[it]] is.')
    ('So it is.', [(3, 5)])
    """
    spans: list[tuple[int, int]] = []
    pieces: list[str] = []
    at = size = 0
    for match in _SPAN.finditer(written):
        pieces += [written[at : match.start()], match[1]]
        size += match.start() - at
        spans.append((size, size + len(match[1])))
        size += len(match[1])
        at = match.end()
    return ''.join(pieces) + written[at:], spans


def fixed(text: str, flags: list[Flag]) -> str:
    """A text with all the fixes of these flags that can be made at once."""
    return applied(text, [(fix.span, fix.text) for fix in together(flags, unsafe=True)])


def _parts(example: Any) -> tuple[str, Mapping[str, Any]]:
    if isinstance(example, str):
        return example, {}
    plain = example if isinstance(example, dict) else example.model_dump(mode='json')
    return plain['text'], {
        key: value for key, value in plain.items() if key != 'text' and value not in (None, [], ())
    }


def _flags(rule_id: str, text: str, lang: str, settings: Mapping[str, Any], ruleset: Ruleset) -> list[Flag]:
    report = report_of(text, lang, settings, ruleset)
    return [flag for flag in report.fired if flag.rule.id == rule_id]


def report_of(text: str, lang: str, settings: Mapping[str, Any], ruleset: Ruleset) -> Report:
    """The report of an example in the context that it sets."""
    own = {'scheduled': Setting(settings['date'], 'example')} if settings.get('date') else {}
    return check(Draft('example', 'example', text, text, settings=own), ruleset, {**settings, 'lang': lang})


def _places(flags: list[Flag]) -> list[tuple[int, int]]:
    return sorted((flag.text_span.start, flag.text_span.end) for flag in flags)
