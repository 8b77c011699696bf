"""Dictionary forms to their inflected forms, while rules are compiled; never while drafts are checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

# Degree counts as form: comparatives and superlatives stand for themselves (DESIGN, phrase language).
_IRREGULAR_DEGREE = {
    'en': frozenset(
        [
            'better',
            'best',
            'worse',
            'worst',
            'more',
            'most',
            'less',
            'least',
            'further',
            'furthest',
            'elder',
            'eldest',
        ]
    ),
    'nb': frozenset(
        [
            'bedre',
            'best',
            'beste',
            'verre',
            'verst',
            'verste',
            'mer',
            'mest',
            'meste',
            'mindre',
            'minst',
            'minste',
            'større',
            'størst',
            'største',
            'yngre',
            'yngst',
            'yngste',
            'eldre',
            'eldst',
            'eldste',
            'lengre',
            'lengst',
            'lengste',
            'tyngre',
            'tyngst',
            'tyngste',
            'færre',
            'flere',
            'flest',
            'fleste',
        ]
    ),
    'sv': frozenset(
        [
            'bättre',
            'bäst',
            'bästa',
            'sämre',
            'sämst',
            'sämsta',
            'värre',
            'värst',
            'värsta',
            'mer',
            'mest',
            'mesta',
            'mindre',
            'minst',
            'minsta',
            'större',
            'störst',
            'största',
            'yngre',
            'yngst',
            'yngsta',
            'äldre',
            'äldst',
            'äldsta',
            'längre',
            'längst',
            'längsta',
            'tyngre',
            'tyngst',
            'tyngsta',
            'färre',
            'fler',
            'flest',
            'flesta',
        ]
    ),
    'fi': frozenset(['paras', 'parhaan', 'parhaat', 'parhaita', 'parhain', 'parhainten', 'parhaitten']),
}
_DEGREE = {
    'en': (re.compile(r'(?:er|est)$'), ('er', 'est')),
    'nb': (re.compile(r'(?:ere|est|este|st|ste)$'), ('ere', 'st')),
    'sv': (re.compile(r'(?:are|ast|aste)s?$'), ('are', 'ast')),
}
_FINNISH_DEGREE = re.compile(r'(?:mp[iaäoue]|mm[iaä])')
EXPANSION = '4'
"""Part of the name under which forms are kept; raised when a word expands to others, or is kept otherwise."""

_SHORTEST_LAST_PART = 4


def expand(
    lang: str, words: Iterable[str], more: Mapping[str, Iterable[str]] | None = None
) -> dict[str, list[str]]:
    """The surface forms of each word, lower case and sorted, the word itself among them.

    A dictionary form gives its inflected forms (simplemma's dictionary turned round), a compound
    unknown to the dictionary those of its last part, any other form itself. ``more`` adds forms by
    dictionary form. Reads the whole dictionary of the language, which takes seconds.
    """
    wanted = sorted({word.lower() for word in words})
    asked = {word.encode() for word in wanted}
    if lang != 'en':
        asked |= {last.encode() for word in wanted for _, last in _cuts(word)}
    # a dictionary has millions of forms: only those of the words asked for are kept of it
    lemma_of: dict[bytes, bytes] = {}
    inverse: dict[bytes, list[str]] = {}
    for form, lemma in _entries(lang, asked):
        if form in asked:
            lemma_of[form] = lemma
        if lemma in asked:
            inverse.setdefault(lemma, []).append(form.decode().lower())
    parts = {word: _split(word, lemma_of, lang) for word in wanted}
    extra = {word.lower(): [form.lower() for form in forms] for word, forms in (more or {}).items()}
    expanded: dict[str, list[str]] = {}
    for word in wanted:
        first, last = parts[word]
        forms = {word, *extra.get(word, ())}
        if last:
            own = [form for form in inverse.get(last.encode(), ()) if form.isalpha()]
            kept = _without_degree(lang, last, [*own, *_regular(lang, last, own), *extra.get(last, ())])
            forms.update(first + form for form in kept)
        expanded[word] = sorted(forms)
    return expanded


def _entries(lang: str, asked: set[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The forms of a dictionary with their lemmas where one of the two is asked for.

    They are read as they stand in the file: whole, it takes 400 MB.
    """
    try:
        from simplemma.strategies.dictionaries import frontcode
        from simplemma.strategies.dictionaries.dictionary_factory import _read_decompressed

        data = _read_decompressed(lang)
        backwards, _, start = frontcode._read_header(data)
        records = frontcode._iter_records(data, start)
    except (ImportError, AttributeError, ValueError):
        # another version of simplemma, with files of its own
        from simplemma.strategies.dictionaries import DefaultDictionaryFactory

        dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(lang)
        yield from ((form.encode(), lemma.encode()) for form, lemma in dictionary.items())
        return
    # most entries are nobody's: none of them is turned round
    wanted = {word[::-1] for word in asked} if backwards else asked
    for _, form, lemma in records:
        if form in wanted or lemma in wanted:
            yield (form[::-1], lemma[::-1]) if backwards else (form, lemma)


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Where a compound may be cut: the first part and the last, which is four letters at least."""
    for cut in range(2, len(word) - _SHORTEST_LAST_PART + 1):
        yield word[:cut], word[cut:]


def _split(word: str, lemma_of: Mapping[bytes, bytes], lang: str) -> tuple[str, str]:
    """The part of a word that does not bend and the dictionary form that does, '' where none does."""
    key = word.encode()
    if lemma_of.get(key) == key:
        return '', word
    if key in lemma_of or lang == 'en':
        return '', ''
    for first, last in _cuts(word):
        own = last.encode()
        if lemma_of.get(own) == own:
            return first, last
    return '', ''


def _without_degree(lang: str, lemma: str, forms: Iterable[str]) -> list[str]:
    irregular = _IRREGULAR_DEGREE.get(lang, frozenset())
    kept = {form for form in forms if form not in irregular and form.removesuffix('s') not in irregular}
    if lang == 'fi':
        at = len(lemma) - 2
        return [form for form in kept if form == lemma or not _FINNISH_DEGREE.search(form[at:])]
    if lang in _DEGREE:
        pattern, (comparative, superlative) = _DEGREE[lang]
        # an adjective shows both degrees; a verb or noun that ends alike does not
        if any(form.endswith(comparative) for form in kept) and any(
            pattern.search(form) and superlative in form[-5:] for form in kept
        ):
            return [form for form in kept if form == lemma or not pattern.search(form)]
    return list(kept)


def _regular(lang: str, lemma: str, own: list[str]) -> list[str]:
    """Regular forms that the Norwegian dictionary often lacks: sjef-er, hate-r, and nynorsk endings."""
    if lang != 'nb' or len(lemma) < 3:
        return []
    known = set(own)
    stem = lemma.removesuffix('e')
    forms: list[str] = []
    if lemma.endswith('e') and (f'{stem}ende' in known or f'{lemma}s' in known):
        forms += [f'{lemma}r', f'{stem}er', f'{stem}ar', f'{stem}a']
        if not stem.endswith(('t', 'd')):
            forms += [f'{stem}te', f'{stem}t', f'{stem}et']
        else:
            forms += [f'{stem}et']
    if {f'{stem}en', f'{stem}a', f'{stem}ene'} & known and f'{stem}ende' not in known:
        forms += [f'{stem}er', f'{stem}ene', f'{stem}ar', f'{stem}ane', f'{stem}ens', f'{lemma}s']
        if f'{stem}a' in known:
            forms.append(f'{stem}a')
    if f'{stem}et' in known and f'{stem}ende' not in known:
        forms += [f'{stem}ene', f'{stem}a', f'{stem}ets']
    return forms
