"""Fluent, in and out, by the extra `formats`."""
