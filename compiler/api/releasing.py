"""What commands do with targets: plan, publish, list, verify, go back, promote, clean up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compiler.api.asking import ProjectFolder, folder, silent
from compiler.api.values import Collected, Logged, Planned, Published

if TYPE_CHECKING:
    from compiler.release.result import Result
    from compiler.release.soundness import Report


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
    prepared = prepare(silent(), folder(project), target, gate, flags)
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

    flags, console = Flags(staged, allow_older, allow_dirty, yes, pseudo), silent()
    prepared = prepare(console, folder(project), target, gate, flags)
    findings = prepared.compiled.judged.verdict.findings
    if prepared.artifacts is None:
        return Published(findings, None)
    return Published(findings, publish_prepared(console, prepared, prepared.artifacts))


def releases(
    project: ProjectFolder = None, target: str = "local", *, long: bool = False
) -> tuple[Logged, ...]:
    """Return the log of a target, the newest first; ``long``: with numbers of files and sizes."""
    from compiler.commands.releases import log_of

    rows, authors = log_of(silent(), folder(project), target, long=long)
    return tuple(Logged(row, authors.get(row.record.content.commit or "")) for row in rows)


def verify(
    project: ProjectFolder = None,
    target: str = "local",
    *,
    repair: bool = False,
    rebuild: bool = False,
) -> "Report":
    """Return whether everything is there that pointers and kept releases name.

    ``repair`` finishes what somebody died over; with ``rebuild`` it writes again what was lost.
    """
    from compiler.commands.verify import verified

    return verified(silent(), folder(project), target, repair=repair, rebuild=rebuild)


def rollback(
    to: int,
    project: ProjectFolder = None,
    target: str = "local",
    *,
    with_credentials: bool = False,
    reason: str | None = None,
) -> "Result":
    """Make an older release live, and hold the target."""
    from compiler import __version__
    from compiler.commands.targets import addressed_in
    from compiler.release.rollback import RollbackRequest, rollback

    request = RollbackRequest(to, __version__, with_credentials=with_credentials, reason=reason)
    addressed, world = addressed_in(silent(), folder(project), target)
    return rollback(addressed, request, world)


def resume(
    project: ProjectFolder = None, target: str = "local", *, only_lift: bool = False
) -> "Result":
    """Lift the hold of a rollback, and make what was stored meanwhile live."""
    from compiler import __version__
    from compiler.commands.targets import addressed_in
    from compiler.release.resume import ResumeRequest, resume

    addressed, world = addressed_in(silent(), folder(project), target)
    return resume(addressed, ResumeRequest(__version__, only_lift=only_lift), world)


def promote(
    source: str,
    target: str,
    project: ProjectFolder = None,
    *,
    staged: bool = False,
    allow_older: bool = False,
    yes: bool = False,
) -> "Result":
    """Make what is live on one target a release of another, byte for byte."""
    from compiler import __version__
    from compiler.commands.promote import both_ends
    from compiler.release.promoting import PromoteRequest, promote

    request = PromoteRequest(__version__, staged=staged, allow_older=allow_older, yes=yes)
    origin, addressed, world = both_ends(silent(), folder(project), source, target)
    return promote(origin, addressed, request, world)


def gc(
    project: ProjectFolder = None,
    target: str = "local",
    *,
    keep: int | None = None,
    days: int | None = None,
    yes: bool = False,
) -> Collected:
    """Return what no kept release needs, as a plan; with ``yes`` delete it."""
    from compiler.commands.gc import collection
    from compiler.release.collecting import collect, plan_collection

    asked = collection(silent(), folder(project), target, keep=keep, days=days)
    if yes:
        return Collected(None, collect(*asked))
    return Collected(plan_collection(*asked), None)


def purge(
    hashes: Sequence[str],
    reason: str,
    project: ProjectFolder = None,
    target: str = "local",
    *,
    now: bool = False,
) -> "Result":
    """Take content down for good, by its SHA-256; ``now`` even from under the live release."""
    from compiler.commands.purge import take_down
    from compiler.release.purging import purge

    return purge(*take_down(silent(), folder(project), (target, *hashes), reason, now=now))
