"""policycheck rules test: the examples of rules, run; what fails is shown as expected and found."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from policycheck import machine
from policycheck.authoring.catalogue import catalogue
from policycheck.authoring.examples import Outcome, alone, heard, outcomes
from policycheck.commands import options as shared
from policycheck.commands import page, rules_coverage
from policycheck.commands.rules_coverage import measured
from policycheck.commands.rules_named import Named, is_file, named, stacked
from policycheck.commands.wording import say
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load, named_folders
from policycheck.compiling.ruleplain import set_keys
from policycheck.compiling.sources import RuleSource
from policycheck.formats import meaning_line
from policycheck.formats.messages import word
from policycheck.lint.coverage import Coverage
from policycheck.records import NamedTuple
from policycheck.schema.packs import Pack, beside, read_packs

_EXAMPLES = """examples:
  policycheck rules test
  policycheck rules test employer/criticism selling
  policycheck rules test my-rule.yaml --policy policycheck.yaml
  policycheck rules test policy/rules
  policycheck rules test my-rule.yaml --coverage
Rules that come with policycheck are tested as the sample organisation that comes with
them; your own with the nearest policycheck.yaml. --policy: all of them with that one.
A folder is a pack (<topic>/<name>.yaml, words/<name>.yaml), a topic of one, or just holds
rule files; it need not be in a policy. A rule file by itself finds the words/ beside it."""


class _Part(NamedTuple):
    """Rules whose examples are run together: under a policy, beside its packs, in a pack that it does not name."""

    policy: str
    sources: list[RuleSource]
    pack: str | None


class _Place(NamedTuple):
    """Where an example stands: the file, the line, the key of the rule file."""

    path: str
    line: int
    keys: str


class Done(NamedTuple):
    """Every example that was run, with its place; what none tries, where that was asked; the reader's language."""

    run: list[tuple[_Place, Outcome]]
    coverage: Coverage | None
    language: str

    @property
    def code(self) -> int:
        """The exit code: 1 when one fails, else 0."""
        return int(any(not outcome.holds for _, outcome in self.run))

    @property
    def rules(self) -> int:
        """How many rules have examples here."""
        return len({outcome.rule for _, outcome in self.run})


def run(words: list[str]) -> int:
    """Runs the examples of the rules that are named, of all where none is; 1 when one fails, else 0."""
    parser = shared.parser('rules test', 'Run the examples of rules and show those that fail.', _EXAMPLES)
    parser.add_argument(
        'names',
        nargs='*',
        metavar='PATH|ID',
        help='a rule file, a folder of rules, the id of a rule, or a topic (default: all rules)',
    )
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    parser.add_argument(
        '--coverage', action='store_true', help='also list what no example tries: phrases, adjust, languages'
    )
    shared.add_format(parser)
    given = parser.parse_args(words)
    done = ran(given.names, given.policy, given.screen_language, coverage=given.coverage)
    if given.format == 'json':
        page.data(plain(done))
    else:
        write(done)
    return done.code


def ran(names: list[str], option: str | None, screen_language: str | None, *, coverage: bool = False) -> Done:
    """What became of the examples of the rules that are named, by the options of the command line."""
    files = [name for name in names if is_file(name) or os.path.isdir(name)]
    policy = shared.policy(option, files[0] if files else None)
    known = catalogue(policy or _sample())
    chosen = named(known, names)
    language = shared.screen_language(screen_language, known.plain.get('screen_language'))
    parts = list(_parts(chosen, option, policy))
    run_ = [pair for part in parts for pair in _under(part, language, named=bool(names))]
    found = measured([(*part[:2], _packs(part)) for part in parts if part.sources]) if coverage else None
    return Done(run_, found, language)


def _parts(chosen: Named, option: str | None, policy: str | None) -> Iterator[_Part]:
    """The rules by the organisation that their examples speak of."""
    if option or policy is None:
        yield _Part(policy or _sample(), [*chosen.known, *chosen.single], None)
    else:
        # the examples of the shipped rules speak of the sample organisation, and of nobody else
        yield _Part(_sample(), [source for source in chosen.known if machine.is_shipped(source.path)], None)
        own = [source for source in chosen.known if not machine.is_shipped(source.path)]
        yield _Part(policy, [*own, *chosen.single], None)
    for folder, sources in chosen.packs:
        own_sample = os.path.join(folder, os.path.basename(_sample()))
        there = not option and os.path.isfile(own_sample)
        yield _Part(own_sample if there else policy or _sample(), sources, folder)


