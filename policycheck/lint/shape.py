"""Rules that no employer may write: seen by what they flag, and by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policycheck.check import check
from policycheck.lint.bench import Bench
from policycheck.lint.finding import Finding
from policycheck.lint.protected import Law, countries, read
from policycheck.model import ADVICE, LEVELS, WARN, Draft
from policycheck.records import NamedTuple
from policycheck.sources import RuleSource

_TEXTS = ('title', 'short', 'why', 'advice')

_A_BAN = 2
"""Different statements of one subject that a rule flags before its reason to stand despite them is too little."""


class _Hit(NamedTuple):
    """A post that a rule flags, the words, the level."""

    post: str
    quote: str
    level: int


def findings(bench: Bench) -> Iterator[Finding]:
    """The unlawful shapes among the rules on the bench, and strong words in rules about opinions."""
    for source in bench.sources:
        if source.file.notice is None:
            yield from said(source, bench.plain)
    yield from _done(bench)


def said(source: RuleSource, policy: Mapping[str, Any]) -> Iterator[Finding]:
    """What the texts of a rule demand that nobody may demand; each shape once."""
    known = read()
    seen: set[str] = set()
    for key in _TEXTS:
        texts: Mapping[Any, str] = getattr(source.file, key)
        for lang, text in texts.items():
            line = source.located.line(key, lang)
            for name, shape in known.shapes.items():
                found = next((match for one in shape.texts[lang] if (match := one.search(text))), None)
                if found and name not in seen:
                    seen.add(name)
                    values = {'key': f'{key}.{lang}', 'words': found.group(), 'shape': shape.name}
                    yield _refused(source, line, 'unlawful_text', name, values, policy)
            strong = known.strong_words[lang].search(text)
            if strong and source.file.opinion:
                values = {'key': f'{key}.{lang}', 'words': strong.group()}
                yield Finding(source.path, line, 'strong_word', values)


def _done(bench: Bench) -> Iterator[Finding]:
    """The rules that flag what people have a right to say, on a personal account; each subject once."""
    files = {source.id: source for source in bench.sources}
    name = str(bench.plain['organisation']['name'])
    for given, rules in bench.groups():
        if given['account'] != 'personal':
            continue
        for subject, shape in read().shapes.items():
            flagged: dict[str, list[_Hit]] = {}
            total: dict[str, int] = {}
            for lang, lines in shape.statements.items():
                for line in lines:
                    posts = (one.replace('{ORG}', name) for one in line)
                    for rule, hit in _flagging(bench, posts, lang, given):
                        flagged.setdefault(rule, []).append(hit)
                for rule in rules:
                    total[rule] = total.get(rule, 0) + len(lines) * (lang in files[rule].file.languages)
            for rule in sorted(flagged.keys() & rules):
                source, hits = files[rule], flagged[rule]
                if source.file.despite_rights and len(hits) < _A_BAN:
                    continue
                gravest = max(hits, key=lambda hit: hit.level)
                values = {
                    'shape': shape.name,
                    'post': gravest.post,
                    'words': gravest.quote,
                    'level': LEVELS[gravest.level],
                    'count': len(hits),
                    'total': total[rule],
                }
                kind = 'unlawful' if len(hits) >= _A_BAN else 'protected'
                line_of = source.located.line('level')
                yield _refused(source, line_of, kind, subject, values, bench.plain)


def _flagging(
    bench: Bench, posts: Iterable[str], lang: str, given: Mapping[str, Any]
) -> Iterator[tuple[str, _Hit]]:
    """The rules that flag some of these posts graver than a rule about opinions may, with the first post."""
    seen: set[str] = set()
    for post in posts:
        report = check(Draft('post', 'post', post, post), bench.ruleset, {**given, 'lang': lang})
        for flag in report.fired:
            if flag.level >= (WARN if flag.rule.opinion else ADVICE) and flag.rule.id not in seen:
                seen.add(flag.rule.id)
                yield flag.rule.id, _Hit(post, flag.quote, flag.level)


def _refused(
    source: RuleSource, line: int, kind: str, shape: str, values: dict[str, Any], policy: Mapping[str, Any]
) -> Finding:
    known = read()
    organisation = policy.get('organisation') or {}
    public = organisation.get('public_body') if policy.get('jurisdictions') else None
    laws = known.law(shape, countries(source.file.languages, policy), public)
    return Finding(
        source.path, line, kind, {**values, 'safer': known.shapes[shape].safer}, tuple(map(_told, laws))
    )


def _told(law: Law) -> dict[str, str]:
    return {**law.reason, 'source': law.source, 'checked': law.checked}
