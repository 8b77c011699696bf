"""Faults of word lists: entries that cannot be read, stand there twice, or are swallowed by a part of a word."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from policycheck.compiling.sources import content
from policycheck.errors import InputError
from policycheck.lint.finding import Finding, fault
from policycheck.lint.slots import covers_form, slots
from policycheck.lint.written import Known
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.schema import rulefile
from policycheck.schema.packs import Pack
from policycheck.strict_yaml.yamlfile import Line, Located
from policycheck.words.absent import circular
from policycheck.words.entries import parse_entry, takes_out
from policycheck.words.lexicon import FIRST, LAST
from policycheck.words.phrase_tree import PhraseError, Word, classes_in, variants
from policycheck.words.vocabulary import Vocabulary


class Listed(NamedTuple):
    """An entry of a word list where it stands."""

    path: str
    line: int
    text: str


def load(packs: Iterable[Pack]) -> tuple[dict[str, list[tuple[str, Located]]], list[Finding]]:
    """The files of each word list that can be read, by name, and the faults of those that cannot."""
    found: dict[str, list[tuple[str, Located]]] = {}
    faults: list[Finding] = []
    for pack in packs:
        for path in pack.words:
            name = os.path.splitext(os.path.basename(path))[0]
            try:
                found.setdefault(name, []).append((path, rulefile.load_words(path, content(path))[1]))
            except InputError as err:
                faults.append(fault(err))
    return found, faults


def findings(
    files: Mapping[str, list[tuple[str, Located]]],
    known: Known,
    words: Mapping[str, Vocabulary],
    checked: frozenset[str],
) -> Iterator[Finding]:
    """What is wrong with the entries of the files in ``checked``; with no ``words``, but for what is swallowed."""
    inside = {lang: _included(files, lang) for lang in LANGUAGES}
    for name, own in files.items():
        if checked.isdisjoint(path for path, _ in own):
            continue
        for lang in LANGUAGES:
            rows = [
                (Listed(path, line.line, line.text), line)
                for path, located in own
                if located.value.get(lang)
                for line in located.lines(lang)
            ]
            for row, line in rows:
                if row.path in checked:
                    yield from (fault(error) for error in _entry(row, line, name, known, lang, inside[lang]))
            if rows and all(row.text.startswith('-') for row, _ in rows):
                # in one file it is right where another has the words
                yield from (fault(_takes_only(row, name, lang)) for row, _ in rows if row.path in checked)
            yield from _twice([row for row, _ in rows], checked)
            if words and any(row.path in checked and '*' in row.text for row, _ in rows):
                yield from _swallowed(name, [row for row, _ in rows], words[lang], checked)


def _takes_only(row: Listed, name: str, lang: str) -> InputError:
    why = f"'{lang}' only takes words out, and no pack has words of {{{name}}}"
    return InputError(f'{why}; add some, or name the list that is meant', row.path, row.line)


def _entry(
    row: Listed, line: Line, name: str, known: Known, lang: str, inside: Mapping[str, list[str]]
) -> Iterator[InputError]:
    exception = takes_out(row.text)
    try:
        elements = parse_entry(row.text[exception:])
        variants(elements)
    except PhraseError as err:
        yield InputError(f'column {line.column + exception + err.column}: {err.message}', row.path, row.line)
        return
    except ValueError as err:
        yield InputError(str(err), row.path, row.line)
        return
    if exception and not (len(elements) == 1 and isinstance(elements[0], Word)):
        sentence = f'column {line.column + 1}: an exception is one word, or a part of one with *'
        yield InputError(sentence, row.path, row.line)
    for one in classes_in(elements):
        at = f'column {line.column + exception + one.column}'
        if one.name not in known.classes[lang]:
            yield InputError(f'{at}: {known.lacks(one.name, lang)}', row.path, row.line)
        elif (way := _way(one.name, name, inside)) is not None:
            yield InputError(f'{at}: {circular(name, way)}', row.path, row.line)


def _way(start: str, end: str, inside: Mapping[str, list[str]]) -> list[str] | None:
    """The lists by which one includes another, in their order; None where it does not, [] for itself."""
    ways = [(start, [start])]
    seen = {start}
    for name, way in ways:
        if name == end:
            return way[:-1]
        for one in inside.get(name, ()):
            if one not in seen:
                seen.add(one)
                ways.append((one, [*way, one]))
    return None


def _included(files: Mapping[str, list[tuple[str, Located]]], lang: str) -> dict[str, list[str]]:
    """The names that word lists include, by the name of the list."""
    found: dict[str, list[str]] = {}
    for name, own in files.items():
        for _, located in own:
            # most lists include none
            for line in located.lines(lang) if '{' in (located.value.get(lang) or '') else ():
                if '{' in line.text:
                    try:
                        found.setdefault(name, []).extend(
                            one.name for one in classes_in(parse_entry(line.text))
                        )
                    except PhraseError:
                        # told where its own list is checked
                        continue
    return found


def _twice(rows: Iterable[Listed], checked: frozenset[str]) -> Iterator[Finding]:
    first: dict[str, Listed] = {}
    for row in rows:
        # a cased entry is another one than the word in any case
        written = row.text if row.text.startswith('=') else ' '.join(row.text.split()).casefold()
        if written in first and row.path in checked:
            other = first[written]
            place = other.line if other.path == row.path else f'{other.path}:{other.line}'
            yield Finding(row.path, row.line, 'twice', {'phrase': row.text, 'other_line': place})
        first.setdefault(written, row)


def _swallowed(
    name: str, rows: Iterable[Listed], words: Vocabulary, checked: frozenset[str]
) -> Iterator[Finding]:
    """The words all of whose forms a part of a word in the same list finds anyway."""
    parts: list[tuple[str, Listed]] = []
    plain: list[tuple[int, Listed]] = []
    for row in rows:
        elements = parse_entry(row.text) if not row.text.startswith('-') else ()
        if len(elements) == 1 and isinstance(elements[0], Word):
            word = elements[0]
            if word.forms == 'first':
                parts.append((FIRST + word.text, row))
            elif word.forms == 'last':
                parts.append((LAST + word.text, row))
            if word.forms != 'case':
                plain.append((words.word(word), row))
    excepted = words.class_slot(name)
    found = slots(words).forms
    for slot, row in plain:
        forms = found.get(slot, frozenset())
        for part, other in parts:
            if other is row or row.path not in checked or not forms:
                continue
            if all(
                covers_form(part, form) and excepted not in words.exceptions.get(form, ()) for form in forms
            ):
                values = {'phrase': row.text, 'other': other.text, 'other_line': other.line}
                yield Finding(row.path, row.line, 'swallowed', values)
                break
