"""Configurations: configurations/<name>.yaml, and what areas patch in them (RFC 7396)."""

from collections.abc import Mapping
from typing import Any

from compiler.base.place import Place
from compiler.load.files import Folder
from compiler.load.intake import Intake
from compiler.load.languages import NAME as LANGUAGES
from compiler.load.rules_records import INVALID_VALUE, OVERLAY_FORBIDDEN_KEY
from compiler.load.validating import Subject, validate
from compiler.load.wording import Problem, Wording, shown
from compiler.model.configuration import (
    Account,
    Configurations,
    General,
    SupportDesk,
    VerificationDocuments,
)
from compiler.model.content import ConfigurationFile
from compiler.model.overlay import merge_patch
from compiler.model.record import Record
from compiler.model.reference import Kind

MODELS: dict[str, type[Record]] = {
    "general": General,
    "documents": VerificationDocuments,
    "support": SupportDesk,
    "account": Account,
}
"""The record of each file of configuration, by its name."""


def configuration_hint(name: str) -> str:  # noqa: ARG001 - the form is one for all
    """Say what a file below configurations/ might have been meant for."""
    files = ", ".join(f"`{one}.yaml`" for one in (*MODELS, LANGUAGES))
    return f"the configurations are {files}"


def load_configurations(intake: Intake, folder: Folder) -> dict[str, ConfigurationFile]:
    """Return the files of one layer by name, as data: an area's are patches."""
    found: dict[str, ConfigurationFile] = {}
    for name in MODELS:
        path = folder.full(f"{name}.yaml")
        document = intake.yaml(path, _entity(name)) if intake.has(path) else None
        if document is None:
            continue
        data = {} if document.data is None else document.data
        if isinstance(data, dict):
            found[name] = ConfigurationFile(name, data, document.places)
        else:
            message = f"a configuration is written as lines of `key: value`; this is {shown(data)}"
            intake.report(
                [INVALID_VALUE.at(document.places.value(), message, entity=_entity(name))]
            )
    if folder.area is not None and f"{LANGUAGES}.yaml" in folder.files:
        _refuse_languages(intake, folder)
    return found


def typed_configurations(
    intake: Intake, shared: Mapping[str, ConfigurationFile]
) -> tuple[Configurations, dict[str, ConfigurationFile]]:
    """Return the shared configurations, and those of their files that can be used."""
    records: dict[str, Record] = {}
    usable: dict[str, ConfigurationFile] = {}
    for name, file in shared.items():
        subject = Subject(f"{name}.yaml", file.places, _entity(name))
        record, findings = validate(file.data, MODELS[name], subject)
        intake.report(findings)
        if record is not None:
            records[name] = record
            usable[name] = file
    return _configurations(records), usable


def patched_configurations(
    intake: Intake,
    shared: Configurations,
    usable: Mapping[str, ConfigurationFile],
    patches: Mapping[str, ConfigurationFile],
) -> Configurations:
    """Return what an area gets: the shared data with its patches, checked again."""
    records: dict[str, Any] = {
        name: record for name in MODELS if (record := getattr(shared, name)) is not None
    }
    for name, patch in patches.items():
        base = usable[name].data if name in usable else {}
        subject = Subject(
            f"{name}.yaml", patch.places, _entity(name), reword=_patch_wording(patch.data)
        )
        record, findings = validate(merge_patch(base, patch.data), MODELS[name], subject)
        intake.report(findings)
        if record is not None:
            records[name] = record
    return _configurations(records)


def _configurations(records: Mapping[str, Any]) -> Configurations:
    return Configurations.model_construct(
        general=records.get("general", General()),
        documents=records.get("documents", VerificationDocuments()),
        support=records.get("support"),
        account=records.get("account", Account()),
    )


def _patch_wording(patch: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a Reword
    """Return words for what a patch takes away although it must be there."""

    def reword(problem: Problem, wording: Wording) -> Wording:
        if problem.type != "missing":
            return wording
        data: Any = patch
        for step in problem.location:
            if not isinstance(data, Mapping) or step not in data:
                return wording
            data = data[step]
        message = f"`{problem.name}` cannot be taken away; it must have a value"
        return Wording(wording.rule, message, "remove this line, or give it a value")

    return reword


def _refuse_languages(intake: Intake, folder: Folder) -> None:
    path = folder.full(f"{LANGUAGES}.yaml")
    intake.claim(path)
    intake.report(
        [
            OVERLAY_FORBIDDEN_KEY.at(
                Place(path),
                "languages are the same in all areas",
                hint="list those the area shows in its `area.yaml`: `content: {languages: [en]}`",
                entity=f"{Kind.AREAS}/{folder.area}",
            )
        ]
    )


def _entity(name: str) -> str:
    return f"{Kind.CONFIGURATIONS}/{name}"
