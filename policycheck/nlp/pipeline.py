"""spaCy blank pipelines with the components of policycheck, one for each language."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import registry
from spacy.vocab import Vocab

from policycheck.nlp import classes, clauses, marks
from policycheck.nlp.parse import Grammar, Parse
from policycheck.text import Tokens, tokenise
from policycheck.words.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

Doc.set_extension('parse', default=None)
Token.set_extension('slots', getter=lambda token: token.doc._.parse.inside.get(token.i, frozenset()))


def parse(reading: Reading, grammar: Grammar) -> Parse:
    """The parse of a reading: its spaCy document under ``doc``, sentences, clauses, classes and marks filled."""
    found: Parse = reading.sketch or Parse(reading, grammar)
    # in a sketch, runs of words are found by other means
    found.hits.clear()
    nlp = _pipeline(grammar.lang)
    found.doc = _document(nlp.vocab, found)
    nlp(found.doc)
    return found


@cache
def _pipeline(lang: str) -> Language:
    nlp = spacy.blank(lang, config={'nlp': {'tokenizer': {'@tokenizers': 'policycheck.tokens.v1'}}})
    for name in _COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def _tokenizer() -> Callable[[Language], Callable[[str], Doc]]:
    # spaCy's own takes long to build and would not see the words that the fast path sees
    return lambda nlp: lambda text: Doc(nlp.vocab, *_words(text, tokenise(text)))


registry.tokenizers.register('policycheck.tokens.v1', func=_tokenizer)


def _words(text: str, tokens: Tokens) -> tuple[list[str], list[bool]]:
    """The words of a text as they stand there, and whether a space follows each."""
    starts, ends = tokens.starts, tokens.ends
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return words, [end < following for end, following in zip(ends, [*starts[1:], 0], strict=False)]


def _document(vocab: Vocab, found: Parse) -> Doc:
    words, spaces = _words(found.text, found.tokens)
    # spaCy's setter of one token's sentence start looks through the whole document
    begins = set(found.reading.sentences)
    doc = Doc(vocab, words=words, spaces=spaces, sent_starts=[i in begins for i in range(len(words))])
    doc._.parse = found
    return doc


def _component(name: str, fill: Callable[[Parse], None]) -> None:
    """Registers a component that fills a part of the parse, unless the sketch of the text has."""

    def component(doc: Doc) -> Doc:
        if doc._.parse is not doc._.parse.reading.sketch:
            fill(doc._.parse)
        return doc

    Language.component(name, func=component)


_COMPONENTS: dict[str, Callable[[Parse], None]] = {
    'policycheck_classes': classes.fill,
    'policycheck_sentences': clauses.fill_sentences,
    'policycheck_clauses': clauses.fill_clauses,
    'policycheck_marks': marks.fill,
}
for _name, _fill in _COMPONENTS.items():
    _component(_name, _fill)


def matcher(lang: str, patterns: list[list[dict[str, Any]]]) -> Any:
    """A spaCy Matcher of these token patterns; raises ValueError where spaCy refuses one."""
    from spacy.matcher import Matcher

    found = Matcher(_pipeline(lang).vocab, validate=True)
    found.add('phrase', patterns, greedy='LONGEST')
    return found
