"""Documents: a PDF or a link, by language."""

from pydantic import Field

from compiler.model.localised import LocalisedRecord
from compiler.model.record import FileName, IsoDate, LocaleTag, OneLine, Record, Url


class Document(Record):
    """A document for visitors: ``file`` (a PDF beside the YAML) or ``link``, never both.

    The top-level ``description`` is the source language's.
    """

    name: OneLine = Field(examples=["License Agreement 2027"], description="Used only once.")
    active: bool = False
    file: FileName | None = Field(None, description="A PDF beside this file.")
    link: Url | None = None
    description: str | None = Field(None, description="Markdown, in the source language.")
    review_by: IsoDate | None = Field(None, description="The day to look at it again.")
    expires: IsoDate | None = Field(None, description="The last day on which it holds.")
    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)
