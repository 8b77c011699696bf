"""The post that is being written, the file it came from, and what all screens share of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from policycheck.model import Draft, Setting
from policycheck.tui.checking import Checker
from policycheck.tui.keeps import Kept
from policycheck.tui.look import Look
from policycheck.tui.settings import Settings


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

    def draft(self) -> Draft:
        """The text as check wants it; front matter is no part of it, what that says is."""
        name = self.path or '-'
        return Draft(
            id=name, path=name, source=self.text, text=self.text, markup=self.markup, settings=self.settings
        )

    @property
    def unsaved(self) -> bool:
        """Whether the text is nowhere but here."""
        return bool(self.text.strip()) and self.text != self.written


@dataclass
class Desk:
    """What the screens share; it outlives a change of language."""

    look: Look
    settings: Settings
    checker: Checker
    post: Post
    greeting: str = ''
    """A short message for the start, '' for none."""
