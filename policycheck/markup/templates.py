"""What site generators add to Markdown: the signs of Hugo, Jekyll and Eleventy, attributes, and footnotes."""

from __future__ import annotations

import re

_PLACEHOLDER = '\ue000'
"""Stands for signs of templates while the rest is parsed: a letter that Markdown knows nothing of."""
_TEMPLATES = {'{{<': '>}}', '{{%': '%}}', '{{': '}}', '{%': '%}', '{#': '}', '{.': '}', '{:': '}'}
_REMARK_ENDS = '#}'
"""What ends a remark of Nunjucks and Twig, which a blank after ``{#`` tells from an identifier."""
_TEMPLATE = re.compile(r'\{\{[<%]?|\{%|\{[#.](?=[\w-])|\{:|\{#[\s-]')
_LONGEST_TEMPLATE = 2000
# what stands between these two is a remark or code
_UNREAD = re.compile(r'\{(?:%-?|\{[<%])\s*(comment|highlight)\b')
_END_OF_UNREAD = {
    name: re.compile(rf'\{{(?:%-?\s*end{name}\s*-?%|\{{[<%]\s*/\s*{name}\s*[>%]\}})\}}')
    for name in ('comment', 'highlight')
}
_FOOTNOTE = re.compile(r'\[\^[^\s\[\]]{1,80}\]')
_FOOTNOTE_AT_START = re.compile(r'^[ >]*\[\^[^\s\[\]]{1,80}\]:?', re.MULTILINE)


def without_templates(source: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with placeholders for templates and footnote marks, and where they were.

    Hugo's, Jekyll's and Eleventy's signs, with the remarks and the code between two; what does not end within
    2,000 signs is none.
    """
    hidden: list[tuple[int, int]] = []
    if '{' in source:
        closers: dict[str, int] = {}
        open_: set[str] = set()
        at = 0
        while (opener := _TEMPLATE.search(source, at)) is not None:
            closer = _TEMPLATES.get(opener.group(), _REMARK_ENDS)
            if closers.get(closer, 0) < opener.end():
                found = source.find(closer, opener.end())
                closers[closer] = found if found >= 0 else len(source) * 2 + _LONGEST_TEMPLATE
            end = closers[closer] + len(closer)
            at = opener.end()
            if end - at <= _LONGEST_TEMPLATE and not (closer == '}' and '\n' in source[at:end]):
                unread = _UNREAD.match(source, opener.start())
                last = (
                    _END_OF_UNREAD[unread[1]].search(source, end)
                    if unread and unread[1] not in open_
                    else None
                )
                if unread and last is None:
                    # it is not looked for again
                    open_.add(unread[1])
                end = last.end() if last else end
                hidden.append((opener.start(), end))
                at = end
    if '[^' in source:
        for match in _FOOTNOTE_AT_START.finditer(source):
            hidden.append((source.index('[', match.start()), match.end()))
        hidden.extend(match.span() for match in _FOOTNOTE.finditer(source))
    pieces = []
    at = 0
    for begin, end in sorted(hidden):
        if begin >= at:
            pieces.append(source[at:begin])
            pieces.append(re.sub('[^\n]', _PLACEHOLDER, source[begin:end]))
            at = end
    pieces.append(source[at:])
    return ''.join(pieces), hidden
