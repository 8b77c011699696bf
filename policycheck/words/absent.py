"""What is said of a class or word list that a phrase or an entry names in vain."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def absent(name: str, known: Iterable[str], lang: str, elsewhere: Collection[str]) -> str:
    """One sentence without its place: what is missing in ``lang``, and what may have been meant.

    ``known`` are the names that may stand in that language, ``elsewhere`` those of the word lists
    that there are in some language.
    """
    # rapidfuzz is a slow import for rules that are right
    from policycheck.strict_yaml.fields import suggestion

    if name in elsewhere:
        return f'the word list {name} has no {lang}; write {lang}: in it, or take {{{name}}} out here'
    near = suggestion(name, known) or '; policycheck rules list --words names them'
    return f"there is no class or word list '{name}'{near}"


def circular(name: str, way: Collection[str]) -> str:
    """One sentence of a word list that includes itself; ``way`` are the lists between, in their order."""
    through = f' through {" and ".join(way)}' if way else ''
    return f'the word list {name} includes itself{through}; take one of these entries out'
