"""The whole preview: every file of a static site. Pure; the same bytes for the same content."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files as resources
from typing import Any

from compiler.base.finding import Finding
from compiler.bundle.artifacts import Held
from compiler.messages.cldr import direction, display_name, name_in, plural_categories
from compiler.preview.areas import area_values_data, changed_values
from compiler.preview.cells import CellMaker, CellMemory, changed_rows
from compiler.preview.edition import KINDS, Edition
from compiler.preview.files import Files, Site
from compiler.preview.findings import findings_data
from compiler.preview.mails import Messages
from compiler.preview.matrix import matrix_data
from compiler.preview.rows import Page, Row, behind, page_data, pages_of, places_data, rows_of
from compiler.query.completeness import Completeness
from compiler.query.entries import Entry

_STATIC = resources("compiler.preview") / "static"


@dataclass(frozen=True, eq=False)
class Base:
    """What the content is set against: its name, what was published, which entries are gone."""

    name: str
    edition: Edition
    gone: Sequence[str]


@dataclass(frozen=True, eq=False)
class Shown:
    """Everything that is shown. ``enabled`` are the languages that visitors may choose now.

    ``files`` tells all files that it was made of from others, as a hash. ``source_url`` is an
    address with `{path}` and `{line}` where files can be read.
    """

    edition: Edition
    entries: Sequence[Entry]
    matrix: Completeness
    locales: Sequence[str]
    enabled: frozenset[str]
    files: str
    base: Base | None = None
    source_url: str | None = None
    live: bool = False


class SiteMaker:
    """Makes the site of some content, once for each time that more is found in it.

    What ``messages`` has rendered before is not rendered again, and cells of before are taken.
    """

    def __init__(self, content: Shown, messages: Messages, cells: CellMemory | None = None) -> None:
        self._content = content
        self._files = Files()
        gone = content.base.gone if content.base is not None else ()
        self._rows = rows_of(content.entries, gone)
        self._pages = pages_of(self._rows)
        self._editions = [content.edition, *([content.base.edition] if content.base else [])]
        messages.render(self._editions)
        self._maker = CellMaker(self._files, messages, cells or CellMemory())
        for name, data in _static_files("", _STATIC):
            self._files.file(name, Held(data))
        self._known = self._without_findings()
        self._assets()

    def site(self, findings: Sequence[Finding]) -> Site:
        """Return all files, with what was found to be wrong."""
        by_reference = {row.reference: number for number, row in enumerate(self._rows)}
        told = findings_data(findings, by_reference, self._pages, self._area_names(), self._files)
        self._files.named("overview", {**self._known, "findings": told})
        return self._files.site()

    def _without_findings(self) -> dict[str, Any]:
        content, files = self._content, self._files
        return {
            "version": 1,
            "source": content.matrix.source.locale,
            "locales": [_locale(tag, content.enabled) for tag in content.locales],
            "kinds": _kinds(self._rows),
            "pages": [
                [KINDS.index(page.kind), len(page.rows), *self._page(page)] for page in self._pages
            ],
            "behind": files.data(behind(self._rows, content.locales)),
            "matrix": matrix_data(content.matrix),
            "areas": [self._area(name) for name in self._area_names()],
            "base": None if content.base is None else content.base.name,
            "source_url": content.source_url,
            "live": content.live,
        }

    def _page(self, page: Page) -> tuple[str, str]:
        """Return the files with what a page knows of its rows, and with their places."""
        content, labels = self._content, [row.label for row in page.rows]
        made_of = ["places", page.kind, labels, content.files]
        places = self._files.later(made_of, lambda: places_data(page, content.locales))
        return self._files.data(page_data(page, content.locales)), places

    def _area_names(self) -> list[str]:
        return list(dict.fromkeys(name for one in self._editions for name in one.artifacts.areas))

    def _area(self, name: str) -> dict[str, Any]:
        now = self._content.edition.area(name)
        values = self._content.edition.values.get(name, ())
        said = {value.name: value.value for value in values}
        return {
            "name": name,
            "title": said.get("name"),
            "url": said.get("url"),
            "type": said.get("type"),
            "locales": [] if now is None else list(now.locales),
            "cells": self._files.data(self._cells(name)),
            "values": self._files.data(area_values_data(values)),
            "changes": self._changes(name),
        }

    def _cells(self, name: str) -> dict[str, list[str | None]]:
        area = self._content.edition.area(name)
        if area is None:
            return {}
        return {
            locale: [self._cell_page(area, locale, page) for page in self._pages]
            for locale in area.locales
        }

    def _cell_page(self, area: Any, locale: str, page: Page) -> str | None:  # noqa: ANN401
        cells = self._maker.page(area, locale, page)
        return None if cells is None else self._files.data(cells)

    def _changes(self, name: str) -> dict[str, Any] | None:
        base = self._content.base
        if base is None:
            return None
        now = self._content.edition
        rows = changed_rows(self._maker, base.edition, now, self._pages, name)
        values = changed_values(base.edition.values.get(name, ()), now.values.get(name, ()))
        return {
            "entries": len({number for one in rows.values() for number in one}),
            "values": len(values),
            "file": self._files.data({"rows": _by_locale(rows), "values": values}),
        }

    def _assets(self) -> None:
        """Put in the images and PDFs that anything shown names."""
        known = {
            asset.path: asset.read
            for edition in self._editions
            for asset in edition.artifacts.assets
        }
        for path in sorted(self._files.named_assets() & known.keys()):
            self._files.file(path, known[path])


def _by_locale(rows: Mapping[str, Mapping[int, Any]]) -> dict[str, list[Any]]:
    return {
        locale: [[number, cell] for number, cell in one.items()] for locale, one in rows.items()
    }


def _locale(tag: str, enabled: frozenset[str]) -> dict[str, Any]:
    return {
        "tag": tag,
        "name": display_name(tag),
        "english": name_in(tag, "en"),
        "direction": direction(tag),
        "plurals": list(plural_categories(tag)),
        "enabled": tag in enabled,
    }


def _kinds(rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [
        {"name": kind, "total": sum(row.kind == kind and not row.gone for row in rows)}
        for kind in KINDS
    ]


def _static_files(prefix: str, folder: Any) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401
    for one in sorted(folder.iterdir(), key=lambda one: str(one.name)):
        if one.is_dir():
            yield from _static_files(f"{prefix}{one.name}/", one)
        else:
            yield f"{prefix}{one.name}", one.read_bytes()
