"""The finder ``require``: a trigger that needs a label, in its place and in a wording that counts."""

from __future__ import annotations

import re

from policycheck.kinds.find import match_of
from policycheck.kinds.view import Edit, Match, View
from policycheck.nlp.match import find as find_hits
from policycheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from policycheck.model import Texts

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
    own = next(iter(known.values()))
    stands = _stands(view, own)
    edits = _edits(view, own, stands, employer=plain['employer'])
    why, advice = (_told(view, plain['label'], stands, part) for part in ('why', 'advice'))
    for phrase in sorted(phrases):
        for hit in find_hits(view.parse, view.trees[phrase], ('phrase', phrase)):
            yield match_of(view, hit, f'phrase {phrase}')._replace(edits=edits, why=why, advice=advice)


class _Stands(NamedTuple):
    """What people wrote in place of a label: of which kind it is, and where it stands first, for a fix to replace."""

    kind: str
    place: tuple[int, int] | None


def _stands(view: View, own: Mapping[str, Any]) -> _Stands | None:
    """The weak or false label that a post begins with, or else that is one of its hashtags."""
    first = _first(view)
    for kind, pattern in own['instead']:
        found = re.match(pattern, view.parse.text[first:], re.IGNORECASE)
        if found is not None:
            return _Stands(kind, (first + found.start('label'), first + found.end()))
    for kind, pattern in own['tags']:
        if re.search(pattern, view.parse.text[first:], re.IGNORECASE) is not None:
            return _Stands(kind, None)
    return None


def _told(view: View, label: str, stands: _Stands | None, part: str) -> Texts | None:
    """What is said of a weak or false label, by language; None where none stands or nothing is said of it."""
    if stands is None:
        return None
    said = {lang: own['told'][stands.kind].get(part) for lang, own in view.labels[label].items()}
    return {lang: text for lang, text in said.items() if text} or None


def _first(view: View) -> int:
    return len(view.parse.text) - len(view.parse.text[view.begins :].lstrip())


def _edits(view: View, own: Mapping[str, Any], stands: _Stands | None, *, employer: bool) -> tuple[Edit, ...]:
    """The label put where the post begins, with the employer where that is wanted and the post names it.

    That it is the employer's is not known of a post with another name. A sentence, and a label
    before markup, stand on a line of their own. A weak label that stands there gives way to it.
    """
    text, name = view.parse.text, view.organisation
    known = employer and name and name.casefold() in text.casefold()
    said = own['employer'].replace('{ORG}', name) if known else own['insert']
    first = _first(view)
    # front matter before the post is blank
    at = max(text.rfind('\n', 0, first), text.rfind('\r', 0, first)) + 1
    between = ' ' if said == own['insert'] and at == first else '\n\n'
    if stands is not None and stands.place is not None:
        at, end = stands.place
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
