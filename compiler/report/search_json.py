"""What a search has found, for programs."""

from typing import Any

from compiler.query.found import found_of
from compiler.query.index import INACTIVE, LOCKED, Index
from compiler.query.searching import Hit, Match
from compiler.report.source import SourceLines


def hit_data(index: Index, hit: Hit, sources: SourceLines) -> dict[str, Any]:
    """Return an entry and the texts that were found in it."""
    label, place = index.label(hit.entry)
    kind, flags = index.kind_names[index.kinds[hit.entry]], index.flags[hit.entry]
    return {
        "entity": f"{kind}/{label}",
        "area": index.area_names[index.areas[hit.entry]],
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "locked": bool(flags & LOCKED),
        "inactive": bool(flags & INACTIVE),
        "languages": index.languages(hit.entry),
        "matches": [_match(index, match, sources) for match in hit.matches],
    }


def _match(index: Index, match: Match, sources: SourceLines) -> dict[str, Any]:
    found = found_of(index, match, sources.lines)
    locale = match.field.locale
    return {
        "locale": None if locale is None else index.locales[locale],
        "part": match.field.part,
        "path": found.place.path,
        "line": found.place.line,
        "column": found.place.column,
        "match": found.text[found.start : found.end],
        "text": found.text,
    }
