"""Finders: one module each, the table of them in table.py, their quick tests in might.py."""
