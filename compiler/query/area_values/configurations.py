"""Where the configurations of an area come from: its own patch, what all share, or a default."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compiler.bundle.view import AreaView
from compiler.model.record import Record
from compiler.query.area_values.value import AreaValue, Origin, Written, layered

NOTES: Mapping[tuple[str, ...], str] = {
    ("clients", "accounts_max"): "no limit",
    ("security", "refresh_session_minutes"): "twice the session",
    ("account", "required_level"): "none",
}
"""What it means where nothing is written, as far as the value does not say it."""


def configuration_values(view: AreaView) -> Iterator[AreaValue]:
    """Yield clients, security, verification documents, account and the support desk."""
    got = view.configurations
    general = dumped(got.general)
    general["security"]["refresh_session_minutes"] = got.general.security.refresh_minutes
    yield from layered(general, _layers(view, "general"), notes=NOTES)
    yield from layered(dumped(got.documents), _layers(view, "documents"))
    yield from layered(dumped(got.account), _layers(view, "account"), ("account",), NOTES)
    yield from _support(view)


def dumped(record: Record) -> dict[str, Any]:
    """Return a record as JSON data, under the keys that files have."""
    return record.model_dump(mode="json", by_alias=True)


def _layers(view: AreaView, name: str) -> Sequence[Written]:
    own = view.area.overlay.configurations.get(name) if view.area else None
    shared = view.content.shared.configurations.get(name)
    return [
        Written(origin, file.data, file.places)
        for origin, file in ((Origin.AREA, own), (Origin.SHARED, shared))
        if file is not None
    ]


def _support(view: AreaView) -> Iterator[AreaValue]:
    """Yield the desk: that of the record as a whole, or else what the configuration comes to."""
    prefix = ("support",)
    layers = list(_layers(view, "support"))
    record = view.area.record if view.area else None
    desk: Record | None = view.configurations.support
    if record is not None and record.record.support is not None:
        desk = record.record.support
        places = record.places.under("support")
        own = Written(Origin.AREA, dumped(desk), places)
        for value in layered(dumped(desk), [own, *layers], prefix):
            yield value if value.origin is Origin.AREA else _unsaid(value)
    elif desk is not None:
        yield from layered(dumped(desk), layers, prefix)
    else:
        yield AreaValue((*prefix, "desk"), None, Origin.DEFAULT, note="no desk")


def _unsaid(value: AreaValue) -> AreaValue:
    """Return a value that the record leaves out: those of the default desk are not its own."""
    return AreaValue(value.key, value.value, Origin.DEFAULT)
