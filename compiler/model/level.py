"""Verification levels of customers."""

from typing import Literal

from pydantic import Field

from compiler.model.localised import LocalisedLevel
from compiler.model.record import JsonObject, LocaleTag, Record


class CustomField(Record):
    """What a level asks of a customer beyond documents; each language names it."""

    required: bool = False


class Level(Record):
    """One verification level; its ``type`` is fixed for the label's life."""

    type: Literal["personal", "business"]
    properties: JsonObject | None = None
    fields: dict[str, CustomField] = Field(
        default_factory=dict, description="What is asked of a customer; `locales.*.fields` name it."
    )
    locales: dict[LocaleTag, LocalisedLevel] = Field(default_factory=dict)
