"""Owners of areas."""

from compiler.model.record import OneLine, Record


class Owner(Record):
    """Who owns areas, and whom to write to."""

    name: OneLine
    contact: OneLine | None = None
