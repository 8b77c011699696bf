"""SARIF 2.1.0 (OASIS, 2020): findings for code scanning, with rules, fixes, fingerprints and suppressions."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from typing import Any, TextIO

from policycheck import __version__
from policycheck.errors import InputError
from policycheck.formats.jsonl import safe
from policycheck.formats.located import Located, located, slashed
from policycheck.formats.messages import say
from policycheck.formats.options import Counts, Options, Tally, Written, in_language
from policycheck.lines import Lines
from policycheck.model import LEVELS, Draft, Fix, Rule

_LEVELS = {'stop': 'error', 'warn': 'warning', 'advice': 'note', 'note': 'note', 'rights': 'none'}
_NO_URI = "[^A-Za-z0-9._~/!$&'()*+,;=@-]"
_SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'


def write(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write one log with one run; a draft that cannot be read is a notification of the tool."""
    tally = Tally(options)
    rules: dict[str, tuple[int, Rule]] = {}
    results: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for report in tally.counted(reports):
        if isinstance(report, InputError):
            errors.append(_notification(report))
            continue
        lines = Lines(report.draft.source)
        for row in located(report, options, lines):
            number = rules.setdefault(row.rule, (len(rules), row.flag.rule))[0]
            results.append(_result(row, number, report.draft, lines))
    if not tally.whole:
        errors.append(_told(say('interrupted', options.screen_language)))
    driver = {
        'name': 'policycheck',
        'version': __version__,
        'informationUri': 'https://pypi.org/project/policycheck/',
        'rules': [_rule(rule, options) for _, rule in rules.values()],
    }
    run = {
        'tool': {'driver': driver},
        'columnKind': 'unicodeCodePoints',
        'invocations': [{'executionSuccessful': not errors, 'toolExecutionNotifications': errors}],
        'results': results,
        'properties': options.meaning.known,
    }
    log = {'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]}
    out.write(safe(json.dumps(log, ensure_ascii=False, indent=1), options.unicode) + '\n')
    return tally.counts()


def _rule(rule: Rule, options: Options) -> dict[str, Any]:
    language = options.screen_language
    why, advice = in_language(rule.why, language), in_language(rule.advice, language)
    sources = '\n'.join(f'- [{title}]({url})' for title, url in rule.sources)
    return {
        'id': rule.id,
        'name': rule.id.title().replace('/', '').replace('-', ''),
        'shortDescription': {'text': in_language(rule.title, language)},
        'fullDescription': {'text': why},
        'help': {'text': f'{why} {advice}', 'markdown': f'{why}\n\n{advice}\n\n{sources}'.strip()},
        'defaultConfiguration': {'level': _LEVELS['rights' if rule.rights else LEVELS[rule.level]]},
        'properties': {'category': rule.category, 'tags': [rule.category]},
    }


def _result(row: Located, number: int, draft: Draft, lines: Lines) -> dict[str, Any]:
    result: dict[str, Any] = {
        'ruleId': row.rule,
        'ruleIndex': number,
        'level': _LEVELS[row.level],
        'kind': 'informational' if row.level == 'rights' else 'fail',
        'message': {'text': f'{row.title}: {row.message}' + (f' {row.like}' if row.like else '')},
        'locations': [_location(row)],
        'partialFingerprints': {'policycheck/v1': row.fingerprint},
        'properties': {'level': row.level, 'draft': row.draft, 'finder': row.flag.finder},
    }
    if row.flag.fixes:
        result['fixes'] = [_fix(fix, draft, lines) for fix in row.flag.fixes]
    if row.kept is not None:
        result['suppressions'] = [{'kind': 'external', 'status': 'accepted', 'justification': row.kept}]
    return result


def _location(row: Located) -> dict[str, Any]:
    region = {
        'startLine': row.line,
        'startColumn': row.column,
        'endLine': row.end_line,
        'endColumn': row.end_column,
        'snippet': {'text': row.quote},
    }
    return {'physicalLocation': {'artifactLocation': {'uri': uri(row.path)}, 'region': region}}


def _fix(fix: Fix, draft: Draft, lines: Lines) -> dict[str, Any]:
    line, column = lines.place(fix.span.start)
    end_line, end_column = lines.place(fix.span.end)
    region = {'startLine': line, 'startColumn': column, 'endLine': end_line, 'endColumn': end_column}
    replacement = {'deletedRegion': region, 'insertedContent': {'text': fix.text}}
    return {
        'description': {'text': f'“{draft.source[fix.span.start : fix.span.end]}” → “{fix.text}”'},
        'artifactChanges': [{'artifactLocation': {'uri': uri(draft.path)}, 'replacements': [replacement]}],
    }


def _notification(error: InputError) -> dict[str, Any]:
    said = _told(error.message)
    if error.path:
        place: dict[str, Any] = {'artifactLocation': {'uri': uri(error.path)}}
        if error.line:
            place['region'] = {'startLine': error.line}
        said['locations'] = [{'physicalLocation': place}]
    return said


def _told(message: str) -> dict[str, Any]:
    return {'level': 'error', 'message': {'text': message}}


def uri(path: str) -> str:
    """A path as a reference of RFC 3986: relative where it is, else a URI of a file; its bytes escaped.

    >>> uri('a:b å%.md'), uri('/tmp/#1.md')
    ('a%3Ab%20%C3%A5%25.md', 'file:///tmp/%231.md')
    """
    drive, rest = os.path.splitdrive(slashed(path))
    escaped = re.sub(_NO_URI, lambda sign: ''.join(f'%{byte:02X}' for byte in _bytes(sign[0])), rest)
    if not os.path.isabs(path):
        return escaped
    # a share of Windows begins with the two slashes that a host does
    return f'file:{drive}{escaped}' if drive.startswith('//') else f'file:///{drive}{escaped.lstrip("/")}'


def _bytes(sign: str) -> bytes:
    try:
        # a byte of a name that is no UTF-8
        return sign.encode('utf-8', 'surrogateescape')
    except UnicodeEncodeError:
        return b'?'
