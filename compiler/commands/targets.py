"""How a release verb comes to its target, and how it tells people what came of it."""

from compiler.base.finding import Severity
from compiler.base.gate import Gate
from compiler.base.visible import visible
from compiler.commands.clients import ProjectClients
from compiler.commands.opening import Project, open_project
from compiler.release.explain import change_lines
from compiler.release.layout import pointer_name
from compiler.release.plan import Plan, Refusal
from compiler.release.result import Outcome, Remark, Result
from compiler.release.target import Progress, Target, World
from compiler.report.console import Console
from compiler.settings import LOCAL
from compiler.wiring import history, object_store, system_clock

_SHORT = 12
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def open_target(project: Project, name: str, gate: Gate | None = None) -> Target:
    """Make the stores of a target. Raises UsageError for one that is not set up, StoreError.

    ``gate`` is what the caller holds content to, in place of the target's own.
    """
    settings = project.target(name)
    return Target(
        name=name,
        public=object_store(settings.public, project.root, settings),
        private=object_store(settings.private, project.root, settings),
        gate=gate or settings.gate,
        is_local=name == LOCAL,
    )


def world_of(project: Project, progress: Progress | None = None) -> World:
    """Return the clock and history that release verbs ask."""
    return World(system_clock(), history(project.root), ProjectClients(project), progress)


def addressed_in(console: Console, project: str | None, target: str) -> tuple[Target, World]:
    """Return a target of a project, and what its verbs ask beside it."""
    opened = open_project(console, project)
    return open_target(opened, target), world_of(opened)


def say_plan(console: Console, planned: Plan | Refusal, form: str) -> None:
    """Say which files a verb is about to change."""
    if form == "text" and isinstance(planned, Plan):
        for line in change_lines(planned.changes):
            console.note(visible(line))


def say_result(console: Console, target: Target, result: Result, form: str) -> None:
    """Tell people, or programs, how a release verb ended."""
    if form == "json":
        console.data(result.data)
        return
    say_remarks(console, result.remarks, refused=result.outcome is Outcome.REFUSED)
    line = _RESULTS[result.outcome].format(
        number=result.number, id=(result.id or "")[:_SHORT], target=result.target
    )
    console.result(line)
    if result.outcome in {Outcome.LIVE, Outcome.UNCHANGED}:
        for area in sorted(result.areas):
            console.result(f"  {target.public.address}/{pointer_name(area)}")


_RESULTS = {
    Outcome.LIVE: "release {number} is live on `{target}`, id {id}",
    Outcome.UNCHANGED: "nothing changed: release {number} is live on `{target}`, id {id}",
    Outcome.PENDING: "release {number} is committed to `{target}`, and not all pointers have moved:"
    " run the command again",
    Outcome.HELD: "release {number} is stored on `{target}`, and not live, id {id}",
    Outcome.REFUSED: "`{target}` stays as it is",
}


def say_remarks(console: Console, remarks: tuple[Remark, ...], *, refused: bool) -> None:
    """Say what there is to say beside the result, each with how to mend it.

    An error stands in the way where the verb is ``refused``; else it is what went wrong after all.
    """
    for remark in remarks:
        stands = refused and remark.severity is Severity.ERROR
        word = console.style(
            remark.severity.value, "refused" if stands else _WORDS[remark.severity]
        )
        console.note(f"{word}: {visible(remark.message)} [{remark.rule}]")
        if remark.hint:
            console.note(f"  = {visible(remark.hint)}")
