"""The bytes of a bundle: JSON with sorted keys, compact, the same on every machine."""

from collections.abc import Mapping
from typing import Any

import orjson

from compiler.bundle.artifacts import Bundle, bundle_of


def encode(value: Any) -> Bundle:  # noqa: ANN401 - any JSON value
    """Return a JSON value as a bundle."""
    return bundle_of(orjson.dumps(value, option=orjson.OPT_SORT_KEYS))


def grouped(by_label: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Group entries by the first part of their label: an application loads what it shows."""
    groups: dict[str, dict[str, Any]] = {}
    for label, entry in by_label.items():
        groups.setdefault(label.partition(".")[0], {})[label] = entry
    return groups
