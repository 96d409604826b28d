"""`releases`: the log of a target, newest first."""

from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target
from compiler.release.releases import Row, releases
from compiler.report.console import Console
from compiler.report.words import listed

_SHORT = 12


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """List the releases of a target."""
    opened = open_target(open_project(console, project), target)
    rows = list(releases(opened))
    if format == "json":
        console.data([row.data for row in rows])
    elif not rows:
        console.result(f"nothing has been published to `{target}` yet")
    for row in rows if format == "text" else ():
        console.result(_line(console, row))
    return FINE


def _line(console: Console, row: Row) -> str:
    data = row.data
    number = str(data["number"]).rjust(5)
    states = [name for name in ("live", "held", "staged") if data[name]]
    marks = console.style("good", f" {listed(states)}") if states else ""
    commit = (data["commit"] or "no commit")[:_SHORT] + ("+" if data["dirty"] else "")
    short_id = (data["id"] or "")[:_SHORT].ljust(_SHORT)
    reason = f"  {visible(data['reason'])}" if data["reason"] else ""
    there = f"{data['from_target']} " if data["from_target"] else ""
    came = f" of {there}{data['from']}" if data["from"] else ""
    kind = f"{data['kind']}{came}".ljust(14)
    return f"{number}  {data['time']}  {kind}  {short_id}  {commit.ljust(13)}{marks}{reason}"
