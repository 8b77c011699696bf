"""Plain mode: the same check question by question, in lines that screen readers and pipes can take."""

from __future__ import annotations

import os
import sys
from typing import Any, TextIO

from policycheck.check import check
from policycheck.commands import options as shared
from policycheck.compiling.load import load
from policycheck.formats import meaning_line
from policycheck.formats.excerpt import visible
from policycheck.formats.messages import unscreened
from policycheck.judging import meaning
from policycheck.keep import FINDER, second_reader, signed
from policycheck.model import WARN, Report
from policycheck.tui import files, gate, settings, story
from policycheck.tui.checking import Checker
from policycheck.tui.fixing import edit
from policycheck.tui.follow import Item, in_order, items_of
from policycheck.tui.keeps import good_reason, keep, keeper
from policycheck.tui.look import RIGHTS, Look, shown
from policycheck.tui.post import Desk, Post

_EXAMPLES = """examples:
  policycheck plain
  policycheck plain post.md
  cat post.txt | policycheck plain"""
END = '.'
"""A line that ends a text that is typed."""


def run(words: list[str]) -> int:
    """The check as a conversation; 0 where nothing is left open, 1 where something is."""
    parser = shared.parser(
        'plain', 'Check a draft question by question. Nothing leaves this computer.', _EXAMPLES
    )
    parser.add_argument(
        'path', nargs='?', metavar='FILE', help='a text or Markdown file; else the text is asked for'
    )
    shared.add_policy(parser)
    shared.add_context(parser)
    shared.add_meaning(parser)
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    return start(given, settings.load(settings.path()), 'wanted')


def start(given: Any, own: settings.Settings, why: str) -> int:
    """The same, from options that are read; ``why`` plain mode, as a key of its texts."""
    look = Look(
        shared.screen_language(given.screen_language, own.language),
        'unicode' if shared.unicode(sys.stdout) else 'ascii',
    )
    talk = Talk(sys.stdin, sys.stdout, look)
    if why != 'wanted':
        talk.say(f'plain.{why}')
    path = given.path if given.path != '-' else None
    post = files.open_post(path) if path else Post()
    post.given = {name: value for name, value in shared.settings(given).items() if value is not None}
    policy = shared.policy(given.policy, path) or own.policy
    if not path:
        post.text = talk.text()
        if not post.text.strip():
            talk.say('plain.no_text')
            return 0
    desk = Desk(look, own, Checker(policy, meaning=not given.no_meaning), post)
    desk.checker.ruleset = load(policy)
    wanted = desk.checker.meaning
    meaning.attach(desk.checker.ruleset, wanted=wanted)
    standing = meaning_line.standing(desk.checker.ruleset, wanted=wanted)
    if line := meaning_line.line(look.language, standing):
        talk.write(line)
    return Conversation(desk, talk).run()


class Talk:
    """Questions on one stream, answers from another."""

    def __init__(self, source: TextIO, out: TextIO, look: Look) -> None:
        self._source, self._out, self._look = source, out, look
        self.asks = source.isatty()
        self.ended = False

    def say(self, key: str, /, **values: object) -> None:
        """Writes one of our texts."""
        self.write(self._look.say(key, **values))

    def write(self, text: str) -> None:
        """Writes lines."""
        self._put(self._look.plain(text).rstrip() + '\n')

    def _put(self, text: str) -> None:
        try:
            encoding = self._out.encoding or 'ascii'
            text.encode(encoding)
        except UnicodeEncodeError:
            # letters that the terminal lacks lose their marks; nobody's text is changed by that
            text = '\n'.join(visible(line, encoding) for line in text.split('\n'))
        self._out.write(text)
        self._out.flush()

    def ask(self, key: str, /, **values: object) -> str:
        """The answer to a question, without blanks around it; '' at the end of the input."""
        self._put(self._look.say(key, **values) + ' ')
        line = self._line()
        self.ended = not line
        if not self.asks:
            self._out.write('\n')
        return line.strip()

    def _line(self) -> str:
        """The next line, '' at the end; UTF-8 is read whatever the terminal is said to speak."""
        raw = self._source.buffer.readline()
        try:
            return str(raw, 'utf-8')
        except UnicodeDecodeError:
            return str(raw, self._source.encoding or 'latin-1', 'replace')

    def text(self) -> str:
        """A text, to a line with a full stop alone or the end of the input."""
        if self.asks:
            self.say('plain.write')
        lines: list[str] = []
        while line := self._line():
            if self.asks and line.strip() == END:
                break
            lines.append(line)
        return ''.join(lines).replace('\r\n', '\n').rstrip('\n')


