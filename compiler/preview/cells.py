"""Cells: what one area publishes of one entry in one language, as the page shows it. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from compiler.preview.edition import AreaEdition, Edition
from compiler.preview.files import Files
from compiler.preview.mails import Messages, template_cell
from compiler.preview.message import message_cell
from compiler.preview.rows import Page

Cells = Mapping[str, Any]
"""By label what is published in one language; nothing of what is not there."""

_Key = tuple[str, ...]


@dataclass(eq=False)
class CellMemory:
    """Cells by all that they are made of; those that nobody asked for in a round are forgotten."""

    _before: dict[_Key, Cells] = field(default_factory=dict, init=False)
    _now: dict[_Key, Cells] = field(default_factory=dict, init=False)

    def next_round(self) -> None:
        """Remember what was asked for since this was called before."""
        self._before, self._now = self._now, {}

    def cells(self, key: _Key, make: Callable[[], Cells]) -> Cells:
        """Return the cells with a key, made where they are not remembered."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return self._now[key]


@dataclass(eq=False)
class CellMaker:
    """Makes the cells of editions; those of bundles that areas share are made once.

    Those of templates put files into the site, so they are not taken from ``memory``.
    """

    files: Files
    messages: Messages
    memory: CellMemory = field(default_factory=CellMemory)
    _templates: CellMemory = field(default_factory=CellMemory, init=False)

    def page(self, area: AreaEdition, locale: str, page: Page) -> list[Any] | None:
        """Return the cells of a page's rows; None where nothing of them is published."""
        cells = self.cells(area, page.kind, locale)
        found = [cells.get(row.label) for row in page.rows]
        return found if any(one is not None for one in found) else None

    def cells(self, area: AreaEdition, kind: str, locale: str) -> Cells:
        """Return all cells of a kind."""
        bundles = area.bundles(kind, locale)
        key = (kind, locale, *(f"{name} {one.sha256}" for name, one in bundles.items()))
        if kind == "templates":
            key = (*key, area.logo.sha256 if area.logo else "")
        if kind in {"translations", "texts"}:
            key = (*key, str(sorted(area.origins(locale).get(kind, {}).items())))
        memory = self._templates if kind == "templates" else self.memory
        return memory.cells(key, lambda: dict(self._entries(area, kind, locale)))

    def _entries(self, area: AreaEdition, kind: str, locale: str) -> Iterator[tuple[str, Any]]:
        make = _KINDS.get(kind, _as_it_is)
        origins = area.origins(locale).get(kind, {})
        for label, entry in area.entries(kind, locale):
            if kind == "templates":
                made = template_cell(entry, locale, self.messages, self.files, area.logo)
                yield label, made
            else:
                made = make(entry, locale)
                origin = origins.get(label)
                if origin is not None and made is not None:
                    yield label, _inherited(made, origin)
                elif made is not None:
                    yield label, made


def _inherited(made: Any, origin: Any) -> Any:  # noqa: ANN401 - JSON values
    """Return a cell that says from which language its words are."""
    if isinstance(made, str | list):
        text, tree = (made, None) if isinstance(made, str) else made
        return [text, tree, origin]
    return {**made, "from": origin}


def _as_it_is(entry: Any, _: str) -> Any:  # noqa: ANN401 - a JSON value
    return entry


def _string(entry: Any, _: str) -> Any:  # noqa: ANN401
    return message_cell(entry)


def _banner(entry: Any, _: str) -> Any:  # noqa: ANN401
    """Leave out the formats for each browser: one image a width shows what it looks like."""
    return {name: value for name, value in entry.items() if name != "picture"}


def _record(entry: Any, locale: str) -> Any:  # noqa: ANN401
    """Return what one language has of a level or a status."""
    own = entry["locales"].get(locale)
    if own is None:
        return None
    fields = {
        name: {"required": one["required"], "name": one["names"].get(locale)}
        for name, one in entry.get("fields", {}).items()
    }
    return {**own, "type": entry.get("type"), "fields": fields}


_KINDS: Mapping[str, Callable[[Any, str], Any]] = {
    "translations": _string,
    "banners": _banner,
    "levels": _record,
    "statuses": _record,
}


def changed_rows(
    maker: CellMaker, before: Edition, now: Edition, pages: Sequence[Page], name: str
) -> dict[str, dict[int, Any]]:
    """Return by language the rows that visitors of an area see different, with what was before."""
    areas = before.area(name), now.area(name)
    locales = dict.fromkeys(locale for area in areas if area for locale in area.locales)
    changed: dict[str, dict[int, Any]] = {}
    for locale in locales:
        for page in pages:
            old, new = (_page(maker, area, locale, page) for area in areas)
            if old is new:
                continue
            for number, (one, other) in enumerate(zip(old, new, strict=True), page.start):
                if one != other:
                    changed.setdefault(locale, {})[number] = one
    return changed


def _page(maker: CellMaker, area: AreaEdition | None, locale: str, page: Page) -> list[Any]:
    nothing: list[Any] = [None] * len(page.rows)
    if area is None or locale not in area.locales:
        return nothing
    return maker.page(area, locale, page) or nothing
