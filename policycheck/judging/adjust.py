"""What a rule's level becomes: its own adjustments top to bottom, then the account and the shield."""

from __future__ import annotations

from policycheck.kinds.require import labelled
from policycheck.kinds.view import Match, View
from policycheck.model import ADVICE, LEVELS, NOTE, OFF, STOP, WARN, Context, Flag
from policycheck.nlp import marks, match
from policycheck.nlp.parse import MARKS
from policycheck.records import NamedTuple
from policycheck.words.reading import TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


class Situation(NamedTuple):
    """A match where it stands: what the conditions of ``adjust`` are asked of."""

    view: View
    match: Match
    context: Context


class Held(NamedTuple):
    """A condition that held: a mark, 'account', 'channel', 'has' and the like, and the words that made it hold."""

    reason: str
    words: TokenSpan | None = None


class Step(NamedTuple):
    """What one entry of ``adjust`` did: its number, the level before and after it, and why it counted."""

    entry: int
    before: int
    after: int
    held: tuple[Held, ...]


def adjusted(
    level: int, rights: bool, entries: Iterable[Mapping[str, Any]], situation: Situation
) -> tuple[int, tuple[Step, ...]]:
    """The level after the entries whose conditions hold, each seeing what the one before left, and the steps.

    OFF ends. A notice of rights has no level: it starts above OFF and is only ever turned off.
    Entries that leave the level as it was are no steps.
    """
    level = max(level, NOTE) if rights else level
    steps: list[Step] = []
    for number, entry in enumerate(entries):
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
            steps.append(Step(number, before, level, tuple(held)))
        if level == OFF:
            break
    return level, tuple(steps)


def opinions(entries: Iterable[Mapping[str, Any]], situation: Situation) -> list[int]:
    """The entries, by number, that hold and say whether a match is an opinion."""
    return [
        number
        for number, entry in enumerate(entries)
        if entry.get('opinion') is not None and _holds(entry, situation)
    ]


def is_opinion(stated: bool, entries: Iterable[Mapping[str, Any]], situation: Situation) -> bool:
    """Whether a match is an opinion: what the last entry that holds says of it, else what the rule has ``stated``."""
    entries = list(entries)
    said = opinions(entries, situation)
    return bool(entries[said[-1]]['opinion']) if said else stated


def reasons(steps: Iterable[Step]) -> tuple[str, ...]:
    """What held in steps, each reason once, in their order."""
    return tuple(dict.fromkeys(held.reason for step in steps for held in step.held))


def _holds(entry: Mapping[str, Any], situation: Situation) -> list[Held] | None:
    """What made the conditions hold, or None where one does not; no condition always holds."""
    held: list[Held] = []
    wanted = entry.get('if')
    if wanted:
        found = [one for name in wanted if (one := _is(name, situation))]
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
            held.append(Held(key))
    for key in ('reply', 'listed', 'public_body', 'silent_period', 'paid'):
        if entry.get(key) is not None:
            if bool(getattr(context, key).value) != entry[key]:
                return None
            held.append(Held(key))
    if entry.get('sales_channel') is not None:
        # not the same as false: most policies do not say what a channel is for
        if context.sales_channel.value is not entry['sales_channel']:
            return None
        held.append(Held('sales_channel'))
    if entry.get('jurisdiction') is not None:
        if not set(_listed(entry['jurisdiction'])) & set(context.jurisdictions.value):
            return None
        held.append(Held('jurisdiction'))
    if entry.get('unlike') is not None:
        if entry['unlike'] not in (situation.view.likes.unlike or ()):
            return None
        held.append(Held('unlike'))
    if entry.get('sensitive_topic') is not None:
        topics = situation.view.parse.of('sensitive_topic')
        if bool(topics) != entry['sensitive_topic']:
            return None
        held.append(Held('sensitive_topic', topics[0] if topics else None))
    if entry.get('has') is not None:
        found_here = _has(entry, situation)
        if found_here is None:
            return None
        held.append(found_here)
    return held


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is(name: str, situation: Situation) -> Held | None:
    if name in MARKS:
        cue = marks.cue(situation.view.parse, name, situation.match.parts)
        return None if cue is None else Held(name, cue)
    value = getattr(situation.context, name, None)
    return Held(name) if value is not None and value.value else None


def _has(entry: Mapping[str, Any], situation: Situation) -> Held | None:
    """The words that a condition ``has`` asks for, where they stand; without words where a label does."""
    view, parse = situation.view, situation.view.parse
    phrases: list[int] = entry['has'].get(parse.grammar.lang) or []
    within = entry.get('in') or 'sentence'
    if 'label' in entry['has'] and labelled(view, entry['has']['label'], within):
        return Held('has')
    parts = situation.match.parts
    for phrase in phrases:
        tree, key = view.trees[phrase], ('phrase', phrase)
        if within in ('post', 'first_line'):
            hits = match.find(parse, tree, key)
            if hits and (within == 'post' or _in_first_line(view, hits[0].start)):
                return Held('has', (hits[0].start, hits[0].end))
            continue
        unit = parse.clause_of if within == 'clause' else parse.sentence_of
        own = {unit[token] for start, end in parts for token in range(start, end)}
        for hit in match.find_near(parse, tree, key, parts):
            # what makes it graver, and whom an opinion is of, may be the words found; what excuses them stands beside
            inside = entry.get('opinion') is not None or entry.get('raise') is not None
            if unit[hit.start] in own and (inside or (hit.start, hit.end) not in parts):
                return Held('has', (hit.start, hit.end))
    return None


def _in_first_line(view: View, token: int) -> bool:
    at = view.parse.tokens.starts[token]
    return '\n' not in view.parse.text[view.begins if at >= view.begins else 0 : at].lstrip()


def shielded(flag: Flag, shield: bool, context: Context) -> tuple[int, tuple[str, ...]]:
    """Level and reasons of a flag after the table of levels, rights and verdict in DESIGN.

    Opinions: at most advice on a personal account; with the shield at most note there and
    at most advice on an official account. Other flags keep their level; a warning or a stop beside
    the shield on a personal account says that the rest is the writer's to say.
    """
    level, reasons = flag.level, flag.reasons
    personal = context.account.value == 'personal'
    if flag.opinion:
        lowered = shield and flag.rule.despite_rights is None
        most = (NOTE if personal else ADVICE) if lowered else (ADVICE if personal else STOP)
        if level > most:
            return most, (*reasons, 'shield' if lowered else 'account')
    elif shield and personal and level >= WARN:
        return level, (*reasons, 'only_this_part')
    return level, reasons
