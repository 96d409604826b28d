"""Where a value that an area gets is written: by its key, the file and the route in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.failure import UsageError
from compiler.base.spots import Route
from compiler.base.suggest import did_you_mean
from compiler.edit.records.kinds import CONFIGURATION_KINDS, KINDS, RecordKind, in_area
from compiler.edit.verbs.editor import Editor
from compiler.load.shape import keys_of
from compiler.model.area import DEFAULT_AREA, Area
from compiler.model.content import AreaContent
from compiler.model.record import Record
from compiler.model.reference import Kind
from compiler.query.area_values.value import item_name


@dataclass(frozen=True, slots=True)
class Home:
    """A file and a route in it; ``kind`` is how the file is written.

    ``model`` is what the whole is: of a difference that an area has, what it differs from.
    ``configuration`` is the name of the file where it is one of configuration.
    """

    path: str
    route: Route
    kind: RecordKind
    model: type[Record]
    reference: str
    configuration: str | None = None


_SECTIONS: Mapping[str, tuple[str, Route]] = {
    "clients": ("general", ("clients",)),
    "security": ("general", ("security",)),
    "documents": ("documents", ("documents",)),
    "account": ("account", ()),
    "support": ("support", ()),
}
"""The first part of a key: the file of configuration, and the way into it."""

_ELSEWHERE = {
    "languages": "`clientarea enable` and `disable` choose among languages, and `content.languages`"
    " those of one area",
    "levels": "write it with `clientarea add levels/LABEL --area AREA --locale …`",
    "statuses": "write it with `clientarea add statuses/LABEL --area AREA --locale …`",
}
"""What is shown as values and edited by other verbs."""


def home_of(editor: Editor, area: str, key: str) -> Home:
    """Return where a value of an area is written, of `default` that which all areas share.

    Raises UsageError for a key that there is not.
    """
    first, *rest = key.split(".")
    if first in _ELSEWHERE:
        raise UsageError(f"`{key}` is not set by `config`: {_ELSEWHERE[first]}")
    content = None if area == DEFAULT_AREA else editor.scope.content.areas[area]
    fields = [] if content is None else keys_of(Area)
    if first in fields and content is not None and not _is_overlaid(content, first):
        return _of_record(content, area, (first, *rest))
    if first in _SECTIONS:
        name, way = _SECTIONS[first]
        return _of_configuration(area, name, (*way, *rest))
    known = [*_SECTIONS, *fields]
    raise UsageError(f"there is no value `{key}`; {did_you_mean(first, known)}")


def _is_overlaid(content: AreaContent, first: str) -> bool:
    """Tell whether an area has its desk in the place of the default one, not in its record."""
    files = content.overlay.configurations
    return first == "support" and content.record.record.support is None and first in files


def _of_record(content: AreaContent, area: str, parts: tuple[str, ...]) -> Home:
    data: Any = content.record.record.model_dump(by_alias=True)
    route: list[str | int] = []
    for part in parts:
        step = _step(data, part)
        route.append(step)
        data = _inside(data, step)
    path = content.record.places.path
    return Home(path, tuple(route), KINDS["area"], Area, f"{Kind.AREAS}/{area}")


def _step(data: Any, part: str) -> str | int:  # noqa: ANN401 - any part of a record
    """Return the way on: into a list by the name of an item."""
    if isinstance(data, list):
        names = [item_name(item) for item in data]
        if part in names:
            return names.index(part)
        hint = did_you_mean(part, [name for name in names if name])
        raise UsageError(f"there is no `{part}` in the list; {hint or 'it is empty'}")
    return part


def _inside(data: Any, step: str | int) -> Any:  # noqa: ANN401
    if isinstance(data, list) and isinstance(step, int):
        return data[step]
    return data.get(step) if isinstance(data, Mapping) else None


def _of_configuration(area: str, name: str, route: Route) -> Home:
    kind = CONFIGURATION_KINDS[name]
    model, reference = kind.model, f"{Kind.CONFIGURATIONS}/{name}"
    if model is None:
        raise AssertionError(name)
    if area == DEFAULT_AREA:
        return Home(f"content/{kind.file(name)}", route, kind, model, reference, name)
    path = f"content/{Kind.AREAS}/{area}/{kind.file(name)}"
    return Home(path, route, in_area(kind, overlay=True), model, reference, name)
