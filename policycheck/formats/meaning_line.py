"""Whether the drafts of a run are read for meaning too, and the line that tells how to get it where it is missing."""

from __future__ import annotations

from policycheck import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from policycheck.compiled import Ruleset

ON, OFF, MISSING = 'on', 'off', 'missing'


def standing(ruleset: Ruleset, *, wanted: bool = True) -> str:
    """ON; OFF where nobody wants it or no rule asks for it; MISSING where only a model is. Loads nothing."""
    if not wanted or ruleset.policy.get('meaning') == 'off' or not ruleset.meta['heads']:
        return OFF
    return ON if places.provider(ruleset.policy) else MISSING


def line(language: str) -> str:
    """The line for MISSING."""
    # reports for programs need no words
    from policycheck.formats.messages import say

    return say('meaning.missing', language, how=places.HOW)
