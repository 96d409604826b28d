"""The waivers of a project: waivers.yaml read and typed."""

from compiler.base.finding import Finding, in_source_order
from compiler.load.intake import Intake
from compiler.load.validating import Subject, validate
from compiler.model.waiver import Waiver, WaiverFile
from compiler.ports.snapshot import Snapshot

WAIVERS_FILE = "waivers.yaml"


def load_waivers(snapshot: Snapshot) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """Return the waivers; where one is wrong, none of them holds, and findings say why."""
    intake = Intake(snapshot)
    waivers = _waivers(intake) if intake.has(WAIVERS_FILE) else ()
    return waivers, tuple(in_source_order(intake.findings))


def _waivers(intake: Intake) -> tuple[Waiver, ...]:
    # Of a file that cannot be read at all, loading the content has said so already.
    document = intake.yaml(WAIVERS_FILE)
    if document is None:
        return ()
    record, findings = validate(document.data, WaiverFile, Subject(WAIVERS_FILE, document.places))
    intake.report(findings)
    if record is None:
        return ()
    return tuple(
        Waiver(
            rule=one.rule,
            entity=one.entity,
            reason=one.reason,
            expires=one.expires,
            places=document.places.under("waivers", index),
        )
        for index, one in enumerate(record.waivers)
    )
