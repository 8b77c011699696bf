"""Example posts to heads; never while a draft is checked."""
