"""The bytes of images and PDFs that content names, as far as they can be had."""

from compiler.ports.snapshot import UnreadableError
from compiler.rules.check import Scope


def file_bytes(scope: Scope, path: str) -> bytes | None:
    """Return the bytes of a file, None where there is none, or none to be had here."""
    try:
        return scope.content.asset(path)
    except (KeyError, UnreadableError):
        return None
