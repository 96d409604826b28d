"""How a verb comes to a project: its folder, its settings, its files."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.project_images import ProjectImages
from compiler.commands.source_files import source_of, sources_of
from compiler.load.project import load_settings
from compiler.ports.snapshot import Snapshot
from compiler.report.console import Console
from compiler.report.findings_text import finding_text
from compiler.report.progress import WorkProgress
from compiler.report.source import SourceLines
from compiler.settings import LOCAL, Settings, TargetSettings
from compiler.wiring import project_folder, system_clock, work_tree


def day_of_clock() -> dt.date:
    """Return the day that it is, in UTC."""
    return system_clock().now().date()


class UnusableSettingsError(UsageError):
    """The project file cannot be used; ``findings`` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{PROJECT_FILE} cannot be used as it is")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Project:
    """An opened project: where it is, what it is set to, and its files at this moment.

    ``images`` works on images, of these files and of others; ``today`` is the day by which what has
    an end is judged.
    """

    root: Path
    settings: Settings
    snapshot: Snapshot
    images: ProjectImages
    today: dt.date = field(default_factory=day_of_clock)

    def source(self, path: str) -> bytes | None:
        """Return the bytes of a file for an excerpt, None where they cannot be had."""
        return source_of(self.snapshot, path)

    def target(self, name: str) -> TargetSettings:
        """Return the settings of a target. Raises UsageError for one that nobody set up."""
        target = self.settings.target(name)
        if target is None:
            known = ", ".join(f"`{one}`" for one in (LOCAL, *self.settings.targets))
            raise UsageError(f"there is no target `{name}` in {PROJECT_FILE}; there is {known}")
        return target

    def gate(self, wanted: str | None, target: str = LOCAL) -> Gate:
        """Return the gate to hold content to; a target other than local may only be raised."""
        set_up = self.target(target).gate
        if wanted is None:
            return set_up
        gate = Gate(wanted)
        if target != LOCAL and gate.height < set_up.height:
            raise UsageError(
                f"the gate of `{target}` is `{set_up}`; `--gate {gate}` would lower it"
            )
        return gate


def open_project(console: Console, given: str | None, today: dt.date | None = None) -> Project:
    """Open the project at ``given``, or around the current folder; ``today`` None: by the clock.

    Raises UsageError where there is none or its settings cannot be used; what is wrong with them
    is then on the console already.
    """
    root = project_folder(given, PROJECT_FILE)
    return open_at(console, root, work_tree(root), today)


def open_at(
    console: Console, root: Path, snapshot: Snapshot, today: dt.date | None = None
) -> Project:
    """Open the project whose folder and files are known. Raises UsageError as `open_project`."""
    settings, findings = load_settings(snapshot)
    if settings is None:
        _show(console, findings, snapshot)
        raise UnusableSettingsError(findings)
    images = ProjectImages(root, WorkProgress(console.err).worked)
    return Project(root, settings, snapshot, images, today or day_of_clock())


def _show(console: Console, findings: tuple[Finding, ...], snapshot: Snapshot) -> None:
    sources = SourceLines(sources_of(snapshot))
    for finding in findings:
        console.note(finding_text(finding, sources, console))
