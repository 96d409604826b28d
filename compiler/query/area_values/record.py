"""Where the values of an area's record come from: its own file, or a default."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.bundle.view import AreaView
from compiler.model.area import Area
from compiler.model.entity import Entity
from compiler.query.area_values.configurations import dumped
from compiler.query.area_values.value import AreaValue, Origin, Written, layered

NOTES: Mapping[tuple[str, ...], str] = {
    ("owner",): "no owner",
    ("branding", "logo"): "none",
    ("content", "languages"): "all that are enabled",
    ("content", "namespaces"): "all",
    ("content", "texts"): "all",
}
"""What it means where nothing is written."""


def record_values(view: AreaView) -> Iterator[AreaValue]:
    """Yield what area.yaml says, but for the desk, which has a default of its own."""
    if view.area is None:
        return
    entity = view.area.record
    data = dumped(entity.record)
    data.pop("support")
    data.pop("branding")
    yield from layered(data, [Written(Origin.AREA, data, entity.places)], notes=NOTES)
    yield from _branding(view, view.area.record)


def _branding(view: AreaView, entity: Entity[Area]) -> Iterator[AreaValue]:
    """Yield colours, fonts and logo: the area's own, under them those of its owner."""
    owner = view.content.owners.get(entity.record.owner or "")
    said: list[tuple[Origin, Entity[Any]]] = [(Origin.AREA, entity)]
    if owner is not None:
        said.append((Origin.OWNER, owner))
    layers = [
        Written(origin, dumped(one.record.branding), one.places.under("branding"))
        for origin, one in said
        if one.record.branding is not None
    ]
    logo = next((layer.data["logo"] for layer in layers if layer.data["logo"] is not None), None)
    look = view.look
    effective = {"colors": dict(look.colors), "fonts": dict(look.fonts), "logo": logo}
    yield from layered(effective, layers, ("branding",), NOTES)
