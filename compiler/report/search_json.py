"""What a search has found, for programs."""

from typing import Any

from compiler.base.place import Place
from compiler.query.found_entry import FoundEntry, FoundText


def hit_data(found: FoundEntry) -> dict[str, Any]:
    """Return an entry and the texts that were found in it."""
    return {
        "entity": found.entity,
        "area": found.area,
        **_place(found.place),
        "locked": found.locked,
        "inactive": found.inactive,
        "languages": dict(found.languages),
        "matches": [_match(one) for one in found.matches],
    }


def _match(found: FoundText) -> dict[str, Any]:
    return {
        "locale": found.locale,
        "part": found.part,
        **_place(found.place),
        "match": found.match,
        "text": found.text,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}
