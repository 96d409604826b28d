"""`releases`: the log of a target, newest first."""

from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target
from compiler.release.releases import Row, releases
from compiler.report.console import Console
from compiler.report.words import count, listed, size, some
from compiler.wiring import history

_SHORT = 12


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
    for row in rows if format == "text" else ():
        console.result(_line(console, row, authors.get(row.data["commit"] or "", "")))
    return FINE


def log_of(
    console: Console, project: str | None, target: str, *, long: bool
) -> tuple[list[Row], dict[str, str]]:
    """Return the releases of a target, newest first, and who wrote which commit."""
    opened = open_project(console, project)
    rows = list(releases(open_target(opened, target), sized=long))
    commits = {row.record.content.commit for row in rows}
    return rows, dict(history(opened.root).authors([one for one in commits if one is not None]))


def _line(console: Console, row: Row, author: str) -> str:
    data = row.data
    states = [name for name in ("live", "held", "staged") if data[name]]
    there = f"{data['from_target']} " if data["from_target"] else ""
    came = f" of {there}{data['from']}" if data["from"] else ""
    commit = (data["commit"] or "no commit")[:_SHORT] + ("+" if data["dirty"] else "")
    columns = [
        str(data["number"]).rjust(5),
        data["time"],
        f"{data['kind']}{came}".ljust(14),
        (data["id"] or "")[:_SHORT].ljust(_SHORT),
        commit.ljust(13),
        (data["gate"] or "").ljust(8),
    ]
    rest = [
        console.style("good", listed(states)) if states else "",
        "collected" if row.brought and not row.kept else "",
        (some(row.changed) if row.changed else "same content") if row.brought else "",
        _size(row),
        f"by {visible(author)}" if author else "",
        visible(data["reason"]) if data["reason"] else "",
    ]
    return "  ".join([*columns, *filter(None, rest)])


def _size(row: Row) -> str:
    if row.size is None:
        return ""
    weight = "" if row.size.bytes is None else f", {size(row.size.bytes)}"
    return f"{count(row.size.files, 'file')}{weight}"
