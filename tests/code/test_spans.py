"""Which of several spans holds at a place: the innermost, and of two that are equal the first."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from compiler.code.spans import Span, Spans


@st.composite
def trees(draw: st.DrawFn, start: int = 0, end: int = 60) -> list[Span[int]]:
    """Return spans as nodes of a tree have them: apart, or one in the other."""
    found = []
    at = start
    while at < end and draw(st.booleans()):
        begin = draw(st.integers(at, end - 1))
        stop = draw(st.integers(begin + 1, end))
        found += [Span(begin, stop, begin)] * draw(st.integers(1, 2))
        found += draw(trees(begin, stop))
        at = stop
    return found


@given(trees(), st.integers(-1, 61), st.randoms(use_true_random=False))
def test_it_is_the_smallest_around_a_place(
    spans: list[Span[int]], place: int, order: Random
) -> None:
    spans = [Span(start, end, index) for index, (start, end, _) in enumerate(spans)]
    order.shuffle(spans)
    around = [one for one in spans if one.start <= place < one.end]
    wanted = min(around, key=lambda one: one.end - one.start).value if around else None
    assert Spans(spans).at(place) == wanted
