"""Patterns are kept as text, compiled when a draft first asks for them and looked up without delay from then on."""

import re
from functools import cache

compiled = cache(re.compile)
"""The compiled pattern of a text and flags; most drafts ask for few, and to compile takes milliseconds."""
