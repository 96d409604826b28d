"""Loads consumers: content/consumers/<application>/<version>.json."""

from collections.abc import Iterator

from compiler.base.place import Place
from compiler.load.files import Folder
from compiler.load.intake import Intake
from compiler.load.rules_records import INVALID_VALUE
from compiler.load.validating import Subject, validate
from compiler.model.consumer import Consumer, ConsumerRecord


def load_consumers(intake: Intake, folder: Folder) -> Iterator[Consumer]:
    """Yield what living versions of applications say they use; the rest is reported."""
    for name in folder.files:
        if name.count("/") != 1 or not name.endswith(".json"):
            continue
        path = folder.full(name)
        document = intake.json(path)
        if document is None:
            continue
        if document.data is None:
            message = "this file does not say what that version asks for"
            hint = 'write `{"keys": {"<namespace>": ["<label>"]}}`, or remove it'
            intake.report([INVALID_VALUE.at(Place(path), message, hint=hint)])
            continue
        subject = Subject("a consumer", document.places)
        record, findings = validate(document.data, ConsumerRecord, subject)
        intake.report(findings)
        if record is not None:
            application, _, version = name.removesuffix(".json").partition("/")
            yield Consumer(application, version, record.keys, record.entries, document.places)
