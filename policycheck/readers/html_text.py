"""HTML to the text its readers see, and where each character of it stands in the file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from policycheck.markup.asides import values
from policycheck.model import Draft, Places, Setting, Span

_UNSEEN = frozenset(('script', 'style', 'template', 'noscript', 'head', 'code', 'pre', 'svg', 'math'))
_BLOCKS = frozenset((
    'address', 'article', 'aside', 'blockquote', 'br', 'button', 'caption', 'dd', 'details', 'dialog', 'div', 'dl',
    'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'legend', 'li', 'main', 'nav', 'ol', 'option', 'p', 'section',
    'select', 'summary', 'table', 'td', 'textarea', 'th', 'tr', 'ul',
))  # fmt: skip
_VOID = frozenset(('br', 'hr', 'img', 'input', 'meta', 'link'))
_PICTURES = frozenset(('img', 'area', 'input'))
"""Tags without a text of their own, which ``alt`` stands for."""
_PREVIEWS = frozenset((
    'description', 'og:title', 'og:description', 'og:image:alt',
    'twitter:title', 'twitter:description', 'twitter:image:alt',
))  # fmt: skip
"""What search engines and networks show of a page: names of ``<meta>`` (ogp.me; X, cards markup)."""
_REFERENCE = re.compile(r'&#?\w+;?')
_RUNS = re.compile(r'[ \t\n\f\r]+|[^ \t\n\f\r]+')
_LANG = re.compile(r'<html\b[^>]*?\blang\s*=\s*["\']?([A-Za-z-]+)', re.IGNORECASE)


def read(path: str, source: str) -> Iterator[Draft]:
    """One draft: the text of the page without tags, code and what is not shown; entities as their signs.

    What search engines, networks and screen readers tell of it is read too: the title, descriptions,
    ``alt``, ``title`` and ``aria-label``, each on a line of its own and beside the words around it. A block
    begins after an empty line; lines and margins of the file are one blank, as browsers have it, or none.
    The language is that of ``<html lang>`` where it says one.
    """
    page = _Page(source)
    page.feed(source)
    page.close()
    said = _LANG.search(source)
    settings = {'lang': Setting(said[1], 'html lang')} if said else {}
    places = Places(page.starts, page.ends)
    text = ''.join(page.signs)
    yield Draft(path, path, source, text, 'none', places, settings, 'html', apart=tuple(page.apart))


class _Page(HTMLParser):
    """Collects signs and where each comes from."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        # the parser counts lines by \n alone
        self._lines = [0, *(match.end() for match in re.finditer('\n', source))]
        self._hidden: list[str] = []
        """The tags that are open and not shown."""
        self._in_title = False
        self.signs: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.apart: list[tuple[Span, Span]] = []

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, signs: str, start: int, end: int) -> None:
        """Signs that stand together for a stretch of the file."""
        self.signs += signs
        self.starts += [start] * len(signs)
        self.ends += [end] * len(signs)

    def _break(self, count: int = 1) -> None:
        """Ends the line, and leaves ``count - 1`` empty ones."""
        first = self.apart[-1][1].end if self.apart else 0
        there = next((at for at, sign in enumerate(reversed(self.signs[first:])) if sign != '\n'), None)
        if self.signs and (there is None or there < count):
            at = self.ends[-1]
            self._add('\n' * (count - (there or 0)), at, at)

    def _block(self, tag: str) -> None:
        if tag in _BLOCKS and self._shown():
            if self.signs and self.signs[-1] == ' ':
                del self.signs[-1], self.starts[-1], self.ends[-1]
            self._break(1 if tag == 'br' else 2)

    def _shown(self) -> bool:
        return not self._hidden or (self._in_title and self._hidden == ['head'])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == 'body':
            # the end of the head may be left out
            self._hidden.clear()
        self._block(tag)
        self._attribute(tag, dict(attrs))
        if tag in _UNSEEN and tag not in _VOID:
            self._hidden.append(tag)
        self._in_title = tag == 'title'

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._block(tag)
        self._attribute(tag, dict(attrs))

    def _attribute(self, tag: str, said: dict[str, str | None]) -> None:
        """Reads the text that a tag holds for those who do not see the page."""
        if not self._hidden and tag not in ('meta', 'link'):
            names: tuple[str, ...] = (
                ('alt', 'title', 'aria-label') if tag in _PICTURES else ('title', 'aria-label')
            )
        elif tag == 'meta' and _PREVIEWS & {(said.get(key) or '').lower() for key in ('name', 'property')}:
            names = ('content',)
        else:
            return
        written, at = self.get_starttag_text() or '', self._offset()
        seen = set()
        for name, start, end, _ in values(written):
            # of two the first counts
            if name in names and name not in seen and written[start:end].strip():
                self._told(written[start:end], at + start)
            seen.add(name)

    def _told(self, written: str, start: int) -> None:
        """Adds the value of an attribute on a line of its own, which is none of the text around it."""
        before = len(self.signs)
        if self.signs and self.signs[-1] != '\n':
            self._break()
        first = len(self.signs)
        self._value(written, start)
        last = len(self.signs)
        if last > first:
            self._add('\n', self.ends[-1], self.ends[-1])
            self.apart.append((Span(first, last), Span(before, last + 1)))

    def _value(self, written: str, start: int) -> None:
        at = 0
        for reference in _REFERENCE.finditer(written):
            self._plain(written[at : reference.start()], start + at)
            self._add(html.unescape(reference[0]), start + reference.start(), start + reference.end())
            at = reference.end()
        self._plain(written[at:], start + at)

    def _plain(self, signs: str, start: int) -> None:
        self.signs += signs
        self.starts += range(start, start + len(signs))
        self.ends += range(start + 1, start + len(signs) + 1)

    def handle_endtag(self, tag: str) -> None:
        if tag == 'title' and self._in_title:
            self._in_title = False
            self._break()
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        self._block(tag)

    def handle_data(self, data: str) -> None:
        if not self._shown():
            return
        at = self._offset()
        for found in _RUNS.finditer(data):
            if found[0][0] not in ' \t\n\f\r':
                self._plain(found[0], at + found.start())
            elif self._in_words():
                self._add(' ', at + found.start(), at + found.end())

    def _in_words(self) -> bool:
        """Whether a blank shows here: not after another, nor where a line begins."""
        at = len(self.signs)
        for _, blank in reversed(self.apart):
            if blank.end != at:
                break
            at = blank.start
        return at > 0 and self.signs[at - 1] not in ' \n'

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()

    def _reference(self) -> None:
        start = self._offset()
        written = _REFERENCE.match(self._source, start)
        if written and self._shown():
            self._add(html.unescape(written[0]), start, written.end())