def _under(part: _Part, language: str, *, named: bool) -> list[tuple[_Place, Outcome]]:
    """The examples of these rules in the organisation of a policy; those that it switches off are told."""
    if not part.sources:
        return []
    known = catalogue(part.policy)
    # what no pack holds; a rule with another id than its file has is in none either
    single = [] if part.pack else [one.path for one in part.sources if known.id_of(one.path) is None]
    packs = None if part.pack is None else stacked(part.pack, named_folders(known.plain, part.policy))
    ruleset = load(part.policy, single, packs=packs, only=part.sources if named else ())
    compiled = {rule.id for rule in ruleset.rules}
    for source in part.sources:
        if source.id not in compiled:
            shared.warn(say('test.off', language, rule=source.id))
    some = [source for source in part.sources if source.id in compiled]
    # a model is loaded only for those that nothing else can be tried of
    alike = [source for source in some if source.file.examples and alone(source.id, ruleset)]
    how = _sensed(ruleset) if alike else ''
    unheard = [source.id for source in alike if not heard(source.id, ruleset)]
    for rule in unheard:
        shared.warn(say('test.meaning', language, rule=rule, how=how and f': {how}'))
    return [pair for source in some if source.id not in unheard for pair in _run(source, ruleset)]


def _sensed(ruleset: Ruleset) -> str:
    """Gives the rules their sense of meaning where they can have one; what to type where a head is missing."""
    now = meaning_line.standing(ruleset)
    if now.state != meaning_line.ON:
        return now.how
    # slow to import
    from policycheck.judging.meaning import attach

    return machine.HOW if attach(ruleset) else meaning_line.training(ruleset)


def _packs(part: _Part) -> list[Pack]:
    """The packs that the rules of a part lean on."""
    roots = named_folders(catalogue(part.policy).plain, part.policy)
    if part.pack is not None:
        roots = stacked(part.pack, roots)
    own, _ = beside((source.path for source in part.sources), roots)
    return [*read_packs(roots, machine.rules_folder()), *own]


def _sample() -> str:
    return os.path.join(machine.rules_folder(), 'sample-organisation.yaml')


def _run(source: RuleSource, ruleset: Ruleset) -> Iterator[tuple[_Place, Outcome]]:
    examples: dict[str, Any] = {lang: set_keys(own) for lang, own in source.file.examples.items()}
    counted: dict[tuple[str, str], int] = {}
    for outcome in outcomes(source.id, examples, ruleset):
        at = (outcome.lang, outcome.kind)
        number = counted.get(at, 0)
        counted[at] = number + 1
        own = examples[outcome.lang][outcome.kind]
        key: int | str = list(own)[number] if outcome.kind == 'fixes' else number
        line = source.located.line('examples', outcome.lang, outcome.kind, key)
        yield _Place(source.path, line, f'examples.{outcome.lang}.{outcome.kind}'), outcome


def write(done: Done) -> None:
    """Prints the examples that fail, and counts."""
    run_, found, language = done
    failed = [(place, outcome) for place, outcome in run_ if not outcome.holds]
    for place, outcome in failed:
        page.put(f'{os.path.relpath(place.path)}:{place.line}: {outcome.rule}, {place.keys}')
        rows = list(_rows(outcome, language))
        width = max(len(name) for name, _ in rows)
        for name, text in rows:
            page.underlined(f'{name:{width}}  {text}', '    ', ' ' * (width + 6))
        page.put()
    counts = {'total': len(run_), 'rules': done.rules, 'held': len(run_) - len(failed), 'failed': len(failed)}
    page.put(say('test.counts', language, **counts))
    if found is not None:
        rules_coverage.text(found, language)


def _rows(outcome: Outcome, language: str) -> Iterator[tuple[str, str]]:
    expected, found = say('test.expected', language), say('test.found', language)
    nothing = say('test.nothing', language)
    if outcome.expected != outcome.found:
        for name, spans in ((expected, outcome.expected), (found, outcome.found)):
            yield name, marked(outcome.text, spans) + ('' if spans else f'  ({nothing})')
    else:
        yield expected, marked(outcome.text, outcome.expected)
    if outcome.expected_text != outcome.found_text:
        yield expected, f'→ {_line(outcome.expected_text)}'
        yield found, f'→ {_line(outcome.found_text)}'
    if outcome.expected_level != outcome.found_level:
        yield expected, word('level', outcome.expected_level, language)
        yield found, word('level', outcome.found_level, language) if outcome.found_level else nothing


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text on one line with [[ ]] around stretches of it, nested where they overlap.

    >>> marked('So it is.', [(3, 5), (6, 6)])
    'So [[it]] [[]]is.'
    """
    signs: list[tuple[int, int, str]] = []
    for start, end in spans:
        signs += [(start, 1, '[['), (end, 2 if start == end else 0, ']]')]
    pieces = []
    at = 0
    for offset, _, sign in sorted(signs):
        pieces += [text[at:offset], sign]
        at = offset
    return _line(''.join(pieces) + text[at:])


def _line(text: str) -> str:
    return ' / '.join(text.splitlines())


def plain(done: Done) -> dict[str, Any]:
    """The document for programs."""
    run_, found, language = done
    failed = sum(not outcome.holds for _, outcome in run_)
    document: dict[str, Any] = {
        'version': 1,
        'examples': [
            {'path': place.path, 'line': place.line, 'holds': outcome.holds, **outcome._asdict()}
            for place, outcome in run_
        ],
        'totals': {'examples': len(run_), 'rules': done.rules, 'held': len(run_) - failed, 'failed': failed},
    }
    if found is not None:
        document['coverage'] = rules_coverage.plain(found, language)
    return document
