"""The rows of a preview: every entry once, whichever areas have it otherwise, in pages. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from compiler.preview.edition import KINDS
from compiler.query.entries import Entry, State, Version

LONGEST_PAGE = 500
"""How many entries are loaded at once: of strings about 40 KB."""

SIGNS: Mapping[State, str] = {
    State.SOURCE: "o",
    State.CURRENT: "c",
    State.INHERITED: "h",
    State.MISSING: "m",
    State.STALE: "s",
    State.UNREVIEWED: "u",
    State.INACTIVE: "i",
    State.ORPHANED: "x",
}
"""How an entry stands in one language, as one letter; a space where it has none."""

_BEHIND = (State.MISSING, State.STALE, State.UNREVIEWED)
_SMALL_PAGE = 25
"""How many entries are loaded at once of kinds that are long."""


@dataclass(slots=True)
class Row:
    """One entry by its reference: shared, or of some areas alone; ``gone`` if it was only before.

    ``layers`` has it by area, None for what all areas share.
    """

    kind: str
    label: str
    layers: dict[str | None, Entry] = field(default_factory=dict)
    gone: bool = False

    @property
    def reference(self) -> str:
        """Its name: ``texts/deposit.terms``."""
        return f"{self.kind}/{self.label}"


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that are loaded together, all of one kind; ``start`` is the number of the first."""

    kind: str
    start: int
    rows: Sequence[Row]


def rows_of(entries: Iterable[Entry], gone: Iterable[str] = ()) -> list[Row]:
    """Return the rows of entries by kind, then in their order; ``gone`` are references."""
    found: dict[str, dict[str, Row]] = {kind: {} for kind in KINDS}
    for entry in entries:
        if entry.kind in found:
            row = found[entry.kind].setdefault(entry.label, Row(entry.kind, entry.label))
            row.layers[entry.area] = entry
    for reference in gone:
        kind, _, label = reference.partition("/")
        if kind in found:
            found[kind].setdefault(label, Row(kind, label, gone=True))
    return [row for rows in found.values() for row in rows.values()]


def pages_of(rows: Sequence[Row]) -> list[Page]:
    """Cut rows into pages of one kind each."""
    pages: list[Page] = []
    for number, row in enumerate(rows):
        longest = LONGEST_PAGE if row.kind == "translations" else _SMALL_PAGE
        last = pages[-1] if pages else None
        if last is None or last.kind != row.kind or len(last.rows) >= longest:
            pages.append(Page(row.kind, number, [row]))
        else:
            pages[-1] = Page(last.kind, last.start, [*last.rows, row])
    return pages


def page_data(page: Page, locales: Sequence[str]) -> dict[str, Any]:
    """Return what a page knows of its rows beside their texts and places: states, flags."""
    return {
        "labels": [row.label for row in page.rows],
        "layers": [
            [_layer(area, entry, locales) for area, entry in row.layers.items()]
            for row in page.rows
        ],
        "gone": [number for number, row in enumerate(page.rows) if row.gone],
    }


def _layer(area: str | None, entry: Entry, locales: Sequence[str]) -> list[Any]:
    return [
        area,
        "".join([SIGNS[one.state] if one else " " for one in _versions(entry, locales)]),
        ("l" if entry.locked else "") + ("" if entry.active else "i"),
    ]


def places_data(page: Page, locales: Sequence[str]) -> dict[str, Any]:
    """Return where the rows of a page are written, in each layer.

    Those are path and line of the entry, then of each language; twice 0 where nothing is written. A
    path is its number in the page, from 1.
    """
    paths: dict[str, int] = {}
    places = [[_places(one, locales, paths) for one in row.layers.values()] for row in page.rows]
    return {"places": places, "paths": list(paths)}


def _places(entry: Entry, locales: Sequence[str], paths: dict[str, int]) -> list[int]:
    found: list[int] = []
    versions = _versions(entry, locales)
    for place in (entry.where(), *(None if one is None else one.where() for one in versions)):
        if place is None:
            found += (0, 0)
        else:
            found += (paths.setdefault(place.path, len(paths)) + 1, place.line)
    return found


def _versions(entry: Entry, locales: Sequence[str]) -> list[Version | None]:
    by_locale = {version.locale: version for version in entry.versions}
    return [by_locale.get(locale) for locale in locales]


def behind(rows: Sequence[Row], locales: Sequence[str]) -> dict[str, Any]:
    """Return which rows lack something, by state and language, as `ranges`; locked, inactive."""
    standing: dict[State, dict[str, list[int]]] = {
        state: {locale: [] for locale in locales} for state in _BEHIND
    }
    for number, row in enumerate(rows):
        for locale, state in {
            (version.locale, version.state)
            for entry in row.layers.values()
            for version in entry.versions
            if version.state in standing and version.locale in locales
        }:
            standing[state][locale].append(number)
    return {
        **{
            state.value: {locale: ranges(numbers) for locale, numbers in found.items()}
            for state, found in standing.items()
        },
        "locked": ranges(n for n, row in enumerate(rows) if _any(row, "locked", expected=True)),
        "inactive": ranges(n for n, row in enumerate(rows) if _any(row, "active", expected=False)),
    }


def _any(row: Row, name: str, *, expected: bool) -> bool:
    return any(getattr(entry, name) is expected for entry in row.layers.values())


def ranges(numbers: Iterable[int]) -> list[int]:
    """Return rising numbers as pairs: how many are left out, how many then follow each other."""
    return list(_ranges(numbers))


def _ranges(numbers: Iterable[int]) -> Iterator[int]:
    end, begin = 0, None
    last = -1
    for number in numbers:
        if begin is not None and number != last + 1:
            yield from (begin - end, last + 1 - begin)
            end, begin = last + 1, None
        begin = number if begin is None else begin
        last = number
    if begin is not None:
        yield from (begin - end, last + 1 - begin)
