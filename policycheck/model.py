"""The nouns of policycheck, frozen: a draft, a rule, a flag, a fix, a report; every run loads them and little else."""

from __future__ import annotations

from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from typing import Any

LANGUAGES = ('en', 'nb', 'sv', 'fi')
"""The languages that drafts are screened in and people are spoken to in."""

CHANNELS = (
    'x', 'bluesky', 'mastodon', 'threads', 'linkedin', 'facebook', 'instagram', 'tiktok', 'youtube', 'other',
)  # fmt: skip
"""Where posts are published: the ids of rules/channels.yaml."""

JURISDICTIONS: dict[str, tuple[str, ...]] = {'en': (), 'nb': ('NO',), 'sv': ('SE',), 'fi': ('FI',)}
"""The countries whose law is meant, by language, where a policy names none; English is written everywhere."""

LEVELS = ('off', 'note', 'advice', 'warn', 'stop')
"""Names of the levels, the gravest last; a level is its index here."""

OFF, NOTE, ADVICE, WARN, STOP = range(5)

Texts = dict[str, str]
"""A text for people by language code; all of LANGUAGES unless a rule lists fewer."""


class Span(NamedTuple):
    """A stretch of text in code points, ``end`` not included."""

    start: int
    end: int


class Setting(NamedTuple):
    """A value in force and where it comes from, for people: ``('linkedin', 'front matter')``."""

    value: Any
    origin: str


class Places:
    """A monotone table from offsets of a text to offsets of the text it was made from.

    ``starts[i]`` is where the i-th character begins in the older text, ``ends[i]`` where it ends;
    both as long as the newer text.
    """

    __slots__ = ('ends', 'starts')

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        self.starts = starts
        self.ends = ends

    def span(self, start: int, end: int) -> Span:
        """The stretch of the older text that a stretch of the newer one came from."""
        if start < end:
            return Span(self.starts[start], self.ends[end - 1])
        at = self.starts[start] if start < len(self.starts) else self.ends[-1] if self.ends else 0
        return Span(at, at)


class Placed(NamedTuple):
    """The places of a text, and how another one is written in its place: an escape of escapes.py."""

    places: Places
    escape: str


class Head(NamedTuple):
    """A title or description beside a post, checked with it and not counted as part of it.

    ``span`` is its place in the draft's text, ``source`` in the file, ``escape`` how it is written there.
    """

    span: Span
    source: Span
    escape: str


class Listed(NamedTuple):
    """The place of a waiver in its list, ``flow`` for one in brackets; where its neighbours end and begin."""

    span: Span
    before: int | None
    after: int | None
    flow: bool
    total: int
    whole: Span | None
    """The lines of the list and its keys; None where they share them with something else."""


class Waiver(NamedTuple):
    """Words that somebody keeps in spite of a rule, as they wrote it down beside the post.

    ``until`` is the last ISO date on which it counts, '' for no end; ``by`` who stands for it, or ''.
    """

    rule: str
    words: str
    reason: str
    until: str
    by: str
    path: str
    """The file it stands in: the draft's own, or one beside it."""
    span: Span
    """Place of the rule's name in that file."""
    lines: Span | None
    """Its lines, with the keys above where it is the only one; None where it shares them with something else."""
    listed: Listed


class Draft(NamedTuple):
    """One post as it was handed in.

    ``source`` is the whole file as decoded text, line ends as they are. ``text`` is the post in
    it, what is no part of the post (front matter) blanked in place. ``markup`` is 'none' or
    'markdown': markup.py blanks it before the text is screened. ``places`` maps an offset of
    ``text`` to ``source``; None means that they are the same. ``settings`` holds what the draft
    says of itself, by name: lang, channel, account, reply, paid, scheduled (an ISO date), title.
    """

    id: str
    path: str
    source: str
    text: str
    markup: str = 'none'
    places: Places | None = None
    settings: dict[str, Setting] = {}  # noqa: RUF012, read only, as all of a draft
    escape: str = 'none'
    """How a text is written in the source: one of escapes.py."""
    waivers: tuple[Waiver, ...] = ()
    heads: tuple[Head, ...] = ()
    """In the order of the text; the post begins after them."""
    apart: tuple[tuple[Span, Span], ...] = ()
    """What stands in the text and is told beside it, in order: its place, and that with what parts it from the rest."""


