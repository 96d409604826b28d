"""Long texts: legal notices, dialogs, notifications."""

from pydantic import Field

from compiler.model.localised import LocalisedRecord
from compiler.model.record import JsonObject, LocaleTag, Record


class Text(Record):
    """A long text; ``locked`` texts cannot be deleted while the base revision says so."""

    locked: bool = Field(default=True, description="Whether the text is safe from deletion.")
    properties: JsonObject | None = None
    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)
