"""The finder ``regex``: patterns that rule authors write, searched so that no text can make them hang."""

from __future__ import annotations

import re
from functools import lru_cache

from policycheck.kinds.regex_safety import OPEN, has_open, refuse, rim
from policycheck.kinds.regex_tree import Edge, Either, Node, Repeat, Seq, Sign, read, word_chars
from policycheck.model import Span
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PLAIN = {'border': r'\b', 'line start': '^', 'line end': '$', 'start': r'\A', 'end': r'\Z'}
_LINEAR = {'line start': '^', 'line end': '$', 'start': r'\A', 'end': r'\z'}
_NO_WORD = r'[^\p{L}\p{N}_]'
_MEMORY = 64 << 20
"""Bytes re2 may use for one pattern; its own 8 MB is too little for long alternatives."""

_SPACES = frozenset(map(ord, ' \t\n\r\x0b\x0c'))
_FEW_SIGNS = 12
"""Signs of which one is looked for before a pattern is: the ten figures and a little more."""

_FEWEST_LETTERS = 2
"""Letters of a text that is looked for before a pattern is; a single one is in nearly every post."""

_MANY = 100
"""Matches after which `re` takes over: each search of re2 may look at the whole text again."""


class Compiled(NamedTuple):
    """A pattern ready to be searched: by re2 where it is installed and can say it, else by `re`.

    Both find the same; ``linear`` is None without re2.
    """

    pattern: str
    plain: re.Pattern[str]
    linear: Any
    starts_at_border: bool
    """re2 has no word borders right for our letters: the sign before the match is matched with it."""
    has_open: bool
    literal: str
    """A lower-case text that is part of every match; may be empty."""

    @property
    def engine(self) -> str:
        """'re2' or 're'."""
        return 're' if self.linear is None else 're2'


class Ready(NamedTuple):
    """All that is worked out of a pattern when rules are compiled: texts and truth values only."""

    pattern: str
    plain: str
    """The pattern for `re`."""
    linear: str | None
    """The pattern for re2, None where it cannot say it."""
    starts_at_border: bool
    has_open: bool
    literal: str


