"""What can be told of a flag: the lines that found it, the words that fill them, what made its level."""

from __future__ import annotations

from policycheck.model import Flag, Span
from policycheck.reads import Reads
from policycheck.records import NamedTuple


class Words(NamedTuple):
    """A stretch of the draft: its place in the source and the source there."""

    span: Span
    quote: str


class Named(NamedTuple):
    """A part of a phrase as it is written, a mark or a condition, and the words that fill it or set it."""

    name: str
    words: Words | None


class Line(NamedTuple):
    """A line of a rule file that found something: its number from 1, its text, and where.

    ``filled``: the parts of the phrase and their words. ``points`` of a line that has some.
    """

    line: int
    text: str
    words: Words
    filled: tuple[Named, ...] = ()
    points: int | None = None
    path: str | None = None
    """Of the policy, where it is the policy that has the line."""


class Change(NamedTuple):
    """What set or changed a level: 'rule', 'policy', 'meaning', 'adjust', 'account' or 'shield'; levels by name.

    ``line`` is of the rule file, ``because`` what held and the words that made it hold, ``said`` the
    policy's reason.
    """

    by: str
    before: str | None
    after: str
    line: int | None = None
    because: tuple[Named, ...] = ()
    said: str | None = None


class Why(NamedTuple):
    """Why a flag is there.

    ``unit``: 'clause' or 'sentence', the smallest that holds all of it, with its words in
    ``within``; None where it is larger or nothing of that kind. ``needs`` points, where there are
    points. ``inside``: lines that found something in the same place. ``measured``: of a limit, what
    was counted and how much may be.
    """

    flag: Flag
    path: str
    lines: tuple[Line, ...]
    unit: str | None
    within: Words | None
    marks: tuple[Named, ...]
    changes: tuple[Change, ...]
    inside: tuple[Line, ...]
    needs: int | None = None
    measured: tuple[float, float] | None = None
    kept: str | None = None
    """The reason of the waiver that keeps it; None for a flag that counts."""
    reads: Reads | None = None
    """What the head of the flag's category says of the draft, where meaning was asked."""
    reworded: str | None = None
    """Why the policy has changed the words that the rule looks for; None where it has not."""
