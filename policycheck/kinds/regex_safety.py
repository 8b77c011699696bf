"""Which patterns can explode, told from their tree before any text is seen."""

from __future__ import annotations

from policycheck.kinds.regex_tree import Chars, Edge, Either, Node, Repeat, Seq, Sign

OPEN = 250
"""How many turns an open repeat (``*``, ``+``, ``{n,}``) takes at most: a long sentence."""

WAYS = 2_000
"""How many ways a pattern may have to match from one place; two times {0,40} over the same signs pass."""

LENGTH = 10_000
"""How many signs a pattern may take at most, each open repeat counted with OPEN turns."""

Rim = tuple[Chars, bool]
"""The characters a node can begin (or end) with, and whether it can match nothing."""


def refuse(tree: Seq) -> None:
    """Raise ValueError, in words, for a pattern that can be empty or whose search can explode."""
    if rim(tree)[1]:
        raise ValueError('the pattern also matches nothing at all, so it would match everywhere')
    _look(tree, frozenset(), inside_open=False)
    if length(tree) > LENGTH:
        raise ValueError(f'a match could be longer than {LENGTH} signs; lower the numbers in the repeats')
    if ways(tree, frozenset()) > WAYS:
        raise ValueError(
            'there are too many ways to match: several repeats can take the same signs; '
            'bound them, as in .{0,40}'
        )


def rim(node: Node, *, last: bool = False) -> Rim:
    """What a node can begin with, or end with when ``last``, and whether it can be empty."""
    if isinstance(node, Sign):
        return node.chars, False
    if isinstance(node, Edge):
        return frozenset(), True
    if isinstance(node, Either):
        rims = [rim(branch, last=last) for branch in node.branches]
        return frozenset().union(*(chars for chars, _ in rims)), any(empty for _, empty in rims)
    if isinstance(node, Repeat):
        chars, empty = rim(node.body, last=last)
        if node.high == 0:
            return frozenset(), True
        return chars, empty or node.low == 0
    chars = frozenset()
    for part in reversed(node.parts) if last else node.parts:
        more, empty = rim(part, last=last)
        chars |= more
        if not empty:
            return chars, False
    return chars, True


def ways(node: Node, after: Chars) -> int:
    """In how many ways a node can match from one place, at most; ``after``: what may follow it.

    A repeat whose signs cannot begin what follows has one way: where it stops is settled by
    the text. Counted up to a little above WAYS.
    """
    if isinstance(node, Sign | Edge):
        return 1
    if isinstance(node, Seq):
        count = 1
        for part, follows in _with_followers(node, after):
            count = min(count * ways(part, follows), WAYS + 1)
        return count
    if isinstance(node, Either):
        counts = [ways(branch, after) for branch in node.branches]
        return min(sum(counts), WAYS + 1) if overlapping(node, after) else max(counts)
    begins, _ = rim(node.body)
    high = max(node.low, OPEN) if node.high is None else node.high
    one = ways(node.body, begins | after if high > 1 else after)
    turns = high - node.low + 1 if begins & after else 1
    # each turn multiplies; 64 turns of two ways are far above any limit
    return min(turns * one ** min(high, 64), WAYS + 1) if one <= WAYS else WAYS + 1


def length(node: Node) -> int:
    """How many signs a node takes at most, open repeats with OPEN turns."""
    if isinstance(node, Sign):
        return 1
    if isinstance(node, Edge):
        return 0
    if isinstance(node, Either):
        return max(length(branch) for branch in node.branches)
    if isinstance(node, Seq):
        return sum(length(part) for part in node.parts)
    return length(node.body) * (max(node.low, OPEN) if node.high is None else node.high)


def overlapping(node: Either, after: Chars) -> bool:
    """Whether two branches can begin alike, so that both have to be tried."""
    seen: set[int] = set()
    for branch in node.branches:
        chars, empty = rim(branch)
        begins = chars | after if empty else chars
        if not seen.isdisjoint(begins):
            return True
        seen |= begins
    return False


def has_open(node: Node) -> bool:
    """Whether there is an open repeat in a tree."""
    if isinstance(node, Repeat):
        return node.high is None or has_open(node.body)
    if isinstance(node, Seq | Either):
        return any(has_open(part) for part in (node.parts if isinstance(node, Seq) else node.branches))
    return False


def _with_followers(node: Seq, after: Chars) -> list[tuple[Node, Chars]]:
    """The parts of a row, each with the characters that may follow it."""
    pairs: list[tuple[Node, Chars]] = []
    for part in reversed(node.parts):
        pairs.append((part, after))
        chars, empty = rim(part)
        after = chars | after if empty else chars
    return pairs[::-1]


def _look(node: Node, after: Chars, *, inside_open: bool) -> None:
    """Raise ValueError for the shapes that explode whatever their numbers."""
    if isinstance(node, Seq):
        previous: Node | None = None
        for part, follows in _with_followers(node, after):
            both_open = previous is not None and _is_open(previous) and _is_open(part)
            if both_open and rim(previous or part, last=True)[0] & rim(part)[0]:
                raise ValueError('two open repeats side by side take the same signs; join them into one')
            _look(part, follows, inside_open=inside_open)
            previous = part
    elif isinstance(node, Either):
        for branch in node.branches:
            _look(branch, after, inside_open=inside_open)
    elif isinstance(node, Repeat):
        chars, empty = rim(node.body)
        is_open = node.high is None
        if is_open and inside_open:
            raise ValueError('an open repeat stands inside another; bound the outer one, as in {1,8}')
        if empty and (node.high is None or node.high > 1):
            raise ValueError('what is repeated can be nothing at all; let it have at least one sign')
        if is_open and _overlaps_inside(node.body, chars | after):
            raise ValueError(
                'an open repeat stands over alternatives that begin alike; bound it, as in {1,8}'
            )
        _look(node.body, chars | after, inside_open=inside_open or is_open)


def _is_open(node: Node) -> bool:
    return isinstance(node, Repeat) and node.high is None


def _overlaps_inside(node: Node, after: Chars) -> bool:
    if isinstance(node, Either):
        return overlapping(node, after) or any(_overlaps_inside(branch, after) for branch in node.branches)
    if isinstance(node, Seq):
        return any(_overlaps_inside(part, follows) for part, follows in _with_followers(node, after))
    return isinstance(node, Repeat) and _overlaps_inside(node.body, after)
