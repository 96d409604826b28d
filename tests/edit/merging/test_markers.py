"""Texts with conflict markers taken apart."""

import pytest

from compiler.edit.merging.markers import Sides, has_markers, sides_of


def lines(*parts: str) -> str:
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (lines("a", "b"), Sides(lines("a", "b"), lines("a", "b"), lines("a", "b"))),
        (
            lines("a", "<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> side", "d"),
            Sides(lines("a", "b", "d"), lines("a", "c", "d"), None),
        ),
        (
            lines("<<<<<<< HEAD", "b", "||||||| 1234567", "x", "=======", ">>>>>>> side", "d"),
            Sides(lines("b", "d"), "d", lines("x", "d")),
        ),
        (
            lines(*("<<<<<<<<<", "b", "|||||||||", "<<<<<<<", "x", "=======", "y", ">>>>>>>"), *("=========", "c", ">>>>>>>>>")),
            Sides("b", "c", lines("<<<<<<<", "x", "=======", "y", ">>>>>>>")),
        ),
        (
            lines("<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> side", "<<<<<<< HEAD", "|||||||", "x", "=======", "c", ">>>>>>>"),
            Sides("b", lines("c", "c"), None),
        ),
        (lines("<<<<<<< HEAD", "b"), None),
        (lines("b", ">>>>>>> side"), None),
        (lines("<<<<<<< HEAD", "b", ">>>>>>> side"), None),
        (lines("<<<<<<< HEAD", "<<<<<<< HEAD"), None),
    ],
)  # fmt: skip
def test_sides(text: str, expected: Sides | None) -> None:
    assert sides_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n<<<<<<< HEAD\nb", True),
        ("a\n>>>>>>>\nb", True),
        ("a\n=======\nb", False),
        ("a\n <<<<<<< HEAD", False),
        ("a\n<<<<<<<HEAD", False),
    ],
)
def test_only_lines_that_are_markers_count(text: str, expected: bool) -> None:
    assert has_markers(text) is expected
