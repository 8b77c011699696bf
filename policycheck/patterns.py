"""Patterns are kept as text, compiled when a draft first asks for them and looked up without delay from then on."""

import re
from collections.abc import Callable
from functools import cache

compiled: Callable[..., re.Pattern[str]] = cache(re.compile)
"""The compiled pattern of a text and flags; most drafts ask for few, and to compile takes milliseconds."""
