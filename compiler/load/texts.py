"""Texts: texts/<prefix>/…/<name>.yaml, their languages beside it, schemas of their properties."""

from compiler.load.entity_kind import EntityKind
from compiler.load.files import Folder
from compiler.load.intake import Intake
from compiler.load.labels import bad_label, bad_part, label_of
from compiler.load.rules_records import INVALID_VALUE
from compiler.load.sources import KnownLocale, Sources, nested_sources, with_sidecars
from compiler.model.content import PropertiesSchema
from compiler.model.overlay_record import LocalesOverlay
from compiler.model.reference import Kind
from compiler.model.text import Text

_SCHEMAS = "_schemas/"
_JSON = ".json"


def _sources(folder: Folder, is_known: KnownLocale) -> Sources:
    return with_sidecars(folder, nested_sources(folder, Kind.TEXTS), is_known)


def _hint(name: str) -> str:
    if name.startswith(_SCHEMAS):
        return "a schema of properties is `content/texts/_schemas/<prefix>.json`, for all areas"
    return (
        "a text is `<prefix>/<name>.yaml`, with `<name>.<locale>.md` beside it for long languages"
    )


TEXTS = EntityKind(
    kind=Kind.TEXTS,
    noun="a text",
    model=Text,
    overlay=LocalesOverlay,
    sources=_sources,
    hint=_hint,
)


def load_properties_schemas(intake: Intake, folder: Folder) -> dict[str, PropertiesSchema]:
    """Return the JSON Schemas of properties by the prefix they hold for."""
    found: dict[str, PropertiesSchema] = {}
    for name in folder.files:
        if not name.startswith(_SCHEMAS) or not name.endswith(_JSON):
            continue
        path = folder.full(name)
        parts = name.removeprefix(_SCHEMAS).removesuffix(_JSON).split("/")
        document = intake.json(path)
        bad = bad_part(parts)
        if bad is not None:
            intake.report([bad_label(path, bad, Kind.TEXTS)])
        elif document is not None and not isinstance(document.data, dict):
            message = "a schema is written as a JSON object"
            intake.report([INVALID_VALUE.at(document.places.value(), message)])
        elif document is not None:
            prefix = label_of(parts)
            found[prefix] = PropertiesSchema(prefix, path, document.data)
    return found
