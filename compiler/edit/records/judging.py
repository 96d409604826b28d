"""Drafts held to the records of their kinds: what does not fit is told and left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.place import Places
from compiler.base.spots import Route, Spot, SpotTable
from compiler.edit.records.gathering import Draft
from compiler.edit.records.row import Remark, Row, about
from compiler.load.entity_kind import overlay_wording
from compiler.load.localising import LOCALES
from compiler.load.validating import Subject, validate

_WHOLE = 0
"""The line of what no cell is to blame for."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The data of an entity as far as it fits, None where it cannot be one; and what did not."""

    data: dict[str, Any] | None
    remarks: tuple[Remark, ...] = ()


def judge(draft: Draft, there: Mapping[str, Any]) -> Judged:
    """Hold a draft to its kind; cells that do not fit are taken out of it.

    What the project has ``there`` already of the entity need not be said again.
    """
    if draft.kind.model is None:
        return Judged(draft.data())
    whole = draft.kind.whole
    reword = None if whole is None else overlay_wording(whole)
    known = {key: value for key, value in there.items() if key != LOCALES}
    remarks: list[Remark] = []
    untouched = True
    while True:
        places, cells = _table(draft)
        subject = Subject(draft.kind.noun, places, draft.name, reword=reword)
        record, findings = validate(known | draft.data(), draft.kind.model, subject)
        if record is not None:
            return Judged(draft.data(), tuple(remarks))
        unfit = {one.place.line for one in findings} - {_WHOLE}
        for one in findings:
            # What is missing now and was not at first has just been taken out, and told.
            if one.place.line != _WHOLE or untouched:
                row = cells[one.place.line][1]
                remarks.append(about(row, one.message, one.hint, subject=draft.name))
        if not unfit:
            left = about(draft.first, f"`{draft.name}` was left out")
            return Judged(None, (*remarks, left))
        for line in unfit:
            _take_out(draft, cells[line][0])
        untouched = False


def _table(draft: Draft) -> tuple[Places, list[tuple[Route, Row]]]:
    """Return places whose lines number the cells of a draft, and the cells: first the whole."""
    cells: list[tuple[Route, Row]] = [
        ((), draft.first),
        *(((LOCALES, locale), row) for locale, row in draft.locales.items()),
        *((route, cell.row) for route, cell in draft.cells.items()),
    ]
    spots = {route: Spot(line, 1) for line, (route, _) in enumerate(cells)}
    spots[LOCALES,] = spots[()]
    return Places(draft.first.path, SpotTable(spots, spots)), cells


def _take_out(draft: Draft, route: Route) -> None:
    for other in [one for one in draft.cells if one[: len(route)] == route]:
        del draft.cells[other]
    language = route[:2]
    if len(language) > 1 and not any(one[:2] == language for one in draft.cells):
        draft.locales.pop(str(route[1]), None)
