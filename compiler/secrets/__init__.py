"""Secrets written out in texts: whose they look like, and where they stand. Knows no content."""
