"""`languages`: CLDR's languages searched, by any name and by tag."""

from collections.abc import Sequence
from typing import Any

from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.query.language_search import (
    Language,
    all_languages,
    find_languages,
    properties_of,
)
from compiler.report.columns import aligned
from compiler.report.console import Console


def run(
    console: Console,
    *,
    project: str | None,  # noqa: ARG001 - it asks CLDR, whatever the project
    words: Sequence[str],
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Print the languages that are found; return the exit code, which is 0 where none is."""
    given = " ".join(words)
    found = find_languages(given) if given.strip() else all_languages()
    if format == "json":
        console.data([_data(one) for one in found])
    elif found:
        console.result("\n".join(aligned([_row(one) for one in found])))
    else:
        console.note("Nothing found.")
    return FINE


def _row(one: Language) -> list[str]:
    plurals, script, direction = properties_of(one.tag)
    also = one.found_as
    return [
        one.tag,
        visible(one.english),
        visible(one.own or "-"),
        " ".join(plurals) or "-",
        script or "-",
        direction,
        "" if also is None else f"{visible(also.name)} ({also.locale})",
    ]


def _data(one: Language) -> dict[str, Any]:
    plurals, script, direction = properties_of(one.tag)
    also = one.found_as
    return {
        "tag": one.tag,
        "english_name": one.english,
        "own_name": one.own,
        "plural_categories": list(plurals),
        "script": script or None,
        "direction": direction,
        "found_as": None if also is None else {"name": also.name, "locale": also.locale},
    }
