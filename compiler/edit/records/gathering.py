"""Rows gathered to entities: what each says of every language, and which row said it first."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from compiler.base.spots import Route
from compiler.base.suggest import did_you_mean
from compiler.edit.records.kinds import (
    CATALOGUE,
    CONFIGURATION_KINDS,
    KINDS,
    ROW_KINDS,
    STRING,
    RecordKind,
    in_area,
)
from compiler.edit.records.labels import problem_of
from compiler.edit.records.row import Remark, Row, about
from compiler.load.localising import LOCALES
from compiler.model.reference import Kind
from compiler.read.markdown import BODY

ReadLocale = Callable[[str], str | None]
"""Returns the locale that a word names, None where it names none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of an entity, and the row that has it."""

    value: Any
    row: Row


@dataclass(slots=True)
class Draft:
    """One entity as its rows have it: cells by route in its file, languages by their first row."""

    kind: RecordKind
    label: str
    area: str | None
    first: Row
    cells: dict[Route, Cell] = field(default_factory=dict)
    locales: dict[str, Row] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The reference of the entity, with its area."""
        where = f" in area {self.area}" if self.area else ""
        return f"{self.kind.kind}/{self.label}{where}"

    @property
    def path(self) -> str:
        """The path of the entity's YAML in the project."""
        layer = "content" if self.area is None else f"content/{Kind.AREAS}/{self.area}"
        return f"{layer}/{self.kind.file(self.label)}"

    def data(self) -> dict[str, Any]:
        """Return the whole as the file would hold it."""
        made: dict[str, Any] = {}
        locales: dict[str, dict[str, Any]] = {tag: {} for tag in self.locales}
        for route, cell in self.cells.items():
            if len(route) == 1:
                made[str(route[0])] = cell.value
            else:
                locales[str(route[1])][str(route[2])] = cell.value
        return made | ({LOCALES: locales} if locales else {})


@dataclass(frozen=True, slots=True)
class Gathered:
    """Drafts in the order of their first rows, the rows of strings, and what was wrong.

    ``repeated`` counts cells that another row had already said; ``read_as`` has words and the
    locales they were read as.
    """

    drafts: tuple[Draft, ...]
    strings: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    repeated: int
    read_as: Mapping[str, str]


def gather_rows(rows: Iterable[Row], shared: AbstractSet[str], locale_of: ReadLocale) -> Gathered:
    """Gather rows; ``shared`` are the paths that shared content of the project has already."""
    work = _Work(shared, locale_of)
    rows = tuple(rows)
    # What areas have may be a difference to what is shared; that is to be known first.
    for row in sorted(rows, key=lambda row: row.area is not None):
        work.take(row)
    return work.result()


