"""Marks of a parse: where it denies, quotes, reports, asks, supposes, looks back or speaks of another employer."""

from __future__ import annotations

from collections.abc import Iterable

from policycheck.nlp.parse import Parse, Scope
from policycheck.reading import TokenSpan
from policycheck.text import END

_PAIRS = {
    '\u201c': '\u201d\u201c',
    '\u201e': '\u201c\u201d',
    '\u00ab': '\u00bb',
    '\u00bb': '\u00ab\u00bb',
    '\u201d': '\u201d',
    '"': '"',
}
_SHORTEST_QUOTATION = 3
"""Words; one or two between marks are a distance taken ('leadership'), no quotation."""
_LONGEST_QUOTATION = 120
_BEFORE_NEGATION = 2
"""A Nordic verb stands less than so many words before the negation that follows it."""
_BREAKS = frozenset((',', ';', ':', ')', '(', '\u2013', '\u2014'))


def fill(parse: Parse) -> None:
    """Puts the scopes of every mark into the parse, by the names of MARKS; marks without one are left out."""
    found = {
        'negated': _negations(parse),
        'quoted': _quotations(parse),
        'reported': _over_sentences(parse, 'reporting'),
        'question': _questions(parse),
        'conditional': _conditions(parse),
        'past': _over_clauses(parse, 'past'),
        'others': _over_clauses(parse, 'others'),
    }
    parse.marks = {name: scopes for name, scopes in found.items() if scopes}


def of_parts(parse: Parse, parts: Iterable[TokenSpan]) -> frozenset[str]:
    """The marks that some part of a hit stands under, by words that are not themselves part of it."""
    own = tuple(parts)
    return frozenset(name for name in parse.marks if cue(parse, name, own) is not None)


def cue(parse: Parse, name: str, parts: Iterable[TokenSpan]) -> TokenSpan | None:
    """The words that set a mark on a hit: the first that are not themselves part of it; None without the mark."""
    own = tuple(parts)
    return next(
        (
            scope.cue
            for part in own
            for scope in _scopes_near(parse, name, part)
            if _covers(scope, part) and not _holds(own, scope.cue)
        ),
        None,
    )


def is_negated(parse: Parse, parts: Iterable[TokenSpan]) -> TokenSpan | None:
    """The negation that some of the parts stand under, or None.

    In Norwegian and Swedish main clauses it follows the verb that it denies, after a pronoun at
    most: ``ledelsen hører ikke``, ``de bryr seg aldri``.
    """
    verb_first = parse.grammar.lang in ('nb', 'sv')
    for part in parts:
        for scope in _scopes_near(parse, 'negated', part):
            if _covers(scope, part):
                return scope.cue
            before = scope.cue[0] - part[1]
            if (
                verb_first
                and 0 <= before < _BEFORE_NEGATION
                and parse.clause_of[part[0]] == parse.clause_of[scope.cue[0]]
                and _BREAKS.isdisjoint(parse.tokens.words[part[1] : scope.cue[0]])
            ):
                return scope.cue
    return None


def _scopes_near(parse: Parse, name: str, part: TokenSpan) -> list[Scope]:
    """The scopes of a mark that reach into the sentence where a part begins."""
    by_sentence = parse.scopes.get(name)
    if by_sentence is None:
        by_sentence = parse.scopes[name] = {}
        for scope in parse.marks.get(name, ()):
            if scope.start < scope.end:
                first, last = parse.sentence_of[scope.start], parse.sentence_of[scope.end - 1]
                for sentence in range(first, last + 1):
                    by_sentence.setdefault(sentence, []).append(scope)
    return by_sentence.get(parse.sentence_of[part[0]], [])


def _covers(scope: Scope, part: TokenSpan) -> bool:
    return scope.start <= part[0] and part[1] <= scope.end


def _holds(parts: Iterable[TokenSpan], cue: TokenSpan) -> bool:
    return any(start <= cue[0] and cue[1] <= end for start, end in parts)


def _negations(parse: Parse) -> list[Scope]:
    void = {token for start, end in parse.of('not_only') for token in range(start, end)}
    raising = {token for start, end in parse.of('raising') for token in range(start, end)}
    subordinators = {start for start, _ in parse.of('subordinator')}
    words = parse.tokens.words
    scopes = []
    for start, end in parse.of('negation'):
        if start in void and end - 1 in void:
            continue
        clause_begin, clause_end = parse.clause(start)
        raised = any(
            token in raising for token in range(max(clause_begin, start - 4), min(clause_end, end + 3))
        )
        stop = end
        if raised:
            # 'Jeg synes ikke at ledelsen er udugelig': the negation belongs to what is thought
            stop = parse.sentence(start)[1]
        else:
            while (
                stop < clause_end
                and words[stop] not in _BREAKS
                and not (stop in subordinators and stop > end)
            ):
                stop += 1
        scopes.append(Scope(end, stop, (start, end)))
    return scopes


def _quotations(parse: Parse) -> list[Scope]:
    scopes = []
    words = parse.tokens.words
    i = 0
    while i < parse.count:
        closers = _PAIRS.get(words[i])
        if closers is None:
            i += 1
            continue
        end = i + 1
        last = min(parse.count, i + _LONGEST_QUOTATION)
        while end < last and words[end] not in closers:
            end += 1
        if end < last and end > i + 1:
            if sum(word.isalnum() for word in words[i + 1 : end]) >= _SHORTEST_QUOTATION:
                scopes.append(Scope(i + 1, end, (i, i + 1)))
            i = end + 1
        else:
            i += 1
    return scopes


def _questions(parse: Parse) -> list[Scope]:
    scopes: dict[TokenSpan, Scope] = {}
    for i, kind in enumerate(parse.tokens.kinds):
        if kind == END and '?' in parse.tokens.words[i]:
            span = parse.sentence(i)
            scopes.setdefault(span, Scope(*span, (i, i + 1)))
    return list(scopes.values())


def _conditions(parse: Parse) -> list[Scope]:
    scopes = []
    for start, end in parse.of('condition'):
        stop = end
        _, clause_end = parse.clause(start)
        while stop < clause_end and parse.tokens.words[stop] not in _BREAKS:
            stop += 1
        scopes.append(Scope(start, stop, (start, end)))
    return scopes


def _over_sentences(parse: Parse, name: str) -> list[Scope]:
    return [Scope(*parse.sentence(start), (start, end)) for start, end in parse.of(name)]


def _over_clauses(parse: Parse, name: str) -> list[Scope]:
    return [Scope(*parse.clause(start), (start, end)) for start, end in parse.of(name)]
