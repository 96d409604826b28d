"""The table of kinds that rows may be of: what each is called, its record, where its files lie."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from compiler.load.banners import BANNERS
from compiler.load.configurations import MODELS as CONFIGURATIONS
from compiler.load.documents import DOCUMENTS
from compiler.load.entity_kind import EntityKind
from compiler.load.levels import LEVELS
from compiler.load.localising import LOCALES
from compiler.load.shape import keys_of, type_at
from compiler.load.statuses import STATUSES
from compiler.load.templates import TEMPLATES
from compiler.load.texts import TEXTS
from compiler.model.area import Area
from compiler.model.glossary import Glossary
from compiler.model.languages import LanguagesRecord
from compiler.model.owner import Owner
from compiler.model.record import Record
from compiler.model.reference import Kind

STRING = "string"
CATALOGUE = "catalogue"
LANGUAGES = "languages"
GLOSSARY = "glossary"


class FileForm(Enum):
    """What the file of an entity is."""

    YAML = "yaml"
    JSON = "json"
    TEXT = "text"  # all of it is the row's only field


class LayoutRecord(Record):
    """A layout of templates as a row has it."""

    html: str


class MjmlRecord(Record):
    """A layout in MJML as a row has it."""

    mjml: str


class TypstRecord(Record):
    """A layout of agreements as a row has it."""

    typst: str


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind: its name in a row, the record of a file, what an area may say differently.

    ``model`` is None where any data will do (an area's patch of a configuration), ``overlay`` where
    areas have none. ``path`` is that of the file below its layer, ``nested`` labels are folders in
    it. Long languages may lie ``beside`` the file. ``schema`` is the name that editors know. Of a
    difference ``whole`` is the record of what it differs from.
    """

    name: str
    kind: Kind
    noun: str
    model: type[Record] | None
    path: str
    schema: str
    overlay: type[Record] | None = None
    nested: bool = False
    beside: bool = False
    in_areas: bool = True
    form: FileForm = FileForm.YAML
    whole: type[Record] | None = None

    def file(self, label: str) -> str:
        """Return the path of an entity's YAML below its layer."""
        return self.path.format(label.replace(".", "/") if self.nested else label)

    @property
    def keys(self) -> list[str]:
        """The keys that its record has in all languages together."""
        return _own_keys(self.model)

    @property
    def all_keys(self) -> list[str]:
        """The same, and those that only the whole has of which this is a difference."""
        return [*self.keys, *_own_keys(self.whole)]

    @property
    def localised_keys(self) -> list[str]:
        """The keys that its record has in one language."""
        if self.model is None or LOCALES not in keys_of(self.model):
            return []
        return keys_of(type_at(self.model, (LOCALES, "en")))

    @property
    def nulls(self) -> bool:
        """Whether null says something: in a patch, that a key is taken away."""
        return self.kind is Kind.CONFIGURATIONS or self.form is FileForm.JSON


def _entity(
    name: str, kind: EntityKind, path: str, *, nested: bool = False, beside: bool = False
) -> RecordKind:
    return RecordKind(
        name, kind.kind, kind.noun, kind.model, path, name, kind.overlay, nested, beside
    )


def _configuration(name: str, model: type[Record]) -> RecordKind:
    schema = "documents-configuration" if name == "documents" else name
    noun = f"{name}.yaml"
    return RecordKind(
        "configuration",
        Kind.CONFIGURATIONS,
        noun,
        model,
        "configurations/{}.yaml",
        schema,
        in_areas=model is not LanguagesRecord,
    )


def _layout(name: str, model: type[Record], suffix: str) -> RecordKind:
    path = f"templates/_layouts/{{}}.{suffix}"
    return RecordKind(
        name,
        Kind.TEMPLATES,
        "a layout",
        model,
        path,
        "",
        in_areas=False,
        form=FileForm.TEXT,
    )


KINDS: Mapping[str, RecordKind] = {
    one.name: one
    for one in (
        _entity("level", LEVELS, "levels/{}.yaml"),
        _entity("status", STATUSES, "statuses/{}.yaml"),
        RecordKind(
            "owner", Kind.OWNERS, "an owner", Owner, "owners/{}.yaml", "owner", in_areas=False
        ),
        RecordKind(
            "area", Kind.AREAS, "an area", Area, "areas/{}/area.yaml", "area", in_areas=False
        ),
        _layout("layout", LayoutRecord, "html.j2"),
        _layout("mjml_layout", MjmlRecord, "mjml"),
        _layout("typst_layout", TypstRecord, "typ"),
        RecordKind(
            "schema",
            Kind.TEXTS,
            "a schema of properties",
            None,
            "texts/_schemas/{}.json",
            "",
            nested=True,
            in_areas=False,
            form=FileForm.JSON,
        ),
        _entity("text", TEXTS, "texts/{}.yaml", nested=True, beside=True),
        _entity("template", TEMPLATES, "templates/{}.yaml", nested=True, beside=True),
        _entity("banner", BANNERS, "banners/{}/banner.yaml"),
        _entity("document", DOCUMENTS, "documents/{}.yaml"),
        RecordKind(
            GLOSSARY,
            Kind.TRANSLATIONS,
            "the glossary",
            Glossary,
            "translations/{}.yaml",
            GLOSSARY,
            in_areas=False,
        ),
    )
}
"""Every kind of entity by its name in a row."""

CONFIGURATION_KINDS: Mapping[str, RecordKind] = {
    name: _configuration(name, model)
    for name, model in ({LANGUAGES: LanguagesRecord} | CONFIGURATIONS).items()
}
"""Every configuration by its label."""

ROW_KINDS = ("configuration", *KINDS, CATALOGUE, STRING)
"""What a row's `kind` may be, in the order in which they are handed out."""


def in_area(kind: RecordKind, *, overlay: bool) -> RecordKind:
    """Return a kind as an area may have it: whole, or only what is different there."""
    if not overlay:
        return kind
    patch = kind.kind is Kind.CONFIGURATIONS
    model = None if patch else kind.overlay
    noun = kind.noun if patch else f"an area's difference to {kind.noun}"
    return replace(kind, model=model, noun=noun, schema=f"{kind.schema}-overlay", whole=kind.model)


def _own_keys(model: type[Record] | None) -> list[str]:
    return [] if model is None else [key for key in keys_of(model) if key != LOCALES]
