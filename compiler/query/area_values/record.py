"""Where the values of an area's record come from: its own file, or a default."""

from collections.abc import Iterator, Mapping

from compiler.bundle.view import AreaView
from compiler.query.area_values.configurations import dumped
from compiler.query.area_values.value import AreaValue, Origin, Written, layered

NOTES: Mapping[tuple[str, ...], str] = {
    ("owner",): "no owner",
    ("branding",): "none",
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
    yield from layered(data, [Written(Origin.AREA, data, entity.places)], notes=NOTES)
