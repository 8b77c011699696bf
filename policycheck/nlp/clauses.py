"""Sentences and clauses of a parse: a clause ends where a sentence turns (but, while, because) or at a semicolon."""

from __future__ import annotations

from policycheck.nlp.parse import Parse


def fill_sentences(parse: Parse) -> None:
    """Numbers the sentence of every token, counted through the draft."""
    bounds = [*parse.reading.sentences[1:], parse.count]
    for number, end in enumerate(bounds):
        parse.sentence_of.extend([number] * (end - len(parse.sentence_of)))


def fill_clauses(parse: Parse) -> None:
    """Numbers the clause of every token, counted through the draft."""
    turns = {start for start, _ in parse.of('clause_break')}
    words = parse.tokens.words
    clause = -1
    sentence = -1
    fresh = True
    for i in range(parse.count):
        if parse.sentence_of[i] != sentence:
            sentence = parse.sentence_of[i]
            clause += 1
            fresh = True
        elif (i in turns and not fresh) or words[i - 1] == ';':
            clause += 1
            fresh = True
        if words[i].isalnum() and i not in turns:
            fresh = False
        parse.clause_of.append(clause)


def at_clause_start(parse: Parse, token: int) -> bool:
    """Whether only signs, emoji, mentions and a joining word come before the token in its clause.

    After a comma or a colon a new start is possible too: ``Hurry, buy now``.
    """
    begin, _ = parse.clause(token)
    before = token - 1
    joiners = parse.hits.get('joiners')
    if joiners is None:
        joiners = {start for name in ('clause_break', 'and_words') for start, _ in parse.of(name)}
        parse.hits['joiners'] = joiners
    while before >= begin:
        word = parse.tokens.words[before]
        if word in (',', ':', '\u2013', '\u2014') or (word == '-' and not _inside_word(parse, before)):
            return True
        if word.isalnum() and before not in joiners:
            return False
        before -= 1
    return True


def _inside_word(parse: Parse, token: int) -> bool:
    starts, ends = parse.tokens.starts, parse.tokens.ends
    return token > 0 and token + 1 < parse.count and ends[token - 1] == starts[token] == starts[token + 1] - 1
