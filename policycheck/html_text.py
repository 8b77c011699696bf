"""HTML to the text its readers see, and where each character of it stands in the file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from policycheck.model import Draft, Places, Setting

_UNSEEN = frozenset(('script', 'style', 'template', 'noscript', 'head', 'code', 'pre', 'svg', 'math'))
_BLOCKS = frozenset((
    'address', 'article', 'aside', 'blockquote', 'br', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'footer',
    'form',
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'section', 'table', 'td', 'th',
    'tr', 'ul',
))  # fmt: skip
_VOID = frozenset(('br', 'hr', 'img', 'input', 'meta', 'link'))
_LANG = re.compile(r'<html\b[^>]*?\blang\s*=\s*["\']?([A-Za-z-]+)', re.IGNORECASE)


def read(path: str, source: str) -> Iterator[Draft]:
    """One draft: the text of the page without tags, code and what is not shown; entities as their signs.

    A block begins a line. The language is that of ``<html lang>`` where it says one.
    """
    page = _Page(source)
    page.feed(source)
    page.close()
    said = _LANG.search(source)
    settings = {'lang': Setting(said[1], 'html lang')} if said else {}
    places = Places(page.starts, page.ends)
    yield Draft(path, path, source, ''.join(page.signs), 'none', places, settings, 'html')


class _Page(HTMLParser):
    """Collects signs and where each comes from."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        # the parser counts lines by \n alone
        self._lines = [0, *(match.end() for match in re.finditer('\n', source))]
        self._hidden = 0
        self.signs: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, signs: str, start: int, end: int) -> None:
        """Signs that stand together for a stretch of the file."""
        if not self._hidden:
            self.signs += signs
            self.starts += [start] * len(signs)
            self.ends += [end] * len(signs)

    def _break(self) -> None:
        if self.signs and self.signs[-1] != '\n':
            at = self.ends[-1]
            self._add('\n', at, at)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()
        if tag in _UNSEEN and tag not in _VOID:
            self._hidden += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        start = self._offset()
        if not self._hidden:
            self.signs += data
            self.starts += range(start, start + len(data))
            self.ends += range(start + 1, start + len(data) + 1)

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()

    def _reference(self) -> None:
        start = self._offset()
        written = re.compile(r'&#?\w+;?').match(self._source, start)
        if written:
            self._add(html.unescape(written[0]), start, written.end())
