"""One entry in every language, for programs."""

from typing import Any

from compiler.base.place import Place
from compiler.model.languages import Languages
from compiler.query.entries import Entry, Version
from compiler.query.parts import Part
from compiler.query.showing import Shown, parent_of, place_of
from compiler.report.findings_json import findings_data


def show_data(one: Shown, languages: Languages) -> dict[str, Any]:
    """Return what is known of an entry: as all areas share it and by area, then the findings."""
    return {
        "entity": one.reference,
        "layers": [_entry(entry, languages) for entry in one.layers],
        "findings": findings_data(one.findings),
    }


def _entry(entry: Entry, languages: Languages) -> dict[str, Any]:
    return {
        "area": entry.area,
        **_place(entry.where()),
        "locked": entry.locked,
        "inactive": not entry.active,
        "texts": [_part(part) for part in entry.parts],
        "languages": [_version(entry, version, languages) for version in entry.versions],
    }


def _version(entry: Entry, version: Version, languages: Languages) -> dict[str, Any]:
    return {
        "locale": version.locale,
        "state": version.state.value,
        "inherited_from": parent_of(entry, version, languages),
        **_place(place_of(entry, version)),
        "texts": [_part(part) for part in version.parts()],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"part": part.name, "text": part.text, **_place(part.where())}


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}
