"""What a content repository adds: what git says has changed, earlier findings, earlier verdicts."""
