"""The colours of the three themes; contrasts are held by tests."""

from __future__ import annotations

from textual.theme import Theme

LEVEL_NAMES = ('note', 'advice', 'warn', 'stop', 'rights')
"""Names of the marks in the text, as style sheets call them."""


def _theme(name: str, dark: bool, colours: dict[str, str], marks: dict[str, tuple[str, str]]) -> Theme:
    variables = {f'mark-{level}': pair[0] for level, pair in marks.items()}
    variables |= {f'sign-{level}': colours.get(level, pair[0]) for level, pair in marks.items()}
    variables |= {f'mark-{level}-ground': pair[1] for level, pair in marks.items()}
    variables |= {
        'line': colours['line'], 'quiet': colours['quiet'], 'head': colours['head'],
        'border': colours['primary'], 'border-blurred': colours['line'],
        'scrollbar': colours['line'], 'scrollbar-background': colours['surface'],
        'selected': colours['selection'],
        'input-selection-background': colours['selection'],
        'input-selection-foreground': colours['foreground'],
    }  # fmt: skip
    return Theme(
        name=name,
        dark=dark,
        primary=colours['primary'],
        accent=colours['primary'],
        warning=marks['warn'][0],
        error=marks['stop'][0],
        success=marks['rights'][0],
        foreground=colours['foreground'],
        background=colours['background'],
        surface=colours['surface'],
        panel=colours['panel'],
        variables=variables,
    )


DARK = _theme(
    'pc-dark', True,
    {'foreground': '#e8eaee', 'background': '#14181f', 'surface': '#14181f', 'panel': '#232a35',
     'primary': '#7fb4ff', 'line': '#76839a', 'quiet': '#a9b3c3', 'head': '#ffffff', 'selection': '#34507c',
     'stop': '#ffa3ad', 'warn': '#ffd27a'},
    {'stop': ('#ffffff', '#8f1d2c'), 'warn': ('#ffe9bd', '#5c4205'), 'advice': ('#a9d1ff', '#14181f'),
     'note': ('#c3cad6', '#14181f'), 'rights': ('#a8e6b8', '#14181f')},
)  # fmt: skip
LIGHT = _theme(
    'pc-light', False,
    {'foreground': '#1d2229', 'background': '#fbfaf7', 'surface': '#fbfaf7', 'panel': '#e9e7e1',
     'primary': '#1a56a8', 'line': '#7a8089', 'quiet': '#545b66', 'head': '#000000', 'selection': '#bcd6f8',
     'stop': '#9c0018', 'warn': '#6b4300'},
    {'stop': ('#7d0014', '#ffd9dd'), 'warn': ('#5b3900', '#ffeab8'), 'advice': ('#0b4a94', '#fbfaf7'),
     'note': ('#4a525e', '#fbfaf7'), 'rights': ('#0a5a29', '#fbfaf7')},
)  # fmt: skip
CONTRAST = _theme(
    'pc-contrast', True,
    {'foreground': '#ffffff', 'background': '#000000', 'surface': '#000000', 'panel': '#262626',
     'primary': '#ffe600', 'line': '#ffffff', 'quiet': '#ffffff', 'head': '#ffe600', 'selection': '#0050c8',
     'stop': '#ffa0a0', 'warn': '#ffd000'},
    {'stop': ('#ffffff', '#b00000'), 'warn': ('#000000', '#ffd000'), 'advice': ('#8fdcff', '#000000'),
     'note': ('#ffffff', '#000000'), 'rights': ('#8bffa6', '#000000')},
)  # fmt: skip

THEMES: dict[str, Theme] = {'dark': DARK, 'light': LIGHT, 'contrast': CONTRAST}
"""By the name that the settings know."""
