"""Marks of a parse: where it denies, quotes, reports, asks, supposes, looks back or speaks of another employer."""

from __future__ import annotations

from itertools import pairwise

from policycheck.nlp.clauses import at_clause_start
from policycheck.nlp.parse import Parse, Scope
from policycheck.nlp.quotations import quotations
from policycheck.text import END, WORD
from policycheck.words.reading import TokenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEFORE_NEGATION = 2
"""A Nordic verb stands less than so many words before the negation that follows it."""
_AFTER_IN = frozenset(
    ('sommeren', 'sommaren', 'vinteren', 'vintern', 'våren', 'høsten', 'hausten', 'hösten', 'dagen', 'dagene',
     'dagarna', 'kvelden', 'kvällen', 'kvällarna', 'natta', 'natten', 'natti', 'nätterna', 'morgenen', 'morgonen',
     'mornarna', 'året', 'kort', 'lite', 'litt', 'bord', 'igjen', 'igen', 'mulig', 'mogleg', 'möjligt', 'lov')
)  # fmt: skip
"""Words before which the Scandinavian ``om`` is no if: in the summer, soon, on board, about."""
_SPANS_OF_TIME = frozenset(
    ('uke', 'veke', 'vecka', 'uker', 'veker', 'veckor', 'måned', 'månad', 'måneder', 'månader', 'år', 'dag', 'dager',
     'dagar', 'døgn', 'dygn', 'time', 'timer', 'timme', 'timmar', 'minutt', 'minutter', 'minut', 'minuter', 'stund',
     'tid', 'kvart', 'kvarter', 'halvtime', 'halvtimme', 'sekund', 'sekunder')
)  # fmt: skip
_BREAKS = frozenset((',', ';', ':', ')', '(', '\u2013', '\u2014'))
_MODALS = frozenset(
    ('kan', 'kunde', 'kunne', 'ska', 'skal', 'skulle', 'vill', 'vil', 'ville', 'har', 'hade', 'måste', 'må', 'måtte',
     'får', 'fick', 'fikk', 'bör', 'bør', 'borde', 'burde', 'brukar', 'pleier', 'tänker')
)  # fmt: skip
_SUBJECTS = frozenset(('jag', 'jeg', 'eg', 'vi', 'du', 'han', 'hon', 'hun', 'ni'))
_TOPIC = 4
"""So many words at most does what ``om`` speaks about, or what is denied in front, take before the verb."""
_IS = frozenset(
    ('er', 'var', 'blir', 'ble', 'blei', 'vart', 'är', 'blev', 'ole', 'oo', 'ollut', 'ollu', 'olleet')
)
_PRONOUNS = frozenset(
    ('den', 'det', 'de', 'dei', 'han', 'hun', 'ho', 'hon', 'vi', 'jeg', 'eg', 'jag', 'du', 'dere', 'ni',
     'se', 'ne', 'hän', 'he', 'me', 'minä', 'mä', 'sinä', 'sä', 'te', 'tämä', 'nämä')
)  # fmt: skip


def fill(parse: Parse) -> None:
    """Puts the scopes of every mark into the parse, by the names of MARKS; marks without one are left out."""
    found = {
        'negated': _negations(parse),
        'quoted': quotations(parse),
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
        topic_end = _denied_in_front(parse, clause_begin, start, end, clause_end)
        if clause_begin < topic_end:
            scopes.append(Scope(clause_begin, topic_end, (start, end)))
    return scopes


def _denied_in_front(parse: Parse, begin: int, start: int, end: int, clause_end: int) -> int:
    """Where what a clause begins with, and denies with its last words, ends; ``begin`` where it denies nothing so.

    ``Gratis er det ikke``, ``Ilmainen se ei ole``; not ``Late sjefer er det ikke mangel på``.
    """
    words, kinds = parse.tokens.words, parse.tokens.kinds
    finnish = parse.grammar.lang == 'fi'
    topic_end, last = (start - 1, end + 1) if finnish else (start - 2, end)
    if not begin < topic_end <= begin + _TOPIC or (last < clause_end and kinds[last] == WORD):
        return begin
    verb, subject = (
        (words[end:last], words[topic_end]) if finnish else (words[topic_end:][:1], words[start - 1])
    )
    return topic_end if subject in _PRONOUNS and not _IS.isdisjoint(verb) else begin


def _questions(parse: Parse) -> list[Scope]:
    scopes: dict[TokenSpan, Scope] = {}
    for i, kind in enumerate(parse.tokens.kinds):
        if kind == END and '?' in parse.tokens.words[i]:
            span = parse.sentence(i)
            scopes.setdefault(span, Scope(*span, (i, i + 1)))
    return list(scopes.values())


def _conditions(parse: Parse) -> list[Scope]:
    scopes = []
    for start, end in sorted({*parse.of('condition'), *_if_in_front(parse)}):
        stop = end
        _, clause_end = parse.clause(start)
        while stop < clause_end and parse.tokens.words[stop] not in _BREAKS:
            stop += 1
        scopes.append(Scope(start, stop, (start, end)))
    return scopes


def _if_in_front(parse: Parse) -> Iterator[TokenSpan]:
    """The Scandinavian ``om`` that opens a clause and is an if: ``Om min chef slutar``, not ``Om en vecka``."""
    words, kinds = parse.tokens.words, parse.tokens.kinds
    if parse.grammar.lang not in ('nb', 'sv'):
        return
    for i, word in enumerate(words[:-2]):
        if (
            word == 'om'
            and kinds[i + 1] == WORD
            and words[i + 1] not in _AFTER_IN
            and _SPANS_OF_TIME.isdisjoint(words[i + 2 : i + 4])
            and at_clause_start(parse, i)
            and not _speaks_about(words[i + 1 : i + _TOPIC + 3])
        ):
            yield i, i + 1


def _speaks_about(after: list[str]) -> bool:
    """Whether ``om`` is *about*: a topic, then a verb before its subject, as in ``Om chefen kan jag säga mycket``.

    In a clause with *if* the subject comes first. Only auxiliary verbs are asked: after others a
    clause may follow that has lost its *that* (``Om chefen tror vi ljuger``).
    """
    for verb, subject in pairwise(after[1:]):
        if verb in _BREAKS:
            return False
        if verb in _MODALS:
            return subject in _SUBJECTS
    return False


def _over_sentences(parse: Parse, name: str) -> list[Scope]:
    return [Scope(*parse.sentence(start), (start, end)) for start, end in parse.of(name)]


def _over_clauses(parse: Parse, name: str) -> list[Scope]:
    return [Scope(*parse.clause(start), (start, end)) for start, end in parse.of(name)]
