"""The phrase language: one line a person wrote to a tree of what has to be found.

The grammar stands in docs/phrase-language.md. Relations bind loosest, from ``&`` over ``~~~`` and
``~~`` to ``~`` and ``~>``; ``not`` belongs to the operand that follows it.
"""

from __future__ import annotations

import re

from policycheck.records import NamedTuple
from policycheck.text import SIGN, normalise, tokenise
from policycheck.words.phrase_tree import (
    Choice,
    Class,
    ClauseStart,
    Element,
    Gap,
    Not,
    PhraseError,
    Relation,
    Sequence,
    Tree,
    Word,
)

CLOSEST_GAP = 4
"""Words that ``...`` lets stand between, where no number follows it."""
WIDEST_GAP = 30


_LOOSEST_FIRST = (('&',), ('~~~',), ('~~',), ('~', '~>'))
_LEXEME = re.compile(
    r'(?P<space>\s+)|(?P<relation>~~~|~~|~>|~|&)|(?P<gap>(?:\.\.\.|…)(?P<words>\d*))'
    r'|(?P<class>\{(?P<name>[^{}]*)(?P<closed>\}?))|(?P<quoted>"(?P<exact>(?:[^"\\]|\\.)*)(?P<quote>"?))'
    r'|(?P<curly>[“”„](?P<inner>[^“”„"]*)(?P<end>[“”"]?))'
    r'|(?P<sign>[()|\[\]^])|(?P<word>=?(?:\\.|[^\s(){}\[\]|"“”„…~&^\\]|\\$)+)'
)
_NAME = re.compile(r'[a-z][a-z0-9_]*')


class _Lexeme(NamedTuple):
    kind: str
    text: str
    column: int


def parse(line: str, *, entry: bool = False) -> Tree:
    """The tree of one phrase; raises PhraseError with the column of the mistake.

    In an ``entry`` of a word list ``not`` is a word like any other.
    """
    lexemes = _lexemes(line)
    if entry:
        # H&M, health & safety: an entry has no relations, so the sign is itself
        lexemes = [_Lexeme('word', '&', one.column) if one.text == '&' else one for one in lexemes]
    if not lexemes:
        raise PhraseError('the phrase is empty', 1)
    reader = _Reader(lexemes, len(line) + 1, entry)
    tree = reader.relation(0)
    left = reader.peek()
    if left is not None:
        if left.text in (')', ']'):
            raise PhraseError(
                f"'{left.text}' closes nothing; take it out or write \\{left.text}", left.column
            )
        raise PhraseError(
            f"'{left.text}' is out of place here; write \\{left.text} for the sign itself", left.column
        )
    return tree


def _lexemes(line: str) -> list[_Lexeme]:
    found: list[_Lexeme] = []
    at = 0
    while at < len(line):
        match = _LEXEME.match(line, at)
        if match is None:
            raise PhraseError(
                f"cannot read '{line[at]}' here; write \\{line[at]} for the sign itself", at + 1
            )
        kind = match.lastgroup or ''
        column = at + 1
        at = match.end()
        if match['space'] is not None:
            continue
        if match['gap'] is not None:
            found.append(_Lexeme('gap', match['words'], column))
        elif match['class'] is not None:
            if not match['closed']:
                raise PhraseError("'{' is never closed; add }, or write \\{ for the sign itself", column)
            found.append(_Lexeme('class', match['name'].strip(), column))
        elif match['quoted'] is not None:
            if not match['quote']:
                raise PhraseError(
                    'the quotation mark is never closed; add ", or write \\" for the sign', column
                )
            found.append(_Lexeme('quoted', match['exact'], column))
        elif match['curly'] is not None:
            # as word processors write it
            if not match['end']:
                raise PhraseError(
                    f'the quotation mark is never closed; add ", or write \\{line[column - 1]} for the sign',
                    column,
                )
            found.append(_Lexeme('quoted', match['inner'], column))
        else:
            found.append(_Lexeme(kind, match.group(), column))
    return found


