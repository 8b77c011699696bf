"""What every writer of reports is told, and what it hands back."""

from __future__ import annotations

from policycheck.errors import InputError
from policycheck.formats.meaning_line import Standing
from policycheck.model import NOTE, OFF, WARN, Flag, Report, Texts
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any


class Cut:
    """What stands last among the reports of a run that did not come to its end: ``Cut.INTERRUPTED``."""

    INTERRUPTED: Cut


# no Enum: to make one takes longer than to import a module
Cut.INTERRUPTED = Cut()


Written = Report | InputError | Cut
"""What a writer is given: a report, the error that stands in its place, or that no more will come.

Writers count the errors; telling them belongs to the caller, on standard error. Of a run that was
cut short every writer says so in the report itself.
"""


class Options(NamedTuple):
    """How reports are written, and what the organisation adds to them."""

    screen_language: str = 'en'
    colour: bool = False
    encoding: str = 'utf-8'
    """What is written has to stand in it; what it lacks is replaced."""
    level: int = NOTE
    """The lowest level whose flags are shown; counts and verdicts speak of all."""
    fail_on: int = WARN
    width: int = 80
    """Columns that a line of a draft may take."""
    precedents: Mapping[str, Mapping[str, Any]] = {}
    """By id: organisation, year (where it is known), lesson (texts by language), url."""
    notices: Mapping[str, Mapping[str, Any]] = {}
    """The entries of rules/rights.yaml: jurisdiction ('general' for no country), lang, sector, text, law, source,
    checked; ``channel`` (name, at, source) is the public place to report to."""
    contacts: Mapping[str, Mapping[str, str]] = {}
    """By topic, 'default' for the others: who, at, out_of_hours."""
    reporting: tuple[Mapping[str, str], ...] = ()
    """Where wrongdoing can be told inside the organisation: name, at."""

    meaning: Standing = Standing()
    """Whether drafts are read for meaning too."""

    @property
    def unicode(self) -> bool:
        """Whether every character can be written; JSON, XML and HTML are in ASCII where not."""
        return self.encoding == 'utf-8'


class Counts(NamedTuple):
    """How many drafts came out how. ``failing`` are those at or above ``fail_on``."""

    flagged: int = 0
    clean: int = 0
    not_screened: int = 0
    unreadable: int = 0
    failing: int = 0

    @property
    def total(self) -> int:
        """All drafts, unreadable ones included."""
        return self.flagged + self.clean + self.not_screened + self.unreadable


class Tally:
    """Counts while they grow."""

    __slots__ = (
        '_clean',
        '_fail_on',
        '_failing',
        '_flagged',
        '_level',
        '_not_screened',
        '_unreadable',
        'hidden',
        'whole',
    )

    def __init__(self, options: Options) -> None:
        self._fail_on, self._level = options.fail_on, options.level
        self._flagged = self._clean = self._not_screened = self._unreadable = self._failing = 0
        self.hidden = 0
        """Flags that are not shown: they are below the level that was asked for."""
        self.whole = True
        """False once the run was found to be cut short."""

    def counted(self, reports: Iterable[Written]) -> Iterator[Report | InputError]:
        """The reports and errors as they come, each counted."""
        for written in reports:
            if isinstance(written, Cut):
                self.whole = False
            else:
                self._add(written)
                yield written

    def _add(self, written: Report | InputError) -> None:
        if isinstance(written, InputError):
            self._unreadable += 1
        elif not written.screened:
            self._not_screened += 1
        elif not written.flags or (level := written.level) == OFF:
            self._clean += 1
        else:
            self._flagged += 1
            self._failing += level >= self._fail_on
            if self._level > NOTE:
                self.hidden += sum(flag.level < self._level for flag in written.flags)

    def counts(self) -> Counts:
        """What has been counted so far."""
        return Counts(self._flagged, self._clean, self._not_screened, self._unreadable, self._failing)


def in_language(texts: Texts, language: str) -> str:
    """A text in the reader's language, else in English, else in any; '' where there is none."""
    return texts.get(language) or texts.get('en') or next(iter(texts.values()), '')


def case(known: Mapping[str, Any], language: str) -> str:
    """What happened to somebody: whose case it is, the year where it is known, and the lesson.

    >>> case({'organisation': 'Acme', 'year': '2024', 'lesson': {'en': 'A fine.'}}, 'nb')
    'Acme (2024): A fine.'
    >>> case({'organisation': 'A bank', 'names': {'nb': 'En bank'}}, 'nb')
    'En bank:'
    """
    year, lesson = known_year(known), in_language(known.get('lesson') or {}, language)
    head = f'{whose(known, language)} ({year}):' if year else f'{whose(known, language)}:'
    return f'{head} {lesson}' if lesson else head


def whose(known: Mapping[str, Any], language: str) -> str | None:
    """The organisation of a precedent as readers of a language call it; None where there is no precedent."""
    named: str | None = (known.get('names') or {}).get(language) or known.get('organisation')
    return named


def known_year(known: Mapping[str, Any]) -> str | int | None:
    """The year of a precedent; None where nobody knows it, which was written n.d. once."""
    year = known.get('year')
    return None if year in (None, '', 'n.d.') else year


def contact(topic: str, contacts: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """Whom to ask about a topic; empty where the policy names nobody."""
    return contacts.get(topic) or contacts.get('default') or {}


def like_key(flag: Flag) -> str:
    """The key of the part that names an example: beside words meaning only agrees."""
    return 'reads_like' if flag.finder == 'like' else 'agreed'
