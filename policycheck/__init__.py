"""policycheck reads a draft post before it is published; see README.md."""

__version__ = '0.1.0'
