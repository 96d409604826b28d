"""Templates of messages: e-mail, push, SMS, PDF."""

from typing import Literal

from pydantic import Field

from compiler.model.localised import LocalisedRecord
from compiler.model.record import JsonObject, LocaleTag, Name, Record

Channel = Literal["email", "push", "sms", "pdf"]


class LocalisedTemplate(LocalisedRecord):
    """One language of a template."""

    properties: JsonObject | None = Field(
        None,
        description="`preheader`: what a mail reader shows behind the subject of an e-mail.",
        json_schema_extra={"properties": {"preheader": {"type": "string"}}},
    )


class Template(Record):
    """A message the back office renders: ``title`` is the subject, ``description`` the body.

    ``variables`` is a JSON Schema; each of ``samples`` is valid against it.
    """

    channel: Channel
    active: bool = Field(
        default=False, description="Whether it may be sent; then it cannot be deleted."
    )
    marketing: bool = Field(
        default=False,
        description="Whether an e-mail advertises; then a reader must be able to stop it.",
    )
    layout: Name | None = Field(None, description="The name of a file in templates/_layouts/.")
    variables: JsonObject = Field(
        default_factory=dict, description="A JSON Schema of what the message is rendered with."
    )
    samples: dict[Name, JsonObject] = Field(
        default_factory=dict, description="Named examples, each valid against `variables`."
    )
    locales: dict[LocaleTag, LocalisedTemplate] = Field(default_factory=dict)
