"""The app that employees see: the only importer of Textual, and the plain mode beside it."""
