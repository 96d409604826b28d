"""Where all keys and values of one document stand, packed until somebody asks for the first one.

What is kept of thousands of documents is opened at each run, and few of them have anything wrong.
"""

# `override` would have to come from a package: the standard library has it from 3.12 on.
# mypy: disable-error-code="explicit-override"

import marshal
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Route = tuple[str | int, ...]
"""The way into a document: keys of mappings and indexes of sequences, outermost first."""


class Spot(NamedTuple):
    """A place without its file: line and column from 1, length in code points on that line."""

    line: int
    column: int
    length: int = 1


class SpotTable:
    """The spots of the values and of the keys of a document, by route."""

    __slots__ = ("_keys", "_packed", "_values")

    def __init__(
        self, values: Mapping[Route, Spot] | None = None, keys: Mapping[Route, Spot] | None = None
    ) -> None:
        self._values, self._keys = values or {}, keys or {}
        self._packed: bytes | None = None

    @property
    def values(self) -> Mapping[Route, Spot]:
        """The spots of values."""
        self._open()
        return self._values

    @property
    def keys(self) -> Mapping[Route, Spot]:
        """The spots of keys."""
        self._open()
        return self._keys

    def __eq__(self, other: object) -> bool:
        """Tell whether another one has the same spots."""
        if not isinstance(other, SpotTable):
            return NotImplemented
        return self is other or (self.values, self.keys) == (other.values, other.keys)

    def __hash__(self) -> int:
        """Return the same for those that have the same routes."""
        return hash(frozenset(self.values))

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[bytes]]:
        """Tell pickle what to make it of: as it is packed already, or packed now."""
        packed = self._packed
        if packed is None:
            both = (_plain(self._values), _plain(self._keys))
            packed = marshal.dumps(both)
        return _packed, (packed,)

    def _open(self) -> None:
        packed = self._packed
        if packed is None:
            return
        values, keys = marshal.loads(packed)  # noqa: S302 - from a pickle that is believed
        self._values, self._keys, self._packed = _spots(values), _spots(keys), None


def _packed(packed: bytes) -> SpotTable:
    table = SpotTable()
    table._packed = packed  # noqa: SLF001 - its other constructor
    return table


def _plain(spots: Mapping[Route, Spot]) -> dict[Route, tuple[int, ...]]:
    return {route: tuple(spot) for route, spot in spots.items()}


def _spots(plain: Mapping[Route, tuple[int, ...]]) -> dict[Route, Spot]:
    return {route: Spot(*numbers) for route, numbers in plain.items()}
