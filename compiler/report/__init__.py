"""Findings and plans for people and for programs: one file a format."""
