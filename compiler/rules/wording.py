"""The small words of findings: lists, counts, areas."""

from collections.abc import Iterable


def listed(names: Iterable[str], *, quote: str = "`") -> str:
    """Return "`a`, `b` and `c`"."""
    *first, last = [f"{quote}{name}{quote}" for name in names]
    return f"{', '.join(first)} and {last}" if first else last


def many(number: int, one: str, more: str | None = None) -> str:
    """Return "1 entry", "2 entries"."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def in_area(area: str | None) -> str:
    """Return " in the area `shop`", or nothing for shared content."""
    return "" if area is None else f" in the area `{area}`"
