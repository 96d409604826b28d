"""Compile a repository of Client Area content into releases on object storage."""

__version__ = "0.1.0"