class Conversation:
    """One draft, flag after flag."""

    def __init__(self, desk: Desk, talk: Talk) -> None:
        self._desk, self._talk, self._look = desk, talk, desk.look
        # the text came in on the stream that answers would come from
        self._can_ask = talk.asks or desk.post.path is not None
        self._kept_before = list(desk.post.keeps)
        self._told: set[tuple[str, int, int]] = set()
        self._report: Report = self._check()

    def _check(self) -> Report:
        assert self._desk.checker.ruleset is not None
        return check(self._desk.post.draft(), self._desk.checker.ruleset, self._desk.post.given)

    def _items(self) -> list[Item]:
        return in_order(items_of(self._report, self._desk.post.text))

    def _standing(self) -> gate.Standing:
        post = self._desk.post
        return gate.standing(post.text, self._report, self._items(), post.keeps, fresh=True)

    @property
    def _official(self) -> bool:
        return bool(self._report.context.account.value == 'official')

    def run(self) -> int:
        """Goes through the flags; 0 where the text is clear in the end."""
        self._overview()
        if self._report.screened:
            self._visit()
        now = self._standing()
        self._talk.say(f'plain.end_{now.state}', count=len(now.open))
        post = self._desk.post
        if post.path and (post.unsaved or post.keeps != self._kept_before):
            yes = now.state == gate.CLEAR or self._talk.ask('plain.save').lower()[:1] == self._key('yes')
            if yes:
                self._talk.write(files.save_told(self._desk))
        elif not post.path and post.text and self._talk.asks:
            self._talk.say('plain.text')
            self._talk.write(shown(post.text))
        idle = any(item.flag.finder == FINDER for item in self._items())
        return 0 if now.state in (gate.CLEAR, gate.EMPTY) and not idle else 1

    def _overview(self) -> None:
        look, report = self._look, self._report
        if not report.screened:
            self._talk.write(unscreened(report.unscreened, report.lang, report.lang_origin, look.language))
            return
        counts = self._standing().counts
        told = ', '.join(f'{look.level(level)} {count}' for level, count in counts)
        self._talk.say('plain.found', counts=told) if counts else self._talk.say(
            'plain.nothing', language=look.word('language', report.lang)
        )

    def _visit(self) -> None:
        at = 0
        while at < len(items := self._items()):
            item = items[at]
            post = self._desk.post
            if keeper(post.keeps, item, post.text) is not None:
                self._tell_kept(item)
                at += 1
                continue
            self._tell(item, at + 1, len(items))
            step = self._act(item) if self._can_ask else 1
            if step is None:
                return
            at += step

    def _tell_kept(self, item: Item) -> None:
        """Says once what a waiver in a file keeps."""
        if item.reason is not None and item.place not in self._told:
            self._told.add(item.place)
            words = self._look.quote(' '.join(item.flag.quote.split()))
            said = shown(item.reason)
            self._talk.say('plain.kept_already', words=words, reason=said, rule=item.flag.rule.id)

    def _tell(self, item: Item, at: int, count: int) -> None:
        post, look, ruleset = self._desk.post, self._look, self._desk.checker.ruleset
        assert ruleset is not None
        line = post.source.count('\n', 0, len(post.head) + item.start) + 1
        title = look.texts(item.flag.rule.title)
        self._talk.write('')
        self._talk.say(
            'plain.flag', at=at, count=count, level=look.level(item.level), title=title, line=line,
            rule=item.flag.rule.id,
        )  # fmt: skip
        for part in story.parts(item, post.text, self._report, ruleset, look, None):
            self._talk.write(f'{look.say(part.key)}: {part.text}'.replace(f' {look.say("why.use")}', ''))

    def _act(self, item: Item) -> int | None:
        """What the reader wants with a flag: how many flags to go on, None to end."""
        post = self._desk.post
        found = edit(item, post.text, fresh=True)
        while True:
            asked = 'plain.ask_next' if item.level == RIGHTS else 'plain.ask_fix' if found else 'plain.ask'
            said = self._talk.ask(asked).lower()
            first = said[:1]
            if self._talk.ended or first == self._key('done'):
                return None
            if first in ('', self._key('next')):
                return 1
            if first == self._key('fix') and found:
                post.text = post.text[: found.start] + found.text + post.text[found.end :]
                self._report = self._check()
                self._talk.say('plain.fixed')
                return 0
            if first == self._key('keep') and item.level != RIGHTS and item.flag.finder != FINDER:
                if self._keep(item):
                    return 1
                continue
            self._talk.say('plain.unknown')

    def _keep(self, item: Item) -> bool:
        reason = by = ''
        if item.level >= WARN:
            reason = self._talk.ask('plain.reason')
            if not good_reason(reason):
                self._talk.say('keep.short')
                return False
        if second_reader(item.flag, self._official):
            by = self._talk.ask('plain.by')
            if not signed(by, item.flag, self._official, os.getcwd()):
                return False
        post = self._desk.post
        post.keeps.append(keep(item.flag, post.text, item.start, item.end, reason, by))
        self._talk.say('plain.kept')
        return True

    def _key(self, command: str) -> str:
        """The letter of a command: the first of its word in the reader's language."""
        return self._look.say(f'plain.word_{command}')[:1].lower()