class _Work:
    """The gathering while it goes on."""

    def __init__(self, shared: AbstractSet[str], locale_of: ReadLocale) -> None:
        self._shared = set(shared)
        self._locale_of = locale_of
        self._drafts: dict[tuple[str, str, str | None], Draft] = {}
        self._folded: dict[tuple[str, str, str | None], Draft] = {}
        self._strings: list[Row] = []
        self._remarks: list[Remark] = []
        self._repeated = 0
        self._read_as: dict[str, str] = {}

    def take(self, row: Row) -> None:
        """Take one row."""
        locale = None
        if row.locale is not None:
            locale = self._locale_of(row.locale)
            if locale is None:
                hint = f"`--locale-map {row.locale}=LANGUAGE` says which it is"
                self._tell(row, f"`{row.locale}` is no language", hint)
                return
            if locale != row.locale:
                self._read_as[row.locale] = locale
        if row.kind in (STRING, CATALOGUE):
            fields = {key: one for key, one in row.fields.items() if one is not None}
            self._strings.append(
                Row(row.path, row.number, row.kind, row.label, locale, row.area, fields)
            )
            return
        kind = self._kind(row)
        draft = None if kind is None else self._draft(row, kind)
        if draft is not None:
            self._fill(draft, row, locale)

    def result(self) -> Gathered:
        """Return what came of it."""
        return Gathered(
            tuple(self._drafts.values()),
            tuple(self._strings),
            tuple(self._remarks),
            self._repeated,
            self._read_as,
        )

    def _kind(self, row: Row) -> RecordKind | None:
        if row.kind not in ROW_KINDS:
            self._tell(row, *_unknown_kind(row.kind))
            return None
        kind = KINDS.get(row.kind) or CONFIGURATION_KINDS.get(row.label)
        kind = kind or next(iter(CONFIGURATION_KINDS.values()))
        problem = problem_of(kind, row.label)
        if problem is None and row.area is not None:
            problem = problem_of(KINDS["area"], row.area)
            if problem is None and not kind.in_areas:
                problem = (f"{kind.noun} is the same in all areas", "leave out `area`")
        if problem is not None:
            self._tell(row, *problem)
            return None
        return kind

    def _draft(self, row: Row, kind: RecordKind) -> Draft | None:
        key = (row.kind, row.label, row.area)
        if key in self._drafts:
            return self._drafts[key]
        folded = (row.kind, row.label.casefold(), row.area and row.area.casefold())
        other = self._folded.get(folded)
        if other is not None:
            first = f"`{other.label}` ({other.first.place(row)})"
            self._tell(row, f"`{row.label}` differs from {first} only in case")
            return None
        if row.area is not None:
            patch = kind.kind is Kind.CONFIGURATIONS
            overlay = patch or f"content/{kind.file(row.label)}" in self._shared
            kind = in_area(kind, overlay=overlay)
        draft = Draft(kind, row.label, row.area, row)
        self._drafts[key] = self._folded[folded] = draft
        if row.area is None:
            self._shared.add(draft.path)
        return draft

    def _fill(self, draft: Draft, row: Row, locale: str | None) -> None:
        kind = draft.kind
        own, localised, any_key = kind.all_keys, kind.localised_keys, not kind.all_keys
        fields = {key: one for key, one in row.fields.items() if one is not None or kind.nulls}
        if locale is not None and localised and (fields or not row.fields):
            draft.locales.setdefault(locale, row)
        for key, value in fields.items():
            if locale is not None and key in localised:
                self._put(draft, (LOCALES, locale, key), Cell(value, row))
            elif any_key or key in own:
                self._put(draft, (key,), Cell(value, row))
            elif key in localised:
                self._tell(row, f"`{key}` is written by language; the row has no `locale`")
            else:
                self._tell(row, *_unknown(key, kind))

    def _put(self, draft: Draft, route: Route, cell: Cell) -> None:
        if route[-1] == BODY and isinstance(cell.value, str):
            # One line end everywhere, so that the same words inline and in a file are the same.
            cell = Cell(cell.value.replace("\r\n", "\n").replace("\r", "\n"), cell.row)
        before = draft.cells.setdefault(route, cell)
        if before is cell:
            return
        if _same(before.value, cell.value):
            self._repeated += 1
            return
        where = f" in `{route[1]}`" if len(route) > 1 else ""
        message = f"`{route[-1]}`{where} is another in {before.row.place(cell.row)}"
        self._remarks.append(about(cell.row, message, "the first counts", subject=draft.name))

    def _tell(self, row: Row, message: str, hint: str | None = None) -> None:
        self._remarks.append(about(row, message, hint))


@cache  # a column that is not ours stands in every row
def _unknown(key: str, kind: RecordKind) -> tuple[str, str | None]:
    message = f"`{key}` is not a field of {kind.noun}"
    return message, did_you_mean(key, {*kind.keys, *kind.localised_keys})


@cache
def _unknown_kind(name: str) -> tuple[str, str | None]:
    return f"there is no kind `{name}`", did_you_mean(name, ROW_KINDS)


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any JSON values
    """Tell whether two values are the same as JSON has them: true is not 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and bool(one == other)
