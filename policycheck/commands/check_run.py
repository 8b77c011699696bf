"""A run over many files: what is read, remembered, checked, and what is known when it ends."""

from __future__ import annotations

import os
from functools import partial

from policycheck.artefact import DamagedError
from policycheck.check import SlowError, check
from policycheck.commands import jobs as sharing
from policycheck.commands import options as shared
from policycheck.commands.progress import Interrupt, Progress
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.errors import InputError
from policycheck.machine import holds_waivers, keeps, provider
from policycheck.model import Draft, Report, Rule
from policycheck.readers import drafts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping
    from typing import Any

    from policycheck.repository.changed import Changed
    from policycheck.repository.recall import Book

    Part = Any
    """A file, as a path or as git has changed it; a post; an error in the place of either."""

Written = Report | InputError


class Run:
    """The rules of a run, and what has been seen of its drafts.

    ``given`` are the options of ``options.add_context``, ``reading`` has those of ``options.add_reading``;
    with ``remember`` files that have not changed since an earlier run are not checked again; ``jobs``
    processes share a long run, None: as many as pay.
    """

    def __init__(
        self,
        policy: str | None,
        rules: list[str],
        given: Mapping[str, Any],
        *,
        reading: Any,
        remember: bool = False,
        jobs: int | None = 1,
        meaning: bool = True,
        told: str | None = None,
    ) -> None:
        self.jobs = jobs
        """How many processes may share what comes; None: as many as pay."""
        self.again = partial(Run, policy, rules, given, reading=reading, remember=remember, meaning=meaning)
        self._policy = policy
        self._extra = rules
        self._given = given
        self.ruleset: Ruleset = load(policy, rules, told=told)
        self._layout = shared.layout(reading, self.ruleset.policy)
        self._meaning = meaning
        self._sensed: Ruleset | None = None
        self.slow = True
        """Whether spaCy may be imported; otherwise SlowError is raised for what another process had better do."""
        self.left = 0
        """Parts of a run that this process has left to the first one."""
        self.unsure = False
        self.progress = Progress()
        self.interrupt = Interrupt()
        self.book: Book | None = None
        self.clean: list[tuple[str, Report]] = []
        """Clean posts that have a file for themselves, with what the file is known by; new ones only."""
        self._rules: dict[str, Rule] = {}
        if remember and self.ruleset.signed:
            from policycheck.repository.recall import Book

            self.book = Book(
                policy,
                {
                    **{f'--{name}': value for name, value in given.items()},
                    '--map': reading.map,
                    '--split': reading.split,
                    '--no-meaning': not meaning or None,
                },
            )
            self.book.sign(*self.ruleset.signed)

    def reports(self, files: Iterable[str | InputError | Changed]) -> Iterator[Written]:
        """The report of every draft, in order; an error, told on standard error, for what is unreadable.

        After Ctrl-C it ends early, which is told there too.
        """
        parts = list(self._and_waivers(files))
        found = self._each(parts)
        self.progress.files = len(parts)
        if len(parts) > 1:
            # a single post is over before anybody could ask for a part of it
            self.interrupt.watch()
        try:
            for number, written in enumerate(found):
                if number == 1:
                    self.interrupt.watch()
                path = written.path if isinstance(written, InputError) else written.draft.path
                self.progress.step(path or '')
                if isinstance(written, InputError):
                    self.progress.clear()
                    shared.complain(written, self.language)
                elif written.unscreened == 'language' or (written.screened and not written.lang_sure):
                    self.unsure = True
                yield written
                if self.interrupt.asked:
                    from policycheck.commands.wording import say

                    self.progress.clear()
                    shared.warn(say('notice.interrupted', self.language))
                    break
        finally:
            found.close()
        self.interrupt.release()

    def _each(self, parts: Iterable[Part]) -> Generator[Written, None, None]:
        """What is written of each part, in their order; several processes share many of them."""
        for found in sharing.each(parts, self):
            yield from found

    def part(self, part: Part) -> Iterable[Written]:
        """The reports of a file or a post; SlowError is raised where they need spaCy and it may not be ``slow``."""
        return (self._check(part),) if isinstance(part, Draft) else self.file(part)

    @property
    def language(self) -> str:
        """What people are spoken to in, of errors and of what goes on; English until it is set."""
        return self.progress.language

    @language.setter
    def language(self, language: str) -> None:
        self.progress.language = language

    def learnt(self) -> tuple[list[bytes], list[tuple[str, Report]]]:
        """New verdicts and clean posts since it was last asked."""
        clean, self.clean = self.clean, []
        return self.book.given() if self.book else [], clean

    def learn(self, verdicts: list[bytes], clean: list[tuple[str, Report]]) -> None:
        """Takes what another process has learnt."""
        self.clean += clean
        if self.book:
            self.book.take(verdicts)

    def rule(self, name: str) -> Rule:
        """A rule by its id, those about waivers included."""
        from policycheck.waivers.keep_rules import KEEP_RULES

        return KEEP_RULES.get(name) or self._by_id()[name]

    def _and_waivers(
        self, files: Iterable[str | InputError | Changed]
    ) -> Iterator[str | InputError | Changed]:
        waivers: dict[str, None] = {}
        for file in files:
            path = file if isinstance(file, str) else None if isinstance(file, InputError) else file.path
            place = None if path is None or path == drafts.STDIN else keeps(path)
            if place:
                waivers[place] = None
            if place is None or not holds_waivers(path or ''):
                yield file
        yield from waivers

    def file(self, file: str | InputError | Changed) -> Iterator[Written]:
        """The reports of a file, as they are made."""
        if isinstance(file, InputError):
            yield file
        elif not isinstance(file, str):
            yield from self._each(file.posts(self._layout))
        elif holds_waivers(file):
            yield from self._waivers(file)
        elif self.book is None or file == drafts.STDIN:
            yield from self._each(drafts.load(file, self._layout))
        else:
            yield from self._remembered(file, self.book)

    def _remembered(self, path: str, book: Book) -> Iterator[Written]:
        """The reports of a file, from an earlier run where it has not changed."""
        from policycheck.repository import recall

        content = recall.content_of(path)
        if content is None:
            yield from self._each(drafts.load(path, self._layout))
            return
        from policycheck.repository import remembered

        key = book.key(path, content)
        said = book.find(book.about('reports', key))
        found = (
            None
            if said is None
            else remembered.read(said, list(drafts.read(path, content, self._layout)), self._by_id)
        )
        if found is not None:
            yield from found
            return
        reports: list[Report] = []
        whole = True
        for written in self._each(drafts.read(path, content, self._layout)):
            if isinstance(written, InputError):
                whole = False
            else:
                reports.append(written)
            yield written
        if not whole or not reports:
            return
        line = remembered.written(reports, self.ruleset)
        if line is not None:
            book.add(book.about('reports', key), line)
        if remembered.clean(reports):
            book.add(book.about('clean', key), str(len(reports)))
            if len(reports) == 1:
                self.clean.append((key, reports[0]))

    def _waivers(self, path: str) -> Iterator[Written]:
        """The report of a file of waivers, which is heard of only when something is wrong with it."""
        signed = self.book.waivers_signed(path) if self.book else None
        if signed is not None and signed in ('', _author(path)):
            return
        if not self.slow:
            raise SlowError
        fine = True
        for draft in drafts.load(path, self._layout):
            try:
                report = draft if isinstance(draft, InputError) else self._check(draft)
            except InputError as err:
                report = err
            if isinstance(report, InputError) or report.flags:
                fine = False
                yield report
        if fine and self.book:
            from policycheck.waivers import sidecar

            rows = sidecar.rows(path)
            named = any(row.waiver.by for row in rows)
            self.book.note_waivers(
                path, _author(path) if named else '', list(dict.fromkeys(row.file for row in rows))
            )

    def _check(self, draft: Draft) -> Report:
        try:
            return self._checked(draft)
        except DamagedError:
            self.ruleset = load(self._policy, self._extra, fresh=True)
            return self._checked(draft)

    @property
    def senses(self) -> bool:
        """Whether a model is asked what drafts read like."""
        return self._meaning and bool(provider(self.ruleset.policy))

    def _sense(self) -> None:
        """Gives the rules their sense of meaning, when the first draft has to be checked."""
        if self._sensed is not self.ruleset:
            self._sensed = self.ruleset
            if self.senses:
                # loading a model takes longer than most posts
                self.interrupt.watch()
                from policycheck.judging import meaning

                meaning.attach(self.ruleset)

    def _checked(self, draft: Draft) -> Report:
        self._sense()
        if holds_waivers(draft.path):
            from policycheck.repository import sidecar_report

            return sidecar_report.checked(draft, self.ruleset, self._given, self._layout)
        # a model takes longer than spaCy and is at hand in every process
        slow = self.slow or self.ruleset.sense is not None
        return check(draft, self.ruleset, self._given, slow=slow)

    def _by_id(self) -> dict[str, Rule]:
        if not self._rules:
            self._rules = {rule.id: rule for rule in self.ruleset.rules}
        return self._rules


def _author(place: str) -> str:
    from policycheck.repository import remembered

    return remembered.author_of(os.path.dirname(os.path.abspath(place)))
