"""Templates of messages: e-mail, push, SMS, PDF."""

from typing import Literal

from pydantic import Field

from compiler.model.localised import LocalisedRecord
from compiler.model.record import JsonObject, LocaleTag, Name, Record

Channel = Literal["email", "push", "sms", "pdf"]


class Template(Record):
    """A message the back office renders: ``title`` is the subject, ``description`` the body.

    ``variables`` is a JSON Schema; each of ``samples`` is valid against it.
    """

    channel: Channel
    active: bool = Field(
        default=False, description="Whether it may be sent; then it cannot be deleted."
    )
    layout: Name | None = Field(None, description="The name of a file in templates/_layouts/.")
    variables: JsonObject = Field(
        default_factory=dict, description="A JSON Schema of what the message is rendered with."
    )
    samples: dict[Name, JsonObject] = Field(
        default_factory=dict, description="Named examples, each valid against `variables`."
    )
    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)
