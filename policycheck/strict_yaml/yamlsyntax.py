"""What the YAML parser complains of, said in one plain sentence that tells what to do."""

from __future__ import annotations

import re

import yaml

QUOTE_IT = 'write all of it in quotes, "...", or in a block after |'

_TABS = 'a tab stands in the indentation; YAML takes spaces only, so put spaces in its place'
_ENTRIES = 'this does not fit the lines before it; {}indent it like its neighbours'

# problem of libyaml or of PyYAML's own scanner -> sentence; the first that fits is said
_SENTENCES = (
    ('tab character', _TABS),
    ('unknown escape character', "a backslash in double quotes begins an escape; use single quotes, '...'"),
    (
        'found invalid Unicode',
        'the escape \\u in double quotes names no character; write the character itself',
    ),
    ('expected escape sequence', 'an escape in double quotes lacks digits; write the character itself'),
    ('hexdecimal number', 'an escape in double quotes lacks digits; write the character itself'),
    ('block sequence entries are not allowed', "'- ' cannot stand here; begin the list on a line of its own"),
    ('sequence entries are not allowed', "'- ' cannot stand here; begin the list on a line of its own"),
    ('expected comment or line break', 'after | the text begins on the next line, indented'),
    ('expected a comment or a line break', 'after | the text begins on the next line, indented'),
    ('indentation indicator', 'after | the text begins on the next line, indented'),
    ("found unexpected ':'", "a space is missing after ':'; write key: value, or the text in quotes"),
    ('mapping keys are not allowed', f"a text cannot begin with '?' unquoted; {QUOTE_IT}"),
    ('tag', f'a text cannot begin with ! unquoted; {QUOTE_IT}'),
    (
        "expected ',' or ']'",
        "the list that '[' opens is not closed, or a comma is missing in it; close it with ']'",
    ),
    ("expected ',' or '}'", "what '{' opens is not closed, or a comma is missing in it; close it with '}'"),
    ('directive', 'a line cannot begin with % here; put the text in quotes'),
    (
        'expected <document start>',
        'something stands after the end of the document; put it before or remove it',
    ),
    (
        "expected '<document start>'",
        'something stands after the end of the document; put it before or remove it',
    ),
)


def explain(
    error: yaml.MarkedYAMLError, lines: list[str], quote: tuple[int, int] | None = None
) -> tuple[str, int]:
    """The sentence for a syntax error and the line, from 1, that it speaks of.

    ``lines`` are the lines of the file without their ends, ``quote`` the rows, from 0, of the last quoted
    text that goes over several.
    """
    problem = error.problem or ''
    mark = error.problem_mark or error.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    opened = error.context_mark.line if error.context_mark else row
    text = lines[row] if row < len(lines) else ''
    if quote and row == quote[1]:
        return 'the quote that opens here is not closed in its line; close it at the end of the text', quote[
            0
        ] + 1
    if 'quoted scalar' in (error.context or '') and ('end of stream' in problem or 'document' in problem):
        return 'the quote that opens here is not closed; close it at the end of the text', opened + 1
    if 'tab character' in problem or re.match(r' *\t', text):
        return _TABS, row + 1
    if 'cannot start any token' in problem:
        return f"a text cannot begin with '{text[column : column + 1]}' unquoted; {QUOTE_IT}", row + 1
    if 'an alias' in (error.context or '') or 'an anchor' in (error.context or ''):
        sign = '*' if 'alias' in (error.context or '') else '&'
        return f"a text cannot begin with '{sign}' unquoted; {QUOTE_IT}", opened + 1
    if "could not find expected ':'" in problem:
        return _no_colon(lines, opened)
    if 'mapping values are not allowed' in problem:
        return _second_colon(lines, row, column)
    if "expected ',' or" in problem:
        row = opened
    elif any(part in problem for part in ('expected key', 'expected block end', "expected '-'", 'block end')):
        return _misfit(text, column, "begin it with '- ' or " if "'-'" in problem else ''), row + 1
    elif 'node content' in problem:
        return _no_content(text, column, row, opened, lines)
    for part, sentence in _SENTENCES:
        if part in f'{problem} {error.context}':
            return sentence, row + 1
    return f'this is not valid YAML ({problem}); look at indentation, quotes and colons', min(
        row + 1, len(lines)
    )


def _shown(lines: list[str], row: int) -> str:
    text = lines[row].strip() if row < len(lines) else ''
    return f"'{text[:40]}'" if text else 'the line'


def _no_colon(lines: list[str], row: int) -> tuple[str, int]:
    """A line that lacks its colon, or belongs to the block that the line above opens."""
    before = next((line for line in reversed(lines[:row]) if line.strip()), '')
    if re.search(r'\s[|>][+-]?$', before.rstrip()):
        return (
            f'after {before.strip()} the lines begin with more spaces than that line; indent them deeper',
            row + 1,
        )
    return f"{_shown(lines, row)} has no ':'; write key: value", row + 1


def _second_colon(lines: list[str], row: int, column: int) -> tuple[str, int]:
    """A colon where none can be: in an unquoted text, under a text, or after a line that lacks its own."""
    before = lines[row][:column]
    if re.match(r'\s*(- +)*[^\s#:][^:]*:\s+\S', before) or re.match(
        r'\s*(- +)*("[^"]*"|\'[^\']*\'): ', before
    ):
        return f"a text with ': ' in it needs quotes; {QUOTE_IT}", row + 1
    above = row - 1
    while above > 0 and (not lines[above].strip() or lines[above].lstrip().startswith('#')):
        above -= 1
    if above < 0:
        return f"a text with ': ' in it needs quotes; {QUOTE_IT}", row + 1
    last = lines[above]
    tight = re.match(r'\s*(- +)*[\w.-]+:(?=[^\s/])', last)
    if tight:
        return "a space is missing after ':'; write key: value", above + 1
    if ':' not in last:
        return _no_colon(lines, above)
    return 'this key is indented deeper than its neighbours; give them the same number of spaces', row + 1


def _misfit(text: str, column: int, instead: str) -> str:
    """What stands after a closed quote or bracket, or with an indentation of its own."""
    before = text[:column].rstrip()
    value = re.match(r'\s*(?:- +)*(?:[^\s"\'\[{][^:]*: +)?(\[\[|\[|\{|"|\'|[*])', text)
    if before and value and before.strip(' -'):
        sign = value.group(1)
        if sign in ('"', "'"):
            other = {'"': 'single', "'": 'double'}[sign]
            return f'text stands after the closing {sign}; put all of it in {other} quotes'
        return f'a text that begins with {sign} needs quotes; {QUOTE_IT}'
    if before:
        return f'the text goes on after its closing quote; {QUOTE_IT}'
    if text.lstrip().startswith(':'):
        return "the key before ':' is missing; write key: value"
    return _ENTRIES.format(instead)


def _no_content(text: str, column: int, row: int, opened: int, lines: list[str]) -> tuple[str, int]:
    """A comma or bracket where a value should be, or the end of the file within brackets."""
    sign = text[column : column + 1]
    if not sign or row >= len(lines):
        row = max(0, min(opened, len(lines)) - 1)
        while row > 0 and not lines[row].strip():
            row -= 1
        return "a bracket is not closed; close it with ']' or '}'", row + 1
    if re.match(r'\s*(?:- +)*(?:[^\s"\'\[{][^:]*: +)?$', text[:column]):
        return f"a text cannot begin with '{sign}' unquoted; {QUOTE_IT}", row + 1
    return f"a value is missing before '{sign}'; write it or remove the comma", row + 1
