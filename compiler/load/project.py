"""The project file: clientarea.yaml read and typed, with what is wrong at its place."""

from collections.abc import Iterator
from itertools import combinations

from compiler.base.finding import Finding, Severity, in_source_order
from compiler.base.place import Place, Places
from compiler.base.project_file import PROJECT_FILE
from compiler.load.intake import Intake
from compiler.load.rules_files import UNREADABLE_FILE
from compiler.load.rules_records import INVALID_VALUE
from compiler.load.validating import Subject, validate
from compiler.ports.snapshot import Snapshot
from compiler.settings import LOCAL, Settings


def load_settings(snapshot: Snapshot) -> tuple[Settings | None, tuple[Finding, ...]]:
    """Return the settings, or None with the findings that say why they cannot be used."""
    intake = Intake(snapshot)
    settings = _settings(intake)
    findings = tuple(in_source_order(intake.findings))
    refused = any(finding.severity is Severity.ERROR for finding in findings)
    return None if refused else settings, findings


def _settings(intake: Intake) -> Settings | None:
    if not intake.has(PROJECT_FILE):
        message, hint = f"there is no `{PROJECT_FILE}`", "`clientarea init` writes one"
        intake.report([UNREADABLE_FILE.at(Place(PROJECT_FILE), message, hint=hint)])
        return None
    intake.report_unreadable([PROJECT_FILE])
    document = intake.yaml(PROJECT_FILE)
    if document is None:
        return None
    subject = Subject(PROJECT_FILE, document.places)
    settings, findings = validate(document.data, Settings, subject)
    intake.report(findings)
    if settings is not None:
        intake.report(_reserved(settings, document.places))
        intake.report(_shared_sides(settings, document.places))
    return settings


def _reserved(settings: Settings, places: Places) -> Iterator[Finding]:
    if LOCAL in settings.targets:
        yield INVALID_VALUE.at(
            places.key("targets", LOCAL),
            f"the target `{LOCAL}` always exists, and is always in `build/store`",
            hint="give this target another name",
        )


def _shared_sides(settings: Settings, places: Places) -> Iterator[Finding]:
    """Say which two sides are one, or one inside the other: private would be served to all."""
    sides = [
        (name, side, getattr(target, side))
        for name in (LOCAL, *settings.targets)
        if (target := settings.target(name)) is not None
        for side in ("public", "private")
    ]
    for (name, side, address), (other, other_side, other_address) in combinations(sides, 2):
        if _inside(address, other_address) or _inside(other_address, address):
            here = f"`{other_side}` of `{other}`"
            yield INVALID_VALUE.at(
                places.value("targets", other, other_side),
                f"{here} is, holds or lies in the folder of `{side}` of `{name}`",
                hint="give every side of every target a folder of its own",
            )


def _inside(address: str, other: str) -> bool:
    """Tell whether an address is another one or lies in it."""
    return _folder(address).startswith(_folder(other))


def _folder(address: str) -> str:
    """Return an address with its steps settled and a slash at the end."""
    scheme, _, rest = address.partition(":")
    steps: list[str] = []
    for step in rest.split("/"):
        if step == ".." and steps and steps[-1] != "..":
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    root = "/" if rest.startswith("/") else ""
    return f"{scheme.lower()}:{root}{'/'.join(steps)}/"
