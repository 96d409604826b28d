"""Records without languages: those of owners and areas."""

from typing import TypeVar

from compiler.load.entity_kind import Loading
from compiler.load.sources import Sources
from compiler.load.validating import Subject, validate
from compiler.model.entity import Entity
from compiler.model.record import Record
from compiler.model.reference import Kind

R = TypeVar("R", bound=Record)


def load_records(
    loading: Loading, sources: Sources, kind: Kind, model: type[R], noun: str
) -> tuple[dict[str, Entity[R]], dict[str, str]]:
    """Return the entities by label, and the path of every label that has a file."""
    intake = loading.intake
    intake.claim(*sources.claimed)
    intake.report(sources.findings)
    found: dict[str, Entity[R]] = {}
    for source in sources.sources:
        name = f"{kind}/{source.label}"
        document = intake.yaml(source.path, name)
        if document is None:
            continue
        subject = Subject(noun, document.places, name)
        record, findings = validate(document.data, model, subject)
        intake.report(findings)
        if record is not None:
            found[source.label] = Entity(
                kind, source.label, record, document.places, files=source.files
            )
    return found, {source.label: source.path for source in sources.sources}
