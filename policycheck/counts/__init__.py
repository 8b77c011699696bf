"""What can be counted in a post, and how each channel counts."""
