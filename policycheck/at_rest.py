"""Imports with the garbage collector at rest: what they bring stays, and its walks through it take a tenth of them."""

from __future__ import annotations

import gc


class AtRest:
    """``with AtRest():`` around slow imports; afterwards the collector is as it was."""

    __slots__ = ('_was_on',)

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *error: object) -> None:
        if self._was_on:
            gc.enable()
