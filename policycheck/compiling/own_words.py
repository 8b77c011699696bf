"""What a policy changes of the words that a rule looks for: phrases more, phrases and words fewer, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policycheck.errors import InputError
from policycheck.model import LANGUAGES
from policycheck.records import NamedTuple
from policycheck.schema.rulefile import RuleFile
from policycheck.strict_yaml.yamlfile import Line, parse, read
from policycheck.words.entries import takes_out

_POINTS = re.compile(r'-?[1-9][0-9]? +\S')


class OwnWords(NamedTuple):
    """Lines of policycheck.yaml for a rule in one language: phrases and points more, and what is taken out.

    Lines of points have their number first, lines taken out stand without their minus. ``calls_for_label``:
    the phrases call for the rule's label, like its own.
    """

    calls_for_label: bool
    path: str
    phrases: tuple[Line, ...] = ()
    points: tuple[Line, ...] = ()
    taken: tuple[Line, ...] = ()


def own_words(policy: Mapping[str, Any], rule_id: str, file: RuleFile) -> dict[str, OwnWords]:
    """What a plain policy changes of a rule's words, by language; {} where it changes none.

    Raises InputError, with the line of the policy, for a language that the rule is not written in, and for what
    would weaken a locked rule without somebody who decided it.
    """
    change = (policy.get('rules') or {}).get(rule_id) or {}
    found: dict[str, OwnWords] = {}
    for lang, lines in _lines(policy, rule_id, change.get('words') or {}):
        path = str(policy.get('path') or '')
        if lang not in file.languages:
            raise InputError(
                f"rules: '{rule_id}' is not written in {lang}, so no word of it can be changed; "
                f'it is written in {", ".join(file.languages)}',
                path,
                lines[0].line,
            )
        # points that are taken away begin with a minus as well
        weaker = next((line for line in lines if takes_out(line.text)), None)
        if file.locked and weaker and not change.get('by'):
            raise InputError(
                f"rules: '{rule_id}' is locked; '{weaker.text}' would weaken it, which takes by: and a name",
                path,
                weaker.line,
            )
        found[lang] = _parted(file, lines, path)
    return found


def _lines(
    policy: Mapping[str, Any], rule_id: str, words: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[Line]]]:
    if not words:
        return
    path = policy.get('path')
    # the plain policy knows no lines; they are looked up where there are any
    located = parse(read(path), path) if path else None
    for lang in LANGUAGES:
        if lang not in words:
            continue
        keys = ('rules', rule_id, 'words', lang)
        lines = located.lines(*keys) if located else _numbered(words[lang])
        if not lines:
            assert located is not None
            raise InputError(
                f"'words.{lang}' has no words; write one a line, or remove the key", path, located.line(*keys)
            )
        yield lang, lines


def _numbered(text: str) -> list[Line]:
    return [Line(line.strip(), number, 0) for number, line in enumerate(text.split('\n'), 1) if line.strip()]


def _parted(file: RuleFile, lines: Iterable[Line], path: str) -> OwnWords:
    found = OwnWords(calls_for_label=bool(file.require and not file.find), path=path)
    for line in lines:
        if line.text.startswith('- '):
            told = "write the word without '- ', or -word, without a space, to take it out of the list"
            raise InputError(told, path, line.line)
        if file.points and _POINTS.match(line.text):
            found = found._replace(points=(*found.points, line))
        elif takes_out(line.text):
            taken = Line(line.text[1:], line.line, line.column + 1)
            found = found._replace(taken=(*found.taken, taken))
        else:
            found = found._replace(phrases=(*found.phrases, line))
    return found
