"""`releases`: the log of a target, newest first."""

from collections.abc import Iterator

from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target
from compiler.release.releases import Row, releases
from compiler.report.columns import aligned
from compiler.report.console import Console
from compiler.report.words import count, listed, size, some
from compiler.wiring import history

_SHORT = 12
_LONGEST_NAME = 24


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    long: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """List the releases of a target; ``long`` says how many files each has, and their size."""
    rows, authors = log_of(console, project, target, long=long)
    if format == "json":
        console.data(
            [{**row.data, "author": authors.get(row.data["commit"] or "")} for row in rows]
        )
    elif not rows:
        console.result(f"nothing has been published to `{target}` yet")
    else:
        cells = [_cells(row, authors.get(row.data["commit"] or "", "")) for row in rows]
        for row, line in zip(rows, aligned(cells), strict=True):
            console.result("  ".join([line, *_rest(console, row)]))
    return FINE


def log_of(
    console: Console, project: str | None, target: str, *, long: bool
) -> tuple[list[Row], dict[str, str]]:
    """Return the releases of a target, newest first, and who wrote which commit."""
    opened = open_project(console, project)
    rows = list(releases(open_target(opened, target), sized=long))
    commits = {row.record.content.commit for row in rows}
    return rows, dict(history(opened.root).authors([one for one in commits if one is not None]))


def _cells(row: Row, author: str) -> list[str]:
    """Return what every record has; ``author`` wrote the commit."""
    data = row.data
    there = f"{data['from_target']} " if data["from_target"] else ""
    came = f" of {there}{data['from']}" if data["from"] else ""
    commit = (data["commit"] or "no commit")[:_SHORT] + ("+" if data["dirty"] else "")
    who = author if len(author) <= _LONGEST_NAME else f"{author[: _LONGEST_NAME - 1]}…"
    return [
        str(data["number"]).rjust(5),
        data["time"],
        visible(f"{data['kind']}{came}"),
        visible((data["id"] or "")[:_SHORT]),
        visible(f"{commit} by {who}" if who else commit),
        data["gate"] or "",
    ]


def _rest(console: Console, row: Row) -> Iterator[str]:
    """Return what only some records have."""
    data = row.data
    states = [name for name in ("live", "held", "staged") if data[name]]
    found = [
        console.style("good", listed(states)) if states else "",
        "collected" if row.brought and not row.kept else "",
        (visible(some(row.changed)) if row.changed else "same content") if row.brought else "",
        _size(row),
        visible(data["reason"]) if data["reason"] else "",
    ]
    return filter(None, found)


def _size(row: Row) -> str:
    if row.size is None:
        return ""
    weight = "" if row.size.bytes is None else f", {size(row.size.bytes)}"
    return f"{count(row.size.files, 'file')}{weight}"
