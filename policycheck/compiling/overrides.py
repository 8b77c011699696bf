"""Which rules a run is made of: what stands in the place of what, what the policy changes, and who may do so."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policycheck.compiling.own_words import own_words
from policycheck.compiling.sources import RuleSource, content
from policycheck.errors import InputError
from policycheck.model import LEVELS
from policycheck.schema.packs import Pack
from policycheck.strict_yaml.fields import suggestion
from policycheck.strict_yaml.yamlfile import Located, parse
from policycheck.words.entries import takes_out


def gathered(packs: Sequence[Pack], extra: Iterable[str]) -> dict[str, RuleSource]:
    """Every rule by its id: of packs that share an id the last one's, single files by their names.

    A single file that overrides the rule of its folder and name takes that one's id and place; one that lies
    in a pack is there already.
    Raises InputError for a rule that takes the place of another without saying why, or of a locked
    one without saying who decided it.
    """
    found: dict[str, RuleSource] = {}
    for pack in packs:
        before = dict(found)
        for path in pack.rules:
            source = RuleSource(pack.rule_id(path), path)
            _check_overrides(source, before)
            found[source.id] = source
    inside = {os.path.realpath(path) for pack in packs for path in pack.rules}
    for path in extra:
        if os.path.isdir(path):
            raise InputError(
                'this is a folder; name one rule file of it, or the folder under packs: in policycheck.yaml',
                path,
            )
        if os.path.realpath(path) in inside:
            continue
        folder, name = os.path.split(os.path.splitext(os.path.abspath(path))[0])
        source = RuleSource(name, path)
        beside = f'{os.path.basename(folder)}/{name}'
        if source.file.overrides and beside in found:
            # tried before it is put into a pack: it stands where it will stand
            source.id = beside
            _check_overrides(source, found)
        found[source.id] = source
    return found


def _check_overrides(source: RuleSource, before: Mapping[str, RuleSource]) -> None:
    said = source.file.overrides
    other = before.get(source.id)
    if other is None:
        if said is not None:
            raise InputError(
                f"'{source.id}' overrides nothing: there is no such rule in the packs before this one"
                f'{suggestion(source.id, before)}',
                source.path,
                source.located.line('overrides'),
            )
        return
    if said is None:
        raise InputError(
            f"'{source.id}' is the id of another rule ({other.path}); write overrides: and the reason "
            'to take its place, give the file another name, or name the packs in the other order',
            source.path,
            1,
        )
    if other.file.locked and not said.by:
        raise InputError(
            f"'{source.id}' is locked; nothing takes its place without by: and a name: "
            'overrides: {reason: ..., by: ...}',
            source.path,
            source.located.line('overrides'),
        )


def check_lists(files: Iterable[Sequence[tuple[str, Located]]], lang: str) -> None:
    """Raises InputError for a word list that takes words from those of earlier packs without saying why.

    ``files`` are, of each list, those that it comes from in a language, in the order of the packs.
    """
    for path, located in (later for own in files for later in own[1:]):
        taken = next((line for line in located.lines(lang) if takes_out(line.text)), None)
        if taken and not located.value.get('reason'):
            raise InputError(
                f"'{taken.text}' takes a word from another pack's list; add reason: and why, for those who ask later",
                path,
                taken.line,
            )


def chosen(sources: Mapping[str, RuleSource], policy: Mapping[str, Any]) -> list[RuleSource]:
    """The rules that the policy leaves on, sorted by id.

    Raises InputError, with the line of the policy, where it names a rule that does not exist, gives a
    level to a notice of rights, lowers a locked rule or takes words from it without saying who decided it,
    or changes words that cannot be changed.
    """
    changes = policy.get('rules') or {}
    for name, change in changes.items():
        if name not in sources:
            raise _refused(policy, name, f"rules: there is no rule '{name}'{suggestion(name, sources)}")
        file = sources[name].file
        level = change.get('level')
        if file.notice and level not in (None, 'off'):
            raise _refused(policy, name, f"rules: '{name}' is a notice of rights; it has no level but off")
        # a notice has no level of its own, but off is less than that too
        own = LEVELS.index(file.level) if file.level else len(LEVELS)
        if level and file.locked and not change.get('by') and LEVELS.index(level) < own:
            raise _refused(
                policy, name, f"rules: '{name}' is locked; it cannot be lowered without by: and a name"
            )
        sources[name].changed = own_words(policy, name, file)
    return [
        source for name, source in sorted(sources.items()) if (changes.get(name) or {}).get('level') != 'off'
    ]


def _refused(policy: Mapping[str, Any], name: str, message: str) -> InputError:
    path = policy.get('path')
    # the plain policy knows no lines; they are looked up for the one who needs them
    return InputError(message, path, parse(content(path), path).line('rules', name) if path else None)
