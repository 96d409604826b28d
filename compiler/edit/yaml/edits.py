"""What can be done to a YAML file: a small table of edits, addressed by route."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compiler.base.spots import Route

Value = Any
"""A scalar of YAML's core schema (text, whole number, fraction, truth value, None), or lists and
mappings of them, whose keys are texts."""


@dataclass(frozen=True, slots=True)
class Set:
    """Give the value at a route another value; of a list or mapping only what differs changes."""

    route: Route
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a key to the mapping at a route.

    ``order`` are keys in the order wanted, the new one among them: it comes after the nearest of
    those before it, or else before the nearest of those behind it; without one, it comes last.
    """

    route: Route
    key: str
    value: Value
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Add an item to the sequence at a route, before the one with an index; without it, last."""

    route: Route
    value: Value
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """Set what is at a route, or insert it; mappings that are missing on the way are made."""

    route: Route
    value: Value
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a key or an item, with the comments that are its own."""

    route: Route


@dataclass(frozen=True, slots=True)
class Rename:
    """Give the key at a route another name; its value and its place among the others stay."""

    route: Route
    key: str


@dataclass(frozen=True, slots=True)
class Reorder:
    """Bring the keys or items at a route into another order.

    ``order`` are all the keys, or the indexes that the items have now.
    """

    route: Route
    order: Sequence[str | int]


Edit = Set | Insert | InsertItem | Put | Remove | Rename | Reorder
"""Edits of one list are made one after the other: the routes of each are those it finds."""

Step = Set | Insert | InsertItem | Remove | Rename | Reorder
"""An edit of one place in the text."""
