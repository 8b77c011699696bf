"""Patterns are kept as text, compiled when a draft first asks for them and looked up without delay from then on."""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

compiled: Callable[..., re.Pattern[str]] = cache(re.compile)
"""The compiled pattern of a text and flags; most drafts ask for few, and to compile takes milliseconds."""
