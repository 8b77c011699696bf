"""The examples in rule files, run: what each was to flag, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.fix import applied, together
from policycheck.model import LEVELS, Draft, Flag, Likes, Report, Setting
from policycheck.records import NamedTuple
from policycheck.schema.finders import FINDERS

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
    """The outcomes of a rule's examples (as in its file, by language), in the order of the file.

    Words are asked, so that every computer says the same; meaning where a rule goes by that ``alone``.
    """
    likes = None if alone(rule_id, ruleset) else Likes()
    for lang, own in examples.items():
        for example in own.get('flags') or ():
            written, settings = _parts(example)
            text, spans = bare(written)
            flags = _flags(rule_id, text, lang, settings, ruleset, likes)
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
                _places(_flags(rule_id, written, lang, settings, ruleset, likes)),
            )
        for written, expected in (own.get('fixes') or {}).items():
            text, spans = bare(written)
            flags = _flags(rule_id, text, lang, {}, ruleset, likes)
            yield Outcome(rule_id, lang, 'fixes', text, spans, _places(flags), expected, fixed(text, flags))


def alone(rule_id: str, ruleset: Ruleset) -> str | None:
    """The category of a rule that goes by meaning alone, None of any other."""
    for number, rule in enumerate(ruleset.rules):
        if rule.id == rule_id and [*filter(ruleset.origins[number]['lines'].get, FINDERS)] == ['like']:
            return next(str(test.plain) for test in ruleset.tests if test[:2] == (number, 'like'))
    return None


def heard(rule_id: str, ruleset: Ruleset) -> bool:
    """Whether a rule's examples can be run: not where it goes by meaning alone, and no head is at hand."""
    category = alone(rule_id, ruleset)
    return category is None or (ruleset.sense is not None and category in ruleset.sense.categories)


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


def _flags(
    rule_id: str, text: str, lang: str, settings: Mapping[str, Any], ruleset: Ruleset, likes: Likes | None
) -> list[Flag]:
    report = report_of(text, lang, settings, ruleset, likes)
    return [flag for flag in report.fired if flag.rule.id == rule_id]


def report_of(
    text: str, lang: str, settings: Mapping[str, Any], ruleset: Ruleset, likes: Likes | None = None
) -> Report:
    """The report of an example in the context that it sets; ``likes`` as ``check`` takes it."""
    own = {'scheduled': Setting(settings['date'], 'example')} if settings.get('date') else {}
    draft = Draft('example', 'example', text, text, settings=own)
    return check(draft, ruleset, {**settings, 'lang': lang}, likes=likes)


def _places(flags: list[Flag]) -> list[tuple[int, int]]:
    return sorted((flag.text_span.start, flag.text_span.end) for flag in flags)
