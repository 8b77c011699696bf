"""policycheck parse: how a draft is read, token by token, with clauses, classes and marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policycheck.check import spoken
from policycheck.commands import options as shared
from policycheck.commands import page
from policycheck.commands.wording import say
from policycheck.compiled import Ruleset
from policycheck.compiling.load import load
from policycheck.errors import InputError
from policycheck.formats.messages import say as report_says
from policycheck.formats.messages import unscreened, word
from policycheck.model import LANGUAGES, Draft
from policycheck.nlp.parse import Parse, Scope
from policycheck.readers import drafts
from policycheck.records import NamedTuple
from policycheck.screened import screened_of
from policycheck.words.reading import TokenSpan, read

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
    shared.add_format(parser)
    given = parser.parse_args(words)
    policy = shared.policy(given.policy, None if given.file == drafts.STDIN else given.file)
    ruleset = load(policy)
    language = shared.screen_language(given.screen_language, ruleset.policy.get('screen_language'))
    code = 0
    told = []
    for draft in drafts.load(given.file):
        if isinstance(draft, InputError):
            shared.complain(draft, language)
            code = 2
            continue
        seen = _seen(draft, ruleset, {'lang': given.lang})
        if given.format == 'json':
            told.append(_plain(seen))
        else:
            _write(seen, language)
    if given.format == 'json':
        page.data({'version': 1, 'drafts': told})
    return code


class _Seen(NamedTuple):
    """A draft, its language, how that was found out, and why it is not read or how it is."""

    draft: Draft
    lang: str
    origin: str
    silent: str | None
    parse: Parse | None


def _seen(draft: Draft, ruleset: Ruleset, given: dict[str, Any]) -> _Seen:
    normal = screened_of(draft).normal
    lang, _, origin, _, _, ours = spoken(normal.text, draft, ruleset, given)
    if not ours or not normal.text.strip():
        return _Seen(draft, lang, origin, 'empty' if ours else 'language', None)
    # spaCy is a slow import, and --help and drafts in other languages need none
    from policycheck.nlp import pipeline

    reading = read(normal.text, ruleset.lexicon(lang), ruleset.abbreviations(lang))
    parse = pipeline.parse(reading, ruleset.grammar(lang))
    parse.lay_out(list(parse.spans))
    return _Seen(draft, lang, origin, None, parse)


def _plain(seen: _Seen) -> dict[str, Any]:
    draft, lang, origin, silent, parse = seen
    sentences = []
    if parse is not None:
        classes = _named(parse)
        sentences = [_sentence(parse, start, classes) for start in parse.reading.sentences]
    return {
        'id': draft.id,
        'path': draft.path,
        'lang': lang,
        'lang_from': origin,
        'unscreened': silent,
        'sentences': sentences,
    }


def _sentence(parse: Parse, start: int, classes: Mapping[int, str]) -> dict[str, Any]:
    end = parse.sentence(start)[1]
    tokens = [
        {
            'text': _words(parse, token, token + 1),
            'kind': KINDS[parse.tokens.kinds[token]],
            'classes': _classes(parse, token, classes),
            'clause': parse.clause_of[token] - parse.clause_of[start] + 1,
        }
        for token in range(start, end)
    ]
    marks = [
        {'mark': mark, 'cue': _words(parse, *scope.cue), 'words': _words(parse, scope.start, scope.end)}
        for mark, scope in _scopes(parse, (start, end))
    ]
    return {'tokens': tokens, 'marks': marks}


def _write(seen: _Seen, language: str) -> None:
    draft, lang, origin, silent, parse = seen
    name = (
        draft.path
        if draft.id == draft.path
        else f'{draft.path}, {report_says("place.row", language, id=draft.id)}'
    )
    page.put(f'{name}: {word("language", lang, language)} ({word("origin", origin, language)})')
    if parse is None:
        page.put(unscreened(silent, lang, origin, language))
    else:
        _sentences(parse, language)


def _sentences(parse: Parse, language: str) -> None:
    clause, classes = None, _named(parse)
    for number, start in enumerate(parse.reading.sentences, 1):
        end = parse.sentence(start)[1]
        page.put()
        page.put(f'{say("parse.sentence", language)} {number}')
        for token in range(start, end):
            if parse.clause_of[token] != clause:
                clause = parse.clause_of[token]
                page.put(f'  {say("parse.clause", language)} {clause - parse.clause_of[start] + 1}')
            _token(parse, token, classes)
        for mark, scope in _scopes(parse, (start, end)):
            cue, words = (
                report_says('quote', language, words=_words(parse, *span))
                for span in (scope.cue, (scope.start, scope.end))
            )
            page.wrap(say('parse.mark', language, mark=mark, cue=cue, scope=words), '  ', '    ')


def _named(parse: Parse) -> dict[int, str]:
    """The names of the classes by their slots."""
    return {slot: name for name, slot in parse.grammar.slots.items()}


def _classes(parse: Parse, token: int, classes: Mapping[int, str]) -> list[str]:
    """The classes of a token; a span of several tokens goes on with '+'."""
    inside = parse.inside.get(token, set())
    begun = sorted(classes[slot] for slot in inside if slot in classes)
    return begun + sorted(f'+{classes[-slot]}' for slot in inside if -slot in classes)


def _token(parse: Parse, token: int, classes: Mapping[int, str]) -> None:
    begin, end = parse.characters(token, token + 1)
    shown = page.padded(parse.text[begin:end], _WORD_COLUMNS)
    named = ' '.join(_classes(parse, token, classes))
    line = f'{shown} {KINDS[parse.tokens.kinds[token]]:{_KIND_COLUMNS}}  {named}'
    page.wrap(line, '    ', ' ' * (4 + _WORD_COLUMNS + 1 + _KIND_COLUMNS + 2))


def _scopes(parse: Parse, sentence: TokenSpan) -> Iterator[tuple[str, Scope]]:
    """The marks whose scope begins in a sentence, in the order of nlp.parse.MARKS."""
    for mark, scopes in parse.marks.items():
        for scope in scopes:
            if sentence[0] <= scope.start < sentence[1] and scope.start < scope.end:
                yield mark, scope


def _words(parse: Parse, start: int, end: int) -> str:
    begin, stop = parse.characters(start, end)
    return ' '.join(parse.text[begin:stop].split())
