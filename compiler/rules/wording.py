"""The small words of findings: lists, counts, areas."""

from collections.abc import Iterable

_KILOBYTE = 1000


def listed(names: Iterable[str], *, quote: str = "`") -> str:
    """Return "`a`, `b` and `c`"."""
    *first, last = [f"{quote}{name}{quote}" for name in names]
    return f"{', '.join(first)} and {last}" if first else last


def many(number: int, one: str, more: str | None = None) -> str:
    """Return "1 entry", "2 entries"."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def kilobytes(size: int) -> str:
    """Return "120 bytes", "9.3 KB", "1,204 KB" (1 KB = 1,000 bytes)."""
    return f"{size / 1000:,.1f} KB".replace(".0 ", " ") if size >= _KILOBYTE else f"{size} bytes"


def in_area(area: str | None) -> str:
    """Return " in the area `shop`", or nothing for shared content."""
    return "" if area is None else f" in the area `{area}`"
