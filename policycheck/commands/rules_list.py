"""policycheck rules list: every rule on a line."""

from __future__ import annotations

from typing import Any

from policycheck.authoring.catalogue import RIGHTS, Catalogue, catalogue
from policycheck.commands import options as shared
from policycheck.commands import page, rules_words
from policycheck.commands.wording import say
from policycheck.compiling.overrides import chosen
from policycheck.compiling.ruleplain import set_keys
from policycheck.compiling.sources import RuleSource
from policycheck.formats.messages import word
from policycheck.formats.options import in_language

_EXAMPLES = """examples:
  policycheck rules list
  policycheck rules list --screen-language nb
  policycheck rules list --words pay
  policycheck rules list --format json | python -m json.tool"""


def run(words: list[str]) -> int:
    """Prints the rules of the policy, those that it switches off too, sorted by id."""
    parser = shared.parser('rules list', 'List the rules: id, level, title, languages.', _EXAMPLES)
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    shared.add_format(parser)
    parser.add_argument(
        '--words',
        nargs='?',
        const='',
        metavar='TEXT',
        help='list what {...} in phrases may name instead; those with this text in their name or description',
    )
    given = parser.parse_args(words)
    policy = shared.policy(given.policy)
    known = catalogue(policy)
    language = shared.screen_language(given.screen_language, known.plain.get('screen_language'))
    if given.words is not None:
        rules_words.write(known, given.words, language, plain=given.format == 'json')
        return 0
    sources = [known.read(name) for name in known.files]
    # a policy that no check would take is told here too
    chosen({source.id: source for source in sources}, {**known.plain, 'path': policy})
    if given.format == 'json':
        page.data({'version': 1, 'rules': [row(known, source) for source in sources]})
    else:
        _text(known, sources, language)
    return 0


def level_word(level: str, language: str) -> str:
    """The reader's word for the level of a rule."""
    return say('level.off', language) if level == 'off' else word('level', level, language)


def row(known: Catalogue, source: RuleSource) -> dict[str, Any]:
    """What programs are told of every rule."""
    level = known.level(source)
    return {
        'id': source.id,
        'category': source.file.category,
        'level': level,
        'rights': level == RIGHTS,
        'opinion': source.file.opinion,
        'locked': source.file.locked,
        'languages': list(source.file.languages),
        'title': set_keys(source.file.title),
        'path': source.path,
    }


def _text(known: Catalogue, sources: list[RuleSource], language: str) -> None:
    rows = []
    for source in sources:
        short: dict[str, str] = set_keys(source.file.short)
        title: dict[str, str] = set_keys(source.file.title)
        rows.append(
            (
                source.id,
                level_word(known.level(source), language),
                in_language(short or title, language),
                ' '.join(source.file.languages),
                say('list.locked', language) if source.file.locked else '',
            )
        )
    widths = [max(len(page.shown(row[column])) for row in rows) if rows else 0 for column in range(5)]
    for row in rows:
        page.put('  '.join(page.padded(cell, width) for cell, width in zip(row, widths)).rstrip())
    page.put()
    page.put(say('rules.count', language, count=len(rows)))
