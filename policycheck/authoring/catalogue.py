"""The rules of an organisation as their files hold them: which there are, where they stand, their level here."""

from __future__ import annotations

import os
from typing import Any

from policycheck.compiling.load import pack_folders
from policycheck.compiling.own_words import own_words
from policycheck.compiling.sources import RuleSource
from policycheck.errors import InputError
from policycheck.records import NamedTuple
from policycheck.schema import packs, policy
from policycheck.schema.packs import Pack

RIGHTS = 'rights'
"""Stands where a level does, for notices of rights."""


class Catalogue(NamedTuple):
    """``plain`` is the policy as JSON knows it, with its path; ``files`` the path of every rule by its id, sorted."""

    plain: dict[str, Any]
    packs: list[Pack]
    files: dict[str, str]

    def read(self, rule_id: str) -> RuleSource:
        """The rule of that id as its file holds it, with what the policy changes of its words.

        Raises InputError for an unknown id, a wrong file, or words that cannot be changed.
        """
        if rule_id not in self.files:
            from policycheck.strict_yaml.fields import nearest, suggestion

            # a name without its topic, as people remember it
            short = {name.rpartition('/')[2]: name for name in reversed(self.files)}
            meant = short.get(nearest(rule_id, short) or '')
            near = (
                f'; did you mean {meant}?'
                if meant and '/' not in rule_id
                else suggestion(rule_id, self.files)
            )
            raise InputError(f"there is no rule '{rule_id}'{near or '; policycheck rules list names them'}")
        source = RuleSource(rule_id, self.files[rule_id])
        source.changed = own_words(self.plain, rule_id, source.file)
        return source

    def level(self, source: RuleSource) -> str:
        """The level of a rule in this organisation: a name of LEVELS, or RIGHTS."""
        here = ((self.plain.get('rules') or {}).get(source.id) or {}).get('level')
        return str(here or source.file.level or RIGHTS)

    def id_of(self, path: str) -> str | None:
        """The id of a rule file that is part of a pack; None for any other file."""
        wanted = os.path.realpath(path)
        return next((name for name, own in self.files.items() if os.path.realpath(own) == wanted), None)


def catalogue(path: str | None) -> Catalogue:
    """The rules of a policy file, of the built-in starter policy where ``path`` is None.

    Rules that the policy switches off are among them. Raises InputError for a policy that is wrong.
    """
    chosen = policy.load(path) if path else policy.STARTER
    plain = {**policy.plain(chosen), 'path': path}
    own = [packs.read_pack(folder) for folder in pack_folders(plain, path)]
    files = {pack.rule_id(file): file for pack in own for file in pack.rules}
    return Catalogue(plain, own, dict(sorted(files.items())))
