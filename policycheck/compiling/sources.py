"""Rule files and word lists as they were written: read, parsed, every phrase with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from policycheck.compiling.own_words import OwnWords
from policycheck.errors import InputError
from policycheck.records import NamedTuple
from policycheck.schema import rulefile
from policycheck.strict_yaml.yamlfile import Line, Located
from policycheck.words.entries import Entry, WordTable, parse_entry, takes_out
from policycheck.words.phrase_tree import PhraseError, Tree, Word, sequences, words_of
from policycheck.words.phrases import parse

_LARGEST = 50_000_001


def content(path: str) -> bytes:
    """The bytes of a file, cut where it is far too large; raises InputError where it cannot be read."""
    try:
        with open(path, 'rb') as file:
            return file.read(_LARGEST)
    except OSError as err:
        raise InputError(f'cannot be read: {err.strerror or err}', path) from err


class RuleSource:
    """A rule file as it was read."""

    def __init__(self, rule_id: str, path: str) -> None:
        self.id = rule_id
        self.path = path
        self.file, self.located = rulefile.load(path, content(path))
        self.changed: Mapping[str, OwnWords] = {}
        """What the policy changes of its words, by language."""


class Written:
    """A phrase, parsed, with its place in the file; raises InputError where it cannot be parsed."""

    __slots__ = ('column', 'line', 'of_policy', 'path', 'text', 'tree')

    def __init__(self, text: str, path: str, line: int, column: int, *, of_policy: bool = False) -> None:
        self.text = text
        self.path = path
        self.line = line
        self.column = column
        self.of_policy = of_policy
        try:
            self.tree = parse(text)
        except PhraseError as err:
            raise InputError(f'column {column + err.column}: {err.message}', path, line) from err


class Taken(NamedTuple):
    """A word, or an entry of a word list, that the policy takes from what a rule looks for."""

    text: str
    words: tuple[Word, ...]
    path: str
    line: int


class Trees(NamedTuple):
    """The phrases of a rule in one language, by the key they stand under, as the policy changes them."""

    find: list[Written]
    require: list[Written]
    points: list[tuple[int, Written]]
    adjust: list[list[Written]]
    """By entry of ``adjust``: the phrases of its ``has``."""
    fix: list[tuple[Written, str]]
    taken: list[Taken]
    """What is to be taken from the word lists that its finders ask for."""

    def all(self) -> Iterable[Written]:
        """Every phrase."""
        yield from self.find
        yield from self.require
        yield from (one for _, one in self.points)
        for phrases in self.adjust:
            yield from phrases
        yield from (one for one, _ in self.fix)


def trees(source: RuleSource, lang: str) -> Trees:
    """The phrases of a rule in one language; raises InputError at the first that cannot be read."""
    file, located = source.file, source.located

    def block(*keys: str | int) -> list[Written]:
        return [Written(line.text, source.path, line.line, line.column) for line in located.lines(*keys)]

    require: Mapping[Any, str] = file.require.when if file.require else {}
    find: Mapping[Any, str] = file.find
    fixes: Mapping[Any, Mapping[Any, str]] = file.fix
    conditions: list[Mapping[Any, str]] = [entry.has for entry in file.adjust]
    own = Trees(
        find=block('find', lang) if find.get(lang) else [],
        require=block('require', 'when', lang) if require.get(lang) else [],
        points=_points(source.path, located.lines('points', lang))
        if file.points and getattr(file.points, lang)
        else [],
        adjust=[block('adjust', i, 'has', lang) if has.get(lang) else [] for i, has in enumerate(conditions)],
        fix=[
            (Written(phrase, source.path, located.line('fix', lang, phrase), 0), text)
            for phrase, text in fixes.get(lang, {}).items()
        ],
        taken=[],
    )
    return _changed(own, source.changed[lang]) if lang in source.changed else own


def _changed(own: Trees, words: OwnWords) -> Trees:
    """The phrases of a rule as the policy changes them; raises InputError for a line that cannot be read."""
    taken = {line.text: line for line in words.taken}
    here = [*own.find, *own.require, *(one for _, one in own.points)]
    phrases = [
        Written(line.text, words.path, line.line, line.column, of_policy=True) for line in words.phrases
    ]
    find, require = ([], phrases) if words.calls_for_label else (phrases, [])
    return own._replace(
        find=[one for one in own.find if one.text not in taken] + find,
        require=[one for one in own.require if one.text not in taken] + require,
        points=[one for one in own.points if one[1].text not in taken]
        + _points(words.path, words.points, of_policy=True),
        taken=[
            Taken(text, _entry(text), words.path, line.line)
            for text, line in taken.items()
            if text not in {one.text for one in here}
        ],
    )


def _entry(text: str) -> tuple[Word, ...]:
    """The words of an entry of a word list; none of what is no such entry."""
    try:
        elements = parse_entry(text)
    except PhraseError:
        return ()
    words = tuple(one for one in elements if isinstance(one, Word))
    return words if len(words) == len(elements) else ()


def _points(path: str, lines: Iterable[Line], *, of_policy: bool = False) -> list[tuple[int, Written]]:
    found = []
    for line in lines:
        points, _, phrase = line.text.partition(' ')
        try:
            weight = int(points)
        except ValueError as err:
            raise InputError(
                f"a line of points begins with a whole number, '3 {{employer}} ~ {{contempt}}'; '{points}' is none",
                path,
                line.line,
            ) from err
        column = line.column + len(line.text) - len(phrase.lstrip())
        found.append((weight, Written(phrase.strip(), path, line.line, column, of_policy=of_policy)))
    return found


def word_table(files: Iterable[tuple[str, Located]], lang: str) -> WordTable:
    """The entries of a word list in one language, from all the files that add to it; raises InputError."""
    entries: list[Entry] = []
    masked = False
    for path, located in files:
        masked = masked or str(located.value.get('masked') or '').lower() in ('true', 'yes')
        for line in located.lines(lang):
            exception = takes_out(line.text)
            try:
                elements = parse_entry(line.text[1:] if exception else line.text)
            except PhraseError as err:
                raise InputError(
                    f'column {line.column + exception + err.column}: {err.message}', path, line.line
                ) from err
            if exception and not (len(elements) == 1 and isinstance(elements[0], Word)):
                raise InputError(
                    f'column {line.column + 1}: an exception is one word, or a part of one with *',
                    path,
                    line.line,
                )
            entries.append(Entry(elements, exception, path, line.line, line.column + exception))
    return WordTable(tuple(entries), masked)


def inflected(tables: Iterable[WordTable], of_rules: Iterable[Trees]) -> set[str]:
    """Every word of the lists and phrases that stands for its inflected forms."""
    words = {
        word.text
        for table in tables
        for entry in table.entries
        for word in words_of(entry.elements)
        if word.forms in _BENDING
    }
    for own in of_rules:
        for one in own.all():
            words.update(_words_in(one.tree))
        for taken in own.taken:
            words.update(word.text for word in taken.words)
    return words


_BENDING = ('inflected', 'last')


def _words_in(tree: Tree) -> Iterable[str]:
    return [word.text for own in sequences(tree) for word in words_of(own.elements) if word.forms in _BENDING]
