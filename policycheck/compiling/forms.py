"""The forms of every word that rules ask for, from dictionaries, additions and authors; kept between runs."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from policycheck.artefact import write_file
from policycheck.compiling.sources import content
from policycheck.model import LANGUAGES
from policycheck.schema.packs import Pack
from policycheck.strict_yaml.yamlfile import parse
from policycheck.text import tokenise
from policycheck.words.inflect import EXPANSION, expand

_BETWEEN = '\t'
"""Stands between the forms of a word where they are kept: as one text they are read in a fifth of the time."""


class Additions:
    """rules/forms.yaml and rules/nynorsk.yaml as tables of one language."""

    def __init__(self) -> None:
        self.add: dict[str, list[str]] = {}
        self.leave_out: dict[str, set[str]] = {}
        self.variants: dict[str, list[str]] = {}
        """Nynorsk and dialect spellings by the bokmål form they stand for."""

    def read_forms(self, added: str, left_out: str) -> None:
        """Reads lines of a dictionary form and its forms, to add and to leave out."""
        for line in added.splitlines():
            word, *forms = line.lower().split() or ['#']
            if word[0] != '#':
                self.add.setdefault(word, []).extend(forms)
        for line in left_out.splitlines():
            word, *forms = line.lower().split() or ['#']
            if word[0] != '#':
                self.leave_out.setdefault(word, set()).update(forms)

    def read_variants(self, lines: str) -> None:
        """Reads lines of a spelling and the forms it stands for."""
        for line in lines.splitlines():
            spelling, *forms = line.lower().split() or ['#']
            if spelling[0] != '#':
                for form in forms:
                    self.variants.setdefault(form, []).append(spelling)


def additions(packs: Iterable[Pack]) -> dict[str, Additions]:
    """What forms.yaml and nynorsk.yaml of the packs add to the dictionaries, by language."""
    found = {lang: Additions() for lang in LANGUAGES}
    for one in packs:
        if 'forms' in one.data:
            plain = parse(content(one.data['forms']), one.data['forms']).value
            for lang, own in found.items():
                own.read_forms(*(str((plain.get(key) or {}).get(lang) or '') for key in ('add', 'leave_out')))
        if 'nynorsk' in one.data:
            found['nb'].read_variants(
                str(parse(content(one.data['nynorsk']), one.data['nynorsk']).value.get('nb') or '')
            )
    return found


class Forms:
    """Surface forms by language and word; dictionaries are asked only for words not kept in ``folder``."""

    def __init__(self, folder: str | None, additions: Mapping[str, Additions]) -> None:
        self._folder = folder
        self._additions = additions

    def signed(self, lang: str) -> str:
        """What the forms of a language come from: the dictionaries' version and what packs add to them."""
        here = self._additions.get(lang, Additions())
        return repr(
            (
                _version(),
                EXPANSION,
                here.add,
                [(word, sorted(out)) for word, out in here.leave_out.items()],
                here.variants,
            )
        )

    def of(
        self, lang: str, words: Iterable[str], more: Mapping[str, list[str]]
    ) -> Callable[[str], list[str]]:
        """What gives the forms of one of these words of a language, those of ``more`` joined to them.

        They are one token each, in lower case and sorted.
        """
        # signs, emoji and figures have no other forms
        wanted = {word.lower() for word in words if any(map(str.isalpha, word))}
        kept = self._read(lang) if wanted else {}
        missing = wanted - kept.keys()
        if missing:
            kept.update((word, _BETWEEN.join(forms)) for word, forms in expand(lang, missing).items())
            self._write(lang, kept)
        joined = {word.lower(): [form.lower() for form in forms] for word, forms in more.items()}
        here = self._additions.get(lang, Additions())

        @cache
        def forms_of(word: str) -> list[str]:
            key = word.lower()
            forms = {key, *kept.get(key, key).split(_BETWEEN), *joined.get(key, ()), *here.add.get(key, ())}
            forms -= here.leave_out.get(key, set())
            for form in list(forms):
                forms.update(here.variants.get(form, ()))
            return sorted(
                form for form in forms if form.isalpha() or form == key or len(tokenise(form).words) == 1
            )

        return forms_of

    def _path(self, lang: str) -> str | None:
        if self._folder is None:
            return None
        return os.path.join(self._folder, f'forms-{lang}-{_version()}-{EXPANSION}.json')

    def _read(self, lang: str) -> dict[str, str]:
        path = self._path(lang)
        try:
            with open(path or os.devnull, 'rb') as file:
                checksum, _, kept_bytes = file.read().partition(b'\n')
            if checksum != _checksum(kept_bytes):
                return {}
            kept: dict[str, str] = json.loads(kept_bytes)
            return kept
        except (OSError, ValueError):
            return {}

    def _write(self, lang: str, kept: Mapping[str, str]) -> None:
        path = self._path(lang)
        if path is None:
            return
        try:
            kept_bytes = json.dumps(kept, ensure_ascii=False).encode()
            write_file(path, _checksum(kept_bytes) + b'\n' + kept_bytes)
        except OSError:
            # a cache that cannot be written costs time, nothing else
            return


def _version() -> str:
    from simplemma import __version__ as version

    return version


def _checksum(kept_bytes: bytes) -> bytes:
    return hashlib.blake2b(kept_bytes, digest_size=16).hexdigest().encode()
