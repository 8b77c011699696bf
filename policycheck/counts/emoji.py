"""What counts as one emoji: the sequences of Unicode's emoji standard, as a pattern."""

from __future__ import annotations

# Shown in colour without being asked to (Emoji_Presentation, Unicode 17), and the astral
# pictographs that no font draws otherwise; wide on purpose, so that next year's emoji count.
_COLOURED = (
    '\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab'
    '\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e'
    '\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55'
    '\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236'
    '\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb'
    '\U0001f7f0\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001f9ff\U0001fa70-\U0001faff'
)
# Signs that most apps draw as emoji unless U+FE0E asks for the plain sign: hearts, sun, check mark.
_DRAWN = (
    '\u2600-\u2604\u260e\u2611\u2618\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2660\u2663\u2665'
    '\u2666\u2668\u267b\u267e\u2692\u2694-\u2697\u2699\u269b\u269c\u26a0\u26a7\u26b0\u26b1\u26c8\u26cf\u26d1\u26d3'
    '\u26e9\u26f0\u26f1\u26f4\u26f7-\u26f9\u2702\u2708\u2709\u270c\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2733'
    '\u2734\u2744\u2747\u2763\u2764\u27a1'
)
# Letters, arrows and marks that are emoji only where U+FE0F says so.
_PLAIN = (
    '\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u2328\u23cf\u23ed-\u23fa\u24c2\u25aa-\u25fe\u2640\u2642\u265f'
    '\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f237'
)
_TONES = '\U0001f3fb-\U0001f3ff'
_DRESS = f'[\ufe0f{_TONES}]*(?:[\U000e0020-\U000e007e]+\U000e007f)?'

ONE = (
    '(?:[\U0001f1e6-\U0001f1ff]{1,2}'
    '|[0-9#*]\ufe0f?\u20e3'
    f'|(?:[{_COLOURED}{_DRAWN}](?!\ufe0e)|[{_PLAIN}](?=[\ufe0f{_TONES}])){_DRESS}'
    f'(?:\u200d[{_COLOURED}{_DRAWN}{_PLAIN}]{_DRESS})*)'
)
"""Pattern for one emoji: with skin tones, joined ones, flags and keycaps as one.

A text, not compiled: that takes 4 ms, and few posts need it. `re` keeps what it compiled.
"""

RUN = f'{ONE}(?:[ \\t]*{ONE})*'
"""Pattern for emoji in a row; blanks between them do not part them."""


def at_most(text: str) -> int:
    """A number of emoji that a text does not pass; 0 for nearly all that hold none."""
    if text.isascii() or (max(text) <= '\u203b' and '\u00a9' not in text and '\u00ae' not in text):
        return 0
    return sum(sign > '\u203b' or sign in '\u00a9\u00ae' for sign in text)
