"""Reports as a log of verdicts keeps them: rules, places and levels; the words come from the file again."""

from __future__ import annotations

import os

from policycheck.artefact import DamagedError
from policycheck.errors import InputError
from policycheck.model import (
    OFF,
    Context,
    Draft,
    Fix,
    Flag,
    Kept,
    Likeness,
    Related,
    Report,
    Rule,
    Setting,
    Span,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from policycheck.compiled import Ruleset

_FIELDS = ('lang', 'also', 'lang_origin', 'lang_sure', 'lang_note', 'screened', 'unscreened')


def clean(reports: Iterable[Report]) -> bool:
    """Whether these posts were all screened and nothing at all was found, no notice of rights either."""
    return all(one.screened and not one.flags and not one.rights and not one.kept for one in reports)


def written(reports: list[Report], ruleset: Ruleset) -> str | None:
    """The reports of a file on one line; None where they cannot be kept without text of the posts."""
    own = _Texts(ruleset)
    rows = []
    for report in reports:
        kept = [(own.flag(one.flag), _number(report.draft, one)) for one in report.kept]
        flags = [own.flag(flag) for flag in (*report.flags, *report.rights)]
        if None in flags or any(None in pair for pair in kept):
            return None
        context = [[setting.value, setting.origin] for setting in report.context]
        fields = [getattr(report, name) for name in _FIELDS]
        rows.append([fields, context, flags, len(report.flags), kept, author(report.draft)])
    # what nothing was found in takes no importing of json to write
    return _as_json(rows) if clean(reports) else _dumped(rows)


def _as_json(value: Any) -> str:
    """A value of what JSON knows, as it writes it."""
    if value is None or isinstance(value, bool):
        return 'null' if value is None else 'true' if value else 'false'
    if isinstance(value, list | tuple):
        return f'[{",".join(map(_as_json, value))}]'
    if isinstance(value, str) and value.isascii() and value.isprintable() and not {'"', '\\'} & set(value):
        return f'"{value}"'
    return str(value) if isinstance(value, int) else _dumped(value)


def _dumped(value: Any) -> str:
    import json

    return json.dumps(value, separators=(',', ':'))


def author(draft: Draft) -> str:
    """A hash of who git signs as, where a waiver of the draft may hang on it; else ''."""
    if not any(one.by for one in draft.waivers):
        return ''
    folder = os.path.dirname(os.path.abspath(draft.path))
    return author_of(folder if os.path.isdir(folder) else os.getcwd())


def author_of(folder: str) -> str:
    """A hash of who git signs as in a folder."""
    # asked where a draft has waivers: slow to load, and few have
    from hashlib import blake2b

    from policycheck import git

    names = git.author(folder)
    return blake2b('\0'.join(sorted(names)).encode(), digest_size=8).hexdigest()


def _number(draft: Draft, kept: Kept) -> int | None:
    """Which waiver keeps a flag; its reason is in the file again."""
    found = (
        number
        for number, one in enumerate(draft.waivers)
        if kept.how == 'waiver' and (one.rule, one.reason) == (kept.flag.rule.id, kept.reason)
    )
    return next(found, None)


def read(
    said: str, posts: list[Draft | InputError], rules: Callable[[], dict[str, Rule]]
) -> list[Report] | None:
    """The reports of a file with these posts again; None where they do not fit it."""
    import json

    found: list[Report] = []
    try:
        rows = json.loads(said)
        for draft, row in zip(posts, rows, strict=True):
            if isinstance(draft, InputError):
                return None
            found.append(_report(draft, row, rules))
    except (ValueError, KeyError, TypeError, IndexError, DamagedError):
        return None
    return found


def _report(draft: Draft, row: Any, rules: Callable[[], dict[str, Rule]]) -> Report:
    fields, context, flags, count, kept, signed = row
    if signed != author(draft):
        raise ValueError
    again = [_flag(draft, plain, rules()) for plain in flags]
    settings = [
        Setting(tuple(value) if isinstance(value, list) else value, origin) for value, origin in context
    ]
    return Report(
        draft=draft,
        context=Context(*settings),
        **dict(zip(_FIELDS, fields, strict=True)),
        flags=tuple(again[:count]),
        rights=tuple(again[count:]),
        kept=tuple(
            Kept(_flag(draft, plain, rules()), draft.waivers[number].reason, 'waiver')
            for plain, number in kept
        ),
    )


def _flag(draft: Draft, plain: Any, rules: dict[str, Rule]) -> Flag:
    from policycheck.waivers.keep_rules import KEEP_RULES

    rule, level, finder, span, text_span, related, fixes, reasons, like, also = plain
    source = draft.source
    return Flag(
        rule=KEEP_RULES.get(rule) or rules[rule],
        level=level,
        finder=finder,
        span=Span(*span),
        quote=source[span[0] : span[1]],
        text_span=Span(*text_span),
        related=tuple(Related(Span(start, end), source[start:end], points) for start, end, points in related),
        fixes=tuple(Fix(Span(start, end), text, safe) for start, end, text, safe in fixes),
        reasons=tuple(reasons),
        like=None if like is None else Likeness(*like),
        also=tuple(_flag(draft, one, rules) for one in also),
    )


class _Texts:
    """What a flag may say without saying anything of the post: words that stand in the rules."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self._known: set[str] | None = None

    def flag(self, flag: Flag) -> list[Any] | None:
        """A flag as plain values; None where one of its changes has words of the post in it."""
        if flag.level == OFF and not flag.rule.rights:
            return None
        also = [self.flag(one) for one in flag.also]
        if not all(self._general(fix.text) for fix in flag.fixes) or None in also:
            return None
        return [
            flag.rule.id,
            flag.level,
            flag.finder,
            flag.span,
            flag.text_span,
            [[*side.span, side.points] for side in flag.related],
            [[*fix.span, fix.text, fix.safe] for fix in flag.fixes],
            flag.reasons,
            flag.like,
            also,
        ]

    def _general(self, text: str) -> bool:
        if not any(map(str.isalnum, text)):
            return True
        if any(text == rule.id for rule in self._ruleset.rules):
            return True
        if self._known is None:
            tables = (
                self._ruleset.judging(number).get('fix') or {} for number in range(len(self._ruleset.rules))
            )
            self._known = {own for table in tables for rows in table.values() for _, own in rows}
        return text in self._known or text[:1].lower() + text[1:] in self._known
