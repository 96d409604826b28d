"""The search: one try where that is enough, else the best within budget and floor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.images.fitting import Fitted, fitted

SCALE = (20, 60, 95)


class Curve:
    """An encoder whose size and likeness both rise with the quality."""

    def __init__(self, size: float, alike: float) -> None:
        self.size, self.alike, self.tries = size, alike, 0

    def encode(self, quality: int) -> bytes:
        self.tries += 1
        return bytes([quality]) * int(self.size * quality)

    def likeness(self, data: bytes) -> float:
        return min(1.0, self.alike + data[0] / 200)

    def fit(self, budget: int, floor: float) -> Fitted:
        return fitted(self.encode, self.likeness, scale=SCALE, budget=budget, floor=floor)


def test_one_try_where_the_start_is_enough() -> None:
    curve = Curve(10, 0.7)
    assert (curve.fit(600, 0.9).best.quality, curve.tries) == (60, 1)


def test_over_the_budget_the_highest_quality_within_it() -> None:
    curve = Curve(10, 0.8)
    found = curve.fit(415, 0.9)
    assert (found.best.quality, found.missed) == (41, None)
    assert curve.tries <= 7


def test_below_the_floor_the_lowest_quality_above_it() -> None:
    found = Curve(10, 0.5).fit(900, 0.9)
    assert (found.best.quality, found.missed) == (80, None)


def test_where_both_cannot_be_had_the_floor_wins_and_the_figure_is_told() -> None:
    found = Curve(10, 0.6).fit(300, 0.9)
    assert found.best.quality == 61
    assert found.missed is not None
    assert found.missed.quality == 30
    assert found.missed.ssim == pytest.approx(0.6 + 30 / 200)


@given(
    size=st.floats(1, 40),
    alike=st.floats(0.3, 0.95),
    budget=st.integers(1, 4000),
    floor=st.floats(0.5, 0.98),
)
def test_no_quality_is_better(size: float, alike: float, budget: int, floor: float) -> None:
    curve = Curve(size, alike)
    every = {quality: curve.encode(quality) for quality in range(SCALE[0], SCALE[2] + 1)}
    good = [q for q, one in every.items() if len(one) <= budget and curve.likeness(one) >= floor]
    found = curve.fit(budget, floor)
    quality = found.best.quality
    if good:
        assert found.missed is None
        assert quality in good
        start = SCALE[1]
        wanted = start if start in good else max(good) if start > max(good) else min(good)
        assert quality == wanted
    elif any(curve.likeness(one) >= floor for one in every.values()):
        assert found.missed is not None
        assert curve.likeness(found.best.data) >= floor
