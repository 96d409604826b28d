"""Consumers: which strings a living version of an application asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from compiler.base.place import Places
from compiler.model.record import Form, Name, Record

USED_KINDS = ("texts", "templates", "levels", "statuses", "banners", "documents")
"""The kinds of entries that an application may ask for by label; strings stand under ``keys``."""

UsedEntry = Annotated[
    str,
    Form(
        rf"({'|'.join(USED_KINDS)})/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*",
        "must be an entry such as `texts/legal.terms`, of "
        + ", ".join(f"`{kind}`" for kind in USED_KINDS),
    ),
]


class ConsumerRecord(Record):
    """consumers/<application>/<version>.json: labels by namespace, and other entries."""

    keys: dict[Name, list[str]] = Field(
        default_factory=dict, description="The labels that are asked for, by namespace."
    )
    entries: list[UsedEntry] = Field(
        default_factory=list, description="Other entries: `texts/legal.terms`."
    )


@dataclass(frozen=True, slots=True)
class Consumer:
    """One version of an application, the labels it asks for by namespace, and other entries."""

    application: str
    version: str
    keys: Mapping[str, Sequence[str]]
    entries: Sequence[str]
    places: Places
