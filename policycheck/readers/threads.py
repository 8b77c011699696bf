"""Several posts in one text: the line that stands between them, and each post in its own place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from policycheck.errors import InputError
from policycheck.model import Draft, Places

EXAMPLE = '<!-- next post -->'
# what Markdown reads as a rule, an underline, a fence, a bullet, a heading or a quote
_OF_MARKDOWN = re.compile(r'[-*_=~`#>+\s]*')


def separator(line: str) -> str:
    """The line between posts, without the blanks around it; raises InputError for one that cannot be it."""
    plain = line.strip()
    if _OF_MARKDOWN.fullmatch(plain) or len(plain.splitlines()) != 1:
        raise InputError(
            f"the line between posts cannot be '{plain}', which Markdown has other uses for; "
            f'take one such as {EXAMPLE}'
        )
    return plain


def posts(draft: Draft, line: str, has: Callable[[Draft, str], bool]) -> list[Draft]:
    """The posts of a text between lines that are ``line``, numbered from 1; the draft itself where there is none.

    Each has the settings of the file. A waiver goes with the posts that have its words, as ``has``
    tells of a post, with the first where none has.
    """
    between = re.compile(rf'(?<![^\r\n])[ \t]*{re.escape(line)}[ \t]*(?:\r\n?|\n|\Z)')
    stretches: list[tuple[int, int]] = []
    at = 0
    for found in between.finditer(draft.text, draft.heads[-1].span.end if draft.heads else 0):
        stretches.append((at, found.start()))
        at = found.end()
    if not stretches:
        return [draft]
    stretches = [
        (start, end) for start, end in (*stretches, (at, len(draft.text))) if draft.text[start:end].strip()
    ]
    made = [_post(draft, number, *stretch) for number, stretch in enumerate(stretches, 1)]
    made = [
        post._replace(waivers=tuple(one for one in draft.waivers if has(post, one.words))) for post in made
    ]
    lost = tuple(one for one in draft.waivers if not any(one in post.waivers for post in made))
    return [made[0]._replace(waivers=(*made[0].waivers, *lost)), *made[1:]] if made else []


def _post(draft: Draft, number: int, start: int, end: int) -> Draft:
    text = draft.text[start:end]
    # a range answers all that a list is asked for here, at no cost
    own = draft.places or Places(
        cast('list[int]', range(len(draft.text))), cast('list[int]', range(1, len(draft.text) + 1))
    )
    return draft._replace(
        id=str(number),
        text=text,
        places=Places(own.starts[start:end], own.ends[start:end]),
        heads=tuple(one for one in draft.heads if start <= one.span.start and one.span.end <= end),
    )
