"""Owners of areas."""

from pydantic import Field

from compiler.model.record import OneLine, Record


class Owner(Record):
    """Who owns areas, and whom to write to."""

    name: OneLine = Field(examples=["Acme Ltd"])
    contact: OneLine | None = None
