"""Cells under each other, whatever script they are in."""

import pytest

from compiler.report.columns import aligned, padded, terminal_columns, width


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("中文", 4), ("ｱ", 1), ("é", 1), ("e\u0301", 1), ("", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_rows_are_aligned_and_have_no_blanks_at_their_end() -> None:
    assert aligned([["zh", "中文", "x"], ["de", "Deutsch", ""]]) == [
        "zh  中文     x",
        "de  Deutsch",
    ]
    assert aligned([]) == []


def test_padding_is_left_or_right() -> None:
    assert (padded("中", 4), padded("7", 3, right=True)) == ("中  ", "  7")


def test_the_environment_says_how_wide_the_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "42")
    assert terminal_columns() == 42
