"""Consumers: which strings a living version of an application asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from compiler.base.place import Places
from compiler.model.record import Name, Record


class ConsumerRecord(Record):
    """consumers/<application>/<version>.json: labels by namespace, and other entries."""

    keys: dict[Name, list[str]] = Field(
        default_factory=dict, description="The labels that are asked for, by namespace."
    )
    entries: list[str] = Field(
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
