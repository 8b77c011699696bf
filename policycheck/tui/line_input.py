"""A line to fill in that holds nothing a terminal would obey."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from policycheck.tui.look import shown


class Line(Input):
    """An input whose value is always safe to show; tabs and line ends become blanks."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding('ctrl+a', 'select_all', show=False)]

    def validate_value(self, value: str) -> str:
        """What is pasted, made visible sign by sign."""
        return value if value.isprintable() else shown(' '.join(value.split('\n')).replace('\t', ' '))
