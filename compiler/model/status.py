"""Statuses of customers; ``init`` always exists."""

from pydantic import Field

from compiler.model.localised import LocalisedRecord
from compiler.model.record import JsonObject, LocaleTag, Record

INIT = "init"


class Status(Record):
    """One status, with a title in every language."""

    properties: JsonObject | None = None
    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)
