"""The completeness matrix as the page shows it. Pure."""

from collections.abc import Mapping
from typing import Any

from compiler.query.completeness import Completeness, Row, Tally


def matrix_data(found: Completeness) -> dict[str, Any]:
    """Return what the source language has, and how each other one stands to it."""
    return {
        "source": _row(found.source),
        "rows": [_row(row) for row in found.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "locale": row.locale,
        "enabled": row.enabled,
        "kinds": _tallies(row.kinds),
        "namespaces": _tallies(row.namespaces),
    }


def _tallies(tallies: Mapping[str, Tally]) -> dict[str, list[int]]:
    """Return by name: how many there should be, are missing, stale, unreviewed."""
    return {name: list(one) for name, one in tallies.items()}
