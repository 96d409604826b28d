"""Documents: a PDF or a link, by language."""

from pydantic import Field

from compiler.model.localised import LocalisedRecord
from compiler.model.record import IsoDate, LocaleTag, OneLine, Record, Url


class Document(Record):
    """A document for visitors: ``file`` (a PDF beside the YAML) or ``link``, never both.

    The top-level ``description`` is the source language's.
    """

    name: OneLine
    active: bool = False
    file: str | None = None
    link: Url | None = None
    description: str | None = None
    review_by: IsoDate | None = None
    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)
