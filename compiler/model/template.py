"""Templates of messages: e-mail, push, SMS, PDF."""

from typing import Literal

from pydantic import Field

from compiler.model.localised import LocalisedRecord
from compiler.model.record import JsonObject, LocaleTag, Name, Record

Channel = Literal["email", "push", "sms", "pdf"]


class Template(Record):
    """A message to be rendered by the back office: ``title`` is the subject, ``description`` the body.

    ``variables`` is a JSON Schema; each of ``samples`` is valid against it.
    """

    channel: Channel
    active: bool = False
    layout: Name | None = None
    variables: JsonObject = Field(default_factory=dict)
    samples: dict[Name, JsonObject] = Field(default_factory=dict)
    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)
