"""A parse as far as it goes without spaCy: the fast path tries phrases in it before spaCy is imported."""

from __future__ import annotations

from policycheck.nlp import classes, clauses, marks
from policycheck.nlp.parse import Grammar, Parse
from policycheck.words.reading import Reading


def sketch(reading: Reading, grammar: Grammar) -> Parse:
    """The parse that pipeline.parse gives of a reading, but without a document.

    In it match.find finds no less than in the other. A reading keeps its sketch.
    """
    if reading.sketch is not None:
        kept: Parse = reading.sketch
        return kept
    parse = Parse(reading, grammar)
    classes.fill(parse)
    clauses.fill_sentences(parse)
    clauses.fill_clauses(parse)
    marks.fill(parse)
    reading.sketch = parse
    return parse