def prepare(pattern: str) -> Ready:
    """A pattern worked out. Raises ValueError, in words, if it cannot be read or could explode.

    Case never matters; ``\\w``, ``\\d``, ``\\s`` and ``\\b`` know the letters of every script; ``^``
    and ``$`` are the ends of a line; an open repeat takes at most OPEN turns. What is refused is
    refused whether or not re2 is installed.
    """
    tree = read(pattern)
    refuse(tree)
    plain = _plain(tree)
    try:
        re.compile(plain, re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as err:
        raise ValueError('cannot read the pattern: it is too big') from err
    body, starts, ends = _without_borders(tree)
    words = word_chars(rim(body)[0] | rim(body, last=True)[0])
    sayable = (not starts or rim(body)[0] <= words) and (not ends or rim(body, last=True)[0] <= words)
    linear = _linear(body) if sayable else None
    if linear is not None:
        before = rf'(?:\A|{_NO_WORD})' if starts else ''
        after = rf'(?:\z|{_NO_WORD})' if ends else ''
        linear = f'(?m){before}({linear}){after}'
    return Ready(pattern, plain, linear, starts, has_open(tree), _literal(tree))


@lru_cache(maxsize=1024)
def opened(ready: Ready, *, engine: str = 'any') -> Compiled:
    """A pattern that can be searched; ``engine='re'`` leaves re2 out."""
    linear = _re2(ready.linear) if ready.linear is not None and engine == 'any' else None
    plain = re.compile(ready.plain, re.MULTILINE)
    return Compiled(ready.pattern, plain, linear, ready.starts_at_border, ready.has_open, ready.literal)


def find(compiled: Compiled, text: str) -> list[Span]:
    """Where the pattern matches, in code points, in the order of the text, none overlapping."""
    if compiled.literal and compiled.literal not in text.lower():
        return []
    if compiled.linear is not None:
        try:
            encoded = text.encode()
        except UnicodeEncodeError:
            pass  # a lone surrogate, which re2 does not know
        else:
            spans = _find_linear(compiled, encoded)
            # a longer match may rest on an open repeat of more than OPEN turns
            if len(spans) < _MANY and not (
                compiled.has_open and any(span.end - span.start > OPEN for span in spans)
            ):
                return spans
    return [Span(*match.span()) for match in compiled.plain.finditer(text)]


def required(pattern: str) -> tuple[str, list[str]]:
    """Signs and lower-case texts: one of either is part of every match. Empty where none are known.

    Signs are few and without case, such as the figures; texts have two letters at least. A text
    that lacks either kind in ``text.lower()`` has no match. Raises ValueError as compile_pattern does.
    """
    tree = read(pattern)
    refuse(tree)
    choices = [[_literal(tree)]]
    signs = ''
    for part in _certain(tree):
        if isinstance(part, Either):
            choices.append([_literal(Seq((branch,))) for branch in part.branches])
        elif isinstance(part, Sign) and not signs and len(part.chars) <= _FEW_SIGNS:
            written = ''.join(map(chr, sorted(part.chars)))
            if written.isascii() and written.lower() == written.upper() and not _SPACES & part.chars:
                signs = written
    sure = [own for own in choices if all(sum(map(str.isalpha, text)) >= _FEWEST_LETTERS for text in own)]
    return signs, max(sure, key=lambda own: min(map(len, own)), default=[])


def _literal(tree: Seq) -> str:
    """The longest text that is part of every match, perhaps empty."""
    runs = ['']
    for part in _certain(tree):
        if isinstance(part, Sign) and part.literal is not None and part.literal not in 'σς\n':
            # a sigma at the end of a word has a lower case of its own
            runs[-1] += part.literal
        elif not isinstance(part, Edge):
            runs.append('')
    return max(runs, key=len)


def _certain(node: Node) -> list[Node]:
    """The parts that every match has, in order; what may or may not be there is left as it is."""
    if isinstance(node, Seq):
        return [inner for part in node.parts for inner in _certain(part)]
    if isinstance(node, Repeat) and node.low:
        inner = _certain(node.body)
        return inner * node.low if node.low == node.high and node.low < 10 else [*inner, node, *inner]
    return [node]


def _find_linear(compiled: Compiled, encoded: bytes) -> list[Span]:
    spans: list[Span] = []
    position = counted_to = counted = 0
    while len(spans) < _MANY and (match := compiled.linear.search(encoded, position)):
        start, end = match.span(1)
        begin = counted + len(encoded[counted_to:start].decode())
        counted = begin + len(encoded[start:end].decode())
        counted_to = end
        spans.append(Span(begin, counted))
        position = end
        if compiled.starts_at_border:
            # the last sign of this match may be the one before the next
            position -= 1
            while encoded[position] & 0xC0 == 0x80:
                position -= 1
    return spans


def _re2(pattern: str) -> Any:
    """The pattern compiled by re2, or None where it is not installed or does not take it."""
    try:
        import re2
    except ImportError:
        return None
    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    try:
        return re2.compile(pattern.encode(), options)
    except (re2.error, UnicodeEncodeError):
        return None


def _without_borders(tree: Seq) -> tuple[Node, bool, bool]:
    """The tree without the word borders that all its branches begin or end with; which they were."""
    without_first = _without_border(tree, 0)
    body = tree if without_first is None else without_first
    without_last = _without_border(body, -1)
    return body if without_last is None else without_last, without_first is not None, without_last is not None


def _without_border(node: Node, at: int) -> Node | None:
    """The node without the word border at its first (0) or last (-1) place, or None if it can lack one."""
    if isinstance(node, Edge):
        return Seq(()) if node.place == 'border' else None
    if isinstance(node, Either):
        bare = [_without_border(branch, at) for branch in node.branches]
        known = tuple(branch for branch in bare if branch is not None)
        return Either(known) if len(known) == len(bare) else None
    if isinstance(node, Seq) and node.parts:
        inner = _without_border(node.parts[at], at)
        if inner is None:
            return None
        return Seq((inner, *node.parts[1:]) if at == 0 else (*node.parts[:-1], inner))
    return None


def _plain(node: Node) -> str:
    """A tree in the notation of `re`, open repeats bounded."""
    if isinstance(node, Sign):
        return node.plain
    if isinstance(node, Edge):
        return _PLAIN[node.place]
    if isinstance(node, Seq):
        return ''.join(_plain(part) for part in node.parts)
    if isinstance(node, Either):
        return f'(?:{"|".join(_plain(branch) for branch in node.branches)})'
    high = max(node.low, OPEN) if node.high is None else node.high
    return f'(?:{_plain(node.body)}){{{node.low},{high}}}{"?" if node.lazy else ""}'


def _linear(node: Node) -> str | None:
    """A tree in the notation of re2, or None where there is none."""
    if isinstance(node, Sign):
        return node.linear
    if isinstance(node, Edge):
        return _LINEAR.get(node.place)
    if isinstance(node, Repeat):
        body = _linear(node.body)
        high = '' if node.high is None else node.high
        return None if body is None else f'(?:{body}){{{node.low},{high}}}{"?" if node.lazy else ""}'
    parts = [_linear(part) for part in (node.parts if isinstance(node, Seq) else node.branches)]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return ''.join(known) if isinstance(node, Seq) else f'(?:{"|".join(known)})'
