"""YAML and TOML that people write: strict, with the place of every value and plain complaints."""