class Context(NamedTuple):
    """Where and by whom a draft is to be published; every field a Setting.

    account: 'personal' or 'official'; channel: an id of rules/channels.yaml or 'other';
    reply, paid, listed, public_body: bool; jurisdictions: tuple of codes (NO, SE, FI, US, GB, EU);
    sector: text or None; date: the ISO date the post is meant for (today, unless it is scheduled);
    silent_period: bool; sales_channel: whether selling is what the policy says that the channel is for,
    None where it does not say.
    """

    account: Setting
    channel: Setting
    reply: Setting
    paid: Setting
    jurisdictions: Setting
    sector: Setting
    listed: Setting
    public_body: Setting
    date: Setting
    silent_period: Setting
    sales_channel: Setting


class Fix(NamedTuple):
    """Put ``text`` in the place of ``span``, offsets of the draft's source."""

    span: Span
    text: str
    safe: bool
    """True only where the meaning of the post cannot change; others wait for a person."""


class Related(NamedTuple):
    """Another stretch of the draft that a flag rests on."""

    span: Span
    quote: str
    points: int | None = None


class Rule(NamedTuple):
    """What people are told about one do or don't; how it is found stands in its finders."""

    id: str
    category: str
    title: Texts
    short: Texts
    why: Texts
    advice: Texts
    level: int
    rights: bool
    """True for a notice of rights (the shield): never a fault."""
    opinion: bool
    ask: str | None
    precedents: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    checked: str
    locked: bool
    despite_rights: str | None


class Likeness(NamedTuple):
    """An exemplar that words of a draft read like: its category, text and language; the score, from 0 to 1."""

    category: str
    text: str
    lang: str
    score: float


class Likes(NamedTuple):
    """What meaning says of a text; nothing where it was not asked."""

    found: Mapping[str, tuple[int, int, Likeness]] = {}
    """By category, the stretch of the normalised text that carries what it reads like, and what that is."""
    unlike: Container[str] | None = None
    """The categories whose examples it reads unlike; None where no model was asked, and words decide."""


class Flag(NamedTuple):
    """A place in a draft that a rule speaks of."""

    rule: Rule
    level: int
    finder: str
    span: Span
    """Place in the draft's source."""
    quote: str
    """The source at the span, letter by letter."""
    text_span: Span
    """Place in the draft's text: the same as ``span`` for plain text."""
    related: tuple[Related, ...]
    fixes: tuple[Fix, ...]
    reasons: tuple[str, ...]
    """What changed the level, in order, as keys of the message table: 'quoted', 'shield', ..."""
    like: Likeness | None = None
    """What it reads like; beside another finder than 'like' it says that meaning agrees with the words."""
    opinion: bool = False
    """Whether it is about an opinion, which the account and the notice of rights cap."""
    also: tuple[Flag, ...] = ()
    """Flags of other rules of its category on the same words, no graver: they are told once."""

    def stands_in(self, draft: Draft) -> tuple[str, Span]:
        """The text that it is shown in, and its place there: the post's, the file's for a flag on a waiver."""
        return (draft.source, self.span) if self.finder == 'waiver' else (draft.text, self.text_span)


class Kept(NamedTuple):
    """A flag that was found and counts no longer."""

    flag: Flag
    reason: str
    how: str
    """'waiver' where somebody wrote the reason down, 'baseline' for one that was there before."""


class Report(NamedTuple):
    """All that is known of a draft after a check.

    ``lang`` is the language it was screened as, or what it seems to be when it was not screened; ``also``
    the second language of an unsure draft. ``lang_origin``: 'draft', 'policy', 'option' or 'detected'.
    ``screened`` False: nothing is known of its faults, see ``unscreened``. ``flags`` are in the order of the
    text, ``rights`` the notices of rights, no faults; ``kept`` is what a waiver or the baseline took out.
    """

    draft: Draft
    context: Context
    lang: str
    also: str | None
    lang_origin: str
    lang_sure: bool
    lang_note: str | None
    """'nynorsk' where a draft went to Norwegian as such; else None."""
    screened: bool
    unscreened: str | None
    """Why not: 'language' (not one of ours), 'empty'; else None."""
    flags: tuple[Flag, ...]
    rights: tuple[Flag, ...]
    kept: tuple[Kept, ...] = ()

    @property
    def fired(self) -> tuple[Flag, ...]:
        """Notices and flags of all rules that fired, those too that are told with another."""
        return (*self.rights, *(one for flag in self.flags for one in (flag, *flag.also)))

    @property
    def level(self) -> int:
        """The verdict: the highest level among the flags, OFF when there are none."""
        return max((flag.level for flag in self.flags), default=OFF)
