"""Owners of areas."""

from pydantic import Field

from compiler.model.branding import Branding
from compiler.model.record import OneLine, Record


class Owner(Record):
    """Who owns areas, and whom to write to."""

    name: OneLine = Field(examples=["Acme Ltd"])
    contact: OneLine | None = None
    branding: Branding | None = Field(
        None, description="What all areas of the owner look like, where they say nothing else."
    )
