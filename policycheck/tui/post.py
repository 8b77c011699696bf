"""The post that is being written, the file it came from, and what all screens share of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from policycheck.errors import InputError
from policycheck.keep import covers
from policycheck.machine import keeps
from policycheck.model import Draft, Flag, Setting, Waiver
from policycheck.readers import front_matter, mdx
from policycheck.readers.front_matter import FrontMatter
from policycheck.readers.headed import after_mark, headed
from policycheck.tui.checking import Checker
from policycheck.tui.keeps import Kept
from policycheck.tui.look import Look
from policycheck.tui.settings import Settings
from policycheck.waivers import sidecar


@dataclass
class Post:
    """A text and what belongs to it.

    ``head`` is what stands before the text in its file (front matter), ``settings`` what it says;
    ``given`` what was chosen on the screen, by name as check wants it; ``written`` the text as it
    was last saved or copied.
    """

    text: str = ''
    path: str | None = None
    head: str = ''
    markup: str = 'none'
    settings: dict[str, Setting] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    keeps: list[Kept] = field(default_factory=list)
    written: str = ''
    finished: str = ''
    """The text that last went through the gate."""
    cursor: tuple[int, int] = (0, 0)
    raw: str = ''
    """The text as it stands in its file, where lines may end in more than one way."""
    digest: str = ''
    """Of the bytes of the file as they were read or written, '' for none."""

    @property
    def source(self) -> str:
        """The file as it would be, but for what is newly kept."""
        return self.head + self.text

    def draft(self) -> Draft:
        """The post as the reader of its file makes it: with the titles of its front matter and all waivers."""
        name, source = self.path or '-', self.source
        marked = int(self.head.startswith('\ufeff'))
        draft = Draft(
            name,
            name,
            source,
            source[marked:],
            self.markup,
            after_mark(source) if marked else None,
            self.settings,
        )
        said = self._said()
        if said:
            text, places, heads = headed(source, marked, said)
            kept = {_entry(one) for one in self.keeps}
            waivers = tuple(one for one in said.waivers if not self.head or _entry(one) in kept)
            settings = self.settings if self.head else said.settings
            draft = draft._replace(text=text, places=places, heads=heads, waivers=waivers, settings=settings)
        if name.lower().endswith('.mdx'):
            draft = mdx.read(draft)
        place = keeps(self.path) if self.path else None
        try:
            return sidecar.with_waivers(draft, place) if place else draft
        except InputError:
            # check tells of it, when it comes by that file
            return draft

    def _said(self) -> FrontMatter | None:
        """What the front matter says, which in a new post may stand in the text."""
        typed = not self.head and self.text.startswith(('---', '+++', '{'))
        if self.markup != 'markdown' or not (self.head or typed):
            return None
        try:
            return _read(self.head or self.text, self.path or '-')
        except InputError:
            # it is still being typed
            return None

    def without(self, flag: Flag, draft: Draft) -> list[Kept]:
        """What is kept without the entries of the front matter that keep a flag in a draft of this post."""
        said = self._said()
        own = {_entry(one) for one in (said.waivers if said else ()) if covers(one, flag, draft)}
        return [one for one in self.keeps if _entry(one) not in own]

    @property
    def unsaved(self) -> bool:
        """Whether the text is nowhere but here."""
        return bool(self.text.strip()) and self.text != self.written


@lru_cache(maxsize=4)
def _read(head: str, path: str) -> FrontMatter | None:
    return front_matter.read(head, int(head.startswith('\ufeff')), path)


def _entry(one: Kept | Waiver) -> tuple[str, str, str, str, str]:
    return one.rule, one.words, one.reason, one.until, one.by


@dataclass
class Desk:
    """What the screens share; it outlives a change of language."""

    look: Look
    settings: Settings
    checker: Checker
    post: Post
    greeting: str = ''
    """A short message for the start, '' for none."""
