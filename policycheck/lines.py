"""Offsets to lines and columns: the one place that knows where a line ends."""

from __future__ import annotations

import re
from bisect import bisect_right

from policycheck.model import Span

_LINE_END = r'\r\n?|\n'
_BYTE_ORDER_MARK = '\ufeff'


class Lines:
    """The lines of a text; LF, CRLF and a lone CR all end one.

    ``starts[i]`` is the offset at which line i + 1 begins. A byte order mark before the first line
    has no column of its own, since no editor shows it.
    """

    __slots__ = ('starts', 'text')

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [1 if text.startswith(_BYTE_ORDER_MARK) else 0]
        self.starts += [end.end() for end in re.finditer(_LINE_END, text)]

    def __len__(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self.starts)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in code points.

        >>> Lines('ab\\r\\ncd').place(5)
        (2, 2)
        """
        line = bisect_right(self.starts, offset) or 1
        return line, max(offset - self.starts[line - 1], 0) + 1

    def span(self, line: int) -> Span:
        """Where a line (from 1) stands in the text, without its line end.

        >>> Lines('ab\\r\\ncd').span(1)
        Span(start=0, end=2)
        """
        start = self.starts[line - 1]
        if line == len(self.starts):
            return Span(start, len(self.text))
        end = self.starts[line] - 1
        return Span(start, end - 1 if self.text[end - 1 : end + 1] == '\r\n' else end)


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, the column in code points.

    For many offsets of one text, keep its ``Lines``.

    >>> line_column('ab\\ncd', 4)
    (2, 2)
    """
    return Lines(text).place(offset)
