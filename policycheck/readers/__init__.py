"""Files to drafts: one reader a format, and where each character of a post stands in its file."""
