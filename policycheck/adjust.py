"""What a rule's level becomes: its own adjustments top to bottom, then the account and the shield."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from policycheck.kinds.require import labelled
from policycheck.kinds.view import Match, View
from policycheck.model import ADVICE, LEVELS, NOTE, OFF, STOP, Context, Flag
from policycheck.nlp import marks, match
from policycheck.nlp.parse import MARKS, Parse


class Situation(NamedTuple):
    """A match where it stands: what the conditions of ``adjust`` are asked of."""

    view: View
    match: Match
    context: Context


def adjusted(
    level: int, rights: bool, entries: Iterable[Mapping[str, Any]], situation: Situation
) -> tuple[int, tuple[str, ...]]:
    """The level after the entries whose conditions hold, each seeing what the one before left, and why.

    OFF ends. A notice of rights has no level: it starts above OFF and is only ever turned off.
    The reasons name what held: marks, 'account', 'channel', 'has' and the like.
    """
    level = max(level, NOTE) if rights else level
    reasons: list[str] = []
    for entry in entries:
        held = _holds(entry, situation)
        if held is None:
            continue
        before = level
        if entry.get('level') is not None:
            level = LEVELS.index(entry['level'])
        if entry.get('lower'):
            level = max(NOTE, level - entry['lower'])
        level = min(STOP, level + (entry.get('raise') or 0))
        if level != before:
            reasons.extend(reason for reason in held if reason not in reasons)
        if level == OFF:
            break
    return level, tuple(reasons)


def _holds(entry: Mapping[str, Any], situation: Situation) -> list[str] | None:
    """What made the conditions hold, or None where one does not; no condition always holds."""
    held: list[str] = []
    wanted = entry.get('if')
    if wanted:
        found = [name for name in wanted if _is(name, situation)]
        if not found:
            return None
        held.extend(found)
    if any(_is(name, situation) for name in entry.get('unless') or ()):
        return None
    context = situation.context
    for key in ('account', 'channel', 'sector'):
        if entry.get(key) is not None:
            if getattr(context, key).value not in _listed(entry[key]):
                return None
            held.append(key)
    for key in ('reply', 'listed', 'public_body', 'silent_period', 'paid'):
        if entry.get(key) is not None:
            if bool(getattr(context, key).value) != entry[key]:
                return None
            held.append(key)
    if entry.get('jurisdiction') is not None:
        if not set(_listed(entry['jurisdiction'])) & set(context.jurisdictions.value):
            return None
        held.append('jurisdiction')
    if entry.get('sensitive_topic') is not None:
        if bool(situation.view.parse.of('sensitive_topic')) != entry['sensitive_topic']:
            return None
        held.append('sensitive_topic')
    if entry.get('has') is not None:
        if not _has(entry, situation):
            return None
        held.append('has')
    return held


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is(name: str, situation: Situation) -> bool:
    if name in MARKS:
        return name in marks.of_parts(situation.view.parse, situation.match.parts)
    value = getattr(situation.context, name, None)
    return bool(value is not None and value.value)


def _has(entry: Mapping[str, Any], situation: Situation) -> bool:
    view, parse = situation.view, situation.view.parse
    phrases: list[int] = entry['has'].get(parse.grammar.lang) or []
    within = entry.get('in') or 'sentence'
    if 'label' in entry['has'] and labelled(view, entry['has']['label'], within):
        return True
    parts = situation.match.parts
    for phrase in phrases:
        tree, key = view.trees[phrase], ('phrase', phrase)
        if within in ('post', 'first_line'):
            hits = match.find(parse, tree, key)
            if hits and (within == 'post' or _in_first_line(parse, hits[0].start)):
                return True
            continue
        unit = parse.clause_of if within == 'clause' else parse.sentence_of
        own = {unit[token] for start, end in parts for token in range(start, end)}
        if any(
            unit[hit.start] in own and (hit.start, hit.end) not in parts
            for hit in match.find_near(parse, tree, key, parts)
        ):
            return True
    return False


def _in_first_line(parse: Parse, token: int) -> bool:
    return '\n' not in parse.text[: parse.tokens.starts[token]].lstrip()


def shielded(flag: Flag, shield: bool, context: Context) -> tuple[int, tuple[str, ...]]:
    """Level and reasons of a flag after the table of levels, rights and verdict in DESIGN.

    Opinion rules: at most advice on a personal account; with the shield at most note there and
    at most advice on an official account. Other rules keep their level; a stop beside the shield
    on a personal account says that the rest is the writer's to say.
    """
    level, reasons = flag.level, flag.reasons
    personal = context.account.value == 'personal'
    if flag.rule.opinion:
        lowered = shield and flag.rule.despite_rights is None
        most = (NOTE if personal else ADVICE) if lowered else (ADVICE if personal else STOP)
        if level > most:
            return most, (*reasons, 'shield' if lowered else 'account')
    elif shield and personal and level == STOP:
        return level, (*reasons, 'only_this_part')
    return level, reasons
