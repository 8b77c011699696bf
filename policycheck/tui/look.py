"""How the screens speak: a language and a set of signs, words for keys, and text made safe to show."""

from __future__ import annotations

import re

from policycheck.formats import messages
from policycheck.formats.excerpt import visible
from policycheck.model import ADVICE, LANGUAGES, LEVELS, NOTE, STOP, WARN
from policycheck.records import NamedTuple
from policycheck.tui.texts import TEXTS

RIGHTS = 5
"""Stands where a level does, for notices of rights: one above the levels of the model."""

GLYPHS: dict[str, dict[int, str]] = {
    'unicode': {STOP: '✖', WARN: '⚠', ADVICE: 'ℹ', NOTE: '·', RIGHTS: '§'},
    'shapes': {STOP: '■', WARN: '▲', ADVICE: '●', NOTE: '·', RIGHTS: '§'},
    'ascii': {STOP: '[X]', WARN: '[!]', ADVICE: '[i]', NOTE: '[-]', RIGHTS: '[R]'},
}
"""Signs of the levels; no variation selector, which would make them two cells wide."""

_SIGNS = {
    '✔': '[ok]',
    '…': '...',
    '“': '"',
    '”': '"',
    '«': '"',
    '»': '"',
    '→': '->',
    '·': '-',
    '—': '-',
    '§': 'S.',
}
_TYPOGRAPHY = re.compile('|'.join(map(re.escape, _SIGNS)))


class Look(NamedTuple):
    """Language of the screens, one of LANGUAGES, and the set of signs, a key of GLYPHS."""

    language: str = 'en'
    glyphs: str = 'unicode'

    def say(self, key: str, /, **values: object) -> str:
        """The text of that key with its values put in."""
        text = TEXTS[key][LANGUAGES.index(self.language)]
        return self.plain(text.format(**values) if values else text)

    def word(self, family: str, key: str) -> str:
        """The reader's word for a key of a family such as 'channel'; the key itself where there is none."""
        return messages.word(family, key, self.language)

    def level(self, level: int) -> str:
        """What a level is called: STOP, REASON, TIP, NOTE, RIGHTS."""
        return self.word('level', 'rights' if level == RIGHTS else LEVELS[level])

    def sign(self, level: int) -> str:
        """The sign of a level."""
        return GLYPHS[self.glyphs][level]

    def tick(self, good: bool) -> str:
        """A sign for what holds and what does not."""
        return ('[ok]' if good else '[X]') if self.glyphs == 'ascii' else ('✔' if good else '✖')

    def quote(self, words: str) -> str:
        """Words in the reader's quotation marks."""
        return self.plain(messages.say('quote', self.language, words=shown(words)))

    def texts(self, texts: dict[str, str]) -> str:
        """A text of a rule in the reader's language, else in English, else in any; safe to show."""
        found = texts.get(self.language) or texts.get('en') or next(iter(texts.values()), '')
        return self.plain(shown(' '.join(found.split())))

    def plain(self, text: str) -> str:
        """A text of ours without signs that an ASCII terminal lacks, where such signs are set."""
        return _TYPOGRAPHY.sub(lambda found: _SIGNS[found[0]], text) if self.glyphs == 'ascii' else text


def shown(text: str) -> str:
    """A text of which a terminal obeys nothing, line ends and tabs as they are."""
    if text.isprintable():
        return text
    return re.sub(r'[^\n\t]+', lambda found: visible(found[0]), text)
