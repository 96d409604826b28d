"""The file that a user names for a result."""

from pathlib import Path

from compiler.base.failure import UsageError


def write_output(path: str, text: str) -> None:
    """Write a result to a file. Raises UsageError where that cannot be."""
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as failure:
        why = (failure.strerror or str(failure)).lower()
        raise UsageError(f"cannot write `{path}`: {why}") from failure


def read_input(path: str) -> str:
    """Read a file that the user names. Raises UsageError where that cannot be."""
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        why = (getattr(failure, "strerror", None) or "it is not text").lower()
        raise UsageError(f"cannot read `{path}`: {why}") from failure
