"""Small words of reports: numbers with their nouns, lists with an "and", sizes."""

from collections.abc import Sequence

_SHOWN = 3


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return ``1 error`` or ``1,204 errors``."""
    word = singular if number == 1 else plural or f"{singular}s"
    return f"{number:,} {word}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return ``a, b and c``."""
    if len(words) < 2:  # noqa: PLR2004 - a list begins at two
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def some(words: Sequence[str]) -> str:
    """Return ``a, b, c and 4 more``."""
    more = len(words) - _SHOWN
    return listed([*words[:_SHOWN], f"{more:,} more"] if more > 0 else words)


def size(number: int) -> str:
    """Return a number of bytes as ``640 B``, ``12.3 KB`` or ``4.5 MB`` (1 KB = 1,000 bytes)."""
    if number < 1000:  # noqa: PLR2004
        return f"{number} B"
    if number < 1000**2:
        return f"{number / 1000:.1f} KB"
    return f"{number / 1000**2:.1f} MB"
