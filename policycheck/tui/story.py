"""What is told of a flag, part by part in a fixed order: where, why, what happened before, try, ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policycheck.compiled import Ruleset
from policycheck.formats import messages
from policycheck.formats.excerpt import shortened
from policycheck.formats.options import case, contact, like_key
from policycheck.formats.rights import Notice, notices
from policycheck.model import Report
from policycheck.records import NamedTuple
from policycheck.tui.fixing import edit
from policycheck.tui.follow import Item
from policycheck.tui.keeps import Kept
from policycheck.tui.look import RIGHTS, Look, shown

_AROUND = 3
"""Words shown on each side of a place."""


class Part(NamedTuple):
    """A heading, by the key of its text, and what stands under it."""

    key: str
    text: str


def parts(
    item: Item, text: str, report: Report, ruleset: Ruleset, look: Look, kept: Kept | None
) -> list[Part]:
    """The parts of a flag in the order in which they are read; what a rule does not know is left out."""
    return list(_parts(item, text, report, ruleset, look, kept))


def _parts(
    item: Item, text: str, report: Report, ruleset: Ruleset, look: Look, kept: Kept | None
) -> Iterator[Part]:
    rule = item.flag.rule
    if kept is not None:
        by = f' ({kept.by})' if kept.by else ''
        yield Part('part.kept', shown(kept.reason + by) or look.say('keep.done'))
    yield Part('part.where', around(item, text, look))
    if item.level == RIGHTS:
        yield from _rights(item, report, ruleset, look)
        return
    yield Part('part.why', look.texts(rule.why))
    if item.flag.finder == 'like':
        yield from _like(item, look)
    yield from _before(item, ruleset, look, 1)
    advice = look.texts(rule.advice)
    fix = edit(item, text, fresh=True)
    if fix is not None:
        old = text[fix.start : fix.end]
        shape = 'replace' if old and fix.text else 'insert' if fix.text else 'remove'
        said = messages.say(f'fix.{shape}', look.language, old=shown(old), new=shown(fix.text))
        advice = f'{look.plain(said)} {look.say("why.use")}\n{advice}'
    yield Part('part.try', advice)
    yield Part('part.ask', whom(item, ruleset.policy, look))
    yield from _added(item, look)


def around(item: Item, text: str, look: Look) -> str:
    """The words of a flag with a few on each side, in quotation marks."""
    if item.start < 0:
        return look.quote(' '.join(item.flag.quote[:200].split()))
    before = text[max(item.start - 200, 0) : item.start].split()
    after = text[item.end : item.end + 200].split()
    words = ' '.join(text[item.start : item.end][:200].split())
    first = text[: item.start].endswith((' ', '\n')) or not before
    left = ' '.join(before[-_AROUND:]) + (' ' if before and first else '')
    right = (' ' if text[item.end : item.end + 1].isspace() and after else '') + ' '.join(after[:_AROUND])
    dots = '…'
    return look.quote(
        f'{dots if before[:-_AROUND] else ""}{left}{words}{right}{dots if after[_AROUND:] else ""}'
    )


def whom(item: Item, policy: Mapping[str, Any], look: Look) -> str:
    """Whom to ask about a flag: who, where, and outside office hours too."""
    known = contact(item.flag.rule.ask or 'default', policy.get('contacts') or {})
    if not known:
        return look.say('why.nobody')
    late = known.get('out_of_hours')
    said = messages.say('ask.out_of_hours', look.language, at=late) if late else None
    return look.plain(shown(' · '.join(filter(None, (known.get('who'), known.get('at'), said)))))


def _before(item: Item, ruleset: Ruleset, look: Look, most: int) -> Iterator[Part]:
    table = ruleset.reference['precedents']
    told = []
    for name in item.flag.rule.precedents[:most]:
        if (known := table.get(name)) is not None:
            told.append(look.plain(shown(case(known, look.language))))
            if most > 1 and known.get('url'):
                told.append(shown(str(known['url'])))
    if told:
        yield Part('part.before', '\n'.join(told))


def _like(item: Item, look: Look) -> Iterator[Part]:
    if item.flag.like is not None:
        yield Part(f'part.{like_key(item.flag)}', look.quote(shortened(item.flag.like.text)))


def _added(item: Item, look: Look) -> Iterator[Part]:
    """What meaning may add to what words told: last, so that nothing moves which is being read."""
    if item.flag.reasons:
        told = '; '.join(look.word('reason', reason) for reason in item.flag.reasons)
        yield Part('part.level', told[:1].upper() + told[1:] + '.')
    if item.flag.finder != 'like':
        yield from _like(item, look)


def _rights(item: Item, report: Report, ruleset: Ruleset, look: Look) -> Iterator[Part]:
    found = notices(report, ruleset.reference['rights'], look.language)
    yield Part('part.know', look.texts(item.flag.rule.why))
    if item.flag.finder == 'like':
        yield from _like(item, look)
    for notice in found:
        yield Part('part.law', look.plain(shown(notice.text)))
    yield Part('part.report', look.plain(shown('\n'.join(channels(ruleset.policy, found, look)))))
    advice = look.texts(item.flag.rule.advice)
    if advice:
        yield Part('part.try', advice)
    sources = [
        f'{notice.law}, {notice.source}' if notice.source else messages.say('read.none', look.language)
        for notice in found
    ]
    if sources:
        yield Part('part.source', look.plain(shown('\n'.join(sources))))
    if item.flag.finder != 'like':
        yield from _like(item, look)


def channels(policy: Mapping[str, Any], found: list[Notice], look: Look) -> Iterator[str]:
    """Where wrongdoing can be told: inside the organisation, else in public."""
    own = policy.get('reporting') or ()
    for channel in own:
        yield ', '.join(filter(None, (channel.get('name'), channel.get('at'))))
    if not own:
        yield messages.say('report.none', look.language)
        yield from filter(None, (notice.channel for notice in found))


def more(item: Item, ruleset: Ruleset, look: Look) -> list[Part]:
    """What is told beyond ``parts`` where somebody asks for more: all cases and the sources."""
    found = list(_before(item, ruleset, look, 99))
    sources = '\n'.join(shown(f'{title}, {url}') for title, url in item.flag.rule.sources)
    if sources:
        found.append(Part('part.source', look.plain(sources)))
    return found
