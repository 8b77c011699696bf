"""The finder ``require``: a trigger that needs a label, in its place and in a wording that counts."""

from __future__ import annotations

import re

from policycheck.kinds.find import match_of
from policycheck.kinds.view import Edit, Match, View
from policycheck.nlp.match import find as find_hits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

LABEL_REACH = 40
"""Characters that other signs, tags and names may take before a label that stands first.

KKV (updated January 2025) and Forbrukertilsynet ask for the mark at the start of the text.
"""

_SPOKEN = {'NO': 'nb', 'SE': 'sv', 'FI': 'fi'}
"""The language whose labels count in a country, whatever a post is written in."""


def find(view: View, plain: Mapping[str, Any], phrases: Iterable[int]) -> Iterator[Match]:
    """The triggers of a post that has no accepted label where it belongs; one edit puts it there."""
    known = _wordings(view, plain['label'])
    if view.parse.grammar.lang not in known or labelled(view, plain['label'], plain['within']):
        return
    # a draft that may be in one of two languages gets one label, that of the likelier
    edits = _edits(view, next(iter(known.values())), employer=plain['employer'])
    for phrase in sorted(phrases):
        for hit in find_hits(view.parse, view.trees[phrase], ('phrase', phrase)):
            yield match_of(view, hit, f'phrase {phrase}')._replace(edits=edits)


def _edits(view: View, own: Mapping[str, Any], *, employer: bool) -> tuple[Edit, ...]:
    """The label put where the post begins, with the employer where that is wanted and the post names it.

    That it is the employer's is not known of a post with another name. A sentence, and a label
    before markup, stand on a line of their own. A weak label that stands there gives way to it.
    """
    text, name = view.parse.text, view.organisation
    known = employer and name and name.casefold() in text.casefold()
    said = own['employer'].replace('{ORG}', name) if known else own['insert']
    first = len(text) - len(text[view.begins :].lstrip())
    # front matter before the post is blank
    at = max(text.rfind('\n', 0, first), text.rfind('\r', 0, first)) + 1
    between = ' ' if said == own['insert'] and at == first else '\n\n'
    weak = next(filter(None, (re.match(one, text[first:], re.IGNORECASE) for one in own['instead'])), None)
    if weak is not None:
        at, end = first + weak.start('label'), first + weak.end()
        end += len(text[end:]) - len(text[end:].lstrip(' \t:|'))
    else:
        end = at
    return (Edit(at, end, said.strip() + between),) if said.strip() else ()


def labelled(view: View, label: str, within: str) -> bool:
    """Whether a post carries an accepted wording of a label: before a line, or where it is read first.

    Of a draft that may be in one of two languages the wordings of both count, and those of the countries
    whose law holds.
    """
    here = tuple(_SPOKEN[code] for code in view.jurisdictions if code in _SPOKEN)
    patterns = [pattern for own in _wordings(view, label, here).values() for pattern in own['patterns']]
    text, begins = view.parse.text, view.begins
    lines = text.splitlines()
    if within == 'first_line':
        lines = [_first_line(text[:begins]), _first_line(text[begins:])]
    found = (re.match(pattern, one, re.IGNORECASE) for one in lines for pattern in patterns)
    return any(one is not None and one.start('label') <= LABEL_REACH for one in found)


def _wordings(view: View, label: str, also: tuple[str, ...] = ()) -> dict[str, Mapping[str, Any]]:
    """A label by the languages that the draft is read in, the likelier first, and others that count too."""
    own = view.labels.get(label, {})
    return {
        lang: own[lang] for lang in (*(view.languages or (view.parse.grammar.lang,)), *also) if lang in own
    }


def _first_line(text: str) -> str:
    return text.lstrip().split('\n', 1)[0]
