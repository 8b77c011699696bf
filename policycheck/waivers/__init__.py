"""How people say that a flag may stay: waivers in front matter and beside data files."""
