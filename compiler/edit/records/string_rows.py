"""Rows of strings read: their fields typed, gathered by catalogue and label."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from compiler.base.suggest import did_you_mean
from compiler.edit.records.kinds import CATALOGUE, KINDS
from compiler.edit.records.labels import namespace_problem, problem_of, string_problem
from compiler.edit.records.row import Remark, Row, about

_ITEM = re.compile(r"[^\s,]+")
_FLAG = re.compile(r"[^\s,]+(?: [^\s,]+)*")
_TEXTS = (
    "text", "plural", "source", "source_plural", "previous", "previous_plural", "comment", "note",
)  # fmt: skip
_LISTS = {"forms": None, "flags": _FLAG, "references": _ITEM}
STRING_KEYS = (*_TEXTS, *_LISTS)
"""The fields of a string: its text or gettext forms, and what stands beside it in a catalogue.

``plural`` is the source's `msgid_plural`; ``source`` and ``source_plural`` are the text that a
translation was made from, where that is not the source's own; ``comment`` is for translators,
``note`` from them.
"""
HEADER_KEYS = ("header", "comment")
"""The fields of a catalogue as a whole: the header's, and the comment above it."""


class CatalogueName(NamedTuple):
    """One catalogue without its locale: its area, None for shared content, and namespace."""

    area: str | None
    namespace: str

    def path(self, locale: str) -> str:
        """Return the path of the catalogue of one locale."""
        layer = "content" if self.area is None else f"content/areas/{self.area}"
        return f"{layer}/translations/{self.namespace}/{locale}.po"


@dataclass(slots=True)
class StringSet:
    """The strings of one namespace: rows by label and locale, and headers by locale."""

    labels: dict[str, dict[str, Row]] = field(default_factory=dict)
    headers: dict[str, Row] = field(default_factory=dict)

    @property
    def locales(self) -> list[str]:
        """Every locale that a row has, in the order of rows."""
        tags = [*self.headers, *(tag for rows in self.labels.values() for tag in rows)]
        return list(dict.fromkeys(tags))


@dataclass(frozen=True, slots=True)
class StringRows:
    """All strings by catalogue, what was wrong, how many rows had been said before."""

    sets: Mapping[CatalogueName, StringSet]
    remarks: tuple[Remark, ...]
    repeated: int


def gather_strings(rows: Iterable[Row]) -> StringRows:
    """Gather the rows of strings and catalogues."""
    sets: dict[CatalogueName, StringSet] = {}
    folded: dict[tuple[CatalogueName, str], str] = {}
    remarks: list[Remark] = []
    repeated = 0
    for given in rows:
        problem = _problem(given)
        if problem is not None:
            remarks.append(problem)
            continue
        row, unfit = _fitting(given)
        remarks += unfit
        namespace, _, label = row.label.partition(":")
        name = CatalogueName(row.area, namespace)
        first = folded.setdefault((name, label.casefold()), label)
        if first != label:
            remarks.append(about(row, f"`{row.label}` differs from `{first}` only in case"))
            continue
        found = sets.setdefault(name, StringSet())
        by_locale = found.headers if row.kind == CATALOGUE else found.labels.setdefault(label, {})
        before = by_locale.setdefault(row.locale or "", row)
        if before is not row and before.fields == row.fields:
            repeated += 1
        elif before is not row:
            message = f"`{row.label}` in `{row.locale}` is another in {before.place(row)}"
            remarks.append(about(row, message, "the first counts"))
    return StringRows(sets, tuple(remarks), repeated)


def _problem(row: Row) -> Remark | None:
    """Return why a row cannot be one of a string or catalogue."""
    if row.locale is None:
        return about(row, f"a {row.kind} is written by language; the row has no `locale`")
    problem = (namespace_problem if row.kind == CATALOGUE else string_problem)(row.label)
    if problem is None and row.area is not None:
        problem = problem_of(KINDS["area"], row.area)
    return None if problem is None else about(row, *problem)


def _fitting(row: Row) -> tuple[Row, list[Remark]]:
    """Return a row with the fields that fit, and what is wrong with the others."""
    known = HEADER_KEYS if row.kind == CATALOGUE else STRING_KEYS
    fields = {}
    remarks = []
    for key, value in row.fields.items():
        if key not in known:
            message = f"`{key}` is not a field of a {row.kind}"
            remarks.append(about(row, message, did_you_mean(key, known)))
        elif (wanted := _unfit(key, value)) is not None:
            remarks.append(about(row, f"`{key}` of `{row.label}` must be {wanted}"))
        else:
            fields[key] = value
    return replace(row, fields=fields), remarks


def _unfit(key: str, value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Return what a field must be where it is not."""
    if key == "header":
        good = isinstance(value, Mapping) and all(map(_is_line, (*value, *value.values())))
        return None if good else "an object of texts of one line"
    if key in _TEXTS:
        return None if isinstance(value, str) else "text"
    item = _LISTS[key]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return "a list of texts"
    if item is not None and not all(item.fullmatch(one) for one in value):
        return "a list of words without commas"
    return None


def _is_line(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return isinstance(value, str) and "\n" not in value and "\r" not in value
