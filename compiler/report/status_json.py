"""The completeness matrix for programs."""

from typing import Any

from compiler.query.completeness import Completeness, Row, Tally


def status_data(found: Completeness) -> dict[str, Any]:
    """Return the matrix by language, kind and namespace; of the source how many entries it has."""
    source = found.source
    return {
        "source": {
            "locale": source.locale,
            "total": source.all.total,
            "kinds": {name: one.total for name, one in source.kinds.items()},
            "namespaces": {name: one.total for name, one in source.namespaces.items()},
        },
        "languages": [_row(row) for row in found.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "locale": row.locale,
        "enabled": row.enabled,
        **_tally(row.all),
        "kinds": {name: _tally(one) for name, one in row.kinds.items()},
        "namespaces": {name: _tally(one) for name, one in row.namespaces.items()},
    }


def _tally(tally: Tally) -> dict[str, int]:
    return {
        "total": tally.total,
        "missing": tally.missing,
        "stale": tally.stale,
        "unreviewed": tally.unreviewed,
        "current": tally.current,
        "translated_percent": tally.percent(tally.translated),
        "current_percent": tally.percent(tally.current),
    }
