"""Checks beside the screen: one thread that reads the rules, takes the newest text, and tells what it found."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from policycheck.artefact import DamagedError
from policycheck.check import check, likes_of
from policycheck.compiling.load import load, named_folders
from policycheck.compiling.signature import signature
from policycheck.errors import InputError
from policycheck.halt import HaltedError
from policycheck.judging.overlaps import followed
from policycheck.machine import provider
from policycheck.model import Draft, Likes, Report
from policycheck.records import NamedTuple
from policycheck.tui.pause import Pause

if TYPE_CHECKING:
    from policycheck.compiled import Ruleset

_LEFT_ALONE = 0.5
"""Seconds without a key after which meaning is asked: a model keeps all processors busy meanwhile."""


class Answer(NamedTuple):
    """A report of the text of that revision, or why there is none."""

    revision: int
    report: Report | None
    problem: str | None
    seconds: float

    def same_as(self, other: Answer | None) -> bool:
        """Whether another answer says the same, however long it took."""
        return other is not None and self == other._replace(seconds=self.seconds)

    def after(self, other: Answer | None) -> Answer:
        """The answer for those who have read another one, of words alone: see ``told.followed``."""
        if self.report is None or other is None or other.report is None:
            return self
        return self._replace(report=followed(other.report, self.report))


class RulesRead(NamedTuple):
    """The rules are read, for the first time or again; ``problem``: they are wrong, the old ones stay."""

    ruleset: Ruleset | None
    problem: str | None


class _Ask(NamedTuple):
    draft: Draft
    given: Mapping[str, Any]
    revision: int


class _Felt(NamedTuple):
    asked: _Ask
    likes: Likes | None
    """None: it could not be told, the check itself will say why."""


class Checker:
    """A thread of its own; only the newest question is answered.

    Words answer at once. Meaning, which may take a second, is asked beside it once nobody has typed
    for a moment; what it adds is a second answer.

    ``deliver`` is called in that thread with an Answer or a RulesRead. The thread is a daemon, so
    that nobody waits for it at the end.
    """

    def __init__(
        self,
        policy: str | None,
        rules: tuple[str, ...] = (),
        cache: str | None = None,
        *,
        meaning: bool = True,
    ) -> None:
        self.policy = policy
        self.meaning = meaning
        """Whether meaning is wanted."""
        self.ruleset: Ruleset | None = None
        self.problem: str | None = None
        self.deliver: Callable[[Answer | RulesRead], None] = lambda told: None
        self._rules = rules
        self.cache = cache
        self._asked: _Ask | None = None
        self._felt: _Felt | None = None
        self._told: Answer | None = None
        """What words alone said of the newest text."""
        self._sensing = Pause(self._feel, _LEFT_ALONE)
        self._under_way: _Ask | None = None
        self._read = True
        self._warm = False
        self._signed: str | None = None
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None
        self._began = time.monotonic()

    def start(self) -> None:
        """Begins to read the rules; does nothing where it has begun."""
        if self._thread is None:
            self._began = time.monotonic()
            self._thread = threading.Thread(target=self._run, name='policycheck', daemon=True)
            self._thread.start()

    @property
    def reading_for(self) -> int:
        """Whole seconds that the rules have been read for, 0 once they are."""
        return int(time.monotonic() - self._began) if self.ruleset is None else 0

    def ask(self, draft: Draft, given: Mapping[str, Any], revision: int) -> None:
        """Asks for a report; a question that waits is forgotten, a check that is under way ends."""
        with self._news:
            self._under_way = None
            self._sensing.drop()
            self._asked = _Ask(draft, dict(given), revision)
            self._news.notify()

    def forget(self) -> None:
        """Drops the question that waits and ends the check that is under way."""
        with self._news:
            self._asked = self._under_way = self._felt = None
            self._sensing.drop()

    def read_again(self) -> None:
        """Reads the rules again, where one of their files has changed."""
        with self._news:
            self._read = True
            self._news.notify()

    def _run(self) -> None:
        while True:
            with self._news:
                while not (self._read or self._asked or self._felt or self._cold()):
                    self._news.wait()
                read, self._read = self._read, False
                asked = felt = None
                if not read:
                    asked, self._asked = self._asked, None
                    felt, self._felt = self._felt, None
                if asked is not None:
                    self._under_way = asked
            if read:
                self._load()
            elif asked is not None:
                answer = self._answer(asked, Likes())
                self._told = answer
                if answer is not None:
                    self.deliver(answer)
                    if self.ruleset is not None and self.ruleset.sense is not None:
                        self._sensing.wait_for(asked)
            elif felt is not None:
                answer = self._answer(felt.asked, felt.likes)
                if answer is not None and not answer.same_as(self._told):
                    self.deliver(answer.after(self._told))
            else:
                self._heat()

    def _feel(self, asked: _Ask) -> None:
        """Asks meaning; what it says is taken up unless there is a newer question by then."""
        likes: Likes | None = None
        try:
            if self.ruleset is not None:
                likes = likes_of(asked.draft, self.ruleset, asked.given)
        except Exception:
            # the check asks once more and tells what is wrong
            pass
        with self._news:
            if self._under_way is asked and likes != Likes():
                self._felt = _Felt(asked, likes)
                self._news.notify()

    def _cold(self) -> bool:
        return self.ruleset is not None and not self._warm

    def _load(self, *, fresh: bool = False) -> None:
        signed = self._signature()
        if signed == self._signed and not fresh:
            return
        self._signed, folders = signed, self._folders()
        gc.unfreeze()
        try:
            found = load(self.policy, self._rules, cache=self.cache, quiet=True, fresh=fresh)
            # read here, so that no screen waits for it
            found.rules, found.reference  # noqa: B018
            if self.meaning and provider(found.policy):
                from policycheck.judging.meaning import attach

                attach(found)
        except InputError as err:
            self._wrong(str(err))
        except Exception as err:
            # whatever it is: the screen lives on and says that it cannot check
            self._wrong(f'{type(err).__name__}')
        else:
            self.ruleset, self.problem, self._warm = found, None, False
            if self._folders() != folders:
                # only then is it of files that were not looked at before: what changes meanwhile is read again
                self._signed = self._signature()
            self.deliver(RulesRead(found, None))
        if self._warm:
            gc.freeze()

    def _signature(self) -> str:
        """A text that changes with the files that the rules come from."""
        return signature([*([self.policy] if self.policy else ()), *self._rules, *self._folders()])

    def _folders(self) -> list[str]:
        """The folders of rules that the policy names, none before it is read."""
        return list(named_folders(self.ruleset.policy, self.policy)) if self.ruleset is not None else []

    def _wrong(self, problem: str) -> None:
        if problem != self.problem:
            self.problem = problem
            self.deliver(RulesRead(self.ruleset, problem))

    def _answer(self, asked: _Ask, likes: Likes | None) -> Answer | None:
        if self.ruleset is None:
            return Answer(asked.revision, None, self.problem or '', 0.0)
        began = time.perf_counter()
        try:
            report = self._report(asked, likes)
        except HaltedError:
            return None
        except Exception as err:
            # the name alone: the message of an error may hold the text of the draft
            return Answer(asked.revision, None, type(err).__name__, time.perf_counter() - began)
        if not self._warm and (report.flags or report.rights):
            self._settle()
        return Answer(asked.revision, report, None, time.perf_counter() - began)

    def _report(self, asked: _Ask, likes: Likes | None) -> Report:
        assert self.ruleset is not None

        def halted() -> bool:
            return self._under_way is not asked

        try:
            return check(asked.draft, self.ruleset, asked.given, likes=likes, halted=halted)
        except DamagedError:
            self._load(fresh=True)
            return check(asked.draft, self.ruleset, asked.given, likes=likes, halted=halted)

    def _heat(self) -> None:
        """Loads spaCy and the phrases while nobody waits, so that the first flag comes at once."""
        assert self.ruleset is not None
        languages = self.ruleset.policy.get('languages') or ('en',)
        try:
            check(Draft('', '', '-', '-'), self.ruleset, {'lang': languages[0]}, thorough=True)
        except Exception:
            # a real check will tell
            pass
        self._settle()

    def _settle(self) -> None:
        """What is loaded by now stays: the collector's walks through it would hold up a key for a tenth of a second."""
        self._warm = True
        gc.freeze()
