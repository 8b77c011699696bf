"""Markdown as its readers see it, blanked in place so that no offset moves."""
