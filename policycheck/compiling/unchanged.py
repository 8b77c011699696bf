"""Languages that need no compiling: what an earlier artefact has of them came from the same words and phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from policycheck import __version__
from policycheck.artefact import Artefact, DamagedError, as_plain
from policycheck.compiling.in_language import SECTIONS, InLanguage, Job, Numbers
from policycheck.model import LANGUAGES
from policycheck.strict_yaml.yamlfile import Located
from policycheck.words.policy_names import Holders

_OF_PHRASES = ('find', 'require', 'points', 'at_least', 'adjust', 'fix', 'tokens', 'forms')
"""The keys of a rule file from which a language is compiled; the others are texts, levels and examples."""


def signed(job: Job) -> str:
    """What tells one compiled language from another: a digest of all that it is compiled from, in hex digits."""
    lists = {
        name: [(located.value.get('masked'), located.value.get(job.lang)) for _, located in files]
        for name, files in sorted(job.lists.items())
    }
    of_rules = [_phrases(source.located, job.lang) for source in job.chosen]
    rules = [
        (source.id, own, source.changed.get(job.lang))
        for source, own in zip(job.chosen, of_rules, strict=True)
        if job.lang in source.changed or any(job.lang in path for path, _, _ in own)
    ]
    said = (__version__, job.lang, job.forms.signed(job.lang), sorted(job.frequent), job.ordinary)
    return blake2b(repr((said, lists, rules)).encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()


def section(own: InLanguage, key: str, ids: Sequence[str]) -> tuple[str, bytes]:
    """The name and the bytes of the section by which a later run knows the language again.

    ``ids`` are those of the rules, by number: a rule more or less moves the numbers of those after it.
    """
    numbers = [(ids[number], phrases) for number, phrases in own.numbers.items()]
    return f'signed.{own.lang}', as_plain([key, own.abbreviations, numbers, own.holders, ids])


def kept(keys: Mapping[str, str], ids: Sequence[str], earlier: Iterable[Artefact]) -> dict[str, InLanguage]:
    """The languages that these artefacts have under their key, for the rules of these ids by number.

    What is damaged is passed over.
    """
    numbers = {name: number for number, name in enumerate(ids)}
    found: dict[str, InLanguage] = {}
    for artefact in earlier:
        for lang in keys.keys() - found.keys():
            try:
                key, *of_language = artefact.plain(f'signed.{lang}')
                if key == keys[lang]:
                    found[lang] = _read(artefact, lang, numbers, *of_language)
            except DamagedError:
                continue
        if len(found) == len(keys):
            break
    return found


def _read(
    artefact: Artefact,
    lang: str,
    numbers: Mapping[str, int],
    abbreviations: list[str],
    phrases: list[Any],
    holders: list[Any],
    before: list[str],
) -> InLanguage:
    sections = {name: bytes(artefact.bytes(name)) for name in (f'{one}.{lang}' for one in SECTIONS)}
    plan = artefact.plain(f'plan.{lang}')
    plan['groups'] = [(numbers[before[rule]], *group) for rule, *group in plan['groups']]
    sections[f'plan.{lang}'] = as_plain(plan)
    of_rules = {
        numbers[name]: Numbers(points, {int(at): has for at, has in adjust.items()}, fix)
        for name, (points, adjust, fix) in phrases
    }
    return InLanguage(lang, sections, abbreviations, of_rules, Holders(*holders), None)


def _phrases(located: Located, lang: str) -> list[tuple[tuple[str | int, ...], int, str]]:
    """What a rule says in a language or in none, by its keys, with the line where it stands."""
    found: list[tuple[tuple[str | int, ...], int, str]] = []
    open_: list[tuple[tuple[str | int, ...], Any]] = [
        ((key,), located.value[key]) for key in _OF_PHRASES if key in located.value
    ]
    while open_:
        path, value = open_.pop()
        if isinstance(value, dict):
            open_ += [
                ((*path, key), one) for key, one in value.items() if key == lang or key not in LANGUAGES
            ]
        elif isinstance(value, list):
            open_ += [((*path, at), one) for at, one in enumerate(value)]
        else:
            found.append((path, located.text_line(*path), str(value)))
    return found
