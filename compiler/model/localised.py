"""What is written by language: as its author writes it, and as the compiler holds it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from compiler.base.place import Places
from compiler.model.record import Form, JsonObject, Line, Record, Stamp

Share = Annotated[float, Field(ge=0, le=1)]

ImageName = Annotated[
    str,
    Form(
        r"([A-Za-z0-9-]+/)?[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}",
        "must be an image beside this file, such as `master.jpg` or `en/master.jpg`",
    ),
]
"""An image in the folder of a banner, or in one of its languages."""


class LocalisedRecord(Record):
    """One language of a text, template, level, status or document, inline or as front matter."""

    title: Line | None = Field(None, description="One line of plain text; an e-mail's subject.")
    description: str | None = Field(None, description="Markdown: CommonMark and tables.")
    properties: JsonObject | None = None
    from_: Stamp | None = Field(
        default=None, alias="from", description="The source this was translated from."
    )
    review: Literal["needed"] | None = Field(
        None, description="Whether somebody has still to look at it."
    )


class LocalisedLevel(LocalisedRecord):
    """One language of a level: it also names the level's custom fields."""

    fields: dict[str, Line] | None = None


class Focus(Record):
    """The point of an image that stays in sight: from 0 (left, top) to 1 (right, bottom)."""

    x: Share = 0.5
    y: Share = 0.5


class Master(Record):
    """One image from which the slots are cut that have none of their own."""

    file: ImageName = Field(examples=["master.jpg", "en/master.jpg"])
    focus: Focus = Field(default_factory=Focus, description="What stays in sight in every cut.")


@dataclass(frozen=True, slots=True)
class MasterImage:
    """The master of a language: where it lies, and the point that stays in sight."""

    path: str
    x: float
    y: float


class LocalisedBanner(LocalisedRecord):
    """One language of a banner: descriptions (alternative texts) for all slots or by slot."""

    description: str | None = Field(
        None, description="What the images say, in words for who cannot see them: plain text."
    )
    active: bool = False
    descriptions: dict[Literal["mobile", "tablet", "desktop", "wide"], Line] | None = None
    master: Master | None = None


class FrontMatter(Record):
    """What stands above the body of a Markdown file of one language."""

    title: Line | None = Field(None, description="One line of plain text; an e-mail's subject.")
    properties: JsonObject | None = None
    from_: Stamp | None = Field(
        default=None, alias="from", description="The source this was translated from."
    )
    review: Literal["needed"] | None = Field(
        None, description="Whether somebody has still to look at it."
    )


@dataclass(frozen=True, slots=True)
class Localisation:
    """One language of an entity, wherever it was written.

    ``places`` addresses ``title``, ``description``, ``properties``, ``fields``, ``from`` and
    ``review`` from its own top, be that a mapping in a YAML file or a Markdown file beside it.
    ``images`` (banners only) maps a slot to the path of its image; the others are cut from
    ``master``, if there is one.
    """

    places: Places
    title: str | None = None
    description: str | None = None
    properties: Mapping[str, Any] | None = None
    fields: Mapping[str, str] | None = None
    stamp: str | None = None
    review_needed: bool = False
    active: bool = True
    descriptions: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)
    master: MasterImage | None = None

    @property
    def pictures(self) -> dict[str, str]:
        """The paths of all images by slot; of the master by `master`."""
        master = {} if self.master is None else {"master": self.master.path}
        return {**self.images, **master}

    def alt(self, slot: str) -> str | None:
        """Return what a slot of a banner shows, in words for who cannot see it."""
        return self.descriptions.get(slot, self.description)

    def has_slot(self, name: str) -> bool:
        """Tell whether a slot has an image, or is cut from the master."""
        return name in self.images or self.master is not None

    def own(self) -> dict[str, Any]:
        """Return what the fingerprint covers: what this language says, absent parts left out."""
        parts = {
            "title": self.title,
            "description": self.description,
            "properties": self.properties,
            "fields": self.fields,
        }
        return {name: value for name, value in parts.items() if value is not None}
