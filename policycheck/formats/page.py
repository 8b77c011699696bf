"""One page of HTML with the posts and their flags in place; it loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import TextIO

from policycheck.errors import InputError
from policycheck.formats import meaning_line
from policycheck.formats.excerpt import visible
from policycheck.formats.located import RIGHTS, Located, shown
from policycheck.formats.messages import not_shown, say, word
from policycheck.formats.names import NAMES
from policycheck.formats.options import Counts, Options, Tally, Written
from policycheck.model import Report

_LOADS = "default-src 'none'; style-src 'unsafe-inline'"
_LEVELS = {
    'stop': 'double 3px',
    'warn': '2px',
    'advice': 'dashed 2px',
    'note': 'dotted 2px',
    RIGHTS: 'dotted 2px',
}
"""The line under words of each level, the gravest first."""

# Colours keep 4.5:1 on their ground in both schemes (WCAG 2.2, 1.4.3); levels differ by their line too.
_STYLE = """
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --quiet: #565656; --line: #c9c9c9;
  --stop: #a40000; --warn: #7a4a00; --advice: #0b4f9e; --note: #565656; --rights: #00604a; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181b; --ink: #ececec; --quiet: #b5b5b5;
  --line: #4a4a4a; --stop: #ff9b94; --warn: #ffc46b; --advice: #93c5ff; --note: #b5b5b5; --rights: #7fdcc0; } }
body { background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
  margin: 0 auto; max-width: 50rem; padding: 1rem; }
article { border-top: 1px solid var(--line); margin-top: 2rem; }
h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
.post { border: 1px solid var(--line); overflow-wrap: anywhere; padding: .8rem; white-space: pre-wrap; }
mark { background: none; color: inherit; text-underline-offset: 3px; }
sup { line-height: 0; padding: 0 .1em; }
li { margin: .6rem 0; overflow-wrap: anywhere; }
.level { font-weight: bold; }
li.stop .level { color: var(--stop); } li.warn .level { color: var(--warn); }
li.advice .level { color: var(--advice); } li.note .level { color: var(--note); }
li.rights .level { color: var(--rights); }
.quiet { color: var(--quiet); }
label { margin-right: 1rem; }
""" + ''.join(
    # the gravest comes last: of the levels that a stretch is under, and that are shown, its line is seen
    f'#show-{level}:checked ~ main mark.{level} {{ text-decoration: underline {line} var(--{level}); }}\n'
    f'#show-{level}:not(:checked) ~ main :is(li, sup).{level} {{ display: none; }}\n'
    for level, line in reversed(_LEVELS.items())
)


def write(reports: Iterable[Written], out: TextIO, options: Options) -> Counts:
    """Write the page; drafts without a finding are counted, not shown."""
    tally = Tally(options)
    articles = []
    for report in tally.counted(reports):
        if isinstance(report, InputError):
            path, message = _text(report.path or ''), _text(report.message)
            articles.append(f'<article><h2>{path}</h2><p>{message}</p></article>')
        elif rows := list(shown(report, options)):
            articles.append(_article(report, rows, options, len(articles)))
    counts = tally.counts()
    language = options.screen_language
    closing = _text(say('closing', language, total=counts.total, **counts._asdict()))
    hidden = f'<p>{_text(not_shown(tally.hidden, options.level, language))}</p>\n' if tally.hidden else ''
    page = [
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_LOADS}">\n<title>policycheck</title>\n',
        f'<style>{_STYLE}</style>\n</head>\n<body>\n<h1>policycheck</h1>\n<p>{closing}</p>\n{hidden}',
    ]
    if not tally.whole:
        page.append(f'<p><strong>{_text(say("interrupted", language))}</strong></p>\n')
    if line := meaning_line.line(language, options.meaning):
        page.append(f'<p class="quiet">{_text(line)}</p>\n')
    for level in _LEVELS:
        box, name = f'show-{level}', _text(NAMES[f'level.{level}'][language])
        page.append(f'<input type="checkbox" id="{box}" checked> <label for="{box}">{name}</label>\n')
    page += ('<main>\n', '\n'.join(articles), '\n</main>\n</body>\n</html>\n')
    out.write(''.join(page) if options.unicode else _in_ascii(''.join(page)))
    return counts


def _article(report: Report, rows: list[Located], options: Options, number: int) -> str:
    draft = report.draft
    name = draft.path if draft.id == draft.path else f'{draft.path}: {draft.id}'
    anchors = [f'f{number}-{at}' for at in range(1, len(rows) + 1)]
    items = ''.join(_item(row, anchor, options) for row, anchor in zip(rows, anchors, strict=True))
    marked = ''.join(_marked(draft.text, rows, anchors))
    return (
        f'<article><h2>{_text(name)}</h2>\n'
        f'<div class="post" lang="{_text(report.lang)}" dir="auto">{marked}</div>\n<ol>{items}</ol></article>'
    )


def _item(row: Located, anchor: str, options: Options) -> str:
    language = options.screen_language
    kept = f' <span class="quiet">({_text(row.kept)})</span>' if row.kept is not None else ''
    sources = ' '.join(
        f'<a href="{escape(url, quote=True)}" rel="noreferrer">{_text(title)}</a>'
        for title, url in row.flag.rule.sources
        if url.startswith(('https://', 'http://'))
    )
    source = (
        f'<br><span class="quiet">{word("part", "source", language)}: {sources}</span>' if sources else ''
    )
    like = f'<br><span class="quiet">{_text(row.like)}</span>' if row.like is not None else ''
    return (
        # by itself: of those that are not shown the list counts none
        f'<li class="{row.level}" id="{anchor}" value="{_number(anchor)}">'
        f'<span class="level">{_text(NAMES[f"level.{row.level}"][language])}</span> '
        f'{_text(row.title)} <span class="quiet">{row.line}:{row.column} [{_text(row.rule)}]</span>{kept}<br>'
        f'<q>{_text(row.quote)}</q><br>{_text(row.message)}{like}{source}</li>\n'
    )


def _marked(text: str, rows: list[Located], anchors: list[str]) -> Iterator[str]:
    """The text, each stretch under the levels of the flags that cover it; where one ends, the way to what it says."""
    flags = [
        (row.flag.text_span, row.level, anchor)
        for row, anchor in zip(rows, anchors, strict=True)
        if row.kept is None
    ]
    # front matter is blank here
    begin, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    edges = sorted({begin, stop, *(place for span, *_ in flags for place in span)})
    for start, end in pairwise(edges):
        over = {level for span, level, _ in flags if span.start <= start and end <= span.end}
        piece = _text(text[start:end])
        yield f'<mark class="{" ".join(sorted(over))}">{piece}</mark>' if over else piece
        for span, level, anchor in flags:
            if span.end == end:
                yield f'<sup class="{level}"><a href="#{anchor}">{_number(anchor)}</a></sup>'


def _number(anchor: str) -> str:
    return anchor.partition('-')[2]


def _in_ascii(page: str) -> str:
    return page.encode('ascii', 'xmlcharrefreplace').decode()


def _text(text: str) -> str:
    """A text that the page shows and no browser obeys; line ends stay."""
    return '\n'.join(escape(visible(line), quote=True) for line in text.splitlines() or [''])
