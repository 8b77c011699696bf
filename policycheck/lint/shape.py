"""Rules that no employer may write: seen by what they flag, and by what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from policycheck import machine
from policycheck.check import check
from policycheck.compiling.forms import Forms, additions
from policycheck.compiling.sources import RuleSource
from policycheck.lint.bench import Bench
from policycheck.lint.finding import Finding
from policycheck.lint.protected import Law, Scorn, countries, protected_words, read
from policycheck.lint.shielded import shielded, shipped
from policycheck.model import ADVICE, LEVELS, STOP, WARN, Draft
from policycheck.records import NamedTuple

Inflected = Callable[[str], Callable[[str], list[str]]]
"""By language what gives the forms of a word."""

_TEXTS = ('title', 'short', 'why', 'advice')

_A_BAN = 2
"""Different statements of one subject that a rule flags before its reason to stand despite them is too little."""


_OF_A_LIST = 3
"""Different words of the lists for a subject that a rule flags by themselves: one alone may mean something else."""
_STEM = 5

_ANY_SUBJECT = 'conditions'
"""Under this subject stands the law for speech of which the notice of rights does not say what it is about."""


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
    for key, lang, line, text in _texts(source):
        for name, words in known.banned(lang, text):
            if name not in seen:
                seen.add(name)
                values = {'key': f'{key}.{lang}', 'words': words, 'shape': known.shapes[name].name}
                yield _refused(source, line, 'unlawful_text', name, values, policy)
        strong = known.strong_words[lang].search(text)
        if strong and source.file.opinion:
            values = {'key': f'{key}.{lang}', 'words': strong.group()}
            yield Finding(source.path, line, 'strong_word', values)


def _texts(source: RuleSource) -> Iterator[tuple[str, str, int, str]]:
    """What a rule says to writers, and what it would have them write: key, language, line, text."""
    for key in _TEXTS:
        texts: Mapping[Any, str] = getattr(source.file, key)
        for lang, text in texts.items():
            yield key, lang, source.located.line(key, lang), text
    fixes: Mapping[Any, Mapping[str, str | None]] = source.file.fix
    for lang, fix in fixes.items():
        for phrase, instead in fix.items():
            yield 'fix', lang, source.located.line('fix', lang, phrase), instead or ''


def _done(bench: Bench) -> Iterator[Finding]:
    """The rules that flag what people have a right to say, on a personal account; each subject once."""
    sources = {source.id: source for source in bench.sources}
    name = str(bench.plain['organisation']['name'])
    known = Forms(machine.cache_folder(), additions(bench.packs))
    inflected = cache(lambda lang: known.of(lang, protected_words(lang), {}))
    for given, rules in bench.groups():
        if given['account'] != 'personal':
            continue
        tried = _Tried(bench, given, {rule: sources[rule] for rule in sorted(rules)}, name)
        found = [finding for subject in read().shapes for finding in tried.of(subject, inflected)]
        refused = {finding.path for finding in found if finding.kind != 'protected'}
        yield from (one for one in found if one.kind != 'protected' or one.path not in refused)
        rest = (sources[rule] for rule in sorted(rules) if sources[rule].path not in refused)
        for source, one in shielded(bench, rest):
            values = {**one._asdict(), 'shape': read().shapes[_ANY_SUBJECT].name}
            yield _refused(source, one.line, 'unlawful_shielded', _ANY_SUBJECT, values, bench.plain)


class _Tried:
    """Rules of one situation, tried on what people have a right to say."""

    def __init__(
        self, bench: Bench, given: Mapping[str, Any], sources: Mapping[str, RuleSource], name: str
    ) -> None:
        self._bench = bench
        self._given = given
        self._sources = sources
        self._name = name
        self._languages = {lang for source in sources.values() for lang in source.file.languages}

    def of(self, subject: str, inflected: Inflected) -> Iterable[Finding]:
        """What is to be said of each rule and the subject, the gravest alone."""
        told = {
            finding.path: finding for finding in (*self._listed(subject), *self._words(subject, inflected))
        }
        for finding in self._statements(subject):
            if finding.kind == 'unlawful' or finding.path not in told:
                told[finding.path] = finding
        return told.values()

    def _words(self, subject: str, inflected: Inflected) -> list[Finding]:
        """The rules that flag a word for the subject by itself: such a rule bans the subject."""
        known, flagged = read(), dict[str, list[_Hit]]()
        for lang, own in known.shapes[subject].words.items():
            if lang not in self._languages:
                continue
            said = [
                [
                    post.replace('{WORD}', form)
                    for form in inflected(lang)(word)
                    for post in known.spoken[lang]
                ]
                for word in own
            ]
            for posts in self._suspect(said, lang):
                for rule, hit in self._flagging(posts, lang, ADVICE):
                    flagged.setdefault(rule, []).append(hit)
        return [
            self._refused(rule, 'unlawful_word', subject, hits)
            for rule, hits in flagged.items()
            if not self._stands(rule, hits)
        ]

    def _listed(self, subject: str) -> list[Finding]:
        """The rules that flag several of the words that the shipped lists have for the subject, by themselves."""
        known, flagged = read(), dict[str, dict[str, _Hit]]()
        for lang in sorted(self._languages):
            own = known.shapes[subject].listed[lang]
            said = [[post.replace('{WORD}', word) for post in known.spoken[lang]] for word in own]
            for posts in self._suspect(said, lang):
                for rule, hit in self._flagging(posts, lang, ADVICE):
                    # the forms of a word are one word
                    flagged.setdefault(rule, {}).setdefault(hit.quote[:_STEM].casefold(), hit)
        return [
            self._refused(rule, 'unlawful_word', subject, list(hits.values()))
            for rule, hits in flagged.items()
            if len(hits) >= _OF_A_LIST
        ]

    def _suspect(self, said: list[list[str]], lang: str) -> list[list[str]]:
        """The words, each as the posts that say it, of which some may be flagged: most are by nobody."""
        post = '\n\n'.join(one for posts in said for one in posts)
        if not said or not any(self._flagging([post], lang, ADVICE)):
            return []
        half = len(said) // 2
        return [*self._suspect(said[:half], lang), *self._suspect(said[half:], lang)] if half else said

    def _statements(self, subject: str) -> Iterator[Finding]:
        """The rules that flag what people say about the subject."""
        shape, flagged = read().shapes[subject], dict[str, list[_Hit]]()
        total = dict.fromkeys(self._sources, 0)
        for lang in self._languages:
            lines, scorn = shape.statements.get(lang, ()), shape.scorn.get(lang, ())
            for line in lines:
                for rule, hit in self._flagging(line, lang, ADVICE, STOP):
                    flagged.setdefault(rule, []).append(hit)
            for rule, hit in self._scorned(scorn, lang):
                flagged.setdefault(rule, []).append(hit)
            for rule, source in self._sources.items():
                total[rule] += (len(lines) + len(scorn)) * (lang in source.file.languages)
        for rule, hits in sorted(flagged.items()):
            if not self._stands(rule, hits):
                kind = 'unlawful' if len(hits) >= _A_BAN else 'protected'
                counts = {'count': len(hits), 'total': total[rule]}
                yield self._refused(rule, kind, subject, hits, counts)

    def _scorned(self, lines: Iterable[Scorn], lang: str) -> Iterator[tuple[str, _Hit]]:
        """The rules that forbid to say of the employer, or of a boss alone, what is said of others; line by line."""
        of_others = [post for line in lines for post in line.others]
        general = {rule for rule, _ in self._flagging(of_others, lang, WARN, STOP)}
        for line in lines:
            for rule, hit in self._flagging(line.posts, lang, WARN, STOP):
                if not line.others or rule not in general:
                    yield rule, hit

    def _stands(self, rule: str, hits: list[_Hit]) -> bool:
        return bool(self._sources[rule].file.despite_rights) and len(hits) < _A_BAN

    def _refused(
        self, rule: str, kind: str, subject: str, hits: list[_Hit], more: Mapping[str, int] | None = None
    ) -> Finding:
        source, gravest = self._sources[rule], max(hits, key=lambda hit: hit.level)
        values = {
            'shape': read().shapes[subject].name,
            'post': gravest.post,
            'words': gravest.quote,
            'level': LEVELS[gravest.level],
            **(more or {}),
        }
        return _refused(source, source.located.line('level'), kind, subject, values, self._bench.plain)

    def _flagging(
        self, posts: Iterable[str], lang: str, least: int, opinion: int = ADVICE
    ) -> Iterator[tuple[str, _Hit]]:
        """The rules that flag some of these posts at that level or graver, with the first post.

        ``opinion``: the own level from which a rule about opinions counts; what it says of a personal
        account is never more than advice.
        """
        seen: set[str] = set()
        for post in (one.replace('{ORG}', self._name) for one in posts):
            report = check(
                Draft('post', 'post', post, post), self._bench.ruleset, {**self._given, 'lang': lang}
            )
            for flag in report.fired:
                rule = flag.rule.id
                mild = flag.rule.opinion and flag.rule.level < opinion
                grave = flag.level >= (ADVICE if flag.rule.opinion else least) and not mild
                asked = rule in self._sources and rule not in seen
                if grave and asked and not self._shielded(rule, post, lang):
                    seen.add(rule)
                    yield rule, _Hit(post, flag.quote, flag.level)

    def _shielded(self, rule: str, post: str, lang: str) -> bool:
        """Whether it is a shipped rule that says less beside the other ones, the notice of rights among them."""
        if not machine.is_shipped(self._sources[rule].path):
            return False
        report = check(Draft('post', 'post', post, post), shipped(), {**self._given, 'lang': lang})
        return all(flag.level < ADVICE for flag in report.fired if flag.rule.id == rule)


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
