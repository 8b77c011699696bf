"""Which notices of rules/rights.yaml a writer is shown: by country, public or private employer, and language."""

from __future__ import annotations

from policycheck.model import Report
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

GENERAL = 'general'


class Notice(NamedTuple):
    """What the law of a country says of a writer's rights, and what that rests on.

    ``source`` is '' where nobody has read one; ``channel`` is the public place to report to, as it is
    shown, '' where none with a source is known.
    """

    jurisdiction: str
    text: str
    law: str
    source: str
    checked: str
    channel: str


def notices(report: Report, table: Mapping[str, Mapping[str, Any]], language: str) -> list[Notice]:
    """The notice of each jurisdiction in force, one of each, in the order of the policy.

    Each is in the reader's language where the table has it, else in English; a Norwegian reader of
    a draft in nynorsk gets nynorsk. A country that the table does not know has the general one.
    """
    languages: tuple[str, ...] = (language, 'en')
    if language == 'nb' and report.lang_note == 'nynorsk':
        languages = ('nn', *languages)
    sector = 'public' if report.context.public_body.value else 'private'
    known = {entry['jurisdiction'] for entry in table.values()}
    codes = report.context.jurisdictions.value or (GENERAL,)
    meant = dict.fromkeys(code if code in known else GENERAL for code in codes)
    return [
        _notice(entry)
        for code in meant
        if (entry := _best([one for one in table.values() if one['jurisdiction'] == code], sector, languages))
    ]


def _best(
    entries: Iterable[Mapping[str, Any]], sector: str, languages: Iterable[str]
) -> Mapping[str, Any] | None:
    """The entry for this kind of employer in the first of the languages that there is one in."""
    fitting = [entry for entry in entries if entry.get('sector', sector) == sector]
    for language in languages:
        for entry in fitting:
            if entry['lang'] == language:
                return entry
    return fitting[0] if fitting else None


def _notice(entry: Mapping[str, Any]) -> Notice:
    channel = entry.get('channel') or {}
    return Notice(
        jurisdiction=str(entry['jurisdiction']),
        text=str(entry['text']),
        law=str(entry.get('law') or ''),
        source=str(entry.get('source') or ''),
        checked=str(entry.get('checked') or ''),
        channel=', '.join(filter(None, (channel.get('name'), channel.get('at'))))
        if channel.get('source')
        else '',
    )
