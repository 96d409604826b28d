import pytest

from compiler.channels.email.contrast import colour, contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("black", "#fff", 21.0),
        ("#fff", "white", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("rgb(119, 119, 119)", "#FFFFFF", 4.48),
        ("rgb(0 0 255)", "rgb(100%, 100%, 100%)", 8.59),
    ],
)
def test_ratios_as_wcag_has_them(one: str, other: str, ratio: float) -> None:
    first, second = colour(one), colour(other)
    assert first is not None
    assert second is not None
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    "text", ["inherit", "transparent", "#12", "rgba(0,0,0,.5)", "var(--x)", ""]
)
def test_what_is_no_colour_alone(text: str) -> None:
    assert colour(text) is None
