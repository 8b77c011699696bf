"""policycheck parse: how a draft is read, token by token, with clauses, classes and marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policycheck import drafts
from policycheck.check import spoken
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.formats.messages import say as report_says
from policycheck.formats.messages import unscreened, word
from policycheck.load import load
from policycheck.model import LANGUAGES, Draft
from policycheck.nlp.parse import Parse
from policycheck.reading import TokenSpan, read
from policycheck.screened import screened_of

KINDS = ('', 'url', 'email', 'word', 'number', 'hashtag', 'mention', 'emoji', 'end', 'sign')
"""Names of the kinds of tokens, by their number in text.py."""

_EXAMPLES = """examples:
  policycheck parse post.md
  echo "We do not sell your data." | policycheck parse - --lang en"""
_WORD_COLUMNS = 20
_KIND_COLUMNS = max(map(len, KINDS))


def run(words: list[str]) -> int:
    """Prints sentences, clauses, tokens with kinds and classes, and marks; 2 for what cannot be read."""
    parser = shared.parser('parse', 'Print the tokens, clauses, classes and marks of a draft.', _EXAMPLES)
    parser.add_argument('file', metavar='FILE', help='a draft, or - for standard input')
    parser.add_argument('--lang', choices=LANGUAGES, help='language of the draft (else: found out)')
    shared.add_policy(parser)
    shared.add_screen_language(parser)
    given = parser.parse_args(words)
    policy = shared.policy(given.policy, None if given.file == drafts.STDIN else given.file)
    ruleset = load(policy)
    language = shared.screen_language(given.screen_language, ruleset.policy.get('screen_language'))
    code = 0
    for draft in drafts.load(given.file):
        if isinstance(draft, InputError):
            shared.warn(str(draft))
            code = 2
        else:
            _draft(draft, ruleset, {'lang': given.lang}, language)
    return code


def _draft(draft: Draft, ruleset: Ruleset, given: dict[str, Any], language: str) -> None:
    normal = screened_of(draft).normal
    lang, _, origin, _, _, ours = spoken(normal.text, draft, ruleset, given)
    name = (
        draft.path
        if draft.id == draft.path
        else f'{draft.path}, {report_says("place.row", language, id=draft.id)}'
    )
    page.put(f'{name}: {word("language", lang, language)} ({word("origin", origin, language)})')
    if not ours or not normal.text.strip():
        page.put(unscreened('empty' if ours else 'language', lang, origin, language))
        return
    # spaCy is a slow import, and --help and drafts in other languages need none
    from policycheck.nlp import pipeline

    reading = read(normal.text, ruleset.lexicon(lang), ruleset.abbreviations(lang))
    _parse(pipeline.parse(reading, ruleset.grammar(lang)), language)


def _parse(parse: Parse, language: str) -> None:
    classes = {slot: name for name, slot in parse.grammar.slots.items()}
    clause = None
    parse.lay_out(list(parse.spans))
    for number, start in enumerate(parse.reading.sentences, 1):
        end = parse.sentence(start)[1]
        page.put()
        page.put(f'{say("parse.sentence", language)} {number}')
        for token in range(start, end):
            if parse.clause_of[token] != clause:
                clause = parse.clause_of[token]
                page.put(f'  {say("parse.clause", language)} {clause - parse.clause_of[start] + 1}')
            _token(parse, token, classes)
        for line in _marks(parse, (start, end), language):
            page.wrap(line, '  ', '    ')


def _token(parse: Parse, token: int, classes: dict[int, str]) -> None:
    inside = parse.inside.get(token, set())
    # a span of several tokens goes on with '+'
    named = sorted(classes[slot] for slot in inside if slot in classes)
    named += sorted(f'+{classes[-slot]}' for slot in inside if -slot in classes)
    begin, end = parse.characters(token, token + 1)
    shown = page.padded(parse.text[begin:end], _WORD_COLUMNS)
    line = f'{shown} {KINDS[parse.tokens.kinds[token]]:{_KIND_COLUMNS}}  {" ".join(named)}'
    page.wrap(line, '    ', ' ' * (4 + _WORD_COLUMNS + 1 + _KIND_COLUMNS + 2))


def _marks(parse: Parse, sentence: TokenSpan, language: str) -> Iterator[str]:
    """The marks whose scope begins in a sentence, in the order of nlp.parse.MARKS."""
    for mark, scopes in parse.marks.items():
        for scope in scopes:
            if sentence[0] <= scope.start < sentence[1] and scope.start < scope.end:
                cue, words = (
                    _quoted(parse, *scope.cue, language),
                    _quoted(parse, scope.start, scope.end, language),
                )
                yield say('parse.mark', language, mark=mark, cue=cue, scope=words)


def _quoted(parse: Parse, start: int, end: int, language: str) -> str:
    begin, stop = parse.characters(start, end)
    return report_says('quote', language, words=' '.join(parse.text[begin:stop].split()))
