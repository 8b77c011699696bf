"""Dictionary forms to their inflected forms, while rules are compiled; never while drafts are checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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
EXPANSION = '3'
"""Part of the name under which forms are kept; raised when the same word expands to others."""

_SHORTEST_LAST_PART = 4


def expand(
    lang: str, words: Iterable[str], more: Mapping[str, Iterable[str]] | None = None
) -> dict[str, list[str]]:
    """The surface forms of each word, lower case and sorted, the word itself among them.

    A dictionary form gives its inflected forms (simplemma's dictionary turned round), a compound
    unknown to the dictionary those of its last part, any other form itself. ``more`` adds forms by
    dictionary form. Loads the whole dictionary of the language: seconds, for Finnish 400 MB.
    """
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    wanted = sorted({word.lower() for word in words})
    lemma_of: dict[bytes, bytes] = _entries(DefaultDictionaryFactory(cache_max_size=1).get_dictionary(lang))
    parts = {word: _split(word, lemma_of, lang) for word in wanted}
    inverse: dict[bytes, list[str]] = {part.encode(): [] for _, part in parts.values() if part}
    for form, lemma in lemma_of.items():
        if lemma in inverse:
            inverse[lemma].append(form.decode().lower())
    extra = {word.lower(): [form.lower() for form in forms] for word, forms in (more or {}).items()}
    expanded: dict[str, list[str]] = {}
    for word in wanted:
        first, last = parts[word]
        forms = {word, *extra.get(word, ())}
        if last:
            own = [form for form in inverse[last.encode()] if form.isalpha()]
            kept = _without_degree(lang, last, [*own, *_regular(lang, last, own), *extra.get(last, ())])
            forms.update(first + form for form in kept)
        expanded[word] = sorted(forms)
    return expanded


def _entries(dictionary: object) -> dict[bytes, bytes]:
    # the mapping decodes each key it is asked for; three million of them take a minute that way
    entries = getattr(dictionary, '_dict', None)
    if isinstance(entries, dict):
        return entries
    return {form.encode(): lemma.encode() for form, lemma in dictionary.items()}  # type: ignore[attr-defined]


def _split(word: str, lemma_of: Mapping[bytes, bytes], lang: str) -> tuple[str, str]:
    """The part of a word that does not bend and the dictionary form that does, '' where none does."""
    key = word.encode()
    if lemma_of.get(key) == key:
        return '', word
    if key in lemma_of or lang == 'en':
        return '', ''
    for cut in range(2, len(word) - _SHORTEST_LAST_PART + 1):
        last = word[cut:].encode()
        if lemma_of.get(last) == last:
            return word[:cut], word[cut:]
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
