"""`verify`: is everything there that the pointers and kept releases of a target name?"""

from typing import TYPE_CHECKING

from compiler.adapters.spool import Spool
from compiler.base.failure import UsageError
from compiler.base.visible import visible
from compiler.commands.opening import Project, open_project
from compiler.commands.targets import open_target
from compiler.release import verifying
from compiler.release.soundness import Report, Soundness
from compiler.release.target import Target
from compiler.release.verifying import made_of
from compiler.report.console import Console
from compiler.report.progress import WorkProgress
from compiler.report.words import count
from compiler.wiring import fresh_image_work, history

if TYPE_CHECKING:
    from compiler.bundle.artifacts import Artifacts

_REMEDY = (
    "`clientarea verify {target} --repair --rebuild` compiles the live commit again and writes what"
    " it makes of this"
)
_NO_REMEDY = "the live commit does not make this: bring it back from the store's own versions"


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    repair: bool,
    rebuild: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Verify a target; with ``repair`` finish what a dead publisher left, and heal the rebuilt."""
    report = verified(console, project, target, repair=repair, rebuild=rebuild)
    if format == "json":
        console.data(report.data)
    else:
        console.result(_text(console, report, tried=repair and rebuild))
    return report.exit_code


def verified(
    console: Console, project: str | None, target: str, *, repair: bool, rebuild: bool
) -> Report:
    """Return whether a target is sound; with ``repair`` it is made so as far as it can be."""
    opened = open_project(console, project)
    addressed = open_target(opened, target)
    rebuilt = _rebuilt(console, opened, addressed) if rebuild else None
    examine = verifying.repair if repair else verifying.verify
    return examine(addressed, rebuilt)


def _rebuilt(console: Console, project: Project, target: Target) -> "Artifacts | None":
    """Return what the live commit compiles to. Raises UsageError where it cannot be compiled."""
    from compiler import __version__
    from compiler.bundle.compiling import compile_content
    from compiler.bundle.eyes import Eyes
    from compiler.commands.kept_pdfs import KeptPdfs
    from compiler.load.loading import load
    from compiler.load.project import load_settings

    made = made_of(target)
    if made is None:
        return None
    if made.tool != __version__:
        raise UsageError(
            f"release {made.number} was made by clientarea {made.tool}, not {__version__}:"
            " install that version to rebuild it"
        )
    if made.commit is None or made.dirty:
        raise UsageError(
            f"release {made.number} was not made of a commit alone; it cannot be rebuilt"
        )
    snapshot = history(project.root).snapshot(made.commit)
    settings, _ = load_settings(snapshot)
    if settings is None:
        raise UsageError(f"the project file of commit {made.commit} cannot be used")
    content, keep = load(snapshot).content, Spool().keep
    if made.pseudo:
        from compiler.translate.pseudo.content import with_pseudo_locales

        content = with_pseudo_locales(content)
    # Everything anew: what is kept may be what is wrong.
    eyes = Eyes(KeptPdfs(None).inspect, fresh_image_work(WorkProgress(console.err).worked))
    return compile_content(content, settings, keep=keep, eyes=eyes)


def _text(console: Console, report: Report, *, tried: bool) -> str:
    """Return the report in words; ``tried``: what the live commit makes was written again."""
    lines = [f"was lost or altered, is written again: {visible(one)}" for one in report.restored]
    lines += [f"{visible(one.where)}: {visible(one.what)}" for one in report.damages]
    lines += [f"behind: {visible(one)}" for one in report.behind]
    lines += [f"was purged, had come back, is gone: {visible(one)}" for one in report.removed]
    lines += [f"purged, and named by the live release: {visible(one)}" for one in report.dead]
    if report.soundness is Soundness.SOUND:
        word = console.style("good", "sound" + (" but for what was purged" if report.dead else ""))
        release = f"release {report.number}" if report.number else "nothing published yet"
        lines.append(
            f"`{report.target}` is {word}: {release}, {count(report.checked, 'object')} checked"
        )
    elif report.soundness is Soundness.BEHIND:
        lines.append(
            f"`{report.target}` is behind; `clientarea verify {report.target} --repair` finishes it"
        )
    else:
        lines.append(f"`{report.target}` is damaged: {count(len(report.damages), 'object')}")
        lines.append(_NO_REMEDY if tried else _REMEDY.format(target=report.target))
    return "\n".join(lines)
