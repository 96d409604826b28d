"""Consumers: which strings a living version of an application asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from compiler.base.place import Places
from compiler.model.record import Name, Record


class ConsumerRecord(Record):
    """consumers/<application>/<version>.json: labels by namespace."""

    keys: dict[Name, list[str]] = Field(
        default_factory=dict, description="The labels that are asked for, by namespace."
    )


@dataclass(frozen=True, slots=True)
class Consumer:
    """One version of an application, and the labels that it asks for by namespace."""

    application: str
    version: str
    keys: Mapping[str, Sequence[str]]
    places: Places
