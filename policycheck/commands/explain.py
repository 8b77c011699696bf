"""policycheck explain: why each flag of a draft is there, or why a rule is silent."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policycheck.artefact import DamagedError
from policycheck.commands import explained_flags, explained_text, page
from policycheck.commands import options as shared
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.errors import InputError
from policycheck.formats import meaning_line
from policycheck.judging import meaning
from policycheck.judging.overlaps import in_order
from policycheck.model import LEVELS, Draft
from policycheck.readers import drafts

if TYPE_CHECKING:
    from policycheck.authoring.explain import Scene
    from policycheck.authoring.explained import Why
    from policycheck.authoring.whynot import WhyNot

_EXAMPLES = """examples:
  policycheck explain post.md
  policycheck explain post.md --rule employer/criticism
  policycheck explain post.md --why-not employer/criticism
  echo "Our boss is great." | policycheck explain - --lang en --why-not employer/leadership
  policycheck explain posts.jsonl --format json"""

VERSION = 1
"""Goes up when a name or a meaning changes, not when a name is added."""


def run(words: list[str]) -> int:
    """Explains the drafts of a file; 2 where one cannot be read, else 0."""
    parser = shared.parser('explain', 'Say why each flag is there, or why a rule is silent.', _EXAMPLES)
    parser.add_argument('file', metavar='FILE', help='drafts: text, Markdown, JSON Lines, or -')
    parser.add_argument('--rule', metavar='ID', help='only the flags of this rule')
    parser.add_argument('--why-not', metavar='ID', help='the first thing that stopped this rule')
    shared.add_context(parser)
    shared.add_reading(parser)
    parser.add_argument('--level', choices=LEVELS[1:], default='note', help='flags from this level on')
    parser.add_argument('--rules', metavar='FILE', action='append', help='one more rule file, to try it')
    shared.add_meaning(parser)
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    shared.add_format(parser)
    given = parser.parse_args(words)
    policy = shared.policy(given.policy, None if given.file == drafts.STDIN else given.file)
    ruleset = load(policy, given.rules or [], told=shared.reading_told(given.screen_language))
    language = shared.screen_language(given.screen_language, ruleset.policy.get('screen_language'))
    # spaCy is a slow import, and --help needs none
    from policycheck.authoring.whynot import known

    meaning.attach(ruleset, wanted=not given.no_meaning)
    standing = meaning_line.standing(ruleset, wanted=not given.no_meaning)
    if line := meaning_line.line(language, standing):
        shared.warn(f'policycheck: {line}')
    for rule_id in filter(None, (given.rule, given.why_not)):
        known(ruleset, rule_id)
    settings = shared.settings(given)
    layout = shared.layout(given, ruleset.policy)
    level = LEVELS.index(given.level)
    code = 0
    told: list[dict[str, Any]] = []
    for number, draft in enumerate(drafts.load(given.file, layout)):
        if isinstance(draft, InputError):
            shared.complain(draft, language)
            code = 2
            continue
        try:
            found = _found(draft, ruleset, settings, given, level)
        except DamagedError:
            ruleset = load(policy, given.rules or [], fresh=True)
            meaning.attach(ruleset, wanted=not given.no_meaning)
            found = _found(draft, ruleset, settings, given, level)
        if given.format == 'json':
            told.append(_plain(*found))
        else:
            if number:
                sys.stdout.write('\n')
            explained_text.write(*found, given.rule, language)
    if given.format == 'json':
        document = {'version': VERSION, 'drafts': told, **standing.known}
        page.data(document)
    return code


def _found(
    draft: Draft, ruleset: Ruleset, settings: dict[str, Any], given: Any, level: int
) -> tuple[Scene, list[Why], WhyNot | None]:
    """What was seen of a draft, and what is to be told of it: its flags, or why a rule is silent."""
    from policycheck.authoring.explain import Scene
    from policycheck.authoring.whynot import why_not

    scene = Scene(draft, ruleset, settings)
    if given.why_not:
        return scene, [], why_not(scene, given.why_not, level)
    return scene, list(_asked(scene, given.rule, level)), None


def _asked(scene: Scene, rule_id: str | None, level: int) -> Iterator[Why]:
    """The flags of a draft that are to be explained, notices of rights first."""
    kept = (one.flag for one in scene.report.kept)
    # a rule that is told with another one is explained where it is asked for
    others = (also for flag in scene.report.flags for also in flag.also if rule_id)
    for flag in (*scene.report.rights, *in_order((*scene.report.flags, *others, *kept))):
        if (flag.rule.rights or flag.level >= level) and rule_id in (None, flag.rule.id):
            yield scene.why(flag)


def _plain(scene: Scene, whys: list[Why], silent: WhyNot | None) -> dict[str, Any]:
    report = scene.report
    found: dict[str, Any] = {
        'id': report.draft.id,
        'path': report.draft.path,
        'lang': report.lang,
        'screened': report.screened,
        'unscreened': report.unscreened,
    }
    if silent is None:
        found['flags'] = [_why(why) for why in whys]
        if not whys:
            found['nearest'] = [_as_json(reads) for reads in scene.nearest()]
    else:
        own = _as_json(silent._replace(path=explained_flags.shown_path(silent.path or ''), whys=()))
        del own['whys']
        found['why_not'] = {**own, 'flags': [_why(why) for why in silent.whys]}
    return found


def _why(why: Why) -> dict[str, Any]:
    flag = why.flag
    own: dict[str, Any] = _as_json(why._replace(flag=None))  # type: ignore[arg-type]
    del own['flag']
    return {
        'rule': flag.rule.id,
        'level': 'rights' if flag.rule.rights else LEVELS[flag.level],
        'finder': flag.finder,
        'start': flag.span.start,
        'end': flag.span.end,
        'quote': flag.quote,
        **own,
        'path': explained_flags.shown_path(why.path),
    }


def _as_json(value: Any) -> Any:
    """Our tuples as objects and lists; a Span as the two keys that reports have."""
    if hasattr(value, '_asdict'):
        plain = {key: _as_json(inner) for key, inner in value._asdict().items()}
        span = plain.pop('span', None)
        return {**span, **plain} if span else plain
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_as_json(inner) for inner in value]
    return value
