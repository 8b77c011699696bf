"""Small rulesets, compiled from strings for tables of tests."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from policycheck.artefact import Artefact
from policycheck.authoring.examples import bare
from policycheck.check import check
from policycheck.compiled import Ruleset
from policycheck.compiling import compile as compiler
from policycheck.errors import InputError
from policycheck.model import LANGUAGES, Draft, Flag, Report, Setting
from policycheck.schema import policy as policies
from policycheck.schema.packs import read_pack

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / 'rules'
SAMPLE = SHIPPED / 'sample-organisation.yaml'
TODAY = '2026-11-21'

# lists that the pipeline reads by itself and in which every word is quoted: no dictionary is loaded for them
QUOTED = (
    'abbreviation', 'age_word', 'and_words', 'clause_break', 'condition', 'currency', 'month', 'negation', 'not_only',
    'number_word', 'others', 'past', 'percent_word', 'subordinator', 'title_word', 'weekday',
)  # fmt: skip

MARKS = (*QUOTED, 'raising', 'reporting')
"""All lists by which negations, clauses and the other marks are found; these two inflect."""


@cache
def shipped_files() -> dict[str, tuple[Path, dict[str, Any]]]:
    """Path and plain YAML of every shipped rule by its id; shared, so nobody changes them."""
    return {
        f'{path.parent.name}/{path.stem}': (path, yaml.load(path.read_text('utf-8'), Loader=yaml.CBaseLoader))
        for path in sorted(SHIPPED.glob('*/*.yaml'))
        if path.parent.name not in ('words', 'exemplars')
    }


Words = Mapping[str, Mapping[str, str]]
"""By name of a list: its block by language."""


def rule(text: str, languages: Iterable[str] = LANGUAGES) -> str:
    """A whole rule file from the lines that matter; ``level: warn`` unless they say otherwise."""
    langs = list(languages)
    said = json.dumps(dict.fromkeys(langs, 'Said.'))
    examples = json.dumps({lang: {'flags': ['x'], 'passes': ['y']} for lang in langs})
    level = '' if re.search(r'^(level|notice):', text, re.MULTILINE) else 'level: warn\n'
    lines = f'languages: {json.dumps(langs)}\n{level}{text.strip()}\n'
    return f'category: test\ntitle: {said}\nwhy: {said}\nadvice: {said}\nexamples: {examples}\n{lines}'


def block(lines: str, indent: int) -> str:
    """Lines as a YAML block scalar."""
    return '|\n' + ''.join(f'{" " * indent}{line.strip()}\n' for line in lines.strip().splitlines())


def find(lang: str, lines: str, more: str = '') -> str:
    """A rule file of one language that looks for phrases, one a line."""
    return rule(f'{more.strip()}\nfind:\n  {lang}: {block(lines, 4)}', [lang])


def pack(
    folder: Path, rules: Mapping[str, str], words: Words | None = None, shipped: Iterable[str] = ()
) -> Path:
    """A folder of rules by id and word lists, with the shipped data and the shipped lists of these names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ('channels', 'labels', 'function-words'):
        shutil.copy(SHIPPED / f'{name}.yaml', folder)
    (folder / 'words').mkdir(exist_ok=True)
    for name in shipped:
        shutil.copy(SHIPPED / f'words/{name}.yaml', folder / 'words')
    for name, blocks in (words or {}).items():
        body = ''.join(f'{key}: {block(text, 2)}' for key, text in blocks.items() if key in LANGUAGES)
        more = ''.join(f'{key}: {text}\n' for key, text in blocks.items() if key not in LANGUAGES)
        (folder / f'words/{name}.yaml').write_text(f'about: "Test."\n{more}{body}', 'utf-8')
    for name, text in rules.items():
        path = folder / f'{name}.yaml'
        path.parent.mkdir(exist_ok=True)
        # a category of its own: each rule tells by itself what it finds
        own = re.sub(r'[^a-z0-9]+', '_', name.lower())
        path.write_text(text.replace('category: test\n', f'category: of_{own}\n'), 'utf-8')
    return folder


def artefact(folder: Path, policy: str = '', forms: Path | None = None, today: str = TODAY) -> bytes:
    """The artefact of a folder of rules under a policy, given as the text of its file."""
    path = folder / 'policycheck.yaml'
    path.write_text(policy or 'languages: []\n', 'utf-8')
    plain = policies.plain(policies.load(str(path)))
    plain['path'] = str(path)
    return compiler.build([read_pack(str(folder))], (), plain, today, str(forms) if forms else None)


def ruleset(
    folder: Path,
    rules: Mapping[str, str],
    words: Words | None = None,
    policy: str = '',
    shipped: Iterable[str] = (),
    forms: Path | None = None,
) -> Ruleset:
    """Compiled rules; every argument as in ``pack`` and ``artefact``."""
    return Ruleset(Artefact(artefact(pack(folder, rules, words, shipped), policy, forms)))


def keep_forms(cache: Path, *others: Path) -> None:
    """Puts the inflected forms of a cache into others: no dictionary is loaded for the same words again."""
    _keep(cache, ('forms-*.json',), others)


def keep_compiled(cache: Path, *others: Path) -> None:
    """The same with the compiled rules: a language in which a policy and its packs add no words is not compiled."""
    _keep(cache, ('forms-*.json', '*.pc'), others)


def _keep(cache: Path, patterns: tuple[str, ...], others: tuple[Path, ...]) -> None:
    for other in others:
        other.mkdir(parents=True, exist_ok=True)
        for path in (path for pattern in patterns for path in cache.glob(pattern)):
            shutil.copy(path, other)


def report(rules: Ruleset, text: str, lang: str = 'en', **given: Any) -> Report:
    """The report of a post in a language; ``date`` and ``paid`` are what the draft says, the rest options."""
    own = {'scheduled': Setting(given.pop('date'), 'test')} if 'date' in given else {}
    if 'paid' in given:
        own['paid'] = Setting(given.pop('paid'), 'test')
    return check(Draft('test', 'test', text, text, settings=own), rules, {'lang': lang, **given})


def flags(rules: Ruleset, rule_id: str, text: str, lang: str = 'en', **given: Any) -> list[Flag]:
    """What one rule says of a post, notices of rights too."""
    found = report(rules, text, lang, **given)
    return [flag for flag in (*found.flags, *found.rights) if flag.rule.id == rule_id]


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with [[ ]] around places that do not overlap: the opposite of ``examples.bare``."""
    for start, end in sorted(spans, reverse=True):
        text = f'{text[:start]}[[{text[start:end]}]]{text[end:]}'
    return text


def shown(rules: Ruleset, rule_id: str, text: str, lang: str = 'en', **given: Any) -> str:
    """A post with [[ ]] around what one rule flags in it, whatever [[ ]] it had before."""
    plain, _ = bare(text)
    return marked(plain, [flag.text_span for flag in flags(rules, rule_id, plain, lang, **given)])


def rows(posts: Iterable[Draft | InputError]) -> list[object]:
    """Id, text and settings of each draft; errors as lines."""
    return [
        str(one)
        if isinstance(one, InputError)
        else (one.id, one.text, {name: said.value for name, said in one.settings.items()})
        for one in posts
    ]
