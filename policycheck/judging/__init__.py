"""Matches to flags: marks, adjustments, the shield, overlaps, meaning."""