class _Reader:
    """A recursive descent over the lexemes of one phrase."""

    def __init__(self, lexemes: list[_Lexeme], end: int, entry: bool) -> None:
        self.entry = entry
        self.lexemes = lexemes
        self.at = 0
        self.end = end
        self.depth = 0

    def peek(self) -> _Lexeme | None:
        return self.lexemes[self.at] if self.at < len(self.lexemes) else None

    def accept(self, *texts: str) -> _Lexeme | None:
        lexeme = self.peek()
        if lexeme is not None and lexeme.kind in ('sign', 'relation') and lexeme.text in texts:
            self.at += 1
            return lexeme
        return None

    def relation(self, looseness: int) -> Tree:
        if looseness == len(_LOOSEST_FIRST):
            return self.operand()
        tree = self.relation(looseness + 1)
        while (sign := self.accept(*_LOOSEST_FIRST[looseness])) is not None:
            if self.peek() is None:
                raise PhraseError(f"something is missing after '{sign.text}'", sign.column)
            tree = Relation(sign.text, tree, self.relation(looseness + 1))
        return tree

    def operand(self) -> Tree:
        lexeme = self.peek()
        if lexeme is None:
            raise PhraseError('something is missing here', self.end)
        if lexeme.kind == 'relation':
            raise PhraseError(f"something is missing before '{lexeme.text}'", lexeme.column)
        if self._denies(lexeme):
            self.at += 1
            return Not(self.operand())
        if lexeme.text == '(' and lexeme.kind == 'sign' and self._groups_relation():
            self.at += 1
            self._go_deeper(lexeme)
            tree = self.relation(0)
            self._close(')', lexeme)
            self.depth -= 1
            return tree
        return Sequence(self.sequence())

    def _denies(self, lexeme: _Lexeme) -> bool:
        return (
            lexeme.kind == 'word'
            and lexeme.text == 'not'
            and not self.entry
            and self.at + 1 < len(self.lexemes)
        )

    def _groups_relation(self) -> bool:
        """Whether the parenthesis here holds a relation, which makes it a group and no choice."""
        depth = 0
        for lexeme in self.lexemes[self.at :]:
            if lexeme.kind == 'sign' and lexeme.text == '(':
                depth += 1
            elif lexeme.kind == 'sign' and lexeme.text == ')':
                depth -= 1
                if not depth:
                    return False
            elif lexeme.kind == 'relation' or (depth == 1 and lexeme.kind == 'word' and lexeme.text == 'not'):
                return True
        return False

    def sequence(self, closing: str = '') -> tuple[Element, ...]:
        elements: list[Element] = []
        begin = self.peek()
        while (lexeme := self.peek()) is not None:
            if lexeme.kind == 'relation':
                if closing:
                    raise PhraseError(
                        f"'{lexeme.text}' cannot stand inside alternatives; write one phrase for each",
                        lexeme.column,
                    )
                break
            if lexeme.kind == 'sign' and lexeme.text in ')]|':
                break
            self.at += 1
            elements.extend(self._elements(lexeme))
        if elements and isinstance(elements[0], Gap):
            raise PhraseError(
                '... stands between words; nothing comes before it', begin.column if begin else 1
            )
        if elements and isinstance(elements[-1], Gap):
            last = self.lexemes[self.at - 1]
            raise PhraseError('... stands between words; nothing comes after it', last.column)
        if not any(isinstance(element, Word | Class | Choice) for element in elements):
            raise PhraseError('a word is missing here', begin.column if begin else self.end)
        return tuple(elements)

    def _elements(self, lexeme: _Lexeme) -> list[Element]:
        if lexeme.kind == 'gap':
            return [_gap(lexeme)]
        if lexeme.kind == 'class':
            if not _NAME.fullmatch(lexeme.text):
                raise PhraseError(
                    f"'{{{lexeme.text}}}' is no name of a class; names have small letters, digits and _",
                    lexeme.column,
                )
            return [Class(lexeme.text, lexeme.column)]
        if lexeme.kind == 'quoted':
            return _words(_unescaped(lexeme.text), 'exact', lexeme.column)
        if lexeme.kind == 'word':
            return _plain_words(lexeme)
        if lexeme.text == '^':
            return [ClauseStart()]
        self._go_deeper(lexeme)
        closing = ')' if lexeme.text == '(' else ']'
        options = [self.sequence(closing)]
        while self.accept('|'):
            options.append(self.sequence(closing))
        self._close(closing, lexeme)
        self.depth -= 1
        return [Choice((*options, ()) if closing == ']' else tuple(options))]

    def _go_deeper(self, opened: _Lexeme) -> None:
        self.depth += 1
        if self.depth > 20:
            raise PhraseError('parentheses are nested too deep; split the phrase', opened.column)

    def _close(self, closing: str, opened: _Lexeme) -> None:
        if not self.accept(closing):
            left = self.peek()
            if left is not None and left.text == '|' and left.kind == 'sign' and closing == ')':
                raise PhraseError(
                    "'|' cannot stand beside a relation; put the alternatives into brackets of their own, "
                    'or write one phrase for each',
                    left.column,
                )
            raise PhraseError(
                f"'{opened.text}' is never closed; add {closing}, or write \\{opened.text} for the sign itself",
                opened.column,
            )


def _gap(lexeme: _Lexeme) -> Gap:
    words = int(lexeme.text[:4]) if lexeme.text else CLOSEST_GAP
    if not 1 <= words <= WIDEST_GAP:
        raise PhraseError(f'a gap spans 1 to {WIDEST_GAP} words', lexeme.column)
    return Gap(words)


def _plain_words(lexeme: _Lexeme) -> list[Element]:
    written = lexeme.text
    if written.startswith('=') and len(written) > 1:
        return _words(_unescaped(written[1:]), 'case', lexeme.column)
    if len(written) > 1 and written.endswith('*') and not written.endswith(('\\*', '**')):
        return [_part(_unescaped(written[:-1]), 'first', lexeme.column)]
    if len(written) > 1 and written.startswith('*'):
        return [_part(_unescaped(written[1:]), 'last', lexeme.column)]
    return _words(_unescaped(written), 'inflected', lexeme.column)


def _part(text: str, forms: str, column: int) -> Word:
    plain = normalise(text).text.lower()
    if not plain.isalpha() or len(plain) < 2:
        raise PhraseError('before or after * stands a part of one word, two letters or more', column)
    return Word(plain, forms, column)


def _words(text: str, forms: str, column: int) -> list[Element]:
    plain = normalise(text).text
    tokens = tokenise(plain)
    if not tokens.words:
        raise PhraseError('there is no word here', column)
    # hyphens are optional between words, so they are no words of a phrase
    all_of = range(len(tokens.words))
    hyphens = {i for i in all_of if tokens.kinds[i] == SIGN and tokens.words[i] in '-\u2010\u2011'}
    shown = [i for i in all_of if i not in hyphens] or [*all_of]
    if len(shown) > 1 and forms == 'inflected' and ' ' not in plain:
        # one written word of several tokens, don't or so-called, stands for itself; a compound bends at its end
        forms_of = ['exact'] * (len(shown) - 1) + ['exact' if "'" in plain else 'inflected']
    else:
        forms_of = [forms] * len(shown)
    return [
        Word(plain[tokens.starts[i] : tokens.ends[i]] if forms == 'case' else tokens.words[i], kind, column)
        for i, kind in zip(shown, forms_of, strict=True)
    ]


def _unescaped(text: str) -> str:
    return re.sub(r'\\(.)', r'\1', text)
