"""Whether the drafts of a run are read for meaning too, and the line that tells how to get it where it is off."""

from __future__ import annotations

import os
import sys

from policycheck import machine
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from policycheck.compiled import Ruleset

ON, OFF, MISSING, UNLEARNED = 'on', 'off', 'missing', 'unlearned'


class Standing(NamedTuple):
    """ON; OFF where nobody wants it or no rule asks for it; MISSING: a model is; UNLEARNED: heads of that model are."""

    state: str = OFF
    how: str = ''
    """What to type, where something is missing."""

    @property
    def known(self) -> dict[str, str]:
        """The same, as reports for programs have it."""
        return {'meaning': self.state, **({'meaning_how': self.how} if self.how else {})}


def standing(ruleset: Ruleset, *, wanted: bool = True) -> Standing:
    """How it stands with a set of rules, in a run that wants meaning or not; loads no model.

    Raises InputError where the policy's folder of a model cannot be read.
    """
    policy, learned = ruleset.policy, ruleset.embedders
    asked = bool(learned) or any(test.finder == 'like' for test in ruleset.tests)
    if not wanted or policy.get('meaning') == 'off' or not asked:
        return Standing()
    if not learned:
        return Standing(UNLEARNED, training(ruleset))
    if not machine.provider(policy):
        return Standing(MISSING, machine.HOW)
    # slow to import, and needed only where there is a model
    from policycheck.judging.meaning import folder as model_folder
    from policycheck.learning import embed

    folder = model_folder(policy)
    if embed.named(folder) in learned:
        return Standing(ON)
    # of the package one release is pinned, and heads of that one are shipped
    return Standing(UNLEARNED, training(ruleset)) if folder else Standing(MISSING, machine.HOW)


def training(ruleset: Ruleset) -> str:
    """The command that learns: of the last folder of the policy's own that has example posts, else of the shipped."""
    from policycheck.compiling.load import named_folders
    from policycheck.schema.packs import learned_in

    path = ruleset.policy.get('path')
    shipped = machine.rules_folder()
    folder = learned_in(named_folders(ruleset.policy, path), shipped)
    words = machine.training(folder)
    if folder == shipped and path and machine.find(os.getcwd()) != os.path.abspath(path):
        words += ['--policy', path]
    return ' '.join(words)


def line(language: str, now: Standing) -> str:
    """The line for people where something is missing; '' where nothing is."""
    if not now.how:
        return ''
    # reports for programs need no words
    from policycheck.formats.messages import say

    windows = now.state == MISSING and sys.platform == 'win32'
    return say('meaning.windows' if windows else f'meaning.{now.state}', language, how=now.how)
