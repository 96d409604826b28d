"""What the commands do, as functions that return values: for programs in Python.

Each function walks the very arrangement that the command of its name walks, prints nothing and
changes no more than the command does. What is wrong with content is a value; wrong usage and the
outside world raise `UsageError`, `RefusedError`, `WorldError`, `StoreError` and `HistoryError`.
Importing this module imports nothing heavy: each function pays for its own.
"""

import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from compiler.api.values import Added, Built, Checked, Difference, Planned, Published, Status
from compiler.base.failure import RefusedError, UsageError, WorldError
from compiler.base.finding import Finding, Severity
from compiler.ports.history import HistoryError
from compiler.ports.store import StoreError
from compiler.report.console import Console

if TYPE_CHECKING:
    from compiler.query.showing import Shown

__all__ = [
    "Added",
    "Built",
    "Checked",
    "Difference",
    "Finding",
    "HistoryError",
    "Planned",
    "Published",
    "RefusedError",
    "Severity",
    "Status",
    "StoreError",
    "UsageError",
    "WorldError",
    "add",
    "build",
    "check",
    "diff",
    "plan",
    "publish",
    "show",
    "status",
]

ProjectFolder = str | PathLike[str] | None
"""A project's folder, or None for the project around the current folder."""


def check(  # noqa: PLR0913 - the options of the command
    project: ProjectFolder = None,
    *,
    gate: str | None = None,
    paths: Sequence[str] = (),
    rules: Sequence[str] = (),
    locales: Sequence[str] = (),
    base: str | None = None,
    online: bool = False,
    today: dt.date | None = None,
) -> Checked:
    """Return what is wrong with a project's content, or with a part of it.

    With a ``base`` revision what was taken away since is found, too; ``online`` follows links.
    """
    from compiler.commands.check import checked
    from compiler.commands.choosing import Wish

    wish = Wish(gate, tuple(paths), tuple(rules), ",".join(locales) or None, today)
    found = checked(_silent(), _folder(project), wish, base, online=online)
    return Checked(tuple(found.findings), found.outcome.entities, found.outcome.active)


def build(
    project: ProjectFolder = None,
    *,
    gate: str | None = None,
    strict: bool = False,
    pseudo: bool = False,
    today: dt.date | None = None,
) -> Built:
    """Compile a project into `build/out`, unless its content is refused."""
    from compiler.commands import build as command

    asked = _silent(), _folder(project), gate, today
    outcome, made = command.build(*asked, strict=strict, pseudo=pseudo)
    if made is None:
        return Built(outcome.findings, (), 0, 0, passed=False)
    return Built(outcome.findings, made.areas, made.bundles, made.assets, passed=True)


def status(project: ProjectFolder = None, *, locales: Sequence[str] = ()) -> Status:
    """Return how complete each language is, or some of them."""
    from compiler.commands import status as command

    found, findings = command.status(_silent(), _folder(project), ",".join(locales) or None)
    return Status(found, findings)


def show(*what: str, project: ProjectFolder = None) -> "tuple[Shown, ...]":
    """Return entries in every language, with states and findings: `texts/deposit.*`."""
    from compiler.commands import show as command
    from compiler.commands.opening import open_project

    found, _ = command.show(open_project(_silent(), _folder(project)), what)
    return tuple(found)


def diff(
    project: ProjectFolder = None,
    base: str = "HEAD",
    head: str | None = None,
    *,
    breaking: bool = False,
) -> Difference:
    """Return what changes between two versions; ``head`` None is the work tree."""
    from compiler.commands import diff as command

    found = command.diff(_silent(), _folder(project), base, head, breaking=breaking)
    return Difference(tuple(found.changes), tuple(found.seen))


def plan(  # noqa: PLR0913 - the options of the command
    project: ProjectFolder = None,
    target: str = "local",
    *,
    gate: str | None = None,
    staged: bool = False,
    allow_older: bool = False,
    allow_dirty: bool = False,
    yes: bool = False,
    pseudo: bool = False,
) -> Planned:
    """Return what `publish` would do now; nothing is written to the target."""
    from compiler.commands.plan import plan_prepared
    from compiler.commands.preparing import Flags, prepare

    flags = Flags(staged, allow_older, allow_dirty, yes, pseudo)
    prepared = prepare(_silent(), _folder(project), target, gate, flags)
    findings = prepared.compiled.judged.verdict.findings
    if prepared.artifacts is None:
        return Planned(findings, None)
    return Planned(findings, plan_prepared(prepared, prepared.artifacts))


def publish(  # noqa: PLR0913 - the options of the command
    project: ProjectFolder = None,
    target: str = "local",
    *,
    gate: str | None = None,
    staged: bool = False,
    allow_older: bool = False,
    allow_dirty: bool = False,
    yes: bool = False,
    pseudo: bool = False,
) -> Published:
    """Check, compile and make a release live; ``yes`` takes much of what is live away unasked."""
    from compiler.commands.preparing import Flags, prepare
    from compiler.commands.publish import publish_prepared

    flags, console = Flags(staged, allow_older, allow_dirty, yes, pseudo), _silent()
    prepared = prepare(console, _folder(project), target, gate, flags)
    findings = prepared.compiled.judged.verdict.findings
    if prepared.artifacts is None:
        return Published(findings, None)
    return Published(findings, publish_prepared(console, prepared, prepared.artifacts))


def add(
    what: str, record: Mapping[str, Any], *, project: ProjectFolder = None, dry_run: bool = False
) -> Added:
    """Begin an area or owner (`areas/shop`) with its whole record, as `add WHAT --from FILE` does.

    Places of findings are those in the record as JSON, indented by two spaces.
    """
    from compiler.commands.editing import Asked
    from compiler.commands.whole_record import HandedIn, add_record

    asked = Asked(_folder(project), None, dry_run, "json", ("add", what, "--from", "record"))
    data = json.dumps(record, ensure_ascii=False, indent=2).encode()
    found = add_record(_silent(), asked, what, HandedIn("record", data))
    return Added(found.path, found.record, found.findings)


def _folder(project: ProjectFolder) -> str | None:
    return None if project is None else fspath(project)


def _silent() -> Console:
    """Return a console that nobody reads: what there is to say is in the values."""
    return Console(io.StringIO(), io.StringIO())
