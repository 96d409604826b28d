"""The search for a quality: at most so many bytes, and alike enough to what it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Try:
    """One quality tried: the bytes, and how alike they are to what was encoded."""

    quality: int
    data: bytes
    ssim: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """The best of all qualities.

    ``missed`` is what comes nearest to the budget, where the best does not keep to it.
    """

    best: Try
    missed: Try | None = None


def fitted(
    encode: Callable[[int], bytes],
    alike: Callable[[bytes], float],
    *,
    scale: tuple[int, int, int],
    budget: int,
    floor: float,
) -> Fitted:
    """Return the quality of ``scale`` (lowest, start, highest) that fits best.

    That is the start, if it keeps to the budget and the floor; else the highest that keeps to the
    budget, or the lowest that keeps to the floor. Where none keeps to both the floor wins. Takes
    one try where the start will do, and otherwise as many as halving needs.
    """
    lowest, start, highest = scale

    @cache
    def tried(quality: int) -> Try:
        data = encode(quality)
        return Try(quality, data, alike(data))

    first = tried(start)
    if first.ssim >= floor and len(first.data) <= budget:
        return Fitted(first)
    if first.ssim < floor:
        alike_enough = tried(_first(start, highest, lambda quality: tried(quality).ssim >= floor))
        if len(alike_enough.data) <= budget:
            return Fitted(alike_enough)
    over = _first(lowest, start, lambda quality: len(tried(quality).data) > budget)
    lowered = first if len(first.data) <= budget else tried(max(lowest, over - 1))
    if len(lowered.data) <= budget and lowered.ssim >= floor:
        return Fitted(lowered)
    return Fitted(
        tried(_first(lowest, highest, lambda quality: tried(quality).ssim >= floor)), lowered
    )


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Return the first of low … high from which something holds; high where it never does."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return high
