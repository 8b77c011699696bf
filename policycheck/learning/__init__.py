"""What was learned of example posts, and how a text is scored with it."""
