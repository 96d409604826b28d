"""Rows are cut into pages, and what is behind is told in ranges."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.place import Place
from compiler.model.reference import Kind
from compiler.preview.rows import (
    LONGEST_PAGE,
    behind,
    page_data,
    pages_of,
    places_data,
    ranges,
    rows_of,
)
from compiler.query.entries import Entry, State, Version


def entry(
    label: str,
    states: dict[str, State],
    *,
    kind: Kind = Kind.TRANSLATIONS,
    area: str | None = None,
    locked: bool = False,
) -> Entry:
    versions = tuple(Version(locale, state) for locale, state in states.items())
    return Entry(kind, label, area, versions, lambda: Place("a.po", 3), locked=locked)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([], []), ([0], [0, 1]), ([2, 3, 4], [2, 3]), ([0, 1, 5, 7, 8], [0, 2, 3, 1, 1, 2])],
)
def test_ranges(numbers: list[int], told: list[int]) -> None:
    assert ranges(numbers) == told


@given(st.sets(st.integers(0, 60)))
def test_ranges_hold_the_same_numbers(numbers: set[int]) -> None:
    told, end = ranges(sorted(numbers)), 0
    found: set[int] = set()
    for skipped, length in zip(told[::2], told[1::2], strict=True):
        found.update(range(end + skipped, end + skipped + length))
        end += skipped + length
    assert found == numbers


def test_an_entry_of_an_area_stands_in_the_row_of_the_shared_one() -> None:
    shared = entry("portal:bye", {"en": State.SOURCE, "es": State.MISSING})
    own = entry("portal:bye", {"es": State.CURRENT}, area="shop")
    alone = entry("shop:cart", {"en": State.SOURCE}, area="shop", locked=True)
    rows = rows_of([shared, own, alone], gone=["translations/portal:old", "areas/gone"])
    assert [(row.label, list(row.layers), row.gone) for row in rows] == [
        ("portal:bye", [None, "shop"], False),
        ("shop:cart", ["shop"], False),
        ("portal:old", [], True),
    ]
    [page] = pages_of(rows)
    data = page_data(page, ["en", "es", "ru"])
    assert data == {
        "labels": ["portal:bye", "shop:cart", "portal:old"],
        "layers": [
            [[None, "om ", ""], ["shop", " c ", ""]],
            [["shop", "o  ", "l"]],
            [],
        ],
        "gone": [2],
    }
    unwritten = [1, 3, *[0] * 6]
    assert places_data(page, ["en", "es", "ru"]) == {
        "places": [[unwritten, unwritten], [unwritten], []],
        "paths": ["a.po"],
    }
    told = behind(rows, ["en", "es", "ru"])
    assert told["missing"] == {"en": [], "es": [0, 1], "ru": []}
    assert told["locked"] == [1, 1]


def test_pages_are_of_one_kind_and_never_too_long() -> None:
    strings = [entry(f"a:{number}", {"en": State.SOURCE}) for number in range(1200)]
    texts = [entry(f"t{number}", {"en": State.SOURCE}, kind=Kind.TEXTS) for number in range(30)]
    pages = pages_of(rows_of([*texts, *strings]))
    assert [page.start for page in pages] == [0, 500, 1000, 1200, 1225]
    assert all(len(page.rows) <= LONGEST_PAGE for page in pages)
    assert all(one.start + len(one.rows) == other.start for one, other in pairwise(pages))
