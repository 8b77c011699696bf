"""policycheck rules diff: two sets of rules and some posts in, what would change out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

from policycheck.authoring.difference import KINDS, NEW, Changed, Difference, Example, compare
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.rules_named import stacked
from policycheck.commands.wording import say
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.errors import InputError
from policycheck.formats import messages
from policycheck.formats.excerpt import rows
from policycheck.formats.messages import word
from policycheck.formats.options import in_language
from policycheck.lines import Lines
from policycheck.model import Draft
from policycheck.readers import drafts
from policycheck.readers.drafts import Layout
from policycheck.records import NamedTuple
from policycheck.strict_yaml.yamlfile import parse, read

_EXAMPLES = """examples:
  policycheck rules diff default policycheck.yaml --posts posts.jsonl
  policycheck rules diff default ./policy/rules --posts posts.jsonl
  policycheck rules diff cheap.yaml cheap-new.yaml --posts posts.jsonl --max-new 5
OLD and NEW are a policy, a folder of rules, a rule file, or default: the rules that come
along. A folder or a rule file counts beside the default rules, and a folder that is whole
(with channels.yaml) without them. A rule file finds the words/ beside it. Names of the
organisation are those of the nearest policycheck.yaml, or of --policy. Only posts that you
name are read; nothing is kept."""

VERSION = 1
"""Goes up when a name or a meaning changes, not when a name is added."""


class _Side(NamedTuple):
    """What OLD or NEW names: a policy, or packs in the place of the policy's, and a rule file beside them."""

    policy: str | None
    packs: list[str] | None
    rule: str | None = None

    def load(self) -> Ruleset:
        return load(self.policy, [self.rule] if self.rule else [], packs=self.packs)


def run(words: list[str]) -> int:
    """Prints the difference; 1 where more posts than --max-new are newly flagged, 2 for unreadable posts."""
    parser = shared.parser('rules diff', 'Show what a change of rules does to posts.', _EXAMPLES)
    parser.add_argument('old', metavar='OLD', help='the rules as they are')
    parser.add_argument('new', metavar='NEW', help='the rules as they would be')
    parser.add_argument(
        '--posts', metavar='FILE', action='append', required=True, help='drafts: JSON Lines, text, a folder'
    )
    parser.add_argument(
        '--max-new', metavar='N', type=float, help='exit with 1 when more than N in 1,000 posts newly fire'
    )
    shared.add_context(parser)
    shared.add_reading(parser)
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    shared.add_format(parser)
    given = parser.parse_args(words)
    policy = shared.policy(given.policy)
    sides = [_side(name, policy) for name in (given.old, given.new)]
    old, new = (side.load() for side in sides)
    one, other = _id(sides[0], old), _id(sides[1], new)
    same = {one: other} if one and other else {}
    posts = _drafts(given.posts, shared.layout(given, new.policy))
    found = compare(posts, old, new, shared.settings(given), same)
    language = shared.screen_language(given.screen_language, new.policy.get('screen_language'))
    changed = sorted(found.rules.values(), key=lambda one: (-one.total, one.rule.id))
    if given.format == 'json':
        _json(found, changed, language)
    else:
        _text(found, changed, language)
    if found.unreadable:
        return 2
    most = given.max_new
    return int(most is not None and found.per_1000(sum(one.counts[NEW] for one in changed)) > most)


def _side(name: str, policy: str | None) -> _Side:
    """What a name on the command line stands for; raises InputError for what is not there or no YAML."""
    if name == 'default':
        return _Side(policy, ['default'])
    if os.path.isdir(name):
        return _Side(policy, stacked(name, ['default']))
    if not os.path.lexists(name):
        raise InputError(
            'there is no such policy, folder or rule file; default are the rules that come along', name
        )
    keys = parse(read(name), name).value
    if 'examples' in keys or 'category' in keys:
        return _Side(policy, ['default'], name)
    return _Side(name, None)


def _id(side: _Side, ruleset: Ruleset) -> str | None:
    """The id of the single rule file of a side; None where it has none."""
    path = os.path.abspath(side.rule) if side.rule else None
    origins = zip(ruleset.rules, ruleset.origins, strict=True)
    return next((rule.id for rule, origin in origins if origin['path'] == path), None)


def _drafts(paths: list[str], layout: Layout) -> Iterator[Draft | InputError]:
    for path in drafts.walk(paths):
        for draft in (path,) if isinstance(path, InputError) else drafts.load(path, layout):
            if isinstance(draft, InputError):
                shared.warn(str(draft))
            yield draft


def _text(found: Difference, changed: list[Changed], language: str) -> None:
    for one in changed:
        page.put(f'{one.rule.id}  {in_language(one.rule.short or one.rule.title, language)}')
        for kind in KINDS:
            if one.counts[kind]:
                page.put(f'  {_count(found, kind, one.counts[kind], language)}')
                for example in one.examples[kind]:
                    _example(example, language)
        page.put()
    for key, names in (('added', found.added), ('removed', found.removed)):
        if names:
            page.wrap(say(f'diff.{key}', language, rules=', '.join(names)), '', '  ')
    for kind in KINDS:
        total = sum(one.counts[kind] for one in changed)
        page.put(_count(found, kind, total, language))
    totals = {'verdicts': found.verdicts, 'flagged': found.newly_flagged}
    page.wrap(say('diff.verdicts', language, **totals), '', '  ')
    counts = {'posts': found.posts, 'not_screened': found.not_screened, 'unreadable': found.unreadable}
    page.wrap(say('diff.posts', language, **counts), '', '  ')


def _count(found: Difference, kind: str, count: int, language: str) -> str:
    share = messages.number(found.per_1000(count), 1, language)
    return say(f'diff.{kind}', language, count=count, share=share)


def _example(example: Example, language: str) -> None:
    """A post's line with the words underlined, below what it is called and its levels."""
    draft = example.draft
    name = draft.path
    if draft.id != draft.path:
        name = f'{draft.path}, {messages.say("place.row", language, id=draft.id)}'
    levels = (word('level', level, language) for level in (example.before, example.after) if level)
    page.put(f'    {name}: {" → ".join(levels)}')
    room = shared.width(sys.stdout) - 6
    for row in rows(draft.text, example.spans[0], Lines(draft.text), room, shared.encoding(sys.stdout))[:1]:
        sys.stdout.write(f'      {row.text}\n      {row.under}\n')


def _json(found: Difference, changed: list[Changed], language: str) -> None:
    def counted(count: int) -> dict[str, Any]:
        return {'posts': count, 'per_1000': round(found.per_1000(count), 2)}

    document = {
        'version': VERSION,
        'rules': [
            {
                'id': one.rule.id,
                'title': in_language(one.rule.title, language),
                **{
                    kind: {
                        **counted(one.counts[kind]),
                        'examples': [
                            {
                                'id': example.draft.id,
                                'path': example.draft.path,
                                'before': example.before,
                                'after': example.after,
                                'text': example.draft.text,
                                'spans': [{'start': span.start, 'end': span.end} for span in example.spans],
                            }
                            for example in one.examples[kind]
                        ],
                    }
                    for kind in KINDS
                },
            }
            for one in changed
        ],
        'added': found.added,
        'removed': found.removed,
        'totals': {
            **{kind: counted(sum(one.counts[kind] for one in changed)) for kind in KINDS},
            'other_verdict': counted(found.verdicts),
            'newly_flagged': counted(found.newly_flagged),
            'posts': found.posts,
            'not_screened': found.not_screened,
            'unreadable': found.unreadable,
        },
    }
    page.data(document)
