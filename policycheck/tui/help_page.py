"""Help: what can be done in the pane that has the focus, and all keys."""

from __future__ import annotations

from rich.cells import set_cell_size
from textual.content import Content

from policycheck.tui.look import Look

_EVERYWHERE = (
    ('F1', 'help'),
    ('F2', 'check'),
    ('F5', 'rules'),
    ('F6', 'pane'),
    ('Ctrl+P', 'palette'),
    ('Ctrl+Q', 'quit'),
)
_CHECK = (
    ('F8', 'next'), ('F7', 'previous'), ('F4', 'fix'), ('F9', 'finish'), ('Ctrl+L', 'context'), ('Ctrl+O', 'open'),
)  # fmt: skip
_FLAG = (('F', 'fix'), ('U', 'to_text'), ('K', 'keep'), ('W', 'wrong'), ('E', 'explain'), ('A', 'ask'))
_RULES = (('/', 'search'), ('T', 'examples'), ('R', 'reload'), ('E', 'edit_rule'))
TABLES = {
    'draft': (_CHECK, _EVERYWHERE),
    'flags': (_FLAG, _CHECK, _EVERYWHERE),
    'why': (_FLAG, _CHECK, _EVERYWHERE),
    'rules': (_RULES, _EVERYWHERE),
}  # fmt: skip
"""Keys and actions by the pane that they are told for."""


def page(pane: str, look: Look, named: dict[str, str]) -> Content:
    """What a pane is for, and its keys; ``named`` are keys that the settings have changed."""
    pieces: list[str | tuple[str, str]] = [f'{look.say(f"help.{pane}")}\n\n']
    for table in TABLES[pane]:
        for key, action in table:
            key = named.get(action, key).title() if len(key) > 1 else key
            pieces += [(set_cell_size(key, 10), 'bold'), f'{look.say(f"do.{action}")}\n']
        pieces.append('\n')
    if pane != 'rules':
        pieces.append(f'{look.say("help.levels")}\n')
    pieces.append(f'{look.say("help.private")}')
    return Content.assemble(*pieces)
