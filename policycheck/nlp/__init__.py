"""The only importer of spaCy: a reading in, a parsed document and what matches in it out."""
