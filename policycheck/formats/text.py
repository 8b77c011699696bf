"""Reports for people: what was found in each draft, where it is to be published, and one line for the whole."""

from __future__ import annotations

import io

from policycheck.errors import InputError
from policycheck.formats.context_line import context_line
from policycheck.formats.messages import not_shown, say, unscreened
from policycheck.formats.options import Tally
from policycheck.model import OFF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from policycheck.formats.findings import Findings
    from policycheck.formats.options import Counts, Options, Written
    from policycheck.model import Draft, Report


def write(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write each report as it comes, then one line: the verdict of a single draft, or the counts of many.

    Of many drafts the clean ones leave no trace but in the counts. Where more was to come, one more
    line says so.
    """
    tally = Tally(options)
    pages = _Pages(out, options)
    single: Report | None = None
    for number, written in enumerate(tally.counted(reports)):
        if single is not None:
            pages.closed(single, alone=False)
            single = None
        if isinstance(written, InputError):
            continue
        pages.opened(written)
        if number == 0:
            single = written
        else:
            pages.closed(written, alone=False)
    counts = tally.counts()
    if single is not None:
        # one draft of several is no single draft
        pages.closed(single, alone=tally.whole)
    if single is None or not tally.whole:
        out.write(closing(counts, options) + '\n')
        if tally.hidden:
            pages.put(not_shown(tally.hidden, options.level, options.screen_language))
    if not tally.whole:
        pages.put(say('interrupted', options.screen_language))
    return counts


def alone(report: Report, options: Options) -> list[str]:
    """What is said of a single clean draft, line by line, without its name at the beginning."""
    page = io.StringIO()
    pages = _Pages(page, options)
    pages.put(context_line(report, options.screen_language))
    pages.verdict(report)
    return page.getvalue().splitlines()


def closing(counts: Counts, options: Options) -> str:
    """The last line of a run over several drafts."""
    return _shown(
        say('closing', options.screen_language, total=counts.total, **counts._asdict()), options.encoding
    )


def _shown(text: str, encoding: str) -> str:
    if encoding == 'utf-8' and text.isprintable():
        return text
    # signs that have to be replaced are rare
    from policycheck.formats.excerpt import visible

    return visible(text, encoding)


class _Pages:
    """The stream and how it is written to."""

    def __init__(self, out: TextIO, options: Options) -> None:
        self._out = out
        self._options = options
        self._language = options.screen_language
        self._findings: Findings | None = None

    def put(self, line: str) -> None:
        """Write a line; what a terminal would obey in it is made visible."""
        self._out.write(_shown(line, self._options.encoding) + '\n')

    def opened(self, report: Report) -> None:
        """What was found in a draft: see Findings."""
        if report.rights or report.flags:
            self._found().told(report)

    def _found(self) -> Findings:
        if self._findings is None:
            # to tell what was found takes far more code than that nothing was
            from policycheck.formats.findings import Findings

            self._findings = Findings(self._out, self._options)
        return self._findings

    def closed(self, report: Report, *, alone: bool) -> None:
        """The context of a draft and, where it is the only one, its verdict."""
        name = self._name(report.draft)
        if alone:
            self.put(f'{name}: {context_line(report, self._language)}')
            self.verdict(report)
        elif not report.screened:
            self.put(f'{name}: {self._unscreened(report)}')
        elif report.rights or any(flag.level >= self._options.level for flag in report.flags):
            self.put(f'{name}: {context_line(report, self._language)}')
            self._out.write('\n')

    def verdict(self, report: Report) -> None:
        """The counts of a single draft and what they ask for."""
        if not report.screened:
            self.put(self._unscreened(report))
            return
        if report.level != OFF:
            self._found().verdict(report)
            return
        count = len(report.kept)
        self.put(self._say('verdict.kept', count=count) if count else self._say('verdict.clean'))

    def _unscreened(self, report: Report) -> str:
        return unscreened(report.unscreened, report.lang, report.lang_origin, self._language)

    def _name(self, draft: Draft) -> str:
        if draft.id == draft.path:
            return draft.path
        return f'{draft.path}, {self._say("place.row", id=draft.id)}'

    def _say(self, key: str, /, **values: object) -> str:
        return say(key, self._language, **values)
